import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

@Suite struct MarkdownTests {
  private func lines(_ text: String, role: DocumentRole? = nil) -> [String] {
    OwnFixture.lines(OwnFixture.read(text, path: "a.md", role: role))
  }

  @Test func headingsParagraphsAndQuotations() {
    let text = """
      ---
      lang: sv
      date: 2026-03-02
      ---
      Policy för *människor*
      ======================

      Vi kartlägger
      hela kedjan.

      ## 2 Risker ##
      > Citat på
      > två rader.

      ***
      2.1 Leverantören ska kartlägga.
      2.2 Leverantören ska
      rapportera.
      """
    let document = OwnFixture.read(text, path: "a.md")
    #expect(document.format == "markdown")
    #expect(document.language == "sv" && document.date == "2026-03-02")
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: Policy för människor", "1 paragraph: Vi kartlägger hela kedjan.",
        "2 heading 2: Risker", "2 paragraph 2: Citat på två rader.",
        "3 paragraph 2.1: Leverantören ska kartlägga.",
        "4 paragraph 2.2: Leverantören ska rapportera.",
      ])
    #expect(OwnFixture.source(document, document.blocks[0]) == "Policy för |människor")
    #expect(OwnFixture.source(document, document.blocks[3]) == "Citat på\n|två rader.")
  }

  @Test func listsAreReadWithTheirLeadIn() {
    #expect(
      lines(
        "# A\n\nWe map:\n- tiers\n  and mines\n  1. one\n  2. two\n\n  More on two.\n\nOutside.")
        == [
          "0 heading: A", "1 paragraph: We map:", "1 list-item: tiers and mines",
          "1 list-item 1: one", "1 list-item 2: two", "1 list-item: More on two.",
          "2 paragraph: Outside.",
        ])
    #expect(
      lines("1. The supplier shall map.\n\n2. The supplier shall report.\n   - yearly\n") == [
        "0 paragraph 1: The supplier shall map.", "1 paragraph 2: The supplier shall report.",
        "1 list-item 2: yearly",
      ])
    #expect(
      lines("Steps:\n\n1. map\n2. report\n") == [
        "0 paragraph: Steps:", "0 list-item 1: map", "0 list-item 2: report",
      ])
  }

  @Test(arguments: [
    ("We **map** *all* __tiers__ and ~~some~~ mines.", "We map all tiers and some mines."),
    (
      "See [our policy](https://a.example/x_(y) \"T\") and [the code][c].\n\n[c]: https://b.example",
      "See our policy and the code."
    ),
    (
      "A ![logo](l.png) picture, <b>bold</b><br>and <https://c.example>.",
      "A picture, bold and https://c.example."
    ),
    (
      "5 * 3 * 2, a_b_c, \\*star\\*, `*code*`, &aring; &amp AT&T [x].",
      "5 * 3 * 2, a_b_c, *star*, *code*, å &amp AT&T [x]."
    ),
    ("***Both*** and **half and [open](.", "Both and **half and [open](."),
    ("A note[^1] and <!-- no --> text \\\nhere.", "A note and text here."),
  ])
  func marksAreNoPartOfTheText(text: String, plain: String) {
    #expect(lines(text).first == "0 paragraph: \(plain)")
  }

  @Test func tablesCodeAndComments() {
    let document = OwnFixture.read(
      """
      # Sites
      <!-- not
      read -->
      Site | **Tier**
      -----|:---:
      A \\| B | 2
      C | `3`

      ```
      The supplier shall map.
      ```
      ~~~
      Left open.
      """, path: "a.txt")
    #expect(document.format == "markdown")
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: Sites", "1 caption: Site", "1 caption: Tier", "2 table-cell: A | B",
        "2 table-cell: 2", "3 table-cell: C", "3 table-cell: 3",
        "4 caption: The supplier shall map.", "5 paragraph: Left open.",
      ])
    #expect(document.blocks[3...6].map(\.label) == ["Site", "Tier", "Site", "Tier"])
    #expect(OwnFixture.rules(document) == ["AK0340"])
  }

  @Test func tickedBoxesAreAnswers() {
    let document = OwnFixture.read(
      """
      ## 3.1 Audits

      We audit our suppliers:

      - [x] every year
      - [ ] never
      - [X] after **incidents**

      Do you pay back fees?

      - [ ] Yes
      - [x] No

      Which mines do you trace?

      - [ ] all
      """, path: "svar.md")
    #expect(document.role == .response && document.roleOrigin == .inferred)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 3.1: Audits", "0 question 3.1: We audit our suppliers:",
        "0 answer 3.1: every year", "0 caption 3.1: never", "0 answer 3.1: after incidents",
        "1 question 3.1: Do you pay back fees?", "1 caption 3.1: Yes", "1 answer 3.1: No",
        "2 question 3.1: Which mines do you trace?", "2 caption 3.1: all",
      ])
    #expect(document.questions.map(\.state) == [.answered, .answered, .unanswered])
    #expect(document.questions.map(\.written) == ["every year, after incidents", "No", ""])
    #expect(document.questions[1].value == .no)
    #expect(document.blocks[4].label == "We audit our suppliers:")
  }

  @Test func questionsInHeadingsOfAResponse() {
    let document = OwnFixture.read(
      "**2.1 Have you mapped?**\n\n> Yes, _we have_.\n\n2.2 Do you audit?", path: "a.markdown",
      role: .response)
    #expect(
      OwnFixture.lines(document) == [
        "0 question 2.1: Have you mapped?", "0 answer 2.1: Yes, we have.",
        "1 question 2.2: Do you audit?",
      ])
    #expect(document.questions.map(\.state) == [.answered, .unanswered])
  }

  @Test(arguments: [
    ("a.txt", "text"), ("a.MD", "markdown"), ("-", "text"),
  ])
  func theNameTells(path: String, format: String) {
    #expect(OwnFixture.read("No heading here.\n\nMore.", path: path).format == format)
  }

  @Test func noInputTrapsAndEveryRunIsTraced() {
    let pieces = [
      "# ", "- ", "* ", "1. ", "1.2 ", "> ", "[x] ", "- [x] ", "- [ ] ", "|", "-|-", "\n", "\n\n",
      "\r\n", "```", "~~~", "**", "_", "`", "[", "](", ")", "![", "]", "[^1]", "<b>", "<br>",
      "<!--",
      "-->", "&amp;", "&#229;", "\\", "åäö", "text ", "?", ":", "    ", "\t", "---", "===", "§ 7 ",
    ]
    var random = SeededRandom(seed: 7)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<(1 + random.below(24)) { text += pieces[random.below(pieces.count)] }
      let document = OwnFixture.read(text, path: "a.md")
      var end = 0
      for run in document.runs {
        #expect(Int(run.text) == end)
        end += Int(run.textLength)
        let source = document.source.bytes[Int(run.source)..<Int(run.source + run.sourceLength)]
        let read = document.text[Int(run.text)..<end]
        if Array(source) != Array(read) {
          let known =
            ["&amp;": "&", "&#229;": "å"][String(decoding: source, as: UTF8.self)] ?? "\n"
          #expect(String(decoding: read, as: UTF8.self) == known)
        }
      }
      #expect(end == document.text.count)
      #expect(document.blocks.allSatisfy { !$0.text.isEmpty })
      #expect(document.blocks.map(\.group) == document.blocks.map(\.group).sorted())
    }
  }

  @Test(.enabled(if: TestFiles.shared("corpus") != nil, "the corpus is not here"))
  func everyCellOfARealTableIsRead() throws {
    let file = try #require(TestFiles.shared("corpus/PROVENANCE.md"))
    let bytes = Array(try Data(contentsOf: file))
    let document = OwnFixture.read(bytes: bytes, path: "PROVENANCE.md")
    #expect(document.format == "markdown" && document.isComplete && document.questions.isEmpty)
    // The cells by a count of the bars alone; no cell of this file holds one.
    let rows = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
      .filter { $0.hasPrefix("|") && !$0.hasPrefix("|--") && !$0.hasPrefix("| --") }
    let cells = rows.flatMap { $0.components(separatedBy: "|").dropFirst().dropLast() }
      .filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
    let read = document.blocks.filter { $0.kind == .caption || $0.kind == .tableCell }
    #expect(read.count == cells.count && rows.count > 50)
    for block in document.blocks {
      #expect(!document.string(block.text).contains("**"))
      #expect(!document.segments(of: block.text).isEmpty)
    }
  }

  /// A comment at the start does not make markup of a text.
  @Test(arguments: [
    ("<!-- owner: procurement -->\n# Terms\n\nText.", "markdown"),
    ("\n<!-- a --> <!-- b -->\nText.", "markdown"), ("<!-- a --><x/>", "prose"),
    ("<!-- a -->", "prose"), ("<!-- a", "prose"),
  ])
  func commentsComeFirst(text: String, format: String) {
    #expect(DocumentReader.read(Array(text.utf8), path: "a.md").format == format)
  }
}
