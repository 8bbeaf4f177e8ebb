import Foundation
import HTTPTypes
import Testing

@testable import AktsamServer

@Suite struct ProcedurePageTests {
  @Test(arguments: PageLanguage.allCases)
  func filesBecomeAMatrix(language: PageLanguage) async throws {
    try await PageBrowser.with(language: language.rawValue) { browser in
      let address = try await browser.read(PageSamples.two)
      let page = try await browser.get(address)
      #expect(page.status == 200)
      PageChecks.expectSound(page.text, language: language, address)
      for name in ["acme", "bolt"] { #expect(page.text.contains(">\(name)</a>"), "\(name)") }
      #expect(page.text.contains("data-requirement=\"gri-mechanism\""))
      #expect(page.text.contains("\(address)/suppliers/2#s1-r"))
      #expect(page.text.contains("id=\"open-first\" href=\"\(address)/suppliers/1\""))
      let start = try await browser.get("/").text
      #expect(start.contains("href=\"\(address)\""))
    }
  }

  @Test func theMatrixIsFilteredWithoutAScript() async throws {
    try await PageBrowser.with { browser in
      let address = try await browser.read(PageSamples.two)
      func rows(_ query: String) async throws -> (shown: [String], total: Int) {
        let page = try await browser.get(address + query).text
        let rows = page.components(separatedBy: "<tr data-requirement=\"").dropFirst()
        let shown = rows.filter { !$0.prefix { $0 != ">" }.hasSuffix(" hidden") }
        return (shown.map { String($0.prefix { $0 != "\"" }) }, rows.count)
      }
      let all = try await rows("")
      #expect(all.shown.count == all.total && all.total > 50)
      let denied = try await rows("?outcome=contradicted")
      #expect(denied.shown.contains("gri-mechanism") && denied.shown.count < 5)
      let several = try await rows("?outcome=contradicted&outcome=weak")
      #expect(Set(several.shown).isSuperset(of: denied.shown))
      #expect(several.shown.contains("fl-prohibition"))
      let step = try await rows("?step=6")
      #expect(!step.shown.isEmpty && step.shown.count < all.total)
      let level = try await rows("?level=expected")
      #expect(level.shown.count < all.total)
      #expect(try await rows("?outcome=nonsense&step=99&level=x").shown.count == all.total)
      let page = try await browser.get("\(address)?outcome=contradicted&step=6&check=1").text
      #expect(page.contains("value=\"contradicted\" checked"))
      #expect(page.contains("<option value=\"6\" selected>"))
      #expect(page.contains("name=\"check\" value=\"1\" checked"))
    }
  }

  @Test func emptyFiltersSayWhatToDo() async throws {
    try await PageBrowser.with { browser in
      let address = try await browser.read(PageSamples.one)
      let page = try await browser.get("\(address)?outcome=not-applicable").text
      #expect(page.contains("id=\"matrix-empty\">No requirement matches."))
    }
  }

  /// Names and words of documents are shown, and never become markup.
  @Test func hostileNamesAndTextsAreEscaped() async throws {
    try await PageBrowser.with(register: true) { browser in
      let hostile = "<img src=x onerror=alert(1)> \u{301}"
      let files = [
        (
          name: "a&b <script>alert(1)</script>.txt",
          text: "Our policy\n\nWe do not have a grievance mechanism <script>alert(2)</script>. "
            + "\(hostile)\n\u{202E}{{title}} We aim to avoid forced labour in our supply chain."
        )
      ]
      let address = try await browser.read(files)
      for path in [address, "\(address)/suppliers/1", "\(address)/suppliers/1/gaps", "/"] {
        let page = try await browser.get(path).text
        #expect(!page.contains("<script>"), "\(path)")
        #expect(!page.contains("<img"), "\(path)")
        #expect(!page.contains("\u{202E}"), "\(path)")
      }
      let page = try await browser.get("\(address)/suppliers/1").text
      #expect(page.contains("We do not have a grievance mechanism"))
      #expect(page.contains("&lt;script&gt;alert(2)"))
    }
  }

  @Test func everyReportIsDownloaded() async throws {
    try await PageBrowser.with(language: "sv") { browser in
      let address = try await browser.read(PageSamples.two)
      for (suffix, type, words) in [
        ("html", "text/html; charset=utf-8", "<html lang=\"sv\">"),
        ("csv", "text/csv; charset=utf-8", "gri-mechanism"),
        ("json", "application/json", "\"lang\": \"sv\""),
        ("md", "text/markdown; charset=utf-8", "motsagt"),
        ("txt", "text/plain; charset=utf-8", "Motsagt"),
        ("sarif", "application/sarif+json", "\"2.1.0\""),
        ("jsonl", "application/jsonl", "gri-mechanism"),
      ] {
        let file = try await browser.get("\(address)/report.\(suffix)")
        #expect(file.status == 200, "\(suffix)")
        #expect(file.headers[.contentType] == type, "\(suffix)")
        #expect(
          file.headers[.contentDisposition] == "attachment; filename=\"report.\(suffix)\"")
        #expect(file.text.contains(words), "\(suffix)")
        #expect(!file.text.contains("/tmp"), "\(suffix) names no folder of this computer")
      }
      #expect(try await browser.get("\(address)/report.exe").status == 404)
    }
  }

  @Test func aFormWithoutFilesSaysWhatToDo() async throws {
    try await PageBrowser.with { browser in
      let answer = try await browser.upload(
        "/procedures", fields: [("profile", "dfo-terms")], files: [("files", "", "")])
      #expect(answer.status == 422)
      #expect(answer.text.contains("id=\"problem\" role=\"alert\">Choose at least one file"))
      #expect(answer.text.contains("<option value=\"dfo-terms\" selected>"))
    }
  }

  @Test func tooMuchSaysHowMuchIsTaken() async throws {
    try await PageBrowser.with(maxUpload: 4 << 20) { browser in
      let text = String(repeating: "x", count: 5 << 20)
      let answer = try await browser.upload("/procedures", files: [("files", "a.txt", text)])
      #expect(answer.status == 413 && answer.text.contains("At most 4 MB"))
    }
  }

  /// Nothing looks well only because it could not be read.
  @Test func whatCouldNotBeReadIsSaid() async throws {
    try await PageBrowser.with(register: true) { browser in
      let address = try await browser.read([
        ("bids/a/answer.txt", PageSamples.weak), ("bids/b/scan.pdf", "%PDF-1.7\n"),
      ])
      let page = try await browser.get(address).text
      #expect(page.contains("id=\"not-read\"") && page.contains("scan.pdf"))
      #expect(page.contains("<span class=\"mark unread\">not read</span>"))
      let supplier = try await browser.get("\(address)/suppliers/2").text
      #expect(supplier.contains("id=\"nothing-read\"") && !supplier.contains("id=\"override\""))
      let gaps = try await browser.get("\(address)/suppliers/2/gaps").text
      #expect(gaps.contains("id=\"nothing-read\"") && !gaps.contains("id=\"gaps-empty\""))
      #expect(!gaps.contains("0 gaps"))
      for text in [page, supplier, gaps] { PageChecks.expectSound(text, language: .en, "unread") }

      let alone = try await browser.read([("scan.pdf", "%PDF-1.7\n")])
      let empty = try await browser.get(alone).text
      #expect(empty.contains("id=\"matrix-none\"") && !empty.contains("id=\"filter\""))
      #expect(!empty.contains("id=\"next\"") && !empty.contains("No requirement matches"))
    }
  }

  @Test func aProcedureIsDeleted() async throws {
    try await PageBrowser.with { browser in
      let address = try await browser.read(PageSamples.one)
      let answer = try await browser.post("\(address)/delete")
      #expect(answer.status == 303 && answer.location == "/?deleted=1")
      #expect(try await browser.get(answer.location).text.contains("id=\"notice\""))
      #expect(try await browser.get(address).status == 404)
    }
  }

  @Test func howFilesBelongTogetherIsChosen() async throws {
    let files = [("a.txt", PageSamples.weak), ("b.txt", PageSamples.denial)]
      .map { (name: $0.0, text: $0.1) }
    try await PageBrowser.with { browser in
      for (grouping, count) in [("together", 1), ("each", 2), ("folders", 2)] {
        let address = try await browser.read(files, grouping: grouping)
        let page = try await browser.get(address).text
        let rows = page.components(separatedBy: "<tr id=\"supplier-").count - 1
        #expect(rows == count, "\(grouping)")
      }
    }
  }
}
