extension HTMLBuilder {
  mutating func endTag(_ tag: HTMLTokenizer.Tag) {
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
  mutating func closeAll(from first: Int, at tag: Range<Int>, isEnd: Bool = false) {
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
  mutating func close(at end: Int) {
    xml.closeText()
    xml.close(at: end)
    if !stack.isEmpty { stack.removeLast() }
    while stack.last?.hasEnded == true {
      xml.close(at: end)
      stack.removeLast()
    }
  }

  mutating func closeHead(at tag: Range<Int>) {
    guard stack.last?.name == "head" else { return }
    closeAll(from: stack.count - 1, at: tag)
  }

  /// Ends the item of the same list, whatever inline elements are left open in it.
  mutating func closeItem(_ names: [String], at tag: Range<Int>) {
    for index in stack.indices.reversed() {
      if names.contains(stack[index].name) { return closeAll(from: index, at: tag) }
      let isPassable = ["address", "div", "p"].contains(stack[index].name)
      if stack[index].isBlock, !isPassable { return }
    }
  }

  /// Ends an unclosed drawing or formula, which would hide the page behind it.
  mutating func leaveForeign(at tag: Range<Int>) {
    guard
      let foreign = stack.lastIndex(where: { !$0.traits.isDisjoint(with: [.foreign, .boundary]) }),
      stack[foreign].traits.contains(.foreign)
    else { return }
    closeAll(from: foreign, at: tag)
  }

  /// Goes back to the innermost of some elements of the table that is open; where there is none,
  /// ends the innermost of others.
  mutating func returnTo(
    _ names: [String], orClose others: [String] = [], at tag: Range<Int>
  ) {
    if let context = indexInTable(of: names) {
      closeAll(from: context + 1, at: tag)
    } else if let other = indexInTable(of: others) {
      closeAll(from: other, at: tag)
    }
  }

  var isInTable: Bool {
    stack.dropLast().last?.traits.contains(.tableContext) == true
  }

  var isInForeign: Bool {
    stack.dropLast().contains { $0.traits.contains(.foreign) }
  }

  func index(of names: [String], within limits: HTMLElement = []) -> Int? {
    for index in stack.indices.reversed() {
      if names.contains(stack[index].name) { return index }
      if !stack[index].traits.isDisjoint(with: limits) { return nil }
    }
    return nil
  }

  /// Returns the index of the innermost of some elements in the innermost table.
  func indexInTable(of names: [String]) -> Int? {
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
