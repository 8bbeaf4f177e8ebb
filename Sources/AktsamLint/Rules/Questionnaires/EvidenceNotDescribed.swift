import AktsamDocuments
import AktsamText

/// Documents are required without saying which.
package struct EvidenceNotDescribed: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1028", name: "evidence-not-described", group: .questionnaires, severity: .note,
    since: "0.2", summary: "Documents are required without saying which.",
    rationale: """
      Suppliers attach what is at hand, a brochure or a certificate for something else, and it must be \
      asked for again. Say in the demand which document is wanted and what it must show. A question \
      whose answer is a document says so itself.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no">
              <text>Have you assessed your risks?</text>
              «<evidence required="true" max-age-months="12"/>»
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text">
              <text>Hur bedömer ni risker?</text>
              «<evidence required="true" types="pdf">»<text> </text></evidence>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="text">
              <text>Har dere vurdert risiko? Legg ved vurderingen.</text>
              <evidence required="true" max-age-months="12"/>
            </question>
            <question id="q2" type="evidence">
              <text>Siste revisjonsrapport</text><evidence required="true" max-age-months="12"/>
            </question>
            <question id="q3" type="text">
              <text>Hvordan rangerer dere?</text>
              <evidence required="true"><text>Legg ved rangeringen.</text></evidence>
            </question>
            <question id="q4" type="text">
              <text>Hvem rangerer?</text><evidence max-age-months="12"/>
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
            <question id="q1" type="yes-no">
              <text>Have you assessed your risks?</text>
              <help>Attach the latest assessment.</help>
              <evidence required="true" max-age-months="12"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  /// Words by which the question or its help itself asks for a document.
  private static let asking: Set<String> = [
    "attach", "enclose", "submit", "upload", "provide", "document", "documents",
    "bifoga", "bilägg", "ladda", "lämna", "skicka", "underlag", "dokument",
    "vedlegg", "ved", "legg", "send", "dokumentasjon", "dokumenter", "last",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions where question.kind != .evidence {
      guard let demand = question.definition.demand, demand.isRequired,
        demand.texts.allSatisfy({ $0.block < 0 })
      else { continue }
      let texts = question.definition.texts + question.definition.help
      guard
        !texts.contains(where: { text in
          context.words(of: text).words.contains { Self.asking.contains($0.text) }
        })
      else { continue }
      report(
        context.finding(
          QuestionnaireMessages.evidenceNotDescribed,
          at: context.place(ofSource: demand.source, element: demand.element)))
    }
  }
}
