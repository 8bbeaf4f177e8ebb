import AktsamReading

extension HTMLReportWriter {
  /// A document of more blocks than this is shown around its quotations only.
  private static let blockLimit = 1_500
  /// How many blocks are shown before and after one with a quotation, in such a document.
  private static let around = 3

  /// Writes the text of a document with the quoted passages marked.
  mutating func write(_ document: ReportDocument, _ position: Int, of index: Int) {
    let input = report.subjects[index].inputs[document.input]
    let title = document.title.isEmpty ? path(of: input) : clean(document.title)
    markup.raw("<article class=\"document\"")
    writeLanguage(document.language)
    markup.raw(">\n")
    markup.element("h4", [("lang", texts.code)], text: title)
    markup.newline()
    let isShown = visible(document.blocks)
    if isShown.contains(false) {
      markup.element("p", [("class", "note"), ("lang", texts.code)], text: word(.longDocument))
      markup.newline()
    }
    var left = 0
    var isList = false
    var printed = ""
    for (number, block) in document.blocks.enumerated() {
      if isList, block.kind != .listItem || !isShown[number] {
        markup.raw("</ul>\n")
        isList = false
      }
      guard isShown[number] else {
        left += 1
        continue
      }
      writeGap(&left)
      if block.kind == .listItem, !isList {
        markup.raw("<ul class=\"items\">\n")
        isList = true
      }
      // What all blocks of an answer share is shown once.
      write(
        block, printed: block.number == printed ? "" : block.number,
        Place(subject: index, document: position, block: number))
      printed = block.number
    }
    if isList { markup.raw("</ul>\n") }
    writeGap(&left)
    markup.raw("</article>\n")
  }

  private struct Place {
    var subject: Int
    var document: Int
    var block: Int

    func id(_ passage: Int) -> String {
      HTMLReportWriter.id(subject, document: document, block: block, passage: passage)
    }
  }

  /// Which blocks are shown: all, or of a long document those near a quotation and the headings above.
  private func visible(_ blocks: [ReportDocument.Block]) -> [Bool] {
    guard blocks.count > Self.blockLimit else { return blocks.map { _ in true } }
    var isShown = blocks.map { _ in false }
    var heading: Int?
    for (index, block) in blocks.enumerated() {
      if block.kind == .heading { heading = index }
      guard !block.highlights.isEmpty else { continue }
      for near in max(0, index - Self.around)...min(blocks.count - 1, index + Self.around) {
        isShown[near] = true
      }
      if let heading { isShown[heading] = true }
    }
    return isShown
  }

  private mutating func writeGap(_ count: inout Int) {
    guard count > 0 else { return }
    markup.element(
      "p", [("class", "gap"), ("lang", texts.code)], text: texts.leftOut(count))
    markup.newline()
    count = 0
  }

  /// Writes a language where it is one: letters, figures and hyphens (BCP 47).
  mutating func writeLanguage(_ language: String) {
    let isTag = language.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    guard isTag, !language.isEmpty else { return }
    markup.raw(" lang=\"\(language)\"")
  }

  private mutating func write(
    _ block: ReportDocument.Block, printed: String, _ place: Place
  ) {
    let name =
      switch block.kind {
      case .heading: "h5"
      case .listItem: "li"
      default: "p"
      }
    markup.raw("<\(name) class=\"b \(block.kind.rawValue)\" dir=\"auto\"")
    writeLanguage(block.language)
    markup.raw(">")
    if !printed.isEmpty {
      markup.element("span", [("class", "printed")], text: clean(printed))
      markup.raw(" ")
    }
    // The label of a cell is its column; that of an answer is the question, which stands above.
    if block.kind == .tableCell, !block.label.isEmpty {
      markup.element("span", [("class", "label")], text: "\(clean(block.label)):")
      markup.raw(" ")
    }
    writeText(block, place)
    markup.raw("</\(name)>\n")
  }

  private mutating func writeText(_ block: ReportDocument.Block, _ place: Place) {
    guard !block.highlights.isEmpty else { return markup.text(Self.visible(block.text)) }
    let passages = block.passages
    let assessments = report.subjects[place.subject].assessments
    var opened: Set<Int> = []
    let pieces = block.pieces(passages.map(\.bytes))
    var ends = passages.map { _ in -1 }
    for (index, piece) in pieces.enumerated() {
      for passage in piece.passages { ends[passage] = index }
    }
    for (index, piece) in pieces.enumerated() {
      guard let first = piece.passages.first else {
        markup.text(Self.visible(piece.text))
        continue
      }
      // Whatever begins here can be led to.
      let begins = piece.passages.filter { opened.insert($0).inserted }
      for passage in begins where passage != first {
        markup.raw("<span id=\"\(place.id(passage))\" tabindex=\"-1\"></span>")
      }
      let quoted = piece.passages.flatMap { passages[$0].highlights }
      let outcomes = quoted.compactMap { highlight -> Outcome? in
        guard let assessment = assessments.at(highlight.assessment) else { return nil }
        return assessment.nearest.contains(highlight.evidence) ? nil : assessment.outcome
      }
      let worst = outcomes.max { $0.rank < $1.rank }
      markup.raw("<mark class=\"\(worst?.rawValue ?? "near")\"")
      if begins.contains(first) { markup.raw(" id=\"\(place.id(first))\" tabindex=\"-1\"") }
      markup.raw(">")
      markup.text(Self.visible(piece.text))
      markup.raw("</mark>")
      writeReferences(
        piece.passages.filter { ends[$0] == index }.flatMap { passages[$0].highlights },
        place.subject)
    }
  }

  /// Behind a passage the numbers of the requirements that it is quoted for.
  private mutating func writeReferences(
    _ highlights: [ReportDocument.Highlight], _ subject: Int
  ) {
    let assessments = report.subjects[subject].assessments
    var seen: Set<Int> = []
    let positions = highlights.map(\.assessment)
      .filter { assessments.indices.contains($0) && seen.insert($0).inserted }
    guard !positions.isEmpty else { return }
    markup.raw("<span class=\"refs\" lang=\"\(texts.code)\">")
    for position in positions {
      let assessment = assessments[position]
      let title = clean(context.title(assessment.requirement))
      markup.element(
        "a",
        [
          ("class", assessment.outcome.rawValue),
          ("href", "#\(Self.id(subject, finding: position))"),
          ("title", "\(title): \(texts.outcome(assessment.outcome))"),
          (
            "aria-label",
            "\(texts.gap(.requirement)) \(position + 1): \(title), \(texts.outcome(assessment.outcome))"
          ),
        ], text: "\(position + 1)")
    }
    markup.raw("</span>")
  }

  /// Text as it stands, but for what would turn the reading direction of the page; a carriage return,
  /// as in the line ends of a text file, is a blank.
  private static func visible(_ text: String) -> String {
    let changes: (Unicode.Scalar) -> Bool = { $0 == "\r" || TextPage.turnsDirection($0) }
    guard text.unicodeScalars.contains(where: changes) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result.append(" ")
      } else {
        result.append(TextPage.turnsDirection(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }
}
