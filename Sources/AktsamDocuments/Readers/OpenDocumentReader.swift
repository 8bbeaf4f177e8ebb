internal import AktsamArchive
internal import AktsamText
package import AktsamXML

/// Reads a single OpenDocument XML file: the flat form (`.fodt`, `.fods`) or a bare content part.
package enum FlatOpenDocument: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "flat-odt", summary: "OpenDocument text in one XML file",
      root: "office:document, office:document-content")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.namespace == OpenDocumentName.office
      && ["document", "document-content"].contains(root.local)
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    OpenDocument.read(xml, styles: nil, meta: nil, format: "flat-odt", options: options)
  }
}

/// Reads OpenDocument packages: texts (`.odt`) and spreadsheets (`.ods`).
package enum OpenDocumentPackage: PackageFormatReader {
  package static let formats = [
    FormatInfo(id: "odt", summary: "OpenDocument text", root: "office:document-content"),
    FormatInfo(
      id: "ods", summary: "OpenDocument spreadsheet: questionnaires and tables",
      root: "office:document-content"),
  ]

  private static let typePrefix = "application/vnd.oasis.opendocument."

  package static func recognises(_ package: Package) -> Bool {
    guard package.archive.entry(named: "content.xml") != nil else { return false }
    guard let type = type(of: package) else {
      return package.archive.entry(named: "meta.xml") != nil
    }
    return type.hasPrefix("text") || type.hasPrefix("spreadsheet")
  }

  package static func read(_ package: Package, options: ReadingOptions) -> Document {
    let format = type(of: package)?.hasPrefix("spreadsheet") ?? false ? "ods" : "odt"
    let content = package.xml(
      "content.xml", options: options, separators: OpenDocumentName.separators)
    let isEncrypted =
      package.xml("META-INF/manifest.xml", options: options)
      .map { xml in xml.names.contains { $0.local == "encryption-data" } } ?? false
    guard let content, !isEncrypted, content.root != nil else {
      let source = SourceFile(path: package.path, part: package.part, bytes: [])
      var document = Document(
        source: source, lines: LineTable([]), format: format, role: options.role ?? .tender,
        roleOrigin: options.role == nil ? .inferred : .declared, text: [], runs: [],
        elements: ElementTable(), isComplete: false)
      if isEncrypted {
        document.findings.append(
          Finding(
            rule: SheetMessages.partRule, severity: .error, message: SheetMessages.encrypted,
            place: Place(in: source, segments: [], lines: document.lines)))
      } else {
        PackagePart.report("\"content.xml\"", in: &document)
      }
      return document
    }
    return OpenDocument.read(
      content, styles: package.xml("styles.xml", options: options),
      meta: package.xml("meta.xml", options: options), format: format, options: options)
  }

  /// The last part of the media type, such as `text`; nil when the package names none.
  private static func type(of package: Package) -> String? {
    guard let bytes = package.bytes(of: "mimetype") else { return nil }
    let type = String(decoding: bytes[trimmed(0..<bytes.count, in: bytes)], as: UTF8.self)
    return type.hasPrefix(typePrefix) ? String(type.dropFirst(typePrefix.count)) : nil
  }
}

/// What both forms of OpenDocument share.
enum OpenDocument {
  /// Returns the document of a content part.
  ///
  /// - Parameters:
  ///   - xml: the content part, or the whole of a flat file.
  ///   - styles: the part with the common styles; nil when they stand in `xml`.
  ///   - meta: the part with the date; nil when it stands in `xml`.
  ///   - format: the format id.
  ///   - options: what is known about the input.
  /// - Returns: the document.
  static func read(
    _ xml: XMLDocument, styles: XMLDocument?, meta: XMLDocument?, format: String,
    options: ReadingOptions
  ) -> Document {
    var document = OwnFormat.document(
      xml, format: format, role: .tender, origin: .inferred, options: options)
    var known = OpenDocumentStyles()
    if let styles { known.take(styles) }
    known.take(xml)
    // English is what the programs are delivered with: as a default it says nothing of the text.
    if document.language == nil, let language = known.language, language != "en" {
      document.language = language
    }
    document.date = date(in: meta ?? xml)
    let body = xml.root.flatMap { xml.firstChild(of: $0, named: "body") }
    guard let content = body.flatMap({ body in xml.childElements(of: body).first }) else {
      OwnFormat.noteEmpty(&document)
      return document
    }
    if xml.isElement(content, OpenDocumentName.office, "spreadsheet") {
      let sheets = OpenDocumentSheets(xml, known)
      let grids = sheets.read(content, in: &document)
      return SheetReading(document, mapping: options.columns).read(grids)
    }
    if options.role == nil { document.role = RoleInference.role(of: xml.text) }
    var reading = OpenDocumentReading(xml, document, known)
    reading.read(content)
    return reading.finish()
  }

  private static func date(in xml: XMLDocument) -> String? {
    guard let meta = xml.root.flatMap({ xml.firstChild(of: $0, named: "meta") }) else { return nil }
    return ["date", "creation-date"].lazy.compactMap { name in
      xml.firstChild(of: meta, named: name).flatMap { day(xml.string(of: $0)) }
    }.first
  }
}
