/// The printed numbers of clauses inside each other, written as one cites them: `§ 4 (2) a`.
enum NumberChain {
  /// A longer text is no number.
  static let longestNumber = 80
  private static let longestChain = 240

  /// Returns a number behind that of the clause around it, each as printed.
  ///
  /// A number that repeats the one around it stands alone: `4.2.1` below `4.2`.
  static func joined(_ outer: String, _ own: String) -> String {
    if own.isEmpty { return outer }
    if outer.isEmpty || continues(own, outer) { return own }
    let chain = "\(outer) \(own)"
    return chain.utf8.count <= longestChain ? chain : own
  }

  private static func continues(_ own: String, _ outer: String) -> Bool {
    let stem = outer.utf8.last == UInt8(ascii: ".") ? outer : outer + "."
    guard stem.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false, own.hasPrefix(stem) else {
      return false
    }
    return own.utf8.dropFirst(stem.utf8.count).first.map { (0x30...0x39).contains($0) } ?? false
  }
}

/// Counts the items of a list whose numbers are made when it is shown, not written in the file.
struct ListNumbering {
  /// How the numbers are written.
  enum Style: String, CaseIterable {
    case arabic, loweralpha, lowerroman, upperalpha, upperroman
  }

  /// How the numbers are written.
  var style: Style
  /// The number of the next item.
  var next: Int

  /// The style of a list that names none, by how many numbered lists it stands in.
  static func style(atDepth depth: Int) -> Style {
    Style.allCases[max(depth, 0) % Style.allCases.count]
  }

  /// Returns the next item's number.
  mutating func take() -> String {
    let number = next
    if next < Int(Int32.max) { next += 1 }
    switch style {
    case .arabic: return String(number)
    case .loweralpha: return Self.letters(number)
    case .upperalpha: return Self.letters(number).uppercased()
    case .lowerroman: return Self.roman(number)
    case .upperroman: return Self.roman(number).uppercased()
    }
  }

  /// `a` … `z`, `aa`, `ab` …
  private static func letters(_ number: Int) -> String {
    guard number > 0 else { return String(number) }
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return String(number) }
    let values = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
