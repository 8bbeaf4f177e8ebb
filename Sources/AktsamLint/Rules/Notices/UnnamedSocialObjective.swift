import AktsamDocuments
import AktsamText

/// A notice says that it has a social objective, and not which.
package struct UnnamedSocialObjective: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1307", name: "unnamed-social-objective", group: .notices, severity: .warning,
    since: "0.2", summary: "A notice says that it has a social objective, and not which.",
    rationale: """
      "soc-obj" in BT-06 asks for the objective in BT-775: without it neither suppliers nor statistics \
      can tell human-rights due diligence from training places. Name the objective.
      """,
    flagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot("", codes: ["strategic-procurement:«soc-obj»"])
            + NoticeExamples.lot(
              "", codes: ["strategic-procurement:soc-obj", "social-objective:work-cond"],
              id: "LOT-0002")))
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            "", codes: ["strategic-procurement:soc-obj", "social-procurement:hum-right"])
            + NoticeExamples.lot("", codes: ["strategic-procurement:env-imp"], id: "LOT-0002")))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let codes = context.document.codes
    let named = Set(codes.filter { $0.kind == .socialObjective }.map(\.lot))
    for value in codes
    where value.kind == .strategicProcurement && value.code == "soc-obj"
      && !named.contains(value.lot)
    {
      if value.lot.isEmpty, !named.isEmpty { continue }
      report(
        context.finding(
          NoticeMessages.unnamedObjective,
          at: context.place(ofText: value.text, element: value.element)))
    }
  }
}
