import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct WordFormTests {
  private typealias F = WordFixture

  @Test func aTableWithNamedColumnsAsksAndAnswers() {
    let document = F.read(
      F.table([
        ["Nr", "Fråga", "Svar", "Kommentar"],
        ["1.1", "Kartlägger ni risker?", "Ja", "Varje år med egna besök."],
        ["1.2", "Har ni en visselblåsarkanal?", "Nej.", ""], ["1.3", "Utbildas inköpare?", "", ""],
      ]))
    #expect(document.role == .response)
    #expect(
      F.questions(document) == [
        "1.1 Kartlägger ni risker? = answered [\"Ja\", \"Varje år med egna besök.\"] (yes)",
        "1.2 Har ni en visselblåsarkanal? = answered [\"Nej.\"] (no)",
        "1.3 Utbildas inköpare? = unanswered []",
      ])
    #expect(
      OwnFixture.lines(document) == [
        "0 caption: Nr", "0 caption: Fråga", "0 caption: Svar", "0 caption: Kommentar",
        "1 question 1.1: Kartlägger ni risker?", "1 answer 1.1: Ja",
        "1 answer 1.1: Varje år med egna besök.", "2 question 1.2: Har ni en visselblåsarkanal?",
        "2 answer 1.2: Nej.", "3 question 1.3: Utbildas inköpare?",
      ])
    #expect(
      document.blocks.last { $0.kind == .answer }?.label == "Har ni en visselblåsarkanal? (Svar)")
    #expect(F.isTraced(document))
  }

  @Test func rowsThatEndInAQuestionMarkAreQuestions() {
    let document = F.read(
      F.table([
        ["Do you map your chain?", "We map it to tier 3."],
        ["Describe your complaints channel.", "It is open to all workers."],
      ]))
    #expect(
      F.questions(document) == [
        "1 Do you map your chain? = answered [\"We map it to tier 3.\"]",
        "2 Describe your complaints channel. = answered [\"It is open to all workers.\"]",
      ])
  }

  @Test func columnsOfYesAndNoAreTicked() {
    let document = F.read(
      F.table([
        ["Krav", "Ja", "Nei", "Merknad"],
        ["Leverandøren kartlegger risiko.", "X", "", "Hvert år."],
        ["Leverandøren har en kanal.", "", F.p("☒"), ""],
        ["Leverandøren reviderer.", F.p("☐"), F.p("☐"), ""],
      ]))
    #expect(
      F.questions(document) == [
        "1 Leverandøren kartlegger risiko. = answered [\"Ja\", \"Hvert år.\"] (yes)",
        "2 Leverandøren har en kanal. = answered [\"Nei\"] (no)",
        "3 Leverandøren reviderer. = unanswered []",
      ])
  }

  @Test func mergedQuestionsTakeAllAnswers() {
    func cell(_ text: String, _ merge: String) -> String {
      "<w:tc><w:tcPr>\(merge)</w:tcPr>\(F.p(text))</w:tc>"
    }
    let document = F.read(
      F.table([
        ["Question", "Answer"],
        [cell("Which risks?", "<w:vMerge w:val=\"restart\"/>"), "Forced labour."],
        [cell("", "<w:vMerge/>"), "Child labour."], [cell("Part two", "<w:gridSpan w:val=\"2\"/>")],
        ["What next?", ""],
      ]))
    #expect(
      F.questions(document) == [
        "1 Which risks? = answered [\"Forced labour.\", \"Child labour.\"]",
        "2 What next? = unanswered []",
      ])
    #expect(
      document.blocks.contains { $0.kind == .caption && document.string($0.text) == "Part two" })
  }

  @Test func otherTablesAreCellsUnderHeadings() {
    let document = F.read(
      F.table([
        ["Site", "Country", "Tier"], ["Norra verket", "Sverige", "1"], ["Mill", "Vietnam", "2"],
      ]))
    #expect(document.questions.isEmpty)
    #expect(document.role == .tender)
    #expect(
      document.blocks.map(\.label) == [
        "", "", "", "Site", "Country", "Tier", "Site", "Country", "Tier",
      ])
    #expect(document.blocks.map(\.kind).prefix(4) == [.caption, .caption, .caption, .tableCell])
    #expect(document.blocks[3].group == document.blocks[5].group)
    #expect(document.blocks[5].group != document.blocks[6].group)
  }

  @Test func aControlAsksByItsTitle() {
    let prompt = F.r("Click or tap here to enter text.", "<w:rStyle w:val=\"PlaceholderText\"/>")
    let document = F.read(
      F.control(F.p("We follow the OECD guidance."), alias: "Due diligence", tag: "q1")
        + F.p(F.r("Name: ") + F.control(F.r("Exempelbolaget"), tag: "name"))
        + F.p(
          F.r("Contact: ") + F.control(prompt, alias: "Contact person", more: "<w:showingPlcHdr/>"))
        + F.p(F.r("How do you remedy harm? ") + F.control(F.r("With the victims."), alias: "q9"))
        + F.p(F.control(F.r("Sometimes"), alias: "How often", more: "<w:dropDownList/>")))
    #expect(
      F.questions(document) == [
        "q1 Due diligence = answered [\"We follow the OECD guidance.\"]",
        "name name = answered [\"Exempelbolaget\"]",
        "2 Contact person = unanswered []".replacing("2 ", with: "3 "),
        "4 How do you remedy harm? = answered [\"With the victims.\"]",
        "5 How often = answered [\"Sometimes\"]",
      ])
    #expect(document.questions[4].kind == .choice)
    #expect(document.questions[4].written == "Sometimes")
    #expect(F.isTraced(document))
  }

  @Test func aControlInASentenceIsPartOfIt() {
    let document = F.read(
      F.p(
        F.control(F.r("Exempelbolaget"), alias: "Supplier") + F.r(" shall map its chain of supply.")
      )
        + F.p(F.control(F.r("Wrapped by a program."), tag: "goog_rdk_3")))
    #expect(document.questions.isEmpty)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: Exempelbolaget shall map its chain of supply.",
        "1 paragraph: Wrapped by a program.",
      ])
  }

  @Test func boxesTickOptions() {
    let document = F.read(
      F.p(F.r("Do you audit? ") + F.box(true) + F.r(" Yes ") + F.box(false) + F.r(" No"))
        + F.p("Finns en policy? Ja ☐ Nej ☒") + F.p("Which of these do you do?") + F.p("☑ training")
        + F.p("☐ announced audits") + F.p("☒ worker interviews") + F.p("End."))
    #expect(
      F.questions(document) == [
        "1 Do you audit? = answered [\"Yes\"] (yes)",
        "2 Finns en policy? = answered [\"Nej\"] (no)",
        "3 Which of these do you do? = answered [\"training\", \"worker interviews\", \"End.\"]",
      ])
    #expect(document.questions[2].written == "training, worker interviews")
    #expect(
      document.blocks.filter { $0.kind == .caption }.map { document.string($0.text) }
        == ["No", "Ja", "announced audits"])
  }

  @Test func aStatementToTickIsEvidenceOnlyWhenTicked() {
    let document = F.read(
      F.p("☒ We have a code of conduct.") + F.p("☐ We publish a list of our factories."))
    #expect(
      F.questions(document) == [
        "1 We have a code of conduct. = answered [\"We have a code of conduct.\"]",
        "2 We publish a list of our factories. = unanswered []",
      ])
  }

  @Test func aCommentBehindAnOptionIsAnAnswer() {
    let document = F.read(
      F.table([
        [
          "Do you map risks?",
          F.p("<w:r><w:t>☐ Yes ☒ No</w:t><w:br/><w:t>We start next year.</w:t></w:r>"),
        ], ["Why?", "-"],
      ]))
    #expect(
      F.questions(document)[0]
        == "1 Do you map risks? = answered [\"No\", \"We start next year.\"] (no)")
  }

  @Test func symbolsAndFormFieldsAreBoxes() {
    func field(_ data: String, _ result: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"f\"/>\(data)</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(F.r(result))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    let sym = "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
    let document = F.read(
      F.p(F.r("Trained? ") + sym + F.r(" Ja"))
        + F.p(
          F.r("Audited? ") + field("<w:checkBox><w:checked/></w:checkBox>", "") + F.r(" Yes ")
            + field("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>", "") + F.r(" No"))
        + F.p(F.r("Where? ") + field("<w:textInput/>", "In Vietnam"))
        + F.p(F.r("When? ") + field("<w:textInput/>", "\u{2002}\u{2002}"))
        + F.p(
          F.r("Grade: ")
            + field(
              "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"low\"/><w:listEntry w:val=\"high\"/></w:ddList>",
              "")))
    #expect(
      F.questions(document) == [
        "1 Trained? = answered [\"Ja\"] (yes)", "2 Audited? = answered [\"Yes\"] (yes)",
        "f Where? = answered [\"In Vietnam\"]", "f When? = unanswered []",
        "f f = answered [\"high\"]",
      ])
  }

  @Test func rowsAndCellsInControlsAreRead() {
    let row =
      "<w:tr><w:tc>\(F.p("Do you train?"))</w:tc>\(F.control("<w:tc>\(F.p("Yes, all buyers."))</w:tc>", alias: "a"))</w:tr>"
    let empty =
      "<w:tr><w:tc>\(F.p("Contact"))</w:tc><w:tc>\(F.control(F.p(F.r("Choose an item.")), alias: "b", more: "<w:showingPlcHdr/>"))</w:tc></w:tr>"
    let document = F.read(
      "<w:tbl>" + F.control(row, more: "<w15:repeatingSection xmlns:w15=\"x\"/>") + empty
        + "</w:tbl>")
    #expect(
      F.questions(document) == [
        "1 Do you train? = answered [\"Yes, all buyers.\"]", "2 Contact = unanswered []",
      ])
  }

  @Test func aContractStaysOne() {
    let document = F.read(
      F.p("The supplier shall map risks.") + F.p("The supplier shall report.")
        + F.p(F.r("Contract number: ") + F.control(F.r("12"), alias: "Number")))
    #expect(document.role == .contract)
  }

  @Test func questionsInAResponseAreAnsweredBelow() {
    let document = F.read(
      F.p("Hur hanterar ni klagomål?") + F.p("Vi svarar inom sju dagar."), role: .response)
    #expect(
      F.questions(document) == [
        "1 Hur hanterar ni klagomål? = answered [\"Vi svarar inom sju dagar.\"]"
      ])
  }
}
