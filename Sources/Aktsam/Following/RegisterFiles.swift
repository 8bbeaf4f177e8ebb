/// The files that rounds of the register have read, as they are now.
package struct RegisterFiles {
  /// Creates access to the files.
  package init() {}

  /// Returns the SHA-256 of a file, or of a member of a zip file, in lower-case hexadecimal.
  ///
  /// - Parameters:
  ///   - path: the path as it was given when the file was read.
  ///   - part: the member; empty for the file itself.
  /// - Returns: the hash; nil when the file or member is not there.
  package func hash(of path: String, part: String) -> String? {
    let file = FileAccess.read(path)
    guard !part.isEmpty else { return file.bytes.map { sha256($0) } }
    return file.members().first { $0.part == part }?.bytes.map { sha256($0) }
  }
}
