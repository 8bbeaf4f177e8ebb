import Foundation
import Testing

@testable import AktsamServer

@Suite struct SupplierPageTests {
  @Test(arguments: PageLanguage.allCases)
  func evidenceStandsBesideTheText(language: PageLanguage) async throws {
    try await PageBrowser.with(register: true, language: language.rawValue) { browser in
      let address = try await browser.read(PageSamples.two)
      let page = try await browser.get("\(address)/suppliers/1")
      #expect(page.status == 200)
      PageChecks.expectSound(page.text, language: language, "supplier")
      #expect(page.text.contains("<div class=\"reading beside\">"))
      #expect(page.text.contains("<mark class=\"contradicted\" id=\"s1-d1-b"))
      #expect(page.text.contains("id=\"next-supplier\"") && !page.text.contains("rel=\"prev\""))
      #expect(try await browser.get("\(address)/suppliers/3").status == 404)
      #expect(try await browser.get("\(address)/suppliers/0").status == 404)
      #expect(try await browser.get("\(address)/suppliers/x").status == 404)
    }
  }

  @Test func theLinkAtARequirementFillsTheForm() async throws {
    try await PageBrowser.with(register: true) { browser in
      let address = try await browser.read(PageSamples.one)
      let page = try await browser.get("\(address)/suppliers/1").text
      let link = "\(address)/suppliers/1?decide=gri-mechanism#override"
      #expect(page.contains("href=\"\(link)\""))
      let form = try await browser.get(link).text
      #expect(form.contains("<option value=\"gri-mechanism\" selected>"))
      let chosen = form.components(separatedBy: "id=\"chosen\"").last ?? ""
      #expect(chosen.contains("! contradicted") && chosen.contains(PageSamples.denial))
      #expect(!page.contains("id=\"chosen\""))
    }
  }

  /// A decision needs a reason and a name; what was read stays beside it, here and in every report.
  @Test func aDecisionIsKeptBesideWhatWasRead() async throws {
    try await PageBrowser.with(register: true) { browser in
      let address = try await browser.read(PageSamples.one)
      let supplier = "\(address)/suppliers/1"
      let decision = [
        ("requirement", "gri-mechanism"), ("outcome", "met"),
        ("reason", "Seen <b>on site</b>"), ("by", "A. \"Lind\""),
      ]
      for missing in decision.indices {
        var fields = decision
        fields[missing].1 = missing == 1 ? "unread" : " "
        let answer = try await browser.post("\(supplier)/override", fields)
        #expect(answer.status == 422, "\(fields[missing].0)")
        #expect(answer.text.contains("id=\"problem\" role=\"alert\">Nothing was saved."))
        #expect(!answer.text.contains("id=\"decisions\""))
        PageChecks.expectSound(answer.text, language: .en, "override")
      }
      let answer = try await browser.post("\(supplier)/override", decision)
      #expect(answer.status == 303)
      #expect(answer.location == "\(supplier)?saved=1#decision-gri-mechanism")
      let page = try await browser.get(answer.location).text
      #expect(page.contains("id=\"notice\"") && page.contains("id=\"decision-gri-mechanism\""))
      #expect(page.contains("<span class=\"mark met\">met</span>"))
      #expect(page.contains("<span class=\"mark contradicted\">contradicted</span>"))
      #expect(page.contains("Seen &lt;b&gt;on site&lt;/b&gt;"))
      #expect(page.contains("A. &quot;Lind&quot;, 2026-11-24"))
      #expect(page.contains("class=\"note decided\">"))
      #expect(try await browser.get(address).text.contains("decided by a person"))
      let report = try await browser.get("\(address)/report.json").text
      #expect(report.contains("Seen <b>on site</b>") && report.contains("\"decision\""))
    }
  }

  @Test func whatTheRegisterRefusesIsSaidInThePage() async throws {
    try await PageBrowser.with(register: true) { browser in
      let address = try await browser.read(PageSamples.one)
      let answer = try await browser.post(
        "\(address)/suppliers/1/override",
        [("requirement", "no-such"), ("outcome", "met"), ("reason", "x"), ("by", "y")])
      #expect(answer.status == 422 && answer.text.contains("id=\"problem\""))
    }
  }
}
