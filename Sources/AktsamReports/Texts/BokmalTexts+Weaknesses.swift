import AktsamReading

extension BokmalTexts {
  static func weakness(_ code: Weakness) -> WeaknessText {
    switch code {
    case .aspirational:
      WeaknessText(
        name: "et ønske, ingen forpliktelse",
        reason: "det uttrykkes som et mål, ikke som noe som loves eller gjøres",
        mend: "Skriv hva som gjøres eller hva som er bindende, ikke hva som tilstrebes.")
    case .conditional:
      WeaknessText(
        name: "knyttet til et løst vilkår",
        reason: "det gjelder bare under et vilkår som gir rom for å la være",
        mend: "Stryk vilkåret, eller oppgi det nøyaktige tilfellet og hvilket tiltak "
          + "som da gjelder.")
    case .permissive:
      WeaknessText(
        name: "valgfritt for den som er bundet",
        reason: "det tillater tiltaket, men krever det ikke",
        mend: "Erstatt «kan» med en plikt eller med det som faktisk gjøres.")
    case .plannedOnly:
      WeaknessText(
        name: "planlagt, ikke på plass",
        reason: "det varsles for framtiden og er ikke på plass",
        mend: "Vis hva som er på plass i dag, og oppgi dato for det som mangler.")
    case .ownOperationsOnly:
      WeaknessText(
        name: "bare egen virksomhet",
        reason: "ingenting viser at det når lenger enn til egne anlegg og ansatte",
        mend: "Utvid det til leverandørkjeden, ned til de leddene der risikoen ligger.")
    case .firstTierOnly:
      WeaknessText(
        name: "bare direkte leverandører",
        reason: "det stopper ved de direkte leverandørene",
        mend: "Beskriv hvordan det når leddene bak de direkte leverandørene.")
    case .policyOnly:
      WeaknessText(
        name: "retningslinjer uten gjennomføring",
        reason: "en policy eller retningslinjer nevnes, men ingenting sier hvordan de gjennomføres",
        mend: "Beskriv gjennomføringen: hvem som gjør hva, hvor ofte og med hvilket resultat.")
    case .bareAssertion:
      WeaknessText(
        name: "påstand uten forklaring på hvordan",
        reason: "det påstås, men ingenting sier hvordan det gjøres",
        mend: "Beskriv framgangsmåten: hvem som gjør hva, hvor ofte og med hvilket resultat.")
    case .bareGuarantee:
      WeaknessText(
        name: "garanti uten prosess",
        reason: "det gis en absolutt garanti, men ingen prosess ligger bak",
        mend: "Beskriv kontrollene som gjør at dere kan gå god for det, og hva de har vist.")
    case .bareDenial:
      WeaknessText(
        name: "ingen kjente tilfeller",
        reason: "det sies at ingen tilfeller er kjent, men ikke hvordan noen har lett",
        mend: "Beskriv hvordan dere leter etter tilfeller, hvor, og hva som er funnet.")
    case .delegated:
      WeaknessText(
        name: "overlatt til andre",
        reason: "arbeidet overlates til leverandører eller andre, uten egne tiltak",
        mend: "Beskriv hva virksomheten selv gjør, og hvordan de andre følges opp.")
    case .reactiveOnly:
      WeaknessText(
        name: "handler bare på varsel",
        reason: "noe gjøres først etter varsel, mistanke eller anmodning",
        mend: "Legg til hva som gjøres jevnlig uten at noen har varslet om noe.")
    case .noDeadline:
      WeaknessText(
        name: "ingen frist",
        reason: "dato, frist eller intervall mangler der det trengs",
        mend: "Oppgi en dato, et antall dager eller et intervall.")
    case .lateDeadline:
      WeaknessText(
        name: "for lang frist",
        reason: "fristen er lengre enn vilkårene tillater",
        mend: "Forkort fristen til det vilkårene tillater.")
    case .localLawOnly:
      WeaknessText(
        name: "bare lokal lov",
        reason: "det loves bare at lokal eller gjeldende lov følges",
        mend: "Forplikt dere til internasjonale standarder der de verner mennesker "
          + "bedre enn loven.")
    case .incompleteList:
      WeaknessText(
        name: "ufullstendig liste",
        reason: "noe som hører til kravet, er utelatt",
        mend: "Nevn rettighetene, gruppene, trinnene eller annet som er utelatt.")
    case .noStandard:
      WeaknessText(
        name: "ingen standard nevnt",
        reason: "ingen konvensjon, retningslinje eller standard nevnes der det trengs",
        mend: "Nevn konvensjonen eller standarden som det måles mot.")
    case .generic:
      WeaknessText(
        name: "generell tekst",
        reason: "det er generelt og knyttes ikke til varene, risikoene eller de berørte",
        mend: "Knytt det til varene som kjøpes, kjeden deres og menneskene som er utsatt.")
    case .certificateOnly:
      WeaknessText(
        name: "bare sertifikat",
        reason: "et sertifikat eller medlemskap er det eneste beviset",
        mend: "Vis hva som gjøres utover sertifikatet, og hva sertifikatet omfatter.")
    case .auditOnly:
      WeaknessText(
        name: "bare revisjoner",
        reason: "revisjoner er det eneste middelet, der revisjoner ikke kan vise skaden",
        mend: "Legg til midler som virker der arbeidstakere ikke kan snakke fritt, "
          + "for eksempel sporing av opprinnelse.")
    case .noEvidence:
      WeaknessText(
        name: "ingen dokumentasjon",
        reason: "verken dokument, tall, navn eller eksempel underbygger påstanden",
        mend: "Legg ved et dokument, eller oppgi tall, navn, datoer eller et eksempel.")
    case .outdatedEvidence:
      WeaknessText(
        name: "utdatert dokumentasjon",
        reason: "dokumentasjonen er eldre enn vilkårene tillater",
        mend: "Erstatt den med dokumentasjon av nyere dato.")
    case .referenceElsewhere:
      WeaknessText(
        name: "henvisning i stedet for svar",
        reason: "det henvises til et annet sted i stedet for å svare",
        mend: "Skriv svaret her, og behold henvisningen som støtte.")
    case .placeholder:
      WeaknessText(
        name: "plassholder",
        reason: "en plassholder står der svaret skal stå",
        mend: "Erstatt plassholderen med et svar, eller forklar hvorfor spørsmålet "
          + "ikke er aktuelt.")
    case .copiedAnswer:
      WeaknessText(
        name: "kopiert svar",
        reason: "den samme teksten besvarer også et annet spørsmål",
        mend: "Besvar dette spørsmålet for seg.")
    }
  }
}
