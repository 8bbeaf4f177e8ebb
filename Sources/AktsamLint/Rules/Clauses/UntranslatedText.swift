import AktsamClauses
import AktsamText

/// A text of a requirement is the same in two languages.
package struct UntranslatedText: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1407", name: "untranslated-text", group: .clauses, severity: .warning, since: "0.2",
    summary: "A text of a requirement is the same in two languages.",
    rationale: """
      A copy that waits for its translation is shown to readers as if it were one. Translate it. A language \
      that is missing altogether stops the library from loading; short texts may be alike.
      """,
    options: [
      RuleOption(
        "least-words", "How many words a text must have to be looked at.", standard: .int(4))
    ],
    flagged: [
      RuleExample(
        """
        <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
          <requirement id="map-sites" step="2" severity="high" roles="contract response">
            <title xml:lang="en">Sites are mapped every year</title>
            <title xml:lang="sv">«Sites are mapped every year»</title>
            <title xml:lang="nb">Anlegg kartlegges hvert år</title>
            <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
            <rationale xml:lang="nb">R</rationale>
            <authority provision="UNGP-17"/>
            <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
            <question xml:lang="nb">Q</question>
            <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
            <dialogue xml:lang="nb">D</dialogue>
            <wording xml:lang="en">W</wording><wording xml:lang="sv">W</wording>
            <wording xml:lang="nb">W</wording>
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
            <title xml:lang="en">Sites are mapped every year</title>
            <title xml:lang="sv">Anläggningar kartläggs varje år</title>
            <title xml:lang="nb">Anlegg kartlegges hvert år</title>
            <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
            <rationale xml:lang="nb">R</rationale>
            <authority provision="UNGP-17"/>
            <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
            <question xml:lang="nb">Q</question>
            <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
            <dialogue xml:lang="nb">D</dialogue>
            <wording xml:lang="en">W</wording><wording xml:lang="sv">W</wording>
            <wording xml:lang="nb">W</wording>
            <evidence xml:lang="en">E</evidence><evidence xml:lang="sv">E</evidence>
            <evidence xml:lang="nb">E</evidence>
            <topic><match><any>map</any><any>site</any></match></topic>
          </requirement>
        </requirements>
        """, file: "clauses/requirements/risk.xml")
    ])

  private static func texts(of requirement: Requirement) -> [(name: String, text: LocalizedText)] {
    [
      ("title", requirement.title), ("rationale", requirement.rationale),
      ("question", requirement.question), ("dialogue", requirement.dialogue),
      ("wording", requirement.wording), ("evidence", requirement.evidence),
    ]
  }

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    let least = max(1, context.options.int("least-words"))
    for requirement in context.library.requirements {
      for (name, text) in Self.texts(of: requirement) {
        var first: [String: String] = [:]
        for language in ClauseVocabulary.writtenLanguages {
          guard let own = text.texts[language],
            own.split(whereSeparator: \.isWhitespace).count >= least
          else { continue }
          if let other = first[own] {
            report(
              context.finding(
                ClauseMessages.untranslated(name, requirement.id, language, other),
                at: context.place(
                  of: .text(name, requirement: requirement.id, language: language))))
          } else {
            first[own] = language
          }
        }
      }
    }
  }
}
