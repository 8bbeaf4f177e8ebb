/// The wording of all findings about encodings, in one place.
enum EncodingMessages {
  static let rule = "AK0106"

  static func invalid(encoding: String, count: Int) -> String {
    count == 1
      ? "one byte sequence is not valid \(encoding) and is read as U+FFFD"
      : "\(count) byte sequences are not valid \(encoding) and are read as U+FFFD, "
        + "the first of them here"
  }

  static let readAsWindows1252 =
    "the bytes are not valid utf-8, and no encoding is declared: read as windows-1252"

  static func unknown(declared: String) -> String {
    "the declared encoding \"\(declared)\" is not known: read as utf-8"
  }

  static func contradicted(declared: String, actual: String) -> String {
    "the declared encoding is \"\(declared)\", the bytes are \(actual): read as \(actual)"
  }
}
