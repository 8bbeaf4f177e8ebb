/// The name of a column of responses: `{sid}X{gid}X{qid}` and, for parts of a question, a suffix.
///
/// LimeSurvey puts an underscore before names that start with a digit, and a hyphen in place of the
/// number sign, since XML allows neither (its function `buildXMLFromQuery`).
struct LimeSurveyColumn {
  /// The key of the survey.
  var survey: String
  /// The key of the question and the suffix, which only the form can tell apart.
  var rest: Substring

  /// Reads a column's name; nil when it is that of no answer.
  init?(_ name: String) {
    let parts = name.drop { $0 == "_" }.split(
      separator: "X", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isNumber(parts[0]), Self.isNumber(parts[1]),
      parts[2].utf8.first.map({ (0x30...0x39).contains($0) }) == true
    else { return nil }
    survey = String(parts[0])
    rest = parts[2]
  }

  /// Finds the question of the column: the key is the longest run of digits that leaves a suffix
  /// that the question has.
  ///
  /// - Parameter accepts: whether there is a question with a key, and it has a suffix.
  /// - Returns: the key and the suffix, or nil.
  func split(_ accepts: (_ key: String, _ suffix: String) -> Bool) -> (String, String)? {
    var digits = rest.utf8.prefix(Self.maxDigits).prefix { (0x30...0x39).contains($0) }.count
    while digits > 0 {
      let key = String(rest.prefix(digits))
      let suffix = String(rest.dropFirst(digits))
      if accepts(key, suffix) { return (key, suffix) }
      digits -= 1
    }
    return nil
  }

  /// No key has more.
  private static let maxDigits = 19

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
