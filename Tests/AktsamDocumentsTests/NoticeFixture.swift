import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Foundation

/// What the tests of the readers of notices and envelopes share.
enum NoticeFixture {
  /// Reads a document as the program does: the table of formats finds the reader.
  static func read(_ text: String) -> Document {
    DocumentReader.read(Array(text.utf8), path: "notice.xml")
  }

  /// Reads a real file; nil when the corpus is not here.
  static func read(corpus name: String) throws -> Document? {
    guard let file = TestFiles.shared("corpus/\(name)") else { return nil }
    return DocumentReader.read(Array(try Data(contentsOf: file)), path: name)
  }

  /// Returns the blocks as "kind number label: text", blank parts left out.
  static func lines(_ document: Document) -> [String] {
    document.blocks.map { block in
      let head = [block.kind.name, block.number, block.label].filter { !$0.isEmpty }
        .joined(separator: " | ")
      return "\(head): \(collapsed(document.string(block.text)))"
    }
  }

  /// Whether every block's text is what stands at its places in the source, for inputs without
  /// references, and groups ascend.
  static func standsInSource(_ document: Document) -> Bool {
    let stands = document.blocks.allSatisfy { block in
      let place = document.place(of: block.text, element: block.element)
      let bytes = place.segments.flatMap { document.source.bytes[$0] }
      return String(decoding: bytes, as: UTF8.self) == document.string(block.text)
    }
    return stands
      && zip(document.blocks, document.blocks.dropFirst()).allSatisfy { $0.group <= $1.group }
  }

  static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Reads every beginning of a text; returns whether all blocks lie inside what was read.
  static func survivesCuts(_ text: String, step: Int) -> Bool {
    let bytes = Array(text.utf8)
    return stride(from: 0, through: bytes.count, by: step).allSatisfy { count in
      let document = DocumentReader.read(Array(bytes.prefix(count)), path: "cut.xml")
      return document.blocks.allSatisfy { $0.text.upperBound <= document.text.count }
    }
  }

  static var hasCorpus: Bool { TestFiles.shared("corpus") != nil }
}
