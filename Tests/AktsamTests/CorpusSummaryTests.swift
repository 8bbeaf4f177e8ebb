import Aktsam
import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// What the readers make of each real file of other projects: no text, only counts, so that a change of
/// a reader shows as a changed line. `AKTSAM_ACCEPT=1` writes the lines anew.
@Suite(.enabled(if: TestFiles.shared("corpus") != nil, "no corpus: set AKTSAM_SHARED"))
struct CorpusSummaryTests {
  /// Lists of codes and of interface texts, which are no documents: running text is all there is.
  private static let proseIsRight: Set<String> = [
    "codelists/criterion.gc", "codelists/exclusion-ground.gc", "codelists/selection-criterion.gc",
    "codelists/social-objective.gc", "codelists/strategic-procurement.gc",
    "espd-labels/ESPD_da.xml", "espd-labels/ESPD_en.xml", "espd-labels/ESPD_no.xml",
    "espd-labels/ESPD_sv.xml",
  ]

  private struct Line {
    var path: String
    var format: String
    var text: String
  }

  private static func lines() throws -> [Line] {
    guard let folder = TestFiles.shared("corpus") else { return [] }
    return FileAccess.expand([folder.path]).map { path in
      let name = String(path.dropFirst(folder.path.count + 1))
      let bytes = FileAccess.read(path).bytes ?? []
      let document = DocumentReader.read(
        bytes, path: name,
        options: ReadingOptions(schema: { SchemaStore.schema($0) }))
      let answered = document.questions.count { $0.state == .answered }
      let numbered = Set(document.blocks.map(\.number).filter { !$0.isEmpty }).count
      let counts = [
        document.questions.count, answered, numbered, document.blocks.count,
        document.findings.count,
      ]
      return Line(
        path: name, format: document.format,
        text: ([name, document.format, document.role.rawValue] + counts.map { "\($0)" })
          .joined(separator: "\t"))
    }
  }

  @Test func everyFileIsReadAsBefore() throws {
    let heading = "file\tformat\trole\tquestions\tanswered\tnumbers\tblocks\tfindings"
    let summary = ([heading] + (try Self.lines().map(\.text))).joined(separator: "\n") + "\n"
    let file = TestFiles.root.appending(path: "Tests/AktsamTests/Corpus/summary.tsv")
    if ProcessInfo.processInfo.environment["AKTSAM_ACCEPT"] != nil {
      try Data(summary.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    for (found, known) in zip(summary.split(separator: "\n"), expected) { #expect(found == known) }
    #expect(summary.split(separator: "\n").count == expected.count)
  }

  @Test func proseIsTheLastResort() throws {
    let prose = try Self.lines().filter { $0.format == "prose" || $0.format == "unknown" }
    #expect(Set(prose.map(\.path)) == Self.proseIsRight)
  }
}
