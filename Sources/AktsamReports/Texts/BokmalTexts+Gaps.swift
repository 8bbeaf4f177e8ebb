extension BokmalTexts {
  static func gap(_ word: GapWord) -> String {
    switch word {
    case .title: "Mangelliste"
    case .subtitle:
      "Grunnlag for dialog med leverandøren om aktsomhetsvurderinger for menneskerettigheter"
    case .supplier: "Leverandør"
    case .procedure: "Anskaffelse"
    case .lot: "Delkontrakt"
    case .profile: "Vilkår som er brukt"
    case .library: "Klausulbibliotek"
    case .tool: "Laget med"
    case .agesMeasured: "Alder regnet fra"
    case .summary: "Sammendrag"
    case .summaryByStep: "Sammendrag per trinn i aktsomhetsvurderingene"
    case .step: "Trinn"
    case .total: "Sum"
    case .gaps: "Mangler"
    case .masked: "Navn og kontaktopplysninger i sitatene er maskert."
    case .unverified:
      "En gjengitt bestemmelse med * er ennå ikke fullt kontrollert mot den publiserte teksten."
    case .documentsRead: "Leste dokumenter"
    case .document: "Dokument"
    case .kind: "Type"
    case .format: "Format"
    case .language: "Språk"
    case .hash: "SHA-256"
    case .notRead: "Det som ikke kunne leses"
    case .everythingRead: "Alle dokumentene kunne leses i sin helhet."
    case .remarks: "Merknader til dokumentene"
    case .contents: "Innhold"
    case .overview: "Oversikt over manglene"
    case .noGaps: "Ingen mangler ble funnet sett opp mot vilkårene som er brukt."
    case .requirement: "Krav"
    case .severity: "Alvorlighet"
    case .level: "Nivå"
    case .outcome: "Lesning"
    case .theme: "Tema"
    case .gapID: "Id"
    case .supplierSays: "Leverandørens egne ord"
    case .saysNothing: "Det ble ikke funnet noe som handler om dette, i dokumentene som er lest."
    case .nearest: "Det ble ikke funnet noe som handler om dette. Disse avsnittene kommer nærmest:"
    case .lacks: "Det som mangler eller er svakt"
    case .notFound: "Ikke funnet"
    case .unsure: "Lesningen er usikker her. Kontroller avsnittet i dokumentet før møtet."
    case .number: "Nummer i oppdragsgiverens vilkår"
    case .noNumber: "Ingen"
    case .demandedAt: "kreves i"
    case .provisions: "Bestemmelse som ligger til grunn"
    case .matters: "Hvorfor det er viktig"
    case .strongAnswer: "Dette ville et sterkt svar inneholde"
    case .wording: "Forslag til formulering"
    case .ask: "Spørsmål til dialogen"
    case .evidence: "Dokumentasjon å be om"
    case .deadline: "Forslag til frist"
    case .noDeadline: "Avtales: vilkårene setter ingen frist."
    case .agreement: "Avtalt i dialogen"
    case .owner: "Ansvarlig"
    case .action: "Avtalt tiltak"
    case .date: "Dato"
    case .status: "Status"
    case .enterOwner: "Hvem som er ansvarlig"
    case .enterAction: "Hva som skal gjøres, og hvordan det skal vises"
    case .enterDate: "Velg dato"
    case .enterStatus: "Velg status"
    case .open: "Åpen"
    case .agreed: "Avtalt"
    case .underWay: "Under arbeid"
    case .done: "Ferdig"
    case .notAgreed: "Ikke enige"
    case .strengths: "Styrker"
    case .noStrengths: "Ingen krav ble vurdert som helt oppfylt."
    case .strengthsNote: "Det leverandøren sier så tydelig at dere kan bygge videre på det."
    case .dialogueOnly: "Bare til dialog"
    case .dialogueOnlyNote:
      "Oppdragsgiverens dokumenter krever ikke dette. Det er verdt å snakke om, men telles ikke som en mangel."
    case .switchedOff: "Ikke aktuelt"
    case .quotation: "Sitat"
    case .source: "Kilde"
    case .certainty: "Sikkerhet"
    case .maskedName: "[navn]"
    case .maskedAddress: "[e-post]"
    case .maskedPhone: "[telefon]"
    case .maskedNumber: "[fødselsnummer]"
    }
  }

  static func gapCounts(gaps: Int, critical: Int, high: Int, strengths: Int) -> String {
    let lead = gaps == 1 ? "1 mangel" : "\(gaps) mangler"
    var weights: [String] = []
    if critical > 0 { weights.append("\(critical) avgjørende") }
    if high > 0 { weights.append("\(high) med høy alvorlighet") }
    let tail = strengths == 1 ? "1 styrke" : "\(strengths) styrker"
    return lead + (weights.isEmpty ? "" : " (\(weights.joined(separator: ", ")))")
      + " og \(tail) ble funnet."
  }

  static func proposedDeadline(plan: Bool, days: Int, date: String?) -> String {
    let time = days == 1 ? "1 dag" : "\(days) dager"
    let end = date.map { " (\($0))" } ?? ""
    return plan
      ? "En plan for retting innen \(time) etter møtet\(end)."
      : "Et fyldigere svar med dokumentasjon innen \(time) etter forespørselen\(end)."
  }

  static func line(_ line: Int) -> String { "linje \(line)" }

  static func furtherPassages(_ count: Int) -> String {
    count == 1 ? "Ett avsnitt til ble lest." : "\(count) avsnitt til ble lest."
  }

  static func step(_ step: Int) -> String {
    switch step {
    case 1: "Forankre ansvarlighet i retningslinjer og styringssystemer"
    case 2: "Kartlegge og vurdere negativ påvirkning"
    case 3: "Stanse, forebygge eller begrense negativ påvirkning"
    case 4: "Følge med på gjennomføring og resultater"
    case 5: "Kommunisere hvordan påvirkningen håndteres"
    case 6: "Gjenopprette eller samarbeide om gjenoppretting"
    default: "Annet"
    }
  }
}
