import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// An answer says yes and its words deny it, or says no and its words say that it is done.
package struct ContradictedAnswer: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1116", name: "contradicted-answer", group: .responses, severity: .warning, since: "0.2",
    summary: "The words beside a yes deny it, or those beside a no say that it is done.",
    rationale: """
      A ticked box and the comment beside it cannot both be true, and each reader will believe another \
      of the two. Correct the one that is wrong. The words are read for the requirements that the \
      question is mapped to.
      """,
    references: ["UNGP-17"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" requirement="dd-risk-assessment">
              <question>Have you assessed the risks in your supply chain?</question>
              <value>yes</value>
              <comment>«We have not carried out any risk assessment of our supply chain.»</comment>
            </answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" requirement="dd-risk-assessment">
              <question>Har ni bedömt riskerna i er leveranskedja?</question>
              <value>yes</value>
              <comment>«Vi har inte gjort någon riskbedömning av leveranskedjan.»</comment>
            </answer>
          """, language: "sv")),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" requirement="dd-risk-assessment">
              <question>Have you assessed the risks in your supply chain?</question>
              <value>no</value>
              <comment>«We assess the human-rights risks in all tiers of our supply chain every year.»
              </comment>
            </answer>
          """)),
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" requirement="cl-prohibition">
              <question>Förbjuder ni barnarbete i alla led?</question>
              <value>no</value>
              <p>«Barnarbete är förbjudet i alla led ända ned till gruvorna, med 15 år som lägsta ålder
              och 18 år för farligt arbete, enligt ILO:s konvention nr 138.»</p>
            </answer>
          """, language: "sv")),
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1" requirement="dd-risk-assessment">
              <question>Have you assessed the risks in your supply chain?</question>
              <value>yes</value>
              <comment>We assessed the risks in all tiers of our supply chain in May 2026.</comment>
            </answer>
            <answer question="q2" requirement="dd-risk-assessment">
              <question>Have you assessed the risks of your carriers?</question>
              <value>no</value>
              <comment>We have not carried out any risk assessment of our carriers.</comment>
            </answer>
            <answer question="q3" requirement="cl-prohibition">
              <question>Has child labour been found in your supply chain since 2024?</question>
              <value>no</value>
              <comment>Child labour is prohibited in all tiers of our supply chain.</comment>
            </answer>
          """))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response,
      document.questions.contains(where: { $0.value != nil && !$0.requirements.isEmpty })
    else { return }
    let answers = BlockStarts(document)
    var reported: Set<Int32> = []
    func add(_ place: Place, on block: Block) {
      guard document.questions.indices.contains(Int(block.question)),
        let value = context.block(at: document.questions[Int(block.question)].valueBlock),
        reported.insert(block.question).inserted
      else { return }
      let answer = document.questions[Int(block.question)]
      report(
        context.finding(
          ResponseMessages.contradicted(answer), at: place,
          related: [RelatedPlace("answered here", context.place(of: value))]))
    }
    for assessment in context.assessments {
      guard let contradiction = assessment.contradiction, contradiction.kind == .conflict else {
        continue
      }
      let sides = contradiction.between.filter { assessment.evidence.indices.contains($0) }
        .map { assessment.evidence[$0].place }
      let blocks = sides.map { answers.block(at: $0) }
      guard sides.count == 2, let first = blocks[0], let second = blocks[1],
        first.question == second.question, first.question >= 0, first.text != second.text
      else { continue }
      let isFirstValue = isValue(first, in: document)
      guard isFirstValue || isValue(second, in: document) else { continue }
      add(sides[isFirstValue ? 1 : 0], on: isFirstValue ? second : first)
    }
    addForbidden(context, answers, add)
    for passage in context.passages where passage.polarity == .denied {
      guard let block = answers.block(at: passage.place),
        document.questions.indices.contains(Int(block.question)), !isValue(block, in: document)
      else { continue }
      let answer = document.questions[Int(block.question)]
      guard answer.value == .yes, !answer.yesIsAdverse,
        passage.assessments.contains(where: {
          $0.outcome == .contradicted && answer.requirements.contains($0.requirement)
        })
      else { continue }
      add(passage.place, on: block)
    }
  }

  /// Adds answers that say no to a question whether something is forbidden, beside words that forbid it.
  private func addForbidden(
    _ context: RuleContext, _ answers: BlockStarts, _ add: (Place, Block) -> Void
  ) {
    let document = context.document
    for passage in context.passages where passage.concepts.contains("force-prohibition") {
      guard let block = answers.block(at: passage.place),
        document.questions.indices.contains(Int(block.question)), !isValue(block, in: document)
      else { continue }
      let answer = document.questions[Int(block.question)]
      guard answer.value == .no, !answer.yesIsAdverse, asksForBan(answer.label),
        passage.assessments.contains(where: {
          $0.outcome == .met && answer.requirements.contains($0.requirement)
            && context.library.requirement($0.requirement)?.kind == .prohibition
        })
      else { continue }
      add(passage.place, block)
    }
  }

  /// Whether a question asks if something is forbidden.
  private func asksForBan(_ question: String) -> Bool {
    let words = AnswerWords.words(question)
    return words.contains { word in Self.bans.contains { word.hasPrefix($0) } }
      && !words.contains { Self.finding.contains($0) }
  }

  /// How words begin that forbid.
  private static let bans = ["förbjud", "förbud", "forby", "forbud", "forbid", "prohibit", "bann"]
  /// What a question asks about that looks for breaches of a ban.
  private static let finding: Set<String> = [
    "breach", "breaches", "breached", "violated", "violations", "found", "brott", "brutit",
    "överträtts", "överträdelser", "funnit", "brudd", "brutt", "overtrådt", "funnet",
  ]

  private func isValue(_ block: Block, in document: Document) -> Bool {
    guard document.questions.indices.contains(Int(block.question)) else { return false }
    let value = Int(document.questions[Int(block.question)].valueBlock)
    return document.blocks.indices.contains(value) && document.blocks[value].text == block.text
  }
}
