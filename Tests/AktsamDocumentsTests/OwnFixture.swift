import AktsamDocuments
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation

/// Reads small inputs the way a check does, schemas included.
enum OwnFixture {
  /// The schemas of our formats, from the folder `schemas/` of the repository.
  static let schemas: [String: XMLSchema] = {
    let folder = TestFiles.root.appending(path: "schemas")
    var result: [String: XMLSchema] = [:]
    for name in ["response.xsd", "questionnaire.xsd", "tender.xsd"] {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      result[name] = try? XMLSchema(name: name, bytes: Array(data))
    }
    return result
  }()

  static func read(
    _ text: String, path: String = "a.xml", role: DocumentRole? = nil, language: String? = nil
  ) -> Document {
    read(bytes: Array(text.utf8), path: path, role: role, language: language)
  }

  static func read(
    bytes: [UInt8], path: String = "a.xml", role: DocumentRole? = nil, language: String? = nil
  ) -> Document {
    DocumentReader.read(
      bytes, path: path,
      options: ReadingOptions(role: role, language: language, schema: { schemas[$0] }))
  }

  static func response(_ content: String, head: String = "") -> Document {
    read(
      """
      <response xmlns="urn:aktsam:response:1" xml:lang="sv" questionnaire="q"
        questionnaire-version="1" date="2026-03-02">
      <supplier><name>Exempelbolaget AB</name>
      <organisation-number>556000-0000</organisation-number></supplier>\(head)
      \(content)
      </response>
      """)
  }

  static func questionnaire(_ content: String) -> Document {
    read(
      """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="q" version="1">
      <title>T</title><buyer><name>Exempelregionen</name></buyer>
      <section number="2"><heading>Step two</heading>
      \(content)
      </section></questionnaire>
      """)
  }

  static func tender(_ content: String, role: String = "contract") -> Document {
    read(
      """
      <tender xmlns="urn:aktsam:tender:1" xml:lang="en" role="\(role)"><title>T</title>
      <party><name>Exempelregionen</name></party>
      \(content)
      </tender>
      """)
  }

  /// The blocks as `group kind number: text`, white space collapsed.
  static func lines(_ document: Document, _ kinds: Set<BlockKind> = Set(BlockKind.allCases))
    -> [String]
  {
    document.blocks.filter { kinds.contains($0.kind) }.map { block in
      let text = document.string(block.text).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let number = block.number.isEmpty ? "" : " " + block.number
      return "\(block.group) \(block.kind.name)\(number): \(text)"
    }
  }

  /// What the source says in the places of a block.
  static func source(_ document: Document, _ block: Block) -> String {
    let place = document.place(of: block.text, element: block.element)
    return place.segments.map { String(decoding: document.source.bytes[$0], as: UTF8.self) }
      .joined(separator: "|")
  }

  static func rules(_ document: Document) -> [String] { document.findings.map(\.rule) }
}
