import AktsamDocuments
import AktsamText
import Testing

@Suite struct OpenDocumentFormTests {
  private func lines(_ document: Document) -> [String] {
    document.blocks.map {
      "\($0.question) \($0.kind.name): \(document.string($0.text)) [\($0.label)]"
    }
  }

  private func row(_ cells: String...) -> String {
    "<table:table-row>"
      + cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined()
      + "</table:table-row>"
  }

  private func check(_ document: Document, sourceLocation: SourceLocation = #_sourceLocation) {
    let faults = DocumentCheck.faults(document, parts: ["": document.source.bytes])
    #expect(faults == [], sourceLocation: sourceLocation)
  }

  @Test func aTableWithHeadingsPairsQuestionsAndAnswers() {
    let document = OpenDocumentFixture.read(
      "<table:table>" + row("Nr", "Fråga", "Svar", "Kommentar")
        + row("2.1", "Hur kartlägger ni leden", "Årligen.", "Se bilaga.")
        + row("2.2", "Beskriv er rapportering", "", "") + "</table:table><text:p>Slut.</text:p>")
    #expect(document.role == .response)
    #expect(
      lines(document) == [
        "-1 caption: Nr []", "-1 caption: Fråga []", "-1 caption: Svar []",
        "-1 caption: Kommentar []", "0 question: Hur kartlägger ni leden []",
        "0 answer: Årligen. [Hur kartlägger ni leden]",
        "0 answer: Se bilaga. [Hur kartlägger ni leden (Kommentar)]",
        "1 question: Beskriv er rapportering []", "-1 paragraph: Slut. []",
      ])
    #expect(document.questions.map(\.id) == ["2.1", "2.2"])
    #expect(document.questions.map(\.state) == [.answered, .unanswered])
    #expect(document.blocks.map(\.group) == [0, 0, 0, 0, 1, 1, 1, 2, 3])
    check(document)
  }

  @Test func questionMarksPairWithoutHeadings() {
    let document = OpenDocumentFixture.read(
      "<table:table>" + row("1", "Do you audit?", "Yes") + row("Who decides?")
        + row("The board decides.") + row("Site", "Oslo") + row("Beskriv er plan.", "Vi har ingen.")
        + "</table:table>")
    #expect(
      lines(document) == [
        "0 question: Do you audit? []", "0 answer: Yes [Do you audit?]",
        "1 question: Who decides? []", "1 answer: The board decides. [Who decides?]",
        "-1 table-cell: Site []", "-1 table-cell: Oslo []",
        "2 question: Beskriv er plan. []", "2 answer: Vi har ingen. [Beskriv er plan.]",
      ])
    #expect(document.questions[0].value == .yes)
    #expect(document.questions[0].kind == .yesNo)
    #expect(document.questions[0].valueBlock == 1)
  }

  @Test func boxesAreTickedInTheirCells() {
    let document = OpenDocumentFixture.read(
      "<table:table>" + row("Har dere rutiner?", "☒ Ja ☐ Nei") + row("Annet?", "Ja ☐ Nei ☒")
        + "</table:table><text:p>Er planen vedtatt? ☐ Ja ☐ Nei</text:p>")
    #expect(
      lines(document) == [
        "0 question: Har dere rutiner? []", "0 answer: Ja [Har dere rutiner?]",
        "0 caption: Nei [Har dere rutiner?]", "1 question: Annet? []",
        "1 caption: Ja [Annet?]", "1 answer: Nei [Annet?]",
        "2 question: Er planen vedtatt? []", "2 caption: Ja [Er planen vedtatt?]",
        "2 caption: Nei [Er planen vedtatt?]",
      ])
    #expect(document.questions.map(\.value) == [.yes, .no, nil])
    #expect(document.questions.map(\.state) == [.answered, .answered, .unanswered])
    check(document)
  }

  @Test func spannedAndCoveredCellsKeepTheirColumns() {
    let document = OpenDocumentFixture.read(
      """
      <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Factory</text:p>
      </table:table-cell><table:table-cell><text:p>Tier</text:p></table:table-cell><table:table-cell>
      <text:p>Audit</text:p></table:table-cell></table:table-row></table:table-header-rows>
      <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Oslo</text:p>
      </table:table-cell><table:covered-table-cell/><table:table-cell><text:p>2025</text:p>
      </table:table-cell></table:table-row><table:table-row><table:table-cell
      table:number-columns-repeated="2"/><table:table-cell><text:p>2024</text:p><text:p>2023</text:p>
      </table:table-cell></table:table-row></table:table>
      """)
    #expect(
      lines(document) == [
        "-1 caption: Factory []", "-1 caption: Tier []", "-1 caption: Audit []",
        "-1 table-cell: Oslo [Factory]", "-1 table-cell: 2025 [Audit]",
        "-1 table-cell: 2024 [Audit]", "-1 table-cell: 2023 [Audit]",
      ])
    #expect(document.questions.isEmpty)
  }

  @Test func formControlsAreAnswers() {
    let document = OpenDocumentFixture.read(
      """
      <office:forms><form:form>
      <form:text form:id="c1" form:name="Text 1" form:current-value="Vi kontrollerar ledet."/>
      <form:checkbox form:id="c2" form:name="k1" form:label="Yes" form:current-state="checked"/>
      <form:checkbox form:id="c3" form:name="k2" form:label="No" form:state="unchecked"/>
      <form:listbox form:id="c4" form:name="l" form:title="How often">
      <form:option form:label="Monthly"/><form:option form:label="Yearly" form:current-selected="true"/>
      </form:listbox>
      <form:fixed-text form:id="f" form:for="c5" form:label="Who is responsible"/>
      <form:textarea form:id="c5" form:name="t"/><form:button form:id="b" form:label="Send"/>
      </form:form></office:forms>
      <text:p>Hur följer ni upp? <draw:control draw:control="c1"/></text:p>
      <text:p>Do you audit? <draw:control draw:control="c2"/><draw:control draw:control="c3"/></text:p>
      """)
    #expect(
      lines(document) == [
        "0 question: Hur följer ni upp? []",
        "0 answer: Vi kontrollerar ledet. [Hur följer ni upp?]",
        "1 question: Do you audit? []", "1 answer: Yes [Do you audit?]",
        "1 caption: No [Do you audit?]", "2 question: How often []", "2 answer: Yearly [How often]",
        "3 question: Who is responsible []",
      ])
    #expect(
      document.questions.map(\.state) == [.answered, .answered, .answered, .unanswered])
    #expect(document.questions[1].value == .yes)
    #expect(document.role == .response)
    check(document)
  }

  @Test func contentControlsAreFilledIn() {
    let document = OpenDocumentFixture.read(
      """
      <text:p>Ansvarig: <loext:content-control>Hållbarhetschefen</loext:content-control></text:p>
      <text:p>Sedan: <loext:content-control loext:showing-place-holder="true">Klicka här
      </loext:content-control></text:p>
      <text:p><loext:content-control loext:alias="Describe your mapping">We map
      yearly.</loext:content-control></text:p>
      <text:p>We, <text:text-input text:description="name">Example Ltd</text:text-input>, agree.</text:p>
      """)
    #expect(
      lines(document) == [
        "0 question: Ansvarig: []", "0 answer: Hållbarhetschefen [Ansvarig:]",
        "1 question: Sedan: []", "2 question: Describe your mapping []",
        "2 answer: We map\nyearly. [Describe your mapping]",
        "-1 paragraph: We, Example Ltd, agree. []",
      ])
    #expect(document.questions.map(\.state) == [.answered, .unanswered, .answered])
  }

  @Test func anEmptyFormIsAQuestionnaire() {
    let document = OpenDocumentFixture.read(
      "<table:table>" + row("Question", "Answer") + row("Do you map", "") + "</table:table>")
    #expect(document.role == .questionnaire)
    #expect(document.questions.map(\.label) == ["Do you map"])
  }
}
