import AktsamXML

/// The elements of an eForms notice.
typealias EFormsTree = UBLTree<EFormsName>

/// Local names of eForms notices: UBL 2.3, and the EU's extension elements.
enum EFormsName: String, Sendable {
  case allowedSubcontractTerms = "AllowedSubcontractTerms"
  case attachment = "Attachment"
  case awardingCriterion = "AwardingCriterion"
  case awardingCriterionTypeCode = "AwardingCriterionTypeCode"
  case awardingTerms = "AwardingTerms"
  case callForTendersDocumentReference = "CallForTendersDocumentReference"
  case company = "Company"
  case companyID = "CompanyID"
  case contractExecutionRequirement = "ContractExecutionRequirement"
  case contractingParty = "ContractingParty"
  case criterionTypeCode = "CriterionTypeCode"
  case customizationID = "CustomizationID"
  case description = "Description"
  case executionRequirementCode = "ExecutionRequirementCode"
  case externalReference = "ExternalReference"
  case id = "ID"
  case issueDate = "IssueDate"
  case minimumPercent = "MinimumPercent"
  case name = "Name"
  case note = "Note"
  case noticeLanguageCode = "NoticeLanguageCode"
  case organization = "Organization"
  case parameterNumeric = "ParameterNumeric"
  case party = "Party"
  case partyIdentification = "PartyIdentification"
  case partyLegalEntity = "PartyLegalEntity"
  case partyName = "PartyName"
  case procurementAdditionalType = "ProcurementAdditionalType"
  case procurementProject = "ProcurementProject"
  case procurementProjectLot = "ProcurementProjectLot"
  case procurementType = "ProcurementType"
  case procurementTypeCode = "ProcurementTypeCode"
  case selectionCriteria = "SelectionCriteria"
  case specificTendererRequirement = "SpecificTendererRequirement"
  case subcontractingConditionsCode = "SubcontractingConditionsCode"
  case subordinateAwardingCriterion = "SubordinateAwardingCriterion"
  case tendererQualificationRequest = "TendererQualificationRequest"
  case tendererRequirementTypeCode = "TendererRequirementTypeCode"
  case tenderingTerms = "TenderingTerms"
  case tenderSubcontractingRequirements = "TenderSubcontractingRequirements"
  case tenderSubcontractingRequirementsCode = "TenderSubcontractingRequirementsCode"
  case ublExtensions = "UBLExtensions"
  case uri = "URI"

  /// Finds the element that a name means.
  init?(_ name: XMLName) {
    guard Self.accepts(name.namespace) else { return nil }
    self.init(rawValue: name.local)
  }

  /// Whether a namespace belongs to the format: UBL 2, or the eForms extensions.
  static func accepts(_ namespace: String) -> Bool {
    UBL.accepts(namespace)
      || namespace.hasPrefix(extensions)
  }

  static let extensions = "http://data.europa.eu/p27/eforms-"
}
