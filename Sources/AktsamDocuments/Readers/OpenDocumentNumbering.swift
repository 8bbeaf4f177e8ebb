/// Counts the items of lists and the headings of an OpenDocument file, whose numbers stand nowhere
/// in the text.
struct OpenDocumentNumbering {
  /// The counters of one list, or of the headings: a number a level, 0 = not begun.
  struct Counters {
    private var values = [Int](repeating: 0, count: 20)

    /// Counts the next item of a level, from 1; deeper levels begin anew.
    ///
    /// - Parameters:
    ///   - level: the level.
    ///   - start: what the first item has.
    ///   - explicit: a number that the item itself sets, else nil.
    mutating func count(_ level: Int, start: Int, explicit: Int?) {
      guard (1...values.count).contains(level) else { return }
      let isBegun = values[level - 1] >= start && values[level - 1] > 0
      values[level - 1] = explicit ?? (isBegun ? values[level - 1] + 1 : max(start, 1))
      for deeper in level..<values.count { values[deeper] = 0 }
    }

    /// Makes a level begin anew.
    mutating func restart(_ level: Int) {
      if (1...values.count).contains(level) { values[level - 1] = 0 }
    }

    /// Returns the number of the last item of a level, its marks left out; empty = none.
    func printed(_ level: Int, _ levels: [Int: OpenDocumentStyles.Level]) -> String {
      guard let own = levels[level], !own.format.isEmpty, (1...values.count).contains(level)
      else { return "" }
      let first = max(1, level - own.shown + 1)
      let parts = (first...level).compactMap { index -> String? in
        guard let style = levels[index], !style.format.isEmpty else { return nil }
        let value = values[index - 1]
        return Self.written(value == 0 ? max(style.start, 1) : value, style.format)
      }
      let number = parts.joined(separator: ".")
      return own.prefix.contains("§") ? "§ \(number)" : number
    }

    private static func written(_ value: Int, _ format: String) -> String {
      switch format {
      case "a", "A":
        // After z comes aa, bb, … or aa, ab, …; programs differ, and lists rarely get there.
        let letters = CellReference.letters(value - 1)
        return format == "a" ? letters.lowercased() : letters
      case "i", "I":
        let roman = roman(value)
        return format == "i" ? roman.lowercased() : roman
      default: return "\(value)"
      }
    }

    private static func roman(_ value: Int) -> String {
      guard (1...3999).contains(value) else { return "\(value)" }
      let signs = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
      ]
      var rest = value
      var result = ""
      for (number, sign) in signs {
        while rest >= number {
          result += sign
          rest -= number
        }
      }
      return result
    }
  }

  /// The counters of the headings.
  var outline = Counters()
  /// The counters of the list that is being read.
  var list = Counters()

  private var byStyle: [String: Counters] = [:]
  private var byID: [String: Counters] = [:]

  /// Begins a list.
  ///
  /// - Parameters:
  ///   - style: its list style.
  ///   - continuesStyle: whether it goes on from the last list of that style.
  ///   - id: the id of a list that it goes on from, else nil.
  mutating func begin(_ style: String, continuesStyle: Bool, list id: String?) {
    if let known = id.flatMap({ byID[$0] }) {
      list = known
    } else {
      list = continuesStyle ? byStyle[style] ?? Counters() : Counters()
    }
  }

  /// Ends a list, which others may go on from.
  mutating func end(_ style: String, id: String?) {
    byStyle[style] = list
    if let id { byID[id] = list }
  }
}
