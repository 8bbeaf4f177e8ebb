import AktsamDocuments
import AktsamText
import Testing

@Suite struct OSCALReaderTests {
  @Test(arguments: [
    ("catalog", DocumentRole.contract), ("profile", .contract), ("component-definition", .response),
    ("system-security-plan", .response), ("assessment-plan", .questionnaire),
    ("assessment-results", .response), ("plan-of-action-and-milestones", .response),
  ])
  func everyModelHasItsRole(root: String, role: DocumentRole) {
    let document = oscal(root, "<x><title>Part</title><remarks><p>A word.</p></remarks></x>")
    #expect(document.format == "oscal")
    #expect(document.role == role)
    #expect(document.roleOrigin == .format)
    #expect(document.date == "2026-02-01")
    #expect(
      OwnFixture.lines(document) == ["0 heading: Title", "1 heading: Part", "2 paragraph: A word."])
    #expect(OwnFixture.read("<\(root)><p>A word.</p></\(root)>").format == "prose")
  }

  @Test func controlsHaveTheirPrintedLabels() throws {
    let document = oscal(
      "catalog",
      """
      <group id="g1"><title>Chain</title><prop name="label" value="HR"/>
      <control id="hr-1"><title>Mapping</title>
      <param id="p1"><label>a period</label></param>
      <param id="p2"><select><choice>tier one</choice><choice>all tiers</choice></select></param>
      <prop name="label" class="zero-padded" value="HR-01"/><prop name="label" value="HR-1"/>
      <part id="hr-1_smt" name="statement"><p>The supplier:</p>
      <part id="hr-1_smt.a" name="item"><prop name="label" value="a."/>
      <p>maps risks every <insert type="param" id-ref="p1"/> in <insert type="param" id-ref="p2"/>;</p>
      <part id="hr-1_smt.a.1" name="item"><prop name="label" value="1."/><p>its own;</p></part></part>
      <part id="hr-1_smt.b" name="item"><prop name="label" value="b."/><p>keeps
      <insert type="param" id-ref="none"/>.</p></part></part>
      <part id="hr-1_gdn" name="guidance"><title>Help</title><p>Ask.</p><ol><li>Then<br/>again</li></ol>
      </part><control id="hr-1.1"><title>More</title><prop name="label" value="HR-1(1)"/>
      <part name="statement"><p>Do more.</p></part></control></control></group>
      """)
    #expect(
      OwnFixture.lines(document).dropFirst() == [
        "1 heading HR: Chain", "2 heading HR-1: Mapping", "3 paragraph HR-1: The supplier:",
        "3 list-item HR-1 a.: maps risks every [a period] in [tier one / all tiers];",
        "3 list-item HR-1 a. 1.: its own;", "3 list-item HR-1 b.: keeps [none].",
        "4 caption HR-1: Help", "4 paragraph HR-1: Ask.", "4 list-item HR-1 1: Then again",
        "5 heading HR-1(1): More", "6 paragraph HR-1(1): Do more.",
      ])
    #expect(document.blocks[3].label == "statement hr-1_smt")
    #expect(
      OwnFixture.source(document, document.blocks[4])
        == "maps risks every <insert type=\"param\" id-ref=\"p1\"/> in "
        + "<insert type=\"param\" id-ref=\"p2\"/>;")
  }

  @Test func aProfileSaysWhatItImports() throws {
    let document = oscal(
      "profile",
      """
      <import href="catalog.xml"><include-all/></import><modify><alter control-id="hr-1"><add>
      <part name="statement" id="x"><p>The supplier also reports.</p></part></add></alter></modify>
      """)
    #expect(OwnFixture.rules(document) == ["AK0337"])
    let finding = try #require(document.findings.first)
    #expect(finding.severity == .note)
    #expect(
      finding.message
        == "the profile takes its controls from \"catalog.xml\", which is not read: "
        + "check that document too")
    let place = try #require(finding.place?.segments.first)
    #expect(String(decoding: document.source.bytes[place], as: UTF8.self) == "catalog.xml")
    #expect(
      OwnFixture.lines(document).last == "1 paragraph hr-1: The supplier also reports.")
  }

  @Test func statementsAreAnswered() {
    let document = oscal(
      "system-security-plan",
      """
      <system-implementation><component uuid="c1"><title>Purchasing</title>
      <description><p>Buys.</p></description></component></system-implementation>
      <control-implementation><description><p>How.</p></description>
      <implemented-requirement control-id="hr-1">
      <statement statement-id="hr-1_smt"/>
      <statement statement-id="hr-1_smt.a"><by-component component-uuid="c1">
      <description><p>We map <insert type="param" id-ref="p1"/>.</p><ul><li>All tiers.</li></ul>
      </description><set-parameter param-id="p1"><value>each risk</value></set-parameter>
      <implementation-status state="partial"/></by-component><remarks><p>Soon more.</p></remarks>
      </statement><statement statement-id="hr-1_smt.b"/></implemented-requirement>
      <implemented-requirement control-id="hr-2"><prop name="implementation-status" value="planned"/>
      </implemented-requirement><implemented-requirement control-id="hr-3"/></control-implementation>
      """)
    #expect(document.party == Party(name: "Exempelbolaget AB", kind: .supplier))
    #expect(
      document.questions.map(\.id) == [
        "hr-1_smt", "hr-1_smt.a", "hr-1_smt.b", "hr-2", "hr-3",
      ])
    #expect(
      document.questions.map(\.state) == [
        .notAsked, .answered, .unanswered, .answered, .unanswered,
      ])
    #expect(document.questions.map(\.value) == [nil, .partly, nil, nil, nil])
    #expect(document.questions.map(\.written) == ["", "partial", "", "planned", ""])
    let blocks = document.blocks.filter { $0.question >= 0 }
    #expect(
      OwnFixture.lines(document).suffix(blocks.count) == [
        "4 answer hr-1: We map [each risk].", "4 list-item hr-1: All tiers.",
        "4 answer hr-1: each risk", "4 answer hr-1: partial", "4 answer hr-1: Soon more.",
        "5 answer hr-2: planned",
      ])
    #expect(
      blocks.map(\.label) == [
        "hr-1_smt.a, Purchasing", "hr-1_smt.a, Purchasing", "hr-1_smt.a, Purchasing (p1)",
        "hr-1_smt.a, Purchasing (implementation status)", "hr-1_smt.a (remarks)",
        "hr-2 (implementation status)",
      ])
    #expect(blocks.map(\.question) == [1, 1, 1, 1, 1, 3])
    #expect(OwnFixture.source(document, blocks[3]) == "partial")
    #expect(document.questions[1].valueBlock == Int32(document.blocks.count - 3))
  }

  @Test func componentsThatDifferAreInPlaceInPart() {
    let document = oscal(
      "component-definition",
      """
      <component uuid="c1"><title>Audit tool</title><control-implementation>
      <implemented-requirement control-id="hr-1"><description><p>It counts.</p></description>
      <by-component><implementation-status state="implemented"/></by-component>
      <by-component><implementation-status state="planned"/></by-component>
      </implemented-requirement></control-implementation></component>
      """)
    #expect(document.questions.map(\.value) == [.partly])
    #expect(document.questions.map(\.written) == ["implemented"])
    #expect(document.blocks.last?.label == "hr-1, Audit tool (implementation status)")
  }

  @Test func findingsAnswerTheirObjective() throws {
    let document = oscal(
      "assessment-results",
      """
      <local-definitions><activity><title>Interviews</title><description><p>We ask.</p></description>
      </activity></local-definitions><result><title>Audit</title><description><p>Done.</p></description>
      <observation><title>Dormitory</title><description><p>Doors were locked.</p></description>
      <collected>2026-01-05T08:00:00Z</collected></observation>
      <risk><title>Fire</title><statement><p>People may be hurt.</p></statement><status>open</status>
      </risk><finding><title>Free movement</title><description><p>Workers cannot leave.</p></description>
      <target type="objective-id" target-id="hr-4_obj"><status state="not-satisfied"/></target></finding>
      </result>
      """)
    #expect(document.party == nil)
    #expect(
      OwnFixture.lines(document).dropFirst() == [
        "1 caption: Interviews", "2 caption: We ask.", "3 heading: Audit", "4 paragraph: Done.",
        "5 heading: Dormitory", "5 paragraph: Doors were locked.", "6 heading: Fire",
        "6 paragraph: People may be hurt.", "7 heading hr-4_obj: Free movement",
        "8 answer hr-4_obj: not-satisfied", "8 answer hr-4_obj: Workers cannot leave.",
      ])
    #expect(document.blocks[6].label == "observation, collected 2026-01-05")
    #expect(document.blocks[8].label == "risk, status open")
    let question = try #require(document.questions.first)
    #expect(question.id == "hr-4_obj")
    #expect(question.label == "Free movement")
    #expect(question.state == .answered)
    #expect(question.value == .no)
    #expect(question.written == "not-satisfied")
    #expect(question.valueBlock == Int32(document.blocks.count - 2))
  }

  @Test func itemsOfAPlanAreRecords() {
    let document = oscal(
      "plan-of-action-and-milestones",
      """
      <poam-item><title>Unlock</title><description><p>We will unlock the doors.</p></description>
      </poam-item><back-matter><resource><title>Photo</title></resource></back-matter>
      """)
    #expect(
      OwnFixture.lines(document).dropFirst() == [
        "1 heading: Unlock", "1 paragraph: We will unlock the doors.", "2 caption: Photo",
      ])
    #expect(document.blocks[2].label == "poam-item")
  }

  private func oscal(_ root: String, _ content: String) -> Document {
    OwnFixture.read(
      """
      <\(root) xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u"><metadata><title>Title</title>
      <last-modified>2026-02-01T10:00:00Z</last-modified><party uuid="x" type="organization">
      <name>Exempelbolaget AB</name></party></metadata>\(content)</\(root)>
      """)
  }
}
