import AktsamText

/// Carries out fixes: what lies outside their ranges stays as it is, byte for byte.
package enum FixApplier {
  /// What one round of fixes made.
  package struct Round: Sendable {
    /// The file.
    package var bytes: [UInt8]
    /// The findings whose fixes were carried out, in the order of the file.
    package var applied: [LintFinding]
    /// Those whose fixes met others and must wait for the next round.
    package var waiting: [LintFinding]
  }

  /// What all rounds made.
  package struct Outcome: Sendable {
    /// The file.
    package var bytes: [UInt8]
    /// The findings whose fixes were carried out.
    package var applied: [LintFinding]
    /// What is found in the file as it now is.
    package var remaining: [LintFinding]
    /// The rounds that it took.
    package var rounds: Int
    /// Whether a round was taken back, since the file could not be read after it.
    package var wasTakenBack: Bool
  }

  /// Carries out fixes of one file that do not meet; of those that do, the first.
  ///
  /// - Parameters:
  ///   - findings: the findings of the file, made from these very bytes.
  ///   - bytes: the file as stored.
  ///   - unsafe: whether fixes are wanted that may change what the document says.
  /// - Returns: the file, and what came of each fix.
  package static func apply(
    _ findings: [LintFinding], to bytes: [UInt8], unsafe: Bool = false
  ) -> Round {
    var round = Round(bytes: [], applied: [], waiting: [])
    var edits: [Fix.Edit] = []
    let wanted = findings.filter { finding in
      finding.fix.map { ($0.isSafe || unsafe) && isSound($0, in: bytes) } ?? false
    }.sorted(by: LintFinding.precedes)
    for finding in wanted {
      let own = finding.fix?.edits ?? []
      if own.allSatisfy(edits.contains) {
        round.applied.append(finding)
      } else if own.contains(where: { edit in edits.contains { meet($0, edit) } }) {
        round.waiting.append(finding)
      } else {
        edits += own
        round.applied.append(finding)
      }
    }
    var last = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      round.bytes += bytes[last..<edit.range.lowerBound]
      round.bytes += Array(edit.replacement.utf8)
      last = edit.range.upperBound
    }
    round.bytes += bytes[last...]
    return round
  }

  /// Carries out fixes until there are none left, or none more can be done.
  ///
  /// - Parameters:
  ///   - bytes: the file as stored.
  ///   - unsafe: whether fixes are wanted that may change what the document says.
  ///   - mostRounds: after how many rounds it ends; two rules may undo each other's work.
  ///   - lint: returns the findings of the file with other bytes.
  /// - Returns: the file, and what came of it.
  package static func run(
    _ bytes: [UInt8], unsafe: Bool = false, mostRounds: Int = 10,
    lint: ([UInt8]) -> [LintFinding]
  ) -> Outcome {
    var outcome = Outcome(
      bytes: bytes, applied: [], remaining: lint(bytes), rounds: 0, wasTakenBack: false)
    let faults = unreadable(outcome.remaining)
    while outcome.rounds < mostRounds {
      let round = apply(outcome.remaining, to: outcome.bytes, unsafe: unsafe)
      guard !round.applied.isEmpty, round.bytes != outcome.bytes else { break }
      let after = lint(round.bytes)
      guard unreadable(after) <= faults else {
        outcome.wasTakenBack = true
        break
      }
      outcome.bytes = round.bytes
      outcome.applied += round.applied
      outcome.remaining = after
      outcome.rounds += 1
    }
    return outcome
  }

  /// How often a reader could not read on.
  private static func unreadable(_ findings: [LintFinding]) -> Int {
    findings.count { $0.rule.hasPrefix("AK01") && $0.severity == .error }
  }

  /// Whether all edits lie in the file and none meets another.
  private static func isSound(_ fix: Fix, in bytes: [UInt8]) -> Bool {
    let edits = fix.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let last = edits.last, last.range.upperBound <= bytes.count else { return false }
    return edits.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count }
      && !zip(edits, edits.dropFirst()).contains { meet($0, $1) }
  }

  /// Whether two edits share bytes or start at the same one: their order would decide.
  private static func meet(_ left: Fix.Edit, _ right: Fix.Edit) -> Bool {
    left.range.lowerBound == right.range.lowerBound
      || (left.range.lowerBound < right.range.upperBound
        && right.range.lowerBound < left.range.upperBound)
  }
}
