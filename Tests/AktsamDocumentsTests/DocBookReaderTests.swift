import AktsamDocuments
import AktsamText
import Testing

@Suite struct DocBookReaderTests {
  @Test func bothVersionsAreRecognised() {
    let new = OwnFixture.read(
      "<article xmlns='http://docbook.org/ns/docbook'><para>We map.</para></article>")
    #expect(new.format == "docbook")
    let old = OwnFixture.read(
      """
      <!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "docbookx.dtd" [
      <!ENTITY firm "Exempelbolaget &amp; co">]>
      <book lang="en"><bookinfo><title>Code</title><pubdate>2026-01-31</pubdate></bookinfo>
      <chapter><para>&firm; maps risks.</para></chapter></book>
      """)
    #expect(old.format == "docbook")
    #expect(old.language == "en")
    #expect(old.date == "2026-01-31")
    #expect(
      OwnFixture.lines(old) == ["0 heading: Code", "1 paragraph: Exempelbolaget & co maps risks."])
    #expect(OwnFixture.source(old, old.blocks[1]) == "&firm; maps risks.")
    #expect(OwnFixture.read("<article><para>We map.</para></article>").format == "prose")
  }

  @Test func theRoleIsInferred() {
    let own = docbook("<para>We map our risks.</para>")
    #expect(own.role == .tender)
    #expect(own.roleOrigin == .inferred)
    #expect(docbook("<para>The supplier shall map risks.</para>").role == .contract)
  }

  @Test func sectionsAreNumberedByLabelOrTitle() {
    let document = docbook(
      """
      <section label="4"><title>Rights</title><para>One.</para><section xml:id="risk">
      <title>4.2 Risk</title><para>Two.</para><para>4.2.1 Three.</para></section>
      <section label="4.3"><title>Reports</title><para>Four.</para></section></section>
      <sect1><title>End</title><para>Five.</para><para>Six.</para></sect1>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 4: Rights", "0 paragraph 4: One.", "1 heading 4.2: Risk",
        "1 paragraph 4.2: Two.", "2 paragraph 4.2.1: Three.", "3 heading 4.3: Reports",
        "3 paragraph 4.3: Four.", "4 heading: End", "5 paragraph: Five.", "6 paragraph: Six.",
      ])
    #expect(document.blocks[3].label == "risk")
    #expect(document.blocks[3].heading == 2)
    #expect(document.blocks.last?.heading == 7)
  }

  @Test func itemsOfOrderedListsAreCounted() {
    let document = docbook(
      """
      <para>We do:</para>
      <orderedlist><listitem><para>map</para><orderedlist><listitem><para>tier one</para></listitem>
      <listitem><para>tier two</para></listitem></orderedlist></listitem>
      <listitem><para>act:</para><itemizedlist><listitem><para>stop</para><para>and mend</para>
      </listitem></itemizedlist></listitem></orderedlist>
      <orderedlist continuation="continues"><listitem><para>report</para></listitem></orderedlist>
      <orderedlist numeration="upperroman" startingnumber="4"><listitem><para>close</para></listitem>
      <listitem override="9"><para>reopen</para></listitem></orderedlist>
      <procedure><title>Steps</title><step><para>ask</para><substeps><step><para>again</para></step>
      </substeps></step></procedure>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 paragraph: We do:", "0 list-item 1: map", "0 list-item 1 a: tier one",
        "0 list-item 1 b: tier two", "0 list-item 2: act:", "0 list-item 2: stop",
        "0 list-item 2: and mend", "1 list-item 3: report", "2 list-item IV: close",
        "2 list-item IX: reopen", "3 caption: Steps", "3 list-item 1: ask",
        "3 list-item 1 a: again",
      ])
  }

  @Test func footnotesAndIndexTermsAreNoPartOfASentence() {
    let document = docbook(
      """
      <section label="2"><title>Work</title><para>We pay<footnote><para>A living wage.</para></footnote>
      <indexterm><primary>wage</primary></indexterm>well.</para><para>We <emphasis>do<footnote>
      <para>Yes.</para></footnote></emphasis>.</para></section>
      <figure><title>Chain</title><mediaobject><imageobject><imagedata fileref="a.png"/></imageobject>
      <textobject><phrase>Tiers</phrase></textobject></mediaobject></figure>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading 2: Work", "0 paragraph 2: We pay well.", "0 paragraph 2: We do.",
        "1 paragraph 2: A living wage.", "2 paragraph 2: Yes.", "3 caption: Chain",
      ])
    #expect(document.blocks[3].label == "footnote")
  }

  @Test func definitionsAndTablesAreLabelled() {
    let document = docbook(
      """
      <variablelist><varlistentry><term>Worker</term><listitem><para>Anyone who works.</para></listitem>
      </varlistentry></variablelist>
      <glossary><glossentry><glossterm>Tier</glossterm><glossdef><para>A step.</para></glossdef>
      </glossentry></glossary>
      <table><title>Sites</title><tgroup cols="2"><thead><row><entry>Site</entry><entry>Tier</entry>
      </row></thead><tbody><row><entry>Ort</entry><entry><para>2</para></entry></row></tbody></tgroup>
      </table>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 caption: Worker", "0 list-item: Anyone who works.", "1 caption: Tier",
        "2 paragraph: A step.", "3 caption: Sites", "4 caption: Site", "4 caption: Tier",
        "5 table-cell: Ort", "5 table-cell: 2",
      ])
    #expect(document.blocks.map(\.label)[1] == "Worker")
    #expect(document.blocks.map(\.label)[3] == "Tier")
    #expect(document.blocks.suffix(2).map(\.label) == ["Site", "Tier"])
  }

  @Test func questionsAreAnswered() {
    let document = docbook(
      """
      <qandaset><qandaentry xml:id="e1"><question xml:id="q1"><para>Do you map risks?</para></question>
      <answer><para>Yes:</para><itemizedlist><listitem><para>each year</para></listitem></itemizedlist>
      </answer></qandaentry><qandaentry><question><para>Do you act?</para></question></qandaentry>
      </qandaset><para>After.</para>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 question: Do you map risks?", "0 answer: Yes:", "0 list-item: each year",
        "1 question: Do you act?", "2 paragraph: After.",
      ])
    #expect(document.questions.map(\.id) == ["q1", "2"])
    #expect(document.questions.map(\.state) == [.answered, .unanswered])
    #expect(document.blocks.map(\.question) == [0, 0, 0, 1, -1])
    #expect(document.blocks[1].label == "Do you map risks?")
  }

  @Test func aResponseMayAskInItsParagraphs() {
    let document = OwnFixture.read(
      """
      <article xmlns='http://docbook.org/ns/docbook'><para>Do you map risks?</para>
      <para>We map them.</para></article>
      """, role: .response)
    #expect(
      OwnFixture.lines(document) == ["0 question: Do you map risks?", "0 answer: We map them."])
    #expect(document.questions.map(\.state) == [.answered])
  }

  private func docbook(_ content: String) -> Document {
    OwnFixture.read(
      "<article xmlns='http://docbook.org/ns/docbook' xml:lang='en'>\(content)</article>")
  }
}
