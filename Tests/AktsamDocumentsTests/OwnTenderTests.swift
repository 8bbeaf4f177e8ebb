import AktsamDocuments
import AktsamText
import Testing

@Suite struct OwnTenderTests {
  @Test(arguments: [
    ("contract", DocumentRole.contract, Party.Kind.buyer), ("tender", .tender, .supplier),
    ("policy", .tender, .supplier), ("code", .tender, .supplier),
    ("statement", .tender, .supplier),
  ])
  func theRoleDecidesWhoseWordsTheseAre(written: String, role: DocumentRole, party: Party.Kind) {
    let document = OwnFixture.tender("<p>x</p>", role: written)
    #expect(document.findings.isEmpty)
    #expect(document.role == role)
    #expect(document.roleOrigin == .declared)
    #expect(document.party?.kind == party)
  }

  @Test func aClauseIsAGroup() {
    let document = OwnFixture.tender(
      """
      <p>One.</p><p>Two.</p>
      <section number="2" id="s"><heading>Duties</heading><p>Intro.</p><p>More.</p>
      <clause number="2.1" id="c"><p>First, see <ref to="s">section 2</ref>.</p><p>Second.</p>
      </clause>
      <clause number="2.2"><list><lead>The supplier shall:</lead><item number="a">map
        <list><item number="i">tiers</item></list> and</item><item number="b">report.</item></list>
      </clause>
      <p>Last.</p></section>
      <p>Outside.</p>
      """)
    #expect(document.findings.isEmpty)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: T", "1 paragraph: One.", "2 paragraph: Two.", "3 heading 2: Duties",
        "3 paragraph 2: Intro.", "3 paragraph 2: More.",
        "4 paragraph 2.1: First, see section 2.", "4 paragraph 2.1: Second.",
        "5 paragraph 2.2: The supplier shall:", "5 list-item 2.2 a: map",
        "5 list-item 2.2 i: tiers", "5 list-item 2.2 a: and", "5 list-item 2.2 b: report.",
        "6 paragraph 2: Last.", "7 paragraph: Outside.",
      ])
    #expect(document.blocks.map(\.heading).suffix(3) == [3, 3, 0])
  }

  @Test func clausesBelowALeadInBelongToIt() {
    let document = OwnFixture.tender(
      """
      <clause number="1"><p>The supplier shall:</p>
      <clause number="1.1"><p>map</p></clause><clause number="1.2"><p>report</p></clause></clause>
      <clause number="2"><p>Other.</p><clause number="2.1"><p>Own.</p></clause></clause>
      """)
    #expect(
      OwnFixture.lines(document, [.paragraph]) == [
        "1 paragraph 1: The supplier shall:", "1 paragraph 1.1: map", "1 paragraph 1.2: report",
        "2 paragraph 2: Other.", "3 paragraph 2.1: Own.",
      ])
  }

  @Test func aListJoinsWithTheParagraphThatLeadsItIn() {
    let document = OwnFixture.tender(
      """
      <p>Alone.</p><p>We map:</p><list><item>factories</item><item>mines</item></list><p>Then.</p>
      """)
    #expect(
      OwnFixture.lines(document, [.paragraph, .listItem]) == [
        "1 paragraph: Alone.", "2 paragraph: We map:", "2 list-item: factories",
        "2 list-item: mines", "3 paragraph: Then.",
      ])
  }

  @Test func rowsCarryTheirColumns() {
    let document = OwnFixture.tender(
      """
      <table><column>Site</column><column>Country</column><row><cell>A</cell><cell>SE</cell></row>
      <row><cell>B</cell></row></table>
      """)
    let cells = document.blocks.filter { $0.kind == .tableCell }
    #expect(cells.map(\.label) == ["Site", "Country", "Site"])
    #expect(cells.map(\.group) == [3, 3, 4])
  }

  @Test func definitionsAreLabelledWithTheirTerm() {
    let document = OwnFixture.tender(
      """
      <definitions><definition number="1.1"><term>Risk</term><p>Harm to people.</p></definition>
      </definitions><attachment href="a.pdf">Code</attachment>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 heading: T", "1 caption 1.1: Risk", "1 paragraph 1.1: Harm to people.",
        "2 caption: Code",
      ])
    #expect(document.blocks[2].label == "Risk")
  }

  @Test func referencesMustLeadSomewhere() {
    let document = OwnFixture.tender("<p>See <ref to='c9'>clause 9</ref>.</p>")
    #expect(
      document.findings.map(\.message) == ["the clause \"c9\" is not found in this document"])
    #expect(document.findings.map(\.place?.column) == [17])
  }
}
