import AktsamDocuments
import AktsamText
import Testing

@Suite struct OwnResponseTests {
  @Test func theHeadIsRead() {
    let document = OwnFixture.response(
      "<answer question='q1'/>",
      head: """
        <member id="m"><name>Nordlys AS</name></member>
        <relied-on><name>Fjord AS</name></relied-on><lot id="1">A</lot>
        """)
    #expect(document.format == "aktsam-response")
    #expect(document.role == .response)
    #expect(document.roleOrigin == .declared)
    #expect(document.language == "sv")
    #expect(document.date == "2026-03-02")
    #expect(
      document.party
        == Party(name: "Exempelbolaget AB", identifier: "556000-0000", kind: .supplier))
    #expect(document.otherParties.map(\.kind) == [.member, .reliedOn])
    #expect(document.findings.isEmpty)
  }

  @Test func anAnswerIsOneGroupOfItsParts() throws {
    let document = OwnFixture.response(
      """
      <section number="2"><heading>Risker</heading>
      <answer question="q1" number="2.1" requirement="dd-risk-assessment dd-leverage"
        mandatory="true">
        <question>Har ni bedömt riskerna?</question>
        <value>yes</value>
        <p>Vi bedömer alla fabriker &amp; gruvor.</p>
        <table><column id="c">Fabrik</column><row><cell column="c">Shenzhen</cell></row></table>
        <comment>Se bilagan.</comment>
        <evidence href="r.pdf" date="2025-11-03">Riskanalys 2025</evidence>
      </answer>
      <answer question="q2"><p>Nej.</p></answer></section>
      """)
    #expect(document.findings.isEmpty)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 2: Risker", "1 question 2.1: Har ni bedömt riskerna?", "1 answer 2.1: yes",
        "1 answer 2.1: Vi bedömer alla fabriker & gruvor.", "1 caption 2.1: Fabrik",
        "1 table-cell 2.1: Shenzhen", "1 answer 2.1: Se bilagan.",
        "1 answer 2.1: Riskanalys 2025", "2 answer: Nej.",
      ])
    let question = try #require(document.questions.first)
    #expect(question.id == "q1")
    #expect(question.label == "Har ni bedömt riskerna?")
    #expect(question.requirements == ["dd-risk-assessment", "dd-leverage"])
    #expect(question.isMandatory)
    #expect(question.kind == .yesNo)
    #expect(question.value == .yes)
    #expect(question.valueBlock == 2)
    #expect(question.state == .answered)
    #expect(
      question.evidence == [
        EvidenceReference(
          title: "Riskanalys 2025", location: "r.pdf", date: "2025-11-03", block: 7)
      ])
    #expect(document.blocks.map(\.question) == [-1, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(document.blocks.map(\.heading) == [-1, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(document.blocks[5].label == "Fabrik")
    #expect(
      OwnFixture.source(document, document.blocks[3])
        == "Vi bedömer alla fabriker &amp; gruvor.")
    let place = document.place(of: document.blocks[3].text, element: document.blocks[3].element)
    #expect(place.element == "/response[1]/section[1]/answer[1]/p[1]")
    #expect([place.line, place.column] == [10, 6])
  }

  @Test(arguments: [
    ("<answer question='a'/>", Question.State.unanswered),
    ("<answer question='a'><question>Q?</question><p> </p></answer>", .unanswered),
    ("<answer question='a'><p>x</p></answer>", .answered),
    ("<answer question='a'><value>not-applicable</value></answer>", .answered),
    ("<answer question='a'><evidence href='x.pdf'>X</evidence></answer>", .answered),
  ])
  func emptyAnswersAreUnanswered(answer: String, state: Question.State) {
    #expect(OwnFixture.response(answer).questions.map(\.state) == [state])
  }

  @Test func aSwitchedOffQuestionNamesWhatSwitchedIt() {
    let document = OwnFixture.response(
      """
      <answer question="b" not-shown-because-of="a"/><answer question="a"><value>no</value></answer>
      """)
    #expect(document.questions.map(\.state) == [.switchedOff(by: 1), .answered])
    #expect(document.questions.map(\.value) == [nil, .no])
  }

  @Test(arguments: [
    ("<choice option='x'>Årligen</choice>", Question.Kind.choice, "Årligen"),
    ("<choice option='x'>A</choice><choice option='y'/>", .multi, "A, y"),
    ("<number unit='dagar'>30</number>", .number, "30 dagar"),
    ("<date>2026-01-01</date>", .date, "2026-01-01"), ("<country>CN</country>", .country, "CN"),
    ("<p>x</p><evidence>y</evidence>", .text, ""), ("<evidence>y</evidence>", .evidence, ""),
    ("<site><name>N</name><country>CN</country></site>", .table, ""),
  ])
  func valuesHaveAKind(content: String, kind: Question.Kind, written: String) {
    let document = OwnFixture.response("<answer question='a'>\(content)</answer>")
    #expect(document.findings.isEmpty)
    #expect(document.questions.map(\.kind) == [kind])
    #expect(document.questions.map(\.written) == [written])
  }

  @Test func aSiteIsARowOfLabelledCells() {
    let document = OwnFixture.response(
      """
      <answer question="a"><site><name>Fabrik 1</name><place>Hotan</place><country>CN</country>
      <region>Xinjiang</region><tier>3</tier><product>Kablar</product></site></answer>
      """)
    #expect(
      document.blocks.map(\.label) == ["name", "place", "country", "region", "tier", "product"])
    #expect(Set(document.blocks.map(\.group)) == [0])
    #expect(document.blocks.allSatisfy { $0.kind == .tableCell })
  }

  @Test func anotherPartyAnswersForItselfAndForItsLot() {
    let document = OwnFixture.response(
      """
      <answer question="a" by="m" lot="1"><question>Q</question><p>x</p></answer>
      <answer question="a" lot="2"><p>x</p></answer>
      """,
      head: "<member id='m'><name>M</name></member><lot id='1'>L</lot>")
    #expect(document.blocks.map(\.party) == [-1, 0, -1])
    #expect(document.blocks.map(\.label) == ["", "Q (lot 1)", "lot 2"])
    #expect(document.findings.map(\.message) == ["the lot \"2\" is not found in this document"])
  }

  @Test func doubtfulAnswersAreFindings() {
    let document = OwnFixture.response(
      """
      <answer question="a" mandatory="true"/><answer question="a"><p>x</p></answer>
      <answer question="b" not-shown-because-of="a"><p>y</p></answer>
      <answer question="c" not-shown-because-of="z" by="n"/>
      """)
    #expect(OwnFixture.rules(document) == ["AK0309", "AK0303", "AK0305", "AK0304", "AK0305"])
    #expect(document.questions[2].state == .answered)
  }

  @Test func aPartInAnotherLanguageSaysSo() {
    let document = OwnFixture.response(
      """
      <section xml:lang="nb-NO"><answer question="a"><p>a</p><p xml:lang="ENG">b</p></answer>
      <answer question="b" xml:lang="sv"><p>c</p></answer></section>
      <answer question="c"><p>d</p></answer>
      """)
    #expect(document.blocks.map(\.language) == ["nb", "en", nil, nil])
  }

  @Test func nothingASupplierWroteIsDropped() {
    let document = OwnFixture.response(
      "<answer question='a'>loose <remark>told</remark><p>x</p></answer>")
    #expect(
      OwnFixture.lines(document) == ["0 answer: loose", "0 answer: told", "0 answer: x"])
    #expect(OwnFixture.rules(document).contains("AK0110"))
  }

  @Test func aByteOrderMarkAndCRLFKeepPlacesExact() {
    let text =
      "\u{FEFF}<response xmlns='urn:aktsam:response:1' xml:lang='sv' questionnaire='q' "
      + "questionnaire-version='1'>\r\n<supplier><name>S</name></supplier>\r\n"
      + "<answer question='a'><p>Å\r\nb</p></answer></response>"
    let document = OwnFixture.read(text)
    #expect(document.findings.isEmpty)
    #expect(OwnFixture.lines(document) == ["0 answer: Å b"])
    let block = document.blocks[0]
    #expect(OwnFixture.source(document, block) == "Å\r\nb")
    let place = document.place(of: block.text, element: block.element)
    #expect([place.line, place.column, place.endLine, place.endColumn] == [3, 25, 4, 2])
  }

  @Test func anOlderEncodingIsDecoded() {
    let text =
      "<?xml version='1.0' encoding='ISO-8859-1'?><response xmlns='urn:aktsam:response:1' "
      + "xml:lang='sv' questionnaire='q' questionnaire-version='1'><supplier><name>S</name>"
      + "</supplier><answer question='a'><p>får</p></answer></response>"
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let document = OwnFixture.read(bytes: bytes)
    #expect(document.source.encoding == "iso-8859-1")
    #expect(OwnFixture.lines(document) == ["0 answer: får"])
    #expect(document.findings.isEmpty)
  }

  @Test func aCutOffFileKeepsWhatStandsBefore() {
    let document = OwnFixture.read(
      "<response xmlns='urn:aktsam:response:1' xml:lang='sv'><answer question='a'><p>x</p></an")
    #expect(OwnFixture.lines(document) == ["0 answer: x"])
    #expect(!document.isComplete)
    #expect(OwnFixture.rules(document).contains("AK0101"))
  }

  @Test func everyPrefixOfAResponseIsRead() {
    let text = """
      <response xmlns="urn:aktsam:response:1" xml:lang="sv" questionnaire="q" date="x"><supplier>
      <name>S</name></supplier><section><heading>H</heading><answer question="a" by="b" lot="1">
      <question>Q</question><choice option="x"/><p>å</p><site><name>s</name></site><evidence
      href="a"/></answer></section></response>
      """
    let bytes = Array(text.utf8)
    for count in 2..<bytes.count {
      #expect(!OwnFixture.read(bytes: Array(bytes.prefix(count))).isComplete)
    }
  }

  @Test func optionsGoBeforeTheDocument() {
    let document = OwnFixture.read(
      "<response xmlns='urn:aktsam:response:1' xml:lang='sv'/>", role: .tender, language: "NOR")
    #expect(document.role == .tender)
    #expect(document.roleOrigin == .declared)
    #expect(document.language == "nb")
  }
}
