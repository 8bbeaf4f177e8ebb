import AktsamTestSupport
import Foundation
import Testing

/// Gap lists of the example procedure, as a contract manager asks for them.
@Suite struct GapsExampleTests {
  private static let folder = "examples/laptops-procedure"

  private func gaps(_ arguments: [String]) throws -> Tool.Result {
    try Tool.run(["gaps", "--profile", "regions-due-diligence"] + arguments)
  }

  /// One supplier's list, held to the buyer's terms, in each language.
  @Test(arguments: ["en", "sv", "nb"])
  func listIsTheExpectedOne(language: String) throws {
    let result = try gaps([
      "--lang", language, "--as-of", "2026-11-24",
      "--terms", Self.folder + "/avtalsvillkor.docx", "--terms", Self.folder + "/questionnaire.xml",
      Self.folder + "/tindvag",
    ])
    #expect(result.status == 0)
    try ExpectedFile.expect(
      result, Tool.root.appending(path: "\(Self.folder)/expected/gaps-tindvag.\(language).md"))
  }

  /// Of a procedure each supplier gets a list of its own, whatever the form.
  @Test(arguments: ["docx", "html", "markdown", "csv", "xlsx", "json", "oscal"])
  func eachSupplierGetsAFile(format: String) throws {
    try TestFiles.withFolder { folder in
      let output = folder.appending(path: "lists")
      func run() throws -> [String: Data] {
        let result = try gaps(["--format", format, "--output", output.path, Self.folder])
        #expect(result.status == 3, "one file of the example is broken")
        let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
        return try Dictionary(
          uniqueKeysWithValues: names.map {
            ($0, try Data(contentsOf: output.appending(path: $0)))
          })
      }
      let first = try run()
      #expect(first.count == 4)
      #expect(first.values.allSatisfy { $0.count > 1000 })
      #expect(try run() == first, "the same input gives the same bytes")
      if format == "json" || format == "oscal" {
        for data in first.values { _ = try JSONSerialization.jsonObject(with: data) }
      }
    }
  }

  @Test func aBinaryFormWantsAFile() throws {
    let result = try gaps(["--format", "docx", Self.folder + "/tindvag"])
    #expect(result.status == 2)
    #expect(result.errors.contains("--output"))
  }

  /// Each supplier's list in the buyer's own form, with the ending of the template.
  @Test(arguments: ["docx", "html"])
  func eachSupplierGetsAFileOfATemplate(ending: String) throws {
    try TestFiles.withFolder { folder in
      let output = folder.appending(path: "lists")
      let result = try gaps([
        "--template", "examples/templates/gaps.\(ending)", "--output", output.path, Self.folder,
      ])
      #expect(result.status == 3, "one file of the example is broken")
      let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
      #expect(names.count == 4 && names.allSatisfy { $0.hasSuffix(".\(ending)") })
    }
  }

  @Test func aTemplateHasAFormOfItsOwn() throws {
    let template = "examples/templates/gaps.docx"
    for arguments in [["--template", template, "--format", "html"], ["--template", template]] {
      let result = try gaps(arguments + [Self.folder + "/tindvag"])
      #expect(result.status == 2)
    }
  }

  @Test func aFaultOfATemplateIsShownBeforeAnythingIsRead() throws {
    try TestFiles.withFolder { folder in
      let template = folder.appending(path: "form.html")
      try Data("<p>\n{{suplier}}".utf8).write(to: template)
      let result = try gaps(["--template", template.path, Self.folder + "/tindvag"])
      #expect(result.status == 2)
      #expect(result.errors.contains("line 2") && result.errors.contains("\"supplier\""))
      let missing = try gaps(["--template", folder.appending(path: "x").path, Self.folder])
      #expect(missing.status == 2 && missing.errors.contains("no such file"))
    }
  }
}
