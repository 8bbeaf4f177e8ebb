/// The wording of the findings about suppressions.
enum SuppressionMessages {
  static let noReason =
    "this suppression says no reason and silences nothing: add reason=\"why the finding may stand\""
  static let noRules = "this suppression names no rule: write their ids behind \"ignore\""
  static let nothingFollows =
    "nothing comes after this suppression: move it before what it is about, or write \"ignore-file\""
  static let remove = "remove the suppression"

  static func expired(_ until: String, _ reason: String) -> String {
    "this suppression held until \(until) and silences nothing any more: mend what it was about, or "
      + "set a later day (its reason: \(reason))"
  }

  static func unused(_ rule: String) -> String {
    "nothing is found that this suppression of \"\(rule)\" could silence: remove it"
  }

  static func unknownRule(_ rule: String, near: String?) -> String {
    "there is no rule \"\(rule)\" to suppress" + Messages.suggestion(near)
  }

  static func unknownVerb(_ word: String, near: String?) -> String {
    "\"\(word)\" is no instruction: write \"ignore\" or \"ignore-file\"" + Messages.suggestion(near)
  }

  static func unknownPart(_ name: String) -> String {
    "a suppression has no \"\(name)\": write rules, reason=\"…\" and until=\"2027-01-31\""
  }
}
