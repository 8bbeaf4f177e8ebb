package import AktsamText

/// A finding of the linter as a report shows it.
package struct LintItem: Sendable, Hashable {
  /// The id of the rule.
  package var rule: String
  /// The name of the rule.
  package var name: String
  /// How serious it is.
  package var severity: Severity
  /// What was found and what was expected: lower case, no full stop.
  package var message: String
  /// Where.
  package var place: Place
  /// Other places that it is about.
  package var related: [Related]
  /// The line that it begins on; nil when there is none to show.
  package var excerpt: Excerpt?
  /// How it may be mended.
  package var fix: Fix?
  /// What it is about, whatever line it stands on; empty = made from rule, message and element.
  package var fingerprint: String
  /// Whether it counts.
  package var state: State

  /// Creates a finding.
  package init(
    rule: String, name: String, severity: Severity, message: String, place: Place,
    related: [Related] = [], excerpt: Excerpt? = nil, fix: Fix? = nil, fingerprint: String = "",
    state: State = .new
  ) {
    self.rule = rule
    self.name = name
    self.severity = severity
    self.message = message
    self.place = place
    self.related = related
    self.excerpt = excerpt
    self.fix = fix
    self.fingerprint = fingerprint
    self.state = state
  }

  /// The fingerprint, made from rule, message and element where the finding brings none.
  var stableFingerprint: String {
    fingerprint.isEmpty ? Fingerprint.of([rule, message, place.element]) : fingerprint
  }

  /// Path, line and column as editors and terminals take them.
  var position: String { "\(place.pathWithPart):\(place.line):\(place.column)" }
}

extension LintItem {
  /// Whether a finding counts.
  package enum State: Sendable, Hashable {
    /// It counts.
    case new
    /// It stands in the baseline already.
    case baseline
    /// Someone said that it is not to be reported.
    case suppressed(Suppression)

    /// The name in reports.
    var name: String {
      switch self {
      case .new: "new"
      case .baseline: "baseline"
      case .suppressed: "suppressed"
      }
    }
  }

  /// Why a finding is not to be reported.
  package struct Suppression: Sendable, Hashable {
    /// The reason given; empty = none.
    package var reason: String
    /// The last day that it holds on, `yyyy-mm-dd`; nil = no end.
    package var until: String?
    /// Whether it stands in the file itself; false = in a configuration.
    package var isInSource: Bool

    /// Creates a suppression.
    package init(reason: String, until: String? = nil, isInSource: Bool = true) {
      self.reason = reason
      self.until = until
      self.isInSource = isInSource
    }
  }

  /// Another place that a finding is about.
  package struct Related: Sendable, Hashable {
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

  /// The line that a finding begins on, or a stretch of a long one.
  package struct Excerpt: Sendable, Hashable {
    /// The text, without the end of the line.
    package var text: String
    /// What the finding is about: 1-based, half-open columns of the line, in Unicode scalars. What
    /// goes on in the next lines ends behind the last column of the line.
    package var columns: Range<Int>
    /// The column of the first scalar of ``text``; more than 1 where the line was cut at the left.
    package var firstColumn: Int

    /// Creates an excerpt.
    package init(_ text: String, columns: Range<Int>, firstColumn: Int = 1) {
      self.text = text
      self.columns = columns
      self.firstColumn = firstColumn
    }

    /// What the finding is about, counted from the start of ``text`` and inside of it.
    var marked: Range<Int> {
      let count = text.unicodeScalars.count
      let first = max(1, firstColumn)
      func offset(_ column: Int) -> Int { column <= first ? 0 : min(column - first, count) }
      let start = offset(columns.lowerBound)
      return start..<max(start, offset(columns.upperBound))
    }

    /// The text of what the finding is about, as far as it stands on this line.
    var markedText: String {
      let range = marked
      return String(
        String.UnicodeScalarView(
          text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
    }
  }

  /// A change that mends a finding.
  package struct Fix: Sendable, Hashable {
    /// A stretch of the file that the finding stands in, and what is to stand in its place.
    package struct Edit: Sendable, Hashable {
      /// The byte range, counted as in the finding's place.
      package var range: Range<Int>
      /// What is to stand there instead.
      package var replacement: String
      /// 1-based line of the first byte.
      package var line: Int
      /// 1-based column of the first byte, in Unicode scalars.
      package var column: Int
      /// 1-based line of the end.
      package var endLine: Int
      /// 1-based column just past the end, in Unicode scalars.
      package var endColumn: Int

      /// Creates an edit.
      package init(
        _ range: Range<Int>, _ replacement: String, line: Int, column: Int, endLine: Int,
        endColumn: Int
      ) {
        self.range = range
        self.replacement = replacement
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
      }
    }

    /// What the change does.
    package var message: String
    /// The edits, which do not overlap.
    package var edits: [Edit]
    /// Whether it cannot change what the document says.
    package var isSafe: Bool

    /// Creates a fix.
    package init(_ message: String, _ edits: [Edit], isSafe: Bool) {
      self.message = message
      self.edits = edits
      self.isSafe = isSafe
    }
  }
}
