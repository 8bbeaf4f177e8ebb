import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// Documents made in a test, and what is read in them.
enum Reading {
  /// A block of a document under construction.
  struct Part {
    var text: String
    var kind: BlockKind = .paragraph
    var group: Int32 = 0
    var question: Int32 = -1
    var language: String?
    var party: Int32 = -1
    var heading: Int32 = -1
  }

  static func document(
    _ parts: [Part], role: DocumentRole, language: String? = "en", questions: [Question] = [],
    path: String = "a.txt"
  ) -> Document {
    let text = Array(parts.map(\.text).joined(separator: "\n").utf8)
    var document = Document(
      source: SourceFile(path: path, bytes: text), lines: LineTable(text), format: "text",
      role: role, roleOrigin: .declared, text: text,
      runs: [TextRun(text: 0, textLength: text.count, source: 0, sourceLength: text.count)],
      elements: ElementTable())
    document.language = language
    document.questions = questions
    var start = 0
    for part in parts {
      let end = start + part.text.utf8.count
      document.blocks.append(
        Block(
          kind: part.kind, text: start..<end, element: -1, group: part.group,
          question: part.question, heading: part.heading, language: part.language,
          party: part.party))
      start = end + 1
    }
    return document
  }

  /// A document of one passage; with `mapped`, the answer to a question about that requirement.
  static func document(
    _ text: String, role: DocumentRole, language: String? = "en", mapped: String? = nil
  ) -> Document {
    guard role == .response else {
      return document([Part(text: text)], role: role, language: language)
    }
    return document(
      [Part(text: text, kind: .answer, question: 0)], role: role, language: language,
      questions: [
        Question(id: "q", requirements: mapped.map { [$0] } ?? [], kind: .text, state: .answered)
      ])
  }

  static let compiled: CompiledLibrary = {
    var library = Fixture.library
    // A few words tell Finnish from English.
    library.languageTable = Array(
      "languages\ten fi\n_joka_\tAz\n_ja_\tAz\n_että_\tAz\n_the_\tzA\n_and_\tzA\n_we_\tzA\n".utf8)
    return CompiledLibrary(library)
  }()

  /// The assessments of documents as one subject, by requirement.
  static func assessments(
    _ documents: [Document], asOf: String? = nil
  ) -> [String: Assessment] {
    let assessor = DocumentAssessor(compiled, parameters: Fixture.profile.parameters)
    let inputs = documents.map {
      SubjectAssessor.Input(document: $0, reading: assessor.read($0, asOf: asOf))
    }
    let all = SubjectAssessor(Fixture.library).assess(Fixture.profile, inputs)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.requirement, $0) })
  }

  /// The outcome and the weakness codes of one requirement, as `weak no-deadline`.
  static func verdict(
    _ requirement: String, _ text: String, _ role: DocumentRole = .contract,
    _ language: String = "en",
    mapped: Bool = false
  ) -> String {
    let document = document(
      text, role: role, language: language, mapped: mapped ? requirement : nil)
    return verdict(assessments([document])[requirement])
  }

  static func verdict(_ assessment: Assessment?) -> String {
    guard let assessment else { return "none" }
    return ([assessment.outcome.rawValue] + assessment.weaknesses.map(\.code.rawValue).sorted())
      .joined(separator: " ")
  }

  /// The reading of the first passage.
  static func passage(
    _ text: String, _ role: DocumentRole = .contract, _ language: String = "en"
  ) -> PassageReading? {
    let assessor = DocumentAssessor(compiled, parameters: Fixture.profile.parameters)
    return assessor.read(
      document(text, role: role, language: language), annotating: true
    ).passageReadings.first
  }
}
