import AktsamClauses

extension FindingRules {
  /// The rules of the readers: own formats and prose (AK0301…), surveys (AK0320…), ESPD (AK0330…),
  /// OSCAL (AK0337), HTML (AK0340, AK0344), eForms (AK0341…), office documents (AK0350…), other notices
  /// and envelopes (AK0360…).
  static let documentRules: [String: Rule] = [
    "AK0301": Rule(
      "unreadable-format", en: "The input is in a format that is not read.",
      sv: "Filen är i ett format som inte läses.",
      nb: "Filen er i et format som ikke leses."),
    "AK0302": Rule(
      "read-as-prose", en: "The XML is of no known format and was read as running text.",
      sv: "XML-dokumentet har inget känt format och lästes som löpande text.",
      nb: "XML-dokumentet har ikke et kjent format og ble lest som løpende tekst."),
    "AK0303": Rule(
      "answered-twice", en: "A question is answered more than once.",
      sv: "En fråga är besvarad mer än en gång.",
      nb: "Et spørsmål er besvart mer enn én gang."),
    "AK0304": Rule(
      "answered-though-off", en: "A question is answered although a condition switches it off.",
      sv: "En fråga är besvarad trots att ett villkor stänger av den.",
      nb: "Et spørsmål er besvart selv om et vilkår slår det av."),
    "AK0305": Rule(
      "unknown-reference", en: "A reference leads to nothing in the document.",
      sv: "En hänvisning leder ingenstans i dokumentet.",
      nb: "En henvisning leder ingen steder i dokumentet."),
    "AK0306": Rule(
      "no-language", en: "The document does not say which language it is in.",
      sv: "Dokumentet anger inte sitt språk.",
      nb: "Dokumentet oppgir ikke språket sitt."),
    "AK0307": Rule(
      "empty-document", en: "There is no text to read in the document.",
      sv: "Det finns ingen text att läsa i dokumentet.",
      nb: "Det er ingen tekst å lese i dokumentet."),
    "AK0308": Rule(
      "not-xhtml", en: "The web page was read only in part.",
      sv: "Webbsidan lästes bara delvis.",
      nb: "Nettsiden ble bare delvis lest."),
    "AK0309": Rule(
      "left-open", en: "A mandatory question was left open.",
      sv: "En obligatorisk fråga är obesvarad.",
      nb: "Et obligatorisk spørsmål er ubesvart."),
    "AK0310": Rule(
      "same-id", en: "Two parts of the document have the same id.",
      sv: "Två delar av dokumentet har samma id.",
      nb: "To deler av dokumentet har samme id."),
    "AK0311": Rule(
      "bad-date", en: "A date is no date of the calendar.",
      sv: "Ett datum finns inte i kalendern.",
      nb: "En dato finnes ikke i kalenderen."),
    "AK0312": Rule(
      "site-coverage", en: "How far down the chain a table of sites goes.",
      sv: "Hur långt ned i kedjan en tabell över anläggningar når.",
      nb: "Hvor langt ned i kjeden en tabell over anlegg går."),
    "AK0313": Rule(
      "site-without-region", en: "A site is listed without region or place.",
      sv: "En anläggning anges utan region eller ort.",
      nb: "Et anlegg er oppgitt uten region eller sted."),
    "AK0314": Rule(
      "watched-site", en: "A site is in a country or region on the buyer's list.",
      sv: "En anläggning finns i ett land eller en region på köparens lista.",
      nb: "Et anlegg ligger i et land eller en region på oppdragsgiverens liste."),
    "AK0320": Rule(
      "form-elsewhere", en: "The form that gives the texts of the questions is not in the file.",
      sv: "Formuläret med frågornas texter finns inte i filen.",
      nb: "Skjemaet med tekstene til spørsmålene er ikke i filen."),
    "AK0321": Rule(
      "several-responses", en: "The file holds several responses, read as those of one party.",
      sv: "Filen innehåller flera svar, som läses som en parts.",
      nb: "Filen inneholder flere svar, som leses som svarene fra én part."),
    "AK0322": Rule(
      "unfinished-response", en: "The response was never finished.",
      sv: "Svaret har inte slutförts.", nb: "Svaret er ikke fullført."),
    "AK0323": Rule(
      "answer-without-question", en: "A question is answered that the form does not have.",
      sv: "En fråga är besvarad som inte finns i formuläret.",
      nb: "Et spørsmål er besvart som ikke finnes i skjemaet."),
    "AK0324": Rule(
      "items-elsewhere", en: "The test refers to items in other files.",
      sv: "Provet hänvisar till frågor i andra filer.",
      nb: "Testen viser til oppgaver i andre filer."),
    "AK0325": Rule(
      "too-many-responses", en: "The file holds more responses than are read.",
      sv: "Filen innehåller fler svar än som läses.",
      nb: "Filen inneholder flere svar enn det som leses."),
    "AK0330": Rule(
      "unknown-question",
      en: "An ESPD answer refers to a question that the document does not contain.",
      sv: "Ett ESPD-svar hör till en fråga som inte finns i dokumentet.",
      nb: "Et ESPD-svar hører til et spørsmål som ikke finnes i dokumentet."),
    "AK0331": Rule(
      "adverse-answer", en: "An exclusion ground of the ESPD is answered with yes.",
      sv: "En uteslutningsgrund i ESPD är besvarad med ja.",
      nb: "En avvisningsgrunn i ESPD er besvart med ja."),
    "AK0332": Rule(
      "placeholder-answer", en: "An ESPD answer is a placeholder.",
      sv: "Ett ESPD-svar är en platshållare.",
      nb: "Et ESPD-svar er en plassholder."),
    "AK0333": Rule(
      "unknown-evidence",
      en: "An ESPD answer refers to evidence that was not found in the document.",
      sv: "Ett ESPD-svar hänvisar till underlag som inte hittades i dokumentet.",
      nb: "Et ESPD-svar viser til dokumentasjon som ikke ble funnet i dokumentet."),
    "AK0334": Rule(
      "repeated-question", en: "A question id occurs more than once in the ESPD.",
      sv: "Ett fråge-id förekommer mer än en gång i ESPD.",
      nb: "En spørsmåls-id forekommer mer enn én gang i ESPD."),
    "AK0335": Rule(
      "bad-indicator", en: "A yes-or-no answer is neither true nor false.",
      sv: "Ett ja- eller nej-svar är varken true eller false.",
      nb: "Et ja- eller nei-svar er verken true eller false."),
    "AK0336": Rule(
      "assumed-version", en: "The ESPD version is not stated or not known.",
      sv: "ESPD-versionen anges inte eller är okänd.",
      nb: "ESPD-versjonen er ikke oppgitt eller ukjent."),
    "AK0337": Rule(
      "unread-import", en: "An OSCAL profile takes controls from a document that is not read.",
      sv: "En OSCAL-profil hämtar krav från ett dokument som inte läses.",
      nb: "En OSCAL-profil henter krav fra et dokument som ikke leses."),
    "AK0340": Rule(
      "open-markup",
      en: "Markup is not closed or stands in the wrong place; how to read it was guessed.",
      sv: "Uppmärkning är inte avslutad eller står på fel ställe; tolkningen är en gissning.",
      nb: "Oppmerking er ikke avsluttet eller står på feil sted; tolkningen er en gjetning."),
    "AK0341": Rule(
      "social-objective", en: "The notice claims a social objective.",
      sv: "Annonsen anger ett socialt mål.",
      nb: "Kunngjøringen oppgir et sosialt mål."),
    "AK0342": Rule(
      "objective-without-condition",
      en: "No contract condition stands behind the social objective of the notice.",
      sv: "Inget kontraktsvillkor ligger bakom annonsens sociala mål.",
      nb: "Ingen kontraktsvilkår ligger bak det sosiale målet i kunngjøringen."),
    "AK0343": Rule(
      "empty-condition", en: "A contract condition of the notice says nothing.",
      sv: "Ett kontraktsvillkor i annonsen säger ingenting.",
      nb: "Et kontraktsvilkår i kunngjøringen sier ingenting."),
    "AK0344": Rule(
      "field-without-question",
      en: "A field of a form is filled in, but nothing is found that asks for it.",
      sv: "Ett formulärfält är ifyllt, men ingen fråga hittades till det.",
      nb: "Et skjemafelt er fylt ut, men det ble ikke funnet noe spørsmål til det."),
    "AK0350": Rule(
      "tracked-changes", en: "The document has tracked changes.",
      sv: "Dokumentet har spårade ändringar.",
      nb: "Dokumentet har sporede endringer."),
    "AK0351": Rule(
      "comments-not-read", en: "The document has comments, which are not read.",
      sv: "Dokumentet har kommentarer, som inte läses.",
      nb: "Dokumentet har kommentarer, som ikke leses."),
    "AK0352": Rule(
      "embedded-not-read", en: "An embedded document is not read.",
      sv: "Ett inbäddat dokument läses inte.",
      nb: "Et innebygd dokument leses ikke."),
    "AK0353": Rule(
      "hidden-content", en: "Hidden text, rows, columns or sheets were not read.",
      sv: "Dold text, dolda rader, kolumner eller blad lästes inte.",
      nb: "Skjult tekst, skjulte rader, kolonner eller ark ble ikke lest."),
    "AK0354": Rule(
      "numbers-unknown", en: "The automatic clause numbers of the document are not known.",
      sv: "Dokumentets automatiska paragrafnummer är inte kända.",
      nb: "Dokumentets automatiske punktnummer er ikke kjent."),
    "AK0357": Rule(
      "column-mapping", en: "A line of the mapping of columns cannot be used.",
      sv: "En rad i kolumntabellen kan inte användas.",
      nb: "En linje i kolonnetabellen kan ikke brukes."),
    "AK0358": Rule(
      "missing-part", en: "A part of the file could not be read.",
      sv: "En del av filen kunde inte läsas.",
      nb: "En del av filen kunne ikke leses."),
    "AK0359": Rule(
      "no-answer-column", en: "A sheet has a column of questions but none of answers.",
      sv: "Ett blad har en kolumn med frågor men ingen med svar.",
      nb: "Et ark har en kolonne med spørsmål, men ingen med svar."),
    "AK0360": Rule(
      "attached-file", en: "The document names files that are not part of it.",
      sv: "Dokumentet nämner filer som inte ingår i det.",
      nb: "Dokumentet nevner filer som ikke er en del av det."),
    "AK0361": Rule(
      "attached-espd", en: "A file named in the document is or may be the ESPD.",
      sv: "En fil som nämns i dokumentet är eller kan vara ESPD:n.",
      nb: "En fil som nevnes i dokumentet, er eller kan være ESPD-en."),
    "AK0362": Rule(
      "unusable-hash", en: "The declared hash of a file cannot be used to verify it.",
      sv: "En fils angivna kontrollsumma kan inte användas för att verifiera den.",
      nb: "Den oppgitte kontrollsummen til en fil kan ikke brukes til å verifisere den."),
    "AK0363": Rule(
      "undivided-answer", en: "A question and its answer cannot be told apart.",
      sv: "En fråga och dess svar går inte att skilja åt.",
      nb: "Et spørsmål og svaret på det kan ikke skilles fra hverandre."),
    "AK0364": Rule(
      "read-translation", en: "A translation of the notice was read beside the original.",
      sv: "En översättning av annonsen lästes vid sidan av originalet.",
      nb: "En oversettelse av kunngjøringen ble lest ved siden av originalen."),
    "AK0365": Rule(
      "deleted-entry", en: "An entry of the feed was deleted.",
      sv: "En post i flödet har tagits bort.",
      nb: "En oppføring i strømmen er slettet."),
    "AK0401": Rule(
      "echoes-terms", en: "A passage repeats the buyer's own words and supports nothing.",
      sv: "Ett avsnitt upprepar köparens egna ord och stöder ingenting.",
      nb: "Et avsnitt gjentar oppdragsgiverens egne ord og støtter ingenting."),
  ]
}
