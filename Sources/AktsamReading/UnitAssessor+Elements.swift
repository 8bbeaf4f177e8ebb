internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

extension UnitAssessor {
  /// Looks for the elements of a requirement and adds a reason for each core one that is not there.
  func elements(
    _ statement: Statement, reasons: inout [UnitFinding.Reason]
  ) -> [UnitFinding.FoundElement] {
    var result: [UnitFinding.FoundElement] = []
    for (index, element) in statement.requirement.elements.enumerated() {
      let isCore = element.core.contains(role)
      let lookup = look(for: element, statement)
      result.append(
        UnitFinding.FoundElement(
          index: index, state: lookup.isFound ? .met : lookup.code == nil ? .absent : .weak,
          sentences: lookup.sentences))
      guard isCore, !lookup.isFound, !lookup.isExcused else { continue }
      let code = lookup.code ?? element.code
      if !reasons.contains(where: { $0.code == code }) {
        reasons.append(UnitFinding.Reason(code: code, tokens: lookup.words))
      }
    }
    return result
  }

  private struct Lookup {
    var isFound: Bool
    /// Whether the absence is no weakness: nothing is said and nothing needs to be.
    var isExcused = false
    var code: Weakness?
    var words: [Range<Int>] = []
    var sentences: [Int] = []
  }

  private func look(for element: CompiledLibrary.CompiledElement, _ statement: Statement)
    -> Lookup
  {
    let unit = statement.unit
    let context = MatchContext(role: role, heading: unit.heading, bearer: .nobody)
    var wished: Lookup?
    for pattern in element.patterns {
      if pattern.source.scope == .unit {
        if let hits = pattern.match(unit: unit.hits, concepts: unit.concepts, context: context) {
          return Lookup(isFound: true, sentences: sentences(of: hits, unit))
        }
        continue
      }
      for (index, sentence) in unit.sentences.enumerated() {
        guard let hits = pattern.match(sentence, hits: unit.hits, context: context) else {
          continue
        }
        if element.kind == .chain, !reaches(index, hits, statement) { continue }
        if let reason = notBinding(index, unit) {
          wished =
            wished
            ?? Lookup(
              isFound: false, code: reason.code, words: reason.tokens, sentences: [index])
          continue
        }
        return Lookup(isFound: true, sentences: [index])
      }
    }
    if let wished { return wished }
    switch element.kind {
    case .pattern: return Lookup(isFound: false)
    case .time: return time(element, statement)
    case .chain: return chain(element, statement)
    case .evidence: return evidence(statement)
    case .standard:
      for concept in library.classes.norms where unit.names(concept) {
        return Lookup(isFound: true, sentences: sentences(of: unit.hits(of: concept), unit))
      }
      return Lookup(isFound: false)
    }
  }

  /// Why what a sentence says does not bind, though another sentence may: in a contract, what the
  /// supplier may do beside what it shall do.
  private func notBinding(_ index: Int, _ unit: Unit) -> UnitFinding.Reason? {
    guard role == .contract else { return nil }
    let reading = unit.reading(of: index, by: firmness)
    guard reading.force == .permission, reading.bearer == .supplier, let hit = reading.forceHit,
      isSupplierBeside(hit, unit, unit.sentences[index])
    else { return nil }
    return UnitFinding.Reason(code: .permissive, tokens: [Int(hit.start)..<Int(hit.end)])
  }

  /// How far from a permission its subject stands, in words.
  private static let subject: Int32 = 3

  private func isSupplierBeside(_ force: Hit, _ unit: Unit, _ sentence: Sentence) -> Bool {
    unit.hits[sentence.hits].contains {
      Int($0.concept) == library.classes.bearerSupplier && $0.clause == force.clause
        && $0.start - force.end <= Self.subject && force.start - $0.end <= Self.subject
    }
  }

  private func sentences(of hits: [Hit], _ unit: Unit) -> [Int] {
    var result: [Int] = []
    for hit in hits.prefix(Self.mostSentences) {
      let index = unit.sentence(of: hit)
      if !result.contains(index) { result.append(index) }
    }
    return result
  }

  /// How many hits are looked at for citations.
  private static let mostSentences = 32

  private func time(
    _ element: CompiledLibrary.CompiledElement, _ statement: Statement
  ) -> Lookup {
    let unit = statement.unit
    var vague: [Range<Int>] = []
    var late: [Range<Int>] = []
    var hasLateDeadline = false
    var dated: Int?
    var trigger: Int?
    let limit =
      terms.limit(statement.requirement.source.id, element.parameter)
      ?? parameters[element.parameter]
    for index in unit.sentences.indices {
      for time in unit.reading(of: index, by: firmness).times {
        if time.kind == .vague {
          vague.append(time.tokens)
          continue
        }
        if let limit, time.days > limit, time.kind == .deadline || time.kind == .frequency {
          // Working days stretch: ten of them are two weeks.
          late.append(time.tokens)
          hasLateDeadline = hasLateDeadline || time.kind == .deadline
          continue
        }
        // "From contract start" dates a deadline and is none itself.
        if time.kind == .trigger {
          trigger = trigger ?? index
          continue
        }
        if time.kind == .deadline || time.kind == .frequency {
          return Lookup(isFound: true, sentences: [index])
        }
        dated = dated ?? index
      }
    }
    // A date elsewhere ("in 2025 we sent two") does not make a late deadline an early one.
    if let dated, !hasLateDeadline { return Lookup(isFound: true, sentences: [dated]) }
    if !late.isEmpty { return Lookup(isFound: false, code: .lateDeadline, words: late) }
    if let trigger { return Lookup(isFound: true, sentences: [trigger]) }
    return Lookup(isFound: false, code: .noDeadline, words: vague)
  }

  /// The time limits that a statement of the buyer sets, in days, by the profile's parameter.
  func limits(_ statement: Statement) -> [String: Int] {
    var result: [String: Int] = [:]
    for element in statement.requirement.elements where !element.parameter.isEmpty {
      for match in statement.matches {
        for time in statement.unit.reading(of: match.sentence, by: firmness).times
        where (time.kind == .deadline || time.kind == .frequency) && time.days > 0 {
          result[element.parameter] = max(result[element.parameter] ?? 0, time.days)
        }
      }
    }
    return result
  }

  private func chain(
    _ element: CompiledLibrary.CompiledElement, _ statement: Statement
  ) -> Lookup {
    let unit = statement.unit
    let classes = library.classes
    for concept in [classes.scopeChain, classes.scopeDeep, classes.subSupplier] {
      for hit in unit.hits(of: concept) {
        let index = unit.sentence(of: hit)
        guard reaches(index, [hit], statement) else { continue }
        return Lookup(isFound: true, sentences: [index])
      }
    }
    if unit.names(classes.scopeFirstTier) {
      if terms.sufficesAtFirstTier(statement.requirement.source.id) {
        return Lookup(
          isFound: true, sentences: sentences(of: unit.hits(of: classes.scopeFirstTier), unit))
      }
      return Lookup(
        isFound: false, code: .firstTierOnly,
        words: reason(.firstTierOnly, unit, [classes.scopeFirstTier]).tokens)
    }
    if unit.names(classes.supplyChain) {
      return Lookup(
        isFound: true, sentences: sentences(of: unit.hits(of: classes.supplyChain), unit))
    }
    if unit.names(classes.scopeOwn) {
      return Lookup(
        isFound: false, code: .ownOperationsOnly,
        words: reason(.ownOperationsOnly, unit, [classes.scopeOwn]).tokens)
    }
    return Lookup(isFound: false, isExcused: !element.silentIsAbsent)
  }

  /// Whether words about the chain extend a duty to it: not where they are only expected of others,
  /// planned, or denied ("nor beyond its direct suppliers").
  private func reaches(_ sentence: Int, _ hits: [Hit], _ statement: Statement) -> Bool {
    let reading = statement.unit.reading(of: sentence, by: firmness)
    if reading.force == .expectation || reading.force == .intention { return false }
    guard statement.requirement.kind == .duty else { return true }
    return !reading.negations.contains { negation in
      hits.contains { $0.clause == negation.clause && $0.start >= negation.end }
    }
  }

  private func evidence(_ statement: Statement) -> Lookup {
    let unit = statement.unit
    for index in unit.sentences.indices {
      let reading = unit.reading(of: index, by: firmness)
      let wanted: SentenceReading.Specifics = [
        .number, .percent, .date, .attachment, .document,
      ]
      if !reading.specifics.isDisjoint(with: wanted) {
        return Lookup(isFound: true, sentences: [index])
      }
    }
    if let question = unit.question, !question.evidence.isEmpty { return Lookup(isFound: true) }
    return Lookup(isFound: false)
  }
}
