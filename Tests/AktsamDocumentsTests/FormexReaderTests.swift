import AktsamDocuments
import AktsamText
import Testing

@Suite struct FormexReaderTests {
  @Test func anActIsRecognisedByItsSchemaOrItsElements() {
    let schema = "http://formex.publications.europa.eu/schema/formex-06.00.xd"
    let declared = OwnFixture.read(
      """
      <SPECIAL xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:noNamespaceSchemaLocation="\(schema)"><P>Text.</P></SPECIAL>
      """)
    #expect(declared.format == "formex")
    #expect(OwnFixture.lines(declared) == ["0 paragraph: Text."])
    #expect(OwnFixture.read("<ACT><TITLE><TI><P>T</P></TI></TITLE></ACT>").format == "formex")
    #expect(OwnFixture.read("<ANNEX><P>Text.</P></ANNEX>").format == "prose")
    #expect(
      OwnFixture.read("<ACT xmlns='urn:x'><TI>Text.</TI></ACT>").format == "prose")
  }

  @Test func theHeadGivesLanguageAndDate() {
    let document = act("<ARTICLE><TI.ART>Artikel 1</TI.ART><ALINEA>Text.</ALINEA></ARTICLE>")
    #expect(document.role == .contract)
    #expect(document.language == "sv")
    #expect(document.date == "2026-03-13")
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: Förordning av den 13 mars 2026", "1 heading Artikel 1: Artikel 1",
        "1 paragraph Artikel 1: Text.",
      ])
  }

  @Test func numbersAreChainedAsPrinted() {
    let document = act(
      """
      <DIVISION><TITLE><TI><P>Kapitel 1</P></TI><STI><P><HT TYPE="BOLD">Allmänt</HT></P></STI></TITLE>
      <ARTICLE IDENTIFIER="002"><TI.ART>Artikel 2</TI.ART><STI.ART>Plikter</STI.ART>
      <PARAG IDENTIFIER="002.001"><NO.PARAG>1.</NO.PARAG><ALINEA><P>Bolaget ska:</P><LIST TYPE="alpha">
      <ITEM><NP><NO.P>a)</NO.P><TXT>kartlägga</TXT><P><LIST TYPE="roman"><ITEM><NP><NO.P>i)</NO.P>
      <TXT>risker,</TXT></NP></ITEM></LIST></P></NP></ITEM>
      <ITEM><P>följa upp.</P></ITEM></LIST></ALINEA><ALINEA>Bolaget ska redovisa.</ALINEA></PARAG>
      <PARAG IDENTIFIER="002.002"><NO.PARAG>2.</NO.PARAG><ALINEA>Det gäller
      <DATE ISO="20260101">1 januari</DATE>.</ALINEA></PARAG></ARTICLE></DIVISION>
      <DIVISION><TITLE><TI><P>Slut</P></TI></TITLE><P>Sist.</P></DIVISION>
      """)
    #expect(
      OwnFixture.lines(document).dropFirst() == [
        "1 heading Kapitel 1: Allmänt", "2 heading Artikel 2: Plikter",
        "3 paragraph Artikel 2 1.: Bolaget ska:", "3 list-item Artikel 2 1. a): kartlägga",
        "3 list-item Artikel 2 1. a) i): risker,", "3 list-item Artikel 2 1.: följa upp.",
        "3 paragraph Artikel 2 1.: Bolaget ska redovisa.",
        "4 paragraph Artikel 2 2.: Det gäller 1 januari.", "5 heading: Slut", "6 paragraph: Sist.",
      ])
    #expect(document.blocks[3].label == "002.001")
    #expect(document.blocks[3].heading == 2)
  }

  @Test func recitalsAndNotesStandAlone() {
    let document = OwnFixture.read(
      """
      <ACT><PREAMBLE><GR.VISA><VISA>Having regard<NOTE NOTE.ID="E1"><P>OJ L 1.</P></NOTE>,</VISA></GR.VISA>
      <GR.CONSID><GR.CONSID.INIT>Whereas:</GR.CONSID.INIT>
      <CONSID><NP><NO.P>(1)</NO.P><TXT>Work is hard<NOTE><P>Very.</P></NOTE>.</TXT></NP></CONSID>
      <CONSID><NP><NO.P>(2)</NO.P><TXT>Rest is due.</TXT></NP></CONSID></GR.CONSID></PREAMBLE></ACT>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: Having regard,", "1 paragraph: OJ L 1.", "2 paragraph: Whereas:",
        "3 paragraph (1): Work is hard.", "4 paragraph (1): Very.", "5 paragraph (2): Rest is due.",
      ])
    #expect(document.blocks[1].label == "footnote")
    #expect(OwnFixture.source(document, document.blocks[3]) == "Work is hard|.")
  }

  @Test func quotationMarksAreElements() {
    let document = OwnFixture.read(
      """
      <ACT><NP><NO.P>1.</NO.P><TXT>The term <QUOT.START CODE="2018" ID="a"/>worker<QUOT.END
      CODE="2019"/> means<QUOT.END CODE="D800"/>.</TXT></NP><QUOT.S><NP><NO.P>9.</NO.P>
      <TXT>Other.</TXT></NP></QUOT.S></ACT>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph 1.: The term ‘worker’ means\".", "1 paragraph: Other.",
      ])
    #expect(
      OwnFixture.source(document, document.blocks[0])
        == "The term <QUOT.START CODE=\"2018\" ID=\"a\"/>worker<QUOT.END\nCODE=\"2019\"/> means"
        + "<QUOT.END CODE=\"D800\"/>.")
    #expect(document.blocks[1].label == "quoted 9.")
  }

  @Test func anAnnexIsNumberedByItsTitle() {
    let document = OwnFixture.read(
      """
      <ANNEX><TITLE><TI><P>ANNEX II</P></TI><STI><P>List of rights</P></STI></TITLE><CONTENTS>
      <NP><NO.P>1.</NO.P><TXT>Rest.</TXT></NP><TBL><TITLE><TI><P>Hours</P></TI></TITLE><CORPUS>
      <ROW TYPE="HEADER"><CELL COL="1">Land</CELL><CELL COL="2">Hours</CELL></ROW>
      <ROW><CELL COL="1">Norway</CELL><CELL COL="2">40</CELL></ROW></CORPUS></TBL></CONTENTS></ANNEX>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading ANNEX II: List of rights", "1 paragraph ANNEX II 1.: Rest.",
        "2 caption ANNEX II: Hours", "2 caption ANNEX II: Land", "2 caption ANNEX II: Hours",
        "2 table-cell ANNEX II: Norway", "2 table-cell ANNEX II: 40",
      ])
    #expect(document.blocks.last?.label == "Hours")
  }

  private func act(_ terms: String) -> Document {
    OwnFixture.read(
      """
      <ACT><BIB.INSTANCE><DATE ISO="20260313">20260313</DATE><LG.DOC>SV</LG.DOC></BIB.INSTANCE>
      <TITLE><TI><P>Förordning</P><P>av den <DATE>13 mars 2026</DATE></P></TI></TITLE>
      <ENACTING.TERMS>\(terms)</ENACTING.TERMS></ACT>
      """)
  }
}
