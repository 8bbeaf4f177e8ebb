import AktsamReading
import AktsamReports
import AktsamText
import Testing

@Suite struct GapRedactionTests {
  private func masked(_ text: String, _ language: String = "en") throws -> String {
    let list = GapFixture.list([GapFixture.weak(text)], language: language, redacted: true)
    return try #require(list.gaps.first?.reading.quotations.first?.text)
  }

  @Test(arguments: [
    ("Write to anna.berg@example.com, please.", "Write to [e-mail], please."),
    ("(esg@example.com)", "([e-mail])"),
    ("Call +46 8 123 456 78 or 08-123 45 67.", "Call [telephone] or [telephone]."),
    ("Tel. (0)22 33 44 55 at any time", "Tel. [telephone] at any time"),
    ("Tlf 22334455 or 22 33 44 55, +4722334455", "Tlf [telephone] or [telephone], [telephone]"),
    ("born 850314-1234.", "born [personal number]."),
    ("fødselsnummer 14038512345 er", "fødselsnummer [personal number] er"),
    ("Contact: Zoltan Quill", "Contact: [name]"),
    ("Our compliance officer Zoltan Quill decides.", "Our compliance officer [name] decides."),
    ("Zoltan Quill, managing director, decides.", "[name], managing director, decides."),
    ("Ingrid Testsson answers.", "[name] answers."),
    ("Mr Quill answers.", "Mr [name] answers."),
    ("Zoltan Quill (z@example.com) answers.", "[name] ([e-mail]) answers."),
  ])
  func namesAndContactsAreMasked(text: String, expected: String) throws {
    #expect(try masked(text) == expected)
  }

  /// What makes an answer firm stays: figures, years, norms, companies.
  @Test(arguments: [
    "In 2025 we audited 37 of 112 sites in 2024-2026.", "We paid 1 250 000 kronor on 2026-03-03.",
    "We follow the Guiding Principles and ILO Convention 29.", "Granskog Data AB maps its chain.",
    "Our Chief Procurement Team meets in Oslo.", "Under 2026-11-01 till 2027-12-31 gäller policyn.",
    "We are certified to ISO 45001:2018 and SA8000.", "12 345 678 pairs of shoes were made.",
    "Granskog (556000-0000) and Elv (912 345 678, 912345678) map it.",
    "Revised 20260303; 1250000 kronor were paid.",
    "Human Rights Policy, version 3.1.2", "@ the site", "a@ b",
  ])
  func whatMattersStays(text: String) throws {
    #expect(try masked(text) == text)
  }

  /// What people agreed and decided names people, too.
  @Test func whatWasAgreedAndDecidedIsMasked() throws {
    var assessment = GapFixture.weak("We answer.")
    assessment.decide(
      .contradicted,
      Decision(
        machineOutcome: .weak, reason: "Call 08-123 45 67", by: "Zoltan Quill", on: "2026-11-24"))
    var subject = Fixture.subject([assessment])
    subject.agreements[assessment.requirement] = Report.Agreement(
      action: "Write to z@example.com", owner: "Zoltan Quill", due: "2027-02-01")
    let header = GapFixture.report("en").header
    let gap = try #require(GapList(subject, header: header, redacted: true).gaps.first)
    #expect(
      gap.agreement
        == Report.Agreement(action: "Write to [e-mail]", owner: "[name]", due: "2027-02-01"))
    #expect(gap.reading.decision?.reason == "Call [telephone]")
    #expect(gap.reading.decision?.by == "[name]" && gap.reading.outcome == .contradicted)
    #expect(GapList(subject, header: header).gaps.first?.agreement?.owner == "Zoltan Quill")
  }

  @Test func masksSpeakTheLanguageOfTheList() throws {
    #expect(try masked("Ring 08-123 45 67", "sv") == "Ring [telefon]")
    #expect(try masked("Skriv til a@example.com", "nb") == "Skriv til [e-post]")
  }

  @Test func noFormatShowsWhatIsMasked() throws {
    var assessment = GapFixture.weak(
      "Ask Ingrid Testsson, ingrid@example.com, about it.", label: "Question to Ingrid Testsson")
    assessment.weaknesses[0].words = ["Ingrid Testsson"]
    for (redacted, isThere) in [(true, false), (false, true)] {
      let list = GapFixture.list([assessment], redacted: redacted)
      for format in GapFormat.allCases {
        let bytes = try GapFixture.bytes(list, format)
        let text = String(
          decoding: format.isBinary ? try GapFixture.unpacked(bytes) : bytes, as: UTF8.self)
        #expect(text.contains("Testsson") == isThere, "\(format)")
      }
      let page = try GapFixture.text(list, .markdown)
      #expect(page.contains("have been masked") == redacted)
    }
  }
}
