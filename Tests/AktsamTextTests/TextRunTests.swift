import AktsamText
import Testing

@Suite struct TextRunTests {
  /// `ab` at 10, `&` from `&amp;` at 12, `cd` at 17, a break put in, `ef` at 30.
  private let runs = [
    TextRun(text: 0, textLength: 2, source: 10, sourceLength: 2),
    TextRun(text: 2, textLength: 1, source: 12, sourceLength: 5),
    TextRun(text: 3, textLength: 2, source: 17, sourceLength: 2),
    TextRun(text: 5, textLength: 1, source: 25, sourceLength: 0),
    TextRun(text: 6, textLength: 2, source: 30, sourceLength: 2),
  ]

  @Test(arguments: [
    (0..<8, [10..<19, 30..<32]), (1..<2, [11..<12]), (1..<3, [11..<17]), (2..<3, [12..<17]),
    (4..<7, [18..<19, 30..<31]), (5..<6, []), (3..<3, []), (7..<20, [31..<32]),
  ])
  func rangesAreTracedToTheSource(range: Range<Int>, expected: [Range<Int>]) {
    #expect(sourceRanges(of: range, in: runs) == expected)
  }

  @Test func twoRunsOverOneSourceGiveItOnce() {
    let runs = [
      TextRun(text: 0, textLength: 1, source: 5, sourceLength: 4),
      TextRun(text: 1, textLength: 3, source: 5, sourceLength: 4),
    ]
    #expect(sourceRanges(of: 0..<4, in: runs) == [5..<9])
    #expect(sourceRanges(of: 2..<3, in: runs) == [5..<9])
  }
}
