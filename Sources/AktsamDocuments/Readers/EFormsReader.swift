internal import AktsamText
package import AktsamXML

/// Reads eForms notices, of the EU and of the Norwegian profile.
///
/// Commission Implementing Regulation (EU) 2019/1780; the notices are UBL 2.3 documents that name
/// the eForms kit in `CustomizationID`. Texts stand where the business terms (BT) put them.
package enum EFormsReader: XMLFormatReader {
  package static var formats: [FormatInfo] {
    [
      FormatInfo(
        id: "eforms", summary: "eForms notice, EU and Norwegian profile",
        root: "ContractNotice, PriorInformationNotice, ContractAwardNotice")
    ]
  }

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    guard ["ContractNotice", "PriorInformationNotice", "ContractAwardNotice"].contains(root.local),
      EFormsName.accepts(root.namespace), let node = xml.root
    else { return false }
    guard let customization = xml.firstChild(of: node, named: "CustomizationID") else {
      // A notice that broke off, or lacks the element, shows itself by its extension.
      return xml.names.contains { $0.namespace.hasPrefix(EFormsName.extensions) }
    }
    return xml.string(of: customization).hasPrefix("eforms-sdk-")
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    var document = Document(
      source: xml.source, lines: xml.lines, format: "eforms", role: .notice, roleOrigin: .format,
      text: xml.text, runs: xml.runs, elements: xml.elements, findings: xml.findings,
      isComplete: xml.isWellFormed)
    if let role = options.role {
      document.role = role
      document.roleOrigin = .declared
    }
    let tree = EFormsTree(xml, lookup: EFormsName.init)
    let root = xml.root ?? -1
    let code = root >= 0 ? tree.string(.noticeLanguageCode, of: root) : ""
    let original = code.isEmpty ? nil : LanguageTag.normalise(code) ?? code.lowercased()
    document.language =
      options.language.map { LanguageTag.normalise($0) ?? $0.lowercased() } ?? original
    guard root >= 0 else { return document }
    var reading = EFormsReading(tree: tree, root: root, original: original, document: document)
    reading.read()
    return reading.document
  }
}
