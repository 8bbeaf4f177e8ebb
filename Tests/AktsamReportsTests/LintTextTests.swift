import AktsamText
import Testing

@testable import AktsamReports

/// The report for a terminal: carets, colours, what is counted.
@Suite struct LintTextTests {
  /// Returns the line and the carets below it, without blanks at the end.
  private func marked(
    _ text: String, _ columns: Range<Int>, firstColumn: Int = 1, width: Int = 40
  ) -> [String] {
    let line = MarkedLine(
      LintItem.Excerpt(text, columns: columns, firstColumn: firstColumn), width: width)
    return [line.line, line.carets]
  }

  @Test func caretsStandBelowTheRange() {
    #expect(marked("one two", 5..<8) == ["one two", "    ^^^"])
    #expect(marked("one", 1..<2) == ["one", "^"])
  }

  @Test func anEmptyRangeHasOneCaret() {
    #expect(marked("one", 2..<2) == ["one", " ^"])
    #expect(marked("one", 4..<4) == ["one", "   ^"])
    #expect(marked("", 1..<1) == ["", "^"])
  }

  @Test func columnsCountScalars() {
    // A letter of two scalars takes one place, a wide one two.
    #expect(marked("e\u{301}x", 3..<4) == ["e\u{301}x", " ^"])
    #expect(marked("e\u{301}x", 1..<3) == ["e\u{301}x", "^"])
    #expect(marked("漢字x", 2..<3) == ["漢字x", "  ^^"])
    #expect(marked("漢字x", 3..<4) == ["漢字x", "    ^"])
    #expect(marked("👩‍👩‍👧x", 6..<7) == ["👩‍👩‍👧x", "  ^"])
    #expect(marked("🇸🇪 å", 4..<5) == ["🇸🇪 å", "   ^"])
    #expect(marked("한\u{1112}\u{1161}\u{11AB}x", 5..<6) == ["한\u{1112}\u{1161}\u{11AB}x", "    ^"])
  }

  @Test func tabsAreFilledUp() {
    #expect(marked("\tx", 2..<3) == ["    x", "    ^"])
    #expect(marked("ab\tx", 3..<4) == ["ab  x", "  ^^"])
    #expect(marked("漢\tx", 3..<4) == ["漢  x", "    ^"])
  }

  @Test func nothingSteersTheTerminal() {
    #expect(marked("a\u{1B}[2Jb\u{202E}c", 6..<7) == ["a\u{FFFD}[2Jb\u{FFFD}c", "     ^"])
    #expect(marked("a\rb", 3..<4) == ["a\u{FFFD}b", "  ^"])
  }

  @Test func longLinesShowWhatIsMarked() {
    let text = String(repeating: "a", count: 100) + "HERE" + String(repeating: "b", count: 100)
    let long = marked(text, 101..<105)
    #expect(
      long[0] == "…" + String(repeating: "a", count: 13) + "HERE"
        + String(repeating: "b", count: 22) + "…")
    #expect(long[1] == String(repeating: " ", count: 14) + "^^^^")
    // A range that is longer than the line is marked as far as it is shown.
    let all = marked(text, 1..<205, width: 10)
    #expect(all == ["aaaaaaaaaa…", "^^^^^^^^^^"])
  }

  @Test func aLineThatWasCutSaysSo() {
    #expect(marked("two", 105..<108, firstColumn: 105) == ["…two", " ^^^"])
  }

  /// Whatever the columns are, nothing traps and at least one caret is shown.
  @Test(arguments: [
    (-5)..<(-1), 0..<0, 90..<99, 3..<99, Int.min..<Int.min, Int.max..<Int.max, 1..<Int.max,
  ])
  func columnsMayBeWrong(columns: Range<Int>) {
    #expect(marked("one\ttwo", columns)[1].hasSuffix("^"))
  }

  // MARK: - Report

  @Test func onlyWhatCountsIsShown() {
    let text = LintFixture.text(.text)
    #expect(text.contains("refer to \"q1\""))
    #expect(!text.contains("another long question"))
    #expect(!text.contains("not wanted"))
    #expect(
      text.hasSuffix(
        """
        2 errors, 3 warnings, 1 note in 5 files; 4 fixable (1 to be checked); 2 suppressed; \
        1 in the baseline; 3 of the baseline fixed; 1 of 5 files could not be read

        """))
  }

  @Test func coloursOnlyWhenWanted() {
    let plain = LintFixture.text(.text)
    let coloured = LintFixture.text(.text, LintFixture.report, LintTextOptions(colour: true))
    #expect(coloured.contains("\u{1B}[31merror\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[33mwarning\u{1B}[0m"))
    // Without the sequences it is the same text.
    var rest = coloured[...]
    var stripped = ""
    while let escape = rest.firstIndex(of: "\u{1B}") {
      stripped += rest[..<escape]
      rest = rest[escape...]
      rest = rest[(rest.firstIndex(of: "m").map { rest.index(after: $0) } ?? rest.endIndex)...]
    }
    #expect(stripped + rest == plain)
  }

  @Test func linesMayBeLeftOut() {
    let text = LintFixture.text(
      .text, LintFixture.report([LintFixture.dangling]), LintTextOptions(showsLines: false))
    #expect(!text.contains("^"))
    #expect(
      text.hasPrefix(
        "frågor/a b,c.xml:3:23: error AK1001 no question has the id \"q9\", which is 100 % "
          + "<needed>; ask @someone | a, b: c [dangling-question-reference]\n"))
  }

  @Test func statisticsCountByRule() {
    let statistics = LintStatistics(LintFixture.report)
    #expect(
      statistics.rows.map { "\($0.rule) \($0.count) \($0.fixable)" } == [
        "AK1002 3 3", "AK0106 1 0", "AK1001 1 1", "AK1901 1 0",
      ])
    #expect(statistics.count == 6)
  }
}
