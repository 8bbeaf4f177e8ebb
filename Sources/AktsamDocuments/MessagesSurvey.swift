import AktsamText

/// The wording of the findings of the readers of survey tools.
enum SurveyMessages {
  static let formElsewhereRule = "AK0320"
  static let severalResponsesRule = "AK0321"
  static let unfinishedRule = "AK0322"
  static let unknownQuestionRule = "AK0323"
  static let itemsElsewhereRule = "AK0324"
  static let tooManyResponsesRule = "AK0325"

  static func formElsewhere(_ id: String) -> String {
    "the form \"\(id)\" gives the texts of the questions and is not in this file: "
      + "questions are shown by their names"
  }

  static func severalResponses(_ count: Int) -> String {
    "the file holds \(count) responses, all of which are read as those of one party: "
      + "export them one by one"
  }

  static func tooManyResponses(_ limit: Int) -> String {
    "the file holds too many responses: only the first \(limit) are read"
  }

  static func unfinished(_ id: String) -> String {
    id.isEmpty
      ? "the response was never finished: it may lack answers"
      : "the response \"\(id)\" was never finished: it may lack answers"
  }

  static func unknownQuestion(_ id: String) -> String {
    "the question \"\(id)\" is answered, but the form does not have it: the answer is read"
  }

  static func itemsElsewhere(_ count: Int) -> String {
    "the test refers to \(count) \(count == 1 ? "item" : "items") in other files: "
      + "read these for the questions"
  }
}
