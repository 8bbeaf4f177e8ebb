/// The wording of problems with configurations and baselines.
enum ConfigurationMessages {
  static let notUTF8 = "the file is not UTF-8: save it in that encoding"
  static let tooMany = "the file holds too many values"
  static let noReason = "a suppression needs a \"reason\": say why the finding may stand"
  static let noRules = "a suppression needs \"rules\": name the rules that it silences"
  static let noFiles = "\"files\" is missing: name the paths that this is about"

  static func tooLarge(_ limit: Int) -> String {
    "the file has more than \(limit) bytes"
  }

  static func notYAML(_ problem: String) -> String { "this is no YAML: \(problem)" }

  static func twice(_ keys: [String]) -> String {
    "the same key stands twice: \(Messages.list(keys))"
  }

  static func unknownKey(_ key: String, _ known: [String], near: String?) -> String {
    "there is no key \"\(key)\""
      + (near.map { "; did you mean \"\($0)\"?" }
        ?? "; known are \(Messages.list(known))")
  }

  static func expected(_ what: String, for key: String, found: String) -> String {
    "\"\(key)\" takes \(what), not \(found)"
  }

  static func unknownRule(_ text: String, near: String?) -> String {
    "there is no rule or group \"\(text)\"" + Messages.suggestion(near)
  }

  static func unknownValue(_ key: String, _ text: String, _ known: [String], near: String?)
    -> String
  {
    "\"\(key)\" has no value \"\(text)\""
      + (near.map { "; did you mean \"\($0)\"?" }
        ?? "; known are \(Messages.list(known))")
  }

  static func noOption(_ rule: String, _ option: String, _ known: [String], near: String?)
    -> String
  {
    "the rule \"\(rule)\" has no option \"\(option)\""
      + (near.map { "; did you mean \"\($0)\"?" }
        ?? (known.isEmpty ? "; it has none" : "; it has \(Messages.list(known))"))
  }

  static func notADate(_ text: String) -> String {
    "\"\(text)\" is no date: write it as 2027-01-31"
  }

  static func notABaseline(_ found: String) -> String {
    "this is no baseline: \"schema\" must be \"aktsam-baseline-1\", not \(found)"
  }

  static func missingKey(_ key: String) -> String { "the key \"\(key)\" is missing" }
}
