import Aktsam
import AktsamClauses
import AktsamReports
import AktsamTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AktsamServer

/// Files in, reports out.
@Suite struct CheckAPITests {
  /// The files of the example procedure, by their paths below its folder.
  private static func procedure() throws -> [(path: String, bytes: [UInt8])] {
    let root = TestFiles.root.appending(path: "examples/laptops-procedure")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    return try paths.filter { path in
      !path.hasPrefix("expected") && !path.hasPrefix("sources") && !path.hasSuffix(".md")
        && root.appending(path: path).isFile
    }.map { ($0, [UInt8](try Data(contentsOf: root.appending(path: $0)))) }
  }

  private static func form(_ files: [(path: String, bytes: [UInt8])]) -> ByteBuffer {
    var body: [UInt8] = []
    for file in files {
      body += Array(
        """
        --xyz\r
        Content-Disposition: form-data; name="file"; filename="p/\(file.path)"\r
        \r

        """.utf8)
      body += file.bytes + [0x0D, 0x0A]
    }
    return ByteBuffer(bytes: body + Array("--xyz--\r\n".utf8))
  }

  private static let type: HTTPFields = [.contentType: "multipart/form-data; boundary=xyz"]

  @Test func aProcedureIsReadAsOnTheCommandLine() async throws {
    let body = Self.form(try Self.procedure())
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/check?profile=regions-due-diligence", method: .post, headers: Self.type,
        body: body)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == "application/json")
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "aktsam-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      for file in try Self.procedure() {
        let url = folder.appending(path: "p/" + file.path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      let library = try #require(LibraryStore.load(folder: nil, withLexicons: false).library)
      let setup = CheckSetup(
        CheckPlan(["p"], grouping: .folders, root: folder.path + "/"), library: library,
        profile: try #require(library.profile("regions-due-diligence")), options: CheckOptions(),
        language: "en", lexicon: { LibraryStore.lexicon($0) })
      let subjects = SharedValue<[Report.Subject]>([])
      _ = await BatchRunner(setup.checker, jobs: 1).run(setup.plan.subjects) { subject in
        subjects.withLock { $0.append(subject) }
      }
      let report = Report(header: setup.header, subjects: subjects.withLock { $0 })
      #expect(report.subjects.count == 4)
      #expect(Array(answer.body.readableBytesView) == JSONWriter.report(report))
    }
  }

  @Test func suppliersAreStreamed() async throws {
    let body = Self.form(try Self.procedure())
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/check?format=jsonl", method: .post, headers: Self.type, body: body)
      let lines = answer.text.split(separator: "\n")
      #expect(lines.count == 4)
      for line in lines {
        #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any])
      }
      #expect(answer.headers[.contentLength] == nil)
    }
  }

  @Test(arguments: ReportForm.allCases)
  func everyFormIsServed(form: ReportForm) async throws {
    try await ServerFixture.run { client, _ in
      let files = ServerFixture.form(["policy.md": ServerFixture.policy])
      let answer = try await client.execute(
        uri: "/api/v1/check?format=\(form.rawValue)&lang=sv", method: .post,
        headers: files.headers, body: files.body)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == form.mediaType)
      #expect(answer.text.contains("policy.md"))
    }
  }

  @Test func oneFileMayBeTheBody() async throws {
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/check?format=text&name=..%2Fpolicy.md", method: .post,
        headers: [.contentType: "application/octet-stream"],
        body: ByteBuffer(string: ServerFixture.policy))
      #expect(answer.text.contains("\npolicy.md\n"))
      #expect(answer.headers[try #require(HTTPField.Name("Aktsam-Complete"))] == "true")
    }
  }

  @Test func zipFilesStandForWhatTheyHold() async throws {
    let zip = ZipFixture(["policy.md": ServerFixture.policy]).bytes
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/check?format=text&name=bidder.zip", method: .post,
        body: ByteBuffer(bytes: zip))
      #expect(answer.text.contains("bidder.zip!/policy.md"))
    }
  }

  @Test func whatCannotBeReadIsSaid() async throws {
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/check?name=a.xml", method: .post, body: ByteBuffer(string: "<a>"))
      #expect(answer.status == .ok)
      #expect(answer.headers[try #require(HTTPField.Name("Aktsam-Complete"))] == "false")
      #expect(answer.text.contains("AK0101"))
    }
  }

  @Test func groupingIsChosen() async throws {
    let files = ServerFixture.form(["a.md": "We will.", "b.md": "We shall."])
    try await ServerFixture.run { client, _ in
      for (grouping, count) in [("folders", 2), ("each", 2), ("together", 1)] {
        let answer = try await client.execute(
          uri: "/api/v1/check?grouping=\(grouping)", method: .post, headers: files.headers,
          body: files.body)
        #expect((answer.object["subjects"] as? [Any])?.count == count)
      }
    }
  }

  @Test(arguments: [
    "profile=none", "lang=de", "role=judge", "document-lang=xx", "as-of=2026-02-30", "grouping=x",
    "format=pdf", "decisions=perhaps", "colour=red", "%FF=%FF",
  ])
  func wrongChoicesAreRefused(query: String) async throws {
    let files = ServerFixture.form(["a.md": "We will."])
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/check?\(query)", method: .post, headers: files.headers, body: files.body)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.problem == "invalid-value")
    }
  }

  @Test func decisionsWantARegister() async throws {
    let files = ServerFixture.form(["a.md": "We will."])
    try await ServerFixture.run { client, _ in
      for path in ["check", "gaps"] {
        let answer = try await client.execute(
          uri: "/api/v1/\(path)?decisions=true", method: .post, headers: files.headers,
          body: files.body)
        #expect(answer.status == .notFound)
        #expect(answer.problem == "no-register")
      }
    }
  }

  @Test func passagesAreAnnotated() async throws {
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/annotate?name=a.txt&role=tender", method: .post,
        body: ByteBuffer(string: "We shall audit all suppliers every year."))
      #expect(answer.headers[.contentType] == "application/jsonl")
      let line = try #require(answer.text.split(separator: "\n").first)
      let passage = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(passage?["text"] as? String == "We shall audit all suppliers every year.")
      let text = try await client.execute(
        uri: "/api/v1/annotate?format=text&name=a.txt", method: .post,
        body: ByteBuffer(string: "We shall audit."))
      #expect(text.text.hasPrefix("a.txt:1:1"))
    }
  }

  @Test(arguments: GapFormat.allCases)
  func gapListsAreMade(format: GapFormat) async throws {
    let files = ServerFixture.form(["policy.md": ServerFixture.policy])
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/gaps?format=\(format.rawValue)", method: .post, headers: files.headers,
        body: files.body)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == format.mediaType)
      #expect(answer.body.readableBytes > 1_000)
    }
  }

  @Test func severalGapListsComeInOneFile() async throws {
    let files = ServerFixture.form(["a.md": ServerFixture.policy, "b.md": "We will."])
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(
        uri: "/api/v1/gaps", method: .post, headers: files.headers, body: files.body)
      #expect(answer.headers[.contentType] == "application/zip")
      #expect(answer.headers[.contentDisposition] == "attachment; filename=\"gaps.zip\"")
      #expect(Array(answer.body.readableBytesView).starts(with: Array("PK".utf8)))
    }
  }

  @Test func aSavedReportGivesItsGaps() async throws {
    let files = ServerFixture.form(["policy.md": ServerFixture.policy])
    try await ServerFixture.run { client, _ in
      let report = try await client.execute(
        uri: "/api/v1/check", method: .post, headers: files.headers, body: files.body)
      let list = try await client.execute(
        uri: "/api/v1/gaps?name=report.json", method: .post, body: report.body)
      let direct = try await client.execute(
        uri: "/api/v1/gaps", method: .post, headers: files.headers, body: files.body)
      #expect(list.text == direct.text)
      let other = try await client.execute(
        uri: "/api/v1/gaps?name=report.json", method: .post, body: ByteBuffer(string: "{}"))
      #expect(other.status == .unprocessableContent)
    }
  }
}

extension URL {
  fileprivate var isFile: Bool {
    (try? resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
  }
}
