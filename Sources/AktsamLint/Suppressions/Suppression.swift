package import AktsamText

/// A remark that some findings may stand: a comment in a document, or an entry of the configuration.
package struct Suppression: Sendable, Hashable {
  /// What it is about.
  package enum Scope: Sendable, Hashable {
    /// All of a file.
    case file
    /// Bytes of a file: an element with all that is in it, or a paragraph.
    case range(Range<Int>)
    /// Nothing: no element or paragraph comes after it.
    case nothing
  }

  /// A rule as it is named.
  package struct Name: Sendable, Hashable {
    /// As written.
    package var text: String
    /// Where.
    package var place: Place
    /// What it names; nil = there is no such rule.
    package var selector: RuleSelector?

    /// Creates a name.
    package init(_ text: String, place: Place) {
      self.text = text
      self.place = place
      selector = RuleSelector(text)
    }
  }

  /// The rules.
  package var rules: [Name]
  /// Why; empty = not said.
  package var reason: String
  /// The last day that it holds, as written; nil = for good.
  package var until: String?
  /// What it is about.
  package var scope: Scope
  /// Where it stands.
  package var place: Place
  /// What is wrong with how it is written; nil = nothing.
  package var fault: String?
  /// What removes it from the file; nil where that is not the linter's to do.
  package var removal: Range<Int>?

  /// Creates a suppression.
  package init(
    rules: [Name], reason: String, until: String? = nil, scope: Scope, place: Place,
    fault: String? = nil, removal: Range<Int>? = nil
  ) {
    self.rules = rules
    self.reason = reason
    self.until = until
    self.scope = scope
    self.place = place
    self.fault = fault
    self.removal = removal
  }

  /// Whether its last day lies before a date; never when none is given.
  package func isExpired(asOf date: String?) -> Bool {
    guard let until, let date else { return false }
    return until < date
  }

  /// Whether it silences anything: it is written right, says why and has not expired.
  func holds(asOf date: String?) -> Bool {
    fault == nil && !reason.isEmpty && !isExpired(asOf: date)
  }

  /// Whether it is about a place of its file.
  func covers(_ place: Place) -> Bool {
    switch scope {
    case .file: return true
    case .nothing: return false
    case .range(let range):
      guard let start = place.segments.first?.lowerBound, place.part == self.place.part else {
        return false
      }
      return range.contains(start)
    }
  }
}
