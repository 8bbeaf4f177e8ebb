import AktsamDocuments

/// The wording of the findings about answers to questionnaires.
enum ResponseMessages {
  static func unanswered(_ question: Question) -> String {
    "the mandatory question \"\(question.id)\" has no answer: "
      + "answer it, or say why it does not apply"
  }

  static func placeholder(_ text: String) -> String {
    "\"\(text)\" is no answer: say what is the case, or why the question does not apply"
  }
}
