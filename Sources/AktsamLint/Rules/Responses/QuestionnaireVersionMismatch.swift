import AktsamDocuments
import AktsamText

/// A response answers another version of the questionnaire than the one that is there.
package struct QuestionnaireVersionMismatch: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1108", name: "questionnaire-version-mismatch", group: .responses, severity: .warning,
    since: "0.2",
    summary: "A response answers another version of the questionnaire than the one that is there.",
    rationale: """
      A version rises whenever a question does: answers to an older one may stand beside questions \
      that were never asked in that form. Ask for a response to the current version, or compare with \
      the version that was answered.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """, version: "«1»"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            """, version: "2")
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """, version: "2026-02"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            """, version: "2026-02")
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response, let questionnaire = context.questionnaire,
      !questionnaire.version.isEmpty,
      let reference = context.document.references.first(where: {
        $0.kind == .questionnaireVersion
      }),
      reference.target != questionnaire.version
    else { return }
    report(
      context.finding(
        ResponseMessages.otherVersion(reference.target, questionnaire),
        at: context.place(ofSource: reference.source, element: reference.element)))
  }
}
