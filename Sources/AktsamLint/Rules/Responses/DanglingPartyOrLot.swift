import AktsamDocuments
import AktsamText

/// An answer names a party, a lot or an answer that the response does not have.
package struct DanglingPartyOrLot: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1122", name: "dangling-party-or-lot", group: .responses, severity: .error, since: "0.2",
    summary: "An answer names a party, a lot or an answer that the response does not have.",
    rationale: """
      Whose answer it is, or what it is for, cannot be told. Declare the party or the lot at the start \
      of the response, or correct the name.
      """,
    supersedes: ["AK0305"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" by="«membr»" lot="one «twoo»"><value>yes</value></answer>
            <answer question="q2" not-shown-because-of="«q11»"/>
          """,
          head: "<member id=\"member\"><name>Sample AB</name></member>"
            + "<lot id=\"one\">A</lot><lot id=\"two\">B</lot>"))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" by="member" lot="one two"><value>yes</value></answer>
            <answer question="q2" not-shown-because-of="q1"/>
          """,
          head: "<member id=\"member\"><name>Sample AB</name></member>"
            + "<lot id=\"one\">A</lot><lot id=\"two\">B</lot>"))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.format == "aktsam-response" else { return }
    var declared: [Reference.Kind: Set<String>] = [
      .party: [], .lot: [], .question: Set(document.questions.map(\.id)),
    ]
    for anchor in document.anchors {
      switch anchor.kind {
      case .party: declared[.party]?.insert(anchor.id)
      case .lot: declared[.lot]?.insert(anchor.id)
      default: break
      }
    }
    var suggestions = Suggestions()
    for reference in document.references {
      guard let known = declared[reference.kind], !known.contains(reference.target) else {
        continue
      }
      let near = suggestions.near(reference.target, among: known)
      report(
        context.finding(
          ResponseMessages.dangling(reference, near: near),
          at: context.place(ofSource: reference.source, element: reference.element),
          fix: context.renaming(reference.source, to: near) { "name \"\($0)\"" }))
    }
  }
}
