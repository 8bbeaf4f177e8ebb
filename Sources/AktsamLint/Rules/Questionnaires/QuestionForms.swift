/// How questions are put in a language: by which words one can see that a second one begins.
struct QuestionForms {
  private typealias Words = ArraySlice<BlockWords.Word>

  /// Words that join two questions. "Or" does not: a yes to either is a yes.
  private let joining: Set<String>
  /// Verbs that open a yes-or-no question.
  private let verbs: Set<String>
  /// What such a question is about; the word after its verb.
  private let subjects: Set<String>
  /// "You", which shows that whatever stands before it is a verb when it opens a sentence.
  private let you: String
  /// Words that open another question.
  private let asking: Set<String>
  /// Words that may stand before them.
  private let prepositions: Set<String>
  /// Verbs that ask to tell something: "describe", "state".
  private let telling: Set<String>
  /// Words behind these that ask for a yes or no: "state whether".
  private let whether: Set<String>
  /// Words that open a clause before the question: "when a deviation is found, how …".
  private let clauses: Set<String>

  /// Returns the forms of a language, or nil when they are not known.
  static func of(_ language: String) -> QuestionForms? {
    switch language {
    case "en": english
    case "sv": swedish
    case "nb", "nn", "da": norwegian
    default: nil
    }
  }

  private static let english = QuestionForms(
    joining: ["and"],
    verbs: [
      "do", "does", "did", "have", "has", "had", "are", "is", "was", "were", "can", "could", "will",
      "would", "shall", "should", "may", "must",
    ],
    subjects: [
      "you", "your", "the", "there", "it", "they", "these", "those", "this", "all", "any",
      "workers", "suppliers", "employees", "subcontractors",
    ],
    you: "you", asking: ["how", "what", "which", "who"],
    prepositions: ["within", "in", "by", "to", "for", "on", "with", "from", "at"],
    telling: ["describe", "explain", "state", "list", "specify", "name", "outline", "summarise"],
    whether: ["whether", "if"], clauses: ["when", "if", "where"])

  private static let swedish = QuestionForms(
    joining: ["och", "samt"],
    verbs: [
      "har", "är", "kan", "ska", "skall", "kommer", "får", "måste", "vill", "gör", "finns",
      "följer",
      "kartlägger", "redovisar", "publicerar", "ger", "tar", "ställer", "kräver", "utför",
      "genomför", "kontrollerar", "granskar", "rapporterar", "använder", "bedömer", "säkerställer",
      "åtgärdar", "vidtar", "dokumenterar", "utbildar", "informerar", "förbjuder", "godtar",
      "uppdaterar", "mäter", "förs", "görs", "sker",
    ],
    subjects: [
      "ni", "det", "de", "den", "detta", "dessa", "er", "ert", "era", "alla", "arbetstagare",
      "arbetstagarna", "leverantörer", "leverantörerna",
    ],
    you: "ni", asking: ["hur", "vad", "vilka", "vilken", "vilket", "vem", "vilkas"],
    prepositions: ["inom", "i", "på", "av", "till", "för", "med", "från"],
    telling: [
      "beskriv", "förklara", "ange", "redogör", "nämn", "lista", "redovisa", "sammanfatta",
    ],
    whether: ["om", "huruvida"], clauses: ["när", "om", "där"])

  private static let norwegian = QuestionForms(
    joining: ["og", "samt"],
    verbs: [
      "har", "er", "kan", "skal", "kommer", "får", "må", "vil", "gjør", "finnes", "følger",
      "kartlegger", "publiserer", "gir", "tar", "stiller", "krever", "gjennomfører",
      "kontrollerer", "rapporterer", "bruker", "vurderer", "sikrer", "dokumenterer", "måler",
      "godtar", "forbyr", "oppdaterer", "informerer", "blir",
    ],
    subjects: [
      "dere", "det", "de", "den", "dette", "disse", "deres", "alle", "arbeidere", "arbeiderne",
      "leverandører", "leverandørene",
    ],
    you: "dere", asking: ["hvordan", "hva", "hvilke", "hvilken", "hvilket", "hvem", "hvor"],
    prepositions: ["innen", "i", "på", "av", "til", "for", "med", "fra"],
    telling: [
      "beskriv", "forklar", "oppgi", "angi", "redegjør", "nevn", "list", "oppsummer",
    ],
    whether: ["om", "hvorvidt"], clauses: ["når", "hvis", "dersom", "om", "der"])

  /// Returns where a sentence asks something second.
  ///
  /// - Parameters:
  ///   - sentence: its words.
  ///   - isYesNo: whether the answer is yes or no, so that only a second yes-or-no question counts.
  /// - Returns: the byte range from the joining word to the end; nil when it asks one thing.
  func second(in sentence: ArraySlice<BlockWords.Word>, isYesNo: Bool) -> Range<Int>? {
    guard let first = sentence.first, let last = sentence.last, sentence.count >= 6 else {
      return nil
    }
    let asksYesNo =
      verbs.contains(first.text) || sentence[sentence.startIndex + 1].text == you
    let asksMore = !isYesNo && !asksYesNo && opensQuestion(sentence)
    guard asksYesNo || asksMore else { return nil }
    for index in sentence.indices.dropFirst(3) where joining.contains(sentence[index].text) {
      let rest = sentence[(index + 1)...]
      let isSecond =
        asksYesNo
        ? opensYesNo(rest)
        : sentence[index].isAfterComma && rest.count >= 3 && opensQuestion(rest)
      if isSecond { return sentence[index].range.lowerBound..<last.range.upperBound }
    }
    return nil
  }

  /// Whether a sentence can only be answered with yes or no: "Do you …".
  func asksYesNo(_ sentence: ArraySlice<BlockWords.Word>) -> Bool { opensYesNo(sentence) }

  /// Whether a sentence cannot be answered with yes or no: "How do you …".
  func asksMore(_ sentence: ArraySlice<BlockWords.Word>) -> Bool {
    guard sentence.count >= 3, let first = sentence.first else { return false }
    if opensQuestion(sentence) { return true }
    if telling.contains(first.text) {
      return !sentence.dropFirst().prefix(4).contains { whether.contains($0.text) }
    }
    guard clauses.contains(first.text) else { return false }
    let main = sentence.dropFirst().drop { !$0.isAfterComma }
    return main.count >= 3 && opensQuestion(main)
  }

  private func opensYesNo(_ words: Words) -> Bool {
    guard words.count >= 3, let verb = words.first else { return false }
    return verbs.contains(verb.text) && subjects.contains(words[words.startIndex + 1].text)
  }

  private func opensQuestion(_ words: Words) -> Bool {
    guard let first = words.first else { return false }
    if asking.contains(first.text) { return true }
    return prepositions.contains(first.text) && words.count > 1
      && asking.contains(words[words.startIndex + 1].text)
  }
}
