import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

@Suite struct QueXMLTests {
  private static let text = """
    <questionnaire id="1"><title>Supplier survey</title>
    <questionnaireInfo><position>before</position><text>Answer for your group.</text>
    </questionnaireInfo>
    <section id="1"><sectionInfo><position>title</position><text>Risks</text></sectionInfo>
    <question><text>1.2 Do you map risks?</text><specifier>All tiers count.</specifier>
    <response varName="Q1"><fixed>
    <category><label>Yes</label><value>1</value></category>
    <category><label>Other</label><value>-oth-</value>
    <contingentQuestion varName="Q1other"><text>Namely:</text></contingentQuestion></category>
    </fixed></response></question>
    <question><text>How often do you &lt;b&gt;visit&lt;/b&gt;?</text>
    <subQuestion varName="Q2_A"><text>The first tier</text></subQuestion>
    <subQuestion varName="Q2_B"><text>The second tier</text></subQuestion>
    <response varName="Q2"><free><format>integer</format><length>3</length><label>a year</label>
    </free></response></question>
    </section></questionnaire>
    """

  @Test func sectionsQuestionsAndCategoriesAreRead() {
    let document = SurveyFixture.read(Self.text)
    #expect(document.format == "quexml")
    #expect(document.role == .questionnaire)
    #expect(
      SurveyFixture.outline(document) == [
        "heading |  |  | Supplier survey", "caption |  |  | Answer for your group.",
        "heading |  |  | Risks", "question | 1.2 |  | Do you map risks?",
        "question | 1.2 | 1.2 Do you map risks? | All tiers count.",
        "caption | 1.2 | 1.2 Do you map risks? | Yes",
        "caption | 1.2 | 1.2 Do you map risks? | Other",
        "question |  | 1.2 Do you map risks? | Namely:",
        "question |  |  | How often do you visit?",
        "question |  | How often do you visit? | a year",
        "question |  | How often do you visit? | The first tier",
        "question |  | How often do you visit? | The second tier",
      ])
    #expect(document.questions.map(\.id) == ["Q1", "Q1other", "Q2", "Q2_A", "Q2_B"])
    #expect(document.questions.map(\.kind) == [.choice, .text, .none, .number, .number])
    #expect(document.questions.allSatisfy { $0.state == .notAsked })
    #expect(document.blocks[3].heading == 2)
    #expect(SurveyFixture.source(document.blocks[3], document) == "Do you map risks?")
    #expect(SurveyFixture.source(document.blocks[8], document) == "How often do you visit?")
    #expect(document.findings.isEmpty)
  }

  @Test func damagedFilesGiveWhatCanBeRead() {
    SurveyFixture.damage(Self.text)
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
  func theRealQuestionnaireIsRead() throws {
    let document = try SurveyFixture.corpus("quexml/cio-survey-structure-pretest.xml")
    #expect(document.format == "quexml")
    // 100 questions, 215 rows, 5 texts asked for with a category, and further responses.
    #expect(document.questions.count == 100 + 215 + 5 + 35)
    let kinds = document.blocks.map(\.kind)
    // 280 categories, and two texts before sections.
    #expect(kinds.filter { $0 == .caption }.count == 280 + 2)
    #expect(!document.blocks.contains { document.string($0.text).contains("</") })
  }
}
