import AktsamDocuments
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

@Suite struct EFormsReaderTests {
  @Test func aNoticeIsRecognisedByItsCustomization() {
    #expect(isRecognised(notice("")))
    #expect(isRecognised(notice("", customization: "eforms-sdk-1.7#extended#urn:x:national\n ")))
    #expect(!isRecognised(notice("", customization: "urn:other")))
  }

  @Test func theHeadIsRead() {
    let document = read(
      notice("<cac:ProcurementProject><cbc:Name>Møbler</cbc:Name></cac:ProcurementProject>"))
    #expect(document.format == "eforms")
    #expect(document.role == .notice)
    #expect(document.language == "nb")
    #expect(document.date == "2026-02-01")
    #expect(document.party == Party(name: "Fjord kommune", identifier: "987654321", kind: .buyer))
    #expect(document.blocks.map(\.label) == ["BT-21 Title (eforms-sdk-1.7, urn:x:national)"])
  }

  @Test func aContractConditionCarriesItsLot() throws {
    let document = read(
      notice(lot("LOT-0001", terms: condition("Leverandøren skal følge ILO 138."))))
    let block = try #require(document.blocks.last)
    try #require(block.heading >= 0)
    #expect(document.string(block.text) == "Leverandøren skal følge ILO 138.")
    #expect(block.label == "BT-70 Contract performance conditions, LOT-0001")
    #expect(block.number == "LOT-0001")
    #expect(block.kind == .paragraph)
    #expect(document.blocks[Int(block.heading)].number == "LOT-0001")
    #expect(document.findings.isEmpty)
  }

  @Test func clausesThatGotJoinedAreTakenApart() {
    let document = read(
      notice(
        lot(
          "LOT-0001",
          terms: condition("Kontrakt punkt 7.3 - Miljø: Mindre plast. Avtalens punkt 9: Revisjon."))
      ))
    let blocks = document.blocks.filter { $0.kind == .paragraph }
    #expect(
      blocks.map { document.string($0.text) } == [
        "Kontrakt punkt 7.3 - Miljø: Mindre plast.", "Avtalens punkt 9: Revisjon.",
      ])
    let label = "BT-70 Contract performance conditions, LOT-0001"
    #expect(
      blocks.map(\.label) == ["\(label) › Kontrakt punkt 7.3", "\(label) › Avtalens punkt 9"])
    #expect(Set(blocks.map(\.group)).count == 2)
  }

  @Test func otherExecutionRequirementsAreNoConditions() {
    let terms = """
      <cac:ContractExecutionRequirement>
      <cbc:ExecutionRequirementCode listName="reserved-execution">no</cbc:ExecutionRequirementCode>
      </cac:ContractExecutionRequirement>
      """
    let document = read(notice(lot("LOT-0001", terms: terms)))
    #expect(document.blocks.last?.kind == .caption)
    #expect(document.blocks.last?.label == "BT-736 Reserved execution, LOT-0001")
  }

  @Test(arguments: [
    "N/A", "-", "---", "See documents", "see the procurement documents.",
    "Se konkurransegrunnlag og ESPD skjema", "Jf. vedlegg 3",
  ])
  func anEmptyConditionIsCited(text: String) throws {
    let document = read(notice(lot("LOT-0001", terms: condition(text))))
    let finding = try #require(document.findings.first)
    #expect(document.findings.map(\.rule) == ["AK0343"])
    #expect(finding.place?.element.hasSuffix("/Description[1]") == true)
  }

  @Test(arguments: ["social-objective", "social-procurement"])
  func aSocialObjectiveNeedsACondition(list: String) {
    let claim = type(list, "\n hum-right ")
    let bare = read(notice(lot("LOT-0001", project: claim)))
    #expect(bare.findings.map(\.rule) == ["AK0341", "AK0342"])
    #expect(bare.findings.map(\.severity) == [.note, .warning])
    #expect(
      bare.findings[0].message
        == "the notice claims the social objective \"hum-right\" for \"LOT-0001\"")
    let empty = read(notice(lot("LOT-0001", project: claim, terms: condition("N/A"))))
    #expect(empty.findings.map(\.rule) == ["AK0343", "AK0341", "AK0342"])
    let backed = read(
      notice(lot("LOT-0001", project: claim, terms: condition("The supplier shall map risks."))))
    #expect(backed.findings.map(\.rule) == ["AK0341"])
    let elsewhere = read(
      notice(
        lot("LOT-0001", project: claim) + lot("LOT-0002", terms: condition("The supplier shall."))))
    #expect(elsewhere.findings.map(\.rule) == ["AK0341", "AK0342"])
  }

  @Test func otherObjectivesClaimNothing() {
    let codes = type("social-objective", "acc-all") + type("environmental-impact", "hum-right")
    let document = read(notice(lot("LOT-0001", project: codes)))
    #expect(document.findings.isEmpty)
    #expect(
      document.blocks.suffix(2).map(\.label) == [
        "BT-775 Social objective, LOT-0001", "BT-774 Environmental impact, LOT-0001",
      ])
  }

  @Test func theOriginalComesBeforeItsTranslations() {
    let terms = """
      <cac:ContractExecutionRequirement>
      <cbc:ExecutionRequirementCode listName="conditions">performance</cbc:ExecutionRequirementCode>
      <cbc:Description languageID="ENG">Wedding money.</cbc:Description>
      <cbc:Description languageID="NOR">Hvitvasking.</cbc:Description>
      </cac:ContractExecutionRequirement>
      """
    let document = read(notice(lot("LOT-0001", terms: terms)))
    let blocks = document.blocks.suffix(2)
    #expect(blocks.map { document.string($0.text) } == ["Hvitvasking.", "Wedding money."])
    #expect(blocks.map(\.language) == ["nb", "en"])
    #expect(Set(blocks.map(\.group)).count == 2)
  }

  @Test func escapedTagsAreNoWords() {
    let text =
      "&lt;p&gt;The supplier:&lt;/p&gt;&lt;ul&gt;"
      + "&lt;li class=&quot;x&quot;&gt;maps &amp; checks&lt;/li&gt;"
      + "&lt;li&gt;5 &lt; 6 months&lt;/li&gt;&lt;/ul&gt;&lt;br/&gt;Later."
    let document = read(notice(lot("LOT-0001", terms: condition(text))))
    let blocks = document.blocks.filter { $0.label.hasPrefix("BT-70") }
    #expect(
      blocks.map { document.string($0.text) } == [
        "The supplier:", "maps & checks", "5 < 6 months", "Later.",
      ])
    #expect(blocks.map(\.kind) == [.paragraph, .listItem, .listItem, .paragraph])
    #expect(Set(blocks.map(\.group)).count == 1)
    let place = document.place(of: blocks[1].text, element: blocks[1].element)
    #expect(
      place.segments.map { String(decoding: document.source.bytes[$0], as: UTF8.self) } == [
        "maps &amp; checks"
      ])
  }

  @Test func exclusionGroundsAndCriteriaAreRead() {
    let terms = """
      <cac:TenderingTerms><cac:TendererQualificationRequest>
      <cac:SpecificTendererRequirement>
      <cbc:TendererRequirementTypeCode listName="exclusion-ground">human-traffic
      </cbc:TendererRequirementTypeCode>
      <cbc:Description>Barnearbeid.</cbc:Description></cac:SpecificTendererRequirement>
      <cac:SpecificTendererRequirement>
      <cbc:TendererRequirementTypeCode listName="exclusion-ground">fraud
      </cbc:TendererRequirementTypeCode>
      </cac:SpecificTendererRequirement></cac:TendererQualificationRequest></cac:TenderingTerms>
      """
    let lotTerms = """
      <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
      <efac:SelectionCriteria>
      <cbc:TendererRequirementTypeCode listName="selection-criterion">slc-abil-mgmt-supply
      </cbc:TendererRequirementTypeCode>
      <cbc:Description>Sporing av leverandørkjeden.</cbc:Description></efac:SelectionCriteria>
      </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
      <cac:AwardingTerms><cac:AwardingCriterion><cac:SubordinateAwardingCriterion>
      <cbc:AwardingCriterionTypeCode>quality</cbc:AwardingCriterionTypeCode>
      <cbc:Name>Kvalitet</cbc:Name><cbc:Description>Oppfølging.</cbc:Description>
      </cac:SubordinateAwardingCriterion></cac:AwardingCriterion></cac:AwardingTerms>
      """
    let document = read(notice(terms + lot("LOT-0001", terms: lotTerms)))
    let blocks = document.blocks.filter { $0.kind != .heading }
    #expect(
      blocks.map { "\($0.label): \(document.string($0.text))" } == [
        "BT-67 Exclusion ground 'human-traffic': Barnearbeid.",
        "BT-67 Exclusion ground 'fraud': fraud",
        "BT-750 Selection criterion 'slc-abil-mgmt-supply', LOT-0001: Sporing av leverandørkjeden.",
        "BT-540 Award criterion 'quality', LOT-0001: Kvalitet",
        "BT-540 Award criterion 'quality', LOT-0001: Oppfølging.",
      ])
    #expect(blocks[3].group == blocks[4].group)
  }

  @Test func aTruncatedNoticeGivesWhatCanBeRead() {
    let bytes = Array(notice(lot("LOT-0001", terms: condition("&lt;p&gt;Text&lt;/p&gt;"))).utf8)
    for count in stride(from: 0, through: bytes.count, by: 5) {
      let document = read(String(decoding: bytes.prefix(count), as: UTF8.self))
      #expect(document.blocks.allSatisfy { $0.text.upperBound <= document.text.count })
    }
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
  func everyRealNoticeIsRead() throws {
    let folder = try #require(TestFiles.shared("corpus"))
    var count = 0
    for part in ["eforms", "eforms-norway"] {
      let directory = folder.appendingPathComponent(part)
      for name in try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      where name.hasSuffix(".xml") {
        let source = SourceFile(
          path: name, bytes: Array(try Data(contentsOf: directory.appendingPathComponent(name))))
        let xml = XMLReader.read(source)
        let root = try #require(xml.root)
        #expect(EFormsReader.recognises(xml.name(of: root), in: xml), "\(name)")
        let document = EFormsReader.read(xml, options: ReadingOptions())
        #expect(!document.blocks.isEmpty, "\(name)")
        #expect(document.party != nil, "\(name)")
        #expect(document.language != nil, "\(name)")
        for (before, after) in zip(document.blocks, document.blocks.dropFirst()) {
          #expect(before.group <= after.group, "\(name)")
        }
        let texts = document.blocks.map { document.string($0.text) }
        #expect(texts.allSatisfy { !$0.contains("<p>") && !$0.contains("</") }, "\(name)")
        count += 1
      }
    }
    #expect(count == 24)
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
  func theDanishHumanRightsClauseIsACondition() throws {
    let file = try #require(TestFiles.shared("corpus")).appendingPathComponent(
      "eforms/converted-from-ted-20-587026-dk.xml")
    let xml = XMLReader.read(SourceFile(path: "a.xml", bytes: Array(try Data(contentsOf: file))))
    let document = EFormsReader.read(xml, options: ReadingOptions())
    let clause = document.blocks.filter { $0.label.hasPrefix("BT-70") }
      .map { document.string($0.text) }.joined(separator: " ")
    #expect(clause.contains("ILO"))
    #expect(document.language == "da")
  }
}

// MARK: - Helpers

private func parse(_ text: String) -> XMLDocument {
  XMLReader.read(SourceFile(path: "a.xml", bytes: Array(text.utf8)))
}

private func read(_ text: String) -> Document {
  EFormsReader.read(parse(text), options: ReadingOptions())
}

private func isRecognised(_ text: String) -> Bool {
  let xml = parse(text)
  return xml.root.map { EFormsReader.recognises(xml.name(of: $0), in: xml) } ?? false
}

private func notice(
  _ content: String, customization: String = "eforms-sdk-1.7#extended#urn:x:national"
) -> String {
  let base = "urn:oasis:names:specification:ubl:schema:xsd:"
  let eforms = "http://data.europa.eu/p27/eforms-ubl-extension"
  return """
    <ContractNotice xmlns="\(base)ContractNotice-2"
     xmlns:cac="\(base)CommonAggregateComponents-2" xmlns:cbc="\(base)CommonBasicComponents-2"
     xmlns:ext="\(base)CommonExtensionComponents-2" xmlns:efext="\(eforms)s/1"
     xmlns:efac="\(eforms)-aggregate-components/1">
    <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    <efac:Organizations><efac:Organization><efac:Company>
    <cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name languageID="NOR">Fjord kommune</cbc:Name></cac:PartyName>
    <cac:PartyLegalEntity><cbc:CompanyID>987654321</cbc:CompanyID></cac:PartyLegalEntity>
    </efac:Company></efac:Organization></efac:Organizations>
    </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
    <cbc:CustomizationID>\(customization)</cbc:CustomizationID>
    <cbc:IssueDate>2026-02-01+01:00</cbc:IssueDate>
    <cbc:NoticeLanguageCode>NOR</cbc:NoticeLanguageCode>
    <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID>
    </cac:PartyIdentification></cac:Party></cac:ContractingParty>
    \(content)
    </ContractNotice>
    """
}

private func lot(_ id: String, project: String = "", terms: String = "") -> String {
  """
  <cac:ProcurementProjectLot><cbc:ID schemeName="Lot">\(id)</cbc:ID>
  <cac:TenderingTerms>\(terms)</cac:TenderingTerms>
  <cac:ProcurementProject><cbc:Name languageID="NOR">Delkontrakt</cbc:Name>
  \(project)</cac:ProcurementProject>
  </cac:ProcurementProjectLot>
  """
}

private func condition(_ text: String) -> String {
  """
  <cac:ContractExecutionRequirement>
  <cbc:ExecutionRequirementCode listName="conditions">performance</cbc:ExecutionRequirementCode>
  <cbc:Description languageID="NOR">\(text)</cbc:Description></cac:ContractExecutionRequirement>
  """
}

private func type(_ list: String, _ code: String) -> String {
  "<cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName=\"\(list)\">\(code)"
    + "</cbc:ProcurementTypeCode></cac:ProcurementAdditionalType>"
}
