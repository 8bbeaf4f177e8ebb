import AktsamLint
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct FixApplierTests {
  private static func finding(_ edits: [Fix.Edit], isSafe: Bool = true) -> LintFinding {
    LintFinding(
      rule: "AK1001", name: "x", severity: .error, message: "m",
      place: Place(
        path: "a", segments: edits.map(\.range), line: 1, column: 1, endLine: 1, endColumn: 1),
      fix: Fix("f", edits, isSafe: isSafe))
  }

  private static func apply(_ fixes: [LintFinding], unsafe: Bool = false) -> (String, Int, Int) {
    let round = FixApplier.apply(fixes, to: Array("0123456789".utf8), unsafe: unsafe)
    return (
      String(decoding: round.bytes, as: UTF8.self), round.applied.count, round.waiting.count
    )
  }

  @Test func editsAreCarriedOut() {
    #expect(
      Self.apply([Self.finding([.init(8..<9, "")]), Self.finding([.init(1..<3, "ab c")])])
        == ("0ab c345679", 2, 0))
    #expect(
      Self.apply([Self.finding([.init(0..<0, "x"), .init(10..<10, "y")])])
        == ("x0123456789y", 1, 0))
  }

  @Test func ofTwoThatMeetTheFirstWins() {
    #expect(
      Self.apply([Self.finding([.init(1..<4, "a")]), Self.finding([.init(3..<5, "b")])])
        == ("0a456789", 1, 1))
    #expect(
      Self.apply([Self.finding([.init(1..<4, "a")]), Self.finding([.init(4..<5, "b")])])
        == ("0ab56789", 2, 0))
    #expect(
      Self.apply([Self.finding([.init(1..<1, "a")]), Self.finding([.init(1..<1, "b")])])
        == ("0a123456789", 1, 1))
  }

  @Test func sameEditCountsOnce() {
    #expect(
      Self.apply([Self.finding([.init(1..<2, "a")]), Self.finding([.init(1..<2, "a")])])
        == ("0a23456789", 2, 0))
  }

  @Test func unsafeOnlyWhenAskedFor() {
    let fix = Self.finding([.init(1..<2, "a")], isSafe: false)
    #expect(Self.apply([fix]) == ("0123456789", 0, 0))
    #expect(Self.apply([fix], unsafe: true) == ("0a23456789", 1, 0))
  }

  /// A fix that is not sound is left alone as a whole.
  @Test func unsoundFixesAreLeft() {
    #expect(
      Self.apply([
        Self.finding([.init(1..<2, "a"), .init(9..<11, "b")]),
        Self.finding([.init(3..<6, "a"), .init(5..<7, "b")]), Self.finding([]),
      ]) == ("0123456789", 0, 0))
  }

  /// Bytes outside the ranges of the applied edits never change, whatever the edits.
  @Test func restStaysAsItIs() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let findings = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        Self.finding(
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let start = Int.random(in: 0...count, using: &random)
            let end = Int.random(in: start...(count + 1), using: &random)
            return Fix.Edit(start..<end, ["", "x", "åäö"].randomElement(using: &random) ?? "")
          })
      }
      let round = FixApplier.apply(findings, to: bytes)
      // Independent of the applier: cut at the edits, and look for what is left in its order.
      let unique = Set(round.applied.flatMap { $0.fix?.edits ?? [] })
      let edits = unique.sorted { $0.range.lowerBound < $1.range.lowerBound }
      var at = 0
      var last = 0
      for edit in edits {
        let kept = bytes[last..<edit.range.lowerBound]
        #expect(round.bytes[at...].prefix(kept.count).elementsEqual(kept))
        at += kept.count
        #expect(round.bytes[at...].starts(with: edit.replacement.utf8))
        at += edit.replacement.utf8.count
        last = edit.range.upperBound
      }
      #expect(round.bytes[at...].elementsEqual(bytes[last...]))
    }
  }

  @Test func roundsEndWhenNothingIsLeft() throws {
    let text = LintFixture.questionnaire(
      "<?aktsam ignore AK1002 reason='r'?>", condition: "q1")
    let outcome = FixApplier.run(Array(text.utf8)) { bytes in
      let run = try? LintFixture.run(["a.xml": String(decoding: bytes, as: UTF8.self)])
      return run?.findings ?? []
    }
    #expect(outcome.rounds == 1 && outcome.remaining.isEmpty && !outcome.wasTakenBack)
    #expect(
      String(decoding: outcome.bytes, as: UTF8.self)
        == LintFixture.questionnaire("@", condition: "q1").replacing("    @\n", with: ""))
  }

  /// Two rules that undo each other's work do not go on for ever.
  @Test func roundsAreBounded() {
    let outcome = FixApplier.run(Array("a".utf8), mostRounds: 7) { bytes in
      [Self.finding([.init(0..<1, bytes == Array("a".utf8) ? "b" : "a")])]
    }
    #expect(outcome.rounds == 7)
  }

  /// A fix after which the file cannot be read is taken back.
  @Test func harmIsTakenBack() {
    let outcome = FixApplier.run(Array("<a/>".utf8)) { bytes in
      if bytes == Array("<a/>".utf8) { return [Self.finding([.init(3..<4, "")])] }
      return [
        LintFinding(
          rule: "AK0101", name: "", severity: .error, message: "m",
          place: Place(path: "a", segments: [], line: 1, column: 1, endLine: 1, endColumn: 1))
      ]
    }
    #expect(outcome.wasTakenBack && outcome.bytes == Array("<a/>".utf8))
    #expect(outcome.applied.isEmpty)
  }
}
