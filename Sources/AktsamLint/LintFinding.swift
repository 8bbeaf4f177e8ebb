package import AktsamText

/// Something that a rule reports: a plain value, shown by a report and printed nowhere else.
package struct LintFinding: Sendable, Hashable {
  /// The id of the rule.
  package var rule: String
  /// The name of the rule; empty for what a reader noticed, whose id starts with `AK0`.
  package var name: String
  /// How serious it is.
  package var severity: Severity
  /// What was found and what was expected: lower case, no full stop, names in quotation marks.
  package var message: String
  /// Where.
  package var place: Place
  /// Other places that it is about, such as the one that an id was first used at.
  package var related: [RelatedPlace]
  /// How it may be mended.
  package var fix: Fix?
  /// The line that it stands on; set by the engine.
  package var excerpt: Excerpt?
  /// What it is about, whatever line it stands on; set by the engine.
  package var fingerprint: String

  /// Creates a finding.
  package init(
    rule: String, name: String, severity: Severity, message: String, place: Place,
    related: [RelatedPlace] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.name = name
    self.severity = severity
    self.message = message
    self.place = place
    self.related = related
    self.fix = fix
    self.excerpt = nil
    self.fingerprint = ""
  }

  /// Whether this finding comes before another in a report: by path, place, rule and message.
  package static func precedes(_ left: LintFinding, _ right: LintFinding) -> Bool {
    if left.place.path != right.place.path { return left.place.path < right.place.path }
    if left.place.part != right.place.part { return left.place.part < right.place.part }
    let starts = (
      left.place.segments.first?.lowerBound ?? 0, right.place.segments.first?.lowerBound ?? 0
    )
    if starts.0 != starts.1 { return starts.0 < starts.1 }
    if left.place.line != right.place.line { return left.place.line < right.place.line }
    if left.place.column != right.place.column { return left.place.column < right.place.column }
    return (left.rule, left.message) < (right.rule, right.message)
  }
}

/// Another place that a finding is about.
package struct RelatedPlace: Sendable, Hashable {
  /// What stands there, in a few words.
  package var message: String
  /// Where.
  package var place: Place

  /// Creates a place.
  package init(_ message: String, _ place: Place) {
    self.message = message
    self.place = place
  }
}

/// A change that mends a finding.
package struct Fix: Sendable, Hashable {
  /// A stretch of the file and what is to stand in its place.
  package struct Edit: Sendable, Hashable {
    /// The byte range of the file as stored.
    package var range: Range<Int>
    /// What is to stand there instead.
    package var replacement: String
    /// Where that is; set by the engine.
    package var place: Place?

    /// Creates an edit.
    package init(_ range: Range<Int>, _ replacement: String) {
      self.range = range
      self.replacement = replacement
      place = nil
    }
  }

  /// What the change does: "remove the second …".
  package var message: String
  /// The edits, which must not overlap.
  package var edits: [Edit]
  /// Whether it cannot change what the document says; others are applied only when asked for.
  package var isSafe: Bool

  /// Creates a fix.
  package init(_ message: String, _ edits: [Edit], isSafe: Bool) {
    self.message = message
    self.edits = edits
    self.isSafe = isSafe
  }
}
