internal import AktsamText
internal import AktsamXML

extension PrintedNumber {
  /// Creates a number that is printed but does not stand in the text.
  init(_ number: String, before content: Range<Int>) {
    self.number = number
    self.content = content
    form = .dotted
  }
}

extension WordWalker {
  /// Headings are short; a clause that is set in the style of a heading is text.
  private static let longestHeading = 160
  /// An item that is longer than this is a clause.
  private static let longestItem = 120

  /// What is known of a paragraph beside its text.
  private struct Setting {
    var style: WordStyles.Style
    var printed: WordNumbering.Printed?
    var isHeading: Bool
  }

  /// Reads one paragraph, and what hangs from it.
  mutating func readParagraph(_ node: Int, _ context: WordContext) {
    let properties = part.child(node, .pPr)
    let styleID = properties.flatMap { part.value($0, .pStyle) }
    let style = styles[styleID]
    var paragraph = WordParagraph(node: node, start: flow.document.text.count)
    readRuns(node, into: &paragraph, style)
    closeFieldCodes()
    if let section = properties.flatMap({ part.child($0, .sectPr) }) { noteMargins(section) }
    let range = trimmed(paragraph.start..<flow.document.text.count, in: flow.document.text)
    var setting = Setting(style: style, printed: nil, isHeading: style.isHeading)
    if !(range.isEmpty && isDeleted(properties)) {
      setting.printed = number(properties, style, styleID, node)
    }
    if let level = properties.flatMap({ part.value($0, .outlineLvl) }).flatMap({ Int($0) }) {
      setting.isHeading = level <= 8
    }
    if !range.isEmpty || !paragraph.controls.isEmpty {
      takeLanguage(of: paragraph, range)
      emit(paragraph, range, setting, context)
      // Words of two paragraphs never run together.
      _ = flow.document.append("\n", from: nil)
    }
    if !paragraph.deferred.isEmpty { read(paragraph.deferred, context) }
  }

  /// Whether the mark that ends a paragraph was deleted.
  private func isDeleted(_ properties: Int?) -> Bool {
    guard let properties, let mark = part.child(properties, .rPr) else { return false }
    return part.child(mark, .del) != nil || part.child(mark, .moveFrom) != nil
  }

  /// Returns the automatic number of a paragraph and counts on.
  private mutating func number(
    _ properties: Int?, _ style: WordStyles.Style, _ styleID: String?, _ node: Int
  ) -> WordNumbering.Printed? {
    let own = properties.flatMap { part.child($0, .numPr) ?? part.child($0, .listPr) }
    let named = own.flatMap { part.value($0, .numId) ?? part.value($0, .ilfo) }
    let level = own.flatMap { part.value($0, .ilvl) }.flatMap { Int($0) }
    guard let list = named ?? style.list, list != "0" else { return nil }
    let printed = numbering.count(
      list: list, level: level ?? (named == nil ? style.level : nil), style: styleID)
    if printed == nil, !numbering.isKnown { note(\.unknownLists, node) }
    return printed
  }

  private mutating func takeLanguage(of paragraph: WordParagraph, _ range: Range<Int>) {
    flow.language = paragraph.language.flatMap {
      WordLanguage.isDoubtful($0, for: flow.document.text[range]) ? nil : $0
    }
  }

  /// Adds the blocks of a paragraph.
  private mutating func emit(
    _ paragraph: WordParagraph, _ range: Range<Int>, _ setting: Setting, _ context: WordContext
  ) {
    let element = part.element(paragraph.node)
    let boxes = paragraph.hasBox ? WordBoxes(range, in: flow.document.text) : nil
    let content = typed(range, setting)
    switch context.kind {
    case .caption:
      flow.add(.caption, range, element: element, label: context.label, question: -1)
    case .question:
      let number = context.number.isEmpty ? content.number : context.number
      flow.add(
        .question, content.range, element: element, number: number, question: context.question)
    case .answer, .cell:
      if let boxes {
        addOptions(boxes, element, context)
        return
      }
      let number = [context.number, content.number].filter { !$0.isEmpty }.joined(separator: " ")
      let kind: BlockKind = context.kind == .answer ? .answer : .tableCell
      flow.add(
        content.isItem ? .listItem : kind, content.range, element: element,
        number: context.kind == .cell && number.isEmpty ? nil : number, label: context.label,
        question: context.kind == .cell ? nil : context.question)
    case .flow: emitFlow(paragraph, range, setting, boxes, element)
    }
  }

  private mutating func emitFlow(
    _ paragraph: WordParagraph, _ range: Range<Int>, _ setting: Setting, _ boxes: WordBoxes?,
    _ element: Int32
  ) {
    let text = flow.document.text
    if setting.style.isCaption {
      endList()
      flow.add(.caption, range, element: element, question: -1)
      return
    }
    if let boxes {
      endList()
      addOptions(boxes, element, WordContext())
      return
    }
    openQuestion = -1
    if !paragraph.controls.isEmpty, addControls(paragraph, range, element) { return }
    guard !range.isEmpty else { return }
    let printed = setting.printed
    if setting.isHeading, !isClause(range, isNumbered: printed != nil) {
      endList()
      let typed = PrintedNumber(range, in: text).flatMap { $0.form == .letter ? nil : $0 }
      let number = printed?.number ?? ""
      flow.addHeading(
        number.isEmpty ? typed?.content ?? range : range, element: element,
        number: number.isEmpty ? typed?.number ?? "" : number)
      return
    }
    if let printed {
      if printed.isClause ?? isClauseList(printed.list, range) {
        endList()
        flow.addNumbered(PrintedNumber(printed.number, before: range), element: element)
      } else {
        beginList()
        flow.addItem(range, element: element, number: printed.number)
      }
      return
    }
    if let bullet = bullet(range) {
      beginList()
      flow.addItem(bullet, element: element)
      return
    }
    endList()
    if let typed = PrintedNumber(range, in: text), typed.form == .dotted || typed.form == .single {
      flow.addNumbered(typed, element: element)
    } else {
      flow.addParagraph(range, element: element)
    }
  }

  private mutating func beginList() {
    if !isInList { flow.beginList() }
    isInList = true
  }

  /// Whether the style of a heading holds what is a clause: a sentence, or very much text.
  private func isClause(_ range: Range<Int>, isNumbered: Bool) -> Bool {
    guard let last = range.last else { return false }
    let ends: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":")]
    return range.count > Self.longestHeading
      || (range.count > Self.longestHeading / 2 && ends.contains(flow.document.text[last]))
  }

  /// Whether a list of plain numbers holds clauses: its first item tells. Items that a colon leads in
  /// are parts of a sentence.
  private mutating func isClauseList(_ list: String, _ range: Range<Int>) -> Bool {
    if let known = clauseLists[list] { return known }
    let isClauses = !flow.endsInLeadIn && !isInList && range.count > Self.longestItem
    clauseLists[list] = isClauses
    return isClauses
  }

  /// Returns the text of a paragraph that starts with a bullet somebody typed, else nil.
  private func bullet(_ range: Range<Int>) -> Range<Int>? {
    let text = flow.document.text
    let rest = text[range]
    guard let sign = Self.bullets.first(where: { rest.starts(with: $0) }) else { return nil }
    let start = range.lowerBound + sign.count
    let content = trimmed(start..<range.upperBound, in: text)
    return content.isEmpty || content.lowerBound == start ? nil : content
  }

  private static let bullets = ["•", "·", "▪", "‣", "◦", "●", "-", "–"].map { Array($0.utf8) }

  /// Returns the text behind a number or bullet, printed or typed.
  private func typed(
    _ range: Range<Int>, _ setting: Setting
  ) -> (range: Range<Int>, number: String, isItem: Bool) {
    if let printed = setting.printed {
      return (range, printed.number, printed.isClause != true)
    }
    if let bullet = bullet(range) { return (bullet, "", true) }
    if let typed = PrintedNumber(range, in: flow.document.text), typed.form != .bare {
      return (typed.content, typed.number, typed.form == .letter)
    }
    return (range, "", false)
  }
}
