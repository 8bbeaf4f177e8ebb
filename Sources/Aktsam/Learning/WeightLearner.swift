package import AktsamClauses
internal import AktsamDocuments
internal import AktsamReading
internal import AktsamText

/// Learns the weights of `clauses/weights.xml` from labelled passages.
///
/// Three regressions over the same features, none of which knows a word: whether a passage really speaks
/// about a requirement that the rules found in it, whether what they call met is, and whether requirement
/// and outcome are right. Deterministic: the same passages give the same weights.
package struct WeightLearner {
  /// A finding of the rules, with what the label says.
  private struct Sample {
    var requirement: String
    var isContract: Bool
    var isMapped: Bool
    var features: [Double]
    var outcome: Outcome
    var label: String?
    var weight: Double
    var fold: Int
  }

  private let library: Library
  private let parameters: [String: Int]
  private static let folds = 5
  /// How often a finding that is called sure must be right.
  private static let precision = 0.98

  /// Creates a learner.
  package init(_ library: Library, parameters: [String: Int]) {
    self.library = library
    self.parameters = parameters
  }

  /// Learns from passages.
  ///
  /// - Parameter groups: passages with how much each of them counts.
  /// - Returns: the weights.
  package func learn(_ groups: [(passages: [GoldPassage], weight: Double)]) -> Weights {
    let bags = BagLearner(library)
    let passages = groups.flatMap { group in group.passages.map { ($0, group.weight) } }
    var result = Weights()
    result.concepts = bags.learn(passages)
    // Each fold is read with concept weights that were learned without it.
    var samples = (0..<Self.folds).flatMap { fold in
      var library = self.library
      library.weights = Weights()
      library.weights.concepts = bags.learn(passages.filter { self.fold(of: $0.0.id) != fold })
      let own = groups.flatMap { group in
        self.samples(
          group.passages.filter { self.fold(of: $0.id) == fold }, library, weight: group.weight)
      }
      // An example speaks for its own requirement only.
      return own
        + library.requirements.filter { self.fold(of: $0.id) == fold }.flatMap { requirement in
          self.samples(examples(of: requirement), library, weight: Self.exampleWeight)
            .filter { $0.requirement == requirement.id }
        }
    }
    let topic = fit(samples.filter { !$0.isMapped }) { $0.label != nil }
    let topicScores = crossScores(samples, fittedOn: { !$0.isMapped }) { $0.label != nil }
    let topicThreshold = bestThreshold(samples, topicScores)
    store(topic, "topic", threshold: topicThreshold, into: &result)
    func isJudged(_ sample: Sample) -> Bool {
      sample.outcome != .contradicted && sample.label != nil
    }
    let met = fit(samples.filter(isJudged)) { $0.label == "met" }
    let metScores = crossScores(samples, fittedOn: isJudged) { $0.label == "met" }
    store(met, "met", threshold: 0, into: &result)
    // The third regression sees what the others say of passages that they were not fitted on.
    for index in samples.indices {
      let isSpoken = samples[index].isMapped || topicScores[index] >= topicThreshold
      let isProse = !samples[index].isMapped && !samples[index].isContract
      if samples[index].outcome == .met, metScores[index] < 0, isProse {
        samples[index].outcome = .weak
      }
      samples[index].features[FindingFeature.topicScore.index] =
        samples[index].isMapped ? 1 : FindingFeature.scaled(topicScores[index])
      samples[index].features[FindingFeature.outcomeScore.index] = ConfidenceModel.agreement(
        metScores[index], with: samples[index].outcome)
      if !isSpoken { samples[index].weight = 0 }
    }
    let (sure, threshold) = sure(samples.filter { $0.weight > 0 })
    store(sure, "sure", threshold: threshold, into: &result)
    return result
  }

  // MARK: - Samples

  /// How much an example of the library counts: the patterns were made for it.
  private static let exampleWeight = 0.5

  private func examples(of requirement: Requirement) -> [GoldPassage] {
    requirement.examples.map { example in
      let isSpoken = example.outcome != "none"
      return GoldPassage(
        id: requirement.id, language: example.language, role: example.role.rawValue,
        question: example.isMapped ? requirement.id : nil, text: example.text,
        labels: isSpoken
          ? [
            GoldPassage.Label(
              requirement: requirement.id, outcome: example.outcome,
              weaknesses: example.weaknesses)
          ] : [])
    }
  }

  private func samples(
    _ passages: [GoldPassage], _ library: Library, weight: Double
  ) -> [Sample] {
    let assessor = DocumentAssessor(
      CompiledLibrary(library), parameters: parameters, isLearning: true)
    return passages.flatMap { passage -> [Sample] in
      let reading = assessor.read(Evaluator.document(of: passage), asOf: library.date)
      let labels = Dictionary(
        passage.labels.map { ($0.requirement, $0.outcome) }, uniquingKeysWith: { first, _ in first }
      )
      return reading.statements.sorted { $0.key < $1.key }.flatMap { requirement, records in
        records.filter { !$0.features.isEmpty }.prefix(1).map { record in
          Sample(
            requirement: requirement, isContract: passage.role == "contract",
            isMapped: record.isMapped, features: record.features, outcome: record.outcome,
            label: labels[requirement], weight: weight, fold: fold(of: passage.id))
        }
      }
    }
  }

  private func fold(of id: String) -> Int {
    Int(
      id.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 } % UInt32(Self.folds))
  }

  // MARK: - Fitting

  private var width: Int { FindingFeature.allCases.count }

  /// The columns: features, features in contracts, requirements.
  private func columns(_ sample: Sample) -> [(index: Int, value: Double)] {
    var result: [(index: Int, value: Double)] = []
    for (index, value) in sample.features.enumerated() where value != 0 {
      result.append((index, value))
      if sample.isContract { result.append((width + index, value)) }
    }
    if let position = library.requirements.firstIndex(where: { $0.id == sample.requirement }) {
      result.append((2 * width + position, 1))
    }
    return result
  }

  private func fit(_ samples: [Sample], _ isYes: (Sample) -> Bool) -> LogisticRegression {
    let count = 2 * width + library.requirements.count
    let penalty = (0..<count).map { $0 == 0 ? 0 : $0 < width ? 1.0 : 4.0 }
    return LogisticRegression(
      samples.map {
        LogisticRegression.Row(
          features: columns($0), isYes: isYes($0), weight: $0.weight)
      }, count: count, penalty: penalty)
  }

  /// Scores each sample by a model that was fitted without its fold.
  private func crossScores(
    _ samples: [Sample], fittedOn isFitted: (Sample) -> Bool, _ isYes: (Sample) -> Bool
  ) -> [Double] {
    var scores = [Double](repeating: 0, count: samples.count)
    for fold in 0..<Self.folds {
      let model = fit(samples.filter { $0.fold != fold && isFitted($0) }, isYes)
      for (index, sample) in samples.enumerated() where sample.fold == fold {
        scores[index] = model.score(columns(sample))
      }
    }
    return scores
  }

  /// The threshold at which keeping what is above it gives the best F1 of pairs.
  private func bestThreshold(_ samples: [Sample], _ scores: [Double]) -> Double {
    let unmapped = samples.indices.filter { !samples[$0].isMapped }
    func weight(_ indices: [Int]) -> Double { indices.reduce(0) { $0 + samples[$1].weight } }
    let total = weight(unmapped.filter { samples[$0].label != nil })
    var best = (f1: -1.0, threshold: 0.0)
    for step in -12...4 {
      let threshold = Double(step) / 4
      let kept = unmapped.filter { scores[$0] >= threshold }
      let f1 = 2 * weight(kept.filter { samples[$0].label != nil }) / max(1, weight(kept) + total)
      if f1 > best.f1 { best = (f1, threshold) }
    }
    return best.threshold
  }

  /// What is sure: the findings above a threshold at which all but one in twenty are right.
  private func sure(_ samples: [Sample]) -> (LogisticRegression, Double) {
    func isRight(_ sample: Sample) -> Bool { sample.outcome.rawValue == sample.label }
    let scores = crossScores(samples, fittedOn: { _ in true }, isRight)
    let ranked = zip(scores, samples).sorted { $0.0 > $1.0 }
    var threshold = Double.infinity
    var (right, count) = (0.0, 0.0)
    for (score, sample) in ranked {
      count += sample.weight
      if isRight(sample) { right += sample.weight }
      if right / count >= Self.precision { threshold = score }
    }
    return (fit(samples, isRight), threshold.isFinite ? threshold : 99)
  }

  private func store(
    _ model: LogisticRegression, _ id: String, threshold: Double, into weights: inout Weights
  ) {
    var values: [String: Double] = [:]
    for feature in FindingFeature.allCases.enumerated() {
      values[feature.element.name] = model.weights[feature.offset]
      values["contract/" + feature.element.name] = model.weights[width + feature.offset]
    }
    for (position, requirement) in library.requirements.enumerated() {
      values["requirement/" + requirement.id] = model.weights[2 * width + position]
    }
    weights.models[id] = values.mapValues { ($0 * 1_000).rounded() / 1_000 }.filter {
      $0.value != 0
    }
    weights.thresholds[id] = (threshold * 1_000).rounded() / 1_000
  }
}

extension Weights {
  /// The weights as the clause file that the library reads, in a stable order.
  package func xml() -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<!-- What weighs findings. Written by \"aktsam clauses learn\"; not to be edited by hand. -->",
      "<weights xmlns=\"urn:aktsam:clauses:1\">",
    ]
    for (requirement, values) in concepts.sorted(by: { $0.key < $1.key }) {
      let items = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      lines.append("  <concepts requirement=\"\(requirement)\">")
      lines.append("    " + items.joined(separator: "; "))
      lines.append("  </concepts>")
    }
    for id in ["topic", "met", "sure"] {
      lines.append("  <model id=\"\(id)\" threshold=\"\(thresholds[id] ?? 0)\">")
      for (feature, value) in (models[id] ?? [:]).sorted(by: { $0.key < $1.key }) {
        lines.append("    <weight of=\"\(feature)\" value=\"\(value)\"/>")
      }
      lines.append("  </model>")
    }
    lines.append("</weights>")
    return lines.joined(separator: "\n") + "\n"
  }
}
