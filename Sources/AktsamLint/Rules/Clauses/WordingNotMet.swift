import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// The wording that the library proposes is not read as meeting the requirement.
package struct WordingNotMet: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1410", name: "wording-not-met", group: .clauses, severity: .warning, since: "0.2",
    summary:
      "The wording that the library proposes is not read as meeting the requirement in a contract.",
    rationale: """
      Whoever copies the proposed wording into a contract must not be told that it is weak. Mend the \
      wording, the lexicon or the patterns. The wording is read as a clause of a contract, with the \
      standard parameters of the first profile that asks for the requirement.
      """,
    options: [
      RuleOption(
        "languages", "The languages whose wordings are read.",
        standard: .list(["en", "sv", "nb"]))
    ],
    flagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          <requirement id="map-sites" step="2" severity="high" roles="contract response">
            <title xml:lang="en">T</title><title xml:lang="sv">T</title><title xml:lang="nb">T</title>
            <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
            <rationale xml:lang="nb">R</rationale>
            <authority provision="UNGP-17"/>
            <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
            <question xml:lang="nb">Q</question>
            <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
            <dialogue xml:lang="nb">D</dialogue>
            <wording xml:lang="en">«The Supplier may do as it likes.»</wording>
            <wording xml:lang="sv">Leverantören ska kartlägga varje anläggning.</wording>
            <wording xml:lang="nb">Leverandøren skal kartlegge hvert anlegg.</wording>
            <evidence xml:lang="en">E</evidence><evidence xml:lang="sv">E</evidence>
            <evidence xml:lang="nb">E</evidence>
            <topic><match><any>map</any><any>site</any></match></topic>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml")
    ],
    unflagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          <requirement id="map-sites" step="2" severity="high" roles="contract response">
            <title xml:lang="en">T</title><title xml:lang="sv">T</title><title xml:lang="nb">T</title>
            <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
            <rationale xml:lang="nb">R</rationale>
            <authority provision="UNGP-17"/>
            <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
            <question xml:lang="nb">Q</question>
            <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
            <dialogue xml:lang="nb">D</dialogue>
            <wording xml:lang="en">The Supplier shall map each site.</wording>
            <wording xml:lang="sv">Leverantören ska kartlägga varje anläggning.</wording>
            <wording xml:lang="nb">Leverandøren skal kartlegge hvert anlegg.</wording>
            <evidence xml:lang="en">E</evidence><evidence xml:lang="sv">E</evidence>
            <evidence xml:lang="nb">E</evidence>
            <topic><match><any>map</any><any>site</any></match></topic>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml")
    ])

  /// A contract of one clause.
  private static func clause(_ text: String, _ language: String) -> Document {
    DocumentReader.read(
      Array("1.1 \(text)\n".utf8), path: "wording.txt",
      options: ReadingOptions(role: .contract, language: language))
  }

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    let library = context.library
    let languages = context.options.list("languages")
    var readers: [String: LintReader] = [:]
    for requirement in library.requirements where requirement.roles.contains(.contract) {
      let profile = library.profiles.first { profile in
        profile.entries.contains { $0.requirement == requirement.id }
      }
      guard let profile else { continue }
      let reader = readers[profile.id] ?? LintReader(library, profile: profile)
      readers[profile.id] = reader
      for language in languages {
        guard let wording = requirement.wording.texts[language] else { continue }
        let reading = reader.read(Self.clause(wording, language), asOf: library.date)
        let assessment = reading.assessments.first { $0.requirement == requirement.id }
        let outcome = assessment?.outcome ?? .missing
        guard outcome != .met else { continue }
        report(
          context.finding(
            ClauseMessages.wordingNotMet(
              requirement.id, language, outcome.rawValue,
              assessment?.weaknesses.map(\.code.rawValue) ?? []),
            at: context.place(of: .text("wording", requirement: requirement.id, language: language))
          ))
      }
    }
  }
}
