package import AktsamClauses
internal import AktsamDocuments
internal import AktsamReading
internal import AktsamText
internal import FoundationEssentials

/// A labelled passage of a gold file: one JSON object a line.
package struct GoldPassage: Sendable, Decodable {
  /// What the passage says about one requirement.
  package struct Label: Sendable, Decodable {
    /// The requirement's id.
    package var requirement: String
    /// `met`, `weak` or `contradicted`.
    package var outcome: String
    /// The weakness codes.
    package var weaknesses: [String]?
  }

  /// The id.
  package var id: String
  /// The language code.
  package var language: String
  /// The document role.
  package var role: String
  /// The requirement that the question of a response is mapped to.
  package var question: String?
  /// One to six sentences.
  package var text: String
  /// Every requirement that the passage addresses.
  package var labels: [Label]
}

/// A passage with what was expected and what was read, one pair a requirement.
package struct EvaluatedPassage: Sendable {
  /// An outcome with its weakness codes.
  package struct Verdict: Sendable, Hashable {
    /// `met`, `weak` or `contradicted`.
    package var outcome: String
    /// The weakness codes.
    package var weaknesses: [String]
    /// Whether it is called sure.
    package var isSure: Bool
    /// The words that decided, by weakness code.
    package var words: [String: [String]] = [:]
  }

  /// The passage.
  package var passage: GoldPassage
  /// The labels of requirements that the library holds, by requirement.
  package var expected: [String: Verdict]
  /// What was read, by requirement.
  package var got: [String: Verdict]
}

/// Measures the reading against labelled passages (design, section 5).
package struct Evaluator {
  private let library: Library
  private let compiled: CompiledLibrary
  private let profile: Profile
  private let known: Set<String>

  /// Creates an evaluator over all requirements of a library.
  package init(_ library: Library, parameters: [String: Int]) {
    self.library = library
    compiled = CompiledLibrary(library)
    known = Set(library.requirements.map(\.id))
    profile = Profile(
      id: "evaluation", version: "", title: LocalizedText(), description: LocalizedText(),
      parameters: parameters,
      entries: library.requirements.map {
        Profile.Entry(requirement: $0.id, level: .required, number: "")
      })
  }

  /// Parses a gold file.
  ///
  /// - Returns: the passages, and the 1-based lines that are no passage with the reason.
  package static func passages(
    in bytes: [UInt8]
  ) -> (passages: [GoldPassage], faults: [(line: Int, message: String)]) {
    var passages: [GoldPassage] = []
    var faults: [(line: Int, message: String)] = []
    let decoder = JSONDecoder()
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do {
        let passage = try decoder.decode(GoldPassage.self, from: Data(line))
        if let fault = fault(in: passage) {
          faults.append((index + 1, fault))
        } else {
          passages.append(passage)
        }
      } catch {
        faults.append((index + 1, "not a gold passage: \(Self.reason(error))"))
      }
    }
    return (passages, faults)
  }

  /// What a passage says that no reading can ever match, with the nearest word that one can.
  private static func fault(in passage: GoldPassage) -> String? {
    func unknown(_ what: String, _ word: String, _ known: [String]) -> String? {
      guard !known.contains(word) else { return nil }
      let nearest = Suggestion.nearest(to: word, among: known).map { "did you mean '\($0)'?" }
      let hint = nearest ?? "known are \(known.joined(separator: ", "))"
      return "unknown \(what) '\(word)'; \(hint)"
    }
    let outcomes: [Outcome] = [.met, .weak, .contradicted]
    return unknown("role", passage.role, DocumentRole.allCases.map(\.rawValue))
      ?? passage.labels.lazy.compactMap { label in
        unknown("outcome", label.outcome, outcomes.map(\.rawValue))
          ?? label.weaknesses?.lazy.compactMap {
            unknown("weakness", $0, Weakness.allCases.map(\.rawValue))
          }.first
      }.first
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "no field '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "wrong type at '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
    default: "not valid JSON"
    }
  }

  /// Reads passages. Those labelled only with requirements that the library lacks are left out.
  package func evaluate(
    _ passages: [GoldPassage]
  ) -> (evaluated: [EvaluatedPassage], leftOut: Int) {
    let assessor = DocumentAssessor(compiled, parameters: profile.parameters)
    let subject = SubjectAssessor(library)
    var evaluated: [EvaluatedPassage] = []
    var leftOut = 0
    for passage in passages {
      var expected: [String: EvaluatedPassage.Verdict] = [:]
      for label in passage.labels where known.contains(label.requirement) {
        expected[label.requirement] = EvaluatedPassage.Verdict(
          outcome: label.outcome, weaknesses: label.weaknesses ?? [], isSure: true)
      }
      if expected.isEmpty, !passage.labels.isEmpty {
        leftOut += 1
        continue
      }
      let document = Self.document(of: passage)
      let reading = assessor.read(document, asOf: library.date)
      var got: [String: EvaluatedPassage.Verdict] = [:]
      let assessments = subject.assess(
        profile, [SubjectAssessor.Input(document: document, reading: reading)])
      for assessment in assessments {
        guard [.met, .weak, .contradicted].contains(assessment.outcome) else { continue }
        got[assessment.requirement] = EvaluatedPassage.Verdict(
          outcome: assessment.outcome.rawValue,
          weaknesses: assessment.weaknesses.map(\.code.rawValue),
          isSure: assessment.certainty == .sure,
          words: Dictionary(
            assessment.weaknesses.map { ($0.code.rawValue, $0.words) },
            uniquingKeysWith: { first, _ in first }))
      }
      evaluated.append(EvaluatedPassage(passage: passage, expected: expected, got: got))
    }
    return (evaluated, leftOut)
  }

  /// Whether a passage belongs to the third that is sealed: its totals may be looked at, not its
  /// texts, so that what is tuned on the rest can be checked. By a hash of the id (FNV-1a).
  package static func isSealed(_ passage: GoldPassage) -> Bool {
    var hash: UInt32 = 0x811C_9DC5
    for byte in passage.id.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return (hash ^ (hash >> 15)) % 3 == 0
  }

  /// A passage as the document that it would stand in.
  static func document(of passage: GoldPassage) -> Document {
    let bytes = Array(passage.text.utf8)
    let source = SourceFile(path: passage.id, bytes: bytes)
    let role = DocumentRole(rawValue: passage.role) ?? .tender
    var document = Document(
      source: source, lines: LineTable(bytes), format: "text", role: role,
      roleOrigin: .declared, text: bytes,
      runs: [TextRun(text: 0, textLength: bytes.count, source: 0, sourceLength: bytes.count)],
      elements: ElementTable())
    document.language = passage.language
    if role == .response {
      document.questions = [
        Question(
          id: "q", requirements: passage.question.map { [$0] } ?? [], kind: .text,
          state: .answered)
      ]
    }
    document.blocks = [
      Block(
        kind: role == .response ? .answer : .paragraph, text: 0..<bytes.count, element: -1,
        group: 0, question: role == .response ? 0 : -1)
    ]
    return document
  }
}
