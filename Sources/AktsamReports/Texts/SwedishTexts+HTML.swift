extension SwedishTexts {
  static func html(_ word: HTMLReportWord) -> String {
    switch word {
    case .title: "Bedömningsrapport"
    case .subtitle:
      "Vad dokumenten säger om tillbörlig aktsamhet för mänskliga rättigheter, med de ord som varje läsning vilar på"
    case .matrix: "Leverantörerna sida vid sida"
    case .findings: "Krav"
    case .documentText: "Dokumentens egen text"
    case .marksNote:
      "De markerade passagerna är de som kraven läses ur. Siffran efter en passage leder till kravet."
    case .toPassage: "Visa i texten"
    case .show: "Visa"
    case .shown: "{shown} av {total} krav visas"
    case .onlyCheck: "bara det som ska kontrolleras"
    case .longDocument: "Dokumentet är långt. Bara det som står nära ett citat visas."
    }
  }

  static func leftOut(_ count: Int) -> String {
    count == 1
      ? "Ett avsnitt utan citat är utelämnat här."
      : "\(count) avsnitt utan citat är utelämnade här."
  }
}
