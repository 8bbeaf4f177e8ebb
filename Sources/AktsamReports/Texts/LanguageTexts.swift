import AktsamClauses
package import AktsamReading
import AktsamText

/// All words of one report language: one type a language, so that a translator works in one place
/// and the compiler tells what is missing.
protocol LanguageTexts {
  /// The language code.
  static var code: String { get }

  // MARK: - Words

  static func word(_ word: ReportWord) -> String
  static func gap(_ word: GapWord) -> String
  static func comparison(_ word: ComparisonWord) -> String
  static func html(_ word: HTMLReportWord) -> String
  /// One word or two, in lower case, for a summary and beside a requirement.
  static func outcome(_ outcome: Outcome) -> String
  /// The heading over the requirements with an outcome.
  static func heading(_ outcome: Outcome) -> String
  static func certainty(_ certainty: Certainty) -> String
  /// Who decided otherwise than what was read, when and why.
  static func decided(_ decision: Decision) -> String
  static func level(_ level: Profile.Level) -> String
  static func weight(_ weight: Requirement.Weight) -> String
  static func kind(_ kind: Requirement.Kind) -> String
  static func severity(_ severity: Severity) -> String
  static func role(_ role: DocumentRole) -> String
  /// How a role is known: `declared`, `format`, `inferred`; another word stays as it is.
  static func roleOrigin(_ origin: String) -> String
  static func force(_ force: Force) -> String
  static func state(_ state: ElementState.State) -> String
  static func contradiction(_ kind: Contradiction.Kind) -> String
  /// How far a statement about a norm was checked: `yes`, `partly`, `no`.
  static func verified(_ mark: String) -> String
  /// How a norm holds: `in-force`, `soft-law`, …
  static func status(_ status: String) -> String
  static func weakness(_ code: Weakness) -> WeaknessText

  // MARK: - Phrases

  /// Returns a text in the quotation marks of the language.
  static func quoted(_ text: String) -> String
  /// Returns the sentence for `met`; `elements` are the labels of what was found.
  static func metReason(force: Force?, role: DocumentRole, elements: [String]) -> String
  /// Returns the sentence for `weak`; `reasons` are clauses.
  static func weakReason(_ reasons: [String]) -> String
  /// Returns the clause for words of somebody else.
  static func otherParty(_ party: String) -> String
  /// Returns the sentence for a denial.
  static func deniedReason(at place: String) -> String
  /// Returns the sentence for a conflict of two statements.
  static func conflictReason(_ first: String, _ second: String) -> String
  /// Returns the sentence for `missing`.
  static func missingReason(passages: Int, unread: Int, inputs: Int) -> String
  /// Returns the sentence for `not-applicable`.
  static func notApplicableReason(at place: String) -> String
  /// Returns the sentence for `unread`.
  static func unreadReason(passages: Int, unread: Int) -> String
  /// Returns the sentence that asks for elements.
  static func add(_ labels: [String]) -> String
  /// Returns the sentence that asks for a readable document.
  static var readableSuggestion: String { get }
  /// Returns what was searched.
  static func searched(passages: Int, unread: Int) -> String
  /// Returns the sentence that counts gaps and strengths.
  static func gapCounts(gaps: Int, critical: Int, high: Int, strengths: Int) -> String
  /// Returns what the supplier is asked to do in a number of days, and the day that this makes.
  static func proposedDeadline(plan: Bool, days: Int, date: String?) -> String
  /// Returns where in a document something stands.
  static func line(_ line: Int) -> String
  /// Returns how many further passages there are.
  static func furtherPassages(_ count: Int) -> String
  /// Returns how many passages are left out of the text of a long document.
  static func leftOut(_ count: Int) -> String
  /// Returns the remark that two rounds were read against different terms.
  static func differentTerms(_ earlier: String, _ later: String) -> String
  /// Returns the remark that two rounds were read with different libraries.
  static func differentLibraries(_ earlier: String, _ later: String) -> String
  /// Returns the remark that two rounds were read with different versions of aktsam.
  static func differentTools(_ earlier: String, _ later: String) -> String
  /// Returns the name of a step of due diligence, 1 to 6.
  static func step(_ step: Int) -> String
}

extension LanguageTexts {
  /// Returns a label and a text, as `Label: text`.
  static func labelled(_ word: ReportWord, _ text: String) -> String {
    "\(self.word(word)): \(text)"
  }

  /// Returns the clause of a weakness with the words that caused it.
  static func reason(_ finding: WeaknessFinding) -> String {
    let clause = weakness(finding.code).reason
    let words = distinct(finding.words).prefix(3).map { quoted(shortened($0, to: 80)) }
    return words.isEmpty ? clause : "\(clause) (\(words.joined(separator: ", ")))"
  }
}

/// The texts of the languages that reports are written in.
package enum ReportTexts {
  /// The language codes, English first.
  package static let languages = ["en", "sv", "nb"]

  /// Returns the texts of a language; English for a language that reports are not written in.
  static func texts(_ language: String) -> any LanguageTexts.Type {
    switch language {
    case "sv": SwedishTexts.self
    case "nb": BokmalTexts.self
    default: EnglishTexts.self
    }
  }

  /// Returns the short name of a weakness, such as "no time limit".
  package static func name(of code: Weakness, language: String) -> String {
    texts(language).weakness(code).name
  }

  /// Returns the word for an outcome, such as "not found".
  package static func name(of outcome: Outcome, language: String) -> String {
    texts(language).outcome(outcome)
  }
}

/// Returns the values without those that came before, in order.
func distinct(_ values: [String]) -> [String] {
  var seen: Set<String> = []
  return values.filter { !$0.isEmpty && seen.insert($0).inserted }
}

/// Returns a text with blanks collapsed, cut at a word when it is longer than `length` characters.
func shortened(_ text: String, to length: Int) -> String {
  // Scalars are looked at: a blank with an accent behind it is one character, and white space.
  let words = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
  var result = ""
  var count = 0
  for word in words.lazy.map({ String($0) }) {
    let width = word.count + (count > 0 ? 1 : 0)
    guard count + width <= length else {
      return count > 0 ? result + " …" : String(word.prefix(length)) + "…"
    }
    if count > 0 { result += " " }
    result += word
    count += width
  }
  return result
}
