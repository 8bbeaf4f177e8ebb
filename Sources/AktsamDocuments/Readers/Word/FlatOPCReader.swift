package import AktsamXML

/// Reads `flat-opc`: a Word document whose parts stand in one XML file (`pkg:package`), and the main
/// part of a Word document alone.
package enum FlatOPCReader: XMLFormatReader {
  private static let package = "http://schemas.microsoft.com/office/2006/xmlPackage"

  package static let formats = [
    FormatInfo(
      id: "flat-opc", summary: "a Word document in one XML file, or its main part alone",
      root: "{\(package)}package, w:document")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    if root.local == "document" { return WordPart.namespaces.contains(root.namespace) }
    return root.local == "package" && root.namespace == package
      && main(in: members(xml), xml) != nil
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let members = members(xml)
    var parts = WordParts(main: WordPart(xml, root: xml.root ?? 0, base: 0))
    if let name = main(in: members, xml), let root = members[name] {
      parts = WordParts(main: WordPart(xml, root: root, base: 0), name: name) { name in
        members[name].map { WordPart(xml, root: $0, base: 0) }
      }
    }
    return WordReading.read(parts, format: "flat-opc", options: options)
  }

  /// Returns the root elements of the parts by their names.
  private static func members(_ xml: XMLDocument) -> [String: Int] {
    guard let root = xml.root else { return [:] }
    var members: [String: Int] = [:]
    for part in xml.childElements(of: root, named: "part") {
      guard let name = xml.attribute("name", of: part),
        let data = xml.firstChild(of: part, named: "xmlData"),
        let element = xml.childElements(of: data).first
      else { continue }
      let key = String(name.drop { $0 == "/" })
      if members[key] == nil { members[key] = element }
    }
    return members
  }

  /// Returns the name of the main part: the first in the file that is the body of a document.
  private static func main(in members: [String: Int], _ xml: XMLDocument) -> String? {
    members.filter {
      xml.local(of: $0.value) == "document"
        && WordPart.namespaces.contains(xml.namespace(of: $0.value))
    }.min { $0.value < $1.value }?.key
  }
}
