import AktsamClauses

extension FindingRules {
  /// The rules of submissions: what shows when the documents of a supplier are read together.
  static let submissionRules: [String: Rule] = [
    "AK0401": Rule(
      "echoes-terms", en: "A passage repeats the buyer's own words and supports nothing.",
      sv: "Ett avsnitt upprepar köparens egna ord och stöder ingenting.",
      nb: "Et avsnitt gjentar oppdragsgiverens egne ord og støtter ingenting."),
    "AK0402": Rule(
      "same-file", en: "The same file was handed in twice and is read once.",
      sv: "Samma fil har lämnats in två gånger och läses en gång.",
      nb: "Samme fil er levert to ganger og leses én gang."),
    "AK0403": Rule(
      "no-demand", en: "The buyer's documents demand nothing of the profile.",
      sv: "Köparens handlingar kräver ingenting av det som profilen omfattar.",
      nb: "Oppdragsgiverens dokumenter krever ingenting av det profilen omfatter."),
    "AK0404": Rule(
      "other-party",
      en: "A document holds another party's words, which give at most weak evidence.",
      sv: "En handling innehåller någon annans ord, som i bästa fall räcker till svagt underlag.",
      nb: "Et dokument inneholder en annens ord, som i beste fall gir svakt grunnlag."),
    "AK0405": Rule(
      "named-and-absent", en: "A manifest names something that is not there.",
      sv: "Ett manifest anger något som inte finns.",
      nb: "Et manifest oppgir noe som ikke finnes."),
    "AK0406": Rule(
      "empty-folder", en: "A folder holds no file to read.",
      sv: "En mapp innehåller ingen fil att läsa.", nb: "En mappe inneholder ingen fil å lese."),
    "AK0407": Rule(
      "other-hash", en: "A file is not the one whose hash the document declares.",
      sv: "En fil är inte den vars kontrollsumma handlingen anger.",
      nb: "En fil er ikke den som dokumentet oppgir kontrollsummen til."),
    "AK0408": Rule(
      "enclosure-absent", en: "An enclosure that a document refers to is not among the files.",
      sv: "En bilaga som en handling hänvisar till finns inte bland filerna.",
      nb: "Et vedlegg som et dokument viser til, finnes ikke blant filene."),
    "AK0409": Rule(
      "given-up", en: "Reading a document took too long and was given up.",
      sv: "Det tog för lång tid att läsa en handling, och läsningen avbröts.",
      nb: "Det tok for lang tid å lese et dokument, og lesingen ble avbrutt."),
  ]
}
