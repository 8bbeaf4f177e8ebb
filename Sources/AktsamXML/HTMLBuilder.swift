internal import AktsamText

/// Builds the tree of a page of HTML, as far as it matters to what is read together.
///
/// A small part of what the HTML standard prescribes for browsers: which elements end where. Text
/// is never moved or dropped.
struct HTMLBuilder {
  /// An open element.
  struct Open {
    var name: String
    var traits: HTMLElement
    /// Whether its end tag came while an element inside it was still open: it ends with that.
    var hasEnded = false
  }

  private var xml: XMLBuilder
  private var tokenizer: HTMLTokenizer
  private let bytes: [UInt8]
  /// Whether the page is meant as XML, so that `<title/>` is an empty element.
  private var isXML: Bool
  private(set) var stack: [Open] = []
  private var hasBody = false
  private var repairs = 0
  private var firstRepair = 0..<0

  init(_ source: SourceFile, limits: XMLLimits, separators: Set<String>) {
    xml = XMLBuilder(source: source, limits: limits, separators: separators)
    xml.reserve()
    bytes = source.bytes
    tokenizer = HTMLTokenizer(bytes, maxAttributes: limits.maxAttributes)
    isXML = bytes.drop { $0 >= 0x80 || $0 <= 0x20 }.starts(with: Array("<?xml".utf8))
  }

  /// Reads the page.
  mutating func readAll() {
    guard bytes.count <= xml.limits.maxBytes else {
      return xml.halt(limit: "maxBytes", xml.limits.maxBytes, at: 0..<0)
    }
    var index = xml.cursor
    while index < bytes.count, !xml.isHalted {
      guard bytes[index] == UInt8(ascii: "<") else {
        var end = index
        while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
        text(index..<end, hasReferences: true)
        index = end
        continue
      }
      switch tokenizer.token(at: index) {
      case .tag(let tag):
        index = tag.range.upperBound
        if tag.isEnd { endTag(tag) } else { startTag(tag, next: &index) }
      case .skipped(let end, let isOpen):
        if isOpen { repair(index..<end) }
        index = max(end, index + 1)
        xml.cursor = index
      case .text(let range, let end):
        xml.cursor = range.lowerBound
        text(range, hasReferences: false)
        index = end
        xml.cursor = end
      case .sign:
        text(index..<(index + 1), hasReferences: false)
        index += 1
      }
    }
    if !xml.isHalted { xml.stopped = bytes.count }
  }

  /// Closes what is open and hands the document over.
  consuming func finish() -> XMLDocument {
    if !xml.isHalted {
      closeAll(from: 0, at: bytes.count..<bytes.count)
      if repairs > 0 {
        xml.add(Messages.htmlRepairRule, .note, Messages.htmlRepairs(repairs), at: firstRepair)
      }
      if xml.root == nil { xml.add(Messages.notWellFormedRule, .error, Messages.empty, at: 0..<0) }
    }
    return xml.document(isWellFormed: xml.root != nil)
  }

  /// Notes that something had to be guessed.
  private mutating func repair(_ range: Range<Int>) {
    if repairs == 0 { firstRepair = range }
    repairs += 1
  }
}

// MARK: - Text and attributes

extension HTMLBuilder {
  private mutating func text(_ range: Range<Int>, hasReferences: Bool) {
    xml.cursor = range.lowerBound
    if stack.isEmpty || stack.last?.name == "head",
      !bytes[range].allSatisfy({ $0 <= 0x20 })
    {
      ensureRoot(at: range.lowerBound)
      closeHead(at: range.lowerBound..<range.lowerBound)
    }
    guard !stack.isEmpty, xml.hasRoom(for: range.count) else { return }
    xml.openText(at: range.lowerBound)
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "&"), hasReferences,
        let reference = HTMLReferences.reference(
          at: index, in: bytes, end: range.upperBound, isAttribute: false)
      else {
        index += 1
        continue
      }
      xml.appendPlain(index - start)
      let decoded = Array(String(Character(reference.scalar)).utf8)
      decoded.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        xml.appendAtomic(base, buffer.count, source: reference.end - index)
      }
      index = reference.end
      start = index
    }
    xml.appendPlain(range.upperBound - start)
  }

  private mutating func appendAttributes(of tag: HTMLTokenizer.Tag, to node: Int) {
    guard !tag.attributes.isEmpty else { return }
    let first = Int32(truncatingIfNeeded: xml.attributes.count)
    for attribute in tag.attributes {
      guard attribute.value.count <= xml.limits.maxAttributeBytes else {
        xml.halt(limit: "maxAttributeBytes", xml.limits.maxAttributeBytes, at: attribute.value)
        return
      }
      let start = xml.attributeText.count
      var index = attribute.value.lowerBound
      while index < attribute.value.upperBound {
        if bytes[index] == UInt8(ascii: "&"),
          let reference = HTMLReferences.reference(
            at: index, in: bytes, end: attribute.value.upperBound, isAttribute: true)
        {
          xml.attributeText.append(contentsOf: String(Character(reference.scalar)).utf8)
          index = reference.end
        } else {
          xml.attributeText.append(bytes[index])
          index += 1
        }
      }
      guard xml.attributeText.count <= 1 << 30 else {
        xml.halt(limit: "maxBytes", xml.limits.maxBytes, at: attribute.value)
        return
      }
      let name = String(decoding: bytes[attribute.name], as: UTF8.self).lowercased()
      xml.attributes.append(
        XMLAttribute(
          name: xml.nameID(
            name == "xml:lang"
              ? XMLName(namespace: "http://www.w3.org/XML/1998/namespace", local: "lang")
              : XMLName(local: name)),
          value: Int32(start)..<Int32(xml.attributeText.count),
          source: Int32(attribute.value.lowerBound)..<Int32(attribute.value.upperBound)))
    }
    xml.nodes[node].attributes = first..<Int32(xml.attributes.count)
  }
}

// MARK: - Opening

extension HTMLBuilder {
  private mutating func startTag(_ tag: HTMLTokenizer.Tag, next: inout Int) {
    xml.closeText()
    let traits = HTMLElement(named: tag.name)
    if tag.name == "html", !stack.isEmpty { return skip(tag) }
    if tag.name != "html" { ensureRoot(at: tag.range.lowerBound) }
    if tag.name == "head", hasBody || stack.count > 1 { return skip(tag) }
    if tag.name == "body" {
      closeHead(at: tag.range)
      if hasBody || stack.count > 1 { return skip(tag) }
      hasBody = true
    }
    if !traits.contains(.head), tag.name != "head" { closeHead(at: tag.range) }
    if traits.contains(.block) { leaveForeign(at: tag.range) }
    makeRoom(for: tag, traits)
    guard !xml.isHalted else { return }
    if tag.name == "form", stack.contains(where: { $0.name == "form" && !$0.hasEnded }) {
      return skip(tag)
    }
    guard open(tag, traits) else { return }
    if tag.name == "html", tag.attributes.contains(where: { isXMLNS($0) }) { isXML = true }
    let isText = !traits.isDisjoint(with: [.raw, .textOnly])
    let isEmptied = tag.isEmpty && (isXML || isInForeign || !isText)
    // A form between the rows of a table holds none of them.
    let isPassing = tag.name == "form" && isInTable
    if traits.contains(.void) || isEmptied || isPassing {
      return close(at: tag.range.upperBound)
    }
    if isText, !isInForeign { readTextOnly(tag, traits, next: &next) }
  }

  /// Reads the content of an element that holds no tags. Where its end tag is missing it is taken
  /// as empty, so that it doesn't swallow the rest of the page.
  private mutating func readTextOnly(
    _ tag: HTMLTokenizer.Tag, _ traits: HTMLElement, next: inout Int
  ) {
    let start = tag.range.upperBound
    guard let end = tokenizer.endTag(of: tag.name, from: start) else {
      repair(tag.range)
      return close(at: start)
    }
    // What is no prose is not kept.
    if traits.contains(.textOnly) { text(start..<end, hasReferences: true) }
    next = end
    xml.cursor = end
  }

  /// Ends what the start tag implies the end of.
  private mutating func makeRoom(for tag: HTMLTokenizer.Tag, _ traits: HTMLElement) {
    let at = tag.range
    if traits.contains(.block), !["tr", "td", "th", "tbody", "thead", "tfoot"].contains(tag.name),
      let paragraph = index(of: ["p"], within: .boundary)
    {
      closeAll(from: paragraph, at: at)
    }
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      if stack.last?.traits.contains(.heading) == true { closeAll(from: stack.count - 1, at: at) }
    case "li": closeItem(["li"], at: at)
    case "dd", "dt": closeItem(["dd", "dt"], at: at)
    case "option", "optgroup":
      if stack.last?.name == "option" { close(at: at.lowerBound) }
      if tag.name == "optgroup", stack.last?.name == "optgroup" { close(at: at.lowerBound) }
    case "select", "input", "textarea":
      if let select = index(of: ["select"], within: .boundary) { closeAll(from: select, at: at) }
    case "button":
      if let button = index(of: ["button"]) { closeAll(from: button, at: at) }
    case "a":
      if let anchor = stack.lastIndex(where: { $0.name == "a" || $0.traits.contains(.block) }),
        stack[anchor].name == "a"
      {
        closeAll(from: anchor, at: at)
      }
    case "tbody", "thead", "tfoot", "caption", "colgroup": returnTo(["table"], at: at)
    case "tr": returnTo(["table", "tbody", "thead", "tfoot"], orClose: ["tr"], at: at)
    case "td", "th":
      if let context = indexInTable(of: ["tr", "table", "tbody", "thead", "tfoot"]) {
        closeAll(from: context + 1, at: at)
        if stack[context].name != "tr" {
          open(
            HTMLTokenizer.Tag(name: "tr", range: at.lowerBound..<at.lowerBound),
            HTMLElement(named: "tr"))
        }
      } else {
        returnTo([], orClose: ["td", "th"], at: at)
      }
    default: break
    }
  }

  private func isXMLNS(_ attribute: RawAttribute) -> Bool {
    bytes[attribute.name].elementsEqual("xmlns".utf8)
  }

  /// Opens an element; returns whether it is open now.
  @discardableResult
  private mutating func open(_ tag: HTMLTokenizer.Tag, _ traits: HTMLElement) -> Bool {
    guard !xml.isHalted else { return false }
    // Unclosed <font> and the like pile up in old pages: their text counts, not they.
    if traits.isEmpty, stack.count >= xml.limits.maxDepth / 2 {
      repair(tag.range)
      return false
    }
    guard stack.count < xml.limits.maxDepth else {
      xml.halt(limit: "maxDepth", xml.limits.maxDepth, at: tag.range)
      return false
    }
    guard xml.elements.count < xml.limits.maxElements else {
      xml.halt(limit: "maxElements", xml.limits.maxElements, at: tag.range)
      return false
    }
    guard tag.attributes.count <= xml.limits.maxAttributes else {
      xml.halt(limit: "maxAttributes", xml.limits.maxAttributes, at: tag.range)
      return false
    }
    let name = xml.nameID(XMLName(namespace: HTMLReader.namespace, local: tag.name))
    let node = xml.openElement(name, at: tag.range)
    stack.append(Open(name: tag.name, traits: traits))
    appendAttributes(of: tag, to: Int(node))
    xml.cursor = tag.range.upperBound
    xml.separate(name)
    return !xml.isHalted
  }

  private mutating func ensureRoot(at start: Int) {
    guard stack.isEmpty else { return }
    open(HTMLTokenizer.Tag(name: "html", range: start..<start), HTMLElement(named: "html"))
  }

  private mutating func skip(_ tag: HTMLTokenizer.Tag) {
    repair(tag.range)
    xml.cursor = tag.range.upperBound
  }
}

// MARK: - Closing

extension HTMLBuilder {
  private mutating func endTag(_ tag: HTMLTokenizer.Tag) {
    xml.closeText()
    xml.cursor = tag.range.upperBound
    let traits = HTMLElement(named: tag.name)
    let end = tag.range.upperBound
    switch tag.name {
    // What stands behind these end tags still belongs to the page.
    case "html", "body": return
    case "br":
      ensureRoot(at: tag.range.lowerBound)
      if open(tag, traits) { close(at: end) }
      return
    case "p" where index(of: ["p"], within: .boundary) == nil:
      repair(tag.range)
      ensureRoot(at: tag.range.lowerBound)
      if open(tag, traits) { close(at: end) }
      return
    default: break
    }
    if traits.contains(.void) { return }
    let found: Int?
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      found = index(of: ["h1", "h2", "h3", "h4", "h5", "h6"], within: .boundary)
    case "li": found = index(of: ["li"], within: [.boundary, .list])
    case "caption", "tbody", "td", "tfoot", "th", "thead", "tr":
      found = indexInTable(of: [tag.name])
    case "table", "template", "svg", "math", "object", "head", "select", "form":
      found = stack.lastIndex { $0.name == tag.name }
    default: found = index(of: [tag.name], within: .boundary)
    }
    guard let found else { return repair(tag.range) }
    let isInline = !traits.contains(.block) && traits.isDisjoint(with: [.boundary, .foreign])
    if isInline || tag.name == "form", stack[(found + 1)...].contains(where: { $0.isBlock }) {
      // <b><p>text</b> more</p>: the paragraph goes on.
      stack[found].hasEnded = true
      if tag.name != "form" { repair(tag.range) }
      return
    }
    closeAll(from: found, at: tag.range, isEnd: true)
  }

  /// Closes the elements from an index of the stack on.
  ///
  /// - Parameters:
  ///   - first: the outermost to close.
  ///   - tag: the tag that ends them.
  ///   - isEnd: whether it is the end tag of the outermost.
  private mutating func closeAll(from first: Int, at tag: Range<Int>, isEnd: Bool = false) {
    while stack.count > first {
      let isOutermost = isEnd && stack.count == first + 1
      if !isOutermost, let last = stack.last, !last.hasEnded,
        !last.traits.contains(.optionalEnd)
      {
        repair(tag)
      }
      close(at: isOutermost ? tag.upperBound : tag.lowerBound)
    }
  }

  /// Closes the innermost element, and those around it whose end tag came before.
  private mutating func close(at end: Int) {
    xml.closeText()
    xml.close(at: end)
    if !stack.isEmpty { stack.removeLast() }
    while stack.last?.hasEnded == true {
      xml.close(at: end)
      stack.removeLast()
    }
  }

  private mutating func closeHead(at tag: Range<Int>) {
    guard stack.last?.name == "head" else { return }
    closeAll(from: stack.count - 1, at: tag)
  }

  /// Ends the item of the same list, whatever inline elements are left open in it.
  private mutating func closeItem(_ names: [String], at tag: Range<Int>) {
    for index in stack.indices.reversed() {
      if names.contains(stack[index].name) { return closeAll(from: index, at: tag) }
      let isPassable = ["address", "div", "p"].contains(stack[index].name)
      if stack[index].isBlock, !isPassable { return }
    }
  }

  /// Ends an unclosed drawing or formula, which would hide the page behind it.
  private mutating func leaveForeign(at tag: Range<Int>) {
    guard
      let foreign = stack.lastIndex(where: { !$0.traits.isDisjoint(with: [.foreign, .boundary]) }),
      stack[foreign].traits.contains(.foreign)
    else { return }
    closeAll(from: foreign, at: tag)
  }

  /// Goes back to the innermost of some elements of the table that is open; where there is none,
  /// ends the innermost of others.
  private mutating func returnTo(
    _ names: [String], orClose others: [String] = [], at tag: Range<Int>
  ) {
    if let context = indexInTable(of: names) {
      closeAll(from: context + 1, at: tag)
    } else if let other = indexInTable(of: others) {
      closeAll(from: other, at: tag)
    }
  }

  private var isInTable: Bool {
    stack.dropLast().last?.traits.contains(.tableContext) == true
  }

  private var isInForeign: Bool {
    stack.dropLast().contains { $0.traits.contains(.foreign) }
  }

  private func index(of names: [String], within limits: HTMLElement = []) -> Int? {
    for index in stack.indices.reversed() {
      if names.contains(stack[index].name) { return index }
      if !stack[index].traits.isDisjoint(with: limits) { return nil }
    }
    return nil
  }

  /// Returns the index of the innermost of some elements in the innermost table.
  private func indexInTable(of names: [String]) -> Int? {
    for index in stack.indices.reversed() {
      if names.contains(stack[index].name) { return index }
      if ["table", "template"].contains(stack[index].name) { return nil }
    }
    return nil
  }
}

extension HTMLBuilder.Open {
  /// Whether it is more than a stretch of a line.
  var isBlock: Bool { !traits.isDisjoint(with: [.block, .boundary]) }
}
