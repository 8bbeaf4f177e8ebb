import AktsamTestSupport
import Foundation
import Testing

/// Every quotation in every form is what stands in the file at the cited ranges: a script in another
/// language, which shares no code with the program, reads the files again.
@Suite(.enabled(if: Python.isThere, "no python3"))
struct QuotationTests {
  private static let environment = URL(filePath: "/usr/bin/env")
  private static let corpus = TestFiles.shared("corpus")

  /// Runs the script with a program.
  private func check(_ arguments: [String], with program: URL) throws -> Tool.Result {
    try Tool.launch(
      Self.environment,
      ["python3", "scripts/check_quotations.py", "--aktsam", program.path] + arguments)
  }

  /// The binary beside the tests.
  private func binary() throws -> URL { try #require(Tool.binary, "no aktsam beside the tests") }

  /// How many quotations were compared in a form.
  private func count(_ form: String, _ output: String) -> Int {
    let line = output.split(separator: "\n").first { $0.hasPrefix(form + "  ") }
    let words = line?.dropFirst(form.count).split(separator: " ") ?? []
    return words.first.flatMap { Int($0) } ?? 0
  }

  @Test func quotationsOfTheExamplesStandInTheFiles() throws {
    let result = try check(["examples"], with: try binary())
    #expect(result.status == 0, "\(result.text.suffix(4000))\(result.errors)")
    for form in ["quotations", "passages", "words", "lines and columns", "check as sarif"] {
      #expect(count(form, result.text) > 100, "\(form)")
    }
    for form in ["json", "markdown", "html", "docx", "csv", "xlsx", "oscal"] {
      #expect(count("gaps as \(form)", result.text) > 100, "\(form)")
    }
  }

  /// UTF-16, ISO-8859-1, a byte order mark and CR LF.
  @Test func quotationsStandInFilesOfOtherEncodings() throws {
    let result = try check(
      ["examples/it-hardware/responses", "examples/it-hardware/policy.txt", "--variants"],
      with: try binary())
    #expect(result.status == 0, "\(result.text.suffix(4000))\(result.errors)")
    #expect(count("inputs (hash)", result.text) == 20)
  }

  @Test(.enabled(if: corpus != nil, "no third-party corpus"))
  func quotationsOfTheCorpusStandInTheFiles() throws {
    let corpus = try #require(Self.corpus)
    let result = try check([corpus.path], with: try binary())
    #expect(result.status == 0, "\(result.text.suffix(4000))\(result.errors)")
    #expect(count("passages", result.text) > 10_000)
  }

  /// The script must be able to fail: a program that changes a word is found out.
  @Test func aChangedWordIsFound() throws {
    try TestFiles.withFolder { folder in
      let text = folder.appending(path: "answer.txt")
      try Data("Our board adopted a human rights policy on 3 May 2025.\n".utf8).write(to: text)
      let program = folder.appending(path: "changing")
      let script = "#!/bin/sh\n'\(try binary().path)' \"$@\" | sed 's/adopted/considered/g'\n"
      try Data(script.utf8).write(to: program)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.path)
      #expect(try check([text.path], with: try binary()).status == 0)
      let changed = try check([text.path], with: program)
      #expect(changed.status == 1, "\(changed.text)\(changed.errors)")
      #expect(changed.text.contains("considered"))
    }
  }
}
