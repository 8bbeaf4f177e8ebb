import AktsamReading

extension SwedishTexts {
  static func weakness(_ code: Weakness) -> WeaknessText {
    switch code {
    case .aspirational:
      WeaknessText(
        name: "en önskan, inget åtagande",
        reason: "det uttrycks som en strävan, inte som något som utlovas eller görs",
        mend: "Skriv vad som görs eller vad som är bindande, inte vad som eftersträvas.")
    case .conditional:
      WeaknessText(
        name: "knutet till ett löst villkor",
        reason: "det gäller bara under ett villkor som lämnar utrymme att låta bli",
        mend: "Stryk villkoret, eller ange det exakta fallet och vilken åtgärd som då gäller.")
    case .permissive:
      WeaknessText(
        name: "frivilligt för den som är bunden",
        reason: "det tillåter åtgärden men kräver den inte",
        mend: "Ersätt ”får” eller ”kan” med en skyldighet eller med det som faktiskt görs.")
    case .plannedOnly:
      WeaknessText(
        name: "planerat, inte på plats",
        reason: "det aviseras för framtiden och finns inte på plats",
        mend: "Visa vad som finns på plats i dag, och ange datum för det som saknas.")
    case .ownOperationsOnly:
      WeaknessText(
        name: "bara den egna verksamheten",
        reason: "inget visar att det når längre än till egna anläggningar och anställda",
        mend: "Utvidga det till leveranskedjan, ner till de led där risken finns.")
    case .firstTierOnly:
      WeaknessText(
        name: "bara direkta leverantörer",
        reason: "det stannar vid de direkta leverantörerna",
        mend: "Beskriv hur det når leden bortom de direkta leverantörerna.")
    case .policyOnly:
      WeaknessText(
        name: "policy utan genomförande",
        reason: "en policy eller kod nämns, men inget sägs om hur den genomförs",
        mend: "Beskriv hur policyn genomförs: vem som gör vad, hur ofta och med vilket resultat.")
    case .bareAssertion:
      WeaknessText(
        name: "påstående utan uppgift om hur",
        reason: "det påstås, men inget sägs om hur det går till",
        mend: "Beskriv arbetssättet: vem som gör vad, hur ofta och med vilket resultat.")
    case .bareGuarantee:
      WeaknessText(
        name: "garanti utan process",
        reason: "det garanteras helt och hållet, men ingen process ligger bakom",
        mend: "Beskriv de kontroller som gör att ni kan stå för det, och vad de har visat.")
    case .bareDenial:
      WeaknessText(
        name: "inga kända fall",
        reason: "det sägs att inga fall är kända, men inte hur någon har letat",
        mend: "Beskriv hur ni letar efter fall, var, och vad som har hittats.")
    case .delegated:
      WeaknessText(
        name: "överlåtet på andra",
        reason: "arbetet överlåts på leverantörer eller andra, utan egna åtgärder",
        mend: "Beskriv vad det egna företaget gör och hur de andra följs upp.")
    case .reactiveOnly:
      WeaknessText(
        name: "agerar först efter anmälan",
        reason: "något görs först efter en anmälan, en misstanke eller en begäran",
        mend: "Lägg till vad som görs regelbundet utan att någon har anmält något.")
    case .noDeadline:
      WeaknessText(
        name: "ingen tidsgräns",
        reason: "datum, tidsgräns eller intervall saknas där det behövs",
        mend: "Ange ett datum, ett antal dagar eller ett intervall.")
    case .lateDeadline:
      WeaknessText(
        name: "för lång tidsgräns",
        reason: "tiden är längre än villkoren tillåter",
        mend: "Korta tiden till det som villkoren tillåter.")
    case .localLawOnly:
      WeaknessText(
        name: "bara lokal lag",
        reason: "bara lokal eller tillämplig lag utlovas",
        mend: "Åta er att följa internationella normer där de ger människor bättre skydd än lagen.")
    case .incompleteList:
      WeaknessText(
        name: "ofullständig uppräkning",
        reason: "något som hör till kravet är utelämnat",
        mend: "Nämn de rättigheter, former, grupper eller steg som är utelämnade.")
    case .noStandard:
      WeaknessText(
        name: "ingen norm nämns",
        reason: "ingen konvention, riktlinje eller standard nämns där det behövs",
        mend: "Nämn den norm som det mäts mot.")
    case .generic:
      WeaknessText(
        name: "allmän text",
        reason: "det är allmänt hållet och knyts inte till varorna, riskerna eller de berörda",
        mend: "Knyt det till varorna som köps, deras kedja och de människor som är utsatta.")
    case .certificateOnly:
      WeaknessText(
        name: "bara certifikat",
        reason: "ett certifikat eller medlemskap är det enda beviset",
        mend: "Visa vad som görs utöver certifikatet, och vad certifikatet omfattar.")
    case .auditOnly:
      WeaknessText(
        name: "bara revisioner",
        reason: "revisioner är det enda medlet, fast revisioner inte kan visa skadan",
        mend: "Lägg till medel som fungerar där arbetstagare inte kan tala fritt, "
          + "till exempel spårning av ursprung.")
    case .noEvidence:
      WeaknessText(
        name: "inget underlag",
        reason: "inget dokument, ingen siffra, inget namn och inget exempel styrker uppgiften",
        mend: "Bifoga ett dokument, eller ange siffror, namn, datum eller ett exempel.")
    case .outdatedEvidence:
      WeaknessText(
        name: "för gammalt underlag",
        reason: "underlaget är äldre än villkoren tillåter",
        mend: "Ersätt det med underlag av senare datum.")
    case .referenceElsewhere:
      WeaknessText(
        name: "hänvisning i stället för svar",
        reason: "det hänvisas till ett annat ställe i stället för att svara",
        mend: "Skriv svaret här, och behåll hänvisningen som stöd.")
    case .placeholder:
      WeaknessText(
        name: "platshållare",
        reason: "en platshållare står där svaret ska stå",
        mend: "Ersätt platshållaren med ett svar, eller förklara varför frågan inte är tillämplig.")
    case .copiedAnswer:
      WeaknessText(
        name: "kopierat svar",
        reason: "samma text besvarar också en annan fråga",
        mend: "Besvara den här frågan för sig.")
    }
  }
}
