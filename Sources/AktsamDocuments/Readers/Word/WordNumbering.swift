internal import AktsamXML

/// Computes the numbers that Word shows but does not store (ISO 29500-1, 17.9).
struct WordNumbering {
  /// The number of one paragraph.
  struct Printed {
    /// The number without its marks, such as `2.1` or `§ 7`; empty for a bullet.
    var number: String
    /// Whether it numbers a clause rather than an item of a list; nil when the text must tell.
    var isClause: Bool?
    /// The list that it counts in.
    var list: String
  }

  private struct Level {
    var start = 1
    var format = WordNumberFormat.decimal
    var text = ""
    var isLegal = false
    var restart: Int?
    var style: String?
  }

  private struct Abstract {
    var levels: [Int: Level] = [:]
    var link: String?
  }

  private struct List {
    var abstract = ""
    var levels: [Int: Level] = [:]
    var starts: [Int: Int] = [:]
  }

  private static let levelCount = 9

  /// Whether the document has list definitions.
  let isKnown: Bool

  private var abstracts: [String: Abstract] = [:]
  private var lists: [String: List] = [:]
  /// The counters by abstract list: lists on the same one count on (17.9.15).
  private var counters: [String: [Int?]] = [:]
  private var started: Set<String> = []

  /// Reads the list definitions.
  ///
  /// - Parameters:
  ///   - part: the numbering part, nil for none.
  ///   - styles: the styles, for lists that are linked to one.
  init(_ part: WordPart?, styles: WordStyles) {
    isKnown = part != nil
    guard let part else { return }
    for node in part.xml.childElements(of: part.root) {
      let id = { (name: String) in part.xml.attribute(name, of: node) }
      switch part.xml.local(of: node) {
      case "abstractNum": if let id = id("abstractNumId") { add(id, node, part) }
      case "listDef": if let id = id("listDefId") { add(id, node, part) }
      case "num": if let id = id("numId") { lists[id] = Self.list(node, part) }
      case "list": if let id = id("ilfo") { lists[id] = Self.list(node, part) }
      default: break
      }
    }
    // A list may stand for the one that a numbering style holds.
    for (id, list) in lists {
      guard let style = abstracts[list.abstract]?.link, let target = styles[style].list,
        target != id, let other = lists[target]
      else { continue }
      lists[id]?.abstract = other.abstract
    }
  }

  /// Counts a paragraph.
  ///
  /// - Parameters:
  ///   - id: the id of the list.
  ///   - level: the level that the paragraph names, else nil.
  ///   - style: the id of the paragraph's style, which may stand for a level.
  /// - Returns: its number; nil when the list is not defined.
  mutating func count(list id: String, level: Int?, style: String?) -> Printed? {
    guard let list = lists[id] else { return nil }
    let abstract = abstracts[list.abstract] ?? Abstract()
    func definition(_ level: Int) -> Level {
      list.levels[level] ?? abstract.levels[level] ?? Level()
    }
    let linked =
      level == nil && style != nil ? abstract.levels.first { $0.value.style == style }?.key : nil
    let level = min(max(level ?? linked ?? 0, 0), Self.levelCount - 1)

    var numbers = counters[list.abstract] ?? Array(repeating: nil, count: Self.levelCount)
    if let start = list.starts[level], started.insert("\(id) \(level)").inserted {
      numbers[level] = start
    } else if let number = numbers[level] {
      numbers[level] = number + 1
    } else {
      numbers[level] = definition(level).start
    }
    for deeper in (level + 1)..<max(Self.levelCount, level + 1) {
      // 0 never starts over; any other number names the level whose use makes it start over.
      if let restart = definition(deeper).restart, restart == 0 || level >= restart { continue }
      numbers[deeper] = nil
    }
    counters[list.abstract] = numbers

    let own = definition(level)
    var text = ""
    var rest = own.text[...]
    while let character = rest.popFirst() {
      guard character == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit)
      else {
        text.append(character)
        continue
      }
      rest.removeFirst()
      let upper = definition(digit - 1)
      let format = own.isLegal ? .decimal : upper.format
      text += format.written(numbers[digit - 1] ?? upper.start)
    }
    let isBullet = own.format == .bullet || !own.text.contains("%")
    return Printed(
      number: isBullet ? "" : Self.bare(text),
      isClause: isClause(own, isBullet: isBullet, next: definition(min(level + 1, 8)).text),
      list: id)
  }

  /// A number of several parts, or one with a word or a section sign before it, numbers a clause; so
  /// does the upper level of such numbers.
  private func isClause(_ level: Level, isBullet: Bool, next: String) -> Bool? {
    if isBullet { return false }
    let parts = level.text.count { $0 == "%" }
    let hasWord = level.text.contains { $0 == "§" || $0.isLetter }
    if parts > 1 || hasWord { return true }
    if level.format.isMinor { return false }
    return next.count { $0 == "%" } > 1 ? true : nil
  }

  /// Drops the marks around a number, as ``PrintedNumber`` does.
  private static func bare(_ text: String) -> String {
    let marks: Set<Character> = [".", ")", "(", ":", "]", "[", "-", "–", " ", "\t", "\u{A0}", ","]
    var bare = text[...]
    while let last = bare.last, marks.contains(last) { bare.removeLast() }
    while let first = bare.first, marks.contains(first) { bare.removeFirst() }
    return String(bare.prefix(40))
  }

  private mutating func add(_ id: String, _ node: Int, _ part: WordPart) {
    guard abstracts[id] == nil else { return }
    var abstract = Abstract()
    for child in part.xml.childElements(of: node) {
      switch part.xml.local(of: child) {
      case "lvl":
        if let number = Self.number("ilvl", child, part) {
          abstract.levels[number] = Self.level(child, part)
        }
      case "numStyleLink": abstract.link = part.xml.attribute("val", of: child)
      default: break
      }
    }
    abstracts[id] = abstract
  }

  private static func list(_ node: Int, _ part: WordPart) -> List {
    var list = List()
    for child in part.xml.childElements(of: node) {
      switch part.xml.local(of: child) {
      case "abstractNumId", "ilst": list.abstract = part.xml.attribute("val", of: child) ?? ""
      case "lvlOverride":
        guard let number = number("ilvl", child, part) else { continue }
        for override in part.xml.childElements(of: child) {
          switch part.xml.local(of: override) {
          case "startOverride": list.starts[number] = self.number("val", override, part)
          case "lvl": list.levels[number] = level(override, part)
          default: break
          }
        }
      default: break
      }
    }
    return list
  }

  private static func level(_ node: Int, _ part: WordPart) -> Level {
    var level = Level()
    for child in part.xml.childElements(of: node) {
      let value = part.xml.attribute("val", of: child)
      switch part.xml.local(of: child) {
      case "start": level.start = number("val", child, part) ?? 1
      case "numFmt": level.format = WordNumberFormat(name: value ?? "")
      case "nfc": level.format = WordNumberFormat(code: value ?? "")
      case "lvlText": level.text = String((value ?? "").prefix(60))
      case "isLgl": level.isLegal = WordPart.isOn(value)
      case "lvlRestart": level.restart = number("val", child, part)
      case "pStyle": level.style = value
      default: break
      }
    }
    return level
  }

  /// Returns a number in an attribute, kept small enough to count on from it.
  private static func number(_ name: String, _ node: Int, _ part: WordPart) -> Int? {
    part.xml.attribute(name, of: node).flatMap { Int($0) }.map { min(max($0, 0), 1 << 20) }
  }
}
