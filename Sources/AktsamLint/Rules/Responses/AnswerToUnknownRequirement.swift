import AktsamClauses
import AktsamDocuments
import AktsamText

/// An answer is mapped to a requirement that the clause library does not have.
package struct AnswerToUnknownRequirement: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1123", name: "answer-to-unknown-requirement", group: .responses, severity: .warning,
    since: "0.2",
    summary: "An answer is mapped to a requirement that the clause library does not have.",
    rationale: """
      An answer is read for the requirements that it is mapped to. One that no library has is passed \
      over without a word, and the answer then counts only for what it says by itself. Name a \
      requirement of the library.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" requirement="dd-risk-assessment «dd-suply-chain-mapping»">
              <value>yes</value></answer>
          """))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" requirement="dd-risk-assessment dd-supply-chain-mapping">
              <value>yes</value></answer>
            <answer question="q2"><value>yes</value></answer>
          """))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let used = context.document.references.filter { $0.kind == .requirement }
    guard !used.isEmpty else { return }
    let known = Set(context.library.requirements.map(\.id))
    var suggestions = Suggestions()
    for reference in used where !known.contains(reference.target) {
      let near = suggestions.near(reference.target, among: known)
      report(
        context.finding(
          ResponseMessages.unknownRequirement(reference.target, near: near),
          at: context.place(ofSource: reference.source, element: reference.element),
          fix: context.renaming(reference.source, to: near) { "name \"\($0)\"" }))
    }
  }
}
