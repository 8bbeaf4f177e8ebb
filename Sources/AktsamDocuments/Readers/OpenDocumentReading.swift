import AktsamText
import AktsamXML

/// Walks an OpenDocument text and turns it into blocks.
struct OpenDocumentReading {
  let xml: XMLDocument
  let names: [OpenDocumentName?]
  let styles: OpenDocumentStyles
  var flow: BlockFlow
  /// Questions and filled answers of tables, controls and fields.
  var asked = 0
  var filled = 0

  private var numbering = OpenDocumentNumbering()
  private var itemNumber = ""
  /// The clause whose first paragraph was read.
  private var clause = ""
  private var forms: OpenDocumentForms
  /// The lists around, outermost first, and the level inside them.
  private var listStyle: String?
  private var level = 0
  /// Footnotes that wait until a lead-in and its list are read.
  private var waiting: [Int] = []
  private var hidden = 0
  private var noteDepth = 0
  private var tracked: (deletions: Int, insertions: Int, node: Int)?
  private let mainLanguage: String?

  init(_ xml: XMLDocument, _ document: Document, _ styles: OpenDocumentStyles) {
    self.xml = xml
    self.styles = styles
    names = OpenDocumentName.table(xml)
    mainLanguage = document.language
    flow = BlockFlow(
      document, asksQuestions: document.role == .response && document.roleOrigin == .declared)
    forms = OpenDocumentForms(xml)
  }

  /// Reads the body.
  mutating func read(_ body: Int) {
    walk(body)
    readNotes(all: true)
    for control in forms.unplaced { readControl(control, prompt: nil) }
  }

  /// Returns the document, with what was left out and the role.
  consuming func finish() -> Document {
    let (tracked, hidden, asked, filled, xml) = (tracked, hidden, asked, filled, xml)
    var document = flow.finish()
    if let tracked {
      document.findings.append(
        Finding(
          rule: SheetMessages.trackedRule, severity: .note,
          message: SheetMessages.tracked(
            deletions: tracked.deletions, insertions: tracked.insertions),
          place: xml.place(ofStartTag: tracked.node)))
    }
    if hidden > 0 {
      document.findings.append(
        Finding(
          rule: SheetMessages.hiddenRule, severity: .note,
          message: SheetMessages.hiddenText(hidden),
          place: Place(in: document.source, segments: [], lines: document.lines)))
    }
    if document.roleOrigin == .inferred, asked > 0 {
      document.role = filled > 0 ? .response : .questionnaire
    }
    OwnFormat.noteEmpty(&document)
    return document
  }

  func name(_ node: Int) -> OpenDocumentName? {
    let id = Int(xml.nodes[node].name)
    return xml.nodes[node].kind == .element && names.indices.contains(id) ? names[id] : nil
  }

  /// Reads the blocks inside an element.
  mutating func walk(_ node: Int) {
    for child in xml.childElements(of: node) {
      switch name(child) {
      case .h: readHeading(child)
      case .p: readParagraph(child)
      case .list: readList(child)
      case .numberedParagraph: readNumberedParagraph(child)
      case .table: readTable(child)
      case .section:
        if xml.attribute("display", of: child) == "none"
          || OwnFormat.flag("is-hidden", of: child, in: xml)
        {
          hidden += 1
        } else {
          walk(child)
        }
      case .trackedChanges: readTracked(child)
      case .control: readControls([child], prompt: nil)
      case .contents, .illustrations, .tables, .objects, .users, .index, .bibliography,
        .sequences, .variables, .userFields, .forms, .annotation, .title, .description, .image,
        .object, .number, .noteCitation:
        break
      default: walk(child)
      }
    }
  }

  private mutating func readTracked(_ node: Int) {
    let deletions = xml.descendants(of: node, named: "deletion").count
    let insertions = xml.descendants(of: node, named: "insertion").count
    guard deletions + insertions > 0 else { return }
    tracked = (deletions, insertions, node)
  }

  // MARK: - Paragraphs

  private func paragraph(_ node: Int) -> OpenDocumentParagraph? {
    let style = xml.attribute("style-name", of: node)
    guard !styles.isHidden(style, family: "paragraph") else { return nil }
    let paragraph = OpenDocumentParagraph(node, xml, names, styles)
    return paragraph.isHidden ? nil : paragraph
  }

  /// Returns the language of a paragraph when it is not the document's.
  func language(_ node: Int, _ paragraph: OpenDocumentParagraph) -> String? {
    let language =
      paragraph.language
      ?? styles.language(of: xml.attribute("style-name", of: node), family: "paragraph")
    return language == mainLanguage ? nil : language
  }

  private mutating func readHeading(_ node: Int) {
    guard let paragraph = paragraph(node) else {
      hidden += 1
      return
    }
    let range = trimmed(flow.document.join(paragraph.pieces), in: flow.document.text)
    hidden += paragraph.hidden
    let outer = flow.language
    flow.language = language(node, paragraph)
    if !range.isEmpty {
      var number = headingNumber(node, paragraph)
      var content = range
      if number.isEmpty, let printed = PrintedNumber(range, in: flow.document.text),
        printed.form != .letter
      {
        number = printed.number
        content = printed.content
      }
      flow.addHeading(content, element: xml.nodes[node].element, number: number)
    }
    flow.language = outer
    readAnchored(paragraph, prompt: nil)
  }

  private mutating func headingNumber(_ node: Int, _ paragraph: OpenDocumentParagraph) -> String {
    if level > 0 { return itemNumber }
    if OwnFormat.flag("is-list-header", of: node, in: xml) { return "" }
    let level = bounded(xml.attribute("outline-level", of: node)) ?? 1
    let style = xml.attribute("style-name", of: node)
    let list = styles.list(of: style)
    if list == "" { return "" }
    let levels = list.map { styles.levels($0) }.flatMap { $0.isEmpty ? nil : $0 } ?? styles.outline
    let explicit =
      OwnFormat.flag("restart-numbering", of: node, in: xml)
      ? bounded(xml.attribute("start-value", of: node)) ?? levels[level]?.start : nil
    numbering.outline.count(level, start: levels[level]?.start ?? 1, explicit: explicit)
    let shown = plainNumber(paragraph.number)
    return shown.isEmpty ? numbering.outline.printed(level, levels) : shown
  }

  private mutating func readParagraph(_ node: Int) {
    guard let paragraph = paragraph(node) else {
      hidden += 1
      return
    }
    hidden += paragraph.hidden
    let outer = flow.language
    flow.language = language(node, paragraph)
    let element = xml.nodes[node].element
    let asks = readFields(paragraph, element: element)
    let range =
      asks
      ? 0..<0 : trimmed(flow.document.join(paragraph.pieces), in: flow.document.text)
    // A control is asked for by the text in front of it, which is then a question.
    let isPrompt = !paragraph.controls.isEmpty && !range.isEmpty
    if !isPrompt, !range.isEmpty { add(range, element: element) }
    readAnchored(paragraph, prompt: isPrompt ? (range, element) : nil)
    flow.language = outer
  }

  private mutating func add(_ range: Range<Int>, element: Int32) {
    if let boxes = TickBoxes(range, in: flow.document.text) {
      readTickBoxes(boxes, element: element)
      return
    }
    if noteDepth > 0 {
      flow.addParagraph(range, element: element, label: "footnote")
      return
    }
    guard level > 0 else {
      if let printed = PrintedNumber(range, in: flow.document.text),
        printed.form == .dotted || printed.form == .single
      {
        flow.addNumbered(printed, element: element)
      } else {
        flow.addParagraph(range, element: element)
      }
      return
    }
    let number = itemNumber
    // "4.2" is a clause of a contract, "2" or "b" an item of a list.
    if number.contains(".") {
      if number == clause {
        flow.addParagraph(range, element: element)
      } else {
        clause = number
        flow.addNumbered(
          PrintedNumber(computed: number, content: range), element: element)
      }
    } else if number.isEmpty, let printed = PrintedNumber(range, in: flow.document.text),
      printed.form != .bare
    {
      flow.addItem(printed.content, element: element, number: printed.number)
    } else {
      flow.addItem(range, element: element, number: number)
    }
  }

  /// Reads what is anchored in a paragraph.
  private mutating func readAnchored(
    _ paragraph: OpenDocumentParagraph, prompt: (text: Range<Int>, element: Int32)?
  ) {
    if !paragraph.controls.isEmpty { readControls(paragraph.controls, prompt: prompt) }
    waiting += paragraph.notes
    readNotes(all: false)
    for frame in paragraph.frames { walk(frame) }
  }

  /// Reads the footnotes that were met, unless the list of a lead-in is still to come.
  private mutating func readNotes(all: Bool) {
    guard noteDepth == 0, all || (level == 0 && !flow.endsInLeadIn) else { return }
    let notes = waiting
    waiting = []
    noteDepth += 1
    for note in notes {
      for body in xml.childElements(of: note) where name(body) == .noteBody { walk(body) }
    }
    noteDepth -= 1
  }

  // MARK: - Lists

  private mutating func readList(_ node: Int) {
    let outer = (listStyle, itemNumber, clause)
    let isOutermost = level == 0
    let style = xml.attribute("style-name", of: node) ?? listStyle ?? ""
    let id = xml.attribute("id", of: node)
    if isOutermost {
      numbering.begin(
        style, continuesStyle: OwnFormat.flag("continue-numbering", of: node, in: xml),
        list: xml.attribute("continue-list", of: node))
    }
    listStyle = style
    level += 1
    flow.beginList()
    for item in xml.childElements(of: node) {
      switch name(item) {
      case .listItem:
        countItem(item, style)
        walk(item)
      case .listHeader:
        itemNumber = ""
        walk(item)
      default: break
      }
    }
    flow.endList()
    level -= 1
    (listStyle, itemNumber, clause) = outer
    if isOutermost {
      numbering.end(style, id: id)
      readNotes(all: false)
    }
  }

  /// An item that holds nothing but a list has no number: its list goes on from one before.
  private mutating func countItem(_ item: Int, _ style: String) {
    let children = xml.childElements(of: item)
    let first = children.first { name($0) != .number }
    guard let first, name(first) != .list else {
      itemNumber = ""
      return
    }
    let levels = styles.levels(style)
    numbering.list.count(
      level, start: levels[level]?.start ?? 1,
      explicit: bounded(xml.attribute("start-value", of: item)))
    let shown = children.first { name($0) == .number }.map { plainNumber(xml.string(of: $0)) } ?? ""
    itemNumber = shown.isEmpty ? numbering.list.printed(level, levels) : shown
  }

  private mutating func readNumberedParagraph(_ node: Int) {
    let outer = (itemNumber, level)
    let style = xml.attribute("style-name", of: node) ?? ""
    let id = xml.attribute("list-id", of: node)
    if level == 0 { numbering.begin(style, continuesStyle: id == nil, list: id) }
    level = min(max(bounded(xml.attribute("level", of: node)) ?? 1, 1), 20)
    let levels = styles.levels(style)
    numbering.list.count(
      level, start: levels[level]?.start ?? 1,
      explicit: bounded(xml.attribute("start-value", of: node)))
    itemNumber = numbering.list.printed(level, levels)
    numbering.end(style, id: id)
    walk(node)
    (itemNumber, level) = outer
  }

  private func bounded(_ written: String?) -> Int? {
    written.flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) }
  }

  /// A number as the file shows it, without its marks.
  private func plainNumber(_ shown: String) -> String {
    let isMark: (Character) -> Bool = { ".():)".contains($0) || $0.isWhitespace }
    let text = shown.drop(while: isMark)
    let kept = String(text.prefix(text.count - text.reversed().prefix(while: isMark).count))
    return kept.contains { $0.isLetter || $0.isNumber } ? kept : ""
  }
}

// MARK: - Questions

extension OpenDocumentReading {
  private mutating func readTable(_ node: Int) {
    var tables = OpenDocumentTable(xml, names)
    // Numbers of a list around do not reach into its tables.
    let outer = (level, itemNumber, listStyle)
    (level, itemNumber, listStyle) = (0, "", nil)
    let rows = tables.rows(of: node)
    var answers = TableAnswers()
    var headings: [Int: String] = [:]
    for row in rows {
      if row.isHidden {
        hidden += row.cells.isEmpty ? 0 : 1
        continue
      }
      var cells: [TableCell] = []
      var nested: [Int] = []
      for cell in row.cells { cells.append(read(cell, row: row.index, nested: &nested)) }
      if !answers.read(cells, into: &flow) {
        flow.beginRow()
        for cell in cells where !cell.paragraphs.isEmpty {
          if row.isHeading {
            headings[cell.column] = cell.string(in: flow.document)
          }
          addCell(cell, row.isHeading ? .caption : .tableCell, label: headings[cell.column] ?? "")
        }
      }
      for node in nested { walkNested(node) }
    }
    asked += answers.asked
    filled += answers.filled
    if answers.asked > 0 { flow.startGroup() }
    (level, itemNumber, listStyle) = outer
    readNotes(all: false)
  }

  private mutating func walkNested(_ node: Int) {
    if name(node) == .control { readControls([node], prompt: nil) } else { walk(node) }
  }

  private mutating func addCell(_ cell: TableCell, _ kind: BlockKind, label: String) {
    for paragraph in cell.paragraphs {
      let outer = flow.language
      flow.language = paragraph.language
      if kind == .tableCell, let boxes = TickBoxes(paragraph.text, in: flow.document.text) {
        readTickBoxes(boxes, element: paragraph.element)
      } else {
        flow.add(
          kind, paragraph.text, element: paragraph.element, label: kind == .caption ? "" : label)
      }
      flow.language = outer
    }
  }

  /// Collects the paragraphs of a cell, those in its lists included; tables and frames in it are
  /// read after its row.
  private mutating func read(
    _ cell: OpenDocumentTable.Cell, row: Int, nested: inout [Int]
  ) -> TableCell {
    var result = TableCell(
      row: row, column: cell.column, columns: cell.columns, rows: cell.rows)
    collect(cell.node, into: &result, nested: &nested)
    return result
  }

  private mutating func collect(_ node: Int, into cell: inout TableCell, nested: inout [Int]) {
    for child in xml.childElements(of: node) {
      switch name(child) {
      case .p, .h:
        guard let paragraph = paragraph(child) else {
          hidden += 1
          continue
        }
        hidden += paragraph.hidden
        waiting += paragraph.notes
        nested += paragraph.frames + paragraph.controls
        let range = trimmed(flow.document.join(paragraph.pieces), in: flow.document.text)
        guard !range.isEmpty else { continue }
        cell.paragraphs.append(
          TableCell.Paragraph(
            text: range, element: xml.nodes[child].element, language: language(child, paragraph)))
      case .table, .frame, .textBox, .customShape, .shape, .group, .control: nested.append(child)
      case .section where xml.attribute("display", of: child) == "none": hidden += 1
      case .annotation, .forms, .number, .title, .description: break
      default: collect(child, into: &cell, nested: &nested)
      }
    }
  }

  /// Reads a line with boxes to tick: what stands before them is the question.
  private mutating func readTickBoxes(_ boxes: TickBoxes, element: Int32) {
    var question: Int32?
    var label = ""
    if !boxes.prompt.isEmpty {
      question = ask(boxes.prompt, element: element, kind: boxes.boxes.count > 1 ? .choice : .yesNo)
      label = text(boxes.prompt)
    }
    for box in boxes.boxes {
      let block = flow.add(
        box.isTicked ? .answer : .caption, box.label, element: element, label: label,
        question: question)
      if box.isTicked, let block, let question { take(block, question: question) }
    }
  }

  /// Reads what is filled into a line such as "Name: […]".
  ///
  /// - Returns: whether the paragraph was read; a field amid a sentence is part of it.
  private mutating func readFields(_ paragraph: OpenDocumentParagraph, element: Int32) -> Bool {
    guard let first = paragraph.fields.first, noteDepth == 0 else { return false }
    let before = paragraph.pieces[..<first.before]
    let prompt = trimmed(flow.document.join(Array(before)), in: flow.document.text)
    let mark = prompt.isEmpty ? 0 : flow.document.text[prompt.upperBound - 1]
    let isPrompt = mark == UInt8(ascii: ":") || mark == UInt8(ascii: "?")
    guard isPrompt || (prompt.isEmpty && !first.name.isEmpty) else { return false }
    var question: Int32
    if isPrompt {
      question = ask(prompt, element: element, kind: .text)
    } else {
      question = ask(first.name, of: first.node)
    }
    let rest = flow.document.join(Array(paragraph.pieces[first.before...]))
    let value = trimmed(rest, in: flow.document.text)
    guard !value.isEmpty else { return true }
    let label = flow.document.questions[Int(question)].label
    if let boxes = TickBoxes(value, in: flow.document.text) {
      for box in boxes.boxes {
        let block = flow.add(
          box.isTicked ? .answer : .caption, box.label, element: element, label: label,
          question: question)
        if box.isTicked, let block { take(block, question: question) }
      }
    } else if let block = flow.add(
      .answer, value, element: element, label: label, question: question)
    {
      take(block, question: question)
    }
    return true
  }

  private mutating func readControls(
    _ nodes: [Int], prompt: (text: Range<Int>, element: Int32)?
  ) {
    let controls = nodes.compactMap { node in
      xml.attribute("control", of: node).flatMap { forms.take($0) }
    }
    guard let prompt else {
      for control in controls { readControl(control, prompt: nil) }
      return
    }
    guard !controls.isEmpty else {
      add(prompt.text, element: prompt.element)
      return
    }
    let question = ask(
      prompt.text, element: prompt.element, kind: controls[0].isBox ? .choice : .text)
    for control in controls { readControl(control, prompt: question) }
  }

  /// Reads a form control: as part of a question that was asked, or as one of its own.
  private mutating func readControl(_ control: OpenDocumentForms.Control, prompt: Int32?) {
    var question = prompt
    if question == nil {
      guard let label = control.label else {
        guard !control.isBox || control.isTicked, !control.values.isEmpty else { return }
        question = nil
        addValues(of: control, question: ask(control.name, of: control.node))
        return
      }
      question = ask(
        flow.document.append(label.text, from: label.source),
        element: xml.nodes[control.node].element, kind: control.isBox ? .yesNo : .text)
    }
    guard let question else { return }
    if control.isBox {
      guard let label = control.label else { return }
      // The words beside a box are what its tick says.
      let range = flow.document.append(label.text, from: label.source)
      let block = flow.add(
        control.isTicked ? .answer : .caption, range, element: xml.nodes[control.node].element,
        label: flow.document.questions[Int(question)].label, question: question)
      if control.isTicked, let block { take(block, question: question) }
    } else {
      addValues(of: control, question: question)
    }
  }

  private mutating func addValues(of control: OpenDocumentForms.Control, question: Int32) {
    for value in control.values {
      let range =
        value.isText ? value.range : flow.document.append(value.text, from: value.range)
      let block = flow.add(
        .answer, range, element: xml.nodes[control.node].element,
        label: flow.document.questions[Int(question)].label, question: question)
      if let block { take(block, question: question) }
    }
  }

  private mutating func ask(_ range: Range<Int>, element: Int32, kind: Question.Kind) -> Int32 {
    flow.startGroup()
    let index = Int32(flow.document.questions.count)
    let number = flow.section.number
    flow.document.questions.append(
      Question(id: "\(index + 1)", label: text(range), kind: kind, state: .unanswered))
    flow.add(.question, range, element: element, number: number, question: index)
    asked += 1
    return index
  }

  /// Asks by the name that a field has in the file.
  private mutating func ask(_ name: String, of node: Int) -> Int32 {
    ask(
      flow.document.append(name, from: nil), element: xml.nodes[node].element, kind: .text)
  }

  private mutating func take(_ block: Int32, question: Int32) {
    filled += 1
    let index = Int(question)
    guard flow.document.questions.indices.contains(index),
      flow.document.questions[index].valueBlock < 0
    else { return }
    flow.document.questions[index].valueBlock = block
    let written = flow.document.string(flow.document.blocks[Int(block)].text)
    if let value = Question.Value(written: written) {
      flow.document.questions[index].kind = .yesNo
      flow.document.questions[index].value = value
    }
  }

  private func text(_ range: Range<Int>) -> String {
    flow.document.string(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension PrintedNumber {
  /// Creates a number that is worked out, not printed in the text.
  init(computed number: String, content: Range<Int>) {
    self.number = number
    form = .dotted
    self.content = content
  }
}
