import AktsamXML

/// A UBL document seen through the local names that a reader knows.
///
/// Names are looked up once; walking compares small values, whatever prefix or known namespace the
/// document uses.
struct UBLTree<Name: Equatable & Sendable> {
  let xml: XMLDocument
  private let known: [Name?]

  /// Creates a view.
  ///
  /// - Parameters:
  ///   - xml: the document.
  ///   - lookup: returns what a name means in the format, nil for a foreign one.
  init(_ xml: XMLDocument, lookup: (XMLName) -> Name?) {
    self.xml = xml
    known = xml.names.map(lookup)
  }

  /// Returns the known name of a node; nil for text and unknown elements.
  subscript(node: Int) -> Name? {
    guard xml.nodes[node].kind == .element else { return nil }
    let id = Int(xml.nodes[node].name)
    return known.indices.contains(id) ? known[id] : nil
  }

  /// Returns the first child with a name.
  func child(_ name: Name, of node: Int) -> Int? {
    xml.children(of: node).first { self[$0] == name }
  }

  /// Returns the children with a name.
  func children(_ name: Name, of node: Int) -> [Int] {
    xml.children(of: node).filter { self[$0] == name }
  }

  /// Returns the node at the end of a path of first children.
  func descend(_ path: Name..., from node: Int) -> Int? {
    var current = node
    for name in path {
      guard let next = child(name, of: current) else { return nil }
      current = next
    }
    return current
  }

  /// Returns the descendants with a name, in document order.
  func descendants(_ name: Name, of node: Int) -> [Int] {
    let end = max(Int(xml.nodes[node].end), node + 1)
    return ((node + 1)..<end).filter { self[$0] == name }
  }

  /// Returns the elements at or below a node that hold no further elements.
  func leaves(of node: Int) -> [Int] {
    let end = max(Int(xml.nodes[node].end), node + 1)
    return (node..<end).filter { index in
      xml.nodes[index].kind == .element
        && !xml.children(of: index).contains { xml.nodes[$0].kind == .element }
    }
  }

  /// Returns the byte range of a node's text without white space at its ends.
  func text(_ node: Int) -> Range<Int> {
    trimmed(xml.textRange(of: node), in: xml.text)
  }

  /// Returns the collapsed text of a node.
  func string(_ node: Int) -> String {
    xml.string(of: node)
  }

  /// Returns the collapsed text of the first child with a name; empty when there is none.
  func string(_ name: Name, of node: Int) -> String {
    child(name, of: node).map { xml.string(of: $0) } ?? ""
  }

  /// Returns the normalised language that a node declares by `languageID`.
  func language(_ node: Int) -> String? {
    guard let tag = xml.attribute("languageID", of: node)?.trimmedSpaces, !tag.isEmpty else {
      return nil
    }
    return LanguageTag.normalise(tag) ?? tag.lowercased()
  }

  /// Puts the texts of one element in languages: the original's first, then each translation.
  ///
  /// A text without a language counts as original. Where nothing is in the original language, the
  /// first language that occurs goes first.
  ///
  /// - Parameters:
  ///   - nodes: elements that may differ in `languageID`.
  ///   - original: the normalised original language, when known.
  /// - Returns: the languages, in order, with their nodes in document order.
  func byLanguage(
    _ nodes: [Int], original: String?
  ) -> [(language: String?, nodes: [Int])] {
    var result: [(language: String?, nodes: [Int])] = []
    for node in nodes {
      let language = language(node)
      if let place = result.firstIndex(where: { $0.language == language }) {
        result[place].nodes.append(node)
      } else {
        result.append((language, [node]))
      }
    }
    let isOriginal = { (language: String?) in language == nil || language == original }
    return result.filter { isOriginal($0.language) } + result.filter { !isOriginal($0.language) }
  }
}

extension String {
  /// The string without white space at its ends.
  var trimmedSpaces: String {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}

/// The elements of an ESPD exchange document, version 1 to 4.
typealias ESPDTree = UBLTree<ESPDName>

/// Local names of the ESPD exchange data model: UBL 2.2 and 2.3 pre-award; in version 1 UBL 2.1
/// with the vocabularies for criteria and evidence beside it.
enum ESPDName: String, Sendable {
  case additionalDocumentReference = "AdditionalDocumentReference"
  case applicablePeriod = "ApplicablePeriod"
  case attachment = "Attachment"
  case cardinality = "Cardinality"
  case companyID = "CompanyID"
  case contractFolderID = "ContractFolderID"
  case contractingParty = "ContractingParty"
  case criterion = "Criterion"
  case criterionTypeCode = "CriterionTypeCode"
  case description = "Description"
  case documentDescription = "DocumentDescription"
  case documentReference = "DocumentReference"
  case documentTypeCode = "DocumentTypeCode"
  case economicOperatorParty = "EconomicOperatorParty"
  case economicOperatorRole = "EconomicOperatorRole"
  case endDate = "EndDate"
  case evidence = "Evidence"
  case evidenceSupplied = "EvidenceSupplied"
  case externalReference = "ExternalReference"
  case fileName = "FileName"
  case id = "ID"
  case issueDate = "IssueDate"
  case issuerParty = "IssuerParty"
  case name = "Name"
  case party = "Party"
  case partyIdentification = "PartyIdentification"
  case partyLegalEntity = "PartyLegalEntity"
  case partyName = "PartyName"
  case procurementProject = "ProcurementProject"
  case procurementProjectLotReference = "ProcurementProjectLotReference"
  case profileExecutionID = "ProfileExecutionID"
  case propertyGroupTypeCode = "PropertyGroupTypeCode"
  case requirement = "Requirement"
  case requirementGroup = "RequirementGroup"
  case response = "Response"
  case responseValue = "ResponseValue"
  case roleCode = "RoleCode"
  case startDate = "StartDate"
  case subsidiaryGroup = "SubsidiaryTenderingCriterionPropertyGroup"
  case subTenderingCriterion = "SubTenderingCriterion"
  case templateEvidence = "TemplateEvidence"
  case tenderingCriterion = "TenderingCriterion"
  case tenderingCriterionProperty = "TenderingCriterionProperty"
  case tenderingCriterionPropertyGroup = "TenderingCriterionPropertyGroup"
  case tenderingCriterionResponse = "TenderingCriterionResponse"
  case typeCode = "TypeCode"
  case ublVersionID = "UBLVersionID"
  case uri = "URI"
  case validatedPropertyID = "ValidatedCriterionPropertyID"
  case valueDataTypeCode = "ValueDataTypeCode"

  /// Finds the element that a name means.
  init?(_ name: XMLName) {
    guard Self.accepts(name.namespace) else { return nil }
    self.init(rawValue: name.local)
  }

  /// Whether a namespace belongs to the format: UBL 2, the test namespaces of version 2.0, or the
  /// ones that version 1 adds.
  static func accepts(_ namespace: String) -> Bool {
    UBL.accepts(namespace)
      || namespace.hasPrefix("urn:X-test:UBL:Pre-award:")
      || namespace.hasPrefix(first)
      || namespace.hasPrefix("urn:isa:names:specification:ubl:schema:xsd:")
  }

  /// What the namespaces of version 1 start with, those of its roots among them.
  static let first = "urn:grow:names:specification:ubl:schema:xsd:"
}
