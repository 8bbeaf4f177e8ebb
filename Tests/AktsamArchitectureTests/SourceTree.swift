import AktsamTestSupport
import Foundation

/// The Swift files of the package.
enum SourceTree {
  struct File: Sendable {
    /// The path below the package.
    var path: String
    /// The folder right below `Sources`.
    var module: String
    var lines: [String]
  }

  static let files: [File] = {
    let folder = TestFiles.root.appending(path: "Sources")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard
        let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8),
        let module = path.split(separator: "/").first
      else { return nil }
      return File(
        path: "Sources/" + path, module: String(module),
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }()

  static let modules = Set(files.map(\.module)).sorted()
}

/// One `import` line.
struct Import: CustomStringConvertible {
  var module: String
  var isPrivate: Bool
  var place: String

  var description: String { "\(place) imports \(module)" }

  /// The import lines of a file. Comments and strings that begin a line with the word are told
  /// apart by what follows: one name and nothing else.
  static func lines(of file: SourceTree.File) -> [Import] {
    file.lines.enumerated().compactMap { index, line in
      var words = line.split(separator: " ").map(String.init)
      if let access = words.first, access.hasPrefix("@") { words.removeFirst() }
      let access = words.first.flatMap { levels.contains($0) ? $0 : nil }
      if access != nil { words.removeFirst() }
      guard words.first == "import" else { return nil }
      // `import struct Foundation.URL` names a module, too.
      guard let name = words.dropFirst().last?.split(separator: ".").first else { return nil }
      return Import(
        module: String(name), isPrivate: access == nil || access == "internal",
        place: "\(file.path):\(index + 1)")
    }
  }

  private static let levels = ["internal", "package", "public", "private", "fileprivate"]
}
