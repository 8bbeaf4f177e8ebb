package import AktsamClauses
internal import AktsamReading
package import AktsamReports
package import AktsamText

/// What a check needs before the first supplier is read: the subjects that the paths stand for, the
/// checker, and the head of the report.
package struct CheckSetup: Sendable {
  /// The subjects and the buyer's documents.
  package let plan: CheckPlan
  /// The checker.
  package let checker: Checker
  /// The head of the report.
  package let header: Report.Header

  /// What was noticed about manifests and about the buyer's documents.
  package var findings: [Finding] { plan.findings + checker.termsFindings }
  /// Whether the manifests could be read.
  package var isPlanned: Bool { plan.findings.allSatisfy { $0.severity != .error } }

  /// Prepares a check. The buyer's documents are read here.
  ///
  /// - Parameters:
  ///   - plan: the subjects and the buyer's documents.
  ///   - library: the library.
  ///   - profile: the profile.
  ///   - options: how the check is done; the plan's terms and deadline are added.
  ///   - language: the language of the report: `en`, `sv` or `nb`.
  ///   - lexicon: finds the lexicon of a language when a document first needs it; nil = those that
  ///     were loaded with the library.
  package init(
    _ plan: CheckPlan, library: Library, profile: Profile, options: CheckOptions, language: String,
    lexicon: (@Sendable (String) -> Lexicon?)?
  ) {
    var options = options
    options.terms += plan.termsFiles()
    options.deadline = plan.deadline
    self.init(
      plan, Checker(library, profile: profile, options: options, lexicon: lexicon),
      language: language)
  }

  /// Prepares a check with a checker that knows no documents of a buyer; the plan names none.
  ///
  /// - Parameters:
  ///   - plan: the subjects.
  ///   - checker: the checker, which other checks may share.
  ///   - language: the language of the report: `en`, `sv` or `nb`.
  package init(_ plan: CheckPlan, _ checker: Checker, language: String) {
    self.plan = plan
    self.checker = checker
    var header = Report.Header(
      toolVersion: toolVersion, library: checker.compiled.library, profile: checker.profile,
      language: language, asOf: checker.options.asOf)
    header.procedure = plan.procedure
    header.lot = plan.lot
    self.header = header
  }
}
