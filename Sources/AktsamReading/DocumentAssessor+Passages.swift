internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

extension DocumentAssessor {
  /// The readings of a unit's passages, as `annotate` prints them.
  func passages(
    _ unit: Unit, findings: [UnitFinding], document: Document, assessor: UnitAssessor
  ) -> [PassageReading] {
    unit.sentences.indices.map { index in
      let sentence = unit.sentences[index]
      let reading = unit.reading(of: index, by: assessor.firmness)
      func text(_ tokens: Range<Int>) -> String {
        guard let first = tokens.first, tokens.upperBound <= unit.tokens.count else { return "" }
        return collapsed(
          document.string(
            Int(unit.tokens[first].start)..<Int(unit.tokens[tokens.upperBound - 1].end)))
      }
      func text(_ hit: Hit) -> String { text(Int(hit.start)..<Int(hit.end)) }
      let pieces = document.pieces(of: sentence.text, from: unit.sentenceBlocks[index])
      let cues = cues(sentence, unit, document, assessor)
      var concepts: [String] = []
      for cue in cues where !concepts.contains(cue.concept) { concepts.append(cue.concept) }
      return PassageReading(
        place: document.place(
          of: pieces, element: document.blocks[unit.sentenceBlocks[index]].element),
        language: unit.language, text: collapsed(document.string(pieces)),
        concepts: concepts, cues: cues, force: reading.force,
        polarity: reading.negations.isEmpty ? .affirmed : .denied, bearer: reading.bearer,
        hedges: reading.hedges.map(text), scope: reading.scope,
        time: reading.times.map {
          TimeExpression(
            kind: $0.kind, days: $0.days, isWorkingDays: $0.isWorkingDays, words: text($0.tokens))
        },
        specifics: specifics(sentence, unit, assessor, text),
        assessments: findings.filter { !$0.isBrushed && $0.sentences.contains(index) }.map {
          PassageAssessment(
            requirement: assessor.library.requirements[$0.requirement].source.id,
            outcome: $0.outcome, weaknesses: $0.reasons.map(\.code))
        })
    }
  }

  private func cues(
    _ sentence: Sentence, _ unit: Unit, _ document: Document, _ assessor: UnitAssessor
  ) -> [Cue] {
    // The same words are kept once, however often a sentence has them.
    var known: Set<String> = []
    return unit.hits[sentence.hits].sorted { ($0.start, $0.end) < ($1.start, $1.end) }
      .compactMap { hit in
        unit.text(of: Int(hit.start)..<Int(hit.end)).map { range in
          Cue(
            concept: assessor.library.library.concepts[Int(hit.concept)].id,
            words: known.insert(collapsed(document.string(range))).memberAfterInsert,
            segments: document.segments(of: range))
        }
      }
  }

  private func specifics(
    _ sentence: Sentence, _ unit: Unit, _ assessor: UnitAssessor, _ text: (Range<Int>) -> String
  ) -> [String] {
    let classes = assessor.library.classes
    var result: [String] = []
    for hit in unit.hits[sentence.hits] {
      let concept = Int(hit.concept)
      guard
        concept == classes.attachment || concept == classes.evidenceDocument
          || assessor.library.normSet.contains(concept)
      else { continue }
      let words = text(Int(hit.start)..<Int(hit.end))
      if !result.contains(words) { result.append(words) }
    }
    for index in sentence.tokens where unit.tokens[index].value > 1 {
      let words = text(index..<index + 1)
      if !result.contains(words) { result.append(words) }
    }
    return result
  }
}
