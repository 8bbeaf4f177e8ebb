import AktsamText
import AktsamXML

/// Where the findings of a load gather; one for all files.
final class FindingLog {
  private(set) var findings: [Finding] = []

  func add(_ finding: Finding) { findings.append(finding) }
  func add(_ more: [Finding]) { findings.append(contentsOf: more) }
}

/// One clause file while it is read: its elements, attributes and texts, with a finding for each
/// slip instead of a failure.
final class ClauseFile {
  let document: XMLDocument
  let log: FindingLog

  init(document: XMLDocument, log: FindingLog) {
    self.document = document
    self.log = log
  }

  /// The path of the file as it was given.
  var path: String { document.source.path }

  /// Returns the local name of an element.
  func name(_ node: Int) -> String { document.local(of: node) }

  /// Returns the place of an element's start tag.
  func place(_ node: Int) -> Place { document.place(ofStartTag: node) }

  /// Returns the place of an attribute's value, or of the start tag when it has none.
  func place(ofAttribute attribute: String, _ node: Int) -> Place {
    document.attributeIndex(attribute, of: node).map { document.place(ofAttribute: $0, of: node) }
      ?? place(node)
  }

  // MARK: - Elements

  /// Returns the child elements of our namespace; others and stray text are findings.
  func elements(of node: Int) -> [Int] {
    var elements: [Int] = []
    for child in document.children(of: node) {
      switch document.nodes[child].kind {
      case .element:
        if document.namespace(of: child) == ClauseVocabulary.namespace {
          elements.append(child)
        } else {
          unexpected(child, in: node)
        }
      case .text:
        if hasWords(document.textRange(of: child)) {
          log.add(
            ClauseMessage.unexpectedText(
              in: name(node), document.place(ofText: document.textRange(of: child))))
        }
      case .processingInstruction:
        break
      }
    }
    return elements
  }

  /// Reports an element that does not belong where it stands.
  func unexpected(_ node: Int, in parent: Int) {
    log.add(
      ClauseMessage.unexpectedElement(
        document.name(of: node).namespace == ClauseVocabulary.namespace
          ? name(node) : document.name(of: node).description, in: name(parent), place(node)))
  }

  /// Returns the text of an element without child elements: blanks collapsed, never empty.
  func text(of node: Int) -> String? {
    for child in document.children(of: node) where document.nodes[child].kind == .element {
      unexpected(child, in: node)
    }
    let text = document.string(of: node)
    guard !text.isEmpty else {
      log.add(ClauseMessage.emptyText(name(node), place(node)))
      return nil
    }
    return text
  }

  /// Calls `body` with each word of an element's text and its range in the document's text.
  func forEachWord(of node: Int, _ body: (String, Range<Int>) -> Void) {
    for child in document.children(of: node) where document.nodes[child].kind == .element {
      unexpected(child, in: node)
    }
    let range = document.textRange(of: node)
    var start: Int?
    for index in range {
      if isBlank(document.text[index]) {
        if let from = start {
          body(String(decoding: document.text[from..<index], as: UTF8.self), from..<index)
        }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let from = start {
      body(
        String(decoding: document.text[from..<range.upperBound], as: UTF8.self),
        from..<range.upperBound)
    }
  }

  private func hasWords(_ range: Range<Int>) -> Bool {
    document.text[range.clamped(to: 0..<document.text.count)].contains { !isBlank($0) }
  }

  // MARK: - Attributes

  /// Reports attributes that do not belong to an element; those of other namespaces may stand.
  func expectAttributes(_ allowed: [String], of node: Int) {
    for index in document.nodes[node].attributes {
      let name = document.names[Int(document.attributes[Int(index)].name)]
      guard name.namespace.isEmpty, !allowed.contains(name.local) else { continue }
      log.add(
        ClauseMessage.unexpectedAttribute(
          name.local, of: self.name(node),
          suggestion: Suggestion.nearest(to: name.local, among: allowed),
          document.place(ofAttribute: Int(index), of: node)))
    }
  }

  /// Returns an attribute's value with blanks collapsed, or nil when it is missing or empty.
  func optional(_ attribute: String, of node: Int) -> String? {
    let words = wordRanges(ofAttribute: attribute, node)
    guard let first = words.first else { return nil }
    if words.count == 1 {
      return String(decoding: document.attributeText[first], as: UTF8.self)
    }
    return words.map { String(decoding: document.attributeText[$0], as: UTF8.self) }
      .joined(separator: " ")
  }

  /// Returns an attribute's value; a missing or empty one is a finding.
  func required(_ attribute: String, of node: Int) -> String? {
    if let value = optional(attribute, of: node) { return value }
    log.add(ClauseMessage.missingAttribute(attribute, of: name(node), place(node)))
    return nil
  }

  /// Returns the words of an attribute's value; none when it is missing.
  func words(ofAttribute attribute: String, _ node: Int) -> [String] {
    wordRanges(ofAttribute: attribute, node).map {
      String(decoding: document.attributeText[$0], as: UTF8.self)
    }
  }

  /// Returns the ranges of the words of an attribute's value in the document's attribute text.
  private func wordRanges(ofAttribute attribute: String, _ node: Int) -> [Range<Int>] {
    guard let index = document.attributeIndex(attribute, of: node) else { return [] }
    let value = document.attributes[index].value
    let bytes = document.attributeText
    var ranges: [Range<Int>] = []
    var start: Int?
    for position in Int(value.lowerBound)..<Int(value.upperBound) {
      if isBlank(bytes[position]) {
        if let from = start { ranges.append(from..<position) }
        start = nil
      } else if start == nil {
        start = position
      }
    }
    if let from = start { ranges.append(from..<Int(value.upperBound)) }
    return ranges
  }

  /// Returns `value` when it is one of `allowed`; another is a finding.
  func oneOf(
    _ allowed: [String], _ value: String, of name: String, _ place: @autoclosure () -> Place
  ) -> String? {
    if allowed.contains(value) { return value }
    log.add(
      ClauseMessage.badValue(
        value, of: name, expected: allowed.joined(separator: ", "),
        suggestion: Suggestion.nearest(to: value, among: allowed), place()))
    return nil
  }

  /// Returns a required attribute that must be one of `allowed`.
  func required(_ attribute: String, of node: Int, in allowed: [String]) -> String? {
    guard let value = required(attribute, of: node) else { return nil }
    return oneOf(allowed, value, of: attribute, place(ofAttribute: attribute, node))
  }

  /// Returns an attribute as a case of an enumeration, `missing` when it is not there; with nil
  /// for `missing` the attribute is required. Another value is a finding.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ attribute: String, of node: Int, missing: Choice?
  ) -> Choice? where Choice.RawValue == String {
    let value: String
    if let missing {
      guard let given = optional(attribute, of: node) else { return missing }
      value = given
    } else {
      guard let given = required(attribute, of: node) else { return nil }
      value = given
    }
    if let choice = Choice(rawValue: value) { return choice }
    _ = oneOf(
      Choice.allCases.map(\.rawValue), value, of: attribute, place(ofAttribute: attribute, node))
    return missing
  }

  /// Returns an attribute as a whole number in a range, or nil when it is missing; another value
  /// is a finding.
  func number(_ attribute: String, of node: Int, in range: ClosedRange<Int>) -> Int? {
    guard let value = optional(attribute, of: node) else { return nil }
    if let number = Int(value), range.contains(number) { return number }
    log.add(
      ClauseMessage.badValue(
        value, of: attribute, expected: "\(range.lowerBound) to \(range.upperBound)",
        place(ofAttribute: attribute, node)))
    return nil
  }

  /// Returns an attribute as `yes` or `no`; a missing one is `no`.
  func flag(_ attribute: String, of node: Int) -> Bool {
    guard let value = optional(attribute, of: node) else { return false }
    return oneOf(["yes", "no"], value, of: attribute, place(ofAttribute: attribute, node)) == "yes"
  }

  /// Returns the document roles that an attribute lists.
  func roles(_ attribute: String, of node: Int) -> Set<DocumentRole> {
    var roles: Set<DocumentRole> = []
    for word in words(ofAttribute: attribute, node) {
      if let role = role(word, attribute, place(ofAttribute: attribute, node)) {
        roles.insert(role)
      }
    }
    return roles
  }

  /// Returns the document role of a word; an unknown one is a finding.
  func role(_ word: String, _ owner: String, _ place: @autoclosure () -> Place) -> DocumentRole? {
    if let role = DocumentRole(rawValue: word) { return role }
    return oneOf(DocumentRole.allCases.map(\.rawValue), word, of: owner, place())
      .flatMap(DocumentRole.init)
  }

  /// Returns the value of `xml:lang`, which must be one of `allowed`.
  func language(of node: Int, in allowed: [String]) -> String? {
    guard
      let index = document.attributeIndex(
        "lang", namespace: "http://www.w3.org/XML/1998/namespace", of: node)
    else {
      log.add(ClauseMessage.missingAttribute("xml:lang", of: name(node), place(node)))
      return nil
    }
    return oneOf(
      allowed, document.value(ofAttribute: index), of: "xml:lang",
      document.place(ofAttribute: index, of: node))
  }
}

/// Whether a byte is white space of XML.
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
