import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamText

/// Two rounds of a supplier in which everything that can change does.
enum ComparisonFixture {
  static func evidence(_ path: String, _ quote: String, line: Int = 3) -> Evidence {
    Evidence(
      place: Fixture.place(path, [0..<quote.utf8.count], line: line), label: "Q1", quote: quote,
      language: "en", force: .practice)
  }

  static func assessment(
    _ id: String, _ outcome: Outcome, _ quotes: [String] = [], weaknesses: [Weakness] = [],
    elements: [ElementState] = [], certainty: Certainty = .sure, path: String = "a.xml",
    demandedBy: [Place]? = nil
  ) -> Assessment {
    Assessment(
      requirement: id, outcome: outcome, certainty: certainty, demandedBy: demandedBy,
      elements: elements, weaknesses: weaknesses.map { WeaknessFinding(code: $0) },
      contradiction: outcome == .contradicted ? Contradiction(kind: .denied, between: [0]) : nil,
      evidence: quotes.enumerated().map { evidence(path, $0.element, line: 3 + $0.offset) },
      nearest: outcome == .missing ? Array(quotes.indices) : [], searchedPassages: 12)
  }

  private static let plan: [(id: String, severity: Requirement.Weight)] = [
    ("r-closed", .medium), ("r-worse", .high), ("r-worst", .critical), ("r-same", .high),
    ("r-new", .medium), ("r-better", .critical), ("r-met", .high), ("r-off", .medium),
  ]

  static let library: Library = {
    var library = Fixture.library
    library.requirements += plan.map { id, severity in
      var requirement = Fixture.requirement(
        id, Fixture.text("Title of \(id)", "Rubrik för \(id)", "Tittel på \(id)"))
      requirement.severity = severity
      return requirement
    }
    return library
  }()

  static let entries = (["gri-mechanism"] + plan.map(\.id) + ["r-once"]).enumerated().map {
    Profile.Entry(requirement: $0.element, level: .required, number: "\($0.offset + 1)")
  }

  static func report(
    _ assessments: [Assessment], name: String = "svar.xml", party: String = "Granskog Data AB",
    hash: String = "0f"
  ) -> Report {
    var header = Report.Header(
      toolVersion: "0.2.0", library: library, profile: Fixture.profile, language: "en",
      asOf: "2026-03-01")
    header.profile.entries = entries
    var input = Fixture.input("\(name)")
    input.sha256 = String(repeating: hash, count: 32)
    return Report(
      header: header,
      subjects: [
        Report.Subject(
          name: name, party: party, inputs: [input], assessments: assessments, findings: [])
      ])
  }

  static let elements = ["when", "chain", "safe"]

  static func elements(met: Set<String>) -> [ElementState] {
    elements.map {
      ElementState(id: $0, isCore: true, state: met.contains($0) ? .met : .absent)
    }
  }

  static let earlier: SavedReport = {
    let path = "2025/svar.xml"
    return SavedReport(
      report(
        [
          assessment(
            "gri-mechanism", .weak, ["We answer complaints soon, in Swedish."],
            weaknesses: [.noDeadline, .generic], elements: elements(met: ["safe"]), path: path),
          assessment("r-closed", .missing, path: path),
          assessment("r-worse", .met, ["We audit every site each year."], path: path),
          assessment("r-worst", .weak, ["We aim to map our chain."], weaknesses: [.aspirational]),
          assessment(
            "r-same", .weak, ["We follow the law."], weaknesses: [.localLawOnly], path: path),
          assessment("r-better", .contradicted, ["We have no plan."], path: path),
          assessment("r-met", .met, ["The board adopted the policy."], path: path),
          assessment("r-off", .weak, ["Where relevant, we act."], weaknesses: [.conditional]),
          assessment("r-once", .weak, ["Asked once."], weaknesses: [.generic]),
        ], name: path))
  }()

  static let later: SavedReport = {
    let path = "2026/svar.xml"
    var report = Self.report(
      [
        assessment(
          "gri-mechanism", .weak,
          ["We answer complaints within 10 days, in Swedish.", "We keep a log."],
          weaknesses: [.generic], elements: elements(met: ["safe", "when"]), path: path),
        assessment("r-closed", .met, ["We publish a list of sites."], path: path),
        assessment(
          "r-worse", .weak, ["We audit sites when needed."], weaknesses: [.conditional],
          certainty: .check, path: path),
        assessment("r-worst", .contradicted, ["We do not map our chain."], path: path),
        assessment(
          "r-same", .weak, ["We follow the law of each country."], weaknesses: [.localLawOnly],
          path: path),
        assessment("r-new", .missing, path: path),
        assessment("r-better", .weak, ["We plan to act."], weaknesses: [.plannedOnly], path: path),
        assessment("r-met", .met, ["The board adopted the policy."], path: path),
        assessment("r-off", .notApplicable, ["No"], path: path),
      ], name: path, hash: "1e")
    report.header.profile.version = "2.1.0"
    report.header.library.version = "1.3.0"
    return SavedReport(report)
  }()

  static func comparison(
    _ language: String, from earlier: SavedReport = earlier, to later: SavedReport = later
  ) -> Comparison {
    Comparison(
      from: earlier, to: later, library: library, language: language, toolVersion: "0.2.0")
  }

  static func comparison(_ before: Assessment?, _ now: Assessment?) -> Comparison {
    comparison(
      "en", from: SavedReport(report(before.map { [$0] } ?? [])),
      to: SavedReport(report(now.map { [$0] } ?? [], hash: "1e")))
  }

  static func text(_ comparison: Comparison, _ format: ComparisonFormat) throws -> String {
    String(decoding: try comparison.bytes(format), as: UTF8.self)
  }
}
