import AktsamText

/// A suppression names a rule that does not exist.
package struct UnknownRule: SuppressionRule {
  package static let info = RuleInfo(
    id: "AK1904", name: "unknown-rule-in-suppression", group: .suppressions, severity: .error,
    since: "0.2", summary: "A suppression names a rule that does not exist.",
    rationale: """
      A slip in an id silences nothing, and nobody notices. Write the id or the name of a rule.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <?aktsam ignore «AK1O01» AK1001 reason="the question is in another part"?>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q9" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <!-- aktsam ignore «long-questions» reason="under review" -->
        The supplier shall assess its risks.
        """, file: "terms.md", role: .contract),
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
            <?aktsam ignore AK0305 dangling-question-reference reason="in another part"?>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q9" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: SuppressionContext, report: (LintFinding) -> Void) {
    for name in context.uses.flatMap(\.suppression.rules) where name.selector == nil {
      let message = SuppressionMessages.unknownRule(
        name.text, near: RuleSelector.nearest(to: name.text))
      report(context.finding(message, at: name.place))
    }
  }
}
