import Foundation
import Testing

/// The reports beside the example inputs, see ``ExpectedFile``.
@Suite struct ExpectedReportTests {
  private static let profile = "it-hardware-forced-labour"
  private static let folder = Tool.root.appending(path: "examples/it-hardware/expected")

  /// A report is in the language of its input, which the name says: `strong-sv.xml`.
  private static func language(_ name: String) -> String {
    ["sv", "nb"].first { name.hasSuffix("-" + $0) } ?? "en"
  }

  @Test(arguments: Tool.examples, ["json", "txt"])
  func reportIsTheExpectedOne(path: String, kind: String) throws {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let result = try Tool.run([
      "check", "--fail-on", "never", "--profile", Self.profile, "--lang", Self.language(name),
      "--format", kind == "json" ? "json" : "text", path,
    ])
    #expect(result.status == 0)
    try ExpectedFile.expect(result, Self.folder.appending(path: "\(name).\(kind)"))
  }

  @Test func examplesHaveDifferentNames() {
    let names = Tool.examples.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
    #expect(!names.isEmpty)
    #expect(Set(names).count == names.count)
  }

  /// A report of an input that is gone would never be looked at again.
  @Test func everyExpectedReportHasItsInput() throws {
    let names = Set(
      Tool.examples.map { URL(filePath: $0).deletingPathExtension().lastPathComponent })
    let reports =
      (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) ?? []
    for report in reports {
      #expect(names.contains(URL(filePath: report).deletingPathExtension().lastPathComponent))
    }
  }

  @Test func reportsHoldNoPathOfThisMachine() throws {
    for kind in ["json", "text", "sarif"] {
      let result = try Tool.run(
        ["check", "--fail-on", "never", "--format", kind] + Tool.examples)
      #expect(!result.text.contains(Tool.root.path))
    }
  }
}
