import AktsamDocuments
import AktsamText
import Testing

/// What may be referred to, what refers, and how a question is put, in our own formats.
@Suite struct AnchorTests {
  private static func lines(_ document: Document) -> [String] {
    document.anchors.map { "\($0.kind.rawValue) \(source(document, $0.source))" }
      + document.references.map { "-> \($0.kind.rawValue) \(source(document, $0.source))" }
  }

  /// What the source says in a range.
  private static func source(_ document: Document, _ range: Range<Int>) -> String {
    String(decoding: document.source.bytes[range], as: UTF8.self)
  }

  private static let questionnaire = OwnFixture.questionnaire(
    """
    <question id="q1" type="choice" requirement="dd-risk dd-map" mandatory="true" max="2">
      <text>Which tiers?</text><text xml:lang="sv">Vilka led?</text><help>All of them.</help>
      <option id="one"><text>The first</text></option>
      <option id="all"><text>All</text></option>
    </question>
    <question id="q2" type="table" match="any">
      <text>Name them.</text>
      <show-when question="q1" value="one"/><show-when question="q1" value="all"/>
      <column id="site" mandatory="true"><text>Site</text></column>
      <column id="opened" type="date"><text>Since</text></column>
      <evidence required="true" max-age-months="24" types="PDF docx"><text>A map</text></evidence>
    </question>
    """)

  @Test func questionnaireDeclaresAndRefers() {
    #expect(
      Self.lines(Self.questionnaire) == [
        "question q1", "option one", "option all", "question q2", "column site", "column opened",
        "-> requirement dd-risk", "-> requirement dd-map", "-> question q1", "-> question q1",
      ])
    #expect(Self.questionnaire.id == "q")
    #expect(Self.questionnaire.version == "1")
  }

  @Test func definitionSaysHowAQuestionIsPut() throws {
    let document = Self.questionnaire
    let first = try #require(document.questions.first?.definition)
    let second = try #require(document.questions.last?.definition)
    #expect(Self.source(document, first.source).hasPrefix("<question id=\"q1\""))
    #expect(first.texts.map(\.language) == ["en", "sv"])
    #expect(first.help.count == 1)
    #expect(first.options.map(\.id) == ["one", "all"])
    #expect(first.maximum == "2" && first.minimum == nil)
    #expect(first.conditions.isEmpty && first.needsAllConditions)
    #expect(!second.needsAllConditions)
    #expect(second.conditions.map(\.value) == ["one", "all"])
    #expect(second.conditions.map { Self.source(document, $0.valueSource) } == ["one", "all"])
    #expect(second.columns.map(\.id) == ["site", "opened"])
    #expect(second.columns.map(\.isMandatory) == [true, false])
    #expect(second.columns.map(\.kind) == [.text, .date])
    let demand = try #require(second.demand)
    #expect(demand.isRequired && demand.maxAgeMonths == 24 && demand.types == ["pdf", "docx"])
    #expect(Self.source(document, demand.source).hasPrefix("<evidence required"))
  }

  @Test func textsPointAtTheirBlocks() throws {
    let document = Self.questionnaire
    let texts = try #require(document.questions.first?.definition.texts)
    #expect(
      texts.map { document.string(document.blocks[Int($0.block)].text) } == [
        "Which tiers?", "Vilka led?",
      ])
  }

  @Test func responseRefers() {
    let document = OwnFixture.response(
      """
      <answer question="q1" lot="l1 l2" requirement="dd-risk"><value>no</value></answer>
      <answer question="q2" not-shown-because-of="q1"/>
      """, head: "<lot id=\"l1\"/><lot id=\"l2\"/>")
    #expect(
      Self.lines(document) == [
        "lot l1", "lot l2", "-> questionnaire q", "-> questionnaire-version 1", "-> question q1",
        "-> lot l1", "-> lot l2", "-> requirement dd-risk", "-> question q2", "-> question q1",
      ])
  }

  @Test func tenderDeclaresAndRefers() {
    let document = OwnFixture.tender(
      """
      <section id="s" number="1"><heading>H</heading>
      <clause id="c" number="1.1"><p>As in <ref to="s">1</ref>.</p></clause></section>
      """)
    #expect(Self.lines(document) == ["section s", "clause c", "-> clause s"])
  }
}
