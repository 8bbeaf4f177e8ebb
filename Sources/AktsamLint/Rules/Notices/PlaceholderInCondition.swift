import AktsamDocuments
import AktsamText

/// A condition, a criterion or a demand still holds what a template left to be filled in.
package struct PlaceholderInCondition: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1302", name: "placeholder-in-condition", group: .notices, severity: .error, since: "0.2",
    summary: "A condition, a criterion or a demand holds what a template left to be filled in.",
    rationale: """
      No tenderer can meet "TBD", and what is filled in after publication may have to be published \
      anew. Write the condition out, or remove it.
      """,
    supersedes: ["AK0343"],
    flagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition("«TBD»")
              + NoticeExamples.condition("The supplier shall notify the buyer within «[…]» days."))
            + NoticeExamples.lot(
              NoticeExamples.condition("«To be specified.»"), id: "LOT-0002"))),
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition("«Kompletteras senare»", language: "SWE")
              + NoticeExamples.condition(
                "Leverantören ska underrätta «[ange myndighet]» inom XX dagar.", language: "SWE")),
          language: "SWE")),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "chain-manage",
            NoticeExamples.property(
              "p1", "DESCRIPTION", "Requirement", expected: "«[Requirement text]»")),
          isResponse: false)),
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition(
              "The price is to be determined by the index [1]. The supplier shall map its sites.")))
      ),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "chain-manage",
            NoticeExamples.property(
              "p1", "DESCRIPTION", "Requirement", expected: "The supplier maps its sites.")),
          isResponse: false)),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    let isNotice = document.role == .notice
    let isRequest = document.format.hasPrefix("espd-") && document.role == .questionnaire
    guard isNotice || isRequest else { return }
    for block in document.blocks {
      guard isNotice ? NoticeTerms.isTerm(block) : block.kind == .requirement else { continue }
      let text = context.string(of: block)
      if PlaceholderText.whole(text) {
        report(
          context.finding(NoticeMessages.placeholder(text), at: context.place(of: block)))
      } else if let words = PlaceholderText.first(in: text),
        let range = context.range(of: words, in: block)
      {
        report(
          context.finding(
            NoticeMessages.placeholder(words),
            at: context.place(ofText: range, element: block.element)))
      }
    }
  }
}
