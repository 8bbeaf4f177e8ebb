import AktsamDocuments
import AktsamText

/// Codes of different generations stand side by side.
package struct MixedCriterionGenerations: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1304", name: "mixed-criterion-generations", group: .notices, severity: .warning,
    since: "0.2",
    summary: "Codes for grounds or criteria of different generations stand side by side.",
    rationale: """
      A service knows the codes of its own version: it passes over the others, and what they stand for \
      is asked twice or not at all. Use the codes of one version throughout.
      """,
    references: ["https://docs.ted.europa.eu/ESPD-EDM/"],
    flagged: [
      RuleExample(
        NoticeExamples.notice(
          "", head: NoticeExamples.grounds(["corruption", "fraud", "«exg-mis-bre-lab-law»"]))),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.criterion(
              "«CRITERION.EXCLUSION.SOCIAL.SOCIAL_LAW»",
              NoticeExamples.property("p2", "INDICATOR", "Answer")), isResponse: false)),
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.notice(
          "", head: NoticeExamples.grounds(["exg-crim-corrpt", "exg-mis-bre-lab-law"]))),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
            + NoticeExamples.criterion(
              "national-code", NoticeExamples.property("p2", "INDICATOR", "Answer")),
          isResponse: false)),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let kinds: [CodedValue.Kind] = [.criterion, .exclusionGround, .selectionCriterion]
    for kind in kinds {
      let codes = context.document.codes.compactMap { value in
        value.kind == kind && !value.isNested
          ? CodeGeneration(value.code).map { (value: value, generation: $0) } : nil
      }
      guard let first = codes.first, codes.contains(where: { $0.generation != first.generation })
      else { continue }
      var most = first.generation
      func count(_ generation: CodeGeneration) -> Int {
        codes.count { $0.generation == generation }
      }
      for generation in CodeGeneration.allCases where count(generation) > count(most) {
        most = generation
      }
      guard let usual = codes.first(where: { $0.generation == most }) else { continue }
      for (value, generation) in codes where generation != most {
        report(
          context.finding(
            NoticeMessages.otherGeneration(value.code, generation, among: most),
            at: context.place(ofText: value.text, element: value.element),
            related: [
              RelatedPlace(
                "a code of \(most.name)",
                context.place(ofText: usual.value.text, element: usual.value.element))
            ]))
      }
    }
  }
}
