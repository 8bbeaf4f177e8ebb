/// How one level of an automatic list writes its number.
enum WordNumberFormat {
  case decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman, bullet, none

  /// Creates a format from its name (ISO 29500-1, 17.18.59); an unknown one counts in digits.
  init(name: String) {
    switch name {
    case "decimalZero": self = .decimalZero
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    case "bullet": self = .bullet
    case "none": self = .none
    default: self = .decimal
    }
  }

  /// Creates a format from the number code of Word 2003.
  init(code: String) {
    switch code {
    case "1": self = .upperRoman
    case "2": self = .lowerRoman
    case "3": self = .upperLetter
    case "4": self = .lowerLetter
    case "22": self = .decimalZero
    case "23": self = .bullet
    case "255": self = .none
    default: self = .decimal
    }
  }

  /// Whether items so written are parts of a sentence rather than clauses.
  var isMinor: Bool {
    switch self {
    case .lowerLetter, .lowerRoman, .bullet, .none: true
    case .decimal, .decimalZero, .upperLetter, .upperRoman: false
    }
  }

  /// Returns a number as the format writes it.
  func written(_ number: Int) -> String {
    switch self {
    case .bullet, .none: ""
    case .decimal: "\(number)"
    case .decimalZero: (0..<10).contains(number) ? "0\(number)" : "\(number)"
    case .lowerLetter: Self.letters(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerRoman: Self.roman(number)
    case .upperRoman: Self.roman(number).uppercased()
    }
  }

  /// After `z` come `aa`, `bb` and so on.
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = Character(Unicode.Scalar(UInt8(0x61 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
    var rest = number
    var result = ""
    for (value, sign) in numerals {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }

  private static let numerals = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}
