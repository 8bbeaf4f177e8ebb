import AktsamDocuments
import AktsamText

/// A question, an option or a column has no text.
package struct EmptyQuestionText: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1016", name: "empty-question-text", group: .questionnaires, severity: .error,
    since: "0.2", summary: "A question, an option or a column has no text.",
    rationale: """
      Suppliers see a field with nothing beside it, or a choice without a name. Write the text in \
      each language, or take the element out.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            «<question id="q1" type="text">»<text> </text></question>
            <question id="q2" type="choice">
              <text>How often do you assess risks?</text>
              <option id="yearly"><text>Every year</text></option>
              <option id="«never»"><text/></option>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Anlegg</heading>
            «<question id="q1" type="text">»
              <text xml:lang="nb">Hvem vurderer risiko?</text><text xml:lang="en"></text>
            </question>
            <question id="q2" type="table">
              <text>Hvor produseres varene?</text>
              <column id="site"><text>Anlegg</text></column>
              <column id="«place»"><text></text></column>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text"><text><!-- kort --><![CDATA[Vem?]]></text></question>
            <question id="q2" type="choice">
              <text>Hur ofta?</text>
              <option id="a"><text>1</text></option><option id="b"><text>2</text></option>
              <evidence required="true"/>
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
            <question id="q1" type="table">
              <text>Where are the goods made?</text>
              <column id="site"><text>Site</text></column>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    for question in context.definedQuestions {
      let definition = question.definition
      if let languages = blank(definition.texts) {
        report(
          context.finding(
            QuestionnaireMessages.noText(question.name, languages), at: context.place(of: question))
        )
      }
      for option in definition.options {
        guard let languages = blank(option.texts) else { continue }
        report(
          context.finding(
            QuestionnaireMessages.noText("option \"\(option.id)\"", languages),
            at: place(option.source, option.element, question, context)))
      }
      for column in definition.columns {
        guard let languages = blank(column.texts) else { continue }
        report(
          context.finding(
            QuestionnaireMessages.noText("column \"\(column.id)\"", languages),
            at: place(column.source, column.element, question, context)))
      }
    }
  }

  /// Returns the languages in which a text is blank, empty when there is no text at all; nil when
  /// nothing is wrong.
  private func blank(_ texts: [LocalBlock]) -> [String]? {
    let blank = texts.filter { $0.block < 0 }
    guard !blank.isEmpty || texts.isEmpty else { return nil }
    return blank.count < texts.count ? blank.compactMap(\.language) : []
  }

  private func place(
    _ source: Range<Int>, _ element: Int32, _ question: Question, _ context: RuleContext
  ) -> Place {
    source.isEmpty
      ? context.place(of: question) : context.place(ofSource: source, element: element)
  }
}
