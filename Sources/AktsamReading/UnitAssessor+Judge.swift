internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

extension UnitAssessor {
  /// Weaknesses beside which nothing else needs saying to be absent.
  private static let covering: Set<Weakness> = [
    .aspirational, .bareAssertion, .bareDenial, .bareGuarantee, .referenceElsewhere,
  ]
  /// Weaknesses beside which the absence of evidence is no reason of its own.
  private static let coveringEvidence: Set<Weakness> = [
    .policyOnly, .plannedOnly, .delegated, .permissive, .certificateOnly, .auditOnly,
  ]
  /// Weaknesses that name the way of denying.
  private static let naming: Set<Weakness> = [
    .delegated, .ownOperationsOnly, .aspirational, .bareDenial,
  ]

  /// Decides the outcome of a statement and gathers the reasons.
  func judge(_ statement: Statement, index: Int) -> UnitFinding? {
    let unit = statement.unit
    if role == .questionnaire { return judgeQuestion(statement, index: index) }
    var reasons: [UnitFinding.Reason] = []
    let elements = self.elements(statement, reasons: &reasons)
    let strengths = statement.readings.map { $0.force.strength(in: role) }
    let order =
      strengths.count == 1
      ? [0] : strengths.indices.sorted { (strengths[$0], -$0) > (strengths[$1], -$1) }
    var finding = UnitFinding(
      requirement: index, outcome: .weak, reasons: [], elements: elements,
      sentences: order.map { statement.matches[$0].sentence },
      force: order.first.map { statement.readings[$0].force } ?? .bare,
      isMapped: statement.isMapped, hasTopic: statement.hasTopic, isSure: false)

    if isPlaceholder(unit) {
      finding.reasons = [reason(.placeholder, unit, [library.classes.placeholder])]
      finding.isSure = true
      return finding
    }
    var firm: [UnitFinding.Reason] = []
    addFirmness(statement, to: &firm)
    if let denial = denial(statement) {
      finding.outcome = .contradicted
      finding.contradictsValue = statement.isMapped && unit.question?.value == .yes
      finding.sentences.removeAll { $0 == denial.sentence }
      finding.sentences.insert(denial.sentence, at: 0)
      finding.reasons = firm.filter { Self.naming.contains($0.code) }
      finding.isSure = statement.isMapped && statement.hasTopic
      return finding
    }
    // What is only wished, promised without a process or said elsewhere lacks everything else, too:
    // the absence of a time or of evidence is then no reason of its own.
    if firm.contains(where: { Self.covering.contains($0.code) }) {
      reasons.removeAll(where: \.tokens.isEmpty)
    } else if firm.contains(where: { Self.coveringEvidence.contains($0.code) }) {
      reasons.removeAll { $0.code == .noEvidence || ($0.code == .generic && $0.tokens.isEmpty) }
    }
    for reason in firm where !reasons.contains(where: { $0.code == reason.code }) {
      reasons.append(reason)
    }
    if reasons.isEmpty, isThin(elements, statement) {
      reasons.append(UnitFinding.Reason(code: .generic, tokens: []))
    }
    if reasons.isEmpty, isUncommitted(statement) {
      reasons.append(UnitFinding.Reason(code: .bareAssertion, tokens: []))
    }
    reasons.sort { $0.code.rawValue < $1.code.rawValue }
    finding.reasons = reasons
    finding.outcome = reasons.isEmpty ? .met : .weak
    if statement.isMapped, unit.question?.value == .no, statement.requirement.kind == .duty {
      // A structured "no" denies; words beside it that grant the duty conflict with it.
      finding.outcome = .contradicted
      finding.contradictsValue = grants(finding, reasons, statement)
      finding.isSure = !finding.contradictsValue
      finding.reasons = []
      return finding
    }
    finding.isSure = isSure(finding, statement)
    return finding
  }

  /// Whether the words beside a structured "no" say that the thing is done all the same.
  private func grants(
    _ finding: UnitFinding, _ reasons: [UnitFinding.Reason], _ statement: Statement
  ) -> Bool {
    guard finding.force == .practice || finding.force == .obligation,
      statement.hasTopic || finding.elements.contains(where: { $0.state == .met })
    else { return false }
    return statement.readings.allSatisfy(\.whole.negations.isEmpty)
      && reasons.allSatisfy { Self.harmless.contains($0.code) }
  }

  /// Whether an outcome rests on words that leave little doubt (design, section 4, *Certainty*): the
  /// question gives the topic and the answer names it or its own weakness; or two elements of the
  /// requirement stand beside the topic.
  private func isSure(_ finding: UnitFinding, _ statement: Statement) -> Bool {
    let shown = finding.elements.filter { $0.state == .met }.count
    let hasWords = finding.reasons.contains { !$0.tokens.isEmpty }
    guard statement.isMapped else {
      return shown >= Self.elementsForSure && (finding.reasons.isEmpty || hasWords)
    }
    return finding.reasons.isEmpty ? statement.hasTopic && shown > 0 : hasWords
  }

  /// Whether a statement shows too little of what the requirement is made of to be accepted without
  /// asking: a mapped answer and a duty need two elements, any other passage three.
  private func isThin(
    _ elements: [UnitFinding.FoundElement], _ statement: Statement
  ) -> Bool {
    let shown = elements.filter { $0.state == .met }.count
    return shown < min(statement.isMapped || role == .contract ? 2 : 3, elements.count - 1)
  }

  /// How many elements make a passage outside a mapped answer sure.
  private static let elementsForSure = 3

  /// Decides whether a questionnaire asks for the requirement: openly and with evidence, or only for
  /// a yes or no (design, section 4, *force*).
  private func judgeQuestion(_ statement: Statement, index: Int) -> UnitFinding {
    let unit = statement.unit
    let classes = library.classes
    let isClosed = unit.question.map { $0.kind == .yesNo || $0.kind == .choice } ?? false
    let asksForEvidence =
      unit.names(classes.attachment) || unit.names(classes.evidenceDocument)
      || unit.question.map {
        !$0.evidence.isEmpty || [.evidence, .table, .number, .date].contains($0.kind)
      } ?? false
    var reasons: [UnitFinding.Reason] = []
    if isClosed {
      reasons.append(UnitFinding.Reason(code: .bareAssertion, tokens: []))
    } else if !asksForEvidence {
      reasons.append(UnitFinding.Reason(code: .noEvidence, tokens: []))
    }
    var unused: [UnitFinding.Reason] = []
    return UnitFinding(
      requirement: index, outcome: reasons.isEmpty ? .met : .weak, reasons: reasons,
      elements: elements(statement, reasons: &unused),
      sentences: statement.matches.map(\.sentence), force: .bare, isMapped: statement.isMapped,
      hasTopic: statement.hasTopic, isSure: statement.isMapped)
  }

  private func isPlaceholder(_ unit: Unit) -> Bool {
    guard !unit.tokens.isEmpty else { return false }
    if unit.tokens.allSatisfy({ $0.flags.contains(.bracketed) }) { return true }
    return unit.tokens.count <= 6 && unit.names(library.classes.placeholder)
  }

  /// A reason whose words are all hits of some concepts in the unit.
  func reason(_ code: Weakness, _ unit: Unit, _ concepts: [Int]) -> UnitFinding.Reason {
    UnitFinding.Reason(
      code: code,
      tokens: concepts.flatMap { unit.hits(of: $0) }.map { Int($0.start)..<Int($0.end) })
  }
}
