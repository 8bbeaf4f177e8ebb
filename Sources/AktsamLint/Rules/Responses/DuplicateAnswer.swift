import AktsamDocuments
import AktsamText

/// A question is answered twice for the same lot and party.
package struct DuplicateAnswer: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1120", name: "duplicate-answer", group: .responses, severity: .error, since: "0.2",
    summary: "A question is answered twice for the same lot and party.",
    rationale: """
      Which of the two answers holds is anyone's guess. Keep one of them, or say by "lot" or "by" what \
      each is for.
      """,
    supersedes: ["AK0303"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value></answer>
            <answer question="q2"><value>no</value></answer>
            «<answer question="q1" number="1">»<value>no</value></answer>
          """))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" lot="a"><value>yes</value></answer>
            <answer question="q1" lot="b"><value>no</value></answer>
            <answer question="q2"><value>yes</value></answer>
          """, head: "<lot id=\"a\">A</lot><lot id=\"b\">B</lot>"))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let noticed = context.noticed("AK0303")
    guard !noticed.isEmpty else { return }
    let answers = context.document.questions
    var starts: [Int: Int] = [:]
    var first: [String: Int] = [:]
    for (index, answer) in answers.enumerated() {
      starts[answer.definition.source.lowerBound] = index
      if first[answer.id] == nil { first[answer.id] = index }
    }
    for (message, place) in noticed {
      let second = starts[place.segments.first?.lowerBound ?? -1]
      let earlier = second.flatMap { first[answers[$0].id] }
      report(
        context.finding(
          message, at: place,
          related: earlier.map {
            [RelatedPlace("first answered here", context.place(of: answers[$0]))]
          } ?? []))
    }
  }
}
