internal import AktsamClauses
internal import AktsamLanguage
internal import AktsamText

/// What is measured of a finding, free of words and of language, to weigh how far it can be relied on
/// (design, section 4, *Certainty*). Each lies between 0 and about 1.
package enum FindingFeature: Int, Sendable, CaseIterable {
  /// The same for every finding.
  case constant
  /// A question gives the topic; the words name it.
  case mapped, topic
  /// Found by its concepts taken together, not by a pattern; what they say.
  case loose, bag
  /// How many sentences speak about it, and their share of the unit.
  case sentences
  case sentenceShare
  /// How many concepts made it match.
  case concepts
  /// The share of its elements, and of the core ones, that were found; whether none was.
  case elements, core
  case noElement
  /// How firmly it speaks.
  case obligation, practice, intention, aspiration, permission, expectation, bare
  /// How many reasons stand in words, and how many in their absence.
  case worded, silent
  /// What is specific.
  case number, percent, date, attachment, document, norm, name
  /// How many kinds of that there are.
  case substance
  /// How long the unit is, in words and in sentences.
  case length
  case unitSentences
  /// How many other requirements the unit speaks about, how many of those more fully, and whether one
  /// of those does so in the same sentence.
  case rivals, stronger, overshadowed
  /// Hedges, negations, general talk, words of the field.
  case hedges, negations, talk, field
  /// Who is bound.
  case ownBearer
  case otherBearer, buyerBearer
  /// What kind of requirement, and what the rules say.
  case prohibition, met, contradicted
  /// What the other two regressions say, for the third: how clearly it speaks about the requirement,
  /// and how clearly the outcome is the one given.
  case topicScore
  case outcomeScore

  /// Brings log odds into the range of a feature.
  package static func scaled(_ score: Double) -> Double { max(-1, min(1, score / 4)) }
}

/// The features of findings of one unit.
struct FeatureReader {
  let library: CompiledLibrary
  let assessor: UnitAssessor

  /// Returns the values of a finding in the order of ``FindingFeature``.
  ///
  /// - Complexity: O(n) in the findings of the unit and its sentences.
  func features(of finding: UnitFinding, among all: [UnitFinding], _ unit: Unit) -> [Double] {
    var values = [Double](repeating: 0, count: FindingFeature.allCases.count)
    func set(_ feature: FindingFeature, _ value: Double) { values[feature.index] = value }
    func set(_ feature: FindingFeature, _ isSo: Bool) { if isSo { set(feature, 1) } }
    func share(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 0 : min(1, Double(part) / Double(whole))
    }
    let requirement = library.requirements[finding.requirement]
    set(.constant, 1)
    set(.mapped, finding.isMapped)
    set(.topic, finding.hasTopic)
    set(.loose, finding.isLoose)
    set(.bag, Self.scaledBag(finding.bagScore))
    set(.sentences, share(finding.sentences.count, 4))
    set(.sentenceShare, share(finding.sentences.count, unit.sentences.count))
    set(.concepts, share(finding.topicConcepts, 6))
    let found = finding.elements.filter { $0.state == .met }
    set(.elements, share(found.count, finding.elements.count))
    let core = requirement.elements.indices.filter {
      requirement.elements[$0].core.contains(assessor.role)
    }
    set(
      .core,
      core.isEmpty ? 1 : share(found.count { core.contains($0.index) }, core.count))
    set(.noElement, found.isEmpty)
    switch finding.force {
    case .obligation: set(.obligation, 1)
    case .practice: set(.practice, 1)
    case .intention: set(.intention, 1)
    case .aspiration: set(.aspiration, 1)
    case .permission: set(.permission, 1)
    case .expectation: set(.expectation, 1)
    case .bare: set(.bare, 1)
    }
    set(.worded, share(finding.reasons.count { !$0.tokens.isEmpty }, 3))
    set(.silent, share(finding.reasons.count { $0.tokens.isEmpty }, 3))
    let specifics = unit.specifics(by: assessor.firmness)
    set(.number, specifics.contains(.number))
    set(.percent, specifics.contains(.percent))
    set(.date, specifics.contains(.date))
    set(.attachment, specifics.contains(.attachment))
    set(.document, specifics.contains(.document))
    set(.norm, specifics.contains(.norm))
    set(.name, specifics.contains(.name))
    set(.substance, share(assessor.substance(of: unit), 5))
    set(.length, share(unit.tokens.count, 120))
    set(.unitSentences, share(unit.sentences.count, 6))
    let others = all.filter { $0.requirement != finding.requirement }
    let stronger = others.filter { self.strength($0) > self.strength(finding) }
    set(.rivals, share(others.count, 4))
    set(.stronger, share(stronger.count, 3))
    set(
      .overshadowed,
      stronger.contains { rival in
        finding.sentences.allSatisfy { rival.sentences.contains($0) }
      })
    var hedges = 0
    var negations = 0
    for index in finding.sentences {
      let reading = unit.reading(of: index, by: assessor.firmness)
      hedges += reading.hedges.count
      negations += reading.negations.count
      if reading.bearer == .supplier { set(.ownBearer, 1) }
      if reading.bearer == .subSupplier { set(.otherBearer, 1) }
      if reading.bearer == .buyer { set(.buyerBearer, 1) }
    }
    set(.hedges, share(hedges, 2))
    set(.negations, share(negations, 2))
    set(.talk, unit.names(library.classes.genericTalk))
    set(.field, unit.concepts.intersects(library.fieldSet))
    set(.prohibition, requirement.kind == .prohibition)
    set(.met, finding.outcome == .met)
    set(.contradicted, finding.outcome == .contradicted)
    return values
  }

  private static func scaledBag(_ score: Float) -> Double { FindingFeature.scaled(Double(score)) }

  /// How fully a unit speaks about a requirement.
  private func strength(_ finding: UnitFinding) -> Int {
    finding.elements.count { $0.state == .met } * 2 + finding.topicConcepts
      + (finding.isMapped ? 100 : 0)
  }
}

extension FindingFeature {
  /// The position in ``allCases``.
  package var index: Int { rawValue }

  /// The name in `clauses/weights.xml`: the case in kebab case.
  package var name: String {
    String(describing: self).reduce(into: "") { name, character in
      if character.isUppercase { name.append("-") }
      name.append(character.lowercased())
    }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// Finds a feature by its name.
  package init?(name: String) {
    guard let found = Self.byName[name] else { return nil }
    self = found
  }
}
