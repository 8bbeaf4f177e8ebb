/// The weights of regressions over features, learned from labelled passages: `weights.xml`.
package struct Weights: Sendable {
  /// The weights by feature, by the id of the regression.
  package var models: [String: [String: Double]]
  /// The weights of concepts, and a constant, by requirement.
  package var concepts: [String: [String: Double]] = [:]
  /// The log odds from which on a regression says yes, by its id; 0 where none is given.
  package var thresholds: [String: Double]

  /// Creates weights.
  package init(models: [String: [String: Double]] = [:], thresholds: [String: Double] = [:]) {
    self.models = models
    self.thresholds = thresholds
  }
}
