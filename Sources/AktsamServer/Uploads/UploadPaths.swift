/// The names that files of an upload are stored under: those that the browser gave, made harmless.
///
/// Folders are kept, since they say which documents belong together. Nothing leads out of the folder of the
/// upload, nothing is hidden, and no name is given twice.
struct UploadPaths: Sendable {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  /// The most folders that lie in each other.
  static let deepest = 24
  /// The most bytes of a name.
  static let longest = 200

  /// Returns the path that a file is stored under; nil for what is left out: hidden files in folders, such
  /// as those that an operating system leaves behind.
  ///
  /// - Parameter name: the name as it was sent, perhaps with folders.
  /// - Returns: the path below the folder of the upload.
  mutating func path(for name: String) -> String? {
    let parts = Self.parts(name)
    if parts.count > 1, parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) {
      return nil
    }
    var path = ""
    for (index, part) in parts.suffix(Self.deepest).enumerated() {
      let isLast = index == min(parts.count, Self.deepest) - 1
      let stem = path.isEmpty ? "" : path + "/"
      let plain = Self.visible(part)
      path = stem + plain
      var number = 2
      while isLast ? isTaken(path) : files.contains(Self.key(path)) {
        path = stem + Self.numbered(plain, number)
        number += 1
      }
      if isLast { files.insert(Self.key(path)) } else { folders.insert(Self.key(path)) }
    }
    return path
  }

  private func isTaken(_ path: String) -> Bool {
    files.contains(Self.key(path)) || folders.contains(Self.key(path))
  }

  /// A disk may take two names for one that differ in case only.
  private static func key(_ path: String) -> String { path.lowercased() }

  private static func parts(_ name: String) -> [String] {
    let kept = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter {
          switch $0.properties.generalCategory {
          // Marks that turn the direction of text can make a name look like another.
          case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator:
            false
          default: true
          }
        }))
    let parts = kept.split { $0 == "/" || $0 == "\\" }.map(String.init)
      .filter { part in !part.allSatisfy { $0 == "." || $0 == " " } }
    return parts.isEmpty ? ["file"] : parts
  }

  /// The name without dots before it, and not too long; its suffix is kept.
  private static func visible(_ part: String) -> String {
    let plain = part.drop { $0 == "." || $0 == " " }
    guard plain.utf8.count > longest else { return String(plain) }
    let dot = plain.lastIndex(of: ".") ?? plain.endIndex
    let suffix = plain[dot...].utf8.count <= 16 ? plain[dot...] : ""
    var stem = plain[..<dot]
    while stem.utf8.count + suffix.utf8.count > longest { stem = stem.dropLast() }
    return String(stem + suffix)
  }

  private static func numbered(_ name: String, _ number: Int) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return "\(name)-\(number)"
    }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
