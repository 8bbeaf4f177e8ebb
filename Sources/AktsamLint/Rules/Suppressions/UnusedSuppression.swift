import AktsamText

/// A suppression silences nothing: what it was about has been mended or moved.
package struct UnusedSuppression: SuppressionRule {
  package static let info = RuleInfo(
    id: "AK1902", name: "unused-suppression", group: .suppressions, severity: .warning,
    since: "0.2", summary: "A suppression silences nothing.",
    rationale: """
      A suppression that is no longer needed hides the next finding of its rule. Remove it.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<?aktsam ignore AK1002 reason="agreed in the working group"?>»
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q2" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<?aktsam ignore-file long-question reason="agreed in the working group"?>»
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q2" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <?aktsam ignore AK1001 reason="the question is in another part"?>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q9" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <?aktsam ignore AK1002?>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q2" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: SuppressionContext, report: (LintFinding) -> Void) {
    for use in context.uses where use.suppression.holds(asOf: context.asOf) {
      let suppression = use.suppression
      let idle = suppression.rules.indices.filter { use.ran.contains($0) && !use.used.contains($0) }
      for index in idle {
        // Only a suppression of which nothing is needed goes as a whole.
        let fix =
          idle.count == suppression.rules.count && index == idle.first
          ? suppression.removal.map {
            Fix(SuppressionMessages.remove, [.init($0, "")], isSafe: true)
          } : nil
        report(
          context.finding(
            SuppressionMessages.unused(suppression.rules[index].text), at: suppression.place,
            fix: fix))
      }
    }
  }
}
