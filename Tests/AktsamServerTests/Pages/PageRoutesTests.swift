import HTTPTypes
import Testing

@testable import AktsamServer

/// Every page that needs no procedure, in every language.
@Suite struct PageRoutesTests {
  private static let pages = [
    "/", "/compare", "/clauses", "/clauses?q=complaint&profile=dfo-terms",
    "/clauses/gri-mechanism", "/sentence", "/rules", "/rules/AK1001", "/about", "/login",
  ]

  @Test(arguments: PageLanguage.allCases)
  func everyPageIsThere(language: PageLanguage) async throws {
    try await PageBrowser.with(language: language.rawValue) { browser in
      for path in Self.pages {
        let page = try await browser.get(path)
        #expect(page.status == 200, "\(path)")
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        PageChecks.expectSound(page.text, language: language, path)
      }
    }
  }

  @Test func browsersChooseTheLanguage() async throws {
    for (header, language) in [
      ("sv-SE,en;q=0.5", "sv"), ("nn;q=0.9,en;q=0.2", "nb"), ("fr", "en"), ("", "en"),
    ] {
      try await PageBrowser.with(language: header) { browser in
        let page = try await browser.get("/").text
        #expect(page.contains("<html lang=\"\(language)\">"))
      }
    }
  }

  @Test func theLanguageCanBeSwitched() async throws {
    try await PageBrowser.with { browser in
      let answer = try await browser.post(
        "/language", [("lang", "sv"), ("back", "/clauses?q=a")])
      #expect(answer.status == 303 && answer.location == "/clauses?q=a")
      let page = try await browser.get("/clauses").text
      #expect(page.contains("<html lang=\"sv\">") && page.contains(">Klausulbibliotek<"))
      #expect(try await browser.post("/language", [("lang", "xx")]).status == 422)
    }
  }

  /// Where a form asks to go back to is a place of this server, or nowhere.
  @Test(arguments: [
    "//evil.example", "https://evil.example", "/\\evil.example", "/a b", "", "/\r\nSet-Cookie: x",
    "javascript:x",
  ])
  func theLanguageFormLeadsNowhereElse(back: String) async throws {
    try await PageBrowser.with { browser in
      let answer = try await browser.post("/language", [("lang", "nb"), ("back", back)])
      #expect(answer.status == 303 && answer.location == "/")
    }
  }

  @Test func unknownNamesArePagesThatSaySo() async throws {
    try await PageBrowser.with(language: "nb") { browser in
      for path in [
        "/nothing", "/clauses/nothing", "/rules/AK9", "/procedures/none",
        "/procedures/none/suppliers/1", "/procedures/none/suppliers/1/gaps",
        "/procedures/none/report.csv", "/procedures/none/suppliers/1/gaps.docx",
        "/compare?earlier=a&later=b", "/clauses/%3Cscript%3E",
      ] {
        let page = try await browser.get(path)
        #expect(page.status == 404, "\(path)")
        #expect(page.text.contains("Siden finnes ikke"), "\(path)")
        #expect(page.text.contains("id=\"problem-text\""))
        PageChecks.expectSound(page.text, language: .nb, path)
      }
      #expect(try await browser.post("/procedures/none/delete").status == 404)
    }
  }

  @Test func formsWithoutTheirTokenAreRefused() async throws {
    try await PageBrowser.with(register: true) { browser in
      let address = try await browser.read(PageSamples.one)
      for path in [
        "/language", "/sentence", "\(address)/delete", "\(address)/suppliers/1/override",
        "\(address)/suppliers/1/gaps",
      ] {
        for token in ["", "wrong"] {
          let answer = try await browser.post(path, token: token)
          #expect(answer.status == 403, "\(path)")
          #expect(answer.text.contains("The form was refused"))
        }
      }
      for path in ["/procedures", "/compare"] {
        let answer = try await browser.upload(
          path, files: [("files", "a.txt", "x")], token: "wrong")
        #expect(answer.status == 403, "\(path)")
      }
      #expect(try await browser.get(address).status == 200)
    }
  }

  @Test func theLibraryCanBeSearched() async throws {
    try await PageBrowser.with { browser in
      let found = try await browser.get("/clauses?q=grievance+channel").text
      #expect(found.contains("href=\"/clauses/gri-mechanism\""))
      #expect(!found.contains("href=\"/clauses/cl-prohibition\""))
      let none = try await browser.get("/clauses?q=%3Cxyzzy%3E").text
      #expect(none.contains("id=\"clauses-empty\"") && none.contains("&lt;xyzzy&gt;"))
    }
  }

  @Test func aRequirementShowsNormsWordingAndExamples() async throws {
    try await PageBrowser.with(language: "sv") { browser in
      let page = try await browser.get("/clauses/gri-mechanism").text
      for id in ["matters", "wording", "question", "evidence", "elements", "norms", "examples"] {
        #expect(page.contains("id=\"part-\(id)\""), "\(id)")
      }
      #expect(page.contains("class=\"mark met\"") && page.contains(">Läs normen<"))
    }
  }

  @Test func rulesAreShownWithTheirExamples() async throws {
    try await PageBrowser.with { browser in
      let page = try await browser.get("/rules/AK1001").text
      #expect(page.contains("id=\"reported\"") && page.contains("«"))
      #expect(!page.contains("<questionnaire"))
    }
  }

  @Test func theTextIsReadAtOnce() async throws {
    try await PageBrowser.with { browser in
      let answer = try await browser.post("/sentence", [("text", PageSamples.weak)])
      #expect(answer.status == 200)
      #expect(answer.text.contains("id=\"result\""))
      #expect(answer.text.contains("href=\"/clauses/fl-prohibition\""))
      #expect(answer.text.contains("class=\"mark weak\""))
      PageChecks.expectSound(answer.text, language: .en, "/sentence")
      let hostile = try await browser.post(
        "/sentence", [("text", "<script>alert(1)</script> \"\u{301} We forbid forced labour.")])
      #expect(hostile.text.contains("&lt;script&gt;alert(1)"))
      #expect(!hostile.text.contains("<script>alert"))
    }
  }

  @Test func anEmptyTextOrOneTooLongSaysSo() async throws {
    try await PageBrowser.with { browser in
      for text in ["", " \n", String(repeating: "a ", count: 10_001)] {
        let answer = try await browser.post("/sentence", [("text", text)])
        #expect(answer.status == 422 && answer.text.contains("id=\"problem\""))
        #expect(!answer.text.contains("id=\"result\""))
      }
    }
  }

  @Test func withoutARegisterThePagesSayHowToStartWithOne() async throws {
    try await PageBrowser.with { browser in
      let command = "aktsam serve --register aktsam-register.db"
      for path in ["/", "/about"] {
        #expect(try await browser.get(path).text.contains(command), "\(path)")
      }
      let address = try await browser.read(PageSamples.one)
      for path in [address, "\(address)/suppliers/1", "\(address)/suppliers/1/gaps"] {
        let page = try await browser.get(path)
        #expect(page.status == 200 && page.text.contains(command), "\(path)")
      }
      let answer = try await browser.post(
        "\(address)/suppliers/1/override",
        [("requirement", "fl-prohibition"), ("outcome", "met"), ("reason", "x"), ("by", "y")])
      #expect(answer.status == 404 && answer.text.contains("--register"))
      #expect(try await browser.post("\(address)/suppliers/1/gaps").status == 404)
    }
  }
}
