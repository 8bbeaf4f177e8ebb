/// What stands in a column of a questionnaire that is a table.
package enum ColumnMeaning: String, Sendable, Hashable, CaseIterable {
  case number, question, requirement, answer, comment, evidence
  /// The buyer's own words, such as guidance: shown beside, never evidence.
  case guidance
  /// A column that is not read.
  case ignored

  /// Whether a supplier writes here.
  var isAnswer: Bool { self == .answer || self == .comment || self == .evidence }

  /// Returns what a column heading says in English, Swedish, Norwegian or Danish; nil when it says
  /// nothing, or is too long for a heading.
  init?(heading: String) {
    let words = heading.lowercased().split { !$0.isLetter && $0 != "#" }.map { String($0) }
    guard !words.isEmpty, words.count <= 8 else { return nil }
    let found = Set(
      words.compactMap { word in
        // Compounds such as "anbudssvar"; "ansvar" means responsibility.
        Self.words[word] ?? (word.hasSuffix("svar") && !word.hasSuffix("ansvar") ? .answer : nil)
      })
    // "Yes/No".
    let isAlternative =
      ["yes", "ja"].contains { words.contains($0) }
      && ["no", "nej", "nei"].contains { words.contains($0) }
    if !found.isDisjoint(with: [.answer, .comment, .evidence]) {
      // The most telling word decides: "comment to the answer", "svar på spørsmål".
      self =
        found.contains(.evidence) ? .evidence : found.contains(.comment) ? .comment : .answer
    } else if isAlternative {
      self = .answer
    } else if found.contains(.number) || (words.contains("no") && words.count <= 2) {
      self = .number
    } else if found.contains(.guidance) {
      self = .guidance
    } else if found.contains(.question) {
      self = .question
    } else if found.contains(.requirement) {
      self = .requirement
    } else {
      return nil
    }
  }

  /// Returns the meaning that a mapping names, in any of the languages.
  init?(named name: String) {
    if let meaning = Self(rawValue: name.lowercased()) {
      self = meaning
    } else {
      guard let meaning = Self.words[name.lowercased()] else { return nil }
      self = meaning
    }
  }

  private static let words: [String: ColumnMeaning] = {
    let lists: [(ColumnMeaning, String)] = [
      (.number, "nr nummer number num id ref # löpnr løpenr lnr"),
      (
        .question,
        "question questions fråga frågor frågan frågeställning spørsmål spørsmålet spørgsmål"
      ),
      (
        .requirement,
        "requirement requirements criterion criteria krav kravet kravtext kravtekst kravställning "
          + "kriterium kriterier kriterie"
      ),
      (
        .answer,
        "answer answers response responses reply svar svaret svaren "
          + "besvarelse besvarande tilbyders anbudsgivarens"
      ),
      (
        .comment,
        "comment comments remark remarks kommentar kommentarer kommentaren kommentarfält "
          + "kommentarfelt anmärkning merknad merknader bemærkninger motivering begrunnelse"
      ),
      (
        .evidence,
        "evidence documentation attachment attachments proof bevis underlag bilaga bilagor "
          + "dokumentation dokumentasjon vedlegg bilag verifikat"
      ),
      (
        .guidance,
        "guidance instruction instructions help explanation vägledning anvisning anvisningar "
          + "förklaring hjälptext instruktion veiledning forklaring hjelpetekst instruks vejledning"
      ),
      (.ignored, "ignore ignored"),
    ]
    var table: [String: ColumnMeaning] = [:]
    for (meaning, list) in lists {
      for word in list.split(separator: " ") { table[String(word)] = meaning }
    }
    return table
  }()
}
