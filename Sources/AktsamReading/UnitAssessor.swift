internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// Assesses one unit against the requirements it speaks about.
struct UnitAssessor {
  let library: CompiledLibrary
  let role: DocumentRole
  let parameters: [String: Int]
  /// The year that evidence is measured against; nil = undated.
  let asOfYear: Int?
  let firmness: FirmnessReader

  init(
    _ library: CompiledLibrary, role: DocumentRole, parameters: [String: Int], asOfYear: Int?
  ) {
    self.library = library
    self.role = role
    self.parameters = parameters
    self.asOfYear = asOfYear
    firmness = FirmnessReader(library, role: role)
  }

  /// The sentences of a unit that match a requirement's topic, with the hits that made them match.
  struct TopicMatch {
    var sentence: Int
    var hits: [Hit]
  }

  /// Returns what the unit says, a finding for each requirement that it speaks about.
  func assess(_ unit: Unit) -> [UnitFinding] {
    var topics = topicMatches(unit)
    for id in unit.question?.requirements ?? [] {
      if let index = library.requirementIndex[id], topics[index] == nil { topics[index] = [] }
    }
    return topics.keys.sorted().compactMap { index in
      assess(requirement: index, topics: topics[index] ?? [], unit: unit)
    }
  }

  private func topicMatches(_ unit: Unit) -> [Int: [TopicMatch]] {
    var result: [Int: [TopicMatch]] = [:]
    var tried: Set<Int32> = []
    for (index, sentence) in unit.sentences.enumerated() where !sentence.hits.isEmpty {
      tried.removeAll(keepingCapacity: true)
      var context: MatchContext?
      for hitIndex in sentence.hits {
        for topic in library.topicsByConcept[Int(unit.hits[hitIndex].concept)] {
          let entry = library.topics[Int(topic)]
          let isUnitWide = entry.pattern.source.scope == .unit
          guard entry.pattern.mayMatch(isUnitWide ? unit.concepts : sentence.concepts),
            tried.insert(topic).inserted
          else { continue }
          let source = library.requirements[entry.requirement].source
          guard source.roles.contains(role) || role == .notice else { continue }
          if context == nil { context = self.context(sentence, unit) }
          guard let context else { continue }
          let hits =
            isUnitWide
            ? entry.pattern.match(unit: unit.hits, concepts: unit.concepts, context: context)
            : entry.pattern.match(sentence, hits: unit.hits, context: context)
          guard let hits else { continue }
          var matches = result[entry.requirement] ?? []
          if matches.last?.sentence == index {
            matches[matches.count - 1].hits.append(contentsOf: hits)
          } else {
            matches.append(TopicMatch(sentence: index, hits: hits))
          }
          result[entry.requirement] = matches
        }
      }
    }
    return result
  }

  private func context(_ sentence: Sentence, _ unit: Unit) -> MatchContext {
    let reading = firmness.read(sentence, tokens: unit.tokens, hits: unit.hits)
    return MatchContext(role: role, heading: unit.heading, bearer: reading.bearer)
  }

  private func assess(
    requirement index: Int, topics: [TopicMatch], unit: Unit
  ) -> UnitFinding? {
    let requirement = library.requirements[index]
    let isMapped = unit.question?.requirements.contains(requirement.source.id) ?? false
    guard !isAboutSomethingElse(requirement, unit, isMapped: isMapped && !topics.isEmpty) else {
      return nil
    }
    let matches =
      topics.isEmpty
      ? unit.sentences.indices.map { TopicMatch(sentence: $0, hits: []) } : topics
    let readings = matches.map { match in
      let clauses = Set(match.hits.map(\.clause))
      return firmness.read(
        unit.sentences[match.sentence], tokens: unit.tokens, hits: unit.hits,
        clauses: clauses.isEmpty ? nil : clauses)
    }
    let statement = Statement(
      requirement: requirement, isMapped: isMapped, hasTopic: !topics.isEmpty, unit: unit,
      matches: matches, readings: readings)
    return judge(statement, index: index)
  }

  /// A unit about late delivery, licences or personal data shares words with the field.
  private func isAboutSomethingElse(
    _ requirement: CompiledLibrary.CompiledRequirement, _ unit: Unit, isMapped: Bool
  ) -> Bool {
    guard !isMapped, !unit.concepts.intersects(library.fieldSet) else { return false }
    let context = MatchContext(role: role, heading: unit.heading, bearer: .nobody)
    for pattern in requirement.unless {
      if pattern.match(unit: unit.hits, concepts: unit.concepts, context: context) != nil {
        return true
      }
    }
    return false
  }
}

/// A requirement, the sentences of a unit that speak about it, and how firmly they do.
struct Statement {
  let requirement: CompiledLibrary.CompiledRequirement
  let isMapped: Bool
  let hasTopic: Bool
  let unit: Unit
  let matches: [UnitAssessor.TopicMatch]
  let readings: [SentenceReading]
}
