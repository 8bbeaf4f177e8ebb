/// Which gaps are listed. What is nil or empty does not narrow the list.
package struct RegisterFilter: Sendable, Hashable {
  /// The supplier's short name, number or name.
  package var supplier: String?
  /// The id of the procedure; all its lots.
  package var procedure: String?
  /// The lot.
  package var lot: String?
  /// The requirement's id.
  package var requirement: String?
  /// Who has an open action.
  package var owner: String?
  /// How far they are dealt with.
  package var states: Set<RegisterGap.State> = []
  /// How much they matter.
  package var severities: Set<String> = []
  /// How they moved in the latest round.
  package var changes: Set<RegisterGap.Change> = []
  /// Only those that were overruled.
  package var isOverridden = false
  /// Only those that are none by the latest word, but that nobody has closed.
  package var isAnswered = false

  /// Creates a filter that lets all gaps through.
  package init() {}

  /// Gaps that nobody has closed.
  package static let notClosed = {
    var filter = RegisterFilter()
    filter.states = [.open, .agreed, .reopened]
    return filter
  }()
}
