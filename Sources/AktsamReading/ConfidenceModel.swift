package import AktsamClauses
internal import AktsamText

/// Weighs findings: how likely it is that a passage really speaks about a requirement, that it is met,
/// and that the outcome is right. Logistic regressions over ``FindingFeature``, whose weights are
/// learned from labelled passages and stand in `clauses/weights.xml`.
package struct ConfidenceModel: Sendable {
  /// One regression.
  package struct Regression: Sendable {
    /// The weights of the features, in their order.
    package var base: [Double]
    /// What is added to them in a contract.
    package var contract: [Double]
    /// What is added for single requirements.
    package var requirements: [String: Double]

    /// The log odds from which on the answer is yes.
    package var threshold = 0.0

    /// Creates a regression without weights: it says yes to everything.
    package init() {
      base = [Double](repeating: 0, count: FindingFeature.allCases.count)
      contract = base
      requirements = [:]
    }

    /// Returns the log odds for a finding.
    package func score(_ features: [Double], isContract: Bool, requirement: String) -> Double {
      var sum = requirements[requirement] ?? 0
      for index in features.indices {
        sum += features[index] * (isContract ? base[index] + contract[index] : base[index])
      }
      return sum
    }

  }

  /// How clearly the log odds of being met speak for an outcome, as a feature.
  package static func agreement(_ met: Double, with outcome: Outcome) -> Double {
    switch outcome {
    case .met: FindingFeature.scaled(met)
    case .weak: FindingFeature.scaled(-met)
    default: 0
    }
  }

  /// That the passage speaks about the requirement.
  package var topic: Regression
  /// That the requirement is met, where it is not contradicted.
  package var met: Regression
  /// That requirement and outcome are right.
  package var sure: Regression
  /// Creates a model from the weights of a library; nil when it has none.
  package init?(_ weights: Weights) {
    guard !weights.models.isEmpty else { return nil }
    func regression(_ id: String) -> Regression {
      var result = Regression()
      result.threshold = weights.thresholds[id] ?? 0
      for (name, value) in weights.models[id] ?? [:] {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2, parts[0] == "requirement" {
          result.requirements[parts[1]] = value
        } else if parts.count == 2, let feature = FindingFeature(name: parts[1]) {
          result.contract[feature.index] = value
        } else if let feature = FindingFeature(name: name) {
          result.base[feature.index] = value
        }
      }
      return result
    }
    topic = regression("topic")
    met = regression("met")
    sure = regression("sure")
  }
}
