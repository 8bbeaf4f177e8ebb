internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// Assesses one unit against the requirements it speaks about.
final class UnitAssessor {
  let library: CompiledLibrary
  let role: DocumentRole
  let parameters: [String: Int]
  /// What the buyer's documents demand, which goes before the parameters.
  let terms: PublishedTerms
  /// The year that evidence is measured against; nil = undated.
  let asOfYear: Int?
  let firmness: FirmnessReader
  /// Whether findings keep their features and are left as the rules have them, to be learned from.
  let isLearning: Bool
  /// Passages that come near a requirement; shared by all units of a document.
  let nearest = NearestPassages()

  init(
    _ library: CompiledLibrary, role: DocumentRole, parameters: [String: Int],
    terms: PublishedTerms = PublishedTerms(), asOfYear: Int?, isLearning: Bool = false
  ) {
    self.terms = terms
    self.library = library
    self.role = role
    self.parameters = parameters
    self.asOfYear = asOfYear
    self.isLearning = isLearning
    firmness = FirmnessReader(library, role: role)
  }

  /// The sentences of a unit that match a requirement's topic, with the hits that made them match.
  struct TopicMatch {
    var sentence: Int
    var hits: [Hit]
  }

  /// How many sentences of a mapped answer must speak about another requirement to address it.
  private static let besides = 2

  /// The topic matches of one requirement.
  private struct Topic {
    var requirement: Int
    var matches: [TopicMatch]
    /// Whether its concepts taken together speak for it, and no pattern.
    var isLoose = false
  }

  /// Returns what the unit says, a finding for each requirement that it speaks about.
  func assess(_ unit: Unit) -> [UnitFinding] {
    var topics = topicMatches(unit)
    let scores = unit.concepts.isEmpty ? nil : library.bag?.scores(unit.concepts)
    if let scores { addLoose(scores, unit, to: &topics) }
    for id in unit.question?.requirements ?? [] {
      if let index = library.requirementIndex[id],
        !topics.contains(where: { $0.requirement == index })
      {
        topics.append(Topic(requirement: index, matches: []))
      }
    }
    guard !topics.isEmpty else { return [] }
    let mapped = unit.question?.requirements ?? []
    topics.sort { $0.requirement < $1.requirement }
    let findings = topics.compactMap { topic -> UnitFinding? in
      var finding = assess(requirement: topic.requirement, topics: topic.matches, unit: unit)
      finding?.isLoose = topic.isLoose
      finding?.bagScore = scores?[topic.requirement] ?? 0
      finding?.topicConcepts = Self.countConcepts(topic.matches)
      // Under a question mapped to a requirement the topic is given: another one is only brushed
      // unless more than one sentence speaks about it.
      finding?.isBrushed =
        !mapped.isEmpty && topic.matches.count < Self.besides
        && !mapped.contains(library.requirements[topic.requirement].source.id)
      return finding
    }
    return weigh(findings, unit)
  }

  private func topicMatches(_ unit: Unit) -> [Topic] {
    var result: [Topic] = []
    var tried: [Int] = []
    let hits = unit.hits
    let index = library.topics
    for (number, sentence) in unit.sentences.enumerated() where !sentence.hits.isEmpty {
      tried.removeAll(keepingCapacity: true)
      for hit in sentence.hits {
        for position in index.range(of: hits[hit].concept) {
          let topic = index.topic(at: position)
          let concepts = isWide(topic, unit) ? unit.concepts : sentence.concepts
          guard index.mayMatch(topic, concepts) else {
            nearest.note(
              requirement: Int(index.requirements[topic]), sentence: number, in: unit)
            continue
          }
          guard !tried.contains(topic) else { continue }
          tried.append(topic)
          guard let found = match(topic, sentence, number, unit) else { continue }
          Self.add(found, Int(index.requirements[topic]), sentence: number, to: &result)
        }
      }
    }
    return result
  }

  /// How many sentences a unit may have whose concepts are looked at together: each sentence is held
  /// against all of them.
  static let widest = 64

  /// Whether a topic may be spread over the sentences of a unit.
  private func isWide(_ topic: Int, _ unit: Unit) -> Bool {
    library.topics.isUnitWide[topic] && unit.sentences.count <= Self.widest
  }

  private static func countConcepts(_ matches: [TopicMatch]) -> Int {
    var concepts = ConceptSet()
    for match in matches { for hit in match.hits { concepts.insert(Int(hit.concept)) } }
    return concepts.count
  }

  /// From which log odds on a requirement that no pattern found is looked at.
  private static let fewestOdds: Float = 0
  /// In a longer unit concepts far apart belong to different things.
  private static let longestLoose = 8

  /// Adds the requirements that the concepts of a short unit, taken together, speak for.
  private func addLoose(_ scores: [Float], _ unit: Unit, to topics: inout [Topic]) {
    guard role != .questionnaire, unit.sentences.count <= Self.longestLoose, let bag = library.bag
    else { return }
    for requirement in scores.indices where scores[requirement] >= Self.fewestOdds {
      let roles = library.requirements[requirement].roles
      guard !topics.contains(where: { $0.requirement == requirement }),
        roles.contains(role) || role == .notice
      else { continue }
      let supporting = bag.supporting(requirement, unit.concepts)
      let value = Int(unit.question?.valueBlock ?? -1)
      let matches = unit.sentences.enumerated().compactMap { index, sentence -> TopicMatch? in
        if unit.sentenceBlocks[index] == value { return nil }
        let hits = unit.hits[sentence.hits].filter { supporting.contains(Int($0.concept)) }
        return hits.isEmpty ? nil : TopicMatch(sentence: index, hits: hits)
      }
      // What the buyer does commits no supplier.
      let isSuppliers =
        role == .contract
        || matches.contains { unit.reading(of: $0.sentence, by: firmness).bearer != .buyer }
      guard !matches.isEmpty, isSuppliers else { continue }
      topics.append(Topic(requirement: requirement, matches: matches, isLoose: true))
    }
  }

  private func match(
    _ topic: Int, _ sentence: Sentence, _ number: Int, _ unit: Unit
  ) -> [Hit]? {
    let roles = library.requirements[Int(library.topics.requirements[topic])].roles
    guard roles.contains(role) || role == .notice else { return nil }
    let context = context(number, unit)
    let pattern = library.topics.patterns[topic]
    return isWide(topic, unit)
      ? pattern.match(unit: unit.hits, concepts: unit.concepts, context: context)
      : pattern.match(sentence, hits: unit.hits, context: context)
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
    if !isMapped, isHeading(unit) { return nil }
    // A mapped question gives the topic: only an answer that does not take it up may be about
    // something else.
    let topics =
      isMapped
      ? topics : topics.filter { !isAboutSomethingElse(requirement, $0.sentence, unit) }
    if topics.isEmpty {
      // A structured yes or no speaks for itself.
      guard isMapped, unit.question?.value != nil || !isAboutSomethingElse(requirement, nil, unit)
      else { return nil }
    }
    let matches = topics.isEmpty ? answerSentences(requirement, unit) : topics
    let readings = matches.map { match in
      let whole = unit.reading(of: match.sentence, by: firmness)
      guard !match.hits.isEmpty else { return TopicReading(whole) }
      return firmness.narrow(
        whole, of: unit.sentences[match.sentence], to: ClauseSet(match.hits),
        tokens: unit.tokens, hits: unit.hits)
    }
    let statement = Statement(
      requirement: requirement, isMapped: isMapped, hasTopic: !topics.isEmpty, unit: unit,
      matches: matches, readings: readings)
    guard var finding = judge(statement, index: index) else { return nil }
    if role.isBuyers { finding.limits = limits(statement) }
    return finding
  }

  /// Whether findings are weighed, or will be once something was learned from them.
  var weighs: Bool { isLearning || library.confidence != nil }

  /// The sentences of an answer that does not name its topic: those with a word of the requirement, else
  /// all, the structured value left out where words stand beside it.
  private func answerSentences(
    _ requirement: CompiledLibrary.CompiledRequirement, _ unit: Unit
  ) -> [TopicMatch] {
    let value = Int(unit.question?.valueBlock ?? -1)
    let words = unit.sentences.indices.filter { unit.sentenceBlocks[$0] != value }
    let named = words.filter { unit.sentences[$0].concepts.intersects(requirement.relevant) }
    let chosen = !named.isEmpty ? named : !words.isEmpty ? words : Array(unit.sentences.indices)
    return chosen.map { TopicMatch(sentence: $0, hits: []) }
  }

  /// The longest unit that may be a heading, in words.
  private static let longestHeading = 10

  /// Whether a unit reads like a heading or a title: short, with no word of firmness in it.
  private func isHeading(_ unit: Unit) -> Bool {
    guard role == .contract || role == .tender || role == .notice, unit.sentences.count == 1,
      unit.tokens.count <= Self.longestHeading
    else { return false }
    return unit.hits.allSatisfy { !library.readingConcepts[Int($0.concept)] }
  }

  /// In a unit of this many sentences one about something else no longer colours the others.
  private static let longUnit = 4

  /// A sentence about late delivery, licences or personal data shares words with the field; in a short
  /// unit the sentence beside it tells.
  ///
  /// - Parameters:
  ///   - requirement: the requirement, whose `unless` patterns decide.
  ///   - number: the sentence; nil = the whole unit.
  ///   - unit: the unit.
  /// - Returns: whether one of them matches and nothing names the field.
  private func isAboutSomethingElse(
    _ requirement: CompiledLibrary.CompiledRequirement, _ number: Int?, _ unit: Unit
  ) -> Bool {
    guard !unit.concepts.intersects(library.fieldSet) else { return false }
    let context = MatchContext(role: role, heading: unit.heading, bearer: .nobody)
    if let number, unit.sentences.count >= Self.longUnit {
      return requirement.unless.contains {
        $0.match(unit.sentences[number], hits: unit.hits, context: context) != nil
      }
    }
    return requirement.unless.contains {
      $0.match(unit: unit.hits, concepts: unit.concepts, context: context) != nil
    }
  }
}

/// A requirement, the sentences of a unit that speak about it, and how firmly they do.
final class Statement {
  let requirement: CompiledLibrary.CompiledRequirement
  let isMapped: Bool
  let hasTopic: Bool
  let unit: Unit
  let matches: [UnitAssessor.TopicMatch]
  let readings: [TopicReading]

  init(
    requirement: CompiledLibrary.CompiledRequirement, isMapped: Bool, hasTopic: Bool,
    unit: Unit, matches: [UnitAssessor.TopicMatch], readings: [TopicReading]
  ) {
    self.requirement = requirement
    self.isMapped = isMapped
    self.hasTopic = hasTopic
    self.unit = unit
    self.matches = matches
    self.readings = readings
  }
}
