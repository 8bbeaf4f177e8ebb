import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct WorkbookTests {
  private func lines(_ document: Document) -> [String] {
    document.blocks.map { block in
      let number = block.number.isEmpty ? "" : " \(block.number)"
      let text = document.string(block.text)
      return "\(block.group) \(block.kind.name)\(number): \(text) [\(block.label)]"
    }
  }

  private func read(
    _ workbook: WorkbookFixture, mapping: ColumnMapping? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Document {
    let document = DocumentReader.read(
      workbook.bytes, path: "a.xlsx", options: ReadingOptions(columns: mapping))
    #expect(document.format == "xlsx", sourceLocation: sourceLocation)
    return document
  }

  private func check(
    _ document: Document, _ workbook: WorkbookFixture,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      DocumentCheck.faults(document, parts: workbook.parts) == [],
      sourceLocation: sourceLocation)
  }

  private func mapping(_ text: String) -> ColumnMapping {
    ColumnMapping(csv: Array(text.utf8), path: "columns.csv")
  }

  @Test func aQuestionnairePairsItsColumns() throws {
    var workbook = WorkbookFixture()
    workbook.add(
      "Frågor",
      [
        ["Självskattning", "", "", ""], [],
        ["Nr", "Fråga", "Leverantörens svar (Ja/Nej)", "Kommentar", "Underlag"],
        ["2", "Risker", "", ""],
        ["2.1", "Kartlägger ni leden?", "Ja", "Årligen &amp; i tre led.", "https://example.org/a"],
        ["2.2", "Har ni en plan?", "", ""],
      ])
    let document = read(workbook)
    #expect(document.role == .response)
    #expect(document.date == "2026-03-04")
    #expect(
      lines(document) == [
        "0 heading: Frågor []", "1 caption: Självskattning [Frågor!A1]",
        "2 caption: Nr [Frågor!A3]", "2 caption: Fråga [Frågor!B3]",
        "2 caption: Leverantörens svar (Ja/Nej) [Frågor!C3]", "2 caption: Kommentar [Frågor!D3]",
        "2 caption: Underlag [Frågor!E3]", "3 question 2: Risker [Frågor!B4]",
        "4 question 2.1: Kartlägger ni leden? [Frågor!B5]",
        "4 answer 2.1: Ja [Frågor!C5: Kartlägger ni leden?]",
        "4 answer 2.1: Årligen & i tre led. [Frågor!D5: Kartlägger ni leden? (Kommentar)]",
        "4 answer 2.1: https://example.org/a [Frågor!E5: Kartlägger ni leden? (Underlag)]",
        "5 question 2.2: Har ni en plan? [Frågor!B6]",
      ])
    let question = try #require(document.questions.first { $0.id == "2.1" })
    #expect(question.value == .yes)
    #expect(question.kind == .yesNo)
    #expect(question.evidence.map(\.location) == ["https://example.org/a"])
    #expect(document.questions.map(\.state) == [.notAsked, .answered, .unanswered])
    check(document, workbook)
    let block = document.blocks[10]
    let place = document.place(of: block.text, element: block.element)
    #expect(place.part == "xl/sharedStrings.xml")
    #expect(place.element.hasPrefix("/sst[1]/si["))
    #expect(document.segments(of: block.text) == place.segments)
  }

  @Test(arguments: [
    ["No.", "Question", "Answer", "Comment"], ["ID", "Requirement", "Response", "Evidence"],
    ["Nr.", "Spørsmål", "Svar", "Dokumentasjon"], ["#", "Krav", "Svar på krav", "Kommentar"],
    ["Question no", "Criterion", "Supplier response (yes/no)", "Comment to the answer"],
  ])
  func headingsAreKnownInEachLanguage(headings: [String]) {
    var workbook = WorkbookFixture()
    workbook.add("S", [headings, ["7", "Audits", "Yearly.", "See annex."]])
    let document = read(workbook)
    #expect(
      document.blocks.suffix(3).map { "\($0.kind.name) \($0.number)" } == [
        "question 7", "answer 7", "answer 7",
      ])
    #expect(document.questions.map(\.label) == ["Audits"])
    #expect(document.blocks.last?.label.hasSuffix("(\(headings[3]))") == true)
  }

  @Test func aMarkStandsForTheColumnItIsIn() {
    var workbook = WorkbookFixture()
    workbook.add(
      "S",
      [
        ["Nr", "Påstående", "Ja", "Nej", "Motivering"],
        ["1", "Vi kartlägger leden", "x", "", "Årligen."],
        ["2", "Vi granskar fabriker", "", "X", ""], ["3", "Vi har en plan", "", "", ""],
      ])
    let document = read(workbook)
    #expect(document.questions.map(\.value) == [.yes, .no, nil])
    #expect(document.questions.map(\.state) == [.answered, .answered, .unanswered])
    #expect(
      lines(document).suffix(6).prefix(4) == [
        "2 question 1: Vi kartlägger leden [S!B2]",
        "2 answer 1: x [S!C2: Vi kartlägger leden (Ja)]",
        "2 answer 1: Årligen. [S!E2: Vi kartlägger leden (Motivering)]",
        "3 question 2: Vi granskar fabriker [S!B3]",
      ])
  }

  @Test(arguments: [
    (["Topic", "Supplier response"], true), (["Tema", "Leverandørsvar"], true),
    (["Measure", "Comment"], false), (["Område", "Ansvar"], false),
    (["Ja eller", "Datum"], false),
  ])
  func theColumnBeforeTheAnswersAsks(headings: [String], asks: Bool) {
    var workbook = WorkbookFixture()
    workbook.add("S", [headings, ["Audits", "Yearly."]])
    let document = read(workbook)
    #expect(document.questions.map(\.label) == (asks ? ["Audits"] : []))
  }

  @Test func aTitleRowHeadsWhatFollows() {
    var workbook = WorkbookFixture()
    workbook.add(
      "S",
      [
        ["Nr", "Question", "Answer"], ["A. Policy"], ["1", "Who signs", "The board"],
        ["", "Follow-up over all columns"], ["2", "Who checks", ""],
      ], after: "<mergeCells><mergeCell ref=\"B4:C4\"/></mergeCells>")
    let document = read(workbook)
    #expect(
      document.blocks.filter { $0.kind == .heading }.map { document.string($0.text) } == [
        "S", "A. Policy", "Follow-up over all columns",
      ])
    #expect(document.questions.map(\.label) == ["Who signs", "Who checks"])
    #expect(
      document.blocks.last?.heading
        == document.blocks.lastIndex { $0.kind == .heading }.map { Int32($0) })
  }

  @Test func aMergedQuestionTakesTheRowsBesideIt() {
    var workbook = WorkbookFixture()
    workbook.add(
      "S",
      [
        ["Question", "Answer"], ["Name your sites", "Oslo"], ["", "Malmö"], ["", "Turku"],
      ], after: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
    let document = read(workbook)
    #expect(
      lines(document).suffix(4) == [
        "2 question: Name your sites [S!A2]", "2 answer: Oslo [S!B2: Name your sites]",
        "2 answer: Malmö [S!B3: Name your sites]", "3 table-cell: Turku [S!B4: Answer]",
      ])
  }

  @Test func richTextIsJoinedAndItsPronunciationLeftOut() {
    var workbook = WorkbookFixture()
    workbook.add(
      "S",
      [
        ["Question", "Answer"],
        [
          "<r><t>Do you </t></r> <r><rPr><b/></rPr><t>map?</t></r><rPh sb=\"0\" eb=\"1\"><t>du</t></rPh>",
          "<t>One_x000D_\ntwo</t><rPh sb=\"0\" eb=\"1\"><t>wan</t></rPh>",
        ],
      ])
    let document = read(workbook)
    #expect(
      document.blocks.suffix(2).map { document.string($0.text) } == ["Do you map?", "One\ntwo"])
    check(document, workbook)
  }

  @Test func numbersDatesAndFormulasShowWhatTheySay() {
    var workbook = WorkbookFixture()
    workbook.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-41D]d\\ mmmm\\ yyyy;@"/>\
      <numFmt numFmtId="165" formatCode="0.0&quot;day&quot;"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/>\
      <xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>
      """
    let heading = workbook.shared("Question")
    let answer = workbook.shared("Answer")
    var content =
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>\(heading)</v></c><c r=\"B1\" t=\"s\"><v>\(answer)</v></c></row>"
    let cells = [
      "s=\"1\"><v>45000</v>", "s=\"2\"><v>1</v>", "s=\"3\"><v>0.5</v>", "s=\"4\"><v>12.5</v>",
      "><v>0.30000000000000004</v>", "t=\"b\"><v>1</v>", "t=\"str\"><f>A1&amp;B1</f><v>tier 2</v>",
      "t=\"inlineStr\"><is><r><t>Own </t></r><r><t>text</t></r></is>", "s=\"5\"><v>0.75</v>",
      "t=\"d\"><v>2026-01-31</v>", "t=\"e\"><v>#N/A</v>", "t=\"s\"><v>999</v>", "s=\"-1\"><v>7</v>",
      "s=\"1\"><v>1e300</v>", "><v/>",
    ]
    for (index, cell) in cells.enumerated() {
      let row = index + 2
      content +=
        "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"str\"><v>Q\(index)</v></c><c r=\"B\(row)\" \(cell)</c></row>"
    }
    workbook.sheets.append(("S", "", content + "</sheetData>"))
    let document = read(workbook)
    let answers = document.blocks.filter { $0.kind == .answer }
    #expect(
      answers.map { document.string($0.text) } == [
        "2023-03-15", "1900-01-01", "50%", "12.5", "0.3", "TRUE", "tier 2", "Own text", "18:00",
        "2026-01-31", "7", "1e300",
      ])
    let stored = answers.map { block in
      let place = document.place(of: block.text, element: block.element)
      return place.segments.map {
        String(decoding: workbook.parts[place.part]?[$0] ?? [], as: UTF8.self)
      }.joined()
    }
    #expect(
      stored == [
        "45000", "1", "0.5", "12.5", "0.30000000000000004", "1", "tier 2", "Own text", "0.75",
        "2026-01-31", "7", "1e300",
      ])
    #expect(document.questions.count { $0.state == .unanswered } == 3)
    #expect(document.questions[5].value == .yes)
  }

  @Test func daysMayCountFrom1904() {
    var workbook = WorkbookFixture()
    workbook.properties = "date1904=\"1\""
    workbook.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    workbook.sheets.append(
      ("S", "", "<sheetData><row><c><v>43538</v></c><c><v>60</v></c></row></sheetData>"))
    #expect(
      read(workbook).blocks.suffix(2).map(\.label) == ["S!A1", "S!B1"])
    let document = read(workbook)
    #expect(
      document.blocks.suffix(2).map { document.string($0.text) } == ["2023-03-15", "1904-03-01"])
  }

  @Test func whatIsHiddenIsSaidAndNotRead() {
    var workbook = WorkbookFixture()
    workbook.add(
      "Old", [["Question", "Answer"], ["A", "No."]], attributes: "state=\"veryHidden\"")
    workbook.sheets.append(
      (
        "S", "",
        """
        <cols><col min="3" max="3" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1" t="str"><v>Question</v></c><c r="B1" t="str"><v>Answer</v></c>
        <c r="C1" t="str"><v>Comment</v></c></row>
        <row r="2" hidden="1"><c r="A2" t="str"><v>Gone</v></c></row>
        <row r="3"><c r="A3" t="str"><v>Kept</v></c><c r="B3" t="str"><v>Yes.</v></c>
        <c r="C3" t="str"><v>unseen</v></c></row></sheetData>
        """
      ))
    let document = read(workbook)
    #expect(document.questions.map(\.label) == ["Kept"])
    #expect(document.questions.map(\.value) == [.yes])
    #expect(document.blocks.allSatisfy { !document.string($0.text).contains("unseen") })
    #expect(
      document.findings.map(\.message) == [
        "the sheet \"Old\" is hidden: not read; show it to have it read",
        "the sheet \"S\" has 1 hidden row and 1 hidden column with text: not read; "
          + "show them to have them read",
      ])
    #expect(document.findings.map(\.rule) == ["AK0353", "AK0353"])
  }

  @Test func otherSheetsAreTables() {
    var workbook = WorkbookFixture()
    workbook.add("Read me", [["Answer every question in full."]])
    workbook.add("S", [["Question", "Answer"], ["Q", "We do."]])
    workbook.add(
      "Sites",
      [["Our sites"], ["Name", "Country", "Tier"], ["Alfa", "SE", "1"], ["Beta", "XX"]])
    let document = read(workbook)
    #expect(
      lines(document).filter { !$0.contains("[S!") } == [
        "0 heading: Read me []", "1 caption: Answer every question in full. [Read me!A1]",
        "2 heading: S []", "5 heading: Sites []", "6 caption: Our sites [Sites!A1]",
        "7 caption: Name [Sites!A2]", "7 caption: Country [Sites!B2]", "7 caption: Tier [Sites!C2]",
        "8 table-cell: Alfa [Sites!A3: Name]", "8 table-cell: SE [Sites!B3: Country]",
        "8 table-cell: 1 [Sites!C3: Tier]", "9 table-cell: Beta [Sites!A4: Name]",
        "9 table-cell: XX [Sites!B4: Country]",
      ])
    let sites = document.questions.last
    #expect(sites?.sites.map(\.name) == ["Alfa", "Beta"])
    #expect(sites?.sites.map(\.tier) == [1, nil])
    #expect(sites?.state == .answered)
  }

  @Test func aSheetWithoutQuestionsIsATable() {
    var workbook = WorkbookFixture()
    workbook.add("Plan", [["What we do"], ["Measure", "When"], ["Audit tier 2", "Yearly"]])
    let document = read(workbook)
    #expect(
      lines(document) == [
        "0 heading: Plan []", "1 paragraph: What we do [Plan!A1]", "2 caption: Measure [Plan!A2]",
        "2 caption: When [Plan!B2]", "3 table-cell: Audit tier 2 [Plan!A3: Measure]",
        "3 table-cell: Yearly [Plan!B3: When]",
      ])
    #expect(document.role == .tender)
    #expect(document.roleOrigin == .inferred)
  }

  @Test func questionsWithoutAnAnswerColumnAreSaid() {
    var workbook = WorkbookFixture()
    workbook.add("S", [["Nr", "Question", "Firma"], ["1", "Do you map?", "Yes."]])
    let document = read(workbook)
    #expect(OwnFixture.rules(document) == ["AK0359"])
    #expect(document.role == .questionnaire)
    #expect(document.blocks.allSatisfy { !$0.kind.canBeEvidence })
    let mapped = read(workbook, mapping: mapping("sheet,column,meaning\nS,B,question\ns,C,answer"))
    #expect(OwnFixture.rules(mapped) == [])
    #expect(mapped.role == .response)
    #expect(
      mapped.blocks.filter { $0.kind == .answer }.map { mapped.string($0.text) } == ["Yes."])
  }

  @Test func aMappingSaysWhereTheHeadingsAre() {
    var workbook = WorkbookFixture()
    workbook.add("S", [["Buyer"], ["A", "B"], ["Do you map", "Yes."], ["Do you audit", "No."]])
    let document = read(
      workbook, mapping: mapping("*,A,question\r\n*,B,answer\r\n*,2,header\r\nOther,A,svar\r\n"))
    #expect(document.questions.map(\.label) == ["Do you map", "Do you audit"])
    #expect(
      document.findings.map(\.message) == [
        "the mapping names the sheet \"other\", which is not read from this workbook"
      ])
  }

  @Test func faultsOfAMappingHaveTheirLine() {
    let mapping = mapping(
      "sheet,column,meaning\n\"S, 1\",B,fråga\nS,2x,answer\nS,C,colour\nS,D\nS,0,header\n\nS,AA,krav"
    )
    #expect(mapping["s, 1"]?.columns == [1: .question])
    #expect(mapping["S"]?.columns == [26: .requirement])
    #expect(mapping["T"] == nil)
    #expect(mapping.findings.map(\.rule) == ["AK0357", "AK0357", "AK0357", "AK0357"])
    #expect(mapping.findings.map { $0.place?.line } == [3, 4, 5, 6])
    #expect(mapping.findings[0].message.hasPrefix("\"2x\" is no column"))
  }

  @Test func aMissingSheetIsSaid() {
    var workbook = WorkbookFixture()
    workbook.add("S", [["Question", "Answer"], ["Q", "A."]])
    var zip = ZipFixture()
    for (name, bytes) in workbook.parts where !name.hasPrefix("xl/worksheets") {
      zip.add(name, bytes)
    }
    let document = DocumentReader.read(zip.bytes, path: "a.xlsx")
    #expect(!document.isComplete)
    #expect(OwnFixture.rules(document) == ["AK0358"])
  }

  @Test(arguments: [
    "<sheetData><row r=\"-5\"><c r=\"ZZZZ9\" t=\"s\"><v>0</v></c></row></sheetData>",
    "<sheetData><row r=\"99999999999\"><c t=\"s\"><v>-1</v></c><c><v>x</v></c></row></sheetData>",
    "<cols><col min=\"9\" max=\"1\" hidden=\"1\"/></cols><mergeCells><mergeCell ref=\"B2:A1\"/>"
      + "<mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
    "<sheetData><row><c t=\"inlineStr\"/></row><row/></sheetData><sheetData/>",
  ])
  func oddSheetsDoNotTrap(content: String) {
    var workbook = WorkbookFixture()
    _ = workbook.shared("Text")
    workbook.sheets.append(("S", "", content))
    let document = read(workbook)
    #expect(document.blocks.count <= 3)
    check(document, workbook)
  }

  @Test func anOpenDocumentSpreadsheetIsReadTheSameWay() {
    func row(_ cells: String...) -> String {
      "<table:table-row>"
        + cells.map {
          $0.isEmpty
            ? "<table:table-cell/>"
            : "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
        }.joined() + "</table:table-row>"
    }
    let bytes = OpenDocumentFixture.package(
      "<table:table table:name=\"Spm\">" + row("Nr", "Spørsmål", "Svar")
        + "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
        + row("1", "Kartlegger dere?", "Ja, årlig.") + row("2", "Varsler dere?", "")
        + "</table:table>", type: "spreadsheet")
    let document = DocumentReader.read(bytes, path: "a.ods")
    #expect(document.format == "ods")
    #expect(document.role == .response)
    #expect(
      lines(document).suffix(3) == [
        "2 question 1: Kartlegger dere? [Spm!B5]",
        "2 answer 1: Ja, årlig. [Spm!C5: Kartlegger dere?]",
        "3 question 2: Varsler dere? [Spm!B6]",
      ])
    #expect(DocumentCheck.faults(document, parts: ["content.xml": document.source.bytes]) == [])
  }
}
