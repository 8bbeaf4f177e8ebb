import AktsamDocuments
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

/// Reads small surveys the way a check does.
enum SurveyFixture {
  static func read(_ text: String, form: String? = nil) -> Document {
    read(Array(text.utf8), form: form)
  }

  static func read(_ bytes: [UInt8], form: String? = nil) -> Document {
    DocumentReader.read(
      bytes, path: "a.xml",
      options: ReadingOptions(form: { _ in
        form.map {
          XMLReader.read(SourceFile(path: "form.xml", bytes: Array($0.utf8)))
        }
      }))
  }

  /// What stands in the source where a block's place points.
  static func source(_ block: Block, _ document: Document) -> String {
    let place = document.place(of: block.text, element: block.element)
    let bytes = [document.source.bytes] + document.furtherParts.map(\.source.bytes)
    let paths =
      ["\(document.source.path)\n\(document.source.part)"]
      + document.furtherParts.map { "\($0.source.path)\n\($0.source.part)" }
    guard let index = paths.firstIndex(of: "\(place.path)\n\(place.part)") else { return "?" }
    return place.segments.map { String(decoding: bytes[index][$0], as: UTF8.self) }.joined()
  }

  /// The blocks in the shape `kind | number | label | text`.
  static func outline(_ document: Document) -> [String] {
    document.blocks.map {
      "\($0.kind.name) | \($0.number) | \($0.label) | \(document.string($0.text))"
    }
  }

  /// The states by id, a switched-off question with the one that switched it off.
  static func states(_ document: Document) -> [String] {
    document.questions.map { question in
      switch question.state {
      case .answered: "\(question.id) answered"
      case .unanswered: "\(question.id) unanswered"
      case .notAsked: "\(question.id) not asked"
      case .switchedOff(let by): "\(question.id) off by \(document.questions[by].id)"
      }
    }
  }

  /// Reads a file of the third-party data.
  static func corpus(_ path: String) throws -> Document {
    let url = try #require(TestFiles.shared("corpus")).appending(path: path)
    return DocumentReader.read(Array(try Data(contentsOf: url)), path: path)
  }

  /// Reads a text cut off after each of many lengths, and with bytes changed.
  static func damage(_ text: String, form: String? = nil) {
    let bytes = Array(text.utf8)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      check(read(Array(bytes.prefix(count)), form: form))
      var changed = bytes
      changed[count] = UInt8(ascii: "&")
      check(read(changed, form: form))
    }
  }

  private static func check(_ document: Document) {
    #expect(document.blocks.allSatisfy { $0.text.upperBound <= document.text.count })
    #expect(document.blocks.allSatisfy { Int($0.question) < document.questions.count })
    for block in document.blocks {
      #expect(!document.segments(of: block.text).isEmpty)
    }
  }
}
