import AktsamClauses
import AktsamReading
import AktsamText

/// The report in Swedish.
enum SwedishTexts: LanguageTexts {
  static let code = "sv"

  static func word(_ word: ReportWord) -> String {
    switch word {
    case .library: "bibliotek"
    case .profile: "profil"
    case .asOf: "ålder räknad från"
    case .encoding: "lagrad i"
    case .party: "part"
    case .whyWeak: "Därför är det svagt"
    case .whatElseIsWeak: "Andra avsnitt är svagare"
    case .restsOn: "Bygger på"
    case .makesStrong: "Det här skulle göra det starkt"
    case .askSupplier: "Fråga leverantören"
    case .elements: "Delar"
    case .nearest: "Närmaste avsnitt, som inte styrker något"
    case .core: "krävs"
    case .supporting: "bra att ha"
    case .searched: "Genomsökt"
    case .demandedBy: "Krävs enligt"
    case .requirement: "Krav"
    case .dialogueOnly: "krävs inte"
    case .forDialogue:
      "För dialog: krävs inte i köparens handlingar och räknas inte"
    case .remarks: "Anmärkningar om dokumenten"
    case .noAssessment: "Inget kunde läsas, och därför har inget bedömts."
    case .toCheck: "kontrollera"
    case .decided: "beslutat av en människa"
    case .caveat:
      "”Hittades inte i dokumentet” betyder inte att det saknas i anbudet. "
        + "aktsam läser; en människa avgör."
    case .step: "OECD-steg"
    case .weight: "vikt"
    case .roles: "prövas i"
    case .rationale: "Varför det är viktigt"
    case .question: "Fråga som besvarar det"
    case .dialogue: "Att fråga i en dialog"
    case .wording: "Förslag till skrivning"
    case .evidenceToAsk: "Underlag att be om"
    case .examples: "Exempel"
    case .nearMiss: "liknar, men gäller annat"
    case .meaning: "Vad det betyder"
    case .mend: "Så rättas det till"
    case .code: "om det saknas"
    case .parameter: "gräns"
    case .mapped: "som svar på frågan"
    case .profiles: "I profilerna"
    case .requirements: "krav"
    }
  }

  static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "uppfyllt"
    case .weak: "svagt"
    case .contradicted: "motsagt"
    case .missing: "hittades inte"
    case .notApplicable: "inte tillämpligt"
    case .unread: "inte läst"
    }
  }

  static func heading(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "Uppfyllt"
    case .weak: "Svagt"
    case .contradicted: "Motsagt"
    case .missing: "Hittades inte i dokumentet"
    case .notApplicable: "Inte tillämpligt"
    case .unread: "Kunde inte läsas"
    }
  }

  static func decided(_ decision: Decision) -> String {
    "Beslutat av \(decision.by) den \(decision.on): \(decision.reason) (läst som: "
      + "\(outcome(decision.machineOutcome)))"
  }

  static func certainty(_ certainty: Certainty) -> String {
    switch certainty {
    case .sure: "säkert"
    case .check: "kontrollera"
    }
  }

  static func level(_ level: Profile.Level) -> String {
    switch level {
    case .required: "obligatoriskt"
    case .expected: "förväntat"
    case .optional: "valfritt"
    }
  }

  static func weight(_ weight: Requirement.Weight) -> String {
    switch weight {
    case .critical: "avgörande"
    case .high: "hög"
    case .medium: "medel"
    }
  }

  static func kind(_ kind: Requirement.Kind) -> String {
    switch kind {
    case .duty: "skyldighet"
    case .prohibition: "förbud"
    }
  }

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .note: "notering"
    case .warning: "varning"
    case .error: "fel"
    }
  }

  static func role(_ role: DocumentRole) -> String {
    switch role {
    case .response: "självskattning"
    case .tender: "leverantörens dokument"
    case .contract: "avtalsvillkor"
    case .questionnaire: "frågeformulär"
    case .notice: "annons"
    }
  }

  static func roleOrigin(_ origin: String) -> String {
    switch origin {
    case "declared": "enligt uppgift"
    case "format": "framgår av formatet"
    case "inferred": "antagen"
    default: origin
    }
  }

  static func force(_ force: Force) -> String {
    switch force {
    case .obligation: "åtagande"
    case .practice: "det som görs"
    case .intention: "avsikt"
    case .aspiration: "strävan"
    case .permission: "tillåtelse"
    case .expectation: "förväntan på andra"
    case .bare: "enbart påstående"
    }
  }

  static func state(_ state: ElementState.State) -> String {
    switch state {
    case .met: "hittad"
    case .weak: "svag"
    case .denied: "förnekad"
    case .absent: "hittades inte"
    }
  }

  static func contradiction(_ kind: Contradiction.Kind) -> String {
    switch kind {
    case .denied: "förnekande"
    case .conflict: "motsägelse"
    }
  }

  static func verified(_ mark: String) -> String {
    switch mark {
    case "yes": "kontrollerad mot den publicerade texten"
    case "partly": "delvis kontrollerad mot den publicerade texten"
    default: "ännu inte kontrollerad mot den publicerade texten"
    }
  }

  static func status(_ status: String) -> String {
    switch status {
    case "in-force": "i kraft"
    case "not-yet-applicable": "ännu inte tillämplig"
    case "soft-law": "icke-bindande norm"
    case "model": "mallvillkor"
    case "standard": "standard"
    case "scheme": "ordning"
    default: status
    }
  }
}

// MARK: - Phrases

extension SwedishTexts {
  static func quoted(_ text: String) -> String { "”\(text)”" }

  static func metReason(force: Force?, role: DocumentRole, elements: [String]) -> String {
    let lead: String
    if role == .questionnaire {
      lead = "Efterfrågas med en öppen fråga"
    } else {
      switch force {
      case .obligation: lead = "Anges som en bindande skyldighet"
      case .practice: lead = "Anges som något som görs"
      case .intention: lead = "Anges som en fast avsikt"
      default: lead = "Anges"
      }
    }
    return elements.isEmpty ? "\(lead)." : "\(lead), med \(elements.joined(separator: "; "))."
  }

  static func weakReason(_ reasons: [String]) -> String {
    reasons.isEmpty
      ? "Behandlas, men inte så tydligt att det kan godtas utan följdfråga."
      : "Behandlas, men inte tillräckligt tydligt: \(reasons.joined(separator: "; "))."
  }

  static func otherParty(_ party: String) -> String {
    "orden kommer från \(party), inte från leverantören själv"
  }

  static func deniedReason(at place: String) -> String {
    place.isEmpty
      ? "Dokumentet säger att detta inte görs eller inte gäller."
      : "Dokumentet säger att detta inte görs eller inte gäller (\(place))."
  }

  static func conflictReason(_ first: String, _ second: String) -> String {
    first.isEmpty || second.isEmpty
      ? "Två uppgifter utesluter varandra."
      : "Två uppgifter utesluter varandra: den ena i \(first), den andra i \(second)."
  }

  static func missingReason(passages: Int, unread: Int, inputs: Int) -> String {
    let one = inputs <= 1
    let lead = "Hittades inte i \(one ? "dokumentet" : "dokumenten")"
    guard passages > 0 else {
      return
        "\(lead): \(one ? "det innehåller" : "de innehåller") inget avsnitt som kan styrka det."
    }
    let none =
      passages == 1
      ? "det enda avsnittet handlar inte om det"
      : "inget av de \(passages) avsnitten handlar om det"
    return "\(lead): \(none)" + (unread > 0 ? "; \(unread) kunde inte läsas." : ".")
  }

  static func notApplicableReason(at place: String) -> String {
    "Inte tillämpligt: ett villkor i dokumentet gör att frågan utgår"
      + (place.isEmpty ? "." : " (\(place)).")
  }

  static func unreadReason(passages: Int, unread: Int) -> String {
    "Kunde inte läsas: \(unread) av \(passages) avsnitt är på ett språk eller i en teckenkodning "
      + "som aktsam inte läser."
  }

  static func add(_ labels: [String]) -> String {
    "Lägg till: \(labels.joined(separator: "; "))."
  }

  static var readableSuggestion: String {
    "Lämna in texten på svenska, norska eller engelska, eller låt en människa läsa den."
  }

  static func searched(passages: Int, unread: Int) -> String {
    "\(passages) avsnitt" + (unread > 0 ? ", varav \(unread) inte kunde läsas" : "")
  }
}
