import Aktsam
import AktsamClauses
import AktsamText
import Testing

@Suite struct EvaluationTests {
  /// Two requirements and no lexicon: nothing is read, so that what was "read" can be put in.
  private static let library: Library = {
    let requirements = ["r1", "r2"].map { id in
      Requirement(
        id: id, theme: "t", step: 1, severity: .high, roles: [.response], kind: .duty,
        title: LocalizedText(), rationale: LocalizedText(), authorities: [],
        question: LocalizedText(), dialogue: LocalizedText(), wording: LocalizedText(),
        evidence: LocalizedText(), topic: [], unless: [], denial: [], elements: [], examples: [])
    }
    return Library(
      version: "1", sha256: "", concepts: [], lexicons: [:], requirements: requirements,
      sources: [], profiles: [])
  }()

  private typealias Label = (requirement: String, outcome: String, codes: [String])

  private static func line(_ labels: [Label], question: String?) -> String {
    let list = labels.map { label in
      let codes = label.codes.map { "\"\($0)\"" }.joined(separator: ",")
      return """
        {"requirement":"\(label.requirement)","outcome":"\(label.outcome)","weaknesses":[\(codes)]}
        """
    }
    return """
      {"id":"x","language":"xx","role":"response","question":\(question.map { "\"\($0)\"" } ?? "null"),\
      "text":"T","labels":[\(list.joined(separator: ","))]}

      """
  }

  /// A passage with these labels for which this was read.
  private func pair(
    _ expected: [Label], _ got: [Label], question: String? = nil, isSure: Bool = true
  ) throws -> EvaluatedPassage {
    let text = Self.line(expected, question: question) + Self.line(got, question: question)
    let (passages, faults) = Evaluator.passages(in: Array(text.utf8))
    #expect(faults.map(\.message) == [])
    let evaluated = Evaluator(Self.library, parameters: [:]).evaluate(passages).evaluated
    try #require(evaluated.count == 2)
    var result = evaluated[0]
    result.got = evaluated[1].expected.mapValues {
      var verdict = $0
      verdict.isSure = isSure
      return verdict
    }
    return result
  }

  @Test func measuresOfAHandfulOfPairs() throws {
    let measures = EvaluationMeasures([
      try pair([("r1", "met", [])], [("r1", "met", [])]),
      try pair(
        [("r1", "weak", ["generic", "conditional"])], [("r1", "weak", ["generic", "delegated"])]),
      try pair([("r1", "weak", ["generic"])], [("r1", "met", [])], isSure: false),
      try pair([], [("r2", "weak", [])], isSure: false),
      try pair([], []),
      try pair([("r2", "contradicted", [])], []),
      try pair([("r1", "met", [])], [("r1", "met", [])], question: "r1"),
    ])
    func equal(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 }
    #expect(measures.passages == 7)
    // Topic: 4 found, 1 missed, 1 too many; without the mapped one 3, 1, 1.
    #expect(equal(measures.precision, 0.8))
    #expect(equal(measures.recall, 0.8))
    #expect(equal(measures.f1, 0.8))
    #expect(equal(measures.f1Unmapped, 0.75))
    // Outcome: 3 of the 4 pairs that both have.
    #expect(equal(measures.outcomeAccuracy, 0.75))
    #expect(equal(measures.strictF1, 0.6))
    // One of four pairs that are not met is called so.
    #expect(equal(measures.falseMet, 0.25))
    // Codes: a found, b missed, c too many.
    #expect(equal(measures.weaknessF1, 0.5))
    #expect(equal(measures.falseAlarmRate, 0.5))
    #expect(equal(measures.surePrecision, 1))
    #expect(equal(measures.sureShare, 0.6))
    // No class has the ten labels that it needs.
    #expect(measures.outcomeMacroF1 == 0)
  }

  @Test func macroF1CountsClassesOfTenLabels() throws {
    var items: [EvaluatedPassage] = []
    for index in 0..<10 {
      items.append(try pair([("r1", "met", [])], [("r1", index < 8 ? "met" : "weak", [])]))
      items.append(try pair([("r1", "weak", [])], [("r1", index < 6 ? "weak" : "met", [])]))
    }
    // Nine labels are too few, and their pairs still count as false alarms of the others.
    for _ in 0..<9 { items.append(try pair([("r1", "contradicted", [])], [])) }
    let met = 16.0 / 22.0
    let weak = 12.0 / 18.0
    #expect(abs(EvaluationMeasures(items).outcomeMacroF1 - (met + weak) / 2) < 1e-9)
  }

  @Test func nothingMeasuredIsZero() {
    let measures = EvaluationMeasures([EvaluatedPassage]())
    #expect(measures.f1 == 0 && measures.falseMet == 0 && measures.surePrecision == 0)
  }

  @Test func badLinesAreNamed() {
    let text = """
      {"id":"a","language":"en","role":"tender","text":"T","labels":[]}

      not json
      {"id":"b","language":"en","role":"tender","labels":[]}
      {"id":3,"language":"en","role":"tender","text":"T","labels":[]}
      """
    let (passages, faults) = Evaluator.passages(in: Array(text.utf8))
    #expect(passages.map(\.id) == ["a"])
    #expect(faults.map(\.line) == [3, 4, 5])
    #expect(faults.allSatisfy { $0.message.hasPrefix("not a gold passage: ") })
    #expect(faults[1].message.contains("text"))
  }

  @Test(arguments: [
    ("offer", "weak", "generic", "unknown role 'offer'; known are response, tender"),
    ("tender", "meet", "generic", "unknown outcome 'meet'; did you mean 'met'?"),
    ("tender", "weak", "genric", "unknown weakness 'genric'; did you mean 'generic'?"),
  ])
  func wordsThatNoReadingMatchesAreFaults(
    role: String, outcome: String, weakness: String, message: String
  ) {
    func line(_ role: String, _ outcome: String, _ weakness: String) -> [UInt8] {
      let label =
        "{\"requirement\":\"r1\",\"outcome\":\"\(outcome)\",\"weaknesses\":[\"\(weakness)\"]}"
      return Array(
        "{\"id\":\"a\",\"language\":\"en\",\"role\":\"\(role)\",\"text\":\"T\",\"labels\":[\(label)]}"
          .utf8)
    }
    #expect(Evaluator.passages(in: line("tender", "weak", "generic")).faults.isEmpty)
    let (passages, faults) = Evaluator.passages(in: line(role, outcome, weakness))
    #expect(passages.isEmpty)
    #expect(faults.map(\.line) == [1])
    #expect(faults.first?.message.hasPrefix(message) == true, "\(faults)")
  }

  @Test func passagesAboutUnknownRequirementsAreLeftOut() {
    let lines =
      Self.line([("r9", "met", [])], question: nil)
      + Self.line([("r9", "met", []), ("r1", "met", [])], question: nil)
    let (evaluated, leftOut) = Evaluator(Self.library, parameters: [:])
      .evaluate(Evaluator.passages(in: Array(lines.utf8)).passages)
    #expect(leftOut == 1)
    #expect(evaluated.map { $0.expected.keys.sorted() } == [["r1"]])
  }

  @Test func aboutAThirdIsSealedAndAlwaysTheSame() throws {
    let lines = (0..<300).map {
      #"{"id":"en-\#($0)","language":"en","role":"tender","text":"T","labels":[]}"#
    }.joined(separator: "\n")
    let passages = Evaluator.passages(in: Array(lines.utf8)).passages
    let sealed = passages.filter(Evaluator.isSealed)
    #expect((70...130).contains(sealed.count))
    #expect(sealed.map(\.id) == passages.filter(Evaluator.isSealed).map(\.id))
  }
}
