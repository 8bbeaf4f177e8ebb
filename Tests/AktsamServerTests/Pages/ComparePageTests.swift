import HTTPTypes
import Testing

@testable import AktsamServer

@Suite struct ComparePageTests {
  @Test(arguments: PageLanguage.allCases)
  func twoProceduresAreCompared(language: PageLanguage) async throws {
    try await PageBrowser.with(language: language.rawValue) { browser in
      let first = try await browser.read(PageSamples.one)
      let second = try await browser.read([("acme/policy.txt", PageSamples.firm)])
      let ids = [first, second].map { String($0.split(separator: "/").last ?? "") }
      let query = "/compare?earlier=\(ids[0])&later=\(ids[1])"
      let page = try await browser.get(query)
      #expect(page.status == 200 && page.text.contains("id=\"result\""))
      #expect(page.text.contains("class=\"level1\"") || page.text.contains("<dl>"))
      PageChecks.expectSound(page.text, language: language, "/compare")
      for (format, suffix) in [
        ("html", "html"), ("docx", "docx"), ("markdown", "md"), ("text", "txt"), ("json", "json"),
      ] {
        let file = try await browser.get("\(query)&format=\(format)")
        #expect(
          file.headers[.contentDisposition] == "attachment; filename=\"comparison.\(suffix)\"")
      }
      let posted = try await browser.upload(
        "/compare", fields: [("earlier", ids[0]), ("later", ids[1]), ("format", "")], files: [])
      #expect(posted.status == 200 && posted.text.contains("id=\"result\""))
    }
  }

  @Test func savedReportsAreCompared() async throws {
    try await PageBrowser.with { browser in
      let first = try await browser.read(PageSamples.one)
      let saved = try await browser.get("\(first)/report.json").text
      let second = try await browser.read([("acme/policy.txt", PageSamples.firm)])
      let id = String(second.split(separator: "/").last ?? "")
      let mixed = try await browser.upload(
        "/compare", fields: [("later", id)], files: [("earlierFile", "report.json", saved)])
      #expect(mixed.status == 200 && mixed.text.contains("id=\"result\""))
      let both = try await browser.upload(
        "/compare", fields: [("format", "markdown")],
        files: [("earlierFile", "report.json", saved), ("laterFile", "report.json", saved)])
      #expect(both.headers[.contentType] == "text/markdown; charset=utf-8")
    }
  }

  @Test func whatCannotBeComparedSaysWhatToDo() async throws {
    try await PageBrowser.with { browser in
      let files = [("earlierFile", "<b>.json", "{}"), ("laterFile", "x.json", "no")]
      for (fields, files, words) in [
        ([("earlier", ""), ("later", "")], [], "Choose an earlier and a later round"),
        ([("earlier", "gone"), ("later", "gone")], [], "no longer here"),
        ([], files, "is not a report that aktsam has saved"),
      ] as [([(String, String)], [(String, String, String)], String)] {
        let answer = try await browser.upload("/compare", fields: fields, files: files)
        #expect(answer.status == 422 && answer.text.contains(words), "\(words)")
        #expect(!answer.text.contains("<b>"))
        PageChecks.expectSound(answer.text, language: .en, "/compare")
      }
    }
  }
}
