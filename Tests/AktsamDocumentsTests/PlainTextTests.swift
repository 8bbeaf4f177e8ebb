import AktsamDocuments
import AktsamText
import Testing

@Suite struct PlainTextTests {
  private func lines(_ text: String, role: DocumentRole? = nil) -> [String] {
    OwnFixture.lines(OwnFixture.read(text, path: "a.txt", role: role))
  }

  @Test func paragraphsArePartedByBlankLines() {
    #expect(lines("One\ntwo.\n\n\nThree.\n") == ["0 paragraph: One two.", "1 paragraph: Three."])
    #expect(lines("One.\r\n\r\nTwo.\r\n") == ["0 paragraph: One.", "1 paragraph: Two."])
    #expect(lines("\u{FEFF}One.") == ["0 paragraph: One."])
  }

  @Test func placesAreTheBytesOfTheFile() {
    let document = OwnFixture.read("\u{FEFF}Åär.\r\n\r\n - é\r\n   b\r\n", path: "a.txt")
    #expect(document.format == "text")
    #expect(document.blocks.map { OwnFixture.source(document, $0) } == ["Åär.", "é\r\n   b"])
    let block = document.blocks[1]
    let place = document.place(of: block.text, element: block.element)
    #expect([place.line, place.column, place.endLine, place.endColumn] == [3, 4, 4, 5])
    #expect(place.element.isEmpty)
  }

  @Test func markdownHeadingsAndListsAreRead() {
    #expect(
      lines("# Policy\n\nWe map:\n- tiers\n- mines\n  and smelters\n\nNext.\n\n## 2 More ##\nText.")
        == [
          "0 heading: Policy", "1 paragraph: We map:", "1 list-item: tiers",
          "1 list-item: mines and smelters", "2 paragraph: Next.", "3 heading 2: More",
          "3 paragraph 2: Text.",
        ])
    #expect(
      lines("Title\n=====\n\nText.") == ["0 heading: Title", "1 paragraph: Text."])
  }

  @Test func numberedClausesAreGroups() {
    #expect(
      lines(
        """
        2 Human rights

        2.1 The supplier shall map.
        It shall report.

        More on 2.1.

        2.2 The supplier shall:
        a) audit,
        b) remedy.

        3. Law

        3.1 Swedish law applies.
        """) == [
          "0 heading 2: Human rights", "1 paragraph 2.1: The supplier shall map. It shall report.",
          "1 paragraph 2.1: More on 2.1.", "2 paragraph 2.2: The supplier shall:",
          "2 list-item 2.2 a: audit,", "2 list-item 2.2 b: remedy.", "3 heading 3: Law",
          "4 paragraph 3.1: Swedish law applies.",
        ])
  }

  @Test func clausesBelowALeadInJoinIt() {
    #expect(
      lines("4.2 The supplier shall:\n\n4.2.1 map\n\n4.2.2 report\n\n4.3 Other duties apply.")
        == [
          "0 paragraph 4.2: The supplier shall:", "0 paragraph 4.2.1: map",
          "0 paragraph 4.2.2: report", "1 paragraph 4.3: Other duties apply.",
        ])
  }

  @Test(arguments: [
    ("Human rights policy\n\nText.", true), ("We have no policy\n\nText.", false),
    ("Ja\n\nText.", false), ("Only line", false), ("A sentence.\n\nText.", false),
    ("12 Reporting\n\nText.", true), ("2024 was a year\n\nText.", false),
  ])
  func aShortLineHeadsWhatFollows(text: String, isHeading: Bool) {
    let document = OwnFixture.read(text, path: "a.txt")
    #expect((document.blocks.first?.kind == .heading) == isHeading)
  }

  @Test func amountsAndYearsAreNoNumbers() {
    #expect(
      lines("2.5 million people.\n\n2024. A year.\n\ni.e. this.").allSatisfy {
        $0.contains("paragraph: ")
      })
  }

  @Test func rowsOfAMarkdownTableCarryTheirColumns() {
    let document = OwnFixture.read("| Site | Tier |\n|---|:-:|\n| A | 2 |\n| B |", path: "a.md")
    #expect(
      OwnFixture.lines(document) == [
        "0 caption: Site", "0 caption: Tier", "1 table-cell: A", "1 table-cell: 2",
        "2 table-cell: B",
      ])
    #expect(document.blocks.suffix(3).map(\.label) == ["Site", "Tier", "Site"])
  }

  @Test func aDeclaredResponseHasQuestionsAndAnswers() {
    let document = OwnFixture.read(
      "2.1 Have you mapped?\n\nYes, we have.\n\nEvery year.\n\n2.2 Do you audit?\n", path: "a.txt",
      role: .response)
    #expect(
      OwnFixture.lines(document) == [
        "0 question 2.1: Have you mapped?", "0 answer 2.1: Yes, we have.",
        "0 answer 2.1: Every year.", "1 question 2.2: Do you audit?",
      ])
    #expect(document.questions.map(\.id) == ["2.1", "2.2"])
    #expect(document.questions.map(\.state) == [.answered, .unanswered])
  }

  @Test func noInputTraps() {
    let pieces = ["#", " ", "\n", "|", "-", "1.", "1.2", "(", ")", "§", "a)", "å", "?", ":", "```"]
    var seed: UInt64 = 1
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      for role in [DocumentRole.tender, .response] {
        let document = OwnFixture.read(text, path: "a.txt", role: role)
        #expect(document.blocks.allSatisfy { !$0.text.isEmpty })
        #expect(document.blocks.map(\.group) == document.blocks.map(\.group).sorted())
      }
    }
  }
}
