internal import AktsamArchive
internal import AktsamText
internal import AktsamXML

/// Reads `docx`: a Word document, the XML of which lies in a zip file (ISO/IEC 29500).
package enum DocxReader: PackageFormatReader {
  package static let formats = [
    FormatInfo(id: "docx", summary: "a Word document", root: "word/document.xml in a zip file")
  ]

  package static func recognises(_ package: Package) -> Bool {
    mainName(package) != nil
  }

  package static func read(_ package: Package, options: ReadingOptions) -> Document {
    let name = mainName(package) ?? standardName
    guard let xml = package.xml(name, options: options), let root = xml.root else {
      return unreadable(package, name, options)
    }
    let main = WordPart(xml, root: root, base: 0)
    let parts = WordParts(main: main, name: name) { member in
      package.xml(member, options: options).flatMap { xml in
        xml.root.map { WordPart(xml, root: $0) }
      }
    }
    return WordReading.read(parts, format: "docx", options: options)
  }

  private static let standardName = "word/document.xml"

  /// Returns the name of the main part: what the package's relationships name, when it lies where
  /// Word documents have it.
  private static func mainName(_ package: Package) -> String? {
    if package.archive.entry(named: standardName) != nil { return standardName }
    guard let bytes = package.bytes(of: "_rels/.rels") else { return nil }
    let xml = XMLReader.read(SourceFile(path: package.path, part: "_rels/.rels", bytes: bytes))
    guard let root = xml.root else { return nil }
    let target = WordParts.relations(WordPart(xml, root: root))
      .first { $0.kind == "officeDocument" }
      .map { WordParts.resolve($0.target, in: "") }
    return target.flatMap {
      $0.hasPrefix("word/") && package.archive.entry(named: $0) != nil ? $0 : nil
    }
  }

  private static func unreadable(
    _ package: Package, _ name: String, _ options: ReadingOptions
  ) -> Document {
    var reason = MessagesWord.notThere
    if let entry = package.archive.entry(named: name) {
      do {
        _ = try package.archive.read(entry)
        reason = MessagesWord.notXML
      } catch {
        reason = error.description
      }
    }
    let source = SourceFile(path: package.path, part: package.part(name), bytes: [])
    let lines = LineTable([])
    return Document(
      source: source, lines: lines, format: "docx", role: options.role ?? .tender,
      roleOrigin: options.role == nil ? .inferred : .declared, text: [], runs: [],
      elements: ElementTable(),
      findings: [
        Finding(
          rule: Messages.unreadableRule, severity: .error,
          message: MessagesWord.noMain(name, reason),
          place: Place(in: source, segments: [], lines: lines))
      ], isComplete: false)
  }
}
