internal import AktsamText
internal import AktsamXML

extension WordWalker {
  /// Fields inside each other that are kept track of; deeper ones are read as they stand.
  private static let fieldDepth = 32

  /// Appends the text of a paragraph's runs to the document.
  mutating func readRuns(
    _ node: Int, into paragraph: inout WordParagraph, _ style: WordStyles.Style
  ) {
    for child in part.xml.children(of: node) {
      guard part.xml.nodes[child].kind == .element else { continue }
      switch part.tag(child) {
      case .r: readRun(child, into: &paragraph, style)
      case .t: readText(child, into: &paragraph)
      case .br, .cr: separate("\n")
      case .tab, .ptab: separate("\t")
      case .noBreakHyphen: put("-", for: child)
      case .sym: readSymbol(child, into: &paragraph)
      case .ins, .moveTo:
        note(\.insertions, child)
        readRuns(child, into: &paragraph, style)
      case .del, .moveFrom: note(\.deletions, child)
      case .annotation:
        var inner = paragraph
        readAnnotation(child) { $0.readRuns($1, into: &inner, style) }
        paragraph = inner
      case .alternateContent:
        if let choice = choice(child) { readRuns(choice, into: &paragraph, style) }
      case .fldChar: readFieldMark(child, into: &paragraph)
      case .sdt: readInlineControl(child, into: &paragraph, style)
      case .footnoteReference, .endnoteReference:
        guard isVisible, let id = part.xml.attribute("id", of: child) else { continue }
        let isFoot = part.tag(child) == .footnoteReference
        paragraph.deferred.append(isFoot ? .footnote(id) : .endnote(id))
      case .txbxContent, .footnote, .endnote: paragraph.deferred.append(.content(child))
      case .p, .tbl:
        // A paragraph that strayed into another one is read after it.
        paragraph.deferred.append(.content(node))
        return
      case .commentReference: note(\.comments, child)
      case .oleObject: note(\.embedded, child)
      case .delText, .instrText, .delInstrText, .pPr, .rPr, .rt, .sdtPr, .annotationRef, .ffData:
        break
      default: readRuns(child, into: &paragraph, style)
      }
    }
  }

  private mutating func readRun(
    _ run: Int, into paragraph: inout WordParagraph, _ style: WordStyles.Style
  ) {
    var language = style.language
    let outer = isInPrompt
    defer { isInPrompt = outer }
    if let properties = part.child(run, .rPr) {
      let own = part.value(properties, .rStyle).map { styles[$0] }
      if own?.isPlaceholder == true { isInPrompt = true }
      let hides = part.child(properties, .vanish).map {
        WordPart.isOn(part.xml.attribute("val", of: $0))
      }
      if hides ?? (own?.isHidden ?? style.isHidden) {
        if !part.xml.string(of: run).isEmpty { note(\.hidden, run) }
        return
      }
      language = part.value(properties, .lang) ?? language
    } else if style.isHidden {
      if !part.xml.string(of: run).isEmpty { note(\.hidden, run) }
      return
    }
    let start = flow.document.text.count
    readRuns(run, into: &paragraph, style)
    let count = flow.document.text.count - start
    if let language, count > 0 { paragraph.languages[language, default: 0] += count }
  }

  /// Whether text is shown here: not in the code of a field.
  private var isVisible: Bool { !fields.contains { $0.isCode } }

  private mutating func readText(_ node: Int, into paragraph: inout WordParagraph) {
    guard isVisible, !isInPrompt else { return }
    let start = flow.document.text.count
    flow.document.copy(node, of: part)
    if !paragraph.hasBox {
      paragraph.hasBox = flow.document.text[start...].contains { WordBoxes.mayStart($0) }
    }
  }

  /// Appends white space that stands for an element.
  private mutating func separate(_ blank: String) {
    guard isVisible else { return }
    _ = flow.document.append(blank, from: nil)
  }

  /// Appends a sign that an element stands for.
  private mutating func put(_ sign: String, for node: Int) {
    guard isVisible else { return }
    _ = flow.document.append(sign, from: part.source(node))
  }

  /// Symbols are given by font and code; only check boxes and bullets mean something here.
  private mutating func readSymbol(_ node: Int, into paragraph: inout WordParagraph) {
    let font = (part.xml.attribute("font", of: node) ?? "").lowercased()
    let code = part.xml.attribute("char", of: node).flatMap { Int($0, radix: 16) } ?? 0
    let sign: String? =
      switch (font, code & 0xFF) {
      case ("wingdings", 0xA8), ("wingdings", 0x6F), ("wingdings", 0x71): "☐"
      case ("wingdings", 0xFD), ("wingdings", 0x78), ("wingdings", 0x54): "☒"
      case ("wingdings", 0xFE): "☑"
      case ("wingdings 2", 0xA3), ("wingdings 2", 0x2A), ("wingdings 2", 0x30): "☐"
      case ("wingdings 2", 0x51), ("wingdings 2", 0x53), ("wingdings 2", 0x54): "☒"
      case ("wingdings 2", 0x52): "☑"
      default: nil
      }
    guard let sign else { return }
    put(sign, for: node)
    paragraph.hasBox = true
  }

  /// Follows the marks of a field: begin, code, separate, result, end.
  private mutating func readFieldMark(_ mark: Int, into paragraph: inout WordParagraph) {
    switch part.xml.attribute("fldCharType", of: mark) {
    case "begin":
      guard fields.count < Self.fieldDepth else { return }
      var control = part.child(mark, .ffData).flatMap { WordControl(field: $0, in: part) }
      if case .box(let isChecked) = control?.kind {
        put(isChecked ? "☒" : "☐", for: mark)
        paragraph.hasBox = true
      } else if let choice = control?.choice, isVisible {
        let start = flow.document.text.count
        if let range = part.xml.attributeRange("val", of: choice) {
          let base = part.base ?? 0
          _ = flow.document.append(
            part.xml.attribute("val", of: choice) ?? "",
            from: range.lowerBound + base..<range.upperBound + base)
        }
        control?.range = start..<flow.document.text.count
      }
      fields.append((true, control, flow.document.text.count))
    case "separate":
      if !fields.isEmpty {
        fields[fields.count - 1].isCode = false
        fields[fields.count - 1].start = flow.document.text.count
      }
    case "end":
      guard let field = fields.popLast(), var control = field.control else { return }
      guard case .text(let kind) = control.kind else { return }
      if kind != .choice {
        let start = min(max(field.start, paragraph.start), flow.document.text.count)
        control.range = start..<flow.document.text.count
        control.isEmpty = isBlank(control.range)
        if control.isEmpty {
          drop(from: start)
          control.range = start..<start
        }
      }
      paragraph.controls.append(control)
    default: break
    }
  }

  /// Whether a field shows nothing: blanks of any width.
  private func isBlank(_ range: Range<Int>) -> Bool {
    flow.document.string(range).allSatisfy(\.isWhitespace)
  }

  /// Closes fields whose code would swallow the paragraphs that follow: a code ends in its own.
  mutating func closeFieldCodes() {
    for index in fields.indices { fields[index].isCode = false }
  }

  private mutating func readInlineControl(
    _ node: Int, into paragraph: inout WordParagraph, _ style: WordStyles.Style
  ) {
    guard let content = part.child(node, .sdtContent) else { return }
    var control = WordControl(node, in: part)
    switch control.kind {
    case .wrapper, .contents: readRuns(content, into: &paragraph, style)
    case .box(let isChecked):
      put(isChecked ? "☒" : "☐", for: content)
      paragraph.hasBox = true
    case .text:
      let start = flow.document.text.count
      let outer = isInPrompt
      isInPrompt = isInPrompt || control.isEmpty
      readRuns(content, into: &paragraph, style)
      isInPrompt = outer
      if WordControl.isPrompt(flow.document.text[start...]) { drop(from: start) }
      control.range = start..<flow.document.text.count
      control.isEmpty = isBlank(control.range)
      paragraph.controls.append(control)
    }
  }

  /// Takes back the text that was appended last.
  private mutating func drop(from start: Int) {
    flow.document.text.removeSubrange(start...)
    while let last = flow.document.runs.last, Int(last.text) >= start {
      flow.document.runs.removeLast()
    }
  }
}
