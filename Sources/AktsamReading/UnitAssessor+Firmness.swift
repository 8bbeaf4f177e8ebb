internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

extension UnitAssessor {
  /// Adds the weaknesses that any requirement can have: those of force, condition, scope and proof.
  func addFirmness(
    _ statement: Statement, to reasons: inout [UnitFinding.Reason]
  ) {
    let unit = statement.unit
    let classes = library.classes

    func add(_ code: Weakness, _ hits: [Hit]) {
      guard !reasons.contains(where: { $0.code == code }) else { return }
      reasons.append(
        UnitFinding.Reason(code: code, tokens: hits.map { Int($0.start)..<Int($0.end) }))
    }
    /// Hits of a concept inside the sentences that speak about the requirement.
    func own(_ concept: Int) -> [Hit] {
      guard unit.names(concept) else { return [] }
      return statement.matches.flatMap { match in
        unit.hits[unit.sentences[match.sentence].hits].filter { Int($0.concept) == concept }
      }
    }

    let hasSubstance = substance(of: unit) >= 2
    let tolerated = statement.requirement.source.toleratedHedges
    let best = decidingReading(statement)
    if let best {
      let hits = best.forceHit.map { [$0] } ?? []
      switch best.force {
      case .aspiration: add(.aspirational, hits)
      // "can stop a supplier" in an account of what is done tells an authority, not an option.
      case .permission: if role == .contract || !hasSubstance { add(.permissive, hits) }
      case .intention:
        add(.plannedOnly, hits)
        if !hasConcreteTime(unit) { add(.noDeadline, own(classes.timeVague)) }
      case .expectation: add(.delegated, hits)
      case .obligation, .practice, .bare: break
      }
    }
    let delegation = own(classes.delegation)
    if !delegation.isEmpty { add(.delegated, delegation) }

    // Conditions, in the sentences that speak about the requirement.
    let isAnchored = hasConcreteTime(unit)
    let hedges = statement.readings.indices.flatMap { position in
      statement.readings[position].whole.hedges.filter { hedge in
        !(isAnchored && classes.mildHedges.contains(Int(hedge.concept)))
          && !isTolerated(hedge, statement, position)
      }
    }
    if !hedges.isEmpty, !hasAlternative(unit) { add(.conditional, hedges) }
    let reactive = own(classes.reactive)
    if !reactive.isEmpty, !tolerated.contains(classes.reactive) {
      add(.reactiveOnly, reactive)
    }

    // Time words without a time.
    let vague = own(classes.timeVague)
    if !vague.isEmpty, !hasConcreteTime(unit) { add(.noDeadline, vague) }

    // Proof.
    let known = own(classes.noKnownCases)
    if !known.isEmpty { add(.bareDenial, known) }
    let guarantee = own(classes.guarantee)
    if !guarantee.isEmpty, !hasSubstance { add(.bareGuarantee, guarantee) }
    let elsewhere = unit.hits(of: classes.referenceElsewhere)
    // In a contract "shall publish it on its website" is the duty itself.
    let isDuty = role == .contract && best?.force == .obligation
    if !elsewhere.isEmpty, !hasSubstance, !isDuty { add(.referenceElsewhere, elsewhere) }
    let certificate = unit.hits(of: classes.certificate)
    if !certificate.isEmpty, role != .contract, !hasSubstance { add(.certificateOnly, certificate) }
    if let year = outdatedYear(unit) {
      reasons.append(UnitFinding.Reason(code: .outdatedEvidence, tokens: year))
    }
    let says = own(classes.policySays)
    if !says.isEmpty, !hasSubstance, !tolerated.contains(classes.policySays) {
      add(.policyOnly, says)
    }
    let law = own(classes.localLaw)
    if !law.isEmpty, !tolerated.contains(classes.localLaw),
      !unit.concepts.intersects(library.normSet)
    {
      add(.localLawOnly, law)
    }
    let everyone = own(classes.everyone)
    if !everyone.isEmpty { add(.generic, everyone) }
    if isBareAssertion(statement) {
      add(.bareAssertion, unit.hits(of: classes.answerYes))
    }
  }

  /// The reading whose force counts: the firmest. In a contract the present tense binds nobody, so
  /// beside it what the supplier may or wishes to do decides.
  private func decidingReading(_ statement: Statement) -> TopicReading? {
    let best = statement.readings.max {
      $0.force.strength(in: role) < $1.force.strength(in: role)
    }
    guard role == .contract, best?.force == .practice else { return best }
    return statement.readings.first {
      ($0.force == .permission || $0.force == .aspiration || $0.force == .intention)
        && $0.bearer == .supplier
    } ?? best
  }

  /// Whether nothing in the unit binds or names anybody: a definition, a heading, a citation of a
  /// law. In a contract only a duty is strong; elsewhere somebody must at least act.
  func isUncommitted(_ statement: Statement) -> Bool {
    guard !statement.isMapped else { return false }
    let unit = statement.unit
    let classes = library.classes
    let binds = [classes.obligation, classes.prohibition, classes.guarantee]
    if binds.contains(where: unit.names) { return false }
    if role == .contract || role == .notice {
      return !unit.names(classes.will) && !statement.readings.contains { $0.force != .practice }
    }
    let acts = [
      classes.bearerOwn, classes.bearerSupplier, classes.bearerOther, classes.bearerBuyer,
      classes.practice, classes.will,
      classes.attachment, classes.evidenceDocument,
    ]
    return !acts.contains(where: unit.names)
  }

  private func isBareAssertion(_ statement: Statement) -> Bool {
    let unit = statement.unit
    guard role == .response || role == .tender else { return false }
    return statement.isMapped && unit.tokens.count <= 9 && substance(of: unit) == 0
      && !unit.names(library.classes.noKnownCases)
      && !unit.names(library.classes.referenceElsewhere)
  }

  /// A condition tied to a named reason with an alternative measure is none.
  private func hasAlternative(_ unit: Unit) -> Bool {
    unit.names(library.classes.alternative)
  }

  /// The tokens of the latest year that the unit names, when that is further back than the profile
  /// lets evidence be; nil otherwise.
  private func outdatedYear(_ unit: Unit) -> [Range<Int>]? {
    guard let asOfYear, role == .response || role == .tender else { return nil }
    let named = unit.newestYear(by: firmness)
    var newest = named?.year ?? 0
    for reference in unit.question?.evidence ?? [] {
      if let year = reference.date.flatMap({ Int($0.prefix(4)) }) { newest = max(newest, year) }
    }
    guard newest > 0, (asOfYear - newest) * 365 > parameters["evidence-age-days"] ?? 1_096 else {
      return nil
    }
    return named.map { [$0.tokens] } ?? []
  }

  /// Whether the norms themselves use a hedge here, behind the duty: "remedy that restores people as
  /// far as possible", not "where possible remedy".
  private func isTolerated(_ hedge: Hit, _ statement: Statement, _ position: Int) -> Bool {
    statement.requirement.source.toleratedHedges.contains(Int(hedge.concept))
      && statement.matches[position].hits.contains { $0.start < hedge.start }
  }

  private func hasConcreteTime(_ unit: Unit) -> Bool {
    unit.sentences.indices.contains { index in
      unit.reading(of: index, by: firmness).times.contains {
        $0.kind == .deadline || $0.kind == .frequency || $0.kind == .date
      }
    }
  }

  /// How many kinds of specifics the unit holds: figures, dates, attachments, documents.
  func substance(of unit: Unit) -> Int {
    let all = unit.specifics(by: firmness)
    return [
      SentenceReading.Specifics.number, .percent, .date, .attachment, .document, .norm,
    ].filter { all.contains($0) }.count
  }
}
