import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamText

/// A small library and a report on it: every outcome once, and what goes wrong with inputs.
enum Fixture {
  static func text(_ en: String, _ sv: String, _ nb: String) -> LocalizedText {
    LocalizedText(["en": en, "sv": sv, "nb": nb])
  }

  // MARK: - Library

  static let mechanism = Requirement(
    id: "gri-mechanism", theme: "grievance", step: 6, severity: .high,
    roles: [.response, .tender, .contract], kind: .duty,
    title: text("Grievance mechanism", "Klagomålsmekanism", "Klageordning"),
    rationale: text(
      "Those affected need a way to be heard.", "De berörda behöver kunna göra sig hörda.",
      "De berørte må kunne bli hørt."),
    authorities: ["UNGP-29", "X-1"],
    question: text("How do you receive complaints?", "Hur tar ni emot klagomål?", "Hvordan?"),
    dialogue: text(
      "How many complaints came in last year?", "Hur många klagomål kom i fjol?",
      "Hvor mange klager kom i fjor?"),
    wording: text(
      "The supplier shall keep a channel for complaints.",
      "Leverantören ska ha en kanal för klagomål.",
      "Leverandøren skal ha en kanal for klager."),
    evidence: text("The log of complaints.", "Klagomålsloggen.", "Klageloggen."),
    topic: [], unless: [], denial: [],
    elements: [
      Element(
        id: "when", kind: .time, core: [.response], code: "no-deadline",
        parameter: "information-days", label: text("a time limit", "en tidsgräns", "en frist"),
        patterns: []),
      Element(
        id: "chain", kind: .chain, core: [.response, .contract], code: "own-operations-only",
        label: text(
          "open to workers in the chain", "öppen för arbetstagare i kedjan",
          "åpen for arbeidere i kjeden"), patterns: []),
      Element(
        id: "safe", kind: .pattern, core: [], code: "",
        label: text("no reprisals", "inga repressalier", "ingen represalier"), patterns: []),
    ],
    examples: [
      Example(
        language: "en", role: .response, outcome: "weak", weaknesses: ["no-deadline"],
        isMapped: true, text: "We answer complaints soon.", line: 7),
      Example(
        language: "en", role: .contract, outcome: "none", weaknesses: [], isMapped: false,
        text: "Complaints about late delivery go to the help desk.", line: 8),
    ])

  /// A requirement that differs from the first in id, title and elements only.
  static func requirement(_ id: String, _ title: LocalizedText) -> Requirement {
    var requirement = mechanism
    requirement.id = id
    requirement.title = title
    requirement.elements = []
    requirement.examples = []
    return requirement
  }

  static let profile = Profile(
    id: "test-terms", version: "2.0.0", title: text("Test terms", "Testvillkor", "Testvilkår"),
    description: text("For tests.", "För tester.", "For tester."), parameters: [:],
    entries: [
      Profile.Entry(requirement: "gri-mechanism", level: .required, number: "2.6"),
      Profile.Entry(
        requirement: "dd-map", level: .expected, number: "2.2", isBreachQuestion: true),
      Profile.Entry(requirement: "gov-policy", level: .optional, number: ""),
    ])

  static let library = Library(
    version: "1.2.3", sha256: String(repeating: "ab", count: 32), concepts: [], lexicons: [:],
    requirements: [
      mechanism, requirement("dd-map", text("Mapping", "Kartläggning", "Kartlegging")),
      requirement("gov-policy", text("Policy", "Policy", "Policy")),
    ],
    sources: [
      NormSource(
        id: "UNGP", status: "soft-law", jurisdiction: "global", year: 2011,
        url: "https://norm.example/ungp",
        title: text("Guiding Principles", "Vägledande principer", "Veiledende prinsipper"),
        provisions: [
          Provision(
            id: "UNGP-29", number: "Principle 29",
            statement: text("There is a channel.", "Det finns en kanal.", "Det finnes en kanal."),
            verified: "partly")
        ])
    ], profiles: [profile])

  static func header(_ language: String, asOf: String? = "2026-11-01") -> Report.Header {
    Report.Header(
      toolVersion: "0.1.0", library: library, profile: profile, language: language, asOf: asOf)
  }

  // MARK: - Report

  static func place(
    _ path: String, _ segments: [Range<Int>], line: Int, element: String = ""
  ) -> Place {
    Place(
      path: path, segments: segments, line: line, column: 9, endLine: line, endColumn: 40,
      element: element)
  }

  static func input(
    _ path: String, _ role: DocumentRole = .response, encoding: String = "utf-8",
    party: String = "Granskog Data AB"
  ) -> Report.Input {
    Report.Input(
      path: path, sha256: String(repeating: "0f", count: 32), format: "aktsam-response",
      language: "sv", role: role, roleFrom: "declared", encoding: encoding, party: party)
  }

  static let weak = Assessment(
    requirement: "gri-mechanism", outcome: .weak, certainty: .check,
    elements: [
      ElementState(id: "when", isCore: true, state: .weak, evidence: [0]),
      ElementState(id: "chain", isCore: true, state: .absent),
      ElementState(id: "safe", isCore: false, state: .met, evidence: [0]),
    ],
    weaknesses: [
      WeaknessFinding(code: .noDeadline, words: ["skyndsamt", "skyndsamt"], evidence: [0]),
      WeaknessFinding(code: .ownOperationsOnly, evidence: [0]),
    ],
    evidence: [
      Evidence(
        place: place(
          "svar/granskog.xml", [210..<240, 248..<260], line: 12,
          element: "/response[1]/answer[3]"),
        label: "2.6", quote: "Vi besvarar klagomål\n  skyndsamt & utan \"krångel\".",
        language: "sv", force: .practice, supports: ["when", "safe"])
    ], searchedPassages: 40)

  static let missing = Assessment(
    requirement: "dd-map", outcome: .missing, certainty: .sure,
    evidence: [
      Evidence(
        place: place("svar/granskog.xml", [300..<320], line: 20), label: "",
        quote: "Kartan visar vårt lager.", language: "sv", force: .bare)
    ], nearest: [0], searchedPassages: 40, unreadPassages: 2)

  static let met = Assessment(
    requirement: "gov-policy", outcome: .met, certainty: .sure,
    evidence: [
      Evidence(
        place: place("svar/granskog.xml", [400..<450], line: 30), label: "",
        quote: "Styrelsen antog policyn den 3 mars 2026.", language: "sv", force: .practice)
    ], searchedPassages: 40)

  static let conflict = Assessment(
    requirement: "gri-mechanism", outcome: .contradicted, certainty: .check,
    contradiction: Contradiction(kind: .conflict, between: [0, 1]),
    evidence: [
      Evidence(
        place: place("tender/a b.txt", [0..<20], line: 1), label: "",
        quote: "We have no channel.", language: "en", force: .practice),
      Evidence(
        place: place("tender/c.txt", [5..<30], line: 3), label: "",
        quote: "Our channel is open.", language: "en", force: .practice, party: "Elv AS"),
    ], searchedPassages: 9)

  static let unread = Assessment(
    requirement: "dd-map", outcome: .unread, certainty: .check, searchedPassages: 9,
    unreadPassages: 7)

  static let switchedOff = Assessment(
    requirement: "gov-policy", outcome: .notApplicable, certainty: .sure,
    evidence: [
      Evidence(
        place: place("tender/c.txt", [40..<50], line: 5), label: "q1", quote: "No",
        language: "en", force: .bare)
    ], searchedPassages: 9)

  static func report(_ language: String) -> Report {
    Report(
      header: header(language),
      subjects: [
        Report.Subject(
          name: "svar/granskog.xml", party: "Granskog Data AB",
          inputs: [input("svar/granskog.xml")], assessments: [weak, missing, met],
          findings: [
            Finding(
              rule: "AK0106", severity: .warning, message: "read as \"windows-1252\"",
              place: place("svar/granskog.xml", [], line: 1))
          ]),
        Report.Subject(
          name: "tender", party: "",
          inputs: [
            input("tender/a b.txt", .tender, encoding: "windows-1252", party: ""),
            input("tender/c.txt", .tender, party: "Elv AS"),
          ], assessments: [conflict, unread, switchedOff], findings: []),
        Report.Subject(
          name: "lost.xml", party: "",
          inputs: [
            Report.Input(
              path: "lost.xml", sha256: "", format: "", language: "", role: .tender,
              roleFrom: "inferred", encoding: "", party: "")
          ], assessments: [],
          findings: [
            Finding(
              rule: "AK0001", severity: .error, message: "cannot read 'lost.xml'", place: nil)
          ]),
      ])
  }

  static func subject(
    _ assessments: [Assessment], inputs: [Report.Input] = [input("svar/granskog.xml")]
  ) -> Report.Subject {
    Report.Subject(
      name: "svar/granskog.xml", party: "", inputs: inputs, assessments: assessments,
      findings: [])
  }

  static func report(
    _ assessments: [Assessment], inputs: [Report.Input] = [input("svar/granskog.xml")]
  ) -> Report {
    Report(header: header("en"), subjects: [subject(assessments, inputs: inputs)])
  }
}
