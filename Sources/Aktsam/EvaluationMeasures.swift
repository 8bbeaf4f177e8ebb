/// The measures of a set of evaluated passages (design, sections 5 and 7).
package struct EvaluationMeasures: Sendable {
  /// The number of passages.
  package private(set) var passages = 0
  /// Topic precision over (passage, requirement) pairs.
  package private(set) var precision = 0.0
  /// Topic recall.
  package private(set) var recall = 0.0
  /// Topic F1.
  package private(set) var f1 = 0.0
  /// Topic F1 without the pairs that a mapped question gives for free.
  package private(set) var f1Unmapped = 0.0
  /// Outcome accuracy over pairs found by both.
  package private(set) var outcomeAccuracy = 0.0
  /// Outcome macro-F1 over classes with ten labels or more.
  package private(set) var outcomeMacroF1 = 0.0
  /// F1 of pairs with the right outcome; a pair not found counts as wrong.
  package private(set) var strictF1 = 0.0
  /// Share of weak, contradicted or unlabelled pairs that were called met.
  package private(set) var falseMet = 0.0
  /// Micro-F1 of weakness codes over pairs that both call weak or contradicted.
  package private(set) var weaknessF1 = 0.0
  /// Share of passages without labels for which something was read.
  package private(set) var falseAlarmRate = 0.0
  /// Share of pairs called sure that are right in requirement and outcome.
  package private(set) var surePrecision = 0.0
  /// Share of pairs that are called sure.
  package private(set) var sureShare = 0.0

  /// The number of labels a class needs to count in the macro-F1.
  private static let smallestClass = 10

  /// Measures passages.
  package init(_ evaluated: some Sequence<EvaluatedPassage>) {
    var topic = Counts()
    var unmapped = Counts()
    var strict = Counts()
    var weakness = Counts()
    var confusion: [String: [String: Int]] = [:]
    var labels: [String: Int] = [:]
    var (agreed, both) = (0, 0)
    var (calledMet, notMet) = (0, 0)
    var (alarms, silent) = (0, 0)
    var (sure, sureRight, predicted) = (0, 0, 0)
    for item in evaluated {
      passages += 1
      if item.expected.isEmpty {
        silent += 1
        if !item.got.isEmpty { alarms += 1 }
      }
      for requirement in Set(item.expected.keys).union(item.got.keys) {
        let expected = item.expected[requirement]
        let got = item.got[requirement]
        topic.add(expected: expected != nil, got: got != nil)
        if item.passage.question != requirement {
          unmapped.add(expected: expected != nil, got: got != nil)
        }
        strict.addPair(expected?.outcome, got?.outcome)
        if let expected { labels[expected.outcome, default: 0] += 1 }
        if expected?.outcome != "met", expected != nil || got != nil {
          notMet += 1
          if got?.outcome == "met" { calledMet += 1 }
        }
        if let got {
          predicted += 1
          if got.isSure {
            sure += 1
            if got.outcome == expected?.outcome { sureRight += 1 }
          }
        }
        guard let expected, let got else { continue }
        both += 1
        if expected.outcome == got.outcome { agreed += 1 }
        confusion[expected.outcome, default: [:]][got.outcome, default: 0] += 1
        if expected.outcome != "met", got.outcome != "met" {
          let (left, right) = (Set(expected.weaknesses), Set(got.weaknesses))
          weakness.hits += left.intersection(right).count
          weakness.missed += left.subtracting(right).count
          weakness.wrong += right.subtracting(left).count
        }
      }
    }
    precision = topic.precision
    recall = topic.recall
    f1 = topic.f1
    f1Unmapped = unmapped.f1
    strictF1 = strict.f1
    weaknessF1 = weakness.f1
    outcomeAccuracy = share(agreed, both)
    falseMet = share(calledMet, notMet)
    falseAlarmRate = share(alarms, silent)
    surePrecision = share(sureRight, sure)
    sureShare = share(sure, predicted)
    outcomeMacroF1 = Self.macroF1(confusion, labels: labels)
  }

  private static func macroF1(
    _ confusion: [String: [String: Int]], labels: [String: Int]
  ) -> Double {
    let classes = labels.filter { $0.value >= smallestClass }.keys.sorted()
    guard !classes.isEmpty else { return 0 }
    let scores = classes.map { name in
      var counts = Counts()
      counts.hits = confusion[name]?[name] ?? 0
      counts.missed = (confusion[name] ?? [:]).reduce(0) { $0 + ($1.key == name ? 0 : $1.value) }
      counts.wrong = confusion.reduce(0) { $0 + ($1.key == name ? 0 : $1.value[name] ?? 0) }
      return counts.f1
    }
    return scores.reduce(0, +) / Double(scores.count)
  }
}

/// Hits, misses and false alarms.
struct Counts {
  var hits = 0
  var missed = 0
  var wrong = 0

  mutating func add(expected: Bool, got: Bool) {
    if expected, got { hits += 1 } else if expected { missed += 1 } else if got { wrong += 1 }
  }

  mutating func addPair(_ expected: String?, _ got: String?) {
    if let expected, expected == got {
      hits += 1
      return
    }
    if expected != nil { missed += 1 }
    if got != nil { wrong += 1 }
  }

  var precision: Double { share(hits, hits + wrong) }
  var recall: Double { share(hits, hits + missed) }
  var f1: Double {
    hits + missed + wrong == 0 ? 0 : 2 * Double(hits) / Double(2 * hits + missed + wrong)
  }
}

/// `part` of `whole`; 0 when there is nothing.
private func share(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}
