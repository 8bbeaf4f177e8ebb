import AktsamDocuments
import AktsamText
import Foundation
import Testing

/// Reads the files that `scripts/make_office_files.py` makes with other programs, when the variable
/// `AKTSAM_OFFICE` names their folder.
@Suite(
  .enabled(if: officeFolder != nil, "AKTSAM_OFFICE names no folder of office files"))
struct OfficeFilesTests {
  fileprivate struct Expected: Decodable {
    struct Block: Decodable, Hashable { var kind, number, text: String }
    struct Question: Decodable, Hashable { var label, answer: String }
    var blocks: [Block]
    var questions: [Question]
    var absent: [String]
  }

  @Test func everyFileIsReadAsItWasWritten() throws {
    let folder = try #require(officeFolder)
    let data = try Data(contentsOf: folder.appending(path: "expected.json"))
    let files = try JSONDecoder().decode([String: Expected].self, from: data)
    #expect(files.count >= 30)
    var read = 0
    for (name, expected) in files.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      let document = OwnFixture.read(bytes: bytes, path: name)
      // A format that has no reader.
      if ["unknown", "prose"].contains(document.format) { continue }
      read += 1
      let blocks = document.blocks.map {
        Expected.Block(
          kind: $0.kind.name, number: $0.number, text: oneLine(document.string($0.text)))
      }
      let lost = missing(expected.blocks, in: blocks)
      #expect(lost == nil, "\(name): \(blocks.map(\.line).joined(separator: " | "))")
      let questions = document.questions.enumerated().map { index, question in
        let answers = document.blocks.filter { Int($0.question) == index && $0.kind.canBeEvidence }
          .map { oneLine(document.string($0.text)) }
        return "\(question.label) = \(answers.joined(separator: " "))"
      }
      #expect(questions == expected.questions.map { "\($0.label) = \($0.answer)" }, "\(name)")
      let evidence = document.blocks.filter { $0.kind.canBeEvidence }
        .map { document.string($0.text) }.joined(separator: "\n")
      let present = expected.absent.filter { evidence.contains($0) }
      #expect(present.isEmpty, "\(name)")
      let isTraced = document.format != "docx" || WordFixture.isTraced(document)
      #expect(isTraced, "\(name)")
    }
    #expect(read >= 30)
  }

  /// Returns the first block that is not there, in order.
  private func missing(_ expected: [Expected.Block], in blocks: [Expected.Block]) -> String? {
    var rest = blocks[...]
    for block in expected {
      guard let index = rest.firstIndex(of: block) else { return block.line }
      rest = rest[(index + 1)...]
    }
    return nil
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension OfficeFilesTests.Expected.Block {
  fileprivate var line: String { "\(kind) \(number): \(text)" }
}

private let officeFolder = ProcessInfo.processInfo.environment["AKTSAM_OFFICE"]
  .map { URL(filePath: $0) }
