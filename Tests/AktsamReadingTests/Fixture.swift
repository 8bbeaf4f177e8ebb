import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// A tiny library: a few concepts with a dozen words in each language, and one requirement for each
/// kind of thing that is read.
enum Fixture {
  /// The concepts of the topic kinds; all others are reading classes.
  private static let kinds: [String: ConceptClass] = [
    "assess": .topic, "risk": .topic, "audit": .topic, "map": .topic, "train": .topic,
    "publish": .topic,
    "policy": .topic, "human-rights": .topic, "supply-chain": .topic, "sub-supplier": .topic,
    "child-labour": .harm, "norm-ungp": .norm, "context-price": .context,
  ]

  private typealias Words = (concept: String, en: String, sv: String, nb: String)

  /// The words by concept: English, Swedish, Norwegian.
  private static let words: [Words] = [
    ("force-obligation", "shall; must", "ska; =måste", "=skal; =må"),
    ("force-prohibition", "may not; shall not", "får =inte; ska =inte", "må ikke; skal ikke"),
    ("force-permission", "may", "=får; =kan", "=kan"),
    ("force-will", "=will", "kommer att", "=vil"),
    ("force-plan", "plan to; intend to", "planerar att", "planlegger å"),
    ("force-aspiration", "strive; aim to", "strävar efter; eftersträva", "streber etter"),
    ("force-expectation", "expect our", "förväntar oss", "forventer at"),
    ("force-guarantee", "guarantee", "garantera", "garantere"),
    ("negation", "not; no; never; nobody", "=inte; =ingen; =inga", "=ikke; =ingen"),
    ("negation-neutral", "not only; without delay", "=inte bara; utan dröjsmål", "ikke bare"),
    ("bearer-own", "we; our", "=vi; vår", "=vi; vår"),
    ("bearer-supplier", "supplier", "leverantören", "leverandøren"),
    ("bearer-buyer", "the buyer", "köparen", "kjøperen"),
    ("bearer-other", "our suppliers; the factory", "våra leverantörer", "fabrikken"),
    ("hedge-possible", "where possible", "om möjligt", "hvis mulig"),
    ("hedge-need", "when needed", "vid behov", "ved behov"),
    ("condition-opener", "=where; =if; =when", "=om; =där; =när", "=hvis; =der; =når"),
    ("alternative-measure", "instead", "=istället", "=isteden"),
    ("time-vague", "=regularly", "=regelbundet", "=jevnlig"),
    ("time-frequency", "twice a year; annually; each year", "årlig; varje år", "=årlig; hvert år"),
    ("time-every", "=every; =each", "=var; =varje", "=hver; =hvert"),
    ("time-within", "=within; no later than", "inom; =senast", "=innen; =senest"),
    ("time-day", "=day; =days", "=dag; =dagar", "=dag; =dager"),
    ("time-working-day", "working day", "arbetsdag", "arbeidsdag"),
    ("time-week", "week", "vecka", "uke"),
    ("time-month", "month", "månad", "måned"),
    ("time-year", "=year; =years", "=år", "=år"),
    ("time-month-name", "=june; =february", "=juni; =februari", "=juni; =februar"),
    ("time-before", "=before", "innan", "=før"),
    ("time-change", "on change", "vid förändring", "ved endring"),
    ("scope-own", "own sites", "egna anläggningar", "egne anlegg"),
    ("scope-first-tier", "direct suppliers", "direkta leverantörer", "direkte leverandører"),
    ("scope-chain", "whole supply chain; all tiers", "alla led", "alle ledd"),
    ("attachment", "annex", "bilaga", "vedlegg"),
    ("evidence-document", "minutes", "protokoll", "referat"),
    ("reference-elsewhere", "see our website", "se vår webbplats", "se nettsiden vår"),
    ("placeholder", "n a; not applicable", "ej tillämpligt", "ikke relevant"),
    ("answer-yes", "=yes", "=ja", "=ja"),
    ("answer-no", "=no", "=nej", "=nei"),
    ("no-known-cases", "no known cases", "inga kända fall", "ingen kjente saker"),
    ("accepts-harm", "is accepted", "accepteras", "aksepteres"),
    ("assess", "assess", "bedöma; bedömning", "vurdere; vurdering"),
    ("risk", "risk", "risk", "risiko"),
    ("audit", "audit", "revision", "revisjon"),
    ("map", "map", "kartlägga", "kartlegge"),
    ("train", "train", "utbilda", "opplære"), ("publish", "publish", "publicera", "publisere"),
    ("policy", "policy", "policy", "policy"),
    ("human-rights", "human rights", "mänskliga rättigheter", "menneskerettigheter"),
    ("supply-chain", "supply chain", "leveranskedja", "leverandørkjede"),
    ("sub-supplier", "subcontractor", "underleverantör", "underleverandør"),
    ("child-labour", "child labour", "barnarbete", "barnearbeid"),
    ("norm-ungp", "guiding principles", "vägledande principer", "veiledende prinsipper"),
    ("context-price", "price", "pris", "pris"),
  ]

  private static let numbers: [String: [String: Int]] = [
    "en": ["six": 6, "ten": 10], "sv": ["fjorton": 14, "sex": 6], "nb": ["fjorten": 14],
  ]

  static func concept(_ id: String) -> Int { words.firstIndex { $0.concept == id } ?? -1 }

  private static func pattern(
    _ groups: [String], scope: Pattern.Scope = .sentence
  ) -> Pattern {
    Pattern(
      scope: scope, any: groups.map { $0.split(separator: " ").map { concept(String($0)) } })
  }

  private static func requirement(
    _ id: String, kind: Requirement.Kind = .duty, topic: [String], denial: [String] = [],
    tolerated: [String] = [], heading: String = "", elements: [Element] = []
  ) -> Requirement {
    var subject = pattern(topic)
    if !heading.isEmpty { subject.heading = [concept(heading)] }
    return Requirement(
      id: id, theme: "t", step: 1, severity: .high,
      roles: [.response, .tender, .contract, .questionnaire], kind: kind, title: LocalizedText(),
      rationale: LocalizedText(), authorities: [], question: LocalizedText(),
      dialogue: LocalizedText(), wording: LocalizedText(), evidence: LocalizedText(),
      topic: [subject], unless: [pattern(["context-price"], scope: .unit)],
      denial: denial.isEmpty ? [] : [pattern(denial)], toleratedHedges: tolerated.map(concept),
      elements: elements, examples: [])
  }

  private static func element(
    _ id: String, _ kind: Element.Kind, _ code: String, core: Set<DocumentRole> = everyRole,
    parameter: String = "", silentIsAbsent: Bool = false, patterns: [Pattern] = []
  ) -> Element {
    Element(
      id: id, kind: kind, core: core, code: code, parameter: parameter,
      silentIsAbsent: silentIsAbsent, label: LocalizedText(), patterns: patterns)
  }

  private static let everyRole: Set<DocumentRole> = [.response, .tender, .contract]

  static let library = Library(
    version: "1", sha256: "",
    concepts: words.map { Concept(id: $0.concept, kind: kinds[$0.concept] ?? .reading, gloss: "") },
    lexicons: [
      "en": lexicon("en") { $0.en }, "sv": lexicon("sv") { $0.sv },
      "nb": lexicon("nb") { $0.nb },
    ],
    requirements: [
      requirement("assess", topic: ["assess", "risk"]),
      requirement(
        "audit", topic: ["audit"],
        elements: [element("when", .time, "no-deadline", parameter: "audit-access-days")]),
      requirement(
        "map", topic: ["map"],
        elements: [element("reach", .chain, "own-operations-only", silentIsAbsent: true)]),
      requirement(
        "train", topic: ["train"], tolerated: ["hedge-need"],
        elements: [element("proof", .evidence, "no-evidence", core: [.response])]),
      requirement(
        "policy", topic: ["policy"],
        elements: [
          element("norm", .standard, "no-standard"),
          element("rights", .pattern, "generic", patterns: [pattern(["human-rights"])]),
        ]),
      requirement("publish", topic: ["publish"], heading: "human-rights"),
      requirement(
        "no-child-labour", kind: .prohibition, topic: ["child-labour"],
        denial: ["child-labour", "accepts-harm"]),
    ], sources: [], profiles: [])

  private static func lexicon(
    _ language: String, _ text: (Words) -> String
  ) -> Lexicon {
    Lexicon(
      language: language, numbers: numbers[language] ?? [:], abbreviations: [],
      entries: words.enumerated().map { index, line in
        Lexicon.Terms(
          concept: index, terms: text(line).split(separator: "; ").map(String.init),
          companions: [])
      })
  }

  static let profile = Profile(
    id: "p", version: "1", title: LocalizedText(), description: LocalizedText(),
    parameters: ["audit-access-days": 30],
    entries: library.requirements.map {
      Profile.Entry(requirement: $0.id, level: .required, number: "")
    })
}
