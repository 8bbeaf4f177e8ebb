/// Finds the numbers of clauses that a sentence refers to.
enum ClauseReferences {
  private static let openers: Set<String> = [
    "clause", "clauses", "section", "sections", "paragraph", "paragraphs", "punkt", "punkten",
    "punkterna", "punkter", "punktet", "punktene", "pkt", "avsnitt", "avsnittet", "avsnitten",
    "avsnittene", "klausul", "klausulen", "klausulerna", "klausulene",
  ]

  /// What joins several numbers behind one opener.
  private static let joints: Set<String> = [
    ",", "and", "or", "to", "och", "eller", "till", "og", "til", "–", "-", "samt",
  ]

  /// What stands before a reference into another document.
  private static let otherDocuments: Set<String> = [
    "act", "lag", "lagen", "lov", "loven", "ab", "abt", "iso", "gdpr", "code", "standard",
    "agreement", "contract", "avtalet", "avtalen", "kontrakten", "kontraktet",
  ]
  private static let otherStems = [
    "annex", "appendi", "schedule", "exhibit", "bilag", "vedlegg", "directive", "direktiv",
    "regulation", "förordning", "forordning", "forskrift", "convention", "konvention",
    "konvensjon", "guideline", "riktlinj", "retningslinj", "principle", "ramavtal", "rammeavtal",
  ]

  /// What follows a reference into another document, unless "this" comes next.
  private static let intoOther: Set<String> = [
    "of", "in", "i", "av", "under", "to", "ur", "från", "fra", "enligt", "etter",
  ]
  private static let own: Set<String> = [
    "this", "these", "denna", "detta", "dessa", "dette", "denne", "disse",
  ]

  /// Returns the words that are numbers of clauses of the same document, as far as can be told.
  static func numbers(in sentence: ArraySlice<TextWord>) -> [TextWord] {
    var found: [TextWord] = []
    var index = sentence.startIndex
    while index < sentence.endIndex {
      defer { index += 1 }
      guard openers.contains(sentence[index].lower), !follows(other: sentence, index) else {
        continue
      }
      var next = index + 1
      if sentence[index].lower == "pkt", next < sentence.endIndex, sentence[next].text == "." {
        next += 1
      }
      guard next < sentence.endIndex, sentence[next].kind == .number else { continue }
      var numbers = [sentence[next]]
      next += 1
      while next + 1 < sentence.endIndex, joints.contains(sentence[next].lower) {
        // Behind a joint only a number with a dot is surely a clause: "clause 4.7 and 14 days".
        let isJoined = joints.contains(sentence[next + 1].lower)
        let number = isJoined ? next + 2 : next + 1
        guard number < sentence.endIndex, sentence[number].kind == .number,
          sentence[number].text.contains("."), !isAmount(sentence, number)
        else { break }
        numbers.append(sentence[number])
        next = number + 1
      }
      if !leadsElsewhere(sentence, next) { found += numbers }
      index = next - 1
    }
    return found
  }

  private static func follows(other sentence: ArraySlice<TextWord>, _ index: Int) -> Bool {
    let before = sentence[..<index].suffix(5)
    return before.contains { word in
      otherDocuments.contains(word.lower) || otherStems.contains { word.lower.hasPrefix($0) }
    }
  }

  /// Whether what follows says that the clause is another document's.
  private static func leadsElsewhere(_ sentence: ArraySlice<TextWord>, _ index: Int) -> Bool {
    var next = index
    // An item of the clause: "4.7 a", "4.7 (b)", "1.2 bokstav a".
    while next < sentence.endIndex, isPartOfReference(sentence[next]) { next += 1 }
    // "section 11 (interception of mail)" names what another text has there.
    if next > index, sentence[next - 1].text == "(" { return true }
    guard next < sentence.endIndex else { return false }
    let word = sentence[next]
    if word.kind == .letters, word.isCapital { return true }
    guard intoOther.contains(word.lower), next + 1 < sentence.endIndex else { return false }
    return !own.contains(sentence[next + 1].lower)
  }

  /// Whether a word goes on with the numbers of a reference: "4.7 (b)", "71 and 72".
  private static func isPartOfReference(_ word: TextWord) -> Bool {
    if word.kind == .number || ["(", ")", "bokstav", "led"].contains(word.lower) { return true }
    if intoOther.contains(word.lower) { return false }
    return joints.contains(word.lower) || (word.kind == .letters && word.text.count == 1)
  }

  /// Whether a number counts or measures something: "2.5 per cent".
  private static func isAmount(_ sentence: ArraySlice<TextWord>, _ index: Int) -> Bool {
    guard index + 1 < sentence.endIndex else { return false }
    let next = sentence[index + 1].lower
    return next == "%" || next == "per"
      || ["pro", "million", "miljon", "milliard"].contains {
        next.hasPrefix($0)
      }
  }
}
