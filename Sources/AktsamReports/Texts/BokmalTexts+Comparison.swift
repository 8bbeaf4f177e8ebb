extension BokmalTexts {
  static func comparison(_ word: ComparisonWord) -> String {
    switch word {
    case .title: "Sammenligning"
    case .subtitle:
      "Hva som er endret mellom to runder i dialogen om aktsomhetsvurderinger for menneskerettigheter"
    case .subtitleSuppliers:
      "Hva dokumentene til to leverandører sier om aktsomhetsvurderinger for menneskerettigheter"
    case .earlier: "Forrige runde"
    case .later: "Siste runde"
    case .round: "Runde"
    case .change: "Endring"
    case .worse: "Dårligere"
    case .new: "Nye mangler"
    case .improved: "Bedre"
    case .closed: "Lukkede mangler"
    case .unchanged: "Uendret"
    case .newGap: "Ny mangel"
    case .closedGap: "Lukket mangel"
    case .worseNote: "Mangler som veier tyngre enn i forrige runde."
    case .newNote:
      "Mangler som ikke fantes i forrige runde: Kravet var da oppfylt, ikke aktuelt eller ikke stilt."
    case .improvedNote: "Fortsatt en mangel, men mindre enn sist."
    case .closedNote: "Ikke lenger en mangel."
    case .unchangedNote: "Lest på samme måte i begge runder; ordene kan være ulike."
    case .nothingCompared: "Det finnes ikke noe krav som begge rapportene handler om."
    case .bothRounds: "Begge runder"
    case .whatChanged: "Hva som er endret"
    case .mended: "Ikke lenger svakt fordi"
    case .added: "Nå også svakt fordi"
    case .weak: "Svakt fordi"
    case .found: "Finnes nå"
    case .lost: "Finnes ikke lenger"
    case .otherWords: "Ordene er andre, lesningen er den samme."
    case .marksNote: "Ord som er ulike, er markert i begge sitatene."
    case .notAssessed: "Kravet ble ikke stilt i forrige runde."
    case .switchedOff:
      "Et vilkår i dokumentet gjør nå at dette ikke er aktuelt. Kontroller at det stemmer."
    case .unsure: "En lesning er usikker her. Kontroller avsnittet i dokumentet."
    case .notCompared: "Ikke sammenlignet"
    case .notComparedNote: "Det som bare finnes i den ene rapporten."
    case .twoSuppliers:
      "Rapportene handler om to leverandører. Dårligere og bedre sammenligner den andre med den første og er ingen rangering."
    case .sameDocuments: "Begge runder inneholder de samme dokumentene."
    case .remarks: "Før du leser videre"
    }
  }

  static func differentTerms(_ earlier: String, _ later: String) -> String {
    "Rundene ble lest mot ulike vilkår, \(earlier) og \(later). "
      + "En endring kan skyldes vilkårene."
  }

  static func differentLibraries(_ earlier: String, _ later: String) -> String {
    "Rundene ble lest med ulike versjoner av klausulbiblioteket, \(earlier) og \(later). "
      + "En endring kan skyldes biblioteket."
  }

  static func differentTools(_ earlier: String, _ later: String) -> String {
    "Rundene ble lest med ulike versjoner av aktsam, \(earlier) og \(later). "
      + "En endring kan skyldes aktsam."
  }
}
