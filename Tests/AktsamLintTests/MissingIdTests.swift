import AktsamDocuments
import AktsamLint
import AktsamText
import Testing

/// Ids that are missing, and the fixes that write them.
@Suite struct MissingIdTests {
  private static func questionnaire(_ inside: String, id: String = " id=\"a\"") -> String {
    """
    <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en"\(id) version="1">
    <title>Supplier self-assessment</title><section><heading>Risk</heading>
    \(inside)
    </section></questionnaire>
    """
  }

  /// Lints with the rules about ids only.
  private static func lint(_ bytes: [UInt8], beside others: [String] = []) throws -> [LintFinding] {
    let library = try #require(ShippedClauses.library)
    var command = Settings()
    command.select = ["AK1003", "AK1018", "AK1034"].compactMap { RuleSelector($0) }.map {
      Sited($0)
    }
    let options = ReadingOptions(schema: ShippedSchemas.schema)
    var documents = [DocumentReader.read(bytes, path: "a.xml", options: options)]
    for (index, text) in others.enumerated() {
      documents.append(
        DocumentReader.read(Array(text.utf8), path: "b\(index).xml", options: options))
    }
    return Linter(library: library, command: command).run(LintInput(documents: documents))
      .findings.filter { $0.place.path == "a.xml" }
  }

  /// Fixes and returns the file as it is then, and what is found in it.
  private static func fix(
    _ text: String, unsafe: Bool = false
  ) throws -> (text: String, remaining: [LintFinding]) {
    let outcome = FixApplier.run(Array(text.utf8), unsafe: unsafe) { bytes in
      (try? lint(bytes)) ?? []
    }
    return (String(decoding: outcome.bytes, as: UTF8.self), outcome.remaining)
  }

  @Test func idsComeFromNumbersAndPositions() throws {
    let text = Self.questionnaire(
      """
      <question type="text" number="1.1"><text>Who maps risks?</text></question>
      <question
         type="text"><text>Who ranks them?</text></question>
      <question id='q4' type="text"><text>Who acts on them?</text></question>
      <question id="" type="text"><text>Who is told?</text></question>
      <question id="  " number="§ 5" type="text"><text>Who asks?</text></question>
      """)
    let expected = Self.questionnaire(
      """
      <question id="q1.1" type="text" number="1.1"><text>Who maps risks?</text></question>
      <question id="q2"
         type="text"><text>Who ranks them?</text></question>
      <question id='q4' type="text"><text>Who acts on them?</text></question>
      <question id="q4-2" type="text"><text>Who is told?</text></question>
      <question id="q5" number="§ 5" type="text"><text>Who asks?</text></question>
      """)
    let fixed = try Self.fix(text)
    #expect(fixed.text == expected)
    #expect(fixed.remaining.map { "\($0.rule) \($0.message)" } == [])
    // The same on every run, and nothing more to do.
    #expect(try Self.fix(text).text == expected)
    #expect(try Self.fix(expected).text == expected)
  }

  @Test func optionsAndColumnsAreNamedByTheirText() throws {
    let text = Self.questionnaire(
      """
      <question id="fr-1" type="choice"><text>How often?</text>
      <option><text>Every year</text></option>
      <option><text>Every year!</text></option>
      <option><text>Årlig, på høsten: ø</text></option>
      <option><text>毎年</text></option></question>
      <question type="table"><text>Where?</text>
      <column><text>Site</text></column><column/></question>
      """)
    let fixed = try Self.fix(text)
    for expected in [
      "<option id=\"every-year\"><text>Every year<",
      "<option id=\"every-year-2\"><text>Every year!<",
      "<option id=\"arlig-pa-hosten-o\">", "<option id=\"option-4\">", "<question id=\"fr-2\" type",
      "<column id=\"site\"><text>", "<column id=\"column-2\"/>",
    ] {
      #expect(fixed.text.contains(expected), "\(expected) is not in \(fixed.text)")
    }
    #expect(!fixed.remaining.contains { $0.rule.hasPrefix("AK1") })
  }

  /// What a condition names by mistake does not come to be, and keeps its meaning: none.
  @Test func idsThatConditionsNameAreNotTaken() throws {
    let text = Self.questionnaire(
      """
      <question type="choice"><text>How often?</text>
      <option id="a"><text>Yearly</text></option></question>
      <question id="q3" type="text"><text>Who?</text><show-when question="q1"/></question>
      <question id="q4" type="choice"><text>Which?</text><option><text>Other</text></option></question>
      <question id="q5" type="text"><text>Why?</text>
      <show-when question="q4" value="other"/></question>
      """)
    let fixed = try Self.fix(text)
    #expect(fixed.text.contains("<question id=\"q1-2\" type=\"choice\"><text>How often?"))
    #expect(fixed.text.contains("<option id=\"other-2\">"))
  }

  /// What lies outside the places of the ids stays byte for byte as it is.
  @Test func nothingElseChanges() throws {
    let text =
      "<!-- åäö -->\r\n"
      + Self.questionnaire(
        "<question type=\"text\"><text>Who maps &amp; ranks risks?</text></question>\r\n")
    let fixed = try Self.fix(text).text
    #expect(fixed == text.replacing("<question type", with: "<question id=\"q1\" type"))
  }

  /// The id of a questionnaire stands in all responses: it is proposed and not written unasked.
  @Test func questionnaireIsNamedOnlyWhenAsked() throws {
    let text = Self.questionnaire(
      "<question id=\"q1\" type=\"text\"><text>Who maps risks?</text></question>", id: "")
    #expect(try Self.fix(text).text == text)
    let fixed = try Self.fix(text, unsafe: true)
    #expect(fixed.text.hasPrefix("<questionnaire id=\"supplier-self-assessment\" xmlns="))
    #expect(fixed.remaining.isEmpty)
  }

  /// Where suppliers have answered already, people decide.
  @Test func answeredQuestionnairesAreLeftToPeople() throws {
    let text = Self.questionnaire("<question type=\"text\"><text>Who maps risks?</text></question>")
    let response = """
      <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="NAME"
        questionnaire-version="1"><supplier><name>Example Ltd</name></supplier>
        <answer question="q1"><p>The purchasing manager.</p></answer></response>
      """
    for (name, isSafe) in [("a", false), ("another", true)] {
      let findings = try Self.lint(
        Array(text.utf8), beside: [response.replacing("NAME", with: name)])
      #expect(findings.filter { $0.rule == "AK1034" }.map { $0.fix?.isSafe } == [isSafe])
    }
  }

  /// What stands behind the break may have the id.
  @Test func brokenFilesAreNotFixed() throws {
    let text = Self.questionnaire("<question type=\"text\"><text>Who?</text></question><question")
    let findings = try Self.lint(Array(text.utf8)).filter { $0.rule == "AK1034" }
    #expect(findings.map { $0.fix == nil } == [true])
  }

  /// The schema says the same worse, and other things that stay.
  @Test func otherFindingsOfTheSchemaStay() throws {
    let text = Self.questionnaire(
      """
      <question number="1"><text>Who maps risks?</text></question>
      <question id="q2" type="text"><text>Who ranks them?</text></question>
      <question id="q2" type="text" colour="red"><text>Who acts on them?</text></question>
      """)
    let findings = try Self.lint(Array(text.utf8))
    #expect(findings.filter { $0.rule == "AK1034" }.map(\.place.line) == [3])
    #expect(findings.filter { $0.rule == "AK1003" }.map(\.place.line) == [5])
    let schema = findings.filter { $0.rule == "AK0110" }
    #expect(schema.map(\.place.line) == [3, 5], "\(schema.map(\.message))")
    #expect(schema.first?.message.contains("'type'") == true)
    #expect(schema.last?.message.contains("'colour'") == true)
  }
}
