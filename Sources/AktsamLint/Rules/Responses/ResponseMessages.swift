import AktsamDocuments
import AktsamText

/// The wording of the findings about answers to questionnaires.
enum ResponseMessages {
  static func unanswered(_ question: Question) -> String {
    "the mandatory question \"\(question.id)\" has no answer: "
      + "answer it, or say why it does not apply"
  }

  static func placeholder(_ text: String) -> String {
    "\"\(text)\" is no answer: say what is the case, or why the question does not apply"
  }

  static func invalid(_ message: String) -> String {
    var text = collapsed(message.replacing("{urn:aktsam:response:1}", with: ""))[...]
    while text.last == "." { text.removeLast() }
    return String(text)
  }

  static func oneChoiceOnly(_ id: String) -> String {
    "the question \"\(id)\" has one answer, and a further option is chosen: choose one"
  }

  static func wrongType(_ id: String, _ kind: Question.Kind) -> String {
    "the question \"\(id)\" asks for \(form(of: kind)): answer so, and put what else there is to say "
      + "into the comment"
  }

  private static func form(of kind: Question.Kind) -> String {
    switch kind {
    case .yesNo: "\"yes\", \"no\", \"partly\" or \"not-applicable\""
    case .choice: "one of its options"
    case .multi: "some of its options"
    case .number: "a number such as \"30\" or \"2.5\""
    case .date: "a date such as \"2026-01-31\""
    case .country: "a country by its two letters, such as \"NO\""
    case .table: "a table with a row for each item"
    default: "another kind of answer"
    }
  }

  static func unknownOption(
    _ option: String, _ id: String, _ options: [String], near: String?
  ) -> String {
    "the question \"\(id)\" has no option \"\(option)\""
      + (near == nil
        ? "; it has \(Messages.list(options.prefix(12)))" : Messages.suggestion(near))
  }

  static func outOfRange(
    _ value: String, isCount: Bool, _ minimum: String?, _ maximum: String?
  ) -> String {
    let bounds = [minimum.map { "at least \($0)" }, maximum.map { "at most \($0)" }]
      .compactMap { $0 }.joined(separator: " and ")
    return (isCount ? "\(value) items are given" : "\"\(value)\" is out of range")
      + ": the question accepts \(bounds); check the figure and its unit"
  }

  static func unknownQuestion(_ id: String, near: String?) -> String {
    "the questionnaire has no question \"\(id)\"" + Messages.suggestion(near)
  }

  static func otherVersion(_ version: String, _ questionnaire: Document) -> String {
    "the response answers version \"\(version)\", the questionnaire is version "
      + "\"\(questionnaire.version)\": compare the questions, or ask for a new response"
  }

  static func unknownQuestionnaire(_ id: String, near: String) -> String {
    "there is no questionnaire \"\(id)\"" + Messages.suggestion(near)
  }

  static func copied(from question: String) -> String {
    "these are the words of the answer to \"\(question)\": answer each question for itself"
  }

  static func missingEvidence(_ id: String) -> String {
    "the question \"\(id)\" asks for a document, and none is given: attach it, or say why there is none"
  }

  static func outdated(_ title: String, _ date: String, months: Int) -> String {
    "\"\(title)\" is dated \(date), older than the \(months) months that the question accepts: give a "
      + "newer one, or say why it still holds"
  }

  static func fromTheFuture(_ title: String, _ date: String, today: String) -> String {
    "\"\(title)\" is dated \(date), after the response of \(today): correct the date, or say that it is "
      + "still to come"
  }

  static func undated(_ title: String, months: Int) -> String {
    "\"\(title)\" has no date, and the question accepts documents of the last \(months) months: give "
      + "its date"
  }

  static func fileType(_ type: String, accepted: [String]) -> String {
    "the file is of the type \"\(type)\", the question accepts \(Messages.list(accepted))"
  }

  static func contradicted(_ answer: Question) -> String {
    "the answer is \"\(answer.value?.rawValue ?? answer.written)\", these words seem to say otherwise: correct "
      + "one of them"
  }

  static func switchedOff(_ id: String, by others: [String]) -> String {
    "the question \"\(id)\" is not to be answered, as \(Messages.list(others)) "
      + "\(others.count == 1 ? "is" : "are") answered: remove this answer, or correct the other"
  }

  static func bareYes(value: String) -> String {
    "the question asks for more than \"\(value)\": say what is done, by whom and how often"
  }

  static let echoed = "the answer only repeats its question: write what is the case"

  static func otherLanguage(_ language: String, declared: String) -> String {
    "the text seems to be in \"\(language)\" and is declared to be in \"\(declared)\": declare its "
      + "language by \"xml:lang\", or translate it"
  }

  static func dangling(_ reference: Reference, near: String?) -> String {
    "the response has no \(reference.kind.rawValue) \"\(reference.target)\""
      + Messages.suggestion(near)
  }

  static func unknownRequirement(_ id: String, near: String?) -> String {
    "the clause library has no requirement \"\(id)\"" + Messages.suggestion(near)
  }

  static func missingAttachment(_ name: String) -> String {
    "the response lists no \"\(name)\": give it as evidence, or correct the number"
  }

  static func notISO(_ text: String) -> String {
    "\"\(text)\" is not a date as in \"2026-01-31\""
  }

  static let undatedResponse =
    "the response has no date: give its own by \"date\", or that of its signature"

  static func leftOut(_ id: String) -> String {
    "the mandatory question \"\(id)\" does not occur in the response: answer it, or say why it does "
      + "not apply"
  }

  static func unknownCountry(_ code: String, known: String?) -> String {
    "\"\(code)\" is the code of no country"
      + (known.map { ": write \"\($0)\"" } ?? ": write the two letters of ISO 3166-1")
  }

  static func siteWithoutPlace(_ name: String) -> String {
    "the site \"\(name)\" has neither place nor region: say where it is"
  }

  static func repeatedSite(_ name: String) -> String {
    "the site \"\(name)\" is listed twice: name its products in one row"
  }
}
