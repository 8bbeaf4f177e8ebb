import AktsamDocuments

/// The wording of the findings that several rules share or that name what was met.
enum Messages {
  static func noSuchQuestion(_ id: String, near: String?) -> String {
    "there is no question \"\(id)\" in this questionnaire" + suggestion(near)
  }

  static func longQuestion(_ count: Int, _ limit: Int) -> String {
    "the question has \(count) words, more than \(limit): ask one thing, explain in the help text"
  }

  static func unanswered(_ question: Question) -> String {
    "the mandatory question \"\(question.id)\" has no answer: "
      + "answer it, or say why it does not apply"
  }

  static func placeholder(_ text: String) -> String {
    "\"\(text)\" is no answer: say what is the case, or why the question does not apply"
  }

  static func noSuchClause(_ number: String, near: String?) -> String {
    "there is no clause \(number) in this document" + suggestion(near)
  }

  static func eightConventions(missing: [String]) -> String {
    "the list of ILO core conventions lacks \(missing.joined(separator: ", ")): "
      + "since 2022 there are ten, with safety and health among them"
  }

  static func noMetExample(_ requirement: String, _ language: String) -> String {
    "the requirement \"\(requirement)\" has no example in \"\(language)\" of a statement that meets it"
  }

  static func suggestion(_ near: String?) -> String {
    near.map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
