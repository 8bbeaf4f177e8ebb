internal import Aktsam
internal import AktsamDocuments
internal import AktsamReports
internal import AktsamText
internal import Hummingbird

extension Request {
  /// The names in the query that say how files are read.
  static let readingNames: Set<String> = [
    "name", "profile", "lang", "role", "document-lang", "as-of", "grouping",
  ]

  /// Reads from the query how files are read.
  ///
  /// - Parameter server: knows the profile that is taken where none is named.
  /// - Returns: the choices.
  /// - Throws: ``Problem`` for a value that there is not.
  func options(_ server: ServerContext) throws(Problem) -> ProcedureOptions {
    var options = ProcedureOptions(profile: query("profile") ?? server.defaultProfile)
    options.language = try choice("lang", PageLanguage.allCases.map { ($0.rawValue, $0) }) ?? .en
    options.role = try choice(
      "role",
      ["response", "tender", "contract", "questionnaire", "notice"].compactMap { name in
        DocumentRole(rawValue: name).map { (name, $0) }
      })
    options.documentLanguage = query("document-lang")
    options.asOf = query("as-of")
    options.grouping =
      try choice(
        "grouping", [("folders", .folders), ("each", .each), ("together", .together)]) ?? .folders
    _ = try server.checked(options)
    return options
  }

  /// Returns the choice that the query names; nil when it does not.
  ///
  /// - Throws: ``Problem`` for a choice that there is not.
  func choice<Value>(
    _ name: String, _ choices: [(String, Value)]
  ) throws(Problem) -> Value? {
    guard let text = query(name) else { return nil }
    if let found = choices.first(where: { $0.0 == text }) { return found.1 }
    throw .invalid("\(name) wants one of \(choices.map(\.0).joined(separator: ", "))")
  }

  /// Returns yes or no from the query; no when it does not say.
  ///
  /// - Throws: ``Problem`` for anything else.
  func flag(_ name: String) throws(Problem) -> Bool {
    try choice(name, [("true", true), ("false", false)]) ?? false
  }

  /// Returns a day from the query; nil when it does not say.
  ///
  /// - Throws: ``Problem`` when it is none.
  func day(_ name: String) throws(Problem) -> String? {
    guard let text = query(name) else { return nil }
    guard CalendarDay.isDay(text) else { throw .invalid("\(name) wants a date such as 2026-11-24") }
    return text
  }
}
