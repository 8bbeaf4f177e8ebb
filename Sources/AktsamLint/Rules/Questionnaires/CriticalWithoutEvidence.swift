import AktsamClauses
import AktsamDocuments
import AktsamText

/// What matters most is asked without asking for a document.
package struct CriticalWithoutEvidence: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1032", name: "critical-without-evidence", group: .questionnaires, severity: .note,
    since: "0.2",
    summary: "A critical requirement is asked about without asking for a document.",
    rationale: """
      Where a gap is critical, the buyer must be able to see whether the answer holds before the \
      contract is signed. Demand the document that the message names, or one like it, with an age.
      """,
    isDefault: false,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Forced labour</heading>
            «<question id="q1" type="text" requirement="fl-prohibition">»
              <text>How do you prevent forced labour?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            «<question id="q1" type="text" requirement="cl-prohibition fl-prohibition">»
              <text>Hvordan forebygger dere barnearbeid?</text>
            </question>
            <question id="q2" type="evidence" requirement="cl-prohibition">
              <text>Legg ved policyen mot barnearbeid.</text>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Tvångsarbete</heading>
            <question id="q1" type="text" requirement="fl-prohibition">
              <text>Hur förebygger ni tvångsarbete?</text>
            </question>
            <question id="q2" type="evidence" requirement="fl-prohibition">
              <text>Bifoga policyn mot tvångsarbete.</text>
            </question>
            <question id="q3" type="text" requirement="gov-training">
              <text>Vilka utbildas?</text>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="text" requirement="fl-prohibition">
              <text>How do you prevent forced labour?</text>
              <evidence required="true" max-age-months="36"><text>Attach the policy.</text></evidence>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    let shown = Set(
      questions.filter { $0.kind == .evidence || $0.definition.demand != nil }
        .flatMap(\.requirements))
    let language = context.document.language ?? "en"
    var seen = shown
    for question in questions {
      for id in question.requirements where seen.insert(id).inserted {
        guard let requirement = context.library.requirement(id), requirement.severity == .critical
        else { continue }
        report(
          context.finding(
            QuestionnaireMessages.criticalWithoutEvidence(
              id, evidence: requirement.evidence[language]),
            at: context.place(of: question)))
      }
    }
  }
}
