import AktsamDocuments
import AktsamText

/// A mandatory choice has no option for those whom none of the others fits.
package struct ChoiceWithoutWayOut: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1012", name: "choice-without-way-out", group: .questionnaires, severity: .note,
    since: "0.2",
    summary: "A mandatory choice has no option for those whom none of the others fits.",
    rationale: """
      A supplier who must choose and finds nothing that fits chooses what looks best. Add an option \
      such as "none of these", "not applicable" or "other", and ask behind it what is meant. Scales \
      and ranges of figures, which leave no gap, need none.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Policy</heading>
            «<question id="q1" type="choice" mandatory="true">»
              <text>Who adopted your policy?</text>
              <option id="board"><text>The board</text></option>
              <option id="ceo"><text>The managing director</text></option>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Källor</heading>
            «<question id="q1" type="multi" mandatory="true">»
              <text>Vilka källor har ni använt?</text>
              <option id="union"><text>Fackföreningar</text></option>
              <option id="audit"><text>Egna revisioner</text></option>
              <option id="press"><text>Nyhetsmedier</text></option>
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
            <heading>Policy</heading>
            <question id="q1" type="choice" mandatory="true">
              <text>Hvem har vedtatt policyen?</text>
              <option id="board"><text>Styret</text></option>
              <option id="nobody"><text>Ikke vedtatt ennå</text></option>
            </question>
            <question id="q2" type="choice">
              <text>Hvor publiseres den?</text>
              <option id="web"><text>Nettsted</text></option>
              <option id="paper"><text>Trykksak</text></option>
            </question>
            <question id="q3" type="choice" mandatory="true">
              <text>Hvor stor andel av leverandørene har signert?</text>
              <option id="a"><text>0–50 %</text></option>
              <option id="b"><text>51–100 %</text></option>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Policy</heading>
            <question id="q1" type="choice" mandatory="true">
              <text>Who adopted your policy?</text>
              <option id="board"><text>The board</text></option>
              <option id="ceo"><text>The managing director</text></option>
            </question>
            <question id="q2" type="text">
              <text>Say when, and who else was involved.</text>
              <show-when question="q1"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  /// Words of an option for those whom no other fits, and of the ends of a scale.
  private static let open: Set<String> = [
    "other", "others", "otherwise", "none", "no", "not", "nothing", "nobody", "never", "neither",
    "unknown", "n", "na", "without", "low", "high", "less", "more", "less", "under", "over",
    "annat", "annan", "andra", "inget", "ingen", "inga", "ingenting", "inte", "ej", "nej", "aldrig",
    "övrigt", "övriga", "okänt", "saknas", "utan", "låg", "lågt", "hög", "högt", "mindre", "mer",
    "över", "varken",
    "annet", "annen", "andre", "intet", "ingenting", "ikke", "nei", "aldri", "øvrig", "øvrige",
    "ukjent", "mangler", "uten", "lav", "lavt", "høy", "høyt", "mer", "ikkje", "anna", "verken",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    var isFollowedUp: Set<String> = []
    for question in questions where question.kind == .text || question.kind == .table {
      isFollowedUp.formUnion(question.definition.conditions.map(\.question))
    }
    for question in questions
    where question.isChosen && question.isMandatory && question.definition.options.count > 1
      && !isFollowedUp.contains(question.id)
    {
      let options = question.definition.options
      let hasWayOut = options.contains { isOpen($0, context) }
      let isScale = options.allSatisfy { option in
        option.texts.contains { text in
          context.block(at: text.block).map { holdsDigit(context.string(of: $0)) } ?? false
        }
      }
      guard !hasWayOut, !isScale else { continue }
      report(
        context.finding(
          QuestionnaireMessages.noWayOut(question.name), at: context.place(of: question)))
    }
  }

  private func isOpen(_ option: AnswerOption, _ context: RuleContext) -> Bool {
    let parts = option.id.lowercased().split { !$0.isLetter }
    return parts.contains { Self.open.contains(String($0)) }
      || option.texts.contains { text in
        context.words(of: text).words.contains { Self.open.contains($0.text) }
      }
  }

  private func holdsDigit(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
