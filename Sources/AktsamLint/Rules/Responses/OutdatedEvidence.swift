import AktsamDocuments
import AktsamText

/// A document given as evidence is older than the question accepts.
package struct OutdatedEvidence: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1112", name: "outdated-evidence", group: .responses, severity: .warning, since: "0.2",
    summary: "A document given as evidence is older than the question accepts.",
    rationale: """
      Risks change: an assessment from before the current suppliers were chosen shows nothing about \
      them. Attach the latest version, or say why the older one still holds. Ages are counted to the \
      date of the run, without one to the date of the response.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="map.pdf" date="2025-09-30">«Map of our sites»</evidence>
              <evidence href="log.pdf" date="2025-10-01">Log</evidence></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text>
                    <evidence required="true" max-age-months="12"/></question>
            """)
        ]),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><p>Vi kartlägger.</p>
              <evidence date="2026-06-01">«Karta»</evidence></answer>
          """, language: "sv"),
        asOf: "2027-01-15",
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="text"><text>Hur kartlägger ni?</text>
                    <evidence max-age-months="6"/></question>
            """, language: "sv")
        ]),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="map.pdf" date="2024-10-01">Map of our sites</evidence></answer>
            <answer question="q2"><p>Yearly.</p><evidence date="2011-01-01">Plan</evidence></answer>
            <answer question="q3"><p>Yearly.</p><evidence>Plan</evidence></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text>
                    <evidence required="true" max-age-months="24"/></question>
                  <question id="q2" type="text"><text>How?</text><evidence/></question>
                  <question id="q3" type="text"><text>When?</text>
                    <evidence max-age-months="6"/></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response, let today = AnswerWords.Day(context.date) else {
      return
    }
    let asked = AskedQuestions(context)
    for answer in context.document.questions {
      guard let question = asked[answer.id], let demand = question.definition.demand,
        let months = demand.maxAgeMonths
      else { continue }
      for evidence in answer.evidence {
        guard let date = evidence.date, let day = AnswerWords.Day(date),
          day.adding(months: months) < today
        else { continue }
        report(
          context.finding(
            ResponseMessages.outdated(evidence.title, date, months: months),
            at: context.place(of: evidence, in: answer), related: asked.related(question)))
      }
    }
  }
}

extension RuleContext {
  /// Returns where a document is given as evidence.
  func place(of evidence: EvidenceReference, in answer: Question) -> Place {
    block(at: evidence.block).map { place(of: $0) } ?? place(of: answer)
  }
}
