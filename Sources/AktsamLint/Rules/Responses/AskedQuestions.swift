import AktsamDocuments
import AktsamText

/// The questions of the questionnaire that a response answers, with what was answered to them.
struct AskedQuestions {
  /// The questionnaire; nil when it is not part of the run.
  let questionnaire: Document?

  private let asked: [String: Int]
  private let answers: [String: [Question]]

  init(_ context: RuleContext) {
    let document = context.document
    questionnaire = document.role == .response ? context.questionnaire : nil
    asked = Dictionary(
      (questionnaire?.questions ?? []).enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    answers = questionnaire == nil ? [:] : Dictionary(grouping: document.questions, by: \.id)
  }

  /// The ids of all questions.
  var ids: some Collection<String> { asked.keys }

  /// Returns the question with an id as the questionnaire puts it.
  subscript(id: String) -> Question? {
    asked[id].flatMap { questionnaire?.questions[$0] }
  }

  /// Returns where the questionnaire puts a question.
  func related(_ question: Question) -> [RelatedPlace] {
    let definition = question.definition
    guard let questionnaire, !definition.source.isEmpty else { return [] }
    return [
      RelatedPlace(
        "asked here",
        questionnaire.place(ofSource: definition.source, element: definition.element))
    ]
  }

  /// Returns whether the answers given show a question; nil when they do not tell.
  func isShown(_ question: Question) -> Bool? {
    let conditions = question.definition.conditions
    guard !conditions.isEmpty else { return true }
    let settled = conditions.map(holds)
    if question.definition.needsAllConditions {
      if settled.contains(false) { return false }
      return settled.contains(nil) ? nil : true
    }
    if settled.contains(true) { return true }
    return settled.contains(nil) ? nil : false
  }

  /// Whether a condition holds; nil when its question is not answered by a value, or by different
  /// ones for different lots.
  private func holds(_ condition: QuestionCondition) -> Bool? {
    let values = Set((answers[condition.question] ?? []).map { holds(condition.value, for: $0) })
    guard values.count == 1, let value = values.first else { return nil }
    return value
  }

  private func holds(_ value: String?, for answer: Question) -> Bool? {
    guard answer.state == .answered else { return nil }
    guard let value else { return true }
    if !answer.chosen.isEmpty { return answer.chosen.contains { $0.id == value } }
    return answer.value.map { $0.rawValue == value }
  }
}

/// The blocks of the answers, by question.
struct AnswerBlocks {
  private let document: Document
  private var byQuestion: [[Int]]

  init(_ document: Document) {
    self.document = document
    byQuestion = Array(repeating: [], count: document.questions.count)
    for (index, block) in document.blocks.enumerated() where block.kind.canBeEvidence {
      if byQuestion.indices.contains(Int(block.question)) {
        byQuestion[Int(block.question)].append(index)
      }
    }
  }

  /// Returns the blocks that answer a question, by its index.
  func all(_ question: Int) -> [Block] {
    byQuestion[question].map { document.blocks[$0] }
  }

  /// Returns the blocks that answer a question in words: without its value, the options chosen and
  /// the titles of its evidence.
  func words(_ question: Int) -> [Block] {
    let answer = document.questions[question]
    var values = Set(answer.evidence.map(\.block) + [answer.valueBlock])
    for option in answer.chosen { values.formUnion(option.texts.map(\.block)) }
    return byQuestion[question].filter { !values.contains(Int32($0)) }
      .map { document.blocks[$0] }
  }

  /// Returns the block that shows a question's value, else the first of its answer.
  func value(_ question: Int) -> Block? {
    let block = Int(document.questions[question].valueBlock)
    return document.blocks.indices.contains(block)
      ? document.blocks[block] : byQuestion[question].first.map { document.blocks[$0] }
  }
}

extension RuleContext {
  /// Returns what the readers noticed under a rule of theirs, with its place.
  func noticed(_ rule: String) -> [(message: String, place: Place)] {
    document.findings.compactMap { finding in
      guard finding.rule == rule, let place = finding.place else { return nil }
      return (finding.message, place)
    }
  }
}

extension RuleContext {
  /// Returns the change that writes another name in the place of one; nil without one, in a member of
  /// an archive, and for names that no file may hold as they are.
  func renaming(_ source: Range<Int>, to name: String?, _ message: (String) -> String) -> Fix? {
    guard let name, document.source.part.isEmpty,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) })
    else { return nil }
    return Fix(message(name), [.init(source, name)], isSafe: false)
  }
}
