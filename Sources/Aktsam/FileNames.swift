internal import AktsamArchive

/// Names for files, each once, of letters, digits and hyphens only.
package struct FileNames: Sendable {
  private var taken: Set<String> = []

  /// Creates names; none is taken yet.
  package init() {}

  /// Returns a name for something.
  ///
  /// - Parameters:
  ///   - title: what it is called; its last words are taken.
  ///   - suffix: what the name ends with, without the dot.
  /// - Returns: a name that was not given before.
  package mutating func name(for title: String, suffix: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.suffix(8)
    let stem = words.isEmpty ? "supplier" : words.joined(separator: "-")
    var name = "\(stem).\(suffix)"
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number).\(suffix)"
      number += 1
    }
    return name
  }
}

/// Puts files together in one.
package enum FileBundle {
  /// Returns a zip file.
  ///
  /// - Parameter files: names with what the files hold, in order.
  /// - Returns: its bytes.
  /// - Throws: `ArchiveError` when memory runs short.
  package static func zip(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    var writer = ArchiveWriter()
    for file in files { writer.add(file.name, file.bytes) }
    return try writer.bytes()
  }
}
