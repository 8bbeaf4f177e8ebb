import AktsamText

/// A suppression does not say why.
package struct MissingReason: SuppressionRule {
  package static let info = RuleInfo(
    id: "AK1903", name: "suppression-without-reason", group: .suppressions, severity: .error,
    since: "0.2", summary: "A suppression does not say why.",
    rationale: """
      Whoever reads the document next must be able to see why a finding may stand, and whether that \
      still holds. Without a reason a suppression silences nothing. Add one.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<?aktsam ignore AK1001?>»
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
            «<?aktsam ignore AK1001 reason="…"?>»
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q9" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        «<!-- aktsam ignore-file AK1201 -->»
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
            <?aktsam ignore AK1001 reason='agreed'?>
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
            <?other ignore AK1001?>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q1" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: SuppressionContext, report: (LintFinding) -> Void) {
    for suppression in context.uses.map(\.suppression)
    where suppression.fault == nil && suppression.reason.isEmpty {
      report(context.finding(SuppressionMessages.noReason, at: suppression.place))
    }
  }
}
