import Aktsam
import AktsamClauses
import AktsamDocuments
import AktsamReports
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// Real files of other projects, where those are at hand.
@Suite(.enabled(if: TestFiles.shared("corpus") != nil, "no corpus: set AKTSAM_SHARED"))
struct CorpusTests {
  private static let files: [String] =
    TestFiles.shared("corpus").map { FileAccess.expand([$0.path]).filter { !$0.hasSuffix(".md") } }
    ?? []

  private func makeChecker() throws -> Checker {
    let library = try #require(LibraryStore.load(folder: nil).library)
    return Checker(
      library, profile: try #require(library.profile("oecd-six-steps")), options: CheckOptions())
  }

  @Test func everyFileIsRead() throws {
    let checker = try makeChecker()
    let assessor = checker.makeAssessor()
    #expect(Self.files.count > 50)
    for path in Self.files {
      let input = checker.read(FileAccess.read(path), with: assessor)
      let name = path.split(separator: "/").last ?? ""
      let text = try #require(input.document, "\(name)").text.count
      for block in input.document?.blocks ?? [] {
        #expect(block.text.lowerBound >= 0 && block.text.upperBound <= text, "\(name)")
      }
      let hasError = input.findings.contains { $0.severity == .error && ($0.place?.line ?? 0) > 0 }
      #expect(input.isComplete || hasError, "\(name)")
      #expect(checker.subject(name: path, [input]).inputs.count == 1)
    }
  }

  /// The one file of the corpus that is no well-formed XML.
  @Test func aMalformedFileSaysWhere() throws {
    let path = try #require(
      Self.files.first { $0.hasSuffix("espd-v2.1.0-lots-response.xml") })
    let checker = try makeChecker()
    let input = checker.read(FileAccess.read(path), with: checker.makeAssessor())
    #expect(!input.isComplete)
    #expect(input.findings.contains { $0.severity == .error && ($0.place?.line ?? 0) > 1 })
  }

  /// Files cut off in the middle are malformed in many places.
  @Test func filesCutOffSayWhere() throws {
    let checker = try makeChecker()
    let assessor = checker.makeAssessor()
    for path in Self.files {
      guard var bytes = FileAccess.read(path).bytes, bytes.count < 100_000 else { continue }
      bytes.removeSubrange((bytes.count / 2)...)
      let input = checker.read(InputFile(path: path, bytes: bytes), with: assessor)
      #expect(
        input.findings.contains { $0.severity == .error && ($0.place?.line ?? 0) > 0 },
        "\(path.split(separator: "/").last ?? "")")
      #expect(!input.isComplete)
    }
  }
}
