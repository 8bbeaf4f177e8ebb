import AktsamDocuments
import AktsamText

/// A response names a questionnaire by an id that is nearly the one of a questionnaire of the run.
package struct UnknownQuestionnaire: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1109", name: "unknown-questionnaire", group: .responses, severity: .error, since: "0.2",
    summary: "A response misspells the id of the questionnaire that it answers.",
    rationale: """
      By the id a response finds its questions. When it is misspelt, nothing is compared: neither \
      which mandatory questions are left open nor whether answers have the form that is asked for.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """, questionnaire: "«due-dilligence»"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            """, id: "due-diligence")
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
          """, questionnaire: "environment"),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            """, id: "due-diligence")
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response, context.questionnaire == nil,
      let reference = context.document.references.first(where: { $0.kind == .questionnaire }),
      let near = nearest(
        to: reference.target,
        among: context.others(.questionnaire).map(\.id).filter { !$0.isEmpty })
    else { return }
    report(
      context.finding(
        ResponseMessages.unknownQuestionnaire(reference.target, near: near),
        at: context.place(ofSource: reference.source, element: reference.element),
        fix: context.renaming(reference.source, to: near) {
          "name the questionnaire \"\($0)\""
        }))
  }
}
