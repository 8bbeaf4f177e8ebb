internal import AktsamClauses
internal import AktsamText

extension UnitAssessor {
  /// Weighs the findings of a unit with what was learned: which are a mere brush, which look firmer than
  /// they are, and which can be relied on. A denial and a structured answer stand as they are.
  func weigh(_ findings: [UnitFinding], _ unit: Unit) -> [UnitFinding] {
    guard role != .questionnaire, weighs else {
      return findings.filter { !$0.isLoose }
    }
    let reader = FeatureReader(library: library, assessor: self)
    var result = findings
    for index in findings.indices where !findings[index].isBrushed {
      var features = reader.features(of: findings[index], among: findings, unit)
      if isLearning {
        result[index].features = features
        continue
      }
      guard let model = library.confidence else { continue }
      let requirement = library.requirements[findings[index].requirement]
      func score(_ regression: ConfidenceModel.Regression) -> Double {
        regression.score(
          features, isContract: role == .contract, requirement: requirement.source.id)
      }
      let topic = findings[index].isMapped ? .infinity : score(model.topic)
      // A plain denial in words of the topic stands whatever was learned.
      let isPlainDenial = findings[index].outcome == .contradicted && !findings[index].isLoose
      if topic < model.topic.threshold, !isPlainDenial {
        result[index].isBrushed = true
        continue
      }
      let met = score(model.met)
      // Prose of offers and statements is doubted; a duty in a contract and the answer to a question say
      // what they say.
      let isProse = !findings[index].isMapped && role != .contract
      if findings[index].outcome == .met, met < model.met.threshold, isProse {
        result[index].outcome = .weak
        result[index].reasons = [
          UnitFinding.Reason(code: likeliestGap(findings[index], requirement), tokens: [])
        ]
      }
      features[FindingFeature.topicScore.index] = FindingFeature.scaled(topic)
      features[FindingFeature.outcomeScore.index] = ConfidenceModel.agreement(
        met, with: result[index].outcome)
      result[index].isSure = score(model.sure) >= model.sure.threshold
    }
    return result
  }

  /// What an officer would most likely ask about in a statement that shows everything by rule and yet
  /// says little: how far it reaches, when, or what shows it.
  private func likeliestGap(
    _ finding: UnitFinding, _ requirement: CompiledLibrary.CompiledRequirement
  ) -> Weakness {
    func lacks(_ kind: Element.Kind) -> Bool {
      finding.elements.contains {
        requirement.elements[$0.index].kind == kind && $0.state != .met
      }
    }
    if lacks(.chain) { return .ownOperationsOnly }
    if lacks(.time) { return .noDeadline }
    return role == .contract ? .incompleteList : .noEvidence
  }
}
