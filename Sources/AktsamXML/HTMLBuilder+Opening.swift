internal import AktsamText

extension HTMLBuilder {
  mutating func startTag(_ tag: HTMLTokenizer.Tag, next: inout Int) {
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
  mutating func open(_ tag: HTMLTokenizer.Tag, _ traits: HTMLElement) -> Bool {
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

  mutating func ensureRoot(at start: Int) {
    guard stack.isEmpty else { return }
    open(HTMLTokenizer.Tag(name: "html", range: start..<start), HTMLElement(named: "html"))
  }

  private mutating func skip(_ tag: HTMLTokenizer.Tag) {
    repair(tag.range)
    xml.cursor = tag.range.upperBound
  }
}
