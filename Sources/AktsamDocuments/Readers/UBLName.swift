import AktsamXML

/// The elements of a procurement document in UBL, or in CODICE, which was made from it.
typealias UBLNoticeTree = UBLTree<UBLName>

/// What an element of UBL pre-award documents is for the reader: some by their name, the rest by
/// what their name ends in, since the library has thousands.
enum UBLName: String, Sendable {
  case additionalNoticeLanguage = "AdditionalNoticeLanguage"
  case additionalQualifyingParty = "AdditionalQualifyingParty"
  case allowedSubcontractTerms = "AllowedSubcontractTerms"
  case attachment = "Attachment"
  case awardingCriteria = "AwardingCriteria"
  case awardingCriterion = "AwardingCriterion"
  case companyID = "CompanyID"
  /// Misspelt so in an example of the Norwegian profile.
  case contactingParty = "ContactingParty"
  case contractExecutionRequirement = "ContractExecutionRequirement"
  case contractFolderID = "ContractFolderID"
  case contractFolderStatus = "ContractFolderStatus"
  case contractingParty = "ContractingParty"
  case customizationID = "CustomizationID"
  case description = "Description"
  case documentDescription = "DocumentDescription"
  case documentHash = "DocumentHash"
  case documentTypeCode = "DocumentTypeCode"
  case embeddedDocument = "EmbeddedDocumentBinaryObject"
  case externalReference = "ExternalReference"
  case fileName = "FileName"
  case financialEvaluationCriteria = "FinancialEvaluationCriteria"
  case hashAlgorithmMethod = "HashAlgorithmMethod"
  case id = "ID"
  case issueDate = "IssueDate"
  case locatedContractingParty = "LocatedContractingParty"
  case mainQualifyingParty = "MainQualifyingParty"
  case mimeCode = "MimeCode"
  case name = "Name"
  case note = "Note"
  case noticeLanguageCode = "NoticeLanguageCode"
  case party = "Party"
  case partyIdentification = "PartyIdentification"
  case partyLegalEntity = "PartyLegalEntity"
  case partyName = "PartyName"
  case procurementProject = "ProcurementProject"
  case procurementProjectLot = "ProcurementProjectLot"
  case receiverParty = "ReceiverParty"
  case requestorParty = "RequestorParty"
  case responderParty = "ResponderParty"
  case senderParty = "SenderParty"
  case specificTendererRequirement = "SpecificTendererRequirement"
  case subcontractTerms = "SubcontractTerms"
  case subordinateAwardingCriterion = "SubordinateAwardingCriterion"
  case technicalEvaluationCriteria = "TechnicalEvaluationCriteria"
  case tendererParty = "TendererParty"
  case tendererPartyQualification = "TendererPartyQualification"
  case uri = "URI"
  case xpath = "XPath"
  // Names that end in something, told apart from the ones above by a sign that no name holds.
  case documentReference = "*DocumentReference"
  case prose = "*Description"
  case code = "*Code"
  case share = "*Rate"
  case skipped = "*Party"
  case other = "*"

  /// Finds what a name means; nil for namespaces that aren't the format's.
  init?(_ name: XMLName) {
    guard UBL.accepts(name.namespace) || name.namespace.hasPrefix(Self.codice) else { return nil }
    if let known = UBLName(rawValue: name.local) {
      self = known
      return
    }
    let ending = Self.endings.first { entry in
      entry.endings.contains { name.local.hasSuffix($0) }
    }
    self = ending?.name ?? .other
  }

  /// What the namespaces of CODICE start with, those of the Spanish platform among them.
  static let codice = "urn:dgpe:names:draft:codice"

  private static let endings: [(name: UBLName, endings: [String])] = [
    (.documentReference, ["DocumentReference"]),
    (
      .skipped,
      [
        "Party", "Parties", "Location", "Address", "Period", "Reference", "Classification",
        "Contact", "Extensions", "Signature", "Person",
      ]
    ),
    (.share, ["Rate", "Percent", "WeightNumeric"]),
    (.code, ["Code"]),
    (
      .prose,
      [
        "Description", "Conditions", "Note", "Text", "Rights", "Justification", "Situation",
        "Remarks",
      ]
    ),
  ]
}
