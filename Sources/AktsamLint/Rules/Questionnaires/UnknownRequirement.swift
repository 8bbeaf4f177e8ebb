import AktsamClauses
import AktsamDocuments
import AktsamText

/// A question is mapped to a requirement that the clause library does not have.
package struct UnknownRequirement: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1019", name: "unknown-requirement", group: .questionnaires, severity: .error,
    since: "0.2",
    summary: "A question is mapped to a requirement that the clause library does not have.",
    rationale: """
      The answer is then read for no requirement, and the requirement that was meant is reported as not \
      asked and not answered. Write an id of the clause library: "aktsam clauses list" shows them.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text" requirement="«dd-risk-asessment» dd-prioritisation">
              <text>How do you assess your risks?</text>
            </question>
            <question id="q2" type="text" requirement="«policy»">
              <text>Who adopted your policy?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text" requirement="dd-risk-assessment
                «dd-priritisation»">
              <text>Hur bedömer och rangordnar ni risker?</text>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="text" requirement=" dd-risk-assessment
                dd-prioritisation ">
              <text>Hvordan vurderer dere risiko?</text>
            </question>
            <question id="q2" type="text"><text>Hvem har vedtatt policyen?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text" requirement="gov-training"><text>Vilka utbildas?</text></question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .questionnaire else { return }
    let known = Set(context.library.requirements.map(\.id))
    guard !known.isEmpty else { return }
    for reference in context.document.references
    where reference.kind == .requirement && !known.contains(reference.target) {
      let near = nearest(to: reference.target.lowercased(), among: known)
      report(
        context.finding(
          QuestionnaireMessages.unknownRequirement(reference.target, near: near),
          at: context.place(ofSource: reference.source, element: reference.element),
          fix: near.map {
            Fix("write \"\($0)\"", [.init(reference.source, $0)], isSafe: false)
          }))
    }
  }
}
