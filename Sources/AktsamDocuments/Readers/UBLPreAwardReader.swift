internal import AktsamText
package import AktsamXML

/// Reads procurement documents in UBL 2: those of Peppol pre-award, and notices that are no eForms.
///
/// Most carry no prose: they list the files of a tender or of a call for tenders. Questions and
/// answers of an enquiry, descriptions and conditions are read.
package enum UBLPreAwardReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "ubl-preaward", summary: "UBL 2 and Peppol pre-award: calls, tenders, enquiries, notices",
      root: "CallForTenders, Tender, TendererQualification, Enquiry, EnquiryResponse, …")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    roles[root.local] != nil && UBL.accepts(root.namespace)
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let local = xml.root.map { xml.local(of: $0) } ?? ""
    let tree = UBLNoticeTree(xml, lookup: UBLName.init)
    let isFromSupplier = xml.root.map { Self.isFromSupplier(tree, root: $0, local: local) } ?? false
    var role = roles[local] ?? .notice
    if local == "EnquiryResponse", isFromSupplier { role = .response }
    var document = OwnFormat.document(
      xml, format: "ubl-preaward", role: role, origin: .format, options: options)
    guard let root = xml.root else { return document }
    document.date = day(tree.string(.issueDate, of: root))
    let code = tree.string(.noticeLanguageCode, of: root)
    let original = code.isEmpty ? firstLanguage(tree, root: root) : LanguageTag.normalise(code)
    if document.language == nil { document.language = original }
    UBLParties.read(tree, root: root, isFromSupplier: isFromSupplier, into: &document)
    UBLAttachments(tree: tree).add(below: root, to: &document)
    var reading = UBLTextReading(tree: tree, original: original, document: document)
    reading.read(root)
    if local == "Enquiry" || local == "EnquiryResponse" {
      reading = UBLEnquiry(reading, isResponse: local == "EnquiryResponse").read(root)
    }
    document = reading.document
    if document.attachments.isEmpty { OwnFormat.noteEmpty(&document) }
    return document
  }

  /// The document types with the role of their words.
  private static let roles: [String: DocumentRole] = [
    "CallForTenders": .notice, "ContractNotice": .notice, "PriorInformationNotice": .notice,
    "ContractAwardNotice": .notice, "AwardedNotification": .notice,
    "UnawardedNotification": .notice, "TenderContract": .contract, "Tender": .tender,
    "TendererQualification": .tender, "TendererQualificationResponse": .notice,
    "ExpressionOfInterestRequest": .tender, "ExpressionOfInterestResponse": .notice,
    "Enquiry": .questionnaire, "EnquiryResponse": .notice, "TenderReceipt": .notice,
    "TenderStatus": .notice, "TenderStatusRequest": .tender, "TenderWithdrawal": .tender,
    "UnsubscribeFromProcedureRequest": .tender, "UnsubscribeFromProcedureResponse": .notice,
  ]

  /// Whether the supplier speaks. An enquiry goes either way: suppliers ask about the call, buyers
  /// ask for clarification of a tender (Peppol transactions 9 and 10).
  private static func isFromSupplier(_ tree: UBLNoticeTree, root: Int, local: String) -> Bool {
    let transaction = tree.string(.customizationID, of: root).lowercased()
    switch local {
    case "Enquiry": return !transaction.contains(":t009:")
    case "EnquiryResponse": return transaction.contains(":t010:")
    default: return roles[local] == .tender
    }
  }

  /// Returns the language that the first text declares.
  private static func firstLanguage(_ tree: UBLNoticeTree, root: Int) -> String? {
    let texts = tree.xml.nodes.indices.lazy.filter {
      tree[$0] == .description || tree[$0] == .note || tree[$0] == .name
    }
    return texts.compactMap { tree.language($0) }.first
  }
}

/// The buyer and the suppliers of a procurement document in UBL.
enum UBLParties {
  /// Reads who speaks, and who else is named.
  static func read(
    _ tree: UBLNoticeTree, root: Int, isFromSupplier: Bool, into document: inout Document
  ) {
    var suppliers: [Party] = []
    var buyers: [Party] = []
    for child in tree.xml.childElements(of: root) {
      switch tree[child] {
      case .contractingParty, .contactingParty:
        buyers += [party(tree, child, kind: .buyer)].compactMap { $0 }
      case .tendererParty:
        suppliers += [party(tree, child, kind: .supplier)].compactMap { $0 }
      case .tendererPartyQualification:
        for member in tree.xml.childElements(of: child) {
          let kind: Party.Kind = tree[member] == .mainQualifyingParty ? .supplier : .member
          guard kind == .supplier || tree[member] == .additionalQualifyingParty else { continue }
          suppliers += [party(tree, member, kind: kind)].compactMap { $0 }
        }
      case .requestorParty, .responderParty, .senderParty, .receiverParty:
        // The one who sends speaks: who asks in an enquiry, who responds in a response.
        let sends =
          tree[child] == .senderParty
          || (tree[child] == .requestorParty) != tree.xml.local(of: root).hasSuffix("Response")
            && tree[child] != .receiverParty
        if sends == isFromSupplier {
          suppliers += [party(tree, child, kind: .supplier)].compactMap { $0 }
        } else {
          buyers += [party(tree, child, kind: .buyer)].compactMap { $0 }
        }
      default: break
      }
    }
    let own = isFromSupplier ? suppliers : buyers
    document.party = own.first
    document.otherParties = own.dropFirst() + (isFromSupplier ? buyers : suppliers)
  }

  /// Returns a party with its name or its number.
  static func party(_ tree: UBLNoticeTree, _ node: Int, kind: Party.Kind) -> Party? {
    let party = tree.child(.party, of: node) ?? node
    let name = tree.descend(.partyName, .name, from: party).map { tree.string($0) } ?? ""
    let identifiers = [
      tree.descend(.partyLegalEntity, .companyID, from: party),
      tree.descend(.partyIdentification, .id, from: party),
    ]
    let identifier = identifiers.compactMap { $0.map { tree.string($0) } }.first { !$0.isEmpty }
    guard !name.isEmpty || identifier != nil else { return nil }
    return Party(name: name, identifier: identifier ?? "", kind: kind)
  }
}
