import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// What the rules about questionnaires say about whole questionnaires, and what their fixes do.
@Suite struct QuestionnaireRulesTests {
  private static func findings(
    _ bytes: [UInt8], profile id: String, _ wanted: (RuleInfo) -> Bool = { _ in true }
  ) throws -> [LintFinding] {
    let library = try #require(ShippedClauses.library)
    let profile = try #require(library.profile(id))
    let document = DocumentReader.read(bytes, path: "questionnaire.xml", options: ReadingOptions())
    let context = RuleContext(
      LintSurroundings(documents: [document], library: library), index: 0, profile: profile
    ) { LintReading() }
    return RuleTable.all.compactMap { $0 as? any DocumentRule.Type }
      .filter { $0.info.group == .questionnaires && wanted($0.info) }
      .flatMap { context.findings(of: $0) }
  }

  private static func example() throws -> [UInt8] {
    let path = TestFiles.root.appending(path: "examples/it-hardware/questionnaire.xml")
    return Array(try Data(contentsOf: path))
  }

  /// A questionnaire that was written with care has few findings, and these are true.
  @Test func exampleHasOnlyTrueFindings() throws {
    let bytes = try Self.example()
    let findings = try Self.findings(bytes, profile: "it-hardware-forced-labour") { $0.isDefault }
    let lines = findings.filter { $0.name != "requirement-not-asked" }.map { finding in
      let segment = finding.place.segments.first ?? 0..<0
      let words = String(decoding: bytes[segment], as: UTF8.self).split(separator: "\"")
      return "\(finding.name): " + (words.count > 1 ? words[0] + words[1] : words[0])
    }
    // Neither one choice nor one yes can answer the first; the last may be left empty.
    #expect(
      lines == [
        "double-barrelled-question: and what share has signed",
        "double-barrelled-question: och hur stor andel har undertecknat",
        "double-barrelled-question: og hvor stor andel har signert",
        "double-barrelled-question: and have you provided remedy",
        "double-barrelled-question: och har ni gett gottgörelse",
        "double-barrelled-question: og har dere sørget for gjenoppretting",
        "required-asked-optionally: <question id=q2.5",
        "required-asked-optionally: <question id=q3.3",
      ])
  }

  /// What the profile requires and no question asks is said once a requirement.
  @Test func exampleDoesNotAskEverything() throws {
    let findings = try Self.findings(Self.example(), profile: "it-hardware-forced-labour") {
      $0.name == "requirement-not-asked"
    }
    let ids = findings.compactMap { finding in
      finding.message.split(separator: "\"").dropFirst().first.map { String($0) }
    }
    #expect(ids.contains("tra-component-disclosure"))
    // Asked, expected only, and checked only in contracts.
    for id in ["sifl-mapping", "doc-retention", "san-termination"] { #expect(!ids.contains(id)) }
    #expect(ids.count == Set(ids).count)
    #expect(Set(findings.map(\.place.line)) == [2])
  }

  // MARK: - Wording

  /// A questionnaire of the model questions of the library, each marked with a language.
  private static func modelQuestions(
    type: String, marked: (String) -> String = { $0 }
  ) throws -> (bytes: [UInt8], count: Int) {
    let library = try #require(ShippedClauses.library)
    var text = """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
        <title>OECD</title><section><heading>OECD</heading>

      """
    var count = 0
    for requirement in library.requirements {
      for language in ["en", "sv", "nb"] {
        for localized in [requirement.question, requirement.dialogue, requirement.evidence] {
          count += 1
          let question = localized[language].replacing("&", with: "&amp;")
            .replacing("<", with: "&lt;")
          text += """
            <question id="q\(count)" type="\(type)">
            <text xml:lang="\(marked(language))">\(question)</text></question>

            """
        }
      }
    }
    return (Array((text + "</section></questionnaire>").utf8), count)
  }

  /// The library's own questions neither lead nor are taken for another language.
  @Test func modelQuestionsAreWellPut() throws {
    let (bytes, _) = try Self.modelQuestions(type: "text")
    let findings = try Self.findings(bytes, profile: "oecd-six-steps") {
      ["wrong-language", "leading-question", "double-barrelled-question"].contains($0.name)
    }
    #expect(findings.map { "\($0.place.line): \($0.message)" } == [])
  }

  /// Where one value is the whole answer, many of them ask too much; none of them leads.
  @Test func modelQuestionsAskForText() throws {
    let (bytes, count) = try Self.modelQuestions(type: "number")
    let findings = try Self.findings(bytes, profile: "oecd-six-steps") {
      $0.name == "double-barrelled-question"
    }
    #expect((count / 10...count / 3).contains(findings.count), "\(findings.count) of \(count)")
  }

  /// Under the marks of another language nearly all of them are noticed.
  @Test(arguments: [["en": "sv", "sv": "nb", "nb": "en"], ["en": "nb", "sv": "en", "nb": "sv"]])
  func wrongMarksAreNoticed(marks: [String: String]) throws {
    let (bytes, count) = try Self.modelQuestions(type: "text") { marks[$0] ?? $0 }
    let findings = try Self.findings(bytes, profile: "oecd-six-steps") {
      $0.name == "wrong-language"
    }
    #expect(Double(findings.count) >= 0.9 * Double(count), "\(findings.count) of \(count)")
  }

  // MARK: - Fixes

  private static func applying(_ findings: [LintFinding], to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let edits = findings.flatMap { $0.fix?.edits ?? [] }
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
    }
    return bytes
  }

  /// What a fix mends is gone afterwards, and its finding with it.
  @Test(
    arguments: [
      "surrounding-whitespace", "missing-language", "unknown-requirement", "unreachable-question",
      "missing-id",
    ])
  func fixesMend(name: String) throws {
    let info = try #require(RuleTable.info(name))
    var count = 0
    for example in info.flagged {
      let bytes = MarkedText(example.text).bytes
      let before = try Self.findings(bytes, profile: "oecd-six-steps") { $0.name == name }
      let mended = before.filter { $0.fix != nil }
      let after = try Self.findings(
        Self.applying(mended, to: bytes), profile: "oecd-six-steps"
      ) { $0.name == name }
      #expect(after.count == before.count - mended.count)
      count += mended.count
    }
    #expect(count > 0, "no fix was tried")
  }

  /// The language is written where the texts leave no doubt, and nowhere else.
  @Test(
    arguments: [
      ("Hur bedömer ni riskerna i er leveranskedja, och hur ofta?", "sv"),
      ("Hvordan vurderer dere risikoen i leverandørkjeden, og hvor ofta?", "nb"),
      ("How do you assess the risks in your supply chain, and how often?", "en"),
      ("OECD, UNGP, ILO?", nil),
    ])
  func languageIsWritten(text: String, language: String?) throws {
    let questionnaire = """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" id="a" version="1"><title>OECD</title>
      <section><heading>OECD</heading><question id="q1" type="text"><text>\(text)</text></question>
      </section></questionnaire>
      """
    let bytes = Array(questionnaire.utf8)
    let findings = try Self.findings(bytes, profile: "oecd-six-steps") {
      $0.name == "missing-language"
    }
    #expect(findings.count == 1)
    let start = String(decoding: Self.applying(findings, to: bytes).prefix(32), as: UTF8.self)
    #expect(start.contains(" xml:lang=\"\(language ?? "")\"") == (language != nil))
  }

  /// Texts in two languages do not say which one is the main one.
  @Test func mixedLanguagesAreLeftToPeople() throws {
    let questionnaire = """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" id="a" version="1"><title>OECD</title>
      <section><heading>OECD</heading><question id="q1" type="text">
      <text>Hur bedömer ni riskerna i er leveranskedja, och hur ofta?</text>
      <help>Describe who does it and how often it is done.</help></question></section>
      </questionnaire>
      """
    let findings = try Self.findings(Array(questionnaire.utf8), profile: "oecd-six-steps") {
      $0.name == "missing-language"
    }
    #expect(findings.map { $0.fix == nil } == [true])
  }

  // MARK: - Conditions

  private static func chain(_ count: Int, isClosed: Bool) -> [UInt8] {
    var text = """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
      <title>OECD</title><section><heading>OECD</heading>
      """
    for index in 0..<count {
      let gate = index > 0 ? index - 1 : count - 1
      text += "<question id=\"q\(index)\" type=\"yes-no\"><text>How?</text>"
      if index > 0 || isClosed { text += "<show-when question=\"q\(gate)\" value=\"yes\"/>" }
      text += "</question>"
    }
    return Array((text + "</section></questionnaire>").utf8)
  }

  /// A circle of thousands of questions is one finding with a message that can be read.
  @Test func longCircleIsOneFinding() throws {
    let findings = try Self.findings(Self.chain(5_000, isClosed: true), profile: "oecd-six-steps") {
      $0.name == "circular-condition"
    }
    #expect(findings.count == 1)
    #expect((findings.first?.message.utf8.count ?? 0) < 400)
    #expect((findings.first?.related.count ?? 0) <= 20)
  }

  @Test func longChainIsNoCircle() throws {
    let findings = try Self.findings(Self.chain(5_000, isClosed: false), profile: "oecd-six-steps")
    {
      ["circular-condition", "unreachable-question"].contains($0.name)
    }
    #expect(findings.map(\.message) == [])
  }

  /// The message names the questions of a circle in their order.
  @Test func circleIsNamed() throws {
    let findings = try Self.findings(Self.chain(3, isClosed: true), profile: "oecd-six-steps") {
      $0.name == "circular-condition"
    }
    #expect(findings.first?.message.contains("\"q0\" ← \"q2\" ← \"q1\" ← \"q0\"") == true)
  }

  /// Circles that do not touch are found each for itself.
  @Test func eachCircleIsFound() throws {
    var text = """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
      <title>OECD</title><section><heading>OECD</heading>
      """
    for (id, gate) in [("a", "b"), ("b", "a"), ("c", "a"), ("d", "e"), ("e", "d"), ("f", "f")] {
      text +=
        "<question id=\"\(id)\" type=\"text\"><text>How?</text>"
        + "<show-when question=\"\(gate)\"/></question>"
    }
    let findings = try Self.findings(
      Array((text + "</section></questionnaire>").utf8), profile: "oecd-six-steps"
    ) { $0.name == "circular-condition" }
    #expect(findings.map { $0.message.split(separator: "\"")[1] } == ["a", "d", "f"])
  }

  // MARK: - Broken documents

  /// A questionnaire that breaks off anywhere is checked as far as it goes.
  @Test func brokenQuestionnairesAreChecked() throws {
    let bytes = try Self.example()
    for length in stride(from: 0, to: bytes.count, by: 997) {
      let part = Array(bytes.prefix(length))
      for finding in try Self.findings(part, profile: "it-hardware-forced-labour") {
        let end = finding.place.segments.last?.upperBound ?? 0
        #expect(end <= part.count, "\(finding.rule) in the first \(length) bytes")
      }
    }
  }
}
