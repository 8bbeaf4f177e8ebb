import AktsamDocuments
import AktsamText

/// A question has a condition that no answer fulfils.
package struct UnreachableQuestion: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1005", name: "unreachable-question", group: .questionnaires, severity: .error,
    since: "0.2", summary: "A condition of a question is one that no answer fulfils.",
    rationale: """
      A condition on a value that the other question cannot have never holds: the question is not \
      shown to anyone, and no one notices, since nothing is missing from what is shown. The same goes \
      for conditions that exclude each other. A yes-or-no question is answered with yes, no, partly or \
      not-applicable, a choice with the id of an option, not with its text.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no"><text>Do you map your risks?</text></question>
            <question id="q2" type="choice">
              <text>How far down the chain?</text>
              <show-when question="q1" value="«true»"/>
              <option id="tier-1"><text>First tier</text></option>
              <option id="tier-2"><text>Second tier</text></option>
            </question>
            <question id="q3" type="text">
              <text>Which sites are in the third tier?</text>
              <show-when question="q2" value="«tier-3»"/>
            </question>
            <question id="q4" type="text">
              <text>How do you map the first tier?</text>
              <show-when question="q3" value="«yes»"/>
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
            <question id="q1" type="yes-no"><text>Kartlägger ni era risker?</text></question>
            <question id="q2" type="text">
              <text>Hur kartlägger ni dem?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="q1" value="«partly»"/>
            </question>
            <question id="q3" type="text">
              <text>Varför kartlägger ni dem inte?</text>
              <show-when question="q1" value="no"/>
              <show-when question="«q4»"/>
            </question>
            <question id="q4" type="text">
              <text>Vem ansvarar för kartläggningen?</text>
              <show-when question="q1" value="yes"/>
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
            <question id="q1" type="yes-no"><text>Kartlegger dere risiko?</text></question>
            <question id="q2" type="text" match="any">
              <text>Hvordan kartlegger dere?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="q1" value="partly"/>
            </question>
            <question id="q3" type="multi">
              <text>Hvilke ledd omfattes?</text>
              <option id="tier-1"><text>Første ledd</text></option>
              <option id="tier-2"><text>Andre ledd</text></option>
            </question>
            <question id="q4" type="text">
              <text>Hvordan skiller leddene seg?</text>
              <show-when question="q3" value="tier-1"/>
              <show-when question="q3" value="tier-2"/>
            </question>
            <question id="q5" type="country"><text>Hvor monteres varene?</text></question>
            <question id="q6" type="text">
              <text>Hvilke anlegg er det?</text>
              <show-when question="q5" value="VN"/>
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
            <question id="q1" type="yes-no"><text>Do you buy cobalt?</text></question>
            <question id="q2" type="yes-no">
              <text>Do you know the mines?</text><show-when question="q1" value="yes"/>
            </question>
            <question id="q3" type="text">
              <text>Which mines are they?</text>
              <show-when question="q1" value="yes"/>
              <show-when question="q2" value="partly"/>
            </question>
            <question id="q4" type="text" match="any">
              <text>Why do you not know, or not buy?</text>
              <show-when question="q1" value="no"/>
              <show-when question="q2" value="no"/>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  private static let answers = ["yes", "no", "partly", "not-applicable"]
  /// What is written for yes and no elsewhere.
  private static let otherWords = [
    "true": "yes", "1": "yes", "y": "yes", "ja": "yes", "false": "no", "0": "no", "n": "no",
    "nej": "no", "nei": "no", "delvis": "partly", "na": "not-applicable", "n-a": "not-applicable",
  ]

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let graph = ConditionGraph(context.definedQuestions)
    let values = Self.values(of: graph.questions)
    for (index, question) in graph.questions.enumerated() {
      var isPossible = true
      for condition in question.definition.conditions {
        guard let expected = values[condition.question],
          let finding = impossibleValue(condition, expected, context)
        else { continue }
        report(finding)
        isPossible = false
      }
      if isPossible, let finding = contradiction(index, graph, context) { report(finding) }
    }
  }

  /// What a question may be answered with.
  private struct Values {
    /// The values in the order of the document; empty for one that is answered freely.
    var list: [String]
    /// The same, for looking them up.
    var set: Set<String>
    var isYesNo: Bool
  }

  /// Returns what questions may be answered with, by their ids; those that share an id, and those
  /// whose values are not known, are left out.
  private static func values(of questions: [Question]) -> [String: Values] {
    var values: [String: Values] = [:]
    var seen: Set<String> = []
    for question in questions {
      guard seen.insert(question.id).inserted else {
        values[question.id] = nil
        continue
      }
      let list: [String]
      switch question.kind {
      case .yesNo: list = answers
      case .choice, .multi:
        list = question.definition.options.map(\.id)
        if list.isEmpty { continue }
      case .text, .evidence, .table: list = []
      default: continue
      }
      values[question.id] = Values(list: list, set: Set(list), isYesNo: question.kind == .yesNo)
    }
    return values
  }

  /// How many options a near one is looked for among.
  private static let mostOptions = 200

  /// Returns the finding about a value that the gate cannot have, or nil.
  private func impossibleValue(
    _ condition: QuestionCondition, _ expected: Values, _ context: RuleContext
  ) -> LintFinding? {
    guard let written = condition.value else { return nil }
    let value = collapsed(written)
    guard !expected.set.contains(value) else { return nil }
    let gate = condition.question
    let place = context.place(ofSource: condition.valueSource, element: condition.element)
    guard !expected.list.isEmpty else {
      return context.finding(QuestionnaireMessages.valueOfFreeAnswer(gate, value), at: place)
    }
    let lower = value.lowercased()
    var near = expected.isYesNo ? Self.otherWords[lower] : nil
    if near == nil, expected.list.count <= Self.mostOptions {
      near = nearest(to: lower, among: expected.list)
    }
    return context.finding(
      QuestionnaireMessages.impossibleValue(gate, value, expected.list, near: near), at: place,
      fix: near.map {
        Fix("write \"\($0)\"", [.init(condition.valueSource, XMLText.attribute($0))], isSafe: false)
      })
  }

  /// Returns the finding about conditions that cannot hold together, or nil.
  private func contradiction(
    _ index: Int, _ graph: ConditionGraph, _ context: RuleContext
  ) -> LintFinding? {
    var needed: [Int: (value: String, condition: QuestionCondition)] = [:]
    for edge in graph.needs[index].prefix(100) {
      let values = graph.valuesNeeded(for: edge).sorted { $0.key < $1.key }
      for (gate, value) in values {
        guard let earlier = needed[gate] else {
          needed[gate] = (value, edge.condition)
          continue
        }
        guard earlier.value != value else { continue }
        let condition = edge.condition
        let isOwn = gate == edge.gate && !condition.valueSource.isEmpty
        return context.finding(
          QuestionnaireMessages.contradictingConditions(
            graph.questions[gate].id, earlier.value, value),
          at: context.place(
            ofSource: isOwn ? condition.valueSource : condition.source, element: condition.element),
          related: [
            RelatedPlace(
              "\"\(earlier.value)\" is needed by this",
              context.place(
                ofSource: earlier.condition.source, element: earlier.condition.element))
          ])
      }
    }
    return nil
  }
}
