import Aktsam
import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamText
import Testing

/// What only shows when a document is read as a whole: tables of sites, the buyer's list, text that
/// repeats the buyer's terms.
struct DocumentLevelTests {
  private func check(_ body: String, options: CheckOptions = CheckOptions()) throws
    -> Report.Subject
  {
    let library = try #require(Shared.library)
    let profile = try #require(library.profile("it-hardware-forced-labour"))
    let checker = Checker(library, profile: profile, options: options)
    let text = """
      <response xmlns="urn:aktsam:response:1" questionnaire="q" questionnaire-version="1"
        date="2026-06-01" xml:lang="en"><title>T</title><section id="s1">\(body)</section></response>
      """
    let input = checker.read(
      InputFile(path: "r.xml", bytes: Array(text.utf8)), with: checker.makeAssessor())
    return checker.subject(name: "r.xml", [input])
  }

  private func outcome(_ requirement: String, _ subject: Report.Subject) -> Outcome? {
    subject.assessments.first { $0.requirement == requirement }?.outcome
  }

  private let sites = """
    <answer question="q1" requirement="dd-supply-chain-mapping"><question>Which sites?</question>
    <site><name>Alder Assembly</name><place>Penang</place><country>MY</country><tier>1</tier></site>
    <site><name>Birch Boards</name><country>CN</country><region>Xinjiang Uyghur</region>
    <tier>2</tier></site>
    <site><name>Cedar Cobalt</name><country>CD</country><tier>4</tier></site></answer>
    """

  @Test func sitesTellHowFarDownTheyGoAndWhatTheyLeaveBlank() throws {
    let subject = try check(sites)
    let messages = subject.findings.filter { $0.rule >= "AK0312" && $0.rule <= "AK0314" }
      .map { "\($0.rule) \($0.message)" }
    #expect(
      messages == [
        "AK0312 the table lists 3 sites (tier 1: 1, tier 2: 1, tier 4: 1)",
        "AK0313 the site \"Cedar Cobalt\" gives neither region nor place: ask where it is",
      ])
  }

  @Test func watchedSitesArePointedOutWithTheReason() throws {
    let (list, faults) = WatchList.read(
      Array("country,region,reason\nCN,Xinjiang,\"state schemes, see notice\"\n\n,\n".utf8))
    #expect(faults.isEmpty)
    let subject = try check(sites, options: CheckOptions(watch: list))
    let watched = subject.findings.filter { $0.rule == "AK0314" }
    #expect(
      watched.map(\.message) == [
        "the site \"Birch Boards\" is in \"Xinjiang, CN\", which is on the buyer's list: "
          + "state schemes, see notice"
      ])
    #expect(watched.first?.place?.line == 4)
  }

  @Test func aWatchListOfAWholeCountryAndBadLines() {
    let (list, faults) = WatchList.read(Array("CD,,conflict minerals\nnonsense\n".utf8))
    #expect(faults == [2])
    #expect(list.entry(for: Site(name: "X", country: "cd"))?.reason == "conflict minerals")
    #expect(list.entry(for: Site(name: "X", country: "SE")) == nil)
  }

  private let demand =
    "The supplier shall map the supply chain of the goods down to raw material every year."

  @Test func repeatingTheQuestionIsNoEvidence() throws {
    let subject = try check(
      """
      <answer question="q1" requirement="dd-supply-chain-mapping"><question>\(demand)</question>
      <p>\(demand)</p></answer>
      """)
    #expect(outcome("dd-supply-chain-mapping", subject) == .missing)
    #expect(subject.findings.contains { $0.rule == "AK0401" })
  }

  @Test func repeatingTheBuyersTermsIsNoEvidence() throws {
    let answer = """
      <answer question="q1" requirement="dd-supply-chain-mapping"><question>Q?</question>
      <p>\(demand)</p></answer>
      """
    let terms = InputFile(path: "terms.txt", bytes: Array("1. Mapping\n\n\(demand)\n".utf8))
    #expect(outcome("dd-supply-chain-mapping", try check(answer)) != .missing)
    let subject = try check(answer, options: CheckOptions(terms: [terms]))
    #expect(outcome("dd-supply-chain-mapping", subject) == .missing)
    #expect(subject.findings.contains { $0.rule == "AK0401" })
  }
}
