import AktsamDocuments
import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

/// The reader on real files.
@Suite(
  .enabled(
    if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
struct ESPDCorpusTests {
  @Test(
    arguments: samples)
  func everyAnswerAppearsOnceWithItsValue(name: String) throws {
    let document = try read(sample: name)
    let expected = try scan(sample: name)
    var found: [String: Int] = [:]
    for block in document.blocks where block.kind == .answer {
      let id = block.question < 0 ? block.label : document.questions[Int(block.question)].id
      found["\(id) = \(collapsed(document.string(block.text)))", default: 0] += 1
    }
    #expect(found == expected)
    let answered = Set(document.questions.filter { $0.state == .answered }.map(\.id))
    #expect(answered.count == Set(expected.keys.map { $0.components(separatedBy: " = ")[0] }).count)
    for question in document.questions where question.state == .answered {
      #expect(question.valueBlock >= 0)
    }
    for (before, after) in zip(document.blocks, document.blocks.dropFirst()) {
      #expect(before.group <= after.group)
    }
  }

  @Test
  func unansweredAndSwitchedOffAreToldApart() throws {
    let document = try read(sample: "espd-v4/espd-v4.1.0-response.xml")
    let asked = document.questions.filter { $0.state != .notAsked }
    #expect(asked.count == 511)
    #expect(asked.filter { $0.state != .answered }.count == 118)
    let off = asked.filter { if case .switchedOff = $0.state { true } else { false } }
    #expect(off.count == 116)
    // The two that were really left open: the main questions on taxes and social security.
    #expect(
      asked.filter { $0.state == .unanswered }.map(\.id) == [
        "C7_EG_tax-pay/RG1/QSG1/Q1", "C8_EG_socsec-pay/RG1/QSG1/Q1",
      ])
    #expect(document.format == "espd-4-response")
  }

  @Test(
    arguments: unanswered)
  func everySampleTellsThemApart(name: String, switchedOff: Int, open: Int) throws {
    let states = try read(sample: name).questions.map(\.state)
    #expect(
      states.filter { if case .switchedOff = $0 { true } else { false } }.count == switchedOff)
    #expect(states.filter { $0 == .unanswered }.count == open)
  }

  @Test
  func aMalformedSampleIsReadAsFarAsItGoes() throws {
    let document = try read(sample: "espd-v2/espd-v2.1.0-lots-response.xml")
    #expect(!document.isComplete)
    #expect(document.findings.first { $0.rule == "AK0101" }?.place?.line == 523)
    #expect(!document.questions.isEmpty)
  }

  @Test(
    arguments: requests)
  func requestsAskAndAnswerNothing(name: String, format: String, questions: Int) throws {
    let document = try read(sample: name)
    #expect(document.format == format)
    #expect(document.questions.count == questions)
    #expect(document.blocks.allSatisfy { $0.kind != .answer })
  }

  static let samples = [
    "espd-v2/espd-v2-response-60.xml", "espd-v2/espd-v2.0.2-regulated-response.xml",
    "espd-v2/espd-v2.1.0-da-test-response.xml", "espd-v2/espd-v2.1.1-basic-response.xml",
    "espd-v3/espd-v3.0.0-response.xml", "espd-v3/espd-v3.3.0-response.xml",
    "espd-v4/espd-v4.1.0-response.xml",
  ]

  static let unanswered = [
    ("espd-v2/espd-v2.0.2-regulated-response.xml", 125, 21),
    ("espd-v2/espd-v2.1.1-basic-response.xml", 6, 0), ("espd-v3/espd-v3.0.0-response.xml", 37, 0),
    ("espd-v3/espd-v3.3.0-response.xml", 37, 0),
  ]

  static let requests = [
    ("espd-v2/espd-v2.0.2-regulated-request.xml", "espd-2-request", 338),
    ("espd-v2/espd-v2.1.0-technical-facilities-request.xml", "espd-2-request", 9),
    ("espd-v3/espd-v3.3.0-request.xml", "espd-3-request", 668),
    ("espd-v4/espd-v4.1.0-request.xml", "espd-4-request", 623),
  ]
}

// MARK: - Helpers

private func bytes(of sample: String) throws -> [UInt8] {
  let folder = try #require(TestFiles.shared("corpus"))
  return Array(try Data(contentsOf: folder.appendingPathComponent(sample)))
}

private func read(sample: String) throws -> Document {
  let source = SourceFile(path: sample, bytes: try bytes(of: sample))
  let xml = XMLReader.read(source)
  let root = try #require(xml.root)
  #expect(ESPDReader.recognises(xml.name(of: root), in: xml))
  return ESPDReader.read(xml, options: ReadingOptions())
}

private func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Counts "property id = value" by a scan of the tags alone, independent of the reader.
private func scan(sample: String) throws -> [String: Int] {
  let skipped: Set<String> = ["ID", "ConfidentialityLevelCode", "ValidatedCriterionPropertyID"]
  let text = String(decoding: try bytes(of: sample), as: UTF8.self)
    .components(separatedBy: "<!--")
    .map { $0.components(separatedBy: "-->").last ?? "" }.joined()
  var result: [String: Int] = [:]
  var stack: [String] = []
  var values: [String] = []
  var id = ""
  for piece in text.components(separatedBy: "<").dropFirst() {
    let halves = piece.components(separatedBy: ">")
    let name = halves[0].split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    if name.hasPrefix("?") { continue }
    let local =
      name.components(separatedBy: ":").last?.replacingOccurrences(of: "/", with: "") ?? ""
    if name.hasPrefix("/") {
      if local == "TenderingCriterionResponse" {
        for value in values { result["\(id) = \(value)", default: 0] += 1 }
      }
      stack.removeLast()
      continue
    }
    if local == "TenderingCriterionResponse" { (values, id) = ([], "") }
    let value = collapsed(
      halves.dropFirst().joined(separator: ">").replacingOccurrences(of: "&amp;", with: "&"))
    if stack.contains("TenderingCriterionResponse"), !value.isEmpty {
      if local == "ValidatedCriterionPropertyID" { id = value }
      let isEvidence = stack.last == "EvidenceSupplied"
      if isEvidence || !skipped.contains(local), stack.last != "ProcurementProjectLotReference" {
        values.append(value)
      }
    }
    if !halves[0].hasSuffix("/") { stack.append(local) }
  }
  return result
}
