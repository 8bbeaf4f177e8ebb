import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// Nothing that a file holds may trap a rule, and every finding points into its file.
@Suite struct RobustnessTests {
  /// The rules that have an example of each form of document.
  private static let rules = RuleTable.infos.map(\.id)

  private static func check(_ run: LintRun, _ bytes: [String: Int]) {
    #expect(
      run.findings == run.findings.sorted(by: LintFinding.precedes), "findings are in order")
    for finding in run.findings + run.suppressed.map(\.finding) {
      #expect(finding.fingerprint.utf8.count == 16)
      guard finding.place.part.isEmpty, let count = bytes[finding.place.path] else { continue }
      #expect(finding.place.segments.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count })
      for edit in finding.fix?.edits ?? [] {
        #expect(edit.range.upperBound <= count && edit.place != nil)
      }
    }
  }

  /// Each example of a rule, cut short and with bytes changed.
  @Test(arguments: rules)
  func damagedExamples(rule: String) throws {
    let info = try #require(RuleTable.info(rule))
    let library = try #require(ShippedClauses.library)
    var random = SeededRandom(seed: UInt64(rule.utf8.reduce(0) { $0 &* 31 &+ Int($1) }))
    for example in (info.flagged + info.unflagged).prefix(4) {
      for _ in 0..<4 {
        var bytes = MarkedText(example.text).bytes
        guard !bytes.isEmpty else { continue }
        for _ in 0..<random.below(3) {
          let at = random.below(bytes.count)
          switch random.below(3) {
          case 0: bytes[at] = UInt8(random.below(256))
          case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(12)))
          default: bytes.insert(contentsOf: bytes[..<min(at, 40)], at: at)
          }
          if bytes.isEmpty { break }
        }
        if random.below(3) == 0 { bytes = Array(bytes.prefix(random.below(bytes.count + 1))) }
        let document = DocumentReader.read(
          bytes, path: example.file, options: ReadingOptions(role: example.role))
        var command = Settings()
        if !example.languages.isEmpty { command.languages = Sited(example.languages) }
        let run = Linter(library: library, command: command)
          .run(LintInput(documents: [document]))
        Self.check(run, [example.file: document.source.bytes.count])
      }
    }
  }

  /// The examples of the repository: the same findings every time, all of them well placed.
  @Test func shippedExamplesAreLintedTheSameTwice() throws {
    let folder = TestFiles.root.appending(path: "examples").resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { [".xml", ".md", ".txt", ".html", ".docx", ".xlsx"].contains(where: $0.hasSuffix) }
      .filter { !$0.contains("/expected/") }.sorted()
    #expect(!paths.isEmpty)
    let documents = try paths.map { path in
      DocumentReader.read(
        Array(try Data(contentsOf: folder.appending(path: path))), path: path)
    }
    let library = try #require(ShippedClauses.library)
    let run = Linter(library: library).run(LintInput(documents: documents))
    let again = Linter(library: library).run(LintInput(documents: documents.reversed()))
    #expect(run.findings == again.findings)
    let counts = Dictionary(
      documents.map { ($0.source.path, $0.source.bytes.count) }, uniquingKeysWith: { $1 })
    Self.check(run, counts)
  }
}
