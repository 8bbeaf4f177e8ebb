import AktsamReading

/// A page as plain text for a terminal: no contents, no forms, since nothing there leads anywhere or
/// can be filled in.
package enum TextRenderer {
  /// Returns the page.
  ///
  /// - Parameters:
  ///   - page: what to show.
  ///   - colour: whether outcomes are coloured by control sequences.
  /// - Returns: the text, with a final line feed.
  package static func bytes(_ page: Page, colour: Bool) -> [UInt8] {
    var writer = TextPageWriter(page: page, colour: colour)
    writer.write()
    return Array(writer.output.text.utf8)
  }
}

private struct TextPageWriter {
  let page: Page
  private(set) var output: TextPage
  private let texts: any LanguageTexts.Type

  init(page: Page, colour: Bool) {
    self.page = page
    output = TextPage(colour: colour)
    texts = ReportTexts.texts(page.language)
  }

  mutating func write() {
    output.wrapped(page.title, indent: 0, style: .strong)
    if !page.subtitle.isEmpty { output.wrapped(page.subtitle, indent: 0, style: .faint) }
    for block in page.blocks { write(block, indent: 0) }
  }

  private mutating func write(_ block: Page.Block, indent: Int) {
    switch block {
    case .pageBreak, .contents, .form: break
    case .heading(let heading):
      output.blank()
      output.wrapped(heading.text, indent: indent, style: .strong)
    case .paragraph(let inlines, let style):
      let tone = Self.tone(of: inlines)
      output.wrapped(
        line(inlines), indent: indent,
        style: style == .note ? .faint : tone.map(Self.style))
    case .list(let items):
      for item in items {
        output.wrapped("- \(line(item))", indent: indent, hanging: 2)
      }
    case .quotation(let quotation):
      output.wrapped(texts.quoted(quotation.text), indent: indent)
      output.wrapped(line(quotation.source), indent: indent + 2, style: .faint)
    case .table(let table): write(table, indent: indent)
    case .definitions(let definitions):
      for definition in definitions { write(definition, indent: indent + 2) }
    }
  }

  /// A definition of one line stands behind its term, any other below it.
  private mutating func write(_ definition: Page.Definition, indent: Int) {
    if definition.blocks.count == 1, case .paragraph(let inlines, _)? = definition.blocks.first {
      output.wrapped(
        "\(definition.term): \(line(inlines))", indent: indent, hanging: 2,
        style: Self.tone(of: inlines).map(Self.style))
      return
    }
    output.wrapped("\(definition.term):", indent: indent)
    for block in definition.blocks { write(block, indent: indent + 2) }
  }

  /// Columns where a row fits in a line, else the cells of a row one behind the other.
  private mutating func write(_ table: Page.Table, indent: Int) {
    let rows = [table.columns.map(\.title)] + table.rows.map { $0.map(line).map(output.clean) }
    let widths = table.columns.indices.map { column in
      rows.map { Self.width($0.at(column) ?? "") }.max() ?? 0
    }
    let fits = widths.reduce(0, +) + 2 * widths.count + indent <= output.width
    for (index, row) in rows.enumerated() {
      let style: TextPage.Style? =
        index == 0 ? .faint : Self.tone(of: table.rows[index - 1].flatMap(\.self)).map(Self.style)
      guard fits else {
        guard index > 0 else { continue }
        output.wrapped(
          row.filter { !$0.isEmpty }.joined(separator: ", "), indent: indent + 2, hanging: 2,
          style: style)
        continue
      }
      var text = String(repeating: " ", count: indent + 2)
      for (column, cell) in row.enumerated() {
        let blank = String(
          repeating: " ", count: max(0, (widths.at(column) ?? 0) - Self.width(cell)))
        text += table.columns.at(column)?.isNumeric == true ? blank + cell : cell + blank
        text += "  "
      }
      while text.last == " " { text.removeLast() }
      output.line(output.styled(text, style))
    }
  }

  // MARK: - Text

  /// A mark is set apart by a comma, since blanks alone would be lost.
  private func line(_ inlines: [Page.Inline]) -> String {
    var text = ""
    for (index, inline) in inlines.enumerated() {
      if index > 0, case .mark = inlines[index - 1], inline.plain.hasPrefix("  ") {
        text += ", \(inline.plain.dropFirst(2))"
      } else {
        text += inline.plain
      }
    }
    return text
  }

  private static func width(_ text: String) -> Int { text.reduce(0) { $0 + DisplayWidth.of($1) } }

  private static func tone(of inlines: [Page.Inline]) -> Page.Tone? {
    for case .mark(_, let tone) in inlines { return tone }
    return nil
  }

  private static func style(_ tone: Page.Tone) -> TextPage.Style {
    switch tone {
    case .bad: .outcome(.contradicted)
    case .doubtful: .outcome(.weak)
    case .good: .outcome(.met)
    case .neutral: .faint
    }
  }
}
