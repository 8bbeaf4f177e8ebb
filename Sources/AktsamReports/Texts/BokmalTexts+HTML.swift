extension BokmalTexts {
  static func html(_ word: HTMLReportWord) -> String {
    switch word {
    case .title: "Vurderingsrapport"
    case .subtitle:
      "Hva dokumentene sier om aktsomhetsvurderinger for menneskerettigheter, med ordene som hver lesning bygger på"
    case .matrix: "Leverandørene side om side"
    case .findings: "Krav"
    case .documentText: "Dokumentenes egen tekst"
    case .marksNote:
      "De markerte stedene er de som kravene leses ut av. Tallet etter et sted fører til kravet."
    case .toPassage: "Vis i teksten"
    case .show: "Vis"
    case .shown: "{shown} av {total} krav vises"
    case .onlyCheck: "bare det som skal kontrolleres"
    case .longDocument: "Dokumentet er langt. Bare det som står nær et sitat, vises."
    }
  }

  static func leftOut(_ count: Int) -> String {
    count == 1
      ? "Ett avsnitt uten sitat er utelatt her."
      : "\(count) avsnitt uten sitat er utelatt her."
  }
}
