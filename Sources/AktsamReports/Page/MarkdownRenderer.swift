/// A page as Markdown, as GitHub reads it.
package enum MarkdownRenderer {
  /// Returns the page.
  package static func bytes(_ page: Page) -> [UInt8] {
    var writer = MarkdownPageWriter(slugs: MarkdownSlugs(page))
    writer.write(page)
    return Array(writer.text.utf8)
  }
}

/// The anchors that GitHub gives to headings, by the ids of the headings.
private struct MarkdownSlugs {
  private var byID: [String: String] = [:]

  init(_ page: Page) {
    var counts: [String: Int] = [:]
    let headings = page.headings(downTo: 4)
    for (id, text) in [("", page.title)] + headings.map({ ($0.id, $0.text) }) {
      let slug = Self.slug(text)
      let count = counts[slug, default: 0]
      counts[slug] = count + 1
      byID[id] = count == 0 ? slug : "\(slug)-\(count)"
    }
  }

  subscript(id: String) -> String { byID[id] ?? id }

  private static func slug(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber || character == "-" || character == "_" {
        result.append(character)
      } else if character == " " {
        result.append("-")
      }
    }
    return result
  }
}

private struct MarkdownPageWriter {
  let slugs: MarkdownSlugs
  private var lines: [String] = []

  init(slugs: MarkdownSlugs) { self.slugs = slugs }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func write(_ page: Page) {
    lines.append("# \(escaped(page.title))")
    if !page.subtitle.isEmpty { paragraph([escaped(page.subtitle)]) }
    for block in page.blocks { write(block, on: page) }
  }

  private mutating func write(_ block: Page.Block, on page: Page) {
    switch block {
    case .heading(let heading):
      let marks = String(repeating: "#", count: min(heading.level + 1, 6))
      paragraph(["\(marks) \(escaped(heading.text))"])
    case .paragraph(let inlines, let style):
      let text = line(inlines)
      paragraph([style == .note ? "*\(text)*" : text])
    case .list(let items):
      paragraph(items.map { "- \(line($0))" })
    case .quotation(let quotation):
      paragraph([
        "> \(line(quotation.parts))", ">", "> — \(line(quotation.source))",
      ])
    case .table(let table): write(table)
    case .definitions(let definitions):
      for definition in definitions { write(definition, on: page) }
    case .form(let form):
      paragraph([
        row(form.fields.map { escaped($0.label) }),
        row(form.fields.map { _ in "---" }),
        row(form.fields.map { escaped($0.value) }),
      ])
    case .pageBreak: break
    case .contents(let title, let depth):
      paragraph(["**\(escaped(title))**"])
      paragraph(
        page.headings(downTo: depth).map { heading in
          String(repeating: "  ", count: heading.level - 1)
            + "- [\(escaped(heading.text))](#\(slugs[heading.id]))"
        })
    }
  }

  /// A definition of one line stands behind its term, any other below it.
  private mutating func write(_ definition: Page.Definition, on page: Page) {
    if definition.blocks.count == 1, case .paragraph(let inlines, _)? = definition.blocks.first {
      paragraph(["**\(escaped(definition.term)):** \(line(inlines))"])
      return
    }
    paragraph(["**\(escaped(definition.term))**"])
    for block in definition.blocks { write(block, on: page) }
  }

  private mutating func write(_ table: Page.Table) {
    guard !table.columns.isEmpty else { return }
    var rows = [
      row(table.columns.map { escaped($0.title) }),
      row(table.columns.map { $0.isNumeric ? "---:" : "---" }),
    ]
    rows += table.rows.map { cells in row(cells.map { line($0, inCell: true) }) }
    paragraph(rows)
  }

  private mutating func paragraph(_ paragraph: [String]) {
    lines.append("")
    lines += paragraph
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  // MARK: - Text

  private func line(_ inlines: [Page.Inline], inCell: Bool = false) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): escaped(text)
      case .strong(let text), .mark(let text, _): emphasised(text)
      case .inserted(let text): emphasised(text)
      case .deleted(let text): "~~\(escaped(text))~~"
      case .code(let text): code(text, inCell: inCell)
      case .link(let text, to: .heading(let id)): "[\(escaped(text))](#\(slugs[id]))"
      case .link(let text, to: .address(let address)): "[\(escaped(text))](<\(url(address))>)"
      }
    }.joined()
  }

  /// Blanks at the ends stand outside: marks beside a blank are no emphasis.
  private func emphasised(_ text: String) -> String {
    let start = text.prefix { $0.isWhitespace }
    let rest = text.dropFirst(start.count)
    guard !rest.isEmpty else { return String(start) }
    let end = rest.reversed().prefix { $0.isWhitespace }.count
    return "\(start)**\(escaped(String(rest.dropLast(end))))**\(String(rest.suffix(end)))"
  }

  /// A code span is fenced by more backticks than it holds; in a cell, a table takes bars first.
  private func code(_ text: String, inCell: Bool) -> String {
    var run = 0
    var longest = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    guard !text.isEmpty else { return "" }
    let fence = String(repeating: "`", count: longest + 1)
    let blank = longest > 0 ? " " : ""
    var content = oneLine(text)
    if inCell {
      content = content.split(separator: "|", omittingEmptySubsequences: false).joined(
        separator: "\\|")
    }
    return "\(fence)\(blank)\(content)\(blank)\(fence)"
  }

  private func url(_ address: String) -> String {
    String(address.filter { !"<>\\| ".contains($0) && !$0.isNewline })
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// Every mark that could mean something is escaped, wherever it stands: what a supplier wrote must
  /// not become a heading, a link or markup.
  private func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isStart = true
    for (index, scalar) in scalars.enumerated() {
      let next = scalars.at(index + 1)
      let isMark: Bool
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "$": isMark = true
      // An ampersand begins a reference before a letter or a number sign only.
      case "&": isMark = next.map { $0 == "#" || $0.properties.isAlphabetic } ?? false
      // A bullet at the start would begin a list or draw a line, a number with a mark a list.
      case "-", "+", "=": isMark = index == 0
      case ".", ")": isMark = isStart && index > 0 && (next == nil || next == " ")
      default: isMark = false
      }
      if isMark { result.append("\\") }
      result.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
      if !(0x30...0x39).contains(scalar.value) { isStart = false }
    }
    return String(result)
  }
}
