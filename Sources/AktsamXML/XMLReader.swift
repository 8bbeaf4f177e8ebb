package import AktsamText
internal import CLibXML2

/// Reads XML 1.0 with namespaces into flat documents whose every part is traced to its bytes.
///
/// libxml2 parses; nothing outside the document is ever read, and every reference is expanded
/// here, under ``XMLLimits``.
package enum XMLReader {
  /// Parses a source.
  ///
  /// Bad input never throws: the document holds what was read before the first error, and its
  /// findings say what was wrong (`AK0101` not well-formed, `AK0102` a limit, `AK0103` a document
  /// type, `AK0104` something outside the document, `AK0105` an entity that is read in part,
  /// `AK0110` a schema violation).
  ///
  /// - Parameters:
  ///   - source: the decoded input, see ``TextDecoding``.
  ///   - limits: what the input may make the reader do.
  ///   - schema: a schema to validate against in the same pass.
  ///   - separators: local names of elements that stand for a line break, or for a space if named
  ///     `tab` or `s`; a start tag of theirs puts it into the text.
  /// - Returns: the document, as far as it could be read.
  package static func read(
    _ source: SourceFile, limits: XMLLimits = .standard, schema: XMLSchema? = nil,
    separators: Set<String> = []
  ) -> XMLDocument {
    var builder = XMLBuilder(
      source: source, limits: limits, separators: separators, schemaName: schema?.name ?? "")
    builder.reserve()
    let isWellFormed = parse(&builder, schema: schema)
    if !isWellFormed, !builder.isBroken, !builder.isHalted {
      builder.add(
        Messages.notWellFormedRule, .error,
        Messages.notWellFormed(code: 0, detail: "unknown error"),
        at: builder.cursor..<builder.cursor)
    }
    return builder.document(isWellFormed: isWellFormed)
  }

  /// Reads the first start tag only: the name of the root element and its attributes.
  ///
  /// - Returns: the name, and the decoded values of the attributes by expanded name; nil when there
  ///   is no start tag.
  package static func root(
    of source: SourceFile
  ) -> (name: XMLName, attributes: [XMLName: String])? {
    // Nearly always the first pages are enough; copying less is the point of this function.
    let pageCount = 64 << 10
    let isShort = source.bytes.count <= pageCount
    let head = SourceFile(
      path: source.path, part: source.part,
      bytes: isShort
        ? source.bytes : Array(source.bytes.prefix(pageCount)))
    return root(ofHead: head) ?? (isShort ? nil : root(ofHead: source))
  }

  /// Reads the first start tag only and returns the name of the root element, or nil.
  package static func rootName(of source: SourceFile) -> XMLName? {
    root(of: source)?.name
  }

  private static func root(
    ofHead source: SourceFile
  ) -> (name: XMLName, attributes: [XMLName: String])? {
    var builder = XMLBuilder(source: source, limits: .standard)
    builder.stopsAtRoot = true
    _ = parse(&builder, schema: nil)
    let document = builder.document(isWellFormed: false)
    guard let root = document.root else { return nil }
    var attributes: [XMLName: String] = [:]
    for index in document.nodes[root].attributes {
      let name = document.names[Int(document.attributes[Int(index)].name)]
      attributes[name] = document.value(ofAttribute: Int(index))
    }
    return (document.name(of: root), attributes)
  }

  /// Runs the parser; returns whether it found the document well-formed.
  private static func parse(_ builder: inout XMLBuilder, schema: XMLSchema?) -> Bool {
    LibXML.ready
    let count = builder.bytes.count
    guard count <= builder.limits.maxBytes else {
      builder.halt(limit: "maxBytes", builder.limits.maxBytes, at: 0..<0)
      return false
    }
    let maxAttributes = builder.limits.maxAttributes
    if let tag = overloadedTag(in: builder.bytes, limit: maxAttributes) {
      builder.halt(limit: "maxAttributes", maxAttributes, at: tag)
      return false
    }
    let context = builder.bytes.withUnsafeBytes { buffer in
      xmlCreateMemoryParserCtxt(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    guard let context else {
      builder.isBroken = true
      builder.add(Messages.notWellFormedRule, .error, Messages.empty, at: 0..<0)
      return false
    }
    // HUGE takes libxml2's own fixed limits away: ours have names and are checked by the builder.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      | XML_PARSE_HUGE.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    installHandlers(in: context)
    builder.context = context
    defer {
      builder.context = nil
      if let document = context.pointee.myDoc {
        context.pointee.myDoc = nil
        xmlFreeDoc(document)
      }
      xmlFreeParserCtxt(context)
      builder.entities.free()
    }
    withUnsafeMutablePointer(to: &builder) { pointer in
      context.pointee.userData = UnsafeMutableRawPointer(pointer)
      LibXML.withErrors(to: pointer, errorHandler) {
        if let schema {
          schema.validate(context, errors: pointer, handler: errorHandler) {
            _ = xmlParseDocument(context)
          }
        } else {
          xmlParseDocument(context)
        }
      }
    }
    builder.finishPosition()
    return context.pointee.wellFormed == 1 && !builder.isHalted
  }
}
