/// Builds the documents that rules about notices and ESPDs show as examples.
enum NoticeExamples {
  private static let common = """
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    """

  /// Returns an eForms notice; `head` stands before the lots.
  static func notice(
    _ lots: String, head: String = "", root: String = "ContractNotice", language: String = "ENG"
  ) -> String {
    """
    <\(root) xmlns="urn:oasis:names:specification:ubl:schema:xsd:\(root)-2"
      \(common)
      xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
      xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
      xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1">
      <cbc:CustomizationID>eforms-sdk-1.13</cbc:CustomizationID>
      <cbc:NoticeLanguageCode>\(language)</cbc:NoticeLanguageCode>
    \(head)
    \(lots)
    </\(root)>
    """
  }

  /// Returns a lot with its terms and the codes of its project, each "list:code".
  static func lot(_ terms: String, codes: [String] = [], id: String = "LOT-0001") -> String {
    let types = codes.map { code -> String in
      let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
      return """
              <cac:ProcurementAdditionalType>
                <cbc:ProcurementTypeCode listName="\(parts[0])">\(parts.last ?? "")</cbc:ProcurementTypeCode>
              </cac:ProcurementAdditionalType>
        """
    }.joined(separator: "\n")
    return """
        <cac:ProcurementProjectLot>
          <cbc:ID schemeName="Lot">\(id)</cbc:ID>
          <cac:TenderingTerms>
      \(terms)
          </cac:TenderingTerms>
          <cac:ProcurementProject>
            <cbc:Name languageID="ENG">Laptops</cbc:Name>
      \(types)
          </cac:ProcurementProject>
        </cac:ProcurementProjectLot>
      """
  }

  /// Returns a contract performance condition, BT-70.
  static func condition(_ text: String, language: String = "ENG") -> String {
    """
          <cac:ContractExecutionRequirement>
            <cbc:ExecutionRequirementCode listName="conditions">performance</cbc:ExecutionRequirementCode>
            <cbc:Description languageID="\(language)">\(text)</cbc:Description>
          </cac:ContractExecutionRequirement>
    """
  }

  /// Returns the terms of a procedure with exclusion grounds.
  static func grounds(_ codes: [String]) -> String {
    let grounds = codes.map {
      """
            <cac:SpecificTendererRequirement>
              <cbc:TendererRequirementTypeCode listName="exclusion-ground">\($0)</cbc:TendererRequirementTypeCode>
            </cac:SpecificTendererRequirement>
      """
    }.joined(separator: "\n")
    return """
        <cac:TenderingTerms>
          <cac:TendererQualificationRequest>
      \(grounds)
          </cac:TendererQualificationRequest>
        </cac:TenderingTerms>
      """
  }

  /// Returns an ESPD of version 4: a response, or the request.
  static func espd(
    _ content: String, isResponse: Bool = true, procedure: String = "AB-2026-1",
    id: String = "ESPD-1"
  ) -> String {
    let root = "QualificationApplication" + (isResponse ? "Response" : "Request")
    return """
      <\(root) xmlns="urn:oasis:names:specification:ubl:schema:xsd:\(root)-2"
        \(common)>
        <cbc:UBLVersionID>2.3</cbc:UBLVersionID>
        <cbc:ProfileExecutionID schemeVersionID="4.1.0">ESPD-EDMv4.1.0</cbc:ProfileExecutionID>
        <cbc:ID>\(id)</cbc:ID>
        <cbc:ContractFolderID>\(procedure)</cbc:ContractFolderID>
        <cbc:IssueDate>2026-10-01</cbc:IssueDate>
      \(content)
      </\(root)>
      """
  }

  /// Returns a criterion with properties.
  static func criterion(_ code: String, _ properties: String, name: String = "Labour law") -> String
  {
    """
      <cac:TenderingCriterion>
        <cbc:ID>11111111-2222-4333-8444-555555555555</cbc:ID>
        <cbc:CriterionTypeCode>\(code)</cbc:CriterionTypeCode>
        <cbc:Name>\(name)</cbc:Name>
        <cac:TenderingCriterionPropertyGroup>
          <cbc:ID>g1</cbc:ID>
          <cbc:PropertyGroupTypeCode>ON*</cbc:PropertyGroupTypeCode>
    \(properties)
        </cac:TenderingCriterionPropertyGroup>
      </cac:TenderingCriterion>
    """
  }

  /// Returns a property; `expected` is the buyer's demand.
  static func property(
    _ id: String, _ type: String, _ text: String, expected: String? = nil
  ) -> String {
    let kind = expected == nil ? "QUESTION" : "REQUIREMENT"
    let demand = expected.map { "<cbc:ExpectedDescription>\($0)</cbc:ExpectedDescription>" } ?? ""
    return """
            <cac:TenderingCriterionProperty>
              <cbc:ID>\(id)</cbc:ID><cbc:Description>\(text)</cbc:Description>
              <cbc:TypeCode>\(kind)</cbc:TypeCode>
              <cbc:ValueDataTypeCode>\(type)</cbc:ValueDataTypeCode>\(demand)
            </cac:TenderingCriterionProperty>
      """
  }

  /// Returns a group of properties that is live after a yes.
  static func whenYes(_ properties: String) -> String {
    """
          <cac:SubsidiaryTenderingCriterionPropertyGroup>
            <cbc:ID>g2</cbc:ID>
            <cbc:PropertyGroupTypeCode>ONTRUE</cbc:PropertyGroupTypeCode>
    \(properties)
          </cac:SubsidiaryTenderingCriterionPropertyGroup>
    """
  }

  /// Returns the answer to a property.
  static func answer(_ property: String, _ value: String) -> String {
    """
      <cac:TenderingCriterionResponse>
        <cbc:ID>r-1</cbc:ID>
        <cbc:ValidatedCriterionPropertyID>\(property)</cbc:ValidatedCriterionPropertyID>
        \(value)
      </cac:TenderingCriterionResponse>
    """
  }

  /// Returns a yes-or-no answer.
  static func indicator(_ property: String, _ isYes: Bool) -> String {
    answer(
      property,
      "<cac:ResponseValue><cbc:ResponseIndicator>\(isYes)</cbc:ResponseIndicator></cac:ResponseValue>"
    )
  }
}
