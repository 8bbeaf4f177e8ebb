package import AktsamClauses
package import AktsamDocuments
internal import AktsamText

/// Unites what the documents of one subject say into one assessment a requirement
/// (design, section 4, *Assembly*).
package struct SubjectAssessor {
  /// A document and what it says.
  package struct Input {
    package var document: Document
    package var reading: DocumentReading

    /// Pairs a document with its reading.
    package init(document: Document, reading: DocumentReading) {
      self.document = document
      self.reading = reading
    }
  }

  private let library: Library
  /// How many quotations an assessment carries at most.
  private static let quotations = 8

  /// Creates an assessor.
  package init(_ library: Library) {
    self.library = library
  }

  /// Returns the assessments in the profile's order.
  ///
  /// - Parameters:
  ///   - profile: the buyer's terms.
  ///   - inputs: the documents of the subject, in the order given. Beside a supplier's own documents
  ///     the buyer's are no evidence (design, section 2).
  ///   - terms: what the buyer's documents demand; nil when none were given.
  /// - Returns: one assessment for each requirement of the profile that the library holds and that
  ///   concerns documents of these roles: a penalty is nothing for a supplier's answer to name.
  package func assess(
    _ profile: Profile, _ inputs: [Input], terms: PublishedTerms? = nil
  ) -> [Assessment] {
    let own = inputs.filter { !$0.document.role.isBuyers }
    let inputs = own.isEmpty ? inputs : own
    let roles = Set(inputs.map(\.document.role))
    return profile.entries.compactMap { entry in
      guard let requirement = library.requirement(entry.requirement),
        roles.contains(.notice) || !requirement.roles.isDisjoint(with: roles) || inputs.isEmpty
      else { return nil }
      var assessment = assess(requirement, inputs)
      assessment.demandedBy = terms.map { $0.demands[requirement.id] ?? [] }
      return assessment
    }
  }

  private struct Located {
    var record: StatementRecord
    var input: Int
  }

  private func assess(_ requirement: Requirement, _ inputs: [Input]) -> Assessment {
    var all: [Located] = []
    for (index, input) in inputs.enumerated() {
      for record in input.reading.statements[requirement.id] ?? [] {
        all.append(Located(record: record, input: index))
      }
    }
    let located = all.filter { !$0.record.isBrushed }
    let passages = inputs.reduce(0) { $0 + $1.reading.passages }
    let unread = inputs.reduce(0) { $0 + $1.reading.unread }
    let facts = factConflict(requirement, inputs)
    guard !located.isEmpty || facts != nil else {
      return absent(requirement, inputs, passages: passages, unread: unread)
    }
    let ranked = located.enumerated().sorted {
      (rank($1.element), $0.offset) < (rank($0.element), $1.offset)
    }.map(\.element)
    let affirming = ranked.lazy.filter { $0.record.stance.kind == .affirms }
      .prefix(Self.compared).map(\.record.stance)
    let denied = ranked.filter { candidate in
      candidate.record.outcome == .contradicted
        && !affirming.contains { $0.supersedes(candidate.record.stance) }
    }
    let met = ranked.filter { $0.record.outcome == .met && isOwn($0, inputs) }
    var leading = ranked
    var contradiction: Contradiction?
    let outcome: Outcome
    if let own = ranked.first(where: \.record.contradictsValue),
      let value = valueRecord(own, inputs)
    {
      outcome = .contradicted
      leading = [value, own] + ranked
      contradiction = Contradiction(kind: .conflict, between: [0, 1])
    } else if let conflict = conflict(all, inputs) ?? facts {
      outcome = .contradicted
      leading = [conflict.denied, conflict.met] + ranked
      contradiction = Contradiction(kind: .conflict, between: [0, 1])
    } else if let first = denied.first {
      outcome = .contradicted
      leading = [first] + ranked
      contradiction = Contradiction(kind: .denied, between: [0])
    } else {
      outcome = met.isEmpty ? .weak : .met
      leading = ranked.filter { $0.record.outcome != .contradicted }
    }
    return assemble(
      requirement, leading, inputs, outcome: outcome, contradiction: contradiction,
      passages: passages, unread: unread)
  }

  /// The order of statements: the firmest, the best grounded first.
  private func rank(_ located: Located) -> Int {
    let record = located.record
    let base =
      switch record.outcome {
      case .met: 400
      case .weak: 200
      case .contradicted: 300
      default: 0
      }
    return base + (record.isMapped ? 40 : 0) + (record.hasTopic ? 20 : 0)
      - min(19, record.weaknesses.count * 3)
  }

  /// Another party's words give at most `weak`, unless the tenderer formally relies on it.
  private func isOwn(_ located: Located, _ inputs: [Input]) -> Bool {
    let parties = inputs[located.input].document.otherParties
    let party = Int(located.record.party)
    guard party >= 0, party < parties.count else { return true }
    return parties[party].kind == .member || parties[party].kind == .reliedOn
      || parties[party].kind == .supplier
  }

  /// The structured answer of a statement as a statement of its own, to be cited beside its words.
  private func valueRecord(_ located: Located, _ inputs: [Input]) -> Located? {
    let document = inputs[located.input].document
    let block = Int(located.record.valueBlock)
    guard document.blocks.indices.contains(block) else { return nil }
    var result = located
    result.record.quotes = [
      StatementRecord.Quote(
        text: document.blocks[block].text, block: block, force: .bare, supports: [])
    ]
    return result
  }

  /// How many statements of a kind are compared with each other, so that the time of a long document
  /// stays linear.
  private static let compared = 64

  /// Two statements of the supplier about the same thing that exclude each other: one says that it is
  /// so, the other that it is not, or not yet.
  private func conflict(
    _ statements: [Located], _ inputs: [Input]
  ) -> (met: Located, denied: Located)? {
    let own = statements.lazy.filter { isOwn($0, inputs) }
    let affirming = own.filter { $0.record.stance.kind == .affirms }.prefix(Self.compared)
    let opposing = Array(
      own.filter { $0.record.stance.kind == .denies || $0.record.stance.kind == .plans }
        .prefix(Self.compared))
    guard !opposing.isEmpty else { return nil }
    for met in affirming {
      for other in opposing
      where met.record.stance.excludes(other.record.stance)
        && !(met.record.isBrushed && other.record.isBrushed)
      {
        return (met, other)
      }
    }
    return nil
  }

  /// Two values of the same named fact, each as a statement to be cited.
  private func factConflict(
    _ requirement: Requirement, _ inputs: [Input]
  ) -> (met: Located, denied: Located)? {
    guard !requirement.facts.isEmpty else { return nil }
    let facts = inputs.enumerated().flatMap { index, input in
      input.reading.facts.filter { requirement.facts.contains($0.kind) }
        .map { (fact: $0, input: index) }
    }
    for (position, first) in facts.prefix(Self.compared).enumerated() {
      for second in facts.prefix(Self.compared)[(position + 1)...]
      where first.fact.conflicts(with: second.fact) {
        return (located(first.fact, first.input), located(second.fact, second.input))
      }
    }
    return nil
  }

  private func located(_ fact: NamedFact, _ input: Int) -> Located {
    Located(
      record: StatementRecord(
        outcome: .contradicted, weaknesses: [], elements: [], quotes: [fact.quote],
        language: fact.language, isMapped: false, hasTopic: true, isSure: false, value: nil,
        valueBlock: -1, contradictsValue: false, party: -1,
        stance: Stance(
          kind: .affirms, years: fact.years, isPast: false, extends: false, scope: nil, steps: []),
        isBrushed: false),
      input: input)
  }

  private func absent(
    _ requirement: Requirement, _ inputs: [Input], passages: Int, unread: Int
  ) -> Assessment {
    var evidence: [Evidence] = []
    for input in inputs {
      guard let block = input.reading.switchedOff[requirement.id] else { continue }
      if input.document.blocks.indices.contains(block) {
        let text = input.document.blocks[block].text
        evidence.append(
          Evidence(
            place: input.document.place(of: text, element: input.document.blocks[block].element),
            label: label(of: input.document.blocks[block]),
            quote: collapsed(input.document.string(text)),
            language: input.document.language ?? "", force: .bare))
      }
      return Assessment(
        requirement: requirement.id, outcome: .notApplicable, certainty: .sure,
        evidence: evidence, searchedPassages: passages, unreadPassages: unread)
    }
    let isUnread = unread > 0 && unread * 2 >= passages
    for input in inputs {
      for near in input.reading.nearest[requirement.id] ?? [] where evidence.count < 2 {
        let block = input.document.blocks[near.block]
        let pieces = input.document.pieces(of: near.text, from: near.block)
        evidence.append(
          Evidence(
            place: input.document.place(of: pieces, element: block.element),
            label: label(of: block), quote: input.document.string(pieces),
            language: near.language, force: .bare))
      }
    }
    return Assessment(
      requirement: requirement.id, outcome: isUnread ? .unread : .missing,
      certainty: isUnread || unread > 0 ? .check : .sure,
      elements: requirement.elements.map {
        ElementState(id: $0.id, isCore: isCore($0, inputs), state: .absent)
      },
      evidence: evidence, nearest: Array(evidence.indices),
      searchedPassages: passages, unreadPassages: unread)
  }

  private func isCore(_ element: Element, _ inputs: [Input]) -> Bool {
    inputs.contains { element.core.contains($0.document.role) }
  }

  private func assemble(
    _ requirement: Requirement, _ statements: [Located], _ inputs: [Input], outcome: Outcome,
    contradiction: Contradiction?, passages: Int, unread: Int
  ) -> Assessment {
    var evidence: [Evidence] = []
    var seen: [Range<Int>: Int] = [:]
    var first: [Int] = []
    for (position, located) in statements.enumerated() {
      let limit = position == 0 ? 4 : 1
      for (order, quote) in located.record.quotes.prefix(limit).enumerated() {
        // Each side of a contradiction shows one quotation first.
        if contradiction != nil, position < 2, order > 0 { continue }
        let key = quote.text.lowerBound + located.input << 40
        let range = key..<key + max(1, quote.text.count)
        if let known = seen[range] {
          if position == 0 { first.append(known) }
          continue
        }
        guard evidence.count < Self.quotations else { continue }
        seen[range] = evidence.count
        if position == 0 { first.append(evidence.count) }
        evidence.append(citation(quote, located, inputs, requirement))
      }
    }
    var lead = statements[0].record
    if outcome == .weak, lead.outcome == .met {
      // Another party's words: somebody else does it.
      lead.weaknesses = [(code: .delegated, words: [])]
    }
    let role = inputs[statements[0].input].document.role
    let elements = lead.elements.compactMap { found -> ElementState? in
      guard requirement.elements.indices.contains(found.index) else { return nil }
      let element = requirement.elements[found.index]
      return ElementState(
        id: element.id, isCore: element.core.contains(role), state: found.state,
        evidence: evidence.indices.filter { evidence[$0].supports.contains(element.id) })
    }
    let certainty: Certainty =
      lead.isSure && (outcome != .contradicted || contradiction?.kind == .denied) ? .sure : .check
    return Assessment(
      requirement: requirement.id, outcome: outcome, certainty: certainty, elements: elements,
      weaknesses: lead.weaknesses.map {
        WeaknessFinding(
          code: $0.code, words: words($0.words, inputs[statements[0].input].document),
          evidence: Array(first.prefix(1)))
      },
      contradiction: contradiction.map {
        Contradiction(kind: $0.kind, between: $0.between.filter { $0 < evidence.count })
      },
      evidence: evidence, searchedPassages: passages, unreadPassages: unread)
  }

  private func citation(
    _ quote: StatementRecord.Quote, _ located: Located, _ inputs: [Input],
    _ requirement: Requirement
  ) -> Evidence {
    let document = inputs[located.input].document
    let block = document.blocks[quote.block]
    let pieces = document.pieces(of: quote.text, from: quote.block)
    let party = Int(located.record.party)
    return Evidence(
      place: document.place(of: pieces, element: block.element), label: label(of: block),
      quote: document.string(pieces), language: located.record.language,
      force: quote.force,
      party: document.otherParties.indices.contains(party) ? document.otherParties[party].name : "",
      supports: quote.supports.filter(requirement.elements.indices.contains).map {
        requirement.elements[$0].id
      })
  }

  /// The texts of byte ranges, each once, white space collapsed.
  private func words(_ ranges: [Range<Int>], _ document: Document) -> [String] {
    var result: [String] = []
    for range in ranges {
      let text = collapsed(document.string(range))
      if !result.contains(text) { result.append(text) }
    }
    return result
  }

  /// What a citation shows beside the quotation: number and question or clause.
  private func label(of block: Block) -> String {
    [block.number, block.label].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
