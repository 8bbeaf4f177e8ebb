/// A text file inside the binary: of `clauses/` or `schemas/` here, of its own folders in a target that
/// uses the plugin as well.
package struct EmbeddedFile: Sendable {
  /// The path from the package's root, such as `clauses/sources.xml`.
  package let path: StaticString
  private let content: StaticString

  /// Creates a file; only the code that the plugin makes does so.
  package init(path: StaticString, content: StaticString) {
    self.path = path
    self.content = content
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: content.utf8Start, count: content.utf8CodeUnitCount))
  }

  /// All embedded files, sorted by path.
  package static var all: [EmbeddedFile] { embeddedFiles }

  /// Returns the embedded files below a folder, sorted by path.
  package static func files(below folder: String) -> [EmbeddedFile] {
    embeddedFiles.filter { $0.path.description.hasPrefix(folder + "/") }
  }
}
