import AktsamText
import AktsamXML

/// Walks an OpenDocument text and turns it into blocks.
struct OpenDocumentReading {
  let xml: XMLDocument
  let names: [OpenDocumentName?]
  let styles: OpenDocumentStyles
  var flow: BlockFlow
  /// How many questions tables, controls and fields ask.
  var asked = 0
  /// How many answers are filled in there.
  var filled = 0
  var numbering = OpenDocumentNumbering()
  /// The number of the list item that is being read; empty = none.
  var itemNumber = ""
  /// The clause whose first paragraph was read.
  var clause = ""
  var forms: OpenDocumentForms
  /// The style of the list that is being read.
  var listStyle: String?
  /// How many lists stand around.
  var level = 0
  /// Footnotes that wait until a lead-in and its list are read.
  var waiting: [Int] = []
  /// How many passages are hidden.
  var hidden = 0
  /// Whether a footnote is being read.
  var isInNote = false
  /// The tracked changes, and where they stand.
  var tracked: (deletions: Int, insertions: Int, node: Int)?
  /// The language that the document declares.
  let mainLanguage: String?

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

  mutating func readTracked(_ node: Int) {
    let deletions = xml.descendants(of: node, named: "deletion").count
    let insertions = xml.descendants(of: node, named: "insertion").count
    guard deletions + insertions > 0 else { return }
    tracked = (deletions, insertions, node)
  }

  func paragraph(_ node: Int) -> OpenDocumentParagraph? {
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

  mutating func readHeading(_ node: Int) {
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

  mutating func headingNumber(_ node: Int, _ paragraph: OpenDocumentParagraph) -> String {
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

  mutating func readParagraph(_ node: Int) {
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

  mutating func add(_ range: Range<Int>, element: Int32) {
    if let boxes = TickBoxes(range, in: flow.document.text) {
      readTickBoxes(boxes, element: element)
      return
    }
    if isInNote {
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
  mutating func readAnchored(
    _ paragraph: OpenDocumentParagraph, prompt: (text: Range<Int>, element: Int32)?
  ) {
    if !paragraph.controls.isEmpty { readControls(paragraph.controls, prompt: prompt) }
    waiting += paragraph.notes
    readNotes(all: false)
    for frame in paragraph.frames { walk(frame) }
  }

  /// Reads the footnotes that were met, unless the list of a lead-in is still to come.
  mutating func readNotes(all: Bool) {
    guard !isInNote, all || (level == 0 && !flow.endsInLeadIn) else { return }
    let notes = waiting
    waiting = []
    isInNote = true
    for note in notes {
      for body in xml.childElements(of: note) where name(body) == .noteBody { walk(body) }
    }
    isInNote = false
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
