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
  /// Passages that come near a requirement; shared by all units of a document.
  let nearest = NearestPassages()

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

  /// The topic matches of one requirement.
  private struct Topic {
    var requirement: Int
    var matches: [TopicMatch]
  }

  /// Returns what the unit says, a finding for each requirement that it speaks about.
  func assess(_ unit: Unit) -> [UnitFinding] {
    var topics = topicMatches(unit)
    for id in unit.question?.requirements ?? [] {
      if let index = library.requirementIndex[id],
        !topics.contains(where: { $0.requirement == index })
      {
        topics.append(Topic(requirement: index, matches: []))
      }
    }
    guard !topics.isEmpty else { return [] }
    topics.sort { $0.requirement < $1.requirement }
    return topics.compactMap {
      assess(requirement: $0.requirement, topics: $0.matches, unit: unit)
    }
  }

  private func topicMatches(_ unit: Unit) -> [Topic] {
    var result: [Topic] = []
    var tried: [Int32] = []
    for (index, sentence) in unit.sentences.enumerated() where !sentence.hits.isEmpty {
      tried.removeAll(keepingCapacity: true)
      var context: MatchContext?
      for hitIndex in sentence.hits {
        for topic in library.topicsByConcept[Int(unit.hits[hitIndex].concept)] {
          let entry = library.topics[Int(topic)]
          let isUnitWide = entry.pattern.source.scope == .unit
          guard entry.pattern.mayMatch(isUnitWide ? unit.concepts : sentence.concepts) else {
            nearest.note(requirement: entry.requirement, sentence: index, in: unit)
            continue
          }
          guard !tried.contains(topic) else { continue }
          tried.append(topic)
          let roles = library.requirements[entry.requirement].source.roles
          guard roles.contains(role) || role == .notice else { continue }
          let sentenceContext = context ?? self.context(index, unit)
          context = sentenceContext
          let hits =
            isUnitWide
            ? entry.pattern.match(
              unit: unit.hits, concepts: unit.concepts, context: sentenceContext)
            : entry.pattern.match(sentence, hits: unit.hits, context: sentenceContext)
          if let hits { Self.add(hits, entry.requirement, sentence: index, to: &result) }
        }
      }
    }
    return result
  }

  private static func add(
    _ hits: [Hit], _ requirement: Int, sentence: Int, to topics: inout [Topic]
  ) {
    guard let known = topics.firstIndex(where: { $0.requirement == requirement }) else {
      topics.append(
        Topic(
          requirement: requirement, matches: [TopicMatch(sentence: sentence, hits: hits)]))
      return
    }
    let last = topics[known].matches.count - 1
    if topics[known].matches[last].sentence == sentence {
      topics[known].matches[last].hits.append(contentsOf: hits)
    } else {
      topics[known].matches.append(TopicMatch(sentence: sentence, hits: hits))
    }
  }

  private func context(_ sentence: Int, _ unit: Unit) -> MatchContext {
    MatchContext(
      role: role, heading: unit.heading,
      bearer: unit.reading(of: sentence, by: firmness).bearer)
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
      match.hits.isEmpty
        ? unit.reading(of: match.sentence, by: firmness)
        : firmness.read(
          unit.sentences[match.sentence], tokens: unit.tokens, hits: unit.hits,
          clauses: ClauseSet(match.hits))
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
