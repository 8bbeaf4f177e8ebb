import AktsamClauses
import AktsamReading
import AktsamText

/// The report in Norwegian Bokmål.
enum BokmalTexts: LanguageTexts {
  static let code = "nb"

  static func word(_ word: ReportWord) -> String {
    switch word {
    case .library: "bibliotek"
    case .profile: "profil"
    case .asOf: "alder regnet fra"
    case .encoding: "lagret i"
    case .party: "part"
    case .whyWeak: "Derfor er det svakt"
    case .whatElseIsWeak: "Andre avsnitt er svakere"
    case .restsOn: "Bygger på"
    case .makesStrong: "Dette ville gjøre det sterkt"
    case .askSupplier: "Spør leverandøren"
    case .elements: "Deler"
    case .nearest: "Avsnittene som kommer nærmest, uten å underbygge kravet"
    case .core: "kreves"
    case .supporting: "nyttig"
    case .searched: "Gjennomsøkt"
    case .demandedBy: "Kreves etter"
    case .requirement: "Krav"
    case .dialogueOnly: "kreves ikke"
    case .forDialogue:
      "Til dialog: kreves ikke i oppdragsgiverens dokumenter og telles ikke"
    case .remarks: "Merknader til dokumentene"
    case .noAssessment: "Ingenting kunne leses, og derfor er ingenting vurdert."
    case .toCheck: "kontroller"
    case .decided: "besluttet av et menneske"
    case .caveat:
      "«Ikke funnet i dokumentet» betyr ikke at det mangler i tilbudet. "
        + "aktsam leser; et menneske avgjør."
    case .step: "OECD-trinn"
    case .weight: "vekt"
    case .roles: "prøves i"
    case .rationale: "Hvorfor det er viktig"
    case .question: "Spørsmål som besvarer det"
    case .dialogue: "Å spørre om i en dialog"
    case .wording: "Forslag til formulering"
    case .evidenceToAsk: "Dokumentasjon å be om"
    case .examples: "Eksempler"
    case .nearMiss: "ligner, men gjelder noe annet"
    case .meaning: "Hva det betyr"
    case .mend: "Slik rettes det opp"
    case .code: "hvis det mangler"
    case .parameter: "grense"
    case .mapped: "som svar på spørsmålet"
    case .profiles: "I profilene"
    case .requirements: "krav"
    }
  }

  static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "oppfylt"
    case .weak: "svakt"
    case .contradicted: "motsagt"
    case .missing: "ikke funnet"
    case .notApplicable: "ikke aktuelt"
    case .unread: "ikke lest"
    }
  }

  static func heading(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "Oppfylt"
    case .weak: "Svakt"
    case .contradicted: "Motsagt"
    case .missing: "Ikke funnet i dokumentet"
    case .notApplicable: "Ikke aktuelt"
    case .unread: "Kunne ikke leses"
    }
  }

  static func decided(_ decision: Decision) -> String {
    "Besluttet av \(decision.by) \(decision.on): \(decision.reason) (lest som: "
      + "\(outcome(decision.machineOutcome)))"
  }

  static func certainty(_ certainty: Certainty) -> String {
    switch certainty {
    case .sure: "sikkert"
    case .check: "kontroller"
    }
  }

  static func level(_ level: Profile.Level) -> String {
    switch level {
    case .required: "obligatorisk"
    case .expected: "forventet"
    case .optional: "valgfritt"
    }
  }

  static func weight(_ weight: Requirement.Weight) -> String {
    switch weight {
    case .critical: "avgjørende"
    case .high: "høy"
    case .medium: "middels"
    }
  }

  static func kind(_ kind: Requirement.Kind) -> String {
    switch kind {
    case .duty: "plikt"
    case .prohibition: "forbud"
    }
  }

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .note: "merknad"
    case .warning: "advarsel"
    case .error: "feil"
    }
  }

  static func role(_ role: DocumentRole) -> String {
    switch role {
    case .response: "egenvurdering"
    case .tender: "leverandørens dokument"
    case .contract: "kontraktsvilkår"
    case .questionnaire: "spørreskjema"
    case .notice: "kunngjøring"
    }
  }

  static func roleOrigin(_ origin: String) -> String {
    switch origin {
    case "declared": "som oppgitt"
    case "format": "framgår av formatet"
    case "inferred": "antatt"
    default: origin
    }
  }

  static func force(_ force: Force) -> String {
    switch force {
    case .obligation: "forpliktelse"
    case .practice: "praksis"
    case .intention: "hensikt"
    case .aspiration: "ambisjon"
    case .permission: "tillatelse"
    case .expectation: "forventning til andre"
    case .bare: "ren påstand"
    }
  }

  static func state(_ state: ElementState.State) -> String {
    switch state {
    case .met: "funnet"
    case .weak: "svak"
    case .denied: "benektet"
    case .absent: "ikke funnet"
    }
  }

  static func contradiction(_ kind: Contradiction.Kind) -> String {
    switch kind {
    case .denied: "benektelse"
    case .conflict: "motstrid"
    }
  }

  static func verified(_ mark: String) -> String {
    switch mark {
    case "yes": "kontrollert mot den publiserte teksten"
    case "partly": "delvis kontrollert mot den publiserte teksten"
    default: "ennå ikke kontrollert mot den publiserte teksten"
    }
  }

  static func status(_ status: String) -> String {
    switch status {
    case "in-force": "i kraft"
    case "not-yet-applicable": "gjelder ennå ikke"
    case "soft-law": "ikke-bindende norm"
    case "model": "standardvilkår"
    case "standard": "standard"
    case "scheme": "ordning"
    default: status
    }
  }
}

// MARK: - Phrases

extension BokmalTexts {
  static func quoted(_ text: String) -> String { "«\(text)»" }

  static func metReason(force: Force?, role: DocumentRole, elements: [String]) -> String {
    let lead: String
    if role == .questionnaire {
      lead = "Det spørres åpent om dette"
    } else {
      switch force {
      case .obligation: lead = "Framgår som en bindende plikt"
      case .practice: lead = "Framgår som noe som gjøres"
      case .intention: lead = "Uttrykt som en klar hensikt"
      default: lead = "Framgår"
      }
    }
    return elements.isEmpty ? "\(lead)." : "\(lead), med \(elements.joined(separator: "; "))."
  }

  static func weakReason(_ reasons: [String]) -> String {
    reasons.isEmpty
      ? "Omtales, men ikke så tydelig at det kan godtas uten oppfølgingsspørsmål."
      : "Omtales, men ikke tydelig nok: \(reasons.joined(separator: "; "))."
  }

  static func otherParty(_ party: String) -> String {
    "ordene kommer fra \(party), ikke fra leverandøren selv"
  }

  static func deniedReason(at place: String) -> String {
    place.isEmpty
      ? "Dokumentet sier at dette ikke gjøres eller ikke gjelder."
      : "Dokumentet sier at dette ikke gjøres eller ikke gjelder (\(place))."
  }

  static func conflictReason(_ first: String, _ second: String) -> String {
    first.isEmpty || second.isEmpty
      ? "To utsagn utelukker hverandre."
      : "To utsagn utelukker hverandre: det ene i \(first), det andre i \(second)."
  }

  static func missingReason(passages: Int, unread: Int, inputs: Int) -> String {
    let one = inputs <= 1
    let lead = "Ikke funnet i \(one ? "dokumentet" : "dokumentene")"
    guard passages > 0 else {
      return "\(lead): \(one ? "det har" : "de har") ingen avsnitt som kan underbygge det."
    }
    let none =
      passages == 1
      ? "det ene avsnittet handler ikke om det"
      : "ingen av de \(passages) avsnittene handler om det"
    return "\(lead): \(none)" + (unread > 0 ? "; \(unread) kunne ikke leses." : ".")
  }

  static func notApplicableReason(at place: String) -> String {
    "Ikke aktuelt: et vilkår i dokumentet gjør at spørsmålet faller bort"
      + (place.isEmpty ? "." : " (\(place)).")
  }

  static func unreadReason(passages: Int, unread: Int) -> String {
    "Kunne ikke leses: \(unread) av \(passages) avsnitt er på et språk eller i en tegnkoding "
      + "som aktsam ikke leser."
  }

  static func add(_ labels: [String]) -> String {
    "Legg til: \(labels.joined(separator: "; "))."
  }

  static var readableSuggestion: String {
    "Lever teksten på norsk, svensk eller engelsk, eller la et menneske lese den."
  }

  static func searched(passages: Int, unread: Int) -> String {
    "\(passages) avsnitt" + (unread > 0 ? ", hvorav \(unread) ikke kunne leses" : "")
  }
}
