import AktsamDocuments
import AktsamText

/// A code for a social objective or a strategic aim is not in its list.
package struct UnknownObjectiveCode: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1306", name: "unknown-objective-code", group: .notices, severity: .error, since: "0.2",
    summary: "A code for a social objective or a strategic aim is not in its list.",
    rationale: """
      A notice with such a code is refused, or its objective is not counted. Use a code of the list; \
      human-rights due diligence is "hum-right", fair working conditions are "work-cond".
      """,
    references: ["https://op.europa.eu/en/web/eu-vocabularies/authority-tables"],
    flagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition("The supplier shall map its sites."),
            codes: ["strategic-procurement:«soc-objective»", "social-objective:«hum-rights»"])))
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition("The supplier shall map its sites."),
            codes: [
              "strategic-procurement:soc-obj", "social-objective:\n  hum-right ",
              "environmental-impact:clim-mitig",
            ])))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for value in context.document.codes {
      let list: Set<String>
      switch value.kind {
      case .socialObjective: list = OfficialCodes.socialObjectives
      case .strategicProcurement: list = OfficialCodes.strategicAims
      default: continue
      }
      guard !list.contains(value.code) else { continue }
      report(
        context.finding(
          NoticeMessages.unknownObjective(
            value.code, list.sorted(), near: nearest(to: value.code, among: list)),
          at: context.place(ofText: value.text, element: value.element)))
    }
  }
}
