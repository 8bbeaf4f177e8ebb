import AktsamXML

/// Lists, whose items are counted.
extension OpenDocumentReading {
  mutating func readList(_ node: Int) {
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
  mutating func countItem(_ item: Int, _ style: String) {
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

  mutating func readNumberedParagraph(_ node: Int) {
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

  func bounded(_ written: String?) -> Int? {
    written.flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) }
  }

  /// A number as the file shows it, without its marks.
  func plainNumber(_ shown: String) -> String {
    let isMark: (Character) -> Bool = { ".():)".contains($0) || $0.isWhitespace }
    let text = shown.drop(while: isMark)
    let kept = String(text.prefix(text.count - text.reversed().prefix(while: isMark).count))
    return kept.contains { $0.isLetter || $0.isNumber } ? kept : ""
  }
}
