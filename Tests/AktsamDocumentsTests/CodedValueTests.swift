import AktsamDocuments
import AktsamText
import Testing

/// What ESPDs and notices take from code lists, and which procedure they belong to.
@Suite struct CodedValueTests {
  private static func read(_ text: String) -> Document {
    DocumentReader.read(Array(text.utf8), path: "document.xml")
  }

  private static func lines(_ document: Document) -> [String] {
    document.codes.map { value in
      let place = document.place(of: value.text, element: value.element)
      let written = place.segments.map {
        String(decoding: document.source.bytes[$0], as: UTF8.self)
      }.joined()
      return "\(value.kind.rawValue) \(value.lot) \(written)\(value.isNested ? " nested" : "")"
    }
  }

  private static let namespaces = """
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    """

  @Test func aNoticeKeepsItsCodesWithTheirLots() {
    let document = Self.read(
      """
      <ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
        \(Self.namespaces)>
        <cbc:CustomizationID>eforms-sdk-1.13</cbc:CustomizationID>
        <cac:TenderingTerms><cac:TendererQualificationRequest>
          <cac:SpecificTendererRequirement>
            <cbc:TendererRequirementTypeCode listName="exclusion-ground">
              exg-crim
            </cbc:TendererRequirementTypeCode>
          </cac:SpecificTendererRequirement>
          <cac:SpecificTendererRequirement>
            <cbc:TendererRequirementTypeCode listName="reserved-procurement">none</cbc:TendererRequirementTypeCode>
          </cac:SpecificTendererRequirement>
        </cac:TendererQualificationRequest></cac:TenderingTerms>
        <cac:ProcurementProjectLot>
          <cbc:ID schemeName="Lot">LOT-0007</cbc:ID>
          <cac:ProcurementProject><cbc:Name>Skjermer</cbc:Name>
            <cac:ProcurementAdditionalType>
              <cbc:ProcurementTypeCode listName="strategic-procurement">soc-obj</cbc:ProcurementTypeCode>
              <cbc:ProcurementTypeCode listName="social-objective">hum-right</cbc:ProcurementTypeCode>
            </cac:ProcurementAdditionalType>
          </cac:ProcurementProject>
        </cac:ProcurementProjectLot>
      </ContractNotice>
      """)
    #expect(
      Self.lines(document) == [
        "exclusion-ground  exg-crim", "strategic-procurement LOT-0007 soc-obj",
        "social-objective LOT-0007 hum-right",
      ])
    #expect(document.codes.map(\.code) == ["exg-crim", "soc-obj", "hum-right"])
  }

  @Test func anESPDKeepsItsCodesAndWhatItAnswers() {
    let document = Self.read(
      """
      <QualificationApplicationResponse
        xmlns="urn:oasis:names:specification:ubl:schema:xsd:QualificationApplicationResponse-2"
        \(Self.namespaces)>
        <cbc:ProfileExecutionID>ESPD-EDMv3.3.0</cbc:ProfileExecutionID>
        <cbc:ID>ANSWER-1</cbc:ID>
        <cbc:ContractFolderID> AB-2026-1 </cbc:ContractFolderID>
        <cac:TenderingCriterion><cbc:ID>x</cbc:ID>
          <cbc:CriterionTypeCode>labour-law</cbc:CriterionTypeCode><cbc:Name>Arbetsrätt</cbc:Name>
          <cac:SubTenderingCriterion><cbc:ID>y</cbc:ID>
            <cbc:CriterionTypeCode>national</cbc:CriterionTypeCode><cbc:Name>Nationell</cbc:Name>
          </cac:SubTenderingCriterion>
        </cac:TenderingCriterion>
        <cac:AdditionalDocumentReference>
          <cbc:ID>REQUEST-1</cbc:ID><cbc:DocumentTypeCode>ESPD_REQUEST</cbc:DocumentTypeCode>
        </cac:AdditionalDocumentReference>
        <cac:AdditionalDocumentReference>
          <cbc:ID>2026/S 1</cbc:ID><cbc:DocumentTypeCode>TED_CN</cbc:DocumentTypeCode>
        </cac:AdditionalDocumentReference>
      </QualificationApplicationResponse>
      """)
    #expect(Self.lines(document) == ["criterion  labour-law", "criterion  national nested"])
    #expect(document.id == "ANSWER-1")
    #expect(
      document.references.map { reference in
        let written = String(decoding: document.source.bytes[reference.source], as: UTF8.self)
        return "\(reference.kind.rawValue) \(written)"
      } == ["procedure AB-2026-1", "questionnaire REQUEST-1"])
  }

  @Test func aResponseKeepsWhichOptionsWereChosen() {
    let document = Self.read(
      """
      <response xmlns="urn:aktsam:response:1" questionnaire="a" questionnaire-version="1"
        xml:lang="en">
        <supplier><name>Example Ltd</name></supplier>
        <answer question="q1"><choice option="one">One tier</choice><choice option="two"/></answer>
      </response>
      """)
    let chosen = document.questions[0].chosen
    #expect(chosen.map(\.id) == ["one", "two"])
    #expect(
      chosen.map { String(decoding: document.source.bytes[$0.source], as: UTF8.self) }
        == ["one", "two"])
    #expect(
      chosen.flatMap(\.texts).map { document.string(document.blocks[Int($0.block)].text) }
        == ["One tier", "two"])
  }
}
