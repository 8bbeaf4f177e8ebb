internal import CLibXML2

/// Why a schema could not be used.
package struct XMLSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name that the schema was given.
  package let name: String
  /// What was wrong with it; the first error only.
  package let message: String
  /// The 1-based line, or 0 when it is not known.
  package let line: Int

  /// The error in one line.
  package var description: String {
    line > 0 ? "\(name):\(line): \(message)" : "\(name): \(message)"
  }
}

/// A compiled XML Schema (XSD 1.0).
///
/// It is compiled once and only read afterwards, so that several threads may validate with it at
/// the same time.
package final class XMLSchema: Sendable {
  /// The name that findings show.
  package let name: String
  // libxml2 doesn't change a compiled schema while it validates: each validation has a context of
  // its own, and loading further schemas by `xsi:schemaLocation` is refused.
  nonisolated(unsafe) private let schema: xmlSchemaPtr

  /// Compiles a schema.
  ///
  /// Imported and included schemas are not read.
  ///
  /// - Parameters:
  ///   - name: what findings and errors call it.
  ///   - bytes: the schema document.
  /// - Throws: ``XMLSchemaError`` with libxml2's first error.
  package init(name: String, bytes: [UInt8]) throws(XMLSchemaError) {
    LibXML.ready
    let log = SchemaLog()
    let pointer = Unmanaged.passUnretained(log).toOpaque()
    let compiled = withExtendedLifetime(log) {
      LibXML.withErrors(to: pointer, schemaErrorHandler) {
        bytes.withUnsafeBytes { buffer -> xmlSchemaPtr? in
          guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
            let parser = xmlSchemaNewMemParserCtxt(
              base, Int32(truncatingIfNeeded: buffer.count))
          else { return nil }
          defer { xmlSchemaFreeParserCtxt(parser) }
          xmlSchemaSetParserStructuredErrors(parser, schemaErrorHandler, pointer)
          return xmlSchemaParse(parser)
        }
      }
    }
    guard let compiled else {
      throw XMLSchemaError(
        name: name, message: log.message ?? "the schema can't be read", line: log.line)
    }
    self.name = name
    schema = compiled
  }

  deinit {
    xmlSchemaFree(schema)
  }

  /// Runs `parse` with validation between the parser and its handlers.
  func validate(
    _ context: xmlParserCtxtPtr, errors: UnsafeMutableRawPointer,
    handler: @escaping xmlStructuredErrorFunc, _ parse: () -> Void
  ) {
    guard let validation = xmlSchemaNewValidCtxt(schema) else { return parse() }
    defer { xmlSchemaFreeValidCtxt(validation) }
    xmlSchemaSetValidStructuredErrors(validation, handler, errors)
    let plug = xmlSchemaSAXPlug(
      validation, &context.pointee.sax, &context.pointee.userData)
    parse()
    if let plug { xmlSchemaSAXUnplug(plug) }
  }
}

/// The first error of a compilation.
private final class SchemaLog {
  var message: String?
  var line = 0
}

private let schemaErrorHandler: xmlStructuredErrorFunc = { pointer, error in
  guard let pointer, let error, error.pointee.level != XML_ERR_WARNING else { return }
  Unmanaged<SchemaLog>.fromOpaque(pointer)._withUnsafeGuaranteedRef { log in
    guard log.message == nil else { return }
    log.message = XMLBuilder.text(error.pointee.message)
    log.line = Int(error.pointee.line)
  }
}
