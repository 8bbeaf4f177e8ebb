internal import AktsamText
internal import CLibXML2

/// The state of one parse: what libxml2's callbacks append to.
///
/// Positions come from byte offsets into the source alone (the parser's own line numbers stop at
/// 65,535). ``cursor`` is where the event before ended, ``offset`` where the parser stands.
///
/// A struct that the callbacks reach by its address: the same fields in a class cost a third of
/// the parse in run-time checks for overlapping access. None can overlap, since nothing that is
/// called here calls back.
struct XMLBuilder {
  let source: SourceFile
  let bytes: [UInt8]
  let lines: LineTable
  let limits: XMLLimits
  let separators: Set<String>
  let schemaName: String

  /// The parser, while it runs.
  var context: xmlParserCtxtPtr?
  /// The byte offset just past the event before.
  var cursor = 0
  /// Whether an error, a limit or the caller ended the parse; nothing is appended any more.
  var isHalted = false
  /// Whether the first fatal error was met.
  var isBroken = false
  /// Where the parser was when it ended.
  var stopped = 0
  /// Stops after the first start tag.
  var stopsAtRoot = false

  var names: [XMLName] = []
  var nameIDs: [XMLName: Int32] = [:]
  /// What a start tag of that name puts into the text; 0 for nothing.
  private var separatorBytes: [UInt8] = []
  /// Name ids by the addresses of the strings in the parser's dictionary.
  private var nameAddresses = PairTable()

  var nodes: [XMLNode] = []
  var attributes: [XMLAttribute] = []
  var attributeText: [UInt8] = []
  var text: [UInt8] = []
  var runs: [TextRun] = []
  var elements = ElementTable()
  var findings: [Finding] = []
  var root: Int?

  /// The node indices of the open elements.
  private(set) var open: [Int32] = []
  /// The namespace declarations of each of them, and of all.
  private var openNamespaces: [Int32] = []
  private var namespaceCount = 0
  /// The node that a schema violation is reported at.
  var current: Int32 = -1
  var schemaFindings = 0
  /// The open text node, or -1, and where its last byte's markup ended.
  var textNode: Int32 = -1
  var textEnd = 0

  /// How many attributes the document type declares, by element.
  var declaredAttributes: [String: Int] = [:]

  /// Indices into ``siblings`` by depth and name.
  private var siblingSlots = PairTable()
  private var siblings: [(parent: Int32, count: Int32)] = []

  /// The attributes of the current start tag as written; only filled when they are needed.
  var tagAttributes: [RawAttribute] = []
  var entities = EntityTable()

  init(
    source: SourceFile, limits: XMLLimits, separators: Set<String> = [], schemaName: String = ""
  ) {
    self.source = source
    bytes = source.bytes
    lines = LineTable(source.bytes)
    self.limits = limits
    self.separators = separators
    self.schemaName = schemaName
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
  }

  /// Makes room for a document of the usual density. Memory that is not used is never touched.
  mutating func reserve() {
    guard bytes.count > 4096 else { return }
    nodes.reserveCapacity(bytes.count / 32)
    text.reserveCapacity(bytes.count)
    runs.reserveCapacity(bytes.count / 64)
    attributes.reserveCapacity(bytes.count / 128)
    elements.reserveCapacity(bytes.count / 64)
  }

  /// The byte offset where the parser stands.
  var offset: Int {
    guard let input = context?.pointee.input, let base = input.pointee.base,
      let current = input.pointee.cur
    else { return cursor }
    let value = Int(truncatingIfNeeded: input.pointee.consumed) &+ (current - base)
    return min(max(value, cursor), bytes.count)
  }

  /// Stops the parse at a limit.
  mutating func halt(limit name: String, _ value: Int, at place: Range<Int>) {
    guard !isHalted else { return }
    add(Messages.limitRule, .error, Messages.limit(name, value), at: place)
    stop()
  }

  /// Stops the parse.
  mutating func stop() {
    isHalted = true
    stopped = cursor
    if let context { xmlStopParser(context) }
  }

  /// Adds a finding at a byte range of the source, inside the open element.
  mutating func add(_ rule: String, _ severity: Severity, _ message: String, at range: Range<Int>) {
    let element = open.last.map { path(of: $0) } ?? ""
    let range = range.clamped(to: 0..<bytes.count)
    findings.append(
      Finding(
        rule: rule, severity: severity, message: message,
        place: Place(in: source, segments: [range], lines: lines, element: element)))
  }

  /// Returns the element path of a node.
  func path(of node: Int32) -> String {
    elements.path(of: nodes[Int(node)].element) { names[Int($0)].local }
  }

  /// Remembers how far the parser came, as long as it is there to ask.
  mutating func finishPosition() {
    if !isHalted { stopped = offset }
  }

  /// Closes what is open and hands everything over.
  mutating func document(isWellFormed: Bool) -> XMLDocument {
    closeText()
    while !open.isEmpty { close(at: stopped) }
    elements.names = names.map(\.local)
    return XMLDocument(
      source: source, lines: lines, names: names, nodes: nodes, attributes: attributes,
      attributeText: attributeText, text: text, runs: runs, elements: elements,
      findings: findings, isWellFormed: isWellFormed && !isHalted && !isBroken, root: root,
      nameIDs: nameIDs)
  }
}

// MARK: - Elements

extension XMLBuilder {
  typealias XMLString = UnsafePointer<xmlChar>

  mutating func startElement(
    _ local: XMLString, _ namespace: XMLString?, count: Int, defaulted: Int, namespaces: Int,
    _ values: UnsafeMutablePointer<XMLString?>?
  ) {
    guard !isHalted else { return }
    closeText()
    let tagEnd = offset
    let start = startOfTag(endingAt: tagEnd)
    guard open.count < limits.maxDepth else {
      return halt(limit: "maxDepth", limits.maxDepth, at: start..<tagEnd)
    }
    guard elements.count < limits.maxElements else {
      return halt(limit: "maxElements", limits.maxElements, at: start..<tagEnd)
    }
    guard namespaceCount + namespaces <= limits.maxNamespaces else {
      return halt(limit: "maxNamespaces", limits.maxNamespaces, at: start..<tagEnd)
    }
    guard count + namespaces <= limits.maxAttributes else {
      return halt(limit: "maxAttributes", limits.maxAttributes, at: start..<tagEnd)
    }
    let name = nameID(local, namespace)
    let firstAttribute = Int32(truncatingIfNeeded: attributes.count)
    let index = openElement(name, at: start..<tagEnd, namespaces: namespaces)
    if count > 0, let values {
      appendAttributes(values, count: count, defaulted: defaulted, tag: start..<tagEnd)
      guard !isHalted else { return }
      nodes[Int(index)].attributes = firstAttribute..<Int32(attributes.count)
    }
    // The parser stands before ">" or "/>".
    let isEmpty = tagEnd < bytes.count && bytes[tagEnd] == UInt8(ascii: "/")
    cursor = min(tagEnd + (isEmpty ? 2 : 1), bytes.count)
    separate(name)
    if stopsAtRoot { stop() }
  }

  /// Appends an element and makes it the innermost open one.
  ///
  /// - Parameters:
  ///   - name: its name id.
  ///   - tag: the byte range of its start tag.
  ///   - namespaces: how many namespaces the tag declares.
  /// - Returns: the node index.
  mutating func openElement(_ name: Int32, at tag: Range<Int>, namespaces: Int = 0) -> Int32 {
    let parent = open.last ?? -1
    let parentElement = parent < 0 ? -1 : nodes[Int(parent)].element
    let element = elements.append(
      parent: parentElement, name: name, position: position(of: name, in: parent))
    let index = Int32(truncatingIfNeeded: nodes.count)
    let textStart = Int32(truncatingIfNeeded: text.count)
    let firstAttribute = Int32(truncatingIfNeeded: attributes.count)
    nodes.append(
      XMLNode(
        kind: .element, name: name, parent: parent, end: index + 1, element: element,
        attributes: firstAttribute..<firstAttribute, text: textStart..<textStart,
        source: Int32(tag.lowerBound)..<Int32(tag.upperBound)))
    if root == nil { root = Int(index) }
    open.append(index)
    openNamespaces.append(Int32(truncatingIfNeeded: namespaces))
    namespaceCount += namespaces
    current = index
    return index
  }

  /// Puts in what an element of that name stands for in the text, if anything.
  mutating func separate(_ name: Int32) {
    let separator = separatorBytes[Int(name)]
    if separator != 0 { appendSeparator(separator) }
  }

  mutating func endElement() {
    guard !isHalted else { return }
    closeText()
    cursor = offset
    guard let node = open.last else { return }
    current = node
    close(at: cursor)
  }

  mutating func processingInstruction(_ target: XMLString) {
    guard !isHalted else { return }
    let end = offset
    defer { cursor = end }
    // Instructions inside a document type are not part of the document.
    guard let context, context.pointee.inSubset == 0 else { return }
    closeText()
    let parent = open.last ?? -1
    let index = Int32(truncatingIfNeeded: nodes.count)
    let textStart = Int32(truncatingIfNeeded: text.count)
    let firstAttribute = Int32(truncatingIfNeeded: attributes.count)
    nodes.append(
      XMLNode(
        kind: .processingInstruction, name: nameID(target, nil), parent: parent, end: index + 1,
        element: parent < 0 ? -1 : nodes[Int(parent)].element,
        attributes: firstAttribute..<firstAttribute, text: textStart..<textStart,
        source: Int32(startOfInstruction(endingAt: end))..<Int32(end)))
  }

  /// Closes the innermost open element.
  mutating func close(at end: Int) {
    guard let node = open.popLast() else { return }
    namespaceCount -= Int(openNamespaces.popLast() ?? 0)
    let index = Int(node)
    nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
    nodes[index].text = nodes[index].text.lowerBound..<Int32(truncatingIfNeeded: text.count)
    let start = nodes[index].source.lowerBound
    nodes[index].source = start..<max(start, Int32(truncatingIfNeeded: end))
  }

  /// Interns a name by the addresses of its strings, which are the same for the same strings.
  mutating func nameID(_ local: XMLString, _ namespace: XMLString?) -> Int32 {
    let first = UInt(bitPattern: local)
    let second = UInt(bitPattern: namespace)
    let known = nameAddresses.value(first, second)
    if known >= 0 { return known }
    let id = nameID(
      XMLName(
        namespace: namespace.map { String(decodingCString: $0, as: UTF8.self) } ?? "",
        local: String(decodingCString: local, as: UTF8.self)))
    nameAddresses.insert(first, second, id)
    return id
  }

  /// Returns the id of a name, a new one for one that was not met before.
  mutating func nameID(_ name: XMLName) -> Int32 {
    if let same = nameIDs[name] { return same }
    let id = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    nameIDs[name] = id
    let isSpace = name.local == "tab" || name.local == "s"
    separatorBytes.append(
      separators.contains(name.local)
        ? isSpace ? UInt8(ascii: " ") : UInt8(ascii: "\n") : 0)
    return id
  }

  /// Returns the 1-based position of the next element of that name among its siblings.
  private mutating func position(of name: Int32, in parent: Int32) -> Int32 {
    let depth = UInt(open.count) + 1
    let slot = Int(siblingSlots.value(depth, UInt(name)))
    guard slot >= 0 else {
      siblingSlots.insert(depth, UInt(name), Int32(truncatingIfNeeded: siblings.count))
      siblings.append((parent, 1))
      return 1
    }
    let count = siblings[slot].parent == parent ? siblings[slot].count + 1 : 1
    siblings[slot] = (parent, count)
    return count
  }

  /// Returns where the tag starts that the parser has read up to `end`.
  private func startOfTag(endingAt end: Int) -> Int {
    if cursor < end, bytes[cursor] == UInt8(ascii: "<"), cursor + 1 < end {
      let next = bytes[cursor + 1]
      if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") { return cursor }
    }
    // After a prolog the cursor is behind. Attribute values can't hold "<": look back for it.
    var start = end
    while start > cursor, bytes[start - 1] != UInt8(ascii: "<") { start -= 1 }
    return max(start - 1, cursor)
  }

  private func startOfInstruction(endingAt end: Int) -> Int {
    var start = cursor
    while start < end, bytes[start] <= 0x20 { start += 1 }
    if start + 1 < end, bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "?") {
      return start
    }
    start = max(end - 2, cursor)
    while start > cursor,
      bytes[start] != UInt8(ascii: "<") || bytes[start + 1] != UInt8(ascii: "?")
    {
      start -= 1
    }
    return start
  }
}
