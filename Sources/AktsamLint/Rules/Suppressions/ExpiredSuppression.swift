import AktsamText

/// The last day of a suppression has passed.
package struct ExpiredSuppression: SuppressionRule {
  package static let info = RuleInfo(
    id: "AK1901", name: "expired-suppression", group: .suppressions, severity: .warning,
    since: "0.2", summary: "The last day of a suppression has passed.",
    rationale: """
      A suppression with a day is a promise to come back. Once the day has passed the finding shows \
      again. Mend it, or decide anew and set a later day.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<?aktsam ignore AK1001 reason="until part two is out" until="2026-02-28"?>»
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q9" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """, asOf: "2026-03-01"),
      RuleExample(
        """
        «<!-- aktsam ignore AK1201 reason="under review" until="2026-02-28" -->»
        The supplier shall assess its risks.
        """, file: "terms.md", role: .contract, asOf: "2026-03-01"),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <?aktsam ignore AK1001 reason="until part two is out" until="2026-03-01"?>
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q9" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """, asOf: "2026-03-01"),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <?aktsam ignore AK1001 reason="until part two is out" until="2026-02-28"?>
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
    for suppression in context.uses.map(\.suppression)
    where suppression.fault == nil && suppression.isExpired(asOf: context.asOf) {
      let message = SuppressionMessages.expired(suppression.until ?? "", suppression.reason)
      report(context.finding(message, at: suppression.place))
    }
  }
}
