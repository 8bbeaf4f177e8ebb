import AktsamText

/// The findings that were there when a project began to lint: only what is new is shown.
///
/// An entry is keyed on what was found, not on where: lines may move, and a finding that takes the place
/// of another one shows.
package struct Baseline: Sendable, Hashable {
  /// One or more equal findings of one file.
  package struct Entry: Sendable, Hashable {
    /// The rule's id.
    package var rule: String
    /// The path of the file.
    package var path: String
    /// The member inside a package; empty for a plain file.
    package var part: String
    /// The element path without positions; empty where the file has no elements.
    package var element: String
    /// The beginning of what was found, for people.
    package var text: String
    /// What it is about; see ``LintFinding/fingerprint``.
    package var fingerprint: String
    /// How many there are.
    package var count: Int

    /// Creates an entry.
    package init(
      rule: String, path: String, part: String = "", element: String, text: String,
      fingerprint: String, count: Int
    ) {
      self.rule = rule
      self.path = path
      self.part = part
      self.element = element
      self.text = text
      self.fingerprint = fingerprint
      self.count = count
    }
  }

  /// The entries, sorted.
  package private(set) var entries: [Entry]

  /// Creates a baseline; equal entries are counted together.
  package init(_ entries: [Entry] = []) {
    var byKey: [Key: Entry] = [:]
    for entry in entries where entry.count > 0 {
      byKey[Key(entry), default: Self.none(entry)].count += entry.count
    }
    self.entries = byKey.values.sorted(by: Self.precedes)
  }

  /// Creates the baseline of a run's findings: those shown and those known.
  package init(of findings: [LintFinding]) {
    self.init(
      findings.map { finding in
        Entry(
          rule: finding.rule, path: finding.place.path, part: finding.place.part,
          element: Fingerprint.stem(of: finding.place.element),
          text: Self.beginning(of: finding), fingerprint: finding.fingerprint, count: 1)
      })
  }

  /// Sets apart what is known.
  ///
  /// - Parameters:
  ///   - findings: findings in the order of a report.
  ///   - paths: the files that were read; nil = all that there are.
  /// - Returns: what is new, what is known, and the entries, with the count that is left over, of which
  ///   fewer were found than they hold.
  package func split(
    _ findings: [LintFinding], paths: Set<String>? = nil
  ) -> (new: [LintFinding], known: [LintFinding], fixed: [Entry]) {
    var rest = Dictionary(
      entries.map { (Key($0), $0.count) }, uniquingKeysWith: { first, _ in first })
    var new: [LintFinding] = []
    var known: [LintFinding] = []
    for finding in findings {
      let key = Key(
        rule: finding.rule, path: finding.place.path, fingerprint: finding.fingerprint)
      if let count = rest[key], count > 0 {
        rest[key] = count - 1
        known.append(finding)
      } else {
        new.append(finding)
      }
    }
    let fixed = entries.compactMap { entry -> Entry? in
      guard let count = rest[Key(entry)], count > 0, paths?.contains(entry.path) ?? true else {
        return nil
      }
      var entry = entry
      entry.count = count
      return entry
    }
    return (new, known, fixed)
  }

  /// Returns the baseline without what was fixed; what stands beside it keeps its count.
  package func pruned(of fixed: [Entry]) -> Baseline {
    let gone = Dictionary(fixed.map { (Key($0), $0.count) }, uniquingKeysWith: +)
    return Baseline(
      entries.map { entry in
        var entry = entry
        entry.count -= gone[Key(entry)] ?? 0
        return entry
      })
  }

  private struct Key: Hashable {
    var rule: String
    var path: String
    var fingerprint: String

    init(rule: String, path: String, fingerprint: String) {
      self.rule = rule
      self.path = path
      self.fingerprint = fingerprint
    }

    init(_ entry: Entry) {
      self.init(rule: entry.rule, path: entry.path, fingerprint: entry.fingerprint)
    }
  }

  private static func none(_ entry: Entry) -> Entry {
    var entry = entry
    entry.count = 0
    return entry
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    (left.path, left.part, left.rule, left.element, left.text, left.fingerprint)
      < (right.path, right.part, right.rule, right.element, right.text, right.fingerprint)
  }

  private static func beginning(of finding: LintFinding) -> String {
    var text = ""
    let excerpt = finding.excerpt
    let scalars = Array((excerpt?.text ?? finding.message).unicodeScalars)
    let start = min(excerpt?.start ?? 0, scalars.count)
    let length = min(excerpt?.length ?? scalars.count, 80)
    text.unicodeScalars.append(contentsOf: scalars[start..<min(start + length, scalars.count)])
    return collapsed(text)
  }
}
