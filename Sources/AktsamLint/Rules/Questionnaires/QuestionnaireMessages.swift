/// The wording of the findings about questionnaires.
enum QuestionnaireMessages {
  static func noSuchQuestion(_ id: String, near: String?) -> String {
    "there is no question \"\(id)\" in this questionnaire" + Messages.suggestion(near)
  }

  static func longQuestion(_ count: Int, _ limit: Int) -> String {
    "the question has \(count) words, more than \(limit): ask one thing, explain in the help text"
  }
}
