package import AktsamArchive
package import AktsamText
internal import AktsamXML

/// All formats, in the order in which their readers are asked.
package enum FormatTable {
  /// The readers of XML formats; the last one takes every document.
  package static let readers: [any XMLFormatReader.Type] = [
    OwnResponse.self, OwnQuestionnaire.self, OwnTender.self, ESPDReader.self, EFormsReader.self,
    AkomaNtosoReader.self, FormexReader.self, DocBookReader.self, OSCALReader.self,
    TEDReader.self, UBLPreAwardReader.self, CodiceReader.self,
    LimeSurveyReader.self, QueXMLReader.self, ODKFormReader.self, FHIRReader.self, QTIReader.self,
    ODKSubmissionReader.self,
    FlatOpenDocument.self,
    FlatOPCReader.self, Word2003Reader.self,
    Prose.self,
  ]

  /// The readers of formats that are zip files of XML members.
  package static let packageReaders: [any PackageFormatReader.Type] = [
    LimeSurveyReader.self, WorkbookReader.self, OpenDocumentPackage.self, DocxReader.self,
  ]

  /// The lines of `aktsam formats`.
  package static var formats: [FormatInfo] {
    // A reader of files and of packages is in both tables.
    var known: Set<String> = []
    return
      (readers.flatMap { $0.formats } + packageReaders.flatMap { $0.formats }
      + Markdown.formats + PlainText.formats).filter { known.insert($0.id).inserted }
  }

  /// The schema files of our own formats by the namespace of the root element.
  static let schemas: [String: String] = [
    OwnResponse.namespace: "response.xsd",
    OwnQuestionnaire.namespace: "questionnaire.xsd",
    OwnTender.namespace: "tender.xsd",
  ]
}

/// Reads any input.
package enum DocumentReader {
  /// Returns whether an input is a zip file of inputs, and no document itself.
  package static func isCollection(_ bytes: [UInt8], limits: ArchiveLimits = .standard) -> Bool {
    guard case .archive = InputKind(bytes), let archive = try? Archive(bytes, limits: limits)
    else { return false }
    let package = Package(archive: archive, path: "")
    return !FormatTable.packageReaders.contains { $0.recognises(package) }
  }

  /// Returns the document that an input holds.
  ///
  /// Never fails: an input that cannot be read gives a document without blocks that is not
  /// complete, with a finding (`AK0301`) that says what to do.
  ///
  /// - Parameters:
  ///   - bytes: the input as stored.
  ///   - path: the path as the user gave it.
  ///   - part: the member inside an archive; empty for a plain file.
  ///   - options: what is known about the input.
  /// - Returns: the document.
  package static func read(
    _ bytes: [UInt8], path: String, part: String = "", options: ReadingOptions = ReadingOptions()
  ) -> Document {
    func unreadable(_ message: String) -> Document {
      Self.unreadable(path, part, message, options: options)
    }
    let kind = InputKind(bytes)
    if case .unreadable(let what) = kind { return unreadable(Messages.unreadable(what)) }
    guard bytes.count <= options.limits.maxBytes else {
      return unreadable(Messages.tooLarge(options.limits.maxBytes))
    }
    if case .archive = kind {
      do {
        let package = Package(
          archive: try Archive(bytes, limits: options.archiveLimits), path: path, part: part)
        guard let reader = FormatTable.packageReaders.first(where: { $0.recognises(package) })
        else { return unreadable(Messages.unknownArchive) }
        return reader.read(package, options: options)
      } catch {
        return unreadable(error.description)
      }
    }
    let (source, findings) = TextDecoding.decode(bytes, path: path, part: part)
    var document = read(source, isXML: kind.isXML, options: options)
    if !findings.isEmpty { document.findings = findings + document.findings }
    return document
  }

  /// Returns the document that a text holds which is decoded already, as an editor has it: what it
  /// declares about its encoding is about the file and is passed over.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - options: what is known about the input.
  /// - Returns: the document; never fails.
  package static func read(
    text: SourceFile, options: ReadingOptions = ReadingOptions()
  ) -> Document {
    read(text, isXML: InputKind(text.bytes).isXML, options: options)
  }

  private static func read(
    _ source: SourceFile, isXML: Bool, options: ReadingOptions
  ) -> Document {
    if isXML { return readXML(source, options: options) }
    guard source.bytes.count <= options.limits.maxBytes else {
      return unreadable(
        source.path, source.part, Messages.tooLarge(options.limits.maxBytes), options: options)
    }
    return Markdown.recognises(source)
      ? Markdown.read(source, options: options) : PlainText.read(source, options: options)
  }

  private static func readXML(_ source: SourceFile, options: ReadingOptions) -> Document {
    let root = XMLReader.rootName(of: source)
    let schemaName = root.flatMap { FormatTable.schemas[$0.namespace] }
    let xml = XMLReader.read(
      source, limits: options.limits, schema: schemaName.flatMap(options.schema),
      separators: separators(for: root))
    if !xml.isWellFormed, schemaName == nil, HTMLReader.recognises(source) {
      return Prose.read(
        HTMLReader.read(source, limits: options.limits, separators: Prose.separators),
        options: options)
    }
    guard let name = xml.root.map({ xml.name(of: $0) }) else {
      return Prose.read(xml, options: options)
    }
    let reader = FormatTable.readers.first { $0.recognises(name, in: xml) } ?? Prose.self
    return reader.read(xml, options: options)
  }

  /// The elements that stand for a break in the text: "s" is a space in OpenDocument, but struck-out
  /// text in a web page.
  private static func separators(for root: XMLName?) -> Set<String> {
    guard let root else { return Prose.separators }
    if FormatTable.schemas[root.namespace] != nil { return [] }
    return root.namespace == OpenDocumentName.office
      ? OpenDocumentName.separators : Prose.separators
  }

  /// The bytes of such an input are not kept: nothing in it has a place.
  private static func unreadable(
    _ path: String, _ part: String, _ message: String, options: ReadingOptions
  ) -> Document {
    let source = SourceFile(path: path, part: part, bytes: [], encoding: "binary")
    let lines = LineTable([])
    return Document(
      source: source, lines: lines, format: "unknown", role: options.role ?? .tender,
      roleOrigin: options.role == nil ? .inferred : .declared, text: [], runs: [],
      elements: ElementTable(),
      findings: [
        Finding(
          rule: Messages.unreadableRule, severity: .error, message: message,
          place: Place(in: source, segments: [], lines: lines))
      ], isComplete: false)
  }
}
