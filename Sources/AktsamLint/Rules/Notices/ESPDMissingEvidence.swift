import AktsamDocuments
import AktsamText

/// An ESPD promises evidence and does not say where it is.
package struct ESPDMissingEvidence: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1309", name: "espd-missing-evidence", group: .notices, severity: .warning, since: "0.2",
    summary: "An ESPD promises evidence and does not say where it is.",
    rationale: """
      Who declares that the information is available electronically must say where; otherwise the buyer \
      has to ask for it. Give the address of the evidence, or the entry in the list of evidence that \
      the answer names.
      """,
    references: ["https://eur-lex.europa.eu/eli/dir/2014/24/art_59/oj"],
    supersedes: ["AK0333"],
    flagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law",
            NoticeExamples.property("p1", "INDICATOR", "Is this available electronically?")
              + NoticeExamples.whenYes(
                NoticeExamples.property("p2", "EVIDENCE_IDENTIFIER", "«Evidence supplied»")))
            + NoticeExamples.indicator("p1", true))),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law",
            NoticeExamples.property("p1", "INDICATOR", "Is this available electronically?")
              + NoticeExamples.whenYes(
                NoticeExamples.property("p2", "EVIDENCE_IDENTIFIER", "Evidence supplied")))
            + NoticeExamples.indicator("p1", true)
            + NoticeExamples.answer(
              "p2", "<cac:EvidenceSupplied><cbc:ID>«EV-9»</cbc:ID></cac:EvidenceSupplied>"))),
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law",
            NoticeExamples.property("p1", "INDICATOR", "Is this available electronically?")
              + NoticeExamples.whenYes(
                NoticeExamples.property("p2", "EVIDENCE_IDENTIFIER", "Evidence supplied")))
            + NoticeExamples.indicator("p1", false))),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law",
            NoticeExamples.property("p1", "INDICATOR", "Is this available electronically?")
              + NoticeExamples.whenYes(
                NoticeExamples.property("p2", "EVIDENCE_IDENTIFIER", "Evidence supplied")))
            + NoticeExamples.indicator("p1", true)
            + NoticeExamples.answer(
              "p2", "<cac:EvidenceSupplied><cbc:ID>EV-1</cbc:ID></cac:EvidenceSupplied>")
            + "<cac:Evidence><cbc:ID>EV-1</cbc:ID></cac:Evidence>")),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response, document.format.hasPrefix("espd-") else { return }
    for (message, place) in context.noticed("AK0333") {
      report(context.finding(message, at: place))
    }
    var seen: Set<Int32> = []
    for block in document.blocks
    where block.kind == .question && document.questions.indices.contains(Int(block.question)) {
      let question = document.questions[Int(block.question)]
      guard question.kind == .evidence, question.state == .unanswered,
        seen.insert(block.question).inserted
      else { continue }
      report(
        context.finding(NoticeMessages.missingEvidence(question), at: context.place(of: block)))
    }
  }
}
