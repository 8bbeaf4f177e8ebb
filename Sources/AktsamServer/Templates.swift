internal import AktsamResources
internal import Mustache

/// The templates of the pages, compiled when the server starts.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// Compiles the templates that the binary holds.
  ///
  /// - Throws: when one of them is no Mustache, which a test excludes.
  init() throws {
    var library = MustacheLibrary()
    for file in embeddedFiles where file.path.description.hasSuffix(".mustache") {
      let name = file.path.description.split(separator: "/").last?.dropLast(9) ?? ""
      try library.register(String(decoding: file.bytes, as: UTF8.self), named: String(name))
    }
    self.library = library
  }

  /// Returns a page; nil when there is no such template.
  ///
  /// - Parameters:
  ///   - name: the name of the template's file, without `.mustache`.
  ///   - model: the values, found by the names of their properties.
  /// - Returns: the page.
  func render(_ name: String, _ model: some Sendable) -> String? {
    library.render(model, withTemplate: name)
  }
}
