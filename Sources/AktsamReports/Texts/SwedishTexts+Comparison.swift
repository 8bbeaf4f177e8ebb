extension SwedishTexts {
  static func comparison(_ word: ComparisonWord) -> String {
    switch word {
    case .title: "Jämförelse"
    case .subtitle:
      "Vad som har ändrats mellan två omgångar i dialogen om tillbörlig aktsamhet för mänskliga rättigheter"
    case .subtitleSuppliers:
      "Vad två leverantörers dokument säger om tillbörlig aktsamhet för mänskliga rättigheter"
    case .earlier: "Tidigare omgång"
    case .later: "Senare omgång"
    case .round: "Omgång"
    case .change: "Ändring"
    case .worse: "Sämre"
    case .new: "Nya brister"
    case .improved: "Bättre"
    case .closed: "Stängda brister"
    case .unchanged: "Oförändrat"
    case .newGap: "Ny brist"
    case .closedGap: "Stängd brist"
    case .worseNote: "Brister som väger tyngre än i den tidigare omgången."
    case .newNote:
      "Brister som inte fanns i den tidigare omgången: kravet var då uppfyllt, inte tillämpligt eller ställdes inte."
    case .improvedNote: "Fortfarande brister, men mindre."
    case .closedNote: "Inte längre brister."
    case .unchangedNote: "Lästes på samma sätt i båda omgångarna; orden kan skilja sig åt."
    case .nothingCompared: "Det finns inget krav som båda rapporterna handlar om."
    case .bothRounds: "Båda omgångarna"
    case .whatChanged: "Vad som har ändrats"
    case .mended: "Inte längre svagt därför att"
    case .added: "Nu också svagt därför att"
    case .weak: "Svagt därför att"
    case .found: "Finns nu"
    case .lost: "Finns inte längre"
    case .otherWords: "Orden är andra, läsningen är densamma."
    case .marksNote: "Ord som skiljer sig åt är markerade i båda citaten."
    case .notAssessed: "Kravet ställdes inte i den tidigare omgången."
    case .switchedOff:
      "Ett villkor i dokumentet gör nu att kravet inte är tillämpligt. Kontrollera att det stämmer."
    case .unsure: "Läsningen är osäker här. Kontrollera avsnittet i dokumentet."
    case .notCompared: "Inte jämfört"
    case .notComparedNote: "Det som bara finns i den ena rapporten."
    case .twoSuppliers:
      "Rapporterna handlar om två leverantörer. Sämre och bättre jämför den andra med den första och är ingen rangordning."
    case .sameDocuments: "Båda omgångarna innehåller samma dokument."
    case .remarks: "Innan du läser vidare"
    }
  }

  static func differentTerms(_ earlier: String, _ later: String) -> String {
    "Omgångarna lästes mot olika villkor, \(earlier) och \(later). "
      + "Ändringar kan bero på villkoren."
  }

  static func differentLibraries(_ earlier: String, _ later: String) -> String {
    "Omgångarna lästes med olika versioner av klausulbiblioteket, \(earlier) och \(later). "
      + "Ändringar kan bero på biblioteket."
  }

  static func differentTools(_ earlier: String, _ later: String) -> String {
    "Omgångarna lästes med olika versioner av aktsam, \(earlier) och \(later). "
      + "Ändringar kan bero på aktsam."
  }
}
