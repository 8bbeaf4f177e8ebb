internal import AktsamText
internal import AktsamXML

/// Walks the stories of a Word document and turns them into blocks.
///
/// The text of the document is put together here, paragraph by paragraph, from the runs that count:
/// inserted but not deleted ones, results but not codes of fields, visible but not hidden text.
struct WordWalker {
  /// The document's parts.
  let parts: WordParts
  /// The styles.
  let styles: WordStyles
  /// The part that is being read.
  var part: WordPart
  /// Where blocks go.
  var flow: BlockFlow
  /// The automatic numbers.
  var numbering: WordNumbering

  /// Fields that are open: whether their code, rather than their result, is being read, and the
  /// form field that they are.
  var fields: [(isCode: Bool, control: WordControl?, start: Int)] = []
  /// Whether the runs that are read belong to a prompt for input.
  var isInPrompt = false
  /// What was counted, with the place of the first.
  var notes = WordNotes()
  /// Whether a list is open.
  var isInList = false
  /// Whether lists whose form does not tell number clauses.
  var clauseLists: [String: Bool] = [:]
  /// The question that the next lines with check boxes belong to, else -1.
  var openQuestion: Int32 = -1
  /// The number of questions that stand in rows of tables.
  var rowQuestions = 0
  /// The printed numbers of those questions.
  var numbers: [Int32: String] = [:]

  private var readNotes: Set<String> = []
  private var margins: [Int] = []
  private var footnotes: NoteStory?
  private var endnotes: NoteStory?
  private var isInNote = false

  /// The footnotes or endnotes by their ids.
  private struct NoteStory {
    var part: WordPart
    var nodes: [String: Int] = [:]

    init?(_ part: WordPart?) {
      guard let part else { return nil }
      self.part = part
      for node in part.xml.childElements(of: part.root) {
        guard let id = part.xml.attribute("id", of: node), nodes[id] == nil else { continue }
        nodes[id] = node
      }
    }
  }

  /// Creates a walker that fills a document.
  ///
  /// - Parameters:
  ///   - parts: the document's parts.
  ///   - document: a document without text; its role decides how questions are read.
  init(_ parts: WordParts, _ document: Document) {
    self.parts = parts
    part = parts.main
    styles = WordStyles(parts.styles)
    numbering = WordNumbering(parts.numbering, styles: styles)
    flow = BlockFlow(document, asksQuestions: document.role == .response)
    footnotes = NoteStory(parts.footnotes)
    endnotes = NoteStory(parts.endnotes)
  }

  /// Reads the body, then headers and footers.
  mutating func readAll() {
    let root = part.root
    let body = part.tag(root) == .body ? root : part.child(root, .body) ?? root
    walk(body, WordContext())
    endList()
    flow.language = nil
    flow.startGroup()
    for node in margins { walk(node, WordContext(kind: .caption)) }
    for margin in parts.margins { read(margin, margin.root, WordContext(kind: .caption)) }
  }

  /// Reads the paragraphs and tables below a node.
  mutating func walk(_ node: Int, _ context: WordContext) {
    for child in part.xml.children(of: node) {
      guard part.xml.nodes[child].kind == .element else { continue }
      switch part.tag(child) {
      case .p: readParagraph(child, context)
      case .tbl: readTable(child, context)
      case .sdt: readControl(child, context)
      case .ins, .moveTo:
        note(\.insertions, child)
        walk(child, context)
      case .del, .moveFrom: note(\.deletions, child)
      case .annotation: readAnnotation(child) { $0.walk($1, context) }
      case .alternateContent: if let choice = choice(child) { walk(choice, context) }
      case .sectPr: noteMargins(child)
      case .altChunk, .subDoc: note(\.embedded, child)
      case .pPr, .rPr, .tblPr, .trPr, .tcPr, .sdtPr, .tblGrid: break
      case .footnote, .endnote, .hdr, .ftr:
        // Notes and margins of Word 2003 stand where they are used; those of other containers have
        // stories of their own.
        break
      default: walk(child, context)
      }
    }
  }

  /// Adds the member that a part stands in to the document, once.
  private mutating func adopt(_ part: inout WordPart) {
    guard part.base == nil else { return }
    let (base, element) = flow.document.add(part.xml)
    part.base = base
    part.firstElement = element
  }

  /// Reads a story of another part, and goes back to this one.
  private mutating func read(_ other: WordPart, _ node: Int, _ context: WordContext) {
    let outer = (part, fields)
    var other = other
    adopt(&other)
    part = other
    fields = []
    walk(node, context)
    (part, fields) = outer
  }

  /// Reads the alternative that is meant for the newest programs: each says the same.
  func choice(_ node: Int) -> Int? {
    part.child(node, .choice) ?? part.child(node, .fallback)
  }

  /// Reads a change or comment of Word 2003.
  mutating func readAnnotation(_ node: Int, _ body: (inout WordWalker, Int) -> Void) {
    switch part.xml.attribute("type", of: node) {
    case "Word.Deletion":
      note(\.deletions, node)
      return
    case "Word.Comment":
      note(\.comments, node)
      return
    case "Word.Insertion": note(\.insertions, node)
    default: break
    }
    if let content = part.child(node, .content) { body(&self, content) }
  }

  /// Keeps the headers and footers of Word 2003, which stand in the properties of a section.
  mutating func noteMargins(_ section: Int) {
    for child in part.xml.children(of: section) {
      switch part.tag(child) {
      case .hdr, .ftr: margins.append(child)
      default: break
      }
    }
  }

  /// Reads what stands inside a paragraph but after it.
  mutating func read(_ deferred: [WordParagraph.Deferred], _ context: WordContext) {
    for item in deferred {
      switch item {
      case .content(let node): walk(node, context)
      case .footnote(let id): readNote("footnote \(id)", footnotes?.nodes[id], \.footnotes, context)
      case .endnote(let id): readNote("endnote \(id)", endnotes?.nodes[id], \.endnotes, context)
      }
    }
  }

  /// Reads a note behind the paragraph that first cites it. Notes have no notes.
  private mutating func readNote(
    _ id: String, _ node: Int?, _ story: WritableKeyPath<WordWalker, NoteStory?>,
    _ context: WordContext
  ) {
    guard !isInNote, let node, readNotes.insert(id).inserted, var part = self[keyPath: story]?.part
    else { return }
    adopt(&part)
    self[keyPath: story]?.part = part
    isInNote = true
    read(part, node, context)
    isInNote = false
  }

  /// Counts something that is noted; its place is kept when it stands in the main part.
  mutating func note(_ kind: WritableKeyPath<WordNotes, WordNotes.Count>, _ node: Int) {
    notes[keyPath: kind].add(part.base == 0 ? node : nil)
  }

  /// Ends the list that is open.
  mutating func endList() {
    if isInList { flow.endList() }
    isInList = false
  }
}
