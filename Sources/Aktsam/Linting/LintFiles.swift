internal import AktsamDocuments

/// The files that a run of the linter is about, sorted into documents and clause libraries.
package struct LintFiles: Sendable {
  /// The paths of the documents as given, in order, each once.
  package private(set) var documents: [String] = []
  /// The folders of clause libraries as given.
  package private(set) var libraries: [String] = []

  /// Sorts what the arguments name.
  ///
  /// A folder stands for the files below it that are documents by their names. A file of a clause
  /// library, a folder with a `library.xml`, stands for the library.
  ///
  /// - Parameters:
  ///   - arguments: paths of files and folders, or `-`.
  ///   - isWanted: whether a file is wanted that a folder stands for.
  ///   - isExcluded: whether a file is not wanted even if it is named itself.
  package init(
    _ arguments: [String], isWanted: (String) -> Bool = { _ in true },
    isExcluded: (String) -> Bool = { _ in false }
  ) {
    var known: Set<String> = []
    for argument in arguments {
      let isFolder = argument != "-" && FileAccess.isFolder(argument)
      for path in FileAccess.expand([argument]) where !isExcluded(path) {
        if let library = Self.library(of: path) {
          if known.insert(library + "/").inserted { libraries.append(library) }
        } else if !isFolder || (Self.isDocument(path) && isWanted(path)),
          known.insert(path).inserted
        {
          documents.append(path)
        }
      }
    }
  }

  private static let suffixes: Set<String> = [
    "xml", "txt", "md", "markdown", "html", "htm", "xhtml", "docx", "odt", "fodt", "xlsx", "ods",
    "lss", "lsg", "lsq", "lsr", "lsa",
  ]

  private static func isDocument(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: "."), path[dot...].firstIndex(of: "/") == nil else {
      return false
    }
    return suffixes.contains(path[path.index(after: dot)...].lowercased())
  }

  /// Returns the folder of the clause library that a file belongs to, or nil.
  private static func library(of path: String) -> String? {
    guard path.hasSuffix(".xml") || path.hasSuffix("languages.txt") else { return nil }
    var folder = path[...]
    // The files of a library lie in its folder, in the folders of that, and those of a lexicon in a
    // folder of its language.
    for _ in 0..<3 {
      let end = folder.lastIndex(of: "/")
      folder = end.map { folder[..<$0] } ?? "."
      if FileAccess.isThere("\(folder)/library.xml"), FileAccess.isFolder("\(folder)/concepts") {
        return String(folder)
      }
      if end == nil { break }
    }
    return nil
  }
}
