import AktsamLint

/// The wording of what the server says.
enum ServerMessages {
  static func notOpen(_ uri: String?) -> String {
    "the text \"\(uri ?? "")\" is not open: its change is passed over"
  }

  static func noProfile(_ profile: String, known: [String]) -> String {
    "there is no profile \"\(profile)\"; known are "
      + known.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  static func problem(_ problem: ConfigurationProblem, in path: String) -> String {
    var problem = problem
    problem.path = path
    return problem.description
  }

  static func suppress(_ rule: String, inFile: Bool) -> String {
    inFile ? "Ignore \(rule) in this file" : "Ignore \(rule) here"
  }
}
