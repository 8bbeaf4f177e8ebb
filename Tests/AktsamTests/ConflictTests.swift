import Aktsam
import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamTestSupport
import Foundation
import Testing

/// Pairs of statements of one supplier: twenty that exclude each other and twenty that only look so
/// (design, section 4, *Outcomes*).
struct ConflictTests {
  private struct Pair: Decodable {
    struct Answer: Decodable {
      var question: String
      var value: String?
      var text: String
    }
    struct Input: Decodable {
      var name: String
      var role: String
      var text: [String]?
      var answers: [Answer]?
    }
    var id: String
    var language: String
    var requirement: String?
    var conflict: Bool
    var documents: [Input]
  }

  private func pairs() throws -> [Pair] {
    let file = TestFiles.root.appending(path: "Tests/AktsamTests/Conflicts/pairs.jsonl")
    return try Data(contentsOf: file).split(separator: 0x0A).map {
      try JSONDecoder().decode(Pair.self, from: Data($0))
    }
  }

  /// A document as a file of our own formats.
  private func file(_ input: Pair.Input, _ language: String) -> InputFile {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    var body = ""
    for (index, text) in (input.text ?? []).enumerated() {
      body += "<clause number=\"\(index + 1)\"><p>\(escaped(text))</p></clause>\n"
    }
    for (index, answer) in (input.answers ?? []).enumerated() {
      body += "<answer question=\"q\(index)\" requirement=\"\(answer.question)\">"
      if let value = answer.value { body += "<value>\(value)</value>" }
      body += "<p>\(escaped(answer.text))</p></answer>\n"
    }
    let kind = input.answers == nil ? "tender" : "response"
    let attributes = kind == "tender" ? " role=\"tender\"" : " questionnaire=\"q\""
    let text = """
      <\(kind) xmlns="urn:aktsam:\(kind):1"\(attributes) xml:lang="\(language)">
      <section id="s1">\(body)</section></\(kind)>
      """
    return InputFile(path: input.name, bytes: Array(text.utf8))
  }

  private func findsConflict(_ pair: Pair, _ checker: Checker) -> Bool {
    let assessor = checker.makeAssessor()
    let inputs = pair.documents.map { checker.read(file($0, pair.language), with: assessor) }
    let subject = checker.subject(name: pair.id, inputs)
    return subject.assessments.contains {
      $0.contradiction?.kind == .conflict
        && (pair.requirement == nil || pair.requirement == $0.requirement)
    }
  }

  @Test func tellsConflictsFromWhatOnlyLooksLikeOne() throws {
    let library = try #require(Shared.library)
    let profile = try #require(library.profile("it-hardware-forced-labour"))
    let checker = Checker(library, profile: profile, options: CheckOptions())
    let pairs = try pairs()
    #expect(pairs.count == 40)
    let wrong = pairs.filter { findsConflict($0, checker) != $0.conflict }.map(\.id)
    #expect(wrong.count <= 2, "\(wrong)")
  }
}
