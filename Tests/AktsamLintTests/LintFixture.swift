import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamText
import Testing

/// Small runs of the linter.
enum LintFixture {
  /// A questionnaire whose question `q2` hangs on a question; `inside` stands before it.
  static func questionnaire(_ inside: String = "", condition: String = "q9") -> String {
    """
    <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
      <title>Self-assessment</title>
      <section>
        <heading>Risk</heading>
        <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
        \(inside)
        <question id="q2" type="text">
          <text>How do you map them?</text>
          <show-when question="\(condition)" value="yes"/>
        </question>
      </section>
    </questionnaire>
    """
  }

  static func document(_ text: String, path: String = "a.xml") -> Document {
    DocumentReader.read(Array(text.utf8), path: path)
  }

  /// The rules that tests of the linter itself look at, so that a new rule changes none of them.
  private static let selection =
    "select: [AK0, AK1001, AK1002, AK1101, AK1102, AK1401, AK19]"

  static func configuration(_ text: String) -> Configuration {
    let whole = text.contains("select:") ? text : "\(text)\n\(selection)\n"
    let result = Configuration.read(
      Array(whole.utf8), path: ".aktsam.yml",
      vocabulary: .init(profiles: ["oecd-six-steps", "dfo-terms"]))
    return result.configuration
  }

  /// Runs the linter over texts by path.
  static func run(
    _ texts: KeyValuePairs<String, String>, _ configuration: String = "", asOf: String? = nil
  ) throws -> LintRun {
    var command = Settings()
    command.asOf = asOf.map { Sited($0, .option("--as-of")) }
    let library = try #require(ShippedClauses.library)
    return Linter(
      library: library, configuration: Self.configuration(configuration), command: command
    ).run(LintInput(documents: texts.map { document($0.value, path: $0.key) }))
  }

  /// The findings as `rule path:line severity`.
  static func lines(_ findings: [LintFinding]) -> [String] {
    findings.map { "\($0.rule) \($0.place.path):\($0.place.line) \($0.severity.rawValue)" }
  }
}
