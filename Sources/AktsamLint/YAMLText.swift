/// Texts as YAML writes them.
enum YAMLText {
  /// Returns a text as it is where that is unmistakable, else in double quotation marks.
  static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./".unicodeScalars.contains($0)
      }
    let isWord = text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    let reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    if isPlain, isWord, !reserved.contains(text.lowercased()) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
