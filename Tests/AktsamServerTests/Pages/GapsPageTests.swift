import Foundation
import HTTPTypes
import Testing

@testable import AktsamServer

@Suite struct GapsPageTests {
  private static let gap = "gri-mechanism"

  private static func fields(_ changes: [String: String]) -> [(String, String)] {
    let standard = ["requirement": gap, "status": "open", "by": "K. Berg"]
    return standard.merging(changes) { _, new in new }.map { ($0.key, $0.value) }
  }

  /// The part of the page that is about the gap.
  private static func card(_ page: String) -> String {
    let start = page.range(of: "id=\"gap-\(gap)\"")
    let rest = start.map { page[$0.upperBound...] } ?? ""
    return String(rest.range(of: "</article>").map { rest[..<$0.lowerBound] } ?? rest)
  }

  @Test(arguments: PageLanguage.allCases)
  func theListStandsWithFormsAndDownloads(language: PageLanguage) async throws {
    try await PageBrowser.with(register: true, language: language.rawValue) { browser in
      let address = try await browser.read(PageSamples.two)
      let page = try await browser.get("\(address)/suppliers/1/gaps")
      #expect(page.status == 200)
      PageChecks.expectSound(page.text, language: language, "gaps")
      let card = Self.card(page.text)
      #expect(card.contains(PageSamples.denial) && card.contains("name=\"due\""))
      #expect(page.text.contains("id=\"download-docx-masked\""))
    }
  }

  /// What is entered comes back from the register, in the page and in the downloads, step by step.
  @Test func whatIsAgreedComesBackFromTheRegister() async throws {
    try await PageBrowser.with(register: true) { browser in
      let address = try await browser.read(PageSamples.one)
      let path = "\(address)/suppliers/1/gaps"
      func save(_ changes: [String: String]) async throws -> PageBrowser.Answer {
        try await browser.post(path, Self.fields(changes))
      }
      let agreed = ["action": "Open a <channel>", "owner": "B. \"Ek\"", "due": "2027-02-01"]
      let answer = try await save(agreed)
      #expect(answer.status == 303)
      #expect(answer.location == "\(path)?saved=\(Self.gap)#gap-\(Self.gap)")
      var card = Self.card(try await browser.get(answer.location).text)
      #expect(card.contains("id=\"saved-\(Self.gap)\""))
      #expect(card.contains(">Open a &lt;channel&gt;</textarea>"))
      #expect(card.contains("value=\"B. &quot;Ek&quot;\"") && card.contains("2027-02-01"))
      #expect(card.contains("<option value=\"agreed\" selected>"))
      #expect(
        try await browser.get("\(address)/suppliers/1/gaps.csv").text.contains("Open a <channel>"))

      // The date moves with a reason only.
      let moved = agreed.merging(["due": "2027-03-01", "status": "agreed"]) { _, new in new }
      let refused = try await save(moved)
      #expect(refused.status == 422)
      #expect(Self.card(refused.text).contains("id=\"error-\(Self.gap)\""))
      #expect(Self.card(refused.text).contains("value=\"2027-03-01\""))
      PageChecks.expectSound(refused.text, language: .en, path)
      #expect(try await save(moved.merging(["note": "ill"]) { _, new in new }).status == 303)
      card = Self.card(try await browser.get(path).text)
      #expect(card.contains("value=\"2027-03-01\"") && card.contains("date moved"))

      // Another action takes the place of the first.
      let other = ["action": "Publish it", "owner": "Ek", "due": "2027-04-01", "status": "agreed"]
      #expect(try await save(other).status == 303)
      card = Self.card(try await browser.get(path).text)
      #expect(card.contains(">Publish it</textarea>") && card.contains("replaced by: Publish it"))

      #expect(try await save(other.merging(["status": "done"]) { _, new in new }).status == 422)
      #expect(
        try await save(other.merging(["status": "done", "note": "shown"]) { _, new in new })
          .status == 303)
      #expect(try await save(["status": "closed", "note": "seen on site"]).status == 303)
      card = Self.card(try await browser.get(path).text)
      #expect(card.contains("id=\"state-\(Self.gap)\">Closed<"))
      #expect(try await save(["status": "closed", "action": "x"]).status == 422)
      #expect(try await save(["status": "reopened", "note": "came back"]).status == 303)
      card = Self.card(try await browser.get(path).text)
      #expect(card.contains("id=\"state-\(Self.gap)\">Open again<"))
      #expect(card.contains("seen on site") && card.contains("came back"))
    }
  }

  @Test func everyEntryNeedsANameAndSomething() async throws {
    try await PageBrowser.with(register: true, language: "sv") { browser in
      let path = "\(try await browser.read(PageSamples.one))/suppliers/1/gaps"
      for changes in [
        ["by": " ", "note": "x"], [:], ["action": "x"], ["due": "soon", "action": "x"],
        ["status": "closed"], ["status": "done", "note": "x"],
      ] {
        let answer = try await browser.post(path, Self.fields(changes))
        #expect(answer.status == 422, "\(changes)")
        #expect(Self.card(answer.text).contains("role=\"alert\""), "\(changes)")
      }
      let unknown = try await browser.post(path, Self.fields(["requirement": "<b>"]))
      #expect(unknown.status == 404)
    }
  }

  /// Masking takes in what people agreed and decided, too.
  @Test func whatWasAgreedIsMaskedAsWell() async throws {
    try await PageBrowser.with(register: true) { browser in
      let address = try await browser.read(PageSamples.one)
      let path = "\(address)/suppliers/1/gaps"
      let answer = try await browser.post(
        path,
        Self.fields([
          "action": "Write to eva@example.org", "owner": "Eva Berg", "due": "2027-02-01",
        ]))
      #expect(answer.status == 303)
      let open = try await browser.get("\(path).md").text
      #expect(open.contains("eva@example.org") && open.contains("Eva Berg"))
      let masked = try await browser.get("\(path).md?masked=1").text
      #expect(!masked.contains("eva@example.org") && !masked.contains("Eva Berg"))
      #expect(masked.contains("2027-02-01"))
    }
  }

  @Test func everyFormIsDownloadedAlsoMasked() async throws {
    try await PageBrowser.with { browser in
      let address = try await browser.read(
        [
          (
            "Grådal <AB>/policy.txt",
            "We do not have a grievance mechanism, kim.berg@example.org says."
          )
        ])
      let office = "application/vnd.openxmlformats-officedocument"
      for (suffix, type) in [
        ("docx", "\(office).wordprocessingml.document"), ("html", "text/html; charset=utf-8"),
        ("xlsx", "\(office).spreadsheetml.sheet"), ("csv", "text/csv; charset=utf-8"),
        ("md", "text/markdown; charset=utf-8"), ("json", "application/json"),
        ("poam.json", "application/json"),
      ] {
        for masked in ["", "?masked=1"] {
          let file = try await browser.get("\(address)/suppliers/1/gaps.\(suffix)\(masked)")
          #expect(file.status == 200, "\(suffix)")
          #expect(file.headers[.contentType] == type, "\(suffix)")
          let name = file.headers[.contentDisposition] ?? ""
          #expect(name.hasPrefix("attachment; filename=\"gaps-") && name.hasSuffix(".\(suffix)\""))
          #expect(name.allSatisfy(\.isASCII) && !name.contains("<"), "\(name)")
          if suffix.hasSuffix("x") { #expect(file.bytes.prefix(2) == [0x50, 0x4B]) }
          if suffix == "md" { #expect(file.text.contains("kim.berg@") == masked.isEmpty) }
        }
      }
      #expect(try await browser.get("\(address)/suppliers/1/gaps.pdf").status == 404)
    }
  }
}
