import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// The questionnaire asks about something that the contract of the same run does not demand.
package struct AskedNotRequired: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1221", name: "asked-not-required", group: .contracts, severity: .note, since: "0.2",
    summary: "The questionnaire asks about something that the contract does not demand.",
    rationale: """
      A supplier that answers "no" to such a question is in breach of nothing. Either the contract \
      lacks a clause, or the question is asked for information: then say so in the questionnaire. \
      Found only where a questionnaire is checked together with the contract.
      """,
    options: [.requirements],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>«Terms on human rights»</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall draw up action plans for its most significant \
        risks, with an owner for each action.</p></clause>
          </section>
        </tender>
        """,
        companions: [
          .init(
            "questionnaire.xml",
            """
            <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
              <title>Self-assessment</title>
              <section>
                <heading>People</heading>
                <question id="q1" type="text" requirement="gov-training">
                  <text>How do you train your buyers?</text>
                </question>
                <question id="q2" type="text" requirement="dd-action-plans">
                  <text>Which measures do you take?</text>
                </question>
              </section>
            </questionnaire>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms on human rights</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>Every year the Supplier shall train its buyers, its product managers \
        and its risk suppliers in human rights, and report to the Buyer what share of each group has \
        attended.</p></clause>
          </section>
        </tender>
        """,
        companions: [
          .init(
            "questionnaire.xml",
            """
            <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
              <title>Self-assessment</title>
              <section>
                <heading>People</heading>
                <question id="q1" type="text" requirement="gov-training">
                  <text>How do you train your buyers?</text>
                </question>
              </section>
            </questionnaire>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    var reported: Set<String> = []
    for questionnaire in context.others(.questionnaire) {
      for question in questionnaire.questions {
        for id in question.requirements
        where context.looksAt(id)
          && context.library.requirement(id)?.roles.contains(.contract) == true
        {
          guard context.assessment(id)?.outcome == .missing, reported.insert(id).inserted else {
            continue
          }
          let definition = question.definition
          let place = questionnaire.place(
            ofSource: definition.source, element: definition.element)
          report(
            context.finding(
              ContractMessages.notRequired(context.name(of: id), question.id),
              at: context.placeOfDocument, related: [RelatedPlace("asked here", place)]))
        }
      }
    }
  }
}
