import AktsamReading

/// Masks names of people and ways to reach them in what is quoted, and in what was agreed and decided.
///
/// E-mail addresses, telephone numbers and personal numbers are told by their form. A name is told
/// by what stands beside it: a title, a role, a greeting, a way to reach the person; or by a given
/// name that is usual in the North. Names without any of these stay: whoever sends a list on reads
/// it first.
struct Redaction: Sendable {
  private let name: String
  private let address: String
  private let phone: String
  private let number: String

  init(_ texts: any LanguageTexts.Type) {
    name = texts.gap(.maskedName)
    address = texts.gap(.maskedAddress)
    phone = texts.gap(.maskedPhone)
    number = texts.gap(.maskedNumber)
  }

  /// Returns an assessment whose quotations, labels and quoted words are masked.
  func masked(_ assessment: Assessment) -> Assessment {
    var assessment = assessment
    for index in assessment.evidence.indices {
      assessment.evidence[index].quote = masked(assessment.evidence[index].quote)
      assessment.evidence[index].label = masked(assessment.evidence[index].label)
    }
    for index in assessment.weaknesses.indices {
      assessment.weaknesses[index].words = assessment.weaknesses[index].words.map(masked)
    }
    if let decision = assessment.decision {
      assessment.decision?.reason = masked(decision.reason)
      assessment.decision?.by = name
    }
    return assessment
  }

  /// Returns what was agreed without the name of who does it.
  func masked(_ agreement: Report.Agreement) -> Report.Agreement {
    Report.Agreement(
      action: masked(agreement.action), owner: agreement.owner.isEmpty ? "" : name,
      due: agreement.due)
  }

  /// Returns a text with names and ways to reach people masked.
  func masked(_ text: String) -> String {
    maskedNames(maskedFigures(maskedAddresses(text)))
  }

  // MARK: - Addresses

  /// Whatever holds an at sign between two letters or figures is an address.
  private func maskedAddresses(_ text: String) -> String {
    var result = ""
    for piece in pieces(text) {
      guard piece.isWord, let sign = piece.text.firstIndex(of: "@"),
        piece.text[..<sign].contains(where: \.isLetter),
        piece.text[piece.text.index(after: sign)...].contains(where: \.isLetter)
      else {
        result += piece.text
        continue
      }
      // What encloses it stays.
      let marks: Set<Character> = ["(", ")", "<", ">", "[", "]", ",", ";", ".", ":", "\"", "'"]
      result += piece.text.prefix { marks.contains($0) }
      result += address
      result += String(piece.text.reversed().prefix { marks.contains($0) }.reversed())
    }
    return result
  }

  // MARK: - Figures

  /// A run of figures, with the marks that part them, is a personal number or a telephone number
  /// when it is long enough and no amount.
  private func maskedFigures(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      let end = endOfFigures(characters, from: index)
      guard end > index else {
        result.append(characters[index])
        index += 1
        continue
      }
      let run = characters[index..<end]
      result += mask(for: run) ?? String(run)
      index = end
    }
    return result
  }

  private func endOfFigures(_ characters: [Character], from start: Int) -> Int {
    let first = characters[start]
    let isLead = first == "+" || (first == "(" && start + 1 < characters.count)
    guard Self.isFigure(first) || isLead else { return start }
    // Figures inside a word or behind a point belong to something else.
    if start > 0, characters[start - 1].isLetter || characters[start - 1].isNumber { return start }
    var index = start + (isLead ? 1 : 0)
    var end = start
    while index < characters.count {
      let character = characters[index]
      if Self.isFigure(character) {
        end = index + 1
      } else if !" \u{A0}-–/()".contains(character) || index - end >= 2 {
        break
      }
      index += 1
    }
    if end < characters.count, characters[end].isLetter { return start }
    return end
  }

  private static func isFigure(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private func mask(for run: ArraySlice<Character>) -> String? {
    let groups = run.split { !Self.isFigure($0) }.map { String($0) }
    let figures = groups.joined()
    if isPersonalNumber(groups) { return number }
    guard (7...15).contains(figures.count), !isDates(groups), !isAmount(run, groups),
      !isOrganisation(groups)
    else { return nil }
    // Figures without marks are a telephone number when they begin like one, or are eight, as in Norway.
    let isBare = groups.count == 1 && run.first != "+" && run.first != "0" && figures.count != 8
    return isBare ? nil : phone
  }

  /// The number of a Swedish company: `nnnnnn-nnnn`, the third figure 2 or above, so that it is no month.
  private func isOrganisation(_ groups: [String]) -> Bool { groups.map(\.count) == [6, 4] }

  /// `yymmdd-nnnn`, `yyyymmdd-nnnn`, `ddmmyy nnnnn`, also without the mark.
  private func isPersonalNumber(_ groups: [String]) -> Bool {
    let lengths = groups.map(\.count)
    guard [[6, 4], [8, 4], [6, 5], [10], [11], [12]].contains(lengths) else { return false }
    let figures = Array(groups.joined()).compactMap(\.wholeNumberValue)
    let birth = figures.count == 12 ? figures.dropFirst(2) : figures[...]
    let pairs = Array(birth.prefix(6))
    guard pairs.count == 6 else { return false }
    let (second, third) = (pairs[2] * 10 + pairs[3], pairs[4] * 10 + pairs[5])
    let first = pairs[0] * 10 + pairs[1]
    // Year, month, day in Sweden (60 is added to days of co-ordination numbers); day, month, year in
    // Norway (40 is added to the first figure of D-numbers).
    let isSwedish =
      figures.count != 11 && (1...12).contains(second)
      && ((1...31).contains(third) || (61...91).contains(third))
    let isNorwegian =
      figures.count == 11 && (1...12).contains(second)
      && ((1...31).contains(first) || (41...71).contains(first))
    return isSwedish || isNorwegian
  }

  /// Years and days: `2024-2026`, `2026-03-03`, `3/12 2026`, `20260303`.
  private func isDates(_ groups: [String]) -> Bool {
    func isYear(_ group: String) -> Bool { group.hasPrefix("19") || group.hasPrefix("20") }
    if groups.count == 1, let group = groups.first, group.count == 8, isYear(group) {
      let digits = Array(group)
      return CalendarDate(
        "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))") != nil
    }
    return groups.contains { $0.count == 4 && isYear($0) } && groups.allSatisfy { $0.count <= 4 }
  }

  /// Groups of three behind a first of one to three: `1 250 000`; a telephone number begins with a plus
  /// or a nought.
  private func isAmount(_ run: ArraySlice<Character>, _ groups: [String]) -> Bool {
    guard run.first != "+", groups.first?.hasPrefix("0") == false else { return false }
    let isGrouped =
      groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
      && (groups.first?.count ?? 0) <= 3
    return isGrouped && !run.contains("-")
  }

  // MARK: - Names

  private func maskedNames(_ text: String) -> String {
    var pieces = pieces(text)
    let words = pieces.indices.filter { pieces[$0].isWord }
    var position = 0
    while position < words.count {
      let length = lengthOfName(pieces, words, from: position)
      guard length > 0 else {
        position += 1
        continue
      }
      let first = words[position]
      let last = words[position + length - 1]
      let start = pieces[first].text.prefix { !$0.isLetter }
      let end = String(pieces[last].text.reversed().prefix { !$0.isLetter }.reversed())
      pieces[first].text = start + name + end
      for index in pieces.indices where index > first && index <= last { pieces[index].text = "" }
      position += length
    }
    return pieces.map(\.text).joined()
  }

  /// Returns how many words from a position on are a person's name.
  private func lengthOfName(_ pieces: [Piece], _ words: [Int], from position: Int) -> Int {
    func word(_ index: Int) -> String {
      words.indices.contains(index) ? pieces[words[index]].text : ""
    }
    var length = 0
    while length < 4, Self.looksLikeName(word(position + length)) {
      length += 1
      // A comma or a full stop ends the name; one behind an initial does not.
      let text = word(position + length - 1)
      if let last = text.last, !last.isLetter, Self.letters(text).count > 1 { break }
    }
    guard length > 0 else { return 0 }
    let first = Self.letters(word(position))
    if GivenNames.contains(first) {
      // By itself a given name may be a word or a place; with a family name behind it is a person.
      if length > 1 { return length }
    }
    let before = Self.letters(word(position - 1)).lowercased()
    let marked = word(position - 1).last == ":"
    if Self.titles.contains(before) || (marked && Self.leads.contains(before)) { return length }
    guard length > 1 else { return 0 }
    if Self.roles.contains(where: before.hasSuffix), !endsSentence(word(position - 1)) {
      return length
    }
    // "First Last, managing director" and "First Last (address)".
    let after = word(position + length)
    let last = word(position + length - 1)
    if [address, phone].contains(where: after.contains) { return length }
    guard last.last == "," else { return 0 }
    let titles = [after, word(position + length + 1)].map { Self.letters($0).lowercased() }
    return titles.contains { title in Self.roles.contains(where: title.hasSuffix) } ? length : 0
  }

  private func endsSentence(_ word: String) -> Bool {
    word.last.map { ".!?".contains($0) } ?? false
  }

  private static func letters(_ word: String) -> String {
    let start = word.drop { !$0.isLetter }
    return String(start.prefix { $0.isLetter || $0 == "-" })
  }

  /// One capital and small letters, or an initial; a mask is none.
  private static func looksLikeName(_ word: String) -> Bool {
    let letters = letters(word)
    guard let first = letters.first, first.isUppercase, !word.hasPrefix("["),
      !word.contains(where: \.isNumber), !companies.contains(letters.lowercased())
    else { return false }
    return letters.count == 1 || letters.dropFirst().contains(where: \.isLowercase)
  }

  /// A stretch of white space or of anything else.
  private struct Piece {
    var text: String
    var isWord: Bool
  }

  private func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    for character in text {
      let isWord = !character.isWhitespace
      if let last = pieces.last, last.isWord == isWord {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), isWord: isWord))
      }
    }
    return pieces
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "herr", "fru", "fröken", "frk", "hr",
  ]

  /// Words that a name follows behind a colon.
  private static let leads: Set<String> = [
    "contact", "person", "name", "signed", "by", "responsible", "owner", "kontakt",
    "kontaktperson", "namn", "navn", "ansvarig", "ansvarlig", "undertecknat", "signert", "av",
  ]

  /// Ends of words for what people are at work.
  private static let roles: [String] = [
    "manager", "director", "officer", "president", "ceo", "cfo", "coo", "chair", "chairman",
    "chairwoman", "chairperson", "ombudsman", "ombudsperson", "counsel", "coordinator", "lead",
    "chef", "chefen", "direktör", "direktören", "vd", "ordförande", "ansvarig", "ansvarige",
    "ombud", "ombudet", "samordnare", "kontaktperson", "sjef", "sjefen", "direktør", "direktøren",
    "leder", "lederen", "ansvarlig", "rådgiver", "koordinator", "styreleder",
  ]

  /// Words of a name that is a company's.
  private static let companies: Set<String> = [
    "ab", "as", "asa", "aps", "ltd", "limited", "inc", "llc", "plc", "gmbh", "oy", "oyj", "group",
    "the", "vi", "we", "our", "vår", "vårt", "våra", "våre",
  ]
}
