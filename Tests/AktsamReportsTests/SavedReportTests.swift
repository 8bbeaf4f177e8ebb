import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

extension ReportJSON {
  /// Reads a report as the façade does.
  static func read(_ bytes: [UInt8]) throws(Failure) -> SavedReport {
    try read(bytes) { try JSONDecoder().decode($0, from: Data($1)) }
  }
}

@Suite struct SavedReportTests {
  /// A report with a procedure, demands, a part in an archive and a decision of a person.
  private static func full(_ language: String) -> Report {
    var report = GapFixture.report(language)
    report.subjects[0].assessments[0].demandedBy = [
      Fixture.place("villkor.xml", [4..<9, 12..<20], line: 2)
    ]
    report.subjects[0].assessments[1].demandedBy = []
    report.subjects[0].inputs[0].part = "inre/svar.xml"
    report.subjects[0].assessments[0].evidence[0].place.part = "inre/svar.xml"
    return report
  }

  @Test(arguments: ["en", "sv", "nb"])
  func aReportComesBackByteForByte(language: String) throws {
    let report = Self.full(language)
    let bytes = JSONWriter.report(report)
    let saved = try ReportJSON.read(bytes)
    #expect(saved == SavedReport(report))
    #expect(JSONWriter.report(saved) == bytes)
    #expect(saved.isMade(with: Fixture.library))
    // With the library at hand it is the report again, and gap lists can be made of it.
    var library = Fixture.library
    library.profiles = [report.header.profile]
    let again = saved.report(library: library)
    #expect(JSONWriter.report(again) == bytes)
    #expect(GapList.lists(again) == GapList.lists(report))
  }

  static let examples: [URL] = {
    let folder = TestFiles.root.appending(path: "examples").resolvingSymlinksInPath()
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.contains("/expected/") && $0.hasSuffix(".json") }.sorted()
      .map { folder.appending(path: $0) }
  }()

  @Test func examplesComeBackByteForByte() throws {
    var count = 0
    for file in Self.examples {
      let bytes = Array(try Data(contentsOf: file))
      guard bytes.starts(with: Array("{\n  \"schema\": \"\(JSONWriter.schema)\"".utf8)) else {
        continue
      }
      #expect(JSONWriter.report(try ReportJSON.read(bytes)) == bytes, "\(file.lastPathComponent)")
      count += 1
    }
    #expect(count > 5)
  }

  @Test func aDecisionOfAPersonGoesBeforeWhatWasRead() throws {
    var saved = SavedReport(Fixture.report([Fixture.weak]))
    saved.subjects[0].items[0].assessment.decide(
      .met,
      Decision(
        machineOutcome: .weak, reason: "shown at the meeting", by: "A. Reader", on: "2026-10-01"))
    let bytes = JSONWriter.report(saved)
    let read = try ReportJSON.read(bytes)
    #expect(read == saved)
    #expect(read.subjects[0].items[0].outcome == .met)
    #expect(
      read.report(library: Fixture.library).subjects[0].assessments.map(\.outcome) == [.met])
  }

  @Test func anotherLibraryGivesTextsOnly() throws {
    var library = Fixture.library
    library.version = "9.0.0"
    library.requirements.removeAll { $0.id == "dd-map" }
    library.requirements[0].severity = .critical
    library.profiles = []
    let saved = try ReportJSON.read(JSONWriter.report(Fixture.report("en")))
    #expect(!saved.isMade(with: library))
    let report = saved.report(library: library, language: "sv")
    let again = SavedReport(report)
    #expect(again.header.libraryVersion == "1.2.3")
    #expect(again.header.language == "sv")
    #expect(again.header.profile == "test-terms")
    for (left, right) in zip(again.subjects, saved.subjects) {
      #expect(left.items.map(\.severity) == right.items.map(\.severity))
      #expect(left.items.map(\.number) == right.items.map(\.number))
      #expect(left.items.map(\.level) == right.items.map(\.level))
      #expect(left.items.map(\.assessment) == right.items.map(\.assessment))
    }
  }

  @Test func addedFieldsArePassedOver() throws {
    let bytes = JSONWriter.report(Fixture.report("en"))
    let text = String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(
        of: "\"outcome\":", with: "\"later\": {\"a\": [null, 1.5]}, \"outcome\":"
      )
      .replacingOccurrences(of: "\"quote\":", with: "\"x\": null, \"quote\":")
    #expect(JSONWriter.report(try ReportJSON.read(Array(text.utf8))) == bytes)
  }

  @Test(arguments: [
    ("", "this is no JSON"), ("not json", "this is no JSON"), ("{", "this is no JSON"),
    ("[]", "expected an object"),
    ("{}", "expected a report of \"aktsam check --format json\" (aktsam-report-1)"),
    (
      #"{"schema":"aktsam-gaps-1"}"#,
      "schema: expected a report of \"aktsam check --format json\" (aktsam-report-1), "
        + "found \"aktsam-gaps-1\""
    ),
    (#"{"schema":7}"#, "schema: expected text"),
    (#"{"schema":"aktsam-report-1"}"#, "\"tool\" is missing"),
  ])
  func whatIsNoReportIsSaid(json: String, message: String) {
    let failure = #expect(throws: ReportJSON.Failure.self) {
      try ReportJSON.read(Array(json.utf8))
    }
    #expect(failure?.description == message)
  }

  @Test(arguments: [
    (
      "\"outcome\": \"missing\"", "\"outcome\": \"lost\"",
      "subjects[0].assessments[1].outcome: \"lost\" is not known; "
        + "expected met, weak, contradicted, missing, not-applicable, unread"
    ),
    (
      "\"code\": \"no-deadline\"", "\"code\": \"too-loud\"",
      "subjects[0].assessments[0].weaknesses[0].code: \"too-loud\" is not known"
    ),
    (
      "\"line\": 12", "\"line\": \"12\"",
      "subjects[0].assessments[0].evidence[0].line: expected a whole number"
    ),
    (
      "\"quote\": \"Vi", "\"quotation\": \"Vi",
      "subjects[0].assessments[0].evidence[0]: \"quote\" is missing"
    ),
    (
      "210,", "999,",
      "subjects[0].assessments[0].evidence[0].segments: "
        + "a segment is two numbers, the start and the end"
    ),
    (
      "\"core\": true", "\"core\": null",
      "subjects[0].assessments[0].elements[0].core: expected true or false"
    ),
  ])
  func whatIsWrongIsNamedByItsPath(part: String, other: String, message: String) throws {
    let text = String(decoding: JSONWriter.report(Fixture.report("en")), as: UTF8.self)
    let range = try #require(text.range(of: part))
    let changed = text.replacingCharacters(in: range, with: other)
    let failure = #expect(throws: ReportJSON.Failure.self) {
      try ReportJSON.read(Array(changed.utf8))
    }
    #expect(failure?.description == message)
  }

  /// Whatever is done to the bytes, the reader returns a report or says what is wrong.
  @Test func damagedReportsDoNotTrap() {
    let bytes = JSONWriter.report(Self.full("en"))
    var random = SeededRandom(seed: 11)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[index] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged.remove(at: index)
        default: damaged.insert(UInt8(ascii: "9"), at: index)
        }
      }
      guard let saved = try? ReportJSON.read(damaged) else { continue }
      let report = saved.report(library: Fixture.library)
      #expect(!JSONWriter.report(report).isEmpty)
      #expect(GapList.lists(report).count == saved.subjects.count)
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: ReportJSON.Failure.self) { try ReportJSON.read(Array(deep.utf8)) }
  }
}
