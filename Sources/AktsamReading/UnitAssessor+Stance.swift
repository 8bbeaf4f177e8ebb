internal import AktsamLanguage

extension UnitAssessor {
  /// Weaknesses of statements that nevertheless say that something is done.
  static let harmless: Set<Weakness> = [
    .generic, .noEvidence, .noDeadline, .lateDeadline, .incompleteList, .noStandard,
    .bareAssertion, .outdatedEvidence, .copiedAnswer, .referenceElsewhere,
  ]

  /// Returns what a finding says about how things are.
  func stance(of finding: UnitFinding, _ unit: Unit) -> Stance {
    let sentences =
      finding.outcome == .contradicted ? finding.sentences.prefix(1) : finding.sentences[...]
    var years: Set<Int> = []
    var scope: ChainScope?
    for index in sentences {
      let reading = unit.reading(of: index, by: firmness)
      for time in reading.times where time.year > 0 { years.insert(time.year) }
      if let reach = reading.scope, reach.depth > scope?.depth ?? -1 { scope = reach }
    }
    func names(_ concept: Int) -> Bool {
      guard unit.names(concept) else { return false }
      return sentences.contains { index in
        unit.hits[unit.sentences[index].hits].contains { Int($0.concept) == concept }
      }
    }
    // "This is no longer so" may stand beside a denial.
    let isPast =
      finding.outcome == .contradicted
      ? unit.names(library.classes.timePast) : names(library.classes.timePast)
    return Stance(
      kind: kind(of: finding), years: years, isPast: isPast,
      extends: names(library.classes.extends), scope: scope,
      steps: Set(library.classes.steps.filter(names)))
  }

  private func kind(of finding: UnitFinding) -> Stance.Kind {
    switch finding.outcome {
    case .met: return .affirms
    case .contradicted: return .denies
    default: break
    }
    let codes = Set(finding.reasons.map(\.code))
    if codes.contains(.plannedOnly) { return .plans }
    let isDone = finding.force == .practice || finding.force == .obligation
    return isDone && codes.isSubset(of: Self.harmless) ? .affirms : .other
  }
}
