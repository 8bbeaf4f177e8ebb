#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Fits a logistic regression with an L2 penalty by gradient descent with momentum: few hundred rows, so
/// plain and repeatable beats fast.
struct LogisticRegression {
  /// A row: sparse features, the answer, and how much it counts.
  struct Row {
    var features: [(index: Int, value: Double)]
    var isYes: Bool
    var weight: Double
  }

  private(set) var weights: [Double]

  private static let momentum = 0.9

  /// Fits rows.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - count: the number of features.
  ///   - penalty: the L2 penalty of each feature.
  ///   - rounds: the number of steps.
  init(_ rows: [Row], count: Int, penalty: [Double], rounds: Int = 1_000) {
    weights = [Double](repeating: 0, count: count)
    var velocity = weights
    let total = max(1, rows.reduce(0) { $0 + $1.weight })
    let rate = 0.5
    for _ in 0..<rounds {
      var gradient = (0..<count).map { penalty[$0] * weights[$0] / total }
      for row in rows {
        let error = (probability(row.features) - (row.isYes ? 1 : 0)) * row.weight / total
        for (index, value) in row.features { gradient[index] += error * value }
      }
      for index in 0..<count {
        velocity[index] = Self.momentum * velocity[index] - rate * gradient[index]
        weights[index] += velocity[index]
      }
    }
  }

  /// The log odds of a row.
  func score(_ features: [(index: Int, value: Double)]) -> Double {
    features.reduce(0) { $0 + weights[$1.index] * $1.value }
  }

  private func probability(_ features: [(index: Int, value: Double)]) -> Double {
    1 / (1 + exp(-score(features)))
  }
}
