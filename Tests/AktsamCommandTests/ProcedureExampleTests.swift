import AktsamTestSupport
import Foundation
import Testing

/// `examples/laptops-procedure`: the buyer's documents and four submissions in many formats, read as a
/// user reads them.
@Suite struct ProcedureExampleTests {
  private static let path = "examples/laptops-procedure"
  private static let folder = Tool.root.appending(path: path)

  /// The folders of the suppliers in the order of `procedure.xml`.
  private static let suppliers = ["ulvhamra", "tindvag", "thornmere", "gradal"]

  /// A run of the command in a folder that holds the example.
  ///
  /// It ends with 3, since one supplier's file cannot be read to its end.
  private func check(_ format: String, in folder: URL = Tool.root) throws -> Tool.Result {
    let result = try Tool.launch(
      try #require(Tool.binary, "no aktsam beside the tests"),
      ["check", "--profile", "regions-due-diligence", "--format", format, Self.path], in: folder)
    #expect(result.status == 3, "\(result.errors)")
    return result
  }

  /// The subjects of a report by the last part of their names.
  private func subjects(_ report: [String: Any]) throws -> [String: [String: Any]] {
    let subjects = try #require(report["subjects"] as? [[String: Any]])
    var result: [String: [String: Any]] = [:]
    for subject in subjects {
      let head = try #require(subject["subject"] as? [String: Any])
      let name = try #require(head["name"] as? String)
      result[URL(filePath: name).lastPathComponent] = subject
    }
    #expect(result.count == subjects.count)
    return result
  }

  /// What a subject's assessments come to, without places.
  private func outcomes(_ subject: [String: Any]) throws -> [String] {
    try #require(subject["assessments"] as? [[String: Any]]).map { assessment in
      let weaknesses = assessment["weaknesses"] as? [[String: Any]] ?? []
      let evidence = assessment["evidence"] as? [[String: Any]] ?? []
      let codes = weaknesses.compactMap { $0["code"] as? String }
      let quotes = evidence.compactMap { $0["quote"] as? String }.sorted()
      let parts = ["requirement", "outcome", "certainty"].compactMap { assessment[$0] as? String }
      return (parts + codes + quotes).joined(separator: " | ")
    }
  }

  private func findings(_ subject: [String: Any]?, _ rule: String) throws -> [[String: Any]] {
    let findings = try #require(subject?["findings"] as? [[String: Any]])
    return findings.filter { $0["rule"] as? String == rule }
  }

  @Test(arguments: zip(["text", "csv", "json"], ["matrix.txt", "matrix.csv", "report.json"]))
  func outputIsTheExpectedOne(format: String, name: String) throws {
    let result = try check(format)
    #expect(!result.text.contains(Tool.root.path))
    try ExpectedFile.expect(result, Self.folder.appending(path: "expected/" + name))
  }

  /// What the example's README promises.
  @Test func theFourSubmissionsShowWhatTheyAreMadeFor() throws {
    let report = try check("json").json()
    let procedure = try #require(report["procedure"] as? [String: Any])
    #expect(procedure["id"] as? String == "TM-2026-118")
    let subjects = try subjects(report)
    #expect(Set(subjects.keys) == Set(Self.suppliers))

    let absent = try findings(subjects["ulvhamra"], "AK0408").compactMap {
      $0["message"] as? String
    }
    #expect(absent.contains { $0.contains("bilaga-4-avtalsutdrag.pdf") })

    let assessments = try #require(
      subjects["thornmere"]?["assessments"] as? [[String: Any]])
    let conflict = try #require(
      assessments.first { $0["requirement"] as? String == "flow-down-written" })
    #expect(conflict["outcome"] as? String == "contradicted")
    let contradiction = try #require(conflict["contradiction"] as? [String: Any])
    #expect(contradiction["kind"] as? String == "conflict")
    let evidence = try #require(conflict["evidence"] as? [[String: Any]])
    let names = evidence.compactMap { $0["path"] as? String }
      .map { URL(filePath: $0).lastPathComponent }
    #expect(Set(names.prefix(2)) == ["espd-response.xml", "tender.html"])
    let repeated = try findings(subjects["thornmere"], "AK0402")
    #expect(repeated.count == 1)

    let broken = try #require(try findings(subjects["gradal"], "AK0101").first)
    #expect(broken["path"] as? String == Self.path + "/gradal/anbudsbrev.xml")
    #expect(broken["line"] as? Int == 10)
    let unanswered = try findings(subjects["gradal"], "AK0309")
    #expect(unanswered.count >= 5)
  }

  /// Equal text gets equal outcomes, whatever the supplier's folder is called and in whatever order
  /// the folders are read.
  @Test(arguments: [["d", "c", "b", "a"], ["2", "4", "1", "3"]])
  func namesAndOrderOfSuppliersDoNotMatter(names: [String]) throws {
    let expected = try subjects(try check("json").json())
    try TestFiles.withFolder { scratch in
      let copy = scratch.appending(path: Self.path)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Self.folder, to: copy)
      let file = copy.appending(path: "procedure.xml")
      var lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      let places = lines.indices.filter { lines[$0].contains("<submission ") }
      try #require(places.count == Self.suppliers.count)
      let renamed = Array(zip(Self.suppliers, names))
      for (supplier, name) in renamed {
        try FileManager.default.moveItem(
          at: copy.appending(path: supplier), to: copy.appending(path: name))
      }
      for (place, name) in zip(places, names.sorted()) {
        lines[place] = "  <submission href=\"\(name)\"/>"
      }
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      let found = try subjects(try check("json", in: scratch).json())
      for (supplier, name) in renamed {
        let before = try outcomes(try #require(expected[supplier]))
        let after = try outcomes(try #require(found[name]))
        #expect(before == after, "\(supplier)")
      }
    }
  }
}

/// Whether Python is at hand.
enum Python {
  static let environment = URL(filePath: "/usr/bin/env")

  static let isThere: Bool = {
    let result = try? Tool.launch(environment, ["python3", "--version"])
    return result?.status == 0
  }()
}

/// The office files of the example are made from texts that lie beside them, so that everything in the
/// repository can be reviewed.
@Suite(.enabled(if: Python.isThere, "no python3"))
struct ProcedureExampleFileTests {
  private static let script = "scripts/make_example_procedure.py"

  /// The office files below a folder, as paths from it.
  private func officeFiles(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      ["docx", "xlsx", "odt", "zip"].contains { path.hasSuffix("." + $0) }
    }.sorted()
  }

  @Test func theScriptMakesTheFilesByteForByte() throws {
    let folder = Tool.root.appending(path: "examples/laptops-procedure")
    try TestFiles.withFolder { scratch in
      let result = try Tool.launch(Python.environment, ["python3", Self.script, scratch.path])
      #expect(result.status == 0, "\(result.errors)")
      let made = try officeFiles(below: scratch)
      #expect(made.count == 5)
      let committed = try officeFiles(below: folder)
      #expect(made == committed)
      for path in made {
        let bytes = try Data(contentsOf: scratch.appending(path: path))
        #expect(
          bytes == (try? Data(contentsOf: folder.appending(path: path))),
          "\(path) is not what \(Self.script) makes: run it")
      }
    }
  }
}
