import AktsamDocuments
import AktsamText

/// The parts of a document that an editor lists: headings with what stands under them, numbered clauses,
/// questions.
struct SymbolOutline {
  /// What a part is.
  enum Kind {
    case heading, clause, question
  }

  /// A part.
  struct Symbol {
    /// What it is.
    var kind: Kind
    /// What is listed.
    var name: String
    /// What stands beside the name; empty = nothing.
    var detail: String
    /// The bytes of the source that it takes, those of its parts included.
    var range: Range<Int>
    /// The bytes that are shown when it is chosen.
    var selection: Range<Int>
    /// How deep it stands; a part holds those behind it that are deeper.
    var level: Int
    /// Its parts.
    var children: [Symbol] = []
  }

  /// The outermost parts, in the order of the document.
  let symbols: [Symbol]

  /// Looks at a document.
  init(_ document: Document) {
    var flat = Self.blocks(of: document) + Self.questions(of: document)
    flat.sort { ($0.selection.lowerBound, $0.level) < ($1.selection.lowerBound, $1.level) }
    symbols = Self.nested(flat, end: document.source.bytes.count)
  }

  /// How long a name may get, in characters.
  private static let longestName = 80

  /// A question lies deeper than any clause, a clause deeper than any heading.
  private static let clauseLevel = 1_000
  private static let questionLevel = 2_000

  // MARK: - Parts

  private static func blocks(of document: Document) -> [Symbol] {
    var found: [Symbol] = []
    var number = ""
    for block in document.blocks {
      let isHeading = block.kind == .heading
      let isClause =
        !isHeading && block.question < 0 && !block.number.isEmpty && block.number != number
      number = block.number
      guard isHeading || isClause, let range = bytes(of: block, document) else { continue }
      let text = name(document.string(block.text))
      let hasNumber = block.number.isEmpty || text.hasPrefix(block.number)
      found.append(
        Symbol(
          kind: isHeading ? .heading : .clause,
          name: name(hasNumber ? text : "\(block.number) \(text)"), detail: "", range: range,
          selection: range,
          level: isHeading
            ? level(ofHeading: block, range, document)
            : clauseLevel + block.number.split(separator: ".").count))
    }
    return found
  }

  private static func questions(of document: Document) -> [Symbol] {
    var ranges: [Int: Range<Int>] = [:]
    var texts: [Int: String] = [:]
    for block in document.blocks where block.question >= 0 {
      let index = Int(block.question)
      guard let range = bytes(of: block, document) else { continue }
      ranges[index] = ranges[index].map { joined($0, range) } ?? range
      if block.kind == .question, texts[index] == nil {
        texts[index] = document.string(block.text)
      }
    }
    return document.questions.indices.compactMap { index in
      let question = document.questions[index]
      let definition = question.definition.source
      let own = ranges[index]
      let whole: Range<Int>
      switch (own, definition.isEmpty) {
      case (.some(let own), false): whole = joined(own, definition)
      case (.some(let own), true): whole = own
      case (nil, false): whole = definition
      case (nil, true): return nil
      }
      let text = texts[index] ?? question.label
      return Symbol(
        kind: .question, name: name(text.isEmpty ? question.id : text), detail: question.id,
        range: whole, selection: definition.isEmpty ? whole : definition, level: questionLevel)
    }
  }

  /// The depth of a heading: that of Markdown's marks and of HTML's elements, else of its element.
  private static func level(
    ofHeading block: Block, _ range: Range<Int>, _ document: Document
  ) -> Int {
    if document.format == "markdown" || document.format == "text" {
      let marks = document.source.bytes[..<range.lowerBound].reversed()
        .drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 == UInt8(ascii: "#") }.count
      if marks > 0 { return marks }
      return block.number.isEmpty ? 1 : block.number.split(separator: ".").count
    }
    let path = document.elements.path(of: block.element).split(separator: "/")
    let element = path.last?.prefix { $0 != "[" } ?? ""
    if element.count == 2, element.first?.lowercased() == "h",
      let level = element.last?.wholeNumberValue
    {
      return level
    }
    return path.count
  }

  private static func bytes(of block: Block, _ document: Document) -> Range<Int>? {
    let segments = document.segments(of: block.text)
    guard let start = segments.first?.lowerBound, let end = segments.last?.upperBound,
      start <= end, end <= document.source.bytes.count, start < end
    else { return nil }
    return start..<end
  }

  private static func joined(_ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
    min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
  }

  /// Returns a text in one line, cut where it is long; a stroke for an empty one, which editors refuse.
  private static func name(_ text: String) -> String {
    let line = collapsed(text)
    guard !line.isEmpty else { return "–" }
    return line.count > longestName ? "\(line.prefix(longestName - 1))…" : line
  }

  // MARK: - Nesting

  /// Puts each part into the nearest one before it that is less deep. A part reaches up to the next one
  /// that is not deeper.
  private static func nested(_ flat: [Symbol], end: Int) -> [Symbol] {
    var open: [Symbol] = []
    var result: [Symbol] = []
    func close(before start: Int, _ isClosed: (Symbol) -> Bool) {
      while let last = open.last, isClosed(last) {
        var symbol = open.removeLast()
        let reach = symbol.kind == .question ? symbol.range.upperBound : start
        symbol.range =
          symbol.range
          .lowerBound..<max(
            symbol.selection.upperBound, symbol.children.map(\.range.upperBound).max() ?? 0, reach)
        if open.isEmpty {
          result.append(symbol)
        } else {
          open[open.count - 1].children.append(symbol)
        }
      }
    }
    for symbol in flat {
      close(before: symbol.range.lowerBound) { $0.level >= symbol.level }
      open.append(symbol)
    }
    close(before: end) { _ in true }
    return result
  }
}
