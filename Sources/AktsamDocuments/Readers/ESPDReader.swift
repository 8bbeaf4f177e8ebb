internal import AktsamText
package import AktsamXML

/// Reads European Single Procurement Documents of the versions 1 to 4, requests and responses.
///
/// Version 1 has roots of its own and nests each answer in its question; the Norwegian EHF ESPD 1.2
/// follows it. From version 2 on the exchange data model uses UBL 2.2 and 2.3 `QualificationApplicationRequest` and
/// `QualificationApplicationResponse`; version 2.0 put them in test namespaces. Both carry the
/// buyer's criteria; a response adds a flat list of answers that refer to properties by id.
package enum ESPDReader: XMLFormatReader {
  package static var formats: [FormatInfo] {
    [1, 2, 3, 4].flatMap { version in
      [
        FormatInfo(
          id: "espd-\(version)-request",
          summary: "European Single Procurement Document \(version).x, the buyer's request",
          root: version == 1 ? "ESPDRequest" : "QualificationApplicationRequest"),
        FormatInfo(
          id: "espd-\(version)-response",
          summary: "European Single Procurement Document \(version).x, the supplier's response",
          root: version == 1 ? "ESPDResponse" : "QualificationApplicationResponse"),
      ]
    }
  }

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    if isFirst(root) { return true }
    return
      (root.local == "QualificationApplicationRequest"
      || root.local == "QualificationApplicationResponse") && ESPDName.accepts(root.namespace)
  }

  /// Whether a root is one of version 1.
  static func isFirst(_ root: XMLName) -> Bool {
    (root.local == "ESPDRequest" || root.local == "ESPDResponse")
      && root.namespace.hasPrefix(ESPDName.first)
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let root = xml.root ?? -1
    let isResponse = root >= 0 && xml.local(of: root).hasSuffix("Response")
    var document = Document(
      source: xml.source, lines: xml.lines, format: "",
      role: isResponse ? .response : .questionnaire,
      roleOrigin: .format, text: xml.text, runs: xml.runs, elements: xml.elements,
      findings: xml.findings, isComplete: xml.isWellFormed)
    if let role = options.role {
      document.role = role
      document.roleOrigin = .declared
    }
    document.language = options.language.map { LanguageTag.normalise($0) ?? $0.lowercased() }
    let kind = isResponse ? "response" : "request"
    guard root >= 0 else {
      document.format = "espd-4-\(kind)"
      return document
    }
    let tree = ESPDTree(xml, lookup: ESPDName.init)
    let version = ESPDVersion(tree, root: root)
    document.format = "espd-\(version.major)-\(kind)"
    if !version.isKnown {
      document.findings.append(
        ESPDMessages.version(
          version.major, stated: version.stated, place: xml.place(ofStartTag: root)))
    }
    var reading = ESPDReading(
      tree: tree, root: root, version: version.major, isResponse: isResponse, document: document)
    reading.read()
    return reading.document
  }
}

/// The version of the exchange data model that a document follows.
struct ESPDVersion {
  /// 1 to 4.
  var major: Int
  /// Whether the document states a version that the reader knows.
  var isKnown: Bool
  /// The version as stated, when there is one that isn't known.
  var stated: String?

  /// Finds the version: the root of version 1, then `ProfileExecutionID`, its `schemeVersionID`, the one of a criterion's id,
  /// and last the UBL version, which tells 2 from 3 and 4.
  init(_ tree: ESPDTree, root: Int) {
    if ESPDReader.isFirst(tree.xml.name(of: root)) {
      (major, isKnown, stated) = (1, true, nil)
      return
    }
    var candidates: [String] = []
    if let profile = tree.child(.profileExecutionID, of: root) {
      let text = tree.string(profile)
      if let start = text.range(ofDigitsAfter: "EDMv") { candidates.append(start) }
      candidates += [tree.xml.attribute("schemeVersionID", of: profile)].compactMap { $0 }
    }
    if let criterion = tree.child(.tenderingCriterion, of: root),
      let id = tree.child(.id, of: criterion),
      let version = tree.xml.attribute("schemeVersionID", of: id)
    {
      candidates.append(version)
    }
    var unknown: String?
    for candidate in candidates {
      switch candidate.trimmedSpaces.first {
      case "2": (major, isKnown, stated) = (2, true, nil)
      case "3": (major, isKnown, stated) = (3, true, nil)
      case "4": (major, isKnown, stated) = (4, true, nil)
      default:
        unknown = unknown ?? candidate
        continue
      }
      return
    }
    switch tree.string(.ublVersionID, of: root) {
    case "2.0", "2.1", "2.2": major = 2
    case "2.3": major = 3
    default: major = 4
    }
    isKnown = false
    stated = unknown
  }
}

extension String {
  /// Returns what follows a mark, when it starts with a digit.
  fileprivate func range(ofDigitsAfter mark: String) -> String? {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(mark) { rest.removeFirst() }
    rest = rest.dropFirst(mark.count)
    guard let first = rest.first, first.isNumber else { return nil }
    return String(rest)
  }
}
