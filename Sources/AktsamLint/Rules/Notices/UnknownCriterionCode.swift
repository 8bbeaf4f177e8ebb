import AktsamDocuments
import AktsamText

/// A code for a ground or a criterion is in no official list.
package struct UnknownCriterionCode: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1305", name: "unknown-criterion-code", group: .notices, severity: .warning, since: "0.2",
    summary: "A code for an exclusion ground or a criterion is in no official list.",
    rationale: """
      A service that does not know the code shows the criterion without its meaning, or not at all; the \
      notice may be refused. Use a code of the list. The national criteria inside a criterion are left \
      out, since each country has its own.
      """,
    references: ["https://op.europa.eu/en/web/eu-vocabularies/authority-tables"],
    flagged: [
      RuleExample(
        NoticeExamples.notice(
          "", head: NoticeExamples.grounds(["exg-crim-traffick", "«exg-mis-bre-labour-law»"]))),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "«labor-law»", NoticeExamples.property("p1", "INDICATOR", "Answer")))),
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.notice(
          "", head: NoticeExamples.grounds(["labour-law", "exg-crim-corrpt", "exg-sitn"]))),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "CRITERION.EXCLUSION.NATIONAL.GRAVE.MISCONDUCT",
            NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.criterion(
              "chain-manage", NoticeExamples.property("p2", "INDICATOR", "Answer")))),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    var suggestions = Suggestions()
    for value in context.document.codes where !value.isNested {
      let lists: [Set<String>]
      switch value.kind {
      case .criterion:
        lists = [OfficialCodes.short, OfficialCodes.grounds, OfficialCodes.selectionCriteria]
      case .exclusionGround: lists = [OfficialCodes.short, OfficialCodes.grounds]
      case .selectionCriterion:
        lists = [OfficialCodes.selectionCriteria, OfficialCodes.selectionKinds]
      case .socialObjective, .strategicProcurement: continue
      }
      let code = value.code.lowercased()
      // National services add dotted codes of their own.
      guard CodeGeneration(code) != .dotted, !lists.contains(where: { $0.contains(code) }) else {
        continue
      }
      let near = suggestions.near(code, among: lists.joined())
      report(
        context.finding(
          NoticeMessages.unknownCode(value.code, near: near),
          at: context.place(ofText: value.text, element: value.element)))
    }
  }
}
