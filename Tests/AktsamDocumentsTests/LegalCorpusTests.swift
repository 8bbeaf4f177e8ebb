import AktsamDocuments
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

/// Reads the real laws, manuals and catalogues of the corpus, and holds what hostile ones may do.
@Suite struct LegalCorpusTests {
  /// A file with what it holds.
  struct Sample: Sendable, CustomTestStringConvertible {
    var file: String
    var format: String
    var blocks: Int
    var answers: Int
    var questions: Int
    var language: String?

    var testDescription: String { file }
  }

  static let samples: [Sample] = [
    Sample(
      file: "akoma-ntoso/32014L0092.akn", format: "akoma-ntoso", blocks: 396, answers: 0,
      questions: 0, language: "en"),
    Sample(
      file: "akoma-ntoso/de-legaldocml-bgbl-1_2025_145.xml", format: "akoma-ntoso", blocks: 104,
      answers: 0, questions: 0, language: "de"),
    Sample(
      file: "akoma-ntoso/eu_COM-2013-0619_EN-8.xml", format: "akoma-ntoso", blocks: 425, answers: 0,
      questions: 0, language: "en"),
    Sample(
      file: "akoma-ntoso/finlex_2024_123.xml", format: "akoma-ntoso", blocks: 619, answers: 0,
      questions: 0, language: "fi"),
    Sample(
      file: "akoma-ntoso/uk_pga-2014-27-enacted-data.xml", format: "akoma-ntoso", blocks: 136,
      answers: 0, questions: 0, language: "en"),
    Sample(
      file: "akoma-ntoso/uy_bill_2010-09-27.xml", format: "akoma-ntoso", blocks: 70, answers: 0,
      questions: 0, language: "esp"),
    Sample(
      file: "formex/L_202400903EN.000101.fmx.xml", format: "formex", blocks: 346, answers: 0,
      questions: 0, language: "en"),
    Sample(
      file: "formex/e115172d-DOC_2-act.xml", format: "formex", blocks: 33, answers: 0, questions: 0,
      language: "en"),
    Sample(
      file: "formex/e115172d-DOC_4-annex.xml", format: "formex", blocks: 60, answers: 0,
      questions: 0, language: "en"),
    Sample(
      file: "docbook/docbook-reader.docbook", format: "docbook", blocks: 387, answers: 0,
      questions: 0, language: nil),
    Sample(
      file: "oscal/basic-catalog.xml", format: "oscal", blocks: 64, answers: 0, questions: 0,
      language: nil),
    Sample(
      file: "oscal/example-component-definition.xml", format: "oscal", blocks: 16, answers: 7,
      questions: 5, language: nil),
    Sample(
      file: "oscal/ifa_assessment-results-example.xml", format: "oscal", blocks: 39, answers: 4,
      questions: 1, language: nil),
    Sample(
      file: "oscal/ssp-example.xml", format: "oscal", blocks: 52, answers: 21, questions: 7,
      language: nil),
  ]

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"),
    arguments: samples)
  func everyRealFileIsRead(sample: Sample) throws {
    let document = try Self.document(sample.file)
    #expect(document.format == sample.format)
    #expect(document.language == sample.language)
    #expect(document.isComplete)
    #expect(document.blocks.count == sample.blocks)
    #expect(document.blocks.count { $0.kind == .answer } == sample.answers)
    #expect(document.questions.count == sample.questions)
    for (before, after) in zip(document.blocks, document.blocks.dropFirst()) {
      #expect(before.group <= after.group)
    }
    for block in document.blocks {
      #expect(block.heading < 0 || document.blocks[Int(block.heading)].kind == .heading)
      #expect(Self.words(document.string(block.text)) == Self.words(Self.decoded(document, block)))
    }
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
  func realNumbersAreChained() throws {
    func numbers(_ file: String) throws -> Set<String> {
      Set(try Self.document(file).blocks.map(\.number))
    }
    let german = try numbers("akoma-ntoso/de-legaldocml-bgbl-1_2025_145.xml")
    #expect(german.isSuperset(of: ["§ 3", "§ 3 (2)", "§ 3 (2) 1.", "§ 3 (2) 1. a)"]))
    let british = try numbers("akoma-ntoso/uk_pga-2014-27-enacted-data.xml")
    #expect(british.isSuperset(of: ["1", "1 6", "1 6 a", "1 6 a ii"]))
    let union = try numbers("formex/L_202400903EN.000101.fmx.xml")
    #expect(union.isSuperset(of: ["(57)", "Article 4 1.", "Article 4 1. (c) (ii)", "Chapter 2"]))
    #expect(try numbers("oscal/basic-catalog.xml").isSuperset(of: ["2.1.1", "2.1.1 11"]))
    #expect(try numbers("docbook/docbook-reader.docbook").isSuperset(of: ["A I 6 c", "2 a"]))
  }

  @Test(
    .enabled(if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
  func notesOfRealLawsStandAlone() throws {
    let document = try Self.document("formex/L_202400903EN.000101.fmx.xml")
    let notes = document.blocks.filter { $0.label.hasSuffix("footnote") }
    #expect(notes.count == 20)
    let groups = Set(notes.map(\.group))
    #expect(
      document.blocks.allSatisfy { groups.contains($0.group) == $0.label.hasSuffix("footnote") })
  }

  @Test(arguments: [
    "<akomaNtoso><act><meta/><body><article eId='a'><num>1</num><list><intro><p>A:</p></intro>"
      + "<point><num>a</num><p>b<authorialNote><p>c<authorialNote><list><point><num>1</num>"
      + "<p>d</p></point></list></authorialNote></p></authorialNote>e</p></point></list></article>"
      + "<table><tr><th>f</th></tr><tr><td>g</td><td>h</td></tr></table></body></act></akomaNtoso>",
    "<ACT><TI/><NP><NO.P>1</NO.P><TXT>a<QUOT.START CODE='2018'/>b<NOTE><NP><NO.P>2</NO.P><TXT>c"
      + "<NOTE>d</NOTE></TXT></NP></NOTE></TXT></NP><ITEM><NO.P>x</NO.P></ITEM><ROW><CELL>y</CELL>"
      + "</ROW><STI.ART>z</STI.ART></ACT>",
    "<b xmlns='http://docbook.org/ns/docbook'><orderedlist startingnumber='99999999999'><listitem"
      + " override='-3'><para>a</para></listitem><listitem override='2147483647'><para>b</para>"
      + "</listitem><listitem>c</listitem></orderedlist><answer><para>d</para></answer><step>e</step>"
      + "<qandaentry><answer><para>f</para></answer><question><para>g</para></question></qandaentry>"
      + "</b>",
    "<system-security-plan xmlns='http://csrc.nist.gov/ns/oscal/1.0'><metadata/><implemented-"
      + "requirement><statement/><by-component><set-parameter/><implementation-status/></by-component>"
      + "</implemented-requirement><part><part><p>a:</p><part><p>b <insert/></p></part></part></part>"
      + "<finding><target><status/></target></finding><import/></system-security-plan>",
  ])
  func inputThatBreaksOffOrMakesNoSenseIsRead(text: String) {
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      let document = OwnFixture.read(bytes: Array(bytes.prefix(count)))
      for block in document.blocks {
        #expect(!block.text.isEmpty)
        #expect(block.text.upperBound <= document.text.count)
        #expect(Int(block.question) < document.questions.count)
        #expect(Int(block.heading) < document.blocks.count)
      }
    }
    #expect(!OwnFixture.read(bytes: bytes).blocks.isEmpty)
  }

  @Test(arguments: [
    ("<akomaNtoso><act>", "<point><num>1</num>", "</point>", "</act></akomaNtoso>"),
    ("<akomaNtoso><act>", "<authorialNote><p>a</p>", "</authorialNote>", "</act></akomaNtoso>"),
    ("<ACT><TI/>", "<NP><NO.P>1.</NO.P><NOTE>", "</NOTE></NP>", "</ACT>"),
    (
      "<s xmlns='http://docbook.org/ns/docbook'>", "<orderedlist><listitem>",
      "</listitem></orderedlist>", "</s>"
    ),
    (
      "<catalog xmlns='http://csrc.nist.gov/ns/oscal/1.0'>", "<part><p>a:</p>", "</part>",
      "</catalog>"
    ),
  ])
  func deepInputIsRead(open: String, down: String, up: String, close: String) {
    let depth = 120
    let document = OwnFixture.read(
      open + String(repeating: down, count: depth) + "<p>end</p><para>end</para>"
        + String(repeating: up, count: depth) + close)
    #expect(document.isComplete)
    #expect(document.blocks.allSatisfy { $0.number.utf8.count <= 240 })
    #expect(document.blocks.contains { document.string($0.text) == "end" })
  }

  private static func document(_ file: String) throws -> Document {
    let url = try #require(TestFiles.shared("corpus")).appending(path: file)
    return DocumentReader.read(Array(try Data(contentsOf: url)), path: file)
  }

  private static func words(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  /// What the source says in the places of a block, read by simple means: references resolved, empty
  /// elements that stand for words replaced.
  private static func decoded(_ document: Document, _ block: Block) -> String {
    var text = document.place(of: block.text, element: block.element).segments
      .map { String(decoding: document.source.bytes[$0], as: UTF8.self) }.joined()
    let references = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&GHC;", "GHC"),
      ("&let;", "LET"), ("&case;", "CASE"), ("&amp;", "&"),
    ]
    while let start = text.firstRange(of: "<QUOT."),
      let end = text[start.upperBound...].firstIndex(of: ">")
    {
      let tag = text[start.lowerBound...end]
      text.replaceSubrange(start.lowerBound...end, with: tag.contains("2019") ? "’" : "‘")
    }
    let inserts = [
      "s1.1.1-prm1": "a choice from a selection", "sc-8_prm_1": "confidentiality",
      "sc-8.1_prm_1": "prevent unauthorized disclosure of information",
    ]
    while let start = text.firstRange(of: "<insert "),
      let end = text[start.upperBound...].firstIndex(of: ">")
    {
      let tag = text[start.lowerBound...end]
      let label = inserts.first { tag.contains("\"\($0.key)\"") }?.value ?? "?"
      text.replaceSubrange(start.lowerBound...end, with: "[\(label)]")
    }
    for (reference, character) in references {
      text = text.replacingOccurrences(of: reference, with: character)
    }
    return text
  }
}
