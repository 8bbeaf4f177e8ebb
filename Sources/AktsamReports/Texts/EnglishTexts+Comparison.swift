extension EnglishTexts {
  static func comparison(_ word: ComparisonWord) -> String {
    switch word {
    case .title: "Comparison"
    case .subtitle: "What has changed between two rounds of dialogue on human-rights due diligence"
    case .earlier: "Earlier round"
    case .later: "Later round"
    case .round: "Round"
    case .change: "Change"
    case .worse: "Worse"
    case .new: "New gaps"
    case .improved: "Improved"
    case .closed: "Closed gaps"
    case .unchanged: "Unchanged"
    case .newGap: "New gap"
    case .closedGap: "Closed gap"
    case .worseNote: "Gaps that weigh more than in the earlier round."
    case .newNote:
      "Gaps that were not there in the earlier round: the requirement was met then, did not apply or was not asked about."
    case .improvedNote: "Still gaps, but lesser ones."
    case .closedNote: "No longer gaps."
    case .unchangedNote: "Read in the same way in both rounds; the words may differ."
    case .nothingCompared: "There is no requirement that both reports speak of."
    case .bothRounds: "Both rounds"
    case .whatChanged: "What has changed"
    case .mended: "No longer weak because"
    case .added: "Now also weak because"
    case .weak: "Weak because"
    case .found: "Now found"
    case .lost: "No longer found"
    case .otherWords: "The words are others, the reading is the same."
    case .marksNote: "Words that differ are marked in both quotations."
    case .notAssessed: "Not asked about in the earlier round."
    case .switchedOff:
      "A condition in the document now switches this off. Check that it is right that it does."
    case .unsure: "A reading is not certain here. Check the passage in the document."
    case .notCompared: "Not compared"
    case .notComparedNote: "What is in one of the reports only."
    case .twoSuppliers:
      "The reports are about two suppliers. What is worse or better compares the second with the first and is no ranking."
    case .sameDocuments: "Both rounds hold the same documents."
    case .remarks: "Before you read on"
    }
  }

  static func differentTerms(_ earlier: String, _ later: String) -> String {
    "The rounds were read against different terms, \(earlier) and \(later). "
      + "A change may come from the terms."
  }

  static func differentLibraries(_ earlier: String, _ later: String) -> String {
    "The rounds were read with different versions of the clause library, \(earlier) and \(later). "
      + "A change may come from the library."
  }

  static func differentTools(_ earlier: String, _ later: String) -> String {
    "The rounds were read with different versions of aktsam, \(earlier) and \(later). "
      + "A change may come from aktsam."
  }
}
