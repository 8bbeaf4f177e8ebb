/// Everything that a report of the linter shows, assembled by the façade; the writers know nothing
/// else and nothing of rules at work.
package struct LintReport: Sendable {
  /// One input.
  package struct File: Sendable, Hashable {
    /// The path as the user gave it.
    package var path: String
    /// The member of a zip file that it is; empty for a plain file.
    package var part: String
    /// SHA-256 of the bytes as stored, lower-case hexadecimal; empty when it could not be read.
    package var sha256: String
    /// The encoding that it is stored in. Byte ranges count in the file only when it is `utf-8`.
    package var encoding: String
    /// Whether it could be read.
    package var isRead: Bool

    /// Creates a file.
    package init(
      path: String, part: String = "", sha256: String, encoding: String = "utf-8",
      isRead: Bool = true
    ) {
      self.path = path
      self.part = part
      self.sha256 = sha256
      self.encoding = encoding
      self.isRead = isRead
    }

    /// The path, followed by the member inside an archive.
    var pathWithPart: String { part.isEmpty ? path : "\(path)!/\(part)" }
  }

  /// The list of known findings that the run was compared with.
  package struct Baseline: Sendable, Hashable {
    /// Findings that the list has and the run has not.
    package struct Fixed: Sendable, Hashable {
      /// The id of the rule.
      package var rule: String
      /// The path of the file, as the list names it.
      package var path: String
      /// The fingerprint; empty when the list has none.
      package var fingerprint: String
      /// The message; empty when the list has none.
      package var message: String
      /// How many findings it stands for.
      package var count: Int

      /// Creates an entry.
      package init(
        rule: String, path: String, fingerprint: String = "", message: String = "", count: Int = 1
      ) {
        self.rule = rule
        self.path = path
        self.fingerprint = fingerprint
        self.message = message
        self.count = count
      }
    }

    /// The path of the list as the user gave it.
    package var path: String
    /// What is in the list and was found no more.
    package var fixed: [Fixed]

    /// Creates a baseline.
    package init(path: String, fixed: [Fixed] = []) {
      self.path = path
      self.fixed = fixed
    }

    /// How many findings of the list were found no more.
    package var fixedCount: Int { fixed.reduce(0) { $0 + max(0, $1.count) } }
  }

  /// The name of the tool.
  package var toolName: String
  /// The version of the tool.
  package var toolVersion: String
  /// The rules that were checked, in the order of their ids.
  package var rules: [LintRuleDescription]
  /// The inputs in the order given, also those without findings.
  package var files: [File]
  /// What was found, in the order to be shown.
  package var findings: [LintItem]
  /// The baseline; nil = none was given.
  package var baseline: Baseline?
  /// The date that suppressions were held against, `yyyy-mm-dd`; nil = none.
  package var asOf: String?

  /// Creates a report.
  package init(
    toolName: String = "aktsam", toolVersion: String, rules: [LintRuleDescription], files: [File],
    findings: [LintItem], baseline: Baseline? = nil, asOf: String? = nil
  ) {
    self.toolName = toolName
    self.toolVersion = toolVersion
    self.rules = rules
    self.files = files
    self.findings = findings
    self.baseline = baseline
    self.asOf = asOf
  }

  /// Returns the report in a format.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - options: what the format `text` shows; the others have no options.
  /// - Returns: the bytes of the report, UTF-8; the same report gives the same bytes.
  package func bytes(
    _ format: LintFormat, text options: LintTextOptions = LintTextOptions()
  ) -> [UInt8] {
    switch format {
    case .text: LintTextWriter.report(self, options)
    case .json: LintJSONWriter.report(self)
    case .jsonl: LintJSONWriter.lines(self)
    case .sarif: LintSARIFWriter.report(self)
    case .junit: LintJUnitWriter.report(self)
    case .github: LintGitHubWriter.report(self)
    case .gitlab: LintGitLabWriter.report(self)
    case .checkstyle: LintCheckstyleWriter.report(self)
    case .csv: LintCSVWriter.report(self)
    case .markdown: LintMarkdownWriter.report(self)
    }
  }
}

/// The form of a report.
package enum LintFormat: String, Sendable, Hashable, CaseIterable {
  /// For a terminal, with the lines that findings stand on.
  case text
  /// One JSON document (`schemas/lint-report.schema.json`).
  case json
  /// JSON Lines, one finding a line.
  case jsonl
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// JUnit XML, for build servers.
  case junit
  /// Workflow commands that GitHub Actions turns into annotations.
  case github
  /// GitLab's code quality report.
  case gitlab
  /// Checkstyle XML, for build servers and review tools.
  case checkstyle
  /// Comma-separated values (RFC 4180).
  case csv
  /// A summary for a comment on a pull request.
  case markdown
}
