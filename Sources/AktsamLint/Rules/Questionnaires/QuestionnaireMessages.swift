import AktsamText

/// The wording of the findings about questionnaires.
enum QuestionnaireMessages {
  static func noSuchQuestion(_ id: String, near: String?) -> String {
    "there is no question \"\(id)\" in this questionnaire" + Messages.suggestion(near)
  }

  static func longQuestion(_ count: Int, _ limit: Int) -> String {
    "the question has \(count) words, more than \(limit): ask one thing, explain in the help text"
  }

  static func sameQuestionId(_ id: String) -> String {
    "a question before this one has the id \"\(id)\": give this one an id of its own"
  }

  static func circularCondition(_ ids: [String]) -> String {
    var names = ids.prefix(20).map { "\"\($0)\"" }
    names += ids.count > 20 ? ["…"] : Array(names.prefix(1))
    return "the question is shown depending on itself: " + names.joined(separator: " ← ")
      + "; remove one of the conditions"
  }

  static func impossibleValue(
    _ gate: String, _ value: String, _ expected: [String], near: String?
  ) -> String {
    let few = expected.count > 12 ? "the id of one of its options" : Messages.list(expected)
    return "\"\(value)\" is no answer to \"\(gate)\", which takes \(few)"
      + Messages.suggestion(near)
  }

  static func valueOfFreeAnswer(_ gate: String, _ value: String) -> String {
    "\"\(gate)\" is answered freely and never has the value \"\(value)\": leave out the value, "
      + "or ask with options"
  }

  static func contradictingConditions(_ gate: String, _ one: String, _ other: String) -> String {
    "the conditions need both \"\(one)\" and \"\(other)\" as the answer to \"\(gate)\", so that the "
      + "question is never shown: write match=\"any\", or remove one"
  }

  static func requirementNotAsked(_ id: String, _ profile: String, question: String) -> String {
    "no question is mapped to \"\(id)\", which the profile \"\(profile)\" requires; "
      + "the clause library asks: \"\(question)\""
  }

  static func nothingMapped(_ count: Int, _ profile: String) -> String {
    "no question is mapped to a requirement, and the profile \"\(profile)\" requires \(count): name "
      + "them in the questions' attribute \"requirement\""
  }

  static func yesNoWithoutHow(_ name: String) -> String {
    "\(name) can be answered with a bare yes: ask how, demand a document, or put a question "
      + "behind the yes"
  }

  static let doubleBarrelled =
    "the question takes one answer and asks a second thing here: make it a question of its own"

  static func leading(_ words: String) -> String {
    "\"\(words)\" says which answer is expected: ask openly for what is done"
  }

  static func missingTranslation(_ missing: [String], _ present: [String]) -> String {
    "the text stands in \(Messages.list(present)) and is missing in \(Messages.list(missing))"
  }

  static func wrongLanguage(_ declared: String, _ guess: String) -> String {
    "the text is marked \"\(declared)\" and written in \"\(guess)\": translate it, or correct xml:lang"
  }

  static func noWayOut(_ name: String) -> String {
    "\(name) must be answered and has no option for those whom none of these fits: add one, "
      + "such as \"none of these\""
  }

  static func mandatoryBehindOptional(_ name: String, _ gate: String) -> String {
    "\(name) is mandatory, and \"\(gate)\", which it depends on, may be left empty: make \"\(gate)\" "
      + "mandatory"
  }

  static func noAgeLimit(_ name: String) -> String {
    "the documents for \(name) may be of any age: say with max-age-months how old"
  }

  static func tooLong(
    _ count: Int, _ limit: Int, beyond: [String], _ profile: String
  ) -> String {
    let cut =
      beyond.isEmpty
      ? "put what only some suppliers need behind a condition"
      : "the profile \"\(profile)\" does not ask for \(Messages.list(beyond.prefix(10)))"
        + (beyond.count > 10 ? " and \(beyond.count - 10) more" : "") + ", which can go"
    return "\(count) questions are put to every supplier, more than \(limit): " + cut
  }

  static func noText(_ name: String, _ languages: [String]) -> String {
    "\(name) has no text"
      + (languages.isEmpty ? "" : " in \(Messages.list(languages))") + ": write it, or remove it"
  }

  static func fewOptions(_ name: String, _ count: Int) -> String {
    count == 0
      ? "\(name) is a choice without options: list them"
      : "\(name) is a choice with one option: list the others, or ask with yes or no"
  }

  static func sameOptionId(_ id: String) -> String {
    "an option before this one has the id \"\(id)\": give this one an id of its own"
  }

  static func sameOptionText(_ text: String) -> String {
    "an option before this one says \"\(collapsed(text))\", "
      + "too: remove one, or say how they differ"
  }

  static func unknownRequirement(_ id: String, near: String?) -> String {
    "the clause library has no requirement \"\(id)\"" + Messages.suggestion(near)
  }

  static func repeatsQuestion(number: String) -> String {
    "the same question is put before" + (number.isEmpty ? "" : ", as \(number)")
      + ": remove one, or say how they differ"
  }

  static func missingLanguage(_ guess: String?) -> String {
    "the questionnaire does not say which language its texts are in: write xml:lang"
      + (guess.map { "=\"\($0)\"" } ?? "")
  }

  static func numberWithoutRange(_ name: String) -> String {
    "\(name) takes any number: say with min and max which are possible"
  }

  static let blankInID = "blanks stand at the end of an id: remove them"

  static let blankInText = "blanks stand at the end of a text: remove them"

  static func impossibleRange(_ least: String, _ most: String) -> String {
    "min \(least) is more than max \(most), so that no answer fits: correct one of them"
  }

  static func tooFewOptions(_ least: String, _ count: Int) -> String {
    "at least \(least) options must be chosen, and there are \(count): lower min, or list more"
  }

  static func laterQuestion(_ id: String) -> String {
    "\"\(id)\" is asked after this question, which depends on it: put it before"
  }

  static func unmapped(_ name: String) -> String {
    "\(name) is mapped to no requirement: name it in the attribute \"requirement\""
  }

  static func sameNumber(_ number: String) -> String {
    "a question before this one has the number \(number): number them anew"
  }

  static let evidenceNotDescribed =
    "documents are required without saying which: write what they must show"

  static func wrongType(_ name: String, _ type: String) -> String {
    "\(name) cannot be answered with its type, \"\(type)\": change the type or the wording"
  }

  static func vague(_ word: String) -> String {
    "\"\(word)\" is understood in many ways, and a yes then says little: say what counts"
  }

  static func mostlyYesNo(_ count: Int, of all: Int) -> String {
    "\(count) of \(all) questions take a bare yes or no: ask how, how much, where and since when"
  }

  static func criticalWithoutEvidence(_ id: String, evidence: String) -> String {
    "\"\(id)\" is critical, and no document is asked for; the clause library proposes: \"\(evidence)\""
  }

  static func requiredAskedOptionally(
    _ name: String, _ ids: [String], _ profile: String
  ) -> String {
    "\(name) may be left empty, and no mandatory question asks for \(Messages.list(ids)), which the "
      + "profile \"\(profile)\" requires: make it mandatory"
  }

  static let noQuestionnaireId =
    "the questionnaire has no id, so that no response can name it: write one that never changes"

  static func noId(_ name: String) -> String {
    "\(name) has no id, so that no answer can name it: write one"
  }

  static func noTextIn(_ languages: [String]) -> String {
    "no text is in \(Messages.list(languages)), which the settings list under \"languages\": "
      + "translate the questionnaire"
  }

  static func unexpectedLanguage(_ language: String, others: Int, _ listed: [String]) -> String {
    "the text is in \"\(language)\"" + (others > 0 ? ", as \(others) more are" : "")
      + ", and the settings list \(Messages.list(listed)): translate it, take it out, or list the "
      + "language"
  }
}
