internal import CLibXML2

/// The process-wide state of libxml2.
enum LibXML {
  /// Initialises the library once and makes it refuse every external resource, file or network:
  /// external entities, document types, schema imports.
  static let ready: Void = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// Runs `body` with a structured error handler on the calling thread, and restores the one
  /// before. `body` must not suspend.
  static func withErrors<Result>(
    to context: UnsafeMutableRawPointer, _ handler: xmlStructuredErrorFunc?, _ body: () -> Result
  ) -> Result {
    let oldHandler = aktsam_structuredError()
    let oldContext = aktsam_structuredErrorContext()
    xmlSetStructuredErrorFunc(context, handler)
    defer { xmlSetStructuredErrorFunc(oldContext, oldHandler) }
    return body()
  }
}
