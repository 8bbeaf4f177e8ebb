internal import AktsamClauses
internal import AktsamLanguage
internal import AktsamText

/// How firmly one sentence speaks, free of any requirement (design, section 4).
///
/// A class: several requirements ask for the same reading, which is then one reference.
final class SentenceReading {
  let force: Force
  /// The words that decided the force; nil for practice and bare.
  let forceHit: Hit?
  let bearer: Bearer
  /// Negations that deny (neutral ones left out).
  let negations: [Hit]
  let hedges: [Hit]
  let scope: ChainScope?
  let times: [FoundTime]
  let specifics: Specifics

  init(
    force: Force, forceHit: Hit?, bearer: Bearer, negations: [Hit], hedges: [Hit],
    scope: ChainScope?, times: [FoundTime], specifics: Specifics
  ) {
    self.force = force
    self.forceHit = forceHit
    self.bearer = bearer
    self.negations = negations
    self.hedges = hedges
    self.scope = scope
    self.times = times
    self.specifics = specifics
  }

  /// What separates substance from phrases.
  struct Specifics: OptionSet {
    let rawValue: UInt8
    static let number = Specifics(rawValue: 1)
    static let percent = Specifics(rawValue: 2)
    static let date = Specifics(rawValue: 4)
    static let attachment = Specifics(rawValue: 8)
    static let document = Specifics(rawValue: 16)
    static let norm = Specifics(rawValue: 32)
    static let name = Specifics(rawValue: 64)
  }
}

/// A sentence's reading with the force and the bearer of the clauses that speak about a topic.
struct TopicReading {
  let whole: SentenceReading
  var force: Force
  var forceHit: Hit?
  var bearer: Bearer

  init(_ reading: SentenceReading) {
    whole = reading
    force = reading.force
    forceHit = reading.forceHit
    bearer = reading.bearer
  }
}

/// A set of clauses of a sentence; those beyond the 63rd count as the 63rd.
struct ClauseSet {
  private var bits: UInt64 = 0

  init(_ hits: [Hit]) {
    for hit in hits { bits |= Self.bit(hit.clause) }
  }

  func contains(_ clause: Int16) -> Bool { bits & Self.bit(clause) != 0 }

  private static func bit(_ clause: Int16) -> UInt64 { 1 << UInt64(min(max(clause, 0), 63)) }
}

/// Reads the firmness of sentences of one document role.
final class FirmnessReader {
  let classes: ReadingClasses
  let role: DocumentRole
  let hedgeSet: ConceptSet
  let normSet: ConceptSet
  let times: TimeReader

  init(_ library: CompiledLibrary, role: DocumentRole) {
    classes = library.classes
    self.role = role
    hedgeSet = library.hedgeSet
    normSet = library.normSet
    times = TimeReader(classes: library.classes)
  }

  /// Returns the reading of a sentence with the force and the bearer of some of its clauses.
  func narrow(
    _ reading: SentenceReading, of sentence: Sentence, to clauses: ClauseSet, tokens: [Token],
    hits: [Hit]
  ) -> TopicReading {
    let own = hits[sentence.hits]
    var narrowed = TopicReading(reading)
    (narrowed.force, narrowed.forceHit) = force(own, sentence, tokens, clauses: clauses)
    narrowed.bearer = bearer(own, before: narrowed.forceHit, clauses: clauses)
    return narrowed
  }

  /// Returns the reading of a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the sentence.
  ///   - tokens: the tokens of its unit.
  ///   - hits: the hits of its unit.
  /// - Returns: the reading.
  func read(
    _ sentence: Sentence, tokens: [Token], hits: [Hit]
  ) -> SentenceReading {
    let own = hits[sentence.hits]
    let (force, forceHit) = self.force(own, sentence, tokens, clauses: nil)
    var negations: [Hit] = []
    var hedges: [Hit] = []
    var scope: ChainScope?
    for hit in own {
      let concept = Int(hit.concept)
      if concept == classes.negation || concept == classes.negationVerb {
        if !isNeutral(hit, own, tokens) { negations.append(hit) }
      } else if hedgeSet.contains(concept) {
        hedges.append(hit)
      } else if let reach = self.scope(of: concept) {
        if scope.map({ reach.depth > $0.depth }) ?? true { scope = reach }
      }
    }
    let found = times.times(of: sentence, tokens: tokens, hits: hits)
    return SentenceReading(
      force: force, forceHit: forceHit,
      bearer: bearer(own, before: forceHit, clauses: nil),
      negations: negations, hedges: hedges, scope: scope, times: found,
      specifics: specifics(sentence, tokens: tokens, hits: own, times: found))
  }

  /// How far a word of purpose reaches, in words.
  static let purpose: Int32 = 16

  /// Whether a negation denies nothing: in "measures that do not work" it belongs to a subordinate
  /// clause, in "to ensure that no worker pays" to the purpose.
  private func isNeutral(_ negation: Hit, _ hits: ArraySlice<Hit>, _ tokens: [Token]) -> Bool {
    let start = Int(negation.start)
    let isSubordinate = (max(0, start - 2)..<start).contains {
      tokens[$0].flags.contains(.subordinator) && tokens[$0].clause == negation.clause
    }
    return isSubordinate
      || hits.contains {
        Int($0.concept) == classes.purpose
          && (0...Self.purpose).contains(negation.start - $0.end)
      }
  }

  private func scope(of concept: Int) -> ChainScope? {
    switch concept {
    case classes.scopeOwn: .ownOperations
    case classes.scopeFirstTier: .firstTier
    case classes.scopeDeep, classes.subSupplier: .namedTiers
    case classes.scopeChain: .wholeChain
    default: nil
    }
  }

  /// How many words after a binding word a weak one still governs it: "shall strive to".
  private static let governed: Int32 = 4

  /// The weakest force of the topic's clauses decides, except that a weak word far behind a binding
  /// one belongs to something else: "shall draw up a plan of what it intends to do".
  private func force(
    _ hits: ArraySlice<Hit>, _ sentence: Sentence, _ tokens: [Token], clauses: ClauseSet?
  ) -> (Force, Hit?) {
    var first = FirstHits()
    for hit in hits {
      if let clauses, !clauses.contains(hit.clause) { continue }
      // "Should two of them differ, …" opens a condition.
      let isOpening =
        Int(hit.concept) == classes.recommendation && Int(hit.start) == sentence.tokens.lowerBound
      guard !isOpening, let force = force(of: Int(hit.concept)) else { continue }
      // Of "the manager who is responsible for it shall …" the main clause binds.
      let start = Int(hit.start)
      if force == .obligation, start > sentence.tokens.lowerBound + 1,
        tokens[start - 1].flags.contains(.subordinator)
      {
        first.addRelative(hit)
      } else {
        first.add(hit, force)
      }
    }
    if first.isEmpty, clauses != nil {
      return force(hits, sentence, tokens, clauses: nil)
    }
    if let opener = opener(hits, sentence, tokens) { return opener }
    // "Nothing may be made by", "no supplier may use" forbid.
    if let hit = first.permission, isForbidden(hit, hits, sentence) {
      return (.obligation, hit)
    }
    let binding = first.obligation ?? first.relative
    for (weak, hit) in first.weak {
      guard let hit else { continue }
      if let binding, hit.start > binding.end + Self.governed { continue }
      return (weak, hit)
    }
    if let binding {
      return (
        isOwnPromise(binding, hits) && !isPromise(binding, hits, sentence, tokens)
          ? .intention : .obligation, binding
      )
    }
    if let hit = hits.first(where: { isMainWill($0, sentence, tokens) }) {
      return (isPromise(hit, hits, sentence, tokens) ? .obligation : .intention, hit)
    }
    if sentence.tokens.count < 4 || sentence.isQuestion { return (.bare, nil) }
    return (.practice, nil)
  }

  /// How far from the sentence's first word an opener stands, in words.
  private static let opening = 5

  /// A plan or a wish that opens the sentence without a subject of its own ("It is planned that …",
  /// `Målet är att …`) governs all of it, whatever clauses follow.
  private func opener(
    _ hits: ArraySlice<Hit>, _ sentence: Sentence, _ tokens: [Token]
  ) -> (Force, Hit?)? {
    for hit in hits where Int(hit.start) - sentence.tokens.lowerBound <= Self.opening {
      guard let force = force(of: Int(hit.concept)),
        force == .intention || force == .aspiration || force == .expectation
      else { continue }
      let end = Int(hit.end)
      let leadsOn =
        tokens[end - 1].flags.contains(.subordinator)
        || end < sentence.tokens.upperBound && tokens[end].flags.contains(.subordinator)
      guard leadsOn else { continue }
      // `Vi planerar att kartlägga …` plans its own clause only: behind "that", or where somebody is named
      // next, a clause of its own follows.
      let hasSubject = hits.contains {
        bearer(of: Int($0.concept)) != nil && $0.start <= hit.start
      }
      let opensClause =
        tokens[end - 1].end - tokens[end - 1].start == 4
        || end < sentence.tokens.upperBound && tokens[end].end - tokens[end].start == 4
        || hits.contains {
          bearer(of: Int($0.concept)) != nil && (0...1).contains(Int($0.start) - end)
        }
      if !hasSubject || opensClause { return (force, hit) }
    }
    return nil
  }

  /// The first hit of each force.
  private struct FirstHits {
    var relative, obligation, permission, intention, aspiration, expectation: Hit?
    var isEmpty = true

    /// The weak forces, the weakest first.
    var weak: [(Force, Hit?)] {
      isEmpty
        ? []
        : [
          (.intention, intention), (.aspiration, aspiration), (.expectation, expectation),
          (.permission, permission),
        ]
    }

    mutating func addRelative(_ hit: Hit) {
      isEmpty = false
      relative = relative ?? hit
    }

    mutating func add(_ hit: Hit, _ force: Force) {
      isEmpty = false
      switch force {
      case .obligation: obligation = obligation ?? hit
      case .permission: permission = permission ?? hit
      case .intention: intention = intention ?? hit
      case .aspiration: aspiration = aspiration ?? hit
      case .expectation: expectation = expectation ?? hit
      case .practice, .bare: break
      }
    }
  }

  /// Whether a negation stands before a permission in its clause, or opens the sentence: "nobody who
  /// complains, or helps somebody who does, may be dismissed".
  private func isForbidden(
    _ permission: Hit, _ hits: ArraySlice<Hit>, _ sentence: Sentence
  ) -> Bool {
    hits.contains {
      guard Int($0.concept) == classes.negation, $0.end <= permission.start else { return false }
      return Int($0.start) == sentence.tokens.lowerBound
        || $0.clause == permission.clause && permission.start - $0.end <= 8
    }
  }

  /// Whether somebody answers a question with what they "shall" do: `vi skal`, "we shall". A modal alone,
  /// beside the speaker; "we undertake to" binds.
  private func isOwnPromise(_ binding: Hit, _ hits: ArraySlice<Hit>) -> Bool {
    guard role == .response, binding.end - binding.start == 1,
      Int(binding.concept) == classes.obligation
    else { return false }
    let speakers = hits.filter {
      Int($0.concept) == classes.bearerOwn && $0.clause == binding.clause
    }
    // "We shall", `skal vi`; not "our code binds us".
    guard let first = speakers.first(where: { $0.end <= binding.start }) else {
      return speakers.contains { $0.start == binding.end }
    }
    return first.end == binding.start
  }

  /// "will" in an offer or a contract promises; in an answer about today it postpones, unless it
  /// says what happens when something occurs.
  private func isPromise(
    _ modal: Hit, _ hits: ArraySlice<Hit>, _ sentence: Sentence, _ tokens: [Token]
  ) -> Bool {
    guard role == .response else { return true }
    // "We shall appoint one when the new unit is in place in 2027" is dated, and no standing rule.
    let isDated = sentence.tokens.contains {
      tokens[$0].flags.contains(.digits) && (2_000...2_099).contains(tokens[$0].value)
    }
    return hits.contains {
      let concept = Int($0.concept)
      return concept == classes.conditionOpener && ($0.start < modal.start || !isDated)
        || concept == classes.timeChange || concept == classes.reactive
        || concept == classes.hedgeConfirmed
        || concept == classes.timeWithin && isDeadline(from: $0, tokens)
    }
  }

  /// Whether a number follows a word such as "within" or "by", which opens a deadline then and a place
  /// or an agent otherwise.
  private func isDeadline(from hit: Hit, _ tokens: [Token]) -> Bool {
    (Int(hit.end)..<min(tokens.count, Int(hit.end) + 3)).contains { tokens[$0].value >= 0 }
  }

  /// Whether "will" is the main clause's, not that of "a system that will flag risks".
  private func isMainWill(_ hit: Hit, _ sentence: Sentence, _ tokens: [Token]) -> Bool {
    guard Int(hit.concept) == classes.will else { return false }
    let start = Int(hit.start)
    let before = max(sentence.tokens.lowerBound, start - 2)..<start
    return !before.contains {
      $0 > sentence.tokens.lowerBound && tokens[$0].flags.contains(.subordinator)
        && tokens[$0].clause == hit.clause
    }
  }

  private func force(of concept: Int) -> Force? {
    switch concept {
    case classes.obligation, classes.prohibition, classes.guarantee: .obligation
    case classes.permission, classes.consider: .permission
    case classes.plan: .intention
    case classes.aspiration, classes.recommendation: .aspiration
    case classes.expectation: .expectation
    default: nil
    }
  }

  /// The bearer named last before the force word, else the first one in the sentence.
  private func bearer(
    _ hits: ArraySlice<Hit>, before force: Hit?, clauses: ClauseSet?
  ) -> Bearer {
    var first: Bearer?
    var nearest: Bearer?
    for hit in hits {
      guard let bearer = bearer(of: Int(hit.concept)) else { continue }
      if first == nil { first = bearer }
      if let force, hit.end <= force.start, hit.clause == force.clause { nearest = bearer }
    }
    return nearest ?? first ?? .nobody
  }

  private func bearer(of concept: Int) -> Bearer? {
    switch concept {
    case classes.bearerOwn: role == .contract ? .buyer : .supplier
    // In a bidder's own supplier code "the supplier" is the sub-supplier.
    case classes.bearerSupplier: role == .tender ? .subSupplier : .supplier
    case classes.bearerOther: .subSupplier
    case classes.bearerBuyer: .buyer
    default: nil
    }
  }

  private func specifics(
    _ sentence: Sentence, tokens: [Token], hits: ArraySlice<Hit>, times: [FoundTime]
  ) -> SentenceReading.Specifics {
    var result: SentenceReading.Specifics = []
    for index in sentence.tokens {
      let token = tokens[index]
      if token.flags.contains(.percent) { result.insert(.percent) }
      if token.value >= 0, !(token.flags.contains(.digits) && token.value > 1_900) {
        // "one" and "1" alone count for little.
        if token.value > 1 { result.insert(.number) }
      }
      if index > sentence.tokens.lowerBound, token.flags.contains(.capitalised) {
        result.insert(.name)
      }
    }
    for hit in hits {
      let concept = Int(hit.concept)
      if concept == classes.attachment { result.insert(.attachment) }
      if concept == classes.evidenceDocument { result.insert(.document) }
      if normSet.contains(concept) { result.insert(.norm) }
    }
    if times.contains(where: { $0.kind == .date }) { result.insert(.date) }
    return result
  }
}

extension ChainScope {
  /// How far down the scope reaches, for comparing.
  var depth: Int {
    switch self {
    case .ownOperations: 0
    case .firstTier: 1
    case .namedTiers: 2
    case .wholeChain: 3
    }
  }
}
