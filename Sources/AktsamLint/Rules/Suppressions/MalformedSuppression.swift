import AktsamText

/// A suppression cannot be read, or nothing comes after it.
package struct MalformedSuppression: SuppressionRule {
  package static let info = RuleInfo(
    id: "AK1905", name: "malformed-suppression", group: .suppressions, severity: .error,
    since: "0.2", summary: "A suppression cannot be read.",
    rationale: """
      What cannot be read silences nothing. Write `ignore` or `ignore-file`, the rules, \
      `reason="…"`, and if need be `until="2027-01-31"`; put it before what it is about.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<?aktsam ignored AK1001 reason="agreed"?>»
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
            «<?aktsam ignore reason="agreed"?>»
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
            «<?aktsam ignore AK1001 reason="agreed" until="31/1/2027"?>»
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
            «<?aktsam ignore AK1001 because="agreed"?>»
            <question id="q2" type="text">
              <text>How do you map them?</text>
              <show-when question="q2" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        The supplier shall assess its risks.

        «<!-- aktsam ignore AK1201 reason="agreed" -->»
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
        """)
    ])

  package init() {}

  package func check(_ context: SuppressionContext, report: (LintFinding) -> Void) {
    for suppression in context.uses.map(\.suppression) {
      if let fault = suppression.fault {
        report(context.finding(fault, at: suppression.place))
      }
    }
  }
}
