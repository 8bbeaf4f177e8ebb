import Aktsam
import AktsamClauses
import AktsamReading
import AktsamText
import Testing

/// Sentences whose firmness is easily misread, read with the shipped lexicons.
struct LanguageTrapTests {
  struct Trap: Sendable, CustomTestStringConvertible {
    var language: String
    var role: DocumentRole
    var text: String
    var force: Force
    var polarity: Polarity = .affirmed
    var bearer: Bearer?
    var days: Int?

    var testDescription: String { "\(language): \(text)" }
  }

  static let traps: [Trap] = [
    // sv: "får" permits, "får inte" forbids.
    Trap(
      language: "sv", role: .contract, text: "Leverantören får anlita underleverantörer.",
      force: .permission),
    Trap(
      language: "sv", role: .contract,
      text: "Leverantören får inte anlita underleverantörer utan köparens medgivande.",
      force: .obligation),
    // nb: "må" binds, "må ikke" forbids.
    Trap(
      language: "nb", role: .contract, text: "Leverandøren må kartlegge leverandørkjeden.",
      force: .obligation),
    Trap(
      language: "nb", role: .contract, text: "Tvangsarbeid må ikke forekomme i noe ledd.",
      force: .obligation),
    // Without delay negates nothing and is no number.
    Trap(
      language: "sv", role: .contract,
      text: "Leverantören ska utan dröjsmål underrätta köparen om avvikelser.", force: .obligation),
    Trap(
      language: "nb", role: .contract,
      text: "Leverandøren skal uten ugrunnet opphold varsle oppdragsgiver om avvik.",
      force: .obligation),
    Trap(
      language: "en", role: .contract,
      text: "The supplier shall notify the buyer of deviations without undue delay.",
      force: .obligation),
    // Wishes.
    Trap(
      language: "sv", role: .tender, text: "Vi verkar för att mänskliga rättigheter respekteras.",
      force: .aspiration),
    Trap(
      language: "nb", role: .tender, text: "Vi arbeider for at menneskerettighetene respekteres.",
      force: .aspiration),
    // What the buyer may demand puts no duty on the supplier.
    Trap(
      language: "nb", role: .contract,
      text: "Oppdragsgiver kan kreve dokumentasjon på leverandørkjeden.", force: .permission,
      bearer: .buyer),
    // "will": a promise in an offer, a plan in an answer about today.
    Trap(
      language: "en", role: .tender, text: "We will map the supply chain of the laptops.",
      force: .obligation),
    Trap(
      language: "en", role: .response, text: "We will map the supply chain of the laptops.",
      force: .intention),
    Trap(
      language: "nb", role: .response, text: "Vi vil kartlegge leverandørkjeden.",
      force: .intention),
    Trap(
      language: "sv", role: .response, text: "Vi ska kartlägga leveranskedjan.",
      force: .intention),
    // Double negation, and words that only look like one.
    Trap(
      language: "nb", role: .tender,
      text: "Vi vurderer ikke bare egen virksomhet, men hele leverandørkjeden.", force: .practice),
    Trap(
      language: "en", role: .tender,
      text: "We assess not only our own sites but the whole supply chain.", force: .practice),
    Trap(
      language: "en", role: .contract,
      text: "The supplier shall answer no later than 14 days after the request.",
      force: .obligation, days: 14),
    // Denials.
    Trap(
      language: "en", role: .response, text: "We do not assess risks in the supply chain.",
      force: .practice, polarity: .denied),
    Trap(
      language: "sv", role: .response, text: "Vi bedömer inte risker i leveranskedjan.",
      force: .practice, polarity: .denied),
    Trap(
      language: "nb", role: .response, text: "Vi vurderer ikke risikoen i leverandørkjeden.",
      force: .practice, polarity: .denied),
    // Numbers in words.
    Trap(
      language: "sv", role: .contract,
      text: "Leverantören ska inom fjorton dagar lämna en åtgärdsplan.", force: .obligation,
      days: 14),
    Trap(
      language: "nb", role: .contract,
      text: "Leverandøren skal innen 10 virkedager levere en tiltaksplan.", force: .obligation,
      days: 10),
    Trap(
      language: "en", role: .response, text: "Risks are assessed twice a year.", force: .practice,
      days: 365),
    // Others are expected to act.
    Trap(
      language: "en", role: .tender, text: "We expect our suppliers to respect human rights.",
      force: .expectation),
    Trap(
      language: "sv", role: .tender,
      text: "Vi förväntar oss att våra leverantörer respekterar mänskliga rättigheter.",
      force: .expectation),
  ]

  @Test(arguments: traps)
  func isReadAsMeant(trap: Trap) throws {
    let library = try #require(Shared.library)
    let profile = try #require(library.profile("oecd-six-steps"))
    let checker = Checker(
      library, profile: profile,
      options: CheckOptions(
        role: trap.role, documentLanguage: trap.language, annotating: true))
    let input = checker.read(
      InputFile(path: "t.txt", bytes: Array(trap.text.utf8)), with: checker.makeAssessor())
    let reading = try #require(input.reading?.passageReadings.first)
    #expect(reading.force == trap.force)
    #expect(reading.polarity == trap.polarity)
    if let bearer = trap.bearer { #expect(reading.bearer == bearer) }
    if let days = trap.days { #expect(reading.time.contains { $0.days == days }) }
  }
}
