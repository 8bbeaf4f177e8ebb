extension SwedishTexts {
  static func gap(_ word: GapWord) -> String {
    switch word {
    case .title: "Bristlista"
    case .subtitle:
      "Underlag för dialog med leverantören om tillbörlig aktsamhet för mänskliga rättigheter"
    case .supplier: "Leverantör"
    case .procedure: "Upphandling"
    case .lot: "Anbudsområde"
    case .profile: "Tillämpade villkor"
    case .library: "Klausulbibliotek"
    case .tool: "Framtagen med"
    case .agesMeasured: "Underlagens ålder räknas från"
    case .summary: "Sammanfattning"
    case .summaryByStep: "Sammanfattning per steg i tillbörlig aktsamhet"
    case .step: "Steg"
    case .total: "Summa"
    case .gaps: "Brister"
    case .masked: "Namn och kontaktuppgifter i citaten har maskerats."
    case .unverified:
      "En återgiven bestämmelse med * är ännu inte fullt kontrollerad mot den publicerade texten."
    case .documentsRead: "Lästa dokument"
    case .document: "Dokument"
    case .kind: "Typ"
    case .format: "Format"
    case .language: "Språk"
    case .hash: "SHA-256"
    case .notRead: "Det som inte kunde läsas"
    case .everythingRead: "Alla dokument kunde läsas i sin helhet."
    case .remarks: "Anmärkningar om dokumenten"
    case .contents: "Innehåll"
    case .overview: "Översikt över bristerna"
    case .noGaps: "Inga brister hittades i förhållande till de tillämpade villkoren."
    case .requirement: "Krav"
    case .severity: "Allvar"
    case .level: "Nivå"
    case .outcome: "Läsning"
    case .theme: "Tema"
    case .gapID: "Id"
    case .supplierSays: "Leverantörens egna ord"
    case .saysNothing: "Inget som handlar om detta hittades i de lästa dokumenten."
    case .nearest: "Inget som handlar om detta hittades. Närmast kommer de här avsnitten:"
    case .lacks: "Det som saknas eller är svagt"
    case .notFound: "Hittades inte"
    case .unsure: "Läsningen är osäker här. Kontrollera avsnittet i dokumentet före mötet."
    case .number: "Nummer i köparens villkor"
    case .noNumber: "Inget"
    case .demandedAt: "krävs i"
    case .provisions: "Bestämmelse som ligger till grund"
    case .matters: "Varför det är viktigt"
    case .strongAnswer: "Det här skulle ett starkt svar innehålla"
    case .wording: "Förslag till skrivning"
    case .ask: "Fråga till dialogen"
    case .evidence: "Underlag att be om"
    case .deadline: "Förslag till tidsfrist"
    case .noDeadline: "Att komma överens om: villkoren anger ingen frist."
    case .agreement: "Överenskommet i dialogen"
    case .owner: "Ansvarig"
    case .action: "Överenskommen åtgärd"
    case .date: "Datum"
    case .status: "Status"
    case .enterOwner: "Vem som ansvarar"
    case .enterAction: "Vad som ska göras och hur det ska visas"
    case .enterDate: "Välj datum"
    case .enterStatus: "Välj status"
    case .open: "Öppen"
    case .agreed: "Överenskommen"
    case .underWay: "Pågår"
    case .done: "Klar"
    case .notAgreed: "Ingen överenskommelse"
    case .strengths: "Styrkor"
    case .noStrengths: "Inget krav bedömdes vara uppfyllt i sin helhet."
    case .strengthsNote: "Det som leverantören anger så tydligt att det går att bygga vidare på."
    case .dialogueOnly: "Enbart för dialog"
    case .dialogueOnlyNote:
      "Köparens handlingar kräver inte detta. Det är värt att tala om men räknas inte som en brist."
    case .switchedOff: "Inte tillämpligt"
    case .quotation: "Citat"
    case .source: "Källa"
    case .certainty: "Säkerhet"
    case .maskedName: "[namn]"
    case .maskedAddress: "[e-post]"
    case .maskedPhone: "[telefon]"
    case .maskedNumber: "[personnummer]"
    }
  }

  static func gapCounts(gaps: Int, critical: Int, high: Int, strengths: Int) -> String {
    let lead = gaps == 1 ? "1 brist" : "\(gaps) brister"
    var weights: [String] = []
    if critical > 0 { weights.append("\(critical) avgörande") }
    if high > 0 { weights.append("\(high) med högt allvar") }
    let tail = strengths == 1 ? "1 styrka" : "\(strengths) styrkor"
    return lead + (weights.isEmpty ? "" : " (\(weights.joined(separator: ", ")))")
      + " och \(tail) hittades."
  }

  static func proposedDeadline(plan: Bool, days: Int, date: String?) -> String {
    let time = days == 1 ? "1 dag" : "\(days) dagar"
    let end = date.map { " (\($0))" } ?? ""
    return plan
      ? "En plan för att rätta till det inom \(time) från mötet\(end)."
      : "Ett utförligare svar med underlag inom \(time) från begäran\(end)."
  }

  static func line(_ line: Int) -> String { "rad \(line)" }

  static func furtherPassages(_ count: Int) -> String {
    count == 1 ? "Ytterligare ett avsnitt lästes." : "Ytterligare \(count) avsnitt lästes."
  }

  static func step(_ step: Int) -> String {
    switch step {
    case 1: "Integrera ansvarsfullt företagande i policyer och ledningssystem"
    case 2: "Identifiera och bedöma negativ påverkan"
    case 3: "Upphöra med, förebygga eller begränsa negativ påverkan"
    case 4: "Följa upp genomförande och resultat"
    case 5: "Kommunicera hur påverkan hanteras"
    case 6: "Gottgöra eller samarbeta om gottgörelse"
    default: "Övrigt"
    }
  }
}
