import AktsamText

/// The wording of the findings about contract and tender documents.
enum ContractMessages {
  static func unknownClause(_ number: String) -> String {
    "no clause \"\(number)\" is printed in this document: correct the reference"
  }

  static func duplicateClause(_ number: String) -> String {
    "the clause number \"\(number)\" stands twice: give each clause its own"
  }

  static func numberingGap(_ number: String, _ missing: String) -> String {
    "clause \"\(number)\" follows without a clause \"\(missing)\" before it"
  }

  static func mixedNumbering(_ number: String, _ other: String) -> String {
    "clause \"\(number)\" is numbered in another way than \"\(other)\" on the same level"
  }

  static func emptyClause(_ number: String, _ heading: String) -> String {
    "clause \"\(number)\" has the heading \"\(shortened(heading))\" and no text"
  }

  static func placeholder(_ text: String) -> String {
    "\"\(shortened(text))\" is left from a template: fill it in or remove it"
  }

  static func wrongLanguage(_ found: String, _ declared: String) -> String {
    "the paragraph seems to be in \"\(found)\", but \"\(declared)\" is declared: translate it or "
      + "mark its language"
  }

  static func unusedTerm(_ term: String) -> String {
    "\"\(shortened(term))\" is defined and never used: use it or remove the definition"
  }

  static func undefinedTerm(_ term: String) -> String {
    "\"\(shortened(term))\" is called defined, but this document does not define it"
  }

  static func supersededAct(_ written: String, _ successor: String, since: String) -> String {
    "\"\(written)\" no longer holds since \(since): cite \(successor)"
  }

  static func deadlineWithoutStart(_ words: String) -> String {
    "\"\(shortened(words))\" does not say from when it runs"
  }

  static func conflictingDeadlines(
    _ requirement: String, _ words: String, _ other: String
  ) -> String {
    "\(requirement) is due in \"\(words)\" here and in \"\(other)\" in another clause"
  }

  static func vagueDuty(_ words: String, _ requirement: String) -> String {
    "\"\(shortened(words))\" takes back the duty of \(requirement): drop it, or say when the duty "
      + "does not hold and what is done instead"
  }

  static func permission(_ words: String, _ requirement: String) -> String {
    "\"\(shortened(words))\" only permits what \(requirement) demands: write \"shall\""
  }

  static func noBearer(_ requirement: String) -> String {
    "the duty of \(requirement) names nobody who bears it: say who shall do it"
  }

  static func missingRequirement(
    _ requirement: String, _ level: String, _ profile: String, wording: String
  ) -> String {
    "\(requirement) is \(level) by the profile \"\(profile)\" and not found" + proposed(wording)
  }

  static func weakRequirement(
    _ requirement: String, _ codes: [String], wording: String
  ) -> String {
    "\(requirement) is weak" + (codes.isEmpty ? "" : ": " + codes.joined(separator: ", "))
      + proposed(wording)
  }

  static func incompleteConventions(_ missing: [String]) -> String {
    "of the ten fundamental conventions of the ILO "
      + (missing.count == 1 ? "no. " : "nos. ") + missing.joined(separator: ", ") + " "
      + (missing.count == 1 ? "is" : "are") + " not named"
  }

  static let eightConventions =
    "the ILO has ten fundamental conventions since 2022, with nos. 155 and 187: write ten"

  static func oneSided(_ duties: Int, wording: String) -> String {
    "the supplier is bound to \(duties) requirements and the buyer to none" + proposed(wording)
  }

  static func notAsked(_ requirement: String, _ questionnaires: [String]) -> String {
    "\(requirement) is demanded here, but no question of \(Messages.list(questionnaires)) is mapped "
      + "to it"
  }

  static func notRequired(_ requirement: String, _ question: String) -> String {
    "question \"\(question)\" asks about \(requirement), which this contract does not demand"
  }

  static func noSuchClause(_ id: String, near: String?) -> String {
    "there is no clause, section or attachment \"\(id)\"" + Messages.suggestion(near)
  }

  private static func proposed(_ wording: String) -> String {
    wording.isEmpty ? "" : "; proposed wording: \"\(wording)\""
  }

  /// A text on one line, cut where it is long.
  private static func shortened(_ text: String) -> String {
    let line = collapsed(text)
    return line.count > 60 ? line.prefix(60) + "…" : line
  }

  static func sameDutyOtherDeadline(_ words: String, _ earlier: String) -> String {
    "a clause before says the same with \"\(earlier)\" instead of \"\(words)\": state the deadline once"
  }

  static func recommendation(_ words: String, _ requirement: String) -> String {
    "\"\(words)\" only recommends what \(requirement) wants: write \"shall\""
  }
}
