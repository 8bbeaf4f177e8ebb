import Aktsam
import AktsamClauses
import AktsamReports
import AktsamTestSupport
import AktsamText
import Foundation
import Synchronization
import Testing

@Suite struct BatchRunnerTests {
  /// Lines collected from several tasks.
  private final class Lines: Sendable {
    let bytes = Mutex<[UInt8]>([])
  }

  private func run(_ files: [String], jobs: Int) async throws -> (bytes: [UInt8], isComplete: Bool)
  {
    let library = try #require(LibraryStore.load(folder: nil).library)
    let profile = try #require(library.profile("it-hardware-forced-labour"))
    let header = Report.Header(
      toolVersion: toolVersion, library: library, profile: profile, language: "en", asOf: nil)
    let runner = BatchRunner(
      Checker(library, profile: profile, options: CheckOptions()), jobs: jobs)
    let lines = Lines()
    let isComplete = await runner.run(files.map(SubjectPlan.file)) { subject in
      let line = JSONWriter.line(for: subject, header: header)
      lines.bytes.withLock { $0 += line }
    }
    return (lines.bytes.withLock { $0 }, isComplete)
  }

  private func examples() throws -> [String] {
    let files = FileAccess.expand([TestFiles.root.appending(path: "examples/it-hardware").path])
      .filter {
        $0.hasSuffix(".xml") || $0.hasSuffix(".txt")
      }
    try #require(!files.isEmpty)
    // The same files several times over, so that tasks overtake each other.
    return files + files.reversed() + files
  }

  @Test func anyNumberOfJobsGivesTheSameBytes() async throws {
    let files = try examples()
    let one = try await run(files, jobs: 1)
    let two = try await run(files, jobs: 2)
    let many = try await run(files, jobs: 64)
    #expect(one.bytes == two.bytes)
    #expect(one.bytes == many.bytes)
    #expect(one.isComplete)
    #expect(one.bytes.count { $0 == 0x0A } == files.count)
  }

  @Test func aMissingFileDoesNotStopTheOthers() async throws {
    let files = ["/nowhere/a.xml"] + (try examples().prefix(2))
    let result = try await run(files, jobs: 2)
    #expect(!result.isComplete)
    let text = String(decoding: result.bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").count == 3)
    #expect(text.split(separator: "\n").first?.contains("AK0001") == true)
  }

  @Test func noSubjectsGiveNothing() async throws {
    let result = try await run([], jobs: 0)
    #expect(result.bytes.isEmpty)
    #expect(result.isComplete)
  }
}
