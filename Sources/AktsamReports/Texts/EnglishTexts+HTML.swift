extension EnglishTexts {
  static func html(_ word: HTMLReportWord) -> String {
    switch word {
    case .title: "Assessment report"
    case .subtitle:
      "What the documents say on human-rights due diligence, with the words that each reading rests on"
    case .matrix: "Suppliers side by side"
    case .findings: "Requirements"
    case .documentText: "The documents' own text"
    case .marksNote:
      "The marked passages are those that the requirements are read from. The number behind a passage leads to the requirement."
    case .toPassage: "Show in the text"
    case .show: "Show"
    case .shown: "{shown} of {total} requirements are shown"
    case .onlyCheck: "only those to check"
    case .longDocument: "The document is long. Only what stands near a quotation is shown."
    }
  }

  static func leftOut(_ count: Int) -> String {
    count == 1
      ? "One passage without a quotation is left out here."
      : "\(count) passages without a quotation are left out here."
  }
}
