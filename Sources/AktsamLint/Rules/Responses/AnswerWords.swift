/// What the rules about answers ask of words, dates and numbers.
enum AnswerWords {
  /// Returns the words of a text in lower case, without punctuation.
  static func words(_ text: String) -> [String] {
    let scalars = text.lowercased().unicodeScalars
    return scalars.split { !isPart($0) }.map { String($0) }
  }

  /// Whether a text says nothing but yes: "Ja.", "Yes, we do", "Ja, det gör vi".
  static func onlyAffirms(_ text: String) -> Bool {
    guard text.utf8.count <= 64 else { return false }
    let words = words(text)
    return words.contains { yes.contains($0) }
      && words.allSatisfy { yes.contains($0) || besideYes.contains($0) }
  }

  private static let yes: Set<String> = [
    "yes", "ja", "jo", "absolutely", "certainly", "indeed", "confirmed", "correct", "absolut",
    "självklart", "givetvis", "naturligtvis", "självfallet", "stämmer", "bekräftas", "selvfølgelig",
    "selvsagt", "naturligvis", "stemmer", "bekreftes", "absolutt",
  ]
  /// What may stand beside a yes and adds nothing.
  private static let besideYes: Set<String> = [
    "we", "do", "have", "are", "will", "it", "is", "of", "course", "that", "this", "vi", "det",
    "gör", "har", "är", "gjør", "er", "visst", "så",
  ]

  /// Whether a scalar is part of a word: a letter, a digit, or a mark on one. Properties are looked up in
  /// tables: the letters of our languages are told without.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A: true
    case 0..<0x80, 0xD7, 0xF7, 0x2000..<0x2070: false
    case 0xC0..<0x250: true
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.canonicalCombiningClass != .notReordered
    }
  }

  /// Returns a whole or decimal number as XML writes it, such as `-2.5`; nil for anything else.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    let digits = bytes.first == 0x2B || bytes.first == 0x2D ? bytes.dropFirst() : bytes[...]
    guard digits.contains(where: { (0x30...0x39).contains($0) }),
      digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      digits.count(where: { $0 == 0x2E }) <= 1
    else { return nil }
    return Double(text)
  }

  /// A day of the calendar.
  struct Day: Comparable {
    var year: Int
    var month: Int
    var day: Int

    /// Reads `yyyy-mm-dd`; nil for anything else, and for days that no calendar has.
    init?(_ text: String?) {
      guard let text, text.utf8.count == 10 else { return nil }
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.utf8.count) == [4, 2, 2],
        let year = Self.number(parts[0]), let month = Self.number(parts[1]),
        let day = Self.number(parts[2]),
        (1...12).contains(month), day >= 1, day <= Self.length(of: month, year)
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }

    private static func number(_ part: Substring) -> Int? {
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }

    private static func length(of month: Int, _ year: Int) -> Int {
      switch month {
      case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    }

    /// Returns the day that many months later; a day past the end of its month sorts after that end.
    func adding(months: Int) -> Day {
      let count = month - 1 + min(max(months, 0), 12_000)
      var result = self
      result.year += count / 12
      result.month = count % 12 + 1
      return result
    }

    static func < (left: Day, right: Day) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
  }
}
