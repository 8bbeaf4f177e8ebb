package import AktsamClauses
package import AktsamReading
package import AktsamText

/// The words of reports for pages that show what reports show, in one language.
///
/// A page that says "weak" where the report says so takes the word from here.
package struct ReportVocabulary: Sendable {
  private let language: String

  /// Creates the words of a language; English for one that reports are not written in.
  package init(_ language: String) { self.language = language }

  private var texts: any LanguageTexts.Type { ReportTexts.texts(language) }

  /// Returns the word for an outcome, such as "not found".
  package func outcome(_ outcome: Outcome) -> String { texts.outcome(outcome) }

  /// Returns the heading over requirements with an outcome.
  package func heading(_ outcome: Outcome) -> String { texts.heading(outcome) }

  /// Returns the sign of an outcome, so that nothing is told by colour alone.
  package func sign(_ outcome: Outcome) -> String { SubjectTextWriter.sign(outcome) }

  /// All outcomes, those that need attention first.
  package static var outcomes: [Outcome] { SubjectTextWriter.order }

  /// Returns how sure a reading is, in a word.
  package func certainty(_ certainty: Certainty) -> String { texts.certainty(certainty) }

  /// Returns who decided otherwise than what was read, when and why.
  package func decided(_ decision: Decision) -> String { texts.decided(decision) }

  /// Returns how strictly something is asked for.
  package func level(_ level: Profile.Level) -> String { texts.level(level) }

  /// Returns how much a gap matters.
  package func weight(_ weight: Requirement.Weight) -> String { texts.weight(weight) }

  /// Returns what kind of requirement it is.
  package func kind(_ kind: Requirement.Kind) -> String { texts.kind(kind) }

  /// Returns what a document is to the procedure.
  package func role(_ role: DocumentRole) -> String { texts.role(role) }

  /// Returns how serious a finding of a rule is.
  package func severity(_ severity: Severity) -> String { texts.severity(severity) }

  /// Returns how firmly a sentence speaks.
  package func force(_ force: Force) -> String { texts.force(force) }

  /// Returns the name of a step of due diligence, 1 to 6.
  package func step(_ step: Int) -> String { texts.step(step) }

  /// Returns the name of a theme.
  package func theme(_ theme: String) -> String {
    ThemeNames.name(theme, language: texts.code)
  }

  /// Returns how far a statement about a norm was checked: `yes`, `partly`, `no`.
  package func verified(_ mark: String) -> String { texts.verified(mark) }

  /// Returns how a norm holds: `in-force`, `soft-law`, …
  package func status(_ status: String) -> String { texts.status(status) }

  /// Returns a text in the quotation marks of the language.
  package func quoted(_ text: String) -> String { texts.quoted(text) }

  /// Returns where in a document something stands.
  package func line(_ line: Int) -> String { texts.line(line) }

  /// Returns a weakness: its name, why it makes a statement weak, and how to mend it.
  package func weakness(_ code: Weakness) -> (name: String, reason: String, mend: String) {
    let text = texts.weakness(code)
    return (text.name, text.reason, text.mend)
  }

  /// Returns what was noticed about an input: the rule in this language, with the message, in English,
  /// that holds the names.
  package func finding(_ finding: Finding) -> String {
    guard FindingRules.knows(finding.rule) else { return finding.message }
    let rule = FindingRules.rule(finding.rule, language: language).text
    return "\(rule) (\(finding.message))"
  }

  /// Returns the sentence that counts gaps and strengths.
  package func gapCounts(gaps: Int, critical: Int, high: Int, strengths: Int) -> String {
    texts.gapCounts(gaps: gaps, critical: critical, high: high, strengths: strengths)
  }

  /// What every report says of what it can tell and what it cannot.
  package var caveat: String { texts.word(.caveat) }

  /// What stands beside a requirement that the buyer's documents do not demand.
  package var dialogueOnly: String { texts.word(.dialogueOnly) }
}
