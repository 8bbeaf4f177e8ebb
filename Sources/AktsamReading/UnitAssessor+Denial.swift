internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// A sentence that denies a requirement.
struct Denial {
  var sentence: Int
  var words: Range<Int>?
}

extension UnitAssessor {
  /// How many words a negation reaches.
  private static let reach: Int32 = 7

  /// How far away a word before the negation counts: a Nordic verb stands right before it
  /// (`bedömer vi inte`), anything else is further away than it looks.
  private static func distanceBehind(_ gap: Int32) -> Int32 { gap <= 1 ? gap : gap + 3 }

  /// Returns the denial of a statement, or nil (design, section 4, *polarity*).
  ///
  /// For a duty, a negation near the words that name it denies. For a prohibition it affirms, and
  /// only the requirement's own denial patterns contradict.
  func denial(_ statement: Statement) -> Denial? {
    let unit = statement.unit
    for (position, match) in statement.matches.enumerated() {
      let sentence = unit.sentences[match.sentence]
      let context = MatchContext(
        role: role, heading: unit.heading, bearer: statement.readings[position].bearer)
      for pattern in statement.requirement.denial {
        // "The state sends them there. We have no objection."
        let isUnitWide =
          pattern.source.scope == .unit && unit.sentences.count <= Self.widest
        if isUnitWide,
          pattern.match(unit: unit.hits, concepts: unit.concepts, context: context) != nil
        {
          return Denial(sentence: match.sentence, words: nil)
        }
        if !isUnitWide, pattern.match(sentence, hits: unit.hits, context: context) != nil {
          return Denial(sentence: match.sentence, words: nil)
        }
      }
    }
    guard statement.requirement.kind == .duty else { return nil }
    if let answer = answeredNo(statement) { return answer }
    for (position, match) in statement.matches.enumerated() {
      let reading = statement.readings[position]
      if let frame = frame(of: unit.sentences[match.sentence], unit) {
        return Denial(sentence: match.sentence, words: frame)
      }
      for hit in unit.hits[unit.sentences[match.sentence].hits]
      where Int(hit.concept) == library.classes.prohibition && isForbidden(hit, match, statement) {
        return Denial(sentence: match.sentence, words: Int(hit.start)..<Int(hit.end))
      }
      for negation in reading.whole.negations where isDenying(negation, match, statement) {
        return Denial(
          sentence: match.sentence, words: Int(negation.start)..<Int(negation.end))
      }
    }
    return nil
  }

  /// "It is not true that …", which denies all that follows in the sentence.
  private func frame(of sentence: Sentence, _ unit: Unit) -> Range<Int>? {
    unit.hits[sentence.hits].first { Int($0.concept) == library.classes.negationFrame }
      .map { Int($0.start)..<Int($0.end) }
  }

  /// "No, we do not …" as the answer to a mapped question.
  private func answeredNo(_ statement: Statement) -> Denial? {
    guard statement.isMapped else { return nil }
    let unit = statement.unit
    // A structured value is weighed against its own comment elsewhere.
    guard unit.question?.value == nil else { return nil }
    guard let first = unit.sentences.first,
      let hit = unit.hits[first.hits].first(where: {
        Int($0.concept) == library.classes.answerNo && Int($0.start) == first.tokens.lowerBound
      })
    else { return nil }
    // "No supplier is approved without …" opens with the same word: a short sentence or a comma
    // makes it an answer.
    let next = Int(hit.end)
    guard
      first.tokens.count <= 2 || (next < unit.tokens.count && unit.tokens[next].clause > 0)
        || unit.sentences.count > 1 && first.tokens.count == 1
    else { return nil }
    return Denial(sentence: 0, words: Int(hit.start)..<Int(hit.end))
  }

  /// Whether a negation denies what the requirement asks for.
  ///
  /// The nearest concept that it reaches decides: "we do not audit" denies, "we do not accept forced
  /// labour" affirms, since forced labour is a harm.
  private func isDenying(
    _ negation: Hit, _ match: TopicMatch, _ statement: Statement
  ) -> Bool {
    let unit = statement.unit
    let sentence = unit.sentences[match.sentence]
    if isFronted(negation, match, statement) { return true }
    // In "where workers cannot speak freely, we …" the negation stands in the condition.
    if isConditional(clause: negation.clause, sentence, unit) { return false }
    // "No supplier is used before it has been assessed" affirms.
    let isUntil =
      negation.start - Int32(sentence.tokens.lowerBound) <= 1
      && unit.hits[sentence.hits].contains {
        Int($0.concept) == library.classes.timeBefore && $0.start >= negation.end
      }
    if isUntil { return false }
    // A negation inside a longer term of the topic ("no new orders") belongs to that term.
    let isPartOfTerm = unit.hits[sentence.hits].contains {
      !library.readingConcepts[Int($0.concept)] && $0.end - $0.start > 1
        && $0.start <= negation.start && $0.end >= negation.end && !$0.isGapped
    }
    if isPartOfTerm { return false }
    if isDutyDenied(by: negation, match, statement) { return true }
    var nearest: Hit?
    var shortest = Int32.max
    let isOwnTopic = !match.hits.isEmpty
    for hit in unit.hits[sentence.hits] {
      let concept = Int(hit.concept)
      guard !library.readingConcepts[concept], hit.clause == negation.clause else { continue }
      guard
        !isOwnTopic || match.hits.contains(where: { $0.concept == hit.concept })
          || statement.requirement.valence.contains(concept)
      else { continue }
      let distance =
        hit.start >= negation.end
        ? hit.start - negation.end : Self.distanceBehind(negation.start - hit.end)
      guard distance <= Self.reach, distance >= 0, distance < shortest else { continue }
      nearest = hit
      shortest = distance
    }
    guard let nearest else { return false }
    return !statement.requirement.valence.contains(Int(nearest.concept))
  }

  /// Whether the sentence opens with what it then denies: `Någon egen kontroll av om …, gör vi inte`.
  /// The verb stands before the subject and the negation behind it, so that it is the main clause's.
  private func isFronted(
    _ negation: Hit, _ match: TopicMatch, _ statement: Statement
  ) -> Bool {
    let unit = statement.unit
    let sentence = unit.sentences[match.sentence]
    let own = unit.hits[sentence.hits]
    let isInverted = own.contains { hit in
      guard Int(hit.concept) == library.classes.bearerOwn, hit.clause == negation.clause,
        (0...Self.subjectBetween).contains(negation.start - hit.end),
        Int(hit.start) - 1 > sentence.tokens.lowerBound
      else { return false }
      let verb = unit.tokens[Int(hit.start) - 1]
      return !verb.flags.contains(.subordinator) && verb.clause == negation.clause
    }
    let isLast = unit.tokens[sentence.tokens.upperBound - 1].clause == negation.clause
    let hasObject = own.contains {
      $0.start >= negation.end && !library.readingConcepts[Int($0.concept)]
    }
    guard isInverted, isLast, !hasObject else { return false }
    let first = own.first {
      !library.readingConcepts[Int($0.concept)]
        && !library.classes.parties.contains(Int($0.concept))
    }
    guard let first, first.end <= negation.start,
      !isWantedRefused(first, clause: first.clause, sentence, statement)
    else { return false }
    return statement.isMapped || match.hits.contains { $0.end <= negation.start }
  }

  /// Whether the negation stands right at a binding word ("shall not once a year …") and the topic
  /// behind it in the same clause: it denies however long the clause is, unless what is refused is a
  /// harm or what the requirement itself wants refused.
  private func isDutyDenied(
    by negation: Hit, _ match: TopicMatch, _ statement: Statement
  ) -> Bool {
    let unit = statement.unit
    let sentence = unit.sentences[match.sentence]
    let own = unit.hits[sentence.hits]
    let isAtDuty = own.contains {
      Int($0.concept) == library.classes.obligation && $0.clause == negation.clause
        && (0...Self.subjectBetween).contains(negation.start - $0.end)
    }
    guard isAtDuty else { return false }
    let first = own.first {
      $0.clause == negation.clause && $0.start >= negation.end
        && !library.readingConcepts[Int($0.concept)]
        && !library.classes.parties.contains(Int($0.concept))
    }
    guard let first, !isWantedRefused(first, clause: negation.clause, sentence, statement) else {
      return false
    }
    return match.hits.contains { hit in
      hit.clause == negation.clause && hit.start >= negation.end
    }
  }

  /// Whether "shall not" forbids the supplier what the requirement asks for: the topic stands behind it
  /// in its clause, and what is named first there is no harm ("shall not use forced labour"), has no
  /// second negation and no "until" ("shall not approve a supplier before …").
  private func isForbidden(
    _ prohibition: Hit, _ match: TopicMatch, _ statement: Statement
  ) -> Bool {
    let unit = statement.unit
    let sentence = unit.sentences[match.sentence]
    let classes = library.classes
    if isConditional(clause: prohibition.clause, sentence, unit) { return false }
    var bearer = -1
    var first: Hit?
    for hit in unit.hits[sentence.hits] {
      let concept = Int(hit.concept)
      guard hit.start >= prohibition.end else {
        // "Shall verify that forced labour does not occur" forbids no verification.
        if concept == classes.purpose, prohibition.start - hit.end <= FirmnessReader.purpose {
          return false
        }
        if classes.bearers.contains(concept), hit.end <= prohibition.start { bearer = concept }
        continue
      }
      if classes.bearers.contains(concept), hit.start - prohibition.end < 1 { bearer = concept }
      if concept == classes.negation || concept == classes.negationVerb { return false }
      if let gate = first, concept == classes.timeBefore, classes.gates.contains(Int(gate.concept))
      {
        return false
      }
      if first == nil, hit.clause == prohibition.clause, !library.readingConcepts[concept],
        !classes.parties.contains(concept)
      {
        first = hit
      }
    }
    guard let first, bearer == classes.bearerSupplier || bearer == classes.bearerOwn else {
      return false
    }
    if isWantedRefused(first, clause: prohibition.clause, sentence, statement) { return false }
    return match.hits.contains {
      $0.clause == prohibition.clause && $0.start >= prohibition.end
    }
  }

  /// Whether what is refused first is a harm, or something behind it what the requirement itself wants
  /// refused.
  private func isWantedRefused(
    _ first: Hit, clause: Int16, _ sentence: Sentence, _ statement: Statement
  ) -> Bool {
    if statement.requirement.valence.contains(Int(first.concept)) { return true }
    return statement.unit.hits[sentence.hits].contains {
      $0.clause == clause && (0...Self.beside).contains($0.start - first.start)
        && statement.requirement.source.affirmedWhenDenied.contains(Int($0.concept))
    }
  }

  /// How far behind the first topic word what is refused may stand, in words.
  private static let beside: Int32 = 3

  /// How many words stand between a duty and its negation: `ska leverantören inte`.
  private static let subjectBetween: Int32 = 1

  /// Whether the clause opens with "where", "if", "when".
  private func isConditional(clause: Int16, _ sentence: Sentence, _ unit: Unit) -> Bool {
    guard
      let first = sentence.tokens.first(where: { unit.tokens[$0].clause == clause })
    else { return false }
    return unit.hits[sentence.hits].contains {
      Int($0.concept) == library.classes.conditionOpener && Int($0.start) == first
    }
  }
}
