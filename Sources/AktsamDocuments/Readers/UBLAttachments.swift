import AktsamText
import AktsamXML

/// The files that a procurement document in UBL or CODICE names.
struct UBLAttachments {
  let tree: UBLNoticeTree

  /// A file, with what it is said to be.
  struct Entry {
    var attachment: Attachment
    /// Whether it is called an ESPD; one that only has the type code may be something else.
    var isNamedSelfDeclaration = false
    /// The hash as written, when it can't be used; empty = there is none such.
    var badHash = ""
  }

  /// Returns the files named below an element, in document order.
  ///
  /// - Complexity: O(n) in the number of descendants.
  func entries(below node: Int) -> [Entry] {
    let end = max(Int(tree.xml.nodes[node].end), node + 1)
    return ((node + 1)..<end).filter { tree[$0] == .attachment }.flatMap { attachment in
      let holder = tree.xml.parent(of: attachment) ?? node
      let reference = tree[holder] == .documentReference ? holder : nil
      return tree.xml.childElements(of: attachment).compactMap {
        switch tree[$0] {
        case .externalReference: entry(external: $0, reference: reference)
        case .embeddedDocument: entry(embedded: $0, reference: reference)
        default: nil
        }
      }
    }
  }

  private func entry(external node: Int, reference: Int?) -> Entry? {
    let uri = tree.string(.uri, of: node)
    var name = tree.string(.fileName, of: node)
    if name.isEmpty { name = Self.lastComponent(of: uri) }
    if name.isEmpty, let reference, !uri.isEmpty { name = tree.string(.id, of: reference) }
    guard !name.isEmpty else { return nil }
    var entry = entry(
      name: name, mediaType: tree.string(.mimeCode, of: node), reference: reference, node: node)
    if uri.hasPrefix("http://") || uri.hasPrefix("https://") { entry.attachment.location = uri }
    takeHash(
      tree.string(.documentHash, of: node), tree.string(.hashAlgorithmMethod, of: node), &entry)
    return entry
  }

  private func entry(embedded node: Int, reference: Int?) -> Entry? {
    let name =
      tree.xml.attribute("filename", of: node)?.trimmedSpaces
      ?? reference.map { tree.string(.id, of: $0) } ?? ""
    let type = tree.xml.attribute("mimeCode", of: node)?.trimmedSpaces ?? ""
    guard !name.isEmpty || !type.isEmpty else { return nil }
    return entry(name: name, mediaType: type, reference: reference, node: node)
  }

  private func entry(name: String, mediaType: String, reference: Int?, node: Int) -> Entry {
    let description = reference.map { tree.string(.documentDescription, of: $0) } ?? ""
    let code = reference.map { tree.string(.documentTypeCode, of: $0) } ?? ""
    let isNamed = Self.namesESPD(name) || Self.namesESPD(description)
    return Entry(
      attachment: Attachment(
        name: name, mediaType: mediaType, description: description,
        isSelfDeclaration: isNamed || code == "916",
        place: tree.xml.place(ofNode: reference ?? node)), isNamedSelfDeclaration: isNamed)
  }

  private func takeHash(_ written: String, _ algorithm: String, _ entry: inout Entry) {
    guard !written.isEmpty else { return }
    entry.attachment.algorithm = Attachment.Algorithm(algorithm)
    if let hash = DeclaredHash.hexadecimal(written, entry.attachment.algorithm) {
      entry.attachment.hash = hash
    } else {
      entry.badHash = written
    }
  }

  private static func namesESPD(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.contains("espd") || text.contains("egenerklæring")
      || text.contains("egenförsäkran")
  }

  /// Returns what stands behind the last slash or colon of an address (`cid:file.xml`), without a
  /// query.
  private static func lastComponent(of uri: String) -> String {
    let path = uri.prefix { $0 != "?" && $0 != "#" }
    let start = path.lastIndex { $0 == "/" || $0 == ":" }.map { path.index(after: $0) }
    return String(path[(start ?? path.startIndex)...])
  }
}

extension UBLAttachments {
  /// Adds the files to a document, with a finding for each.
  func add(below node: Int, to document: inout Document) {
    for entry in entries(below: node) {
      document.attachments.append(entry.attachment)
      document.findings.append(NoticeMessages.attachment(entry.attachment))
      if entry.attachment.isSelfDeclaration {
        document.findings.append(
          NoticeMessages.selfDeclaration(
            entry.attachment, isNamed: entry.isNamedSelfDeclaration))
      }
      if !entry.badHash.isEmpty {
        document.findings.append(NoticeMessages.badHash(entry.badHash, of: entry.attachment))
      }
    }
  }
}
