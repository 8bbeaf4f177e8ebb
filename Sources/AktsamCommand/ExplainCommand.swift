import Aktsam
import AktsamClauses
import AktsamLint
import AktsamReading
import AktsamReports
import ArgumentParser

/// `aktsam explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a weakness code, a requirement or a rule about inputs.",
    discussion: """
      EXAMPLES
        aktsam explain no-deadline
        aktsam explain sifl-verification --lang nb
        aktsam explain AK0101
        aktsam explain read-as-prose
        aktsam explain dangling-question-reference
      """)

  @Argument(
    help: "A weakness code, a requirement's id, or the id or name of a rule.",
    completion: .list(Weakness.allCases.map(\.rawValue) + RuleTable.infos.map(\.id)))
  var subject: String

  @OptionGroup var clauses: LibraryOptions

  @Option(help: "The language of the explanation.")
  var lang: ReportLanguage = .en

  @Option(help: "The form of the page.")
  var format: ListingFormat = .text

  func run() throws {
    if let code = Weakness(rawValue: subject) {
      Terminal.write(
        ListingWriter.weakness(code, language: lang.rawValue, json: format == .json))
      // A rule may be called after the weakness that it finds.
      if format == .text, let rule = RuleTable.info(subject) {
        Terminal.write("\n")
        Terminal.write(RulePages.explain(LintRuleDescription(rule), json: false))
      }
      return
    }
    if let rule = RuleTable.info(subject) {
      Terminal.write(RulePages.explain(LintRuleDescription(rule), json: format == .json))
      return
    }
    if let page = ListingWriter.rule(subject, language: lang.rawValue, json: format == .json) {
      Terminal.write(page)
      return
    }
    let library = try clauses.load(withExamples: true, withLexicons: false)
    // SARIF rule ids are REQUIREMENT/OUTCOME: the requirement explains both.
    let id = subject.split(separator: "/").first.map(String.init) ?? subject
    guard let requirement = library.requirement(id) else {
      throw ValidationError(
        """
        '\(subject)' is no weakness code, requirement or rule; the codes are: \
        \(Weakness.allCases.map(\.rawValue).joined(separator: ", "))
        """)
    }
    Terminal.write(
      ListingWriter.requirement(
        requirement, in: library, language: lang.rawValue, json: format == .json))
  }
}
