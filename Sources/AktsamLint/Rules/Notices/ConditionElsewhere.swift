import AktsamDocuments
import AktsamText

/// A contract condition says nothing but that it stands elsewhere.
package struct ConditionElsewhere: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1303", name: "condition-elsewhere", group: .notices, severity: .note, since: "0.2",
    summary: "A contract condition says nothing but that it stands elsewhere.",
    rationale: """
      A supplier who reads only the notice learns nothing of the condition, and the notice counts in \
      statistics as if it had one. State the condition in a sentence, and where its full text stands.
      """,
    supersedes: ["AK0343"],
    flagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(NoticeExamples.condition("«See the procurement documents.»")))),
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition("«Se konkurransegrunnlaget»", language: "NOR")),
          language: "NOR")),
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition(
              "The supplier shall map its supply chain down to raw materials, see annex 4."))))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .notice else { return }
    let pointers = Set(
      context.noticed("AK0343").compactMap { $0.place.segments.first?.lowerBound })
    guard !pointers.isEmpty else { return }
    for block in document.blocks where NoticeTerms.isCondition(block) {
      guard let start = document.segments(of: block.text).first?.lowerBound,
        pointers.contains(start)
      else { continue }
      let text = context.string(of: block)
      guard !PlaceholderText.whole(text) else { continue }
      report(context.finding(NoticeMessages.elsewhere(text), at: context.place(of: block)))
    }
  }
}
