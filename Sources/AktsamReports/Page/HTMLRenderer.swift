/// A page as one HTML file that needs nothing else: no script, no font, no network.
package enum HTMLRenderer {
  /// Returns the page.
  package static func bytes(_ page: Page) -> [UInt8] {
    var writer = HTMLPageWriter(page: page)
    return writer.bytes()
  }

  /// Returns what stands on the page, for a page around it that has the style sheet: its sections, with
  /// headings from `h2` downwards and without any style of their own.
  package static func sections(_ page: Page) -> String {
    var writer = HTMLPageWriter(page: page, isPart: true)
    return writer.part()
  }
}

private struct HTMLPageWriter {
  let page: Page
  /// Whether it stands on another page, whose policy allows no style in an attribute.
  private let isPart: Bool
  private let words: PageWords
  private var markup = Markup()
  private var lastHeading = ""

  init(page: Page, isPart: Bool = false) {
    self.page = page
    self.isPart = isPart
    words = PageWords(page.language)
  }

  mutating func part() -> String {
    writeSections()
    return String(decoding: markup.bytes, as: UTF8.self)
  }

  mutating func bytes() -> [UInt8] {
    markup.raw("<!DOCTYPE html>\n")
    markup.raw("<html lang=\"")
    markup.attributeText(page.language)
    markup.raw("\">\n<head>\n")
    markup.raw("<meta charset=\"utf-8\">\n")
    markup.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    markup.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    // Whatever a document holds: nothing is fetched, and nothing runs.
    markup.raw(
      "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
    markup.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    markup.raw("<meta name=\"generator\" content=\"")
    markup.attributeText("aktsam \(page.toolVersion)")
    markup.raw("\">\n")
    markup.element("title", text: page.title)
    markup.raw("\n<style>\n\(HTMLStyle.sheet)</style>\n</head>\n<body>\n")
    markup.raw("<a class=\"skip\" href=\"#main\">")
    markup.text(words.skip)
    markup.raw("</a>\n<header>\n")
    markup.element("h1", text: page.title)
    if !page.subtitle.isEmpty {
      markup.newline()
      markup.element("p", [("class", "subtitle")], text: page.subtitle)
    }
    markup.raw("\n</header>\n<main id=\"main\" tabindex=\"-1\">\n")
    writeSections()
    markup.raw("</main>\n")
    if !page.footer.isEmpty {
      markup.element("footer") { $0.element("p", text: page.footer) }
      markup.newline()
    }
    markup.raw("</body>\n</html>\n")
    return markup.bytes
  }

  /// A heading opens a section, which the next heading of its level or above closes.
  private mutating func writeSections() {
    var open: [Int] = []
    var breaks = false
    for block in page.blocks {
      switch block {
      case .heading(let heading):
        while let last = open.last, last >= heading.level {
          markup.raw("</section>\n")
          open.removeLast()
        }
        let marks = "level\(heading.level)" + (breaks ? " sheet" : "")
        markup.raw("<section class=\"\(marks)\" aria-labelledby=\"")
        markup.attributeText(heading.id)
        markup.raw("\">\n")
        open.append(heading.level)
        breaks = false
        lastHeading = heading.text
        markup.element("h\(heading.level + 1)", [("id", heading.id)], text: heading.text)
        markup.newline()
      case .pageBreak: breaks = true
      default: write(block)
      }
    }
    for _ in open { markup.raw("</section>\n") }
  }

  private mutating func write(_ block: Page.Block) {
    switch block {
    case .heading, .pageBreak: break
    case .paragraph(let inlines, let style):
      markup.raw(style == .body ? "<p>" : "<p class=\"\(style.rawValue)\">")
      line(inlines)
      markup.raw("</p>\n")
    case .list(let items):
      markup.raw("<ul>\n")
      for item in items {
        markup.raw("<li>")
        line(item)
        markup.raw("</li>\n")
      }
      markup.raw("</ul>\n")
    case .quotation(let quotation): write(quotation)
    case .table(let table): write(table)
    case .definitions(let definitions):
      markup.raw("<dl>\n")
      for definition in definitions {
        markup.raw("<div>")
        markup.element("dt", text: definition.term)
        markup.raw("\n<dd>\n")
        for block in definition.blocks { write(block) }
        markup.raw("</dd></div>\n")
      }
      markup.raw("</dl>\n")
    case .form(let form): write(form)
    case .contents(let title, let depth): writeContents(title, depth)
    }
  }

  private mutating func write(_ quotation: Page.Quotation) {
    markup.raw("<figure><blockquote")
    if !quotation.language.isEmpty {
      markup.raw(" lang=\"")
      markup.attributeText(quotation.language)
      markup.raw("\"")
    }
    markup.raw(" dir=\"auto\"><p>")
    line(quotation.parts)
    markup.raw("</p></blockquote>\n<figcaption>")
    line(quotation.source)
    markup.raw("</figcaption></figure>\n")
  }

  private mutating func writeContents(_ title: String, _ depth: Int) {
    markup.raw("<nav aria-labelledby=\"contents\">\n<p class=\"title\" id=\"contents\">")
    markup.text(title)
    markup.raw("</p>\n")
    var level = 0
    for heading in page.headings(downTo: depth) {
      // A heading may skip a level downwards, a list cannot.
      let depth = min(heading.level, level + 1)
      while level > depth {
        markup.raw("</li>\n</ul>\n")
        level -= 1
      }
      markup.raw(level < depth ? "<ul>\n" : "</li>\n")
      level = depth
      markup.raw("<li>")
      markup.element("a", [("href", "#\(heading.id)")], text: heading.text)
    }
    for _ in 0..<level { markup.raw("</li>\n</ul>\n") }
    markup.raw("</nav>\n")
  }

  // MARK: - Tables and forms

  private mutating func write(_ table: Page.Table) {
    // A wide table is scrolled by itself, also with the keyboard. No landmark: its section is one.
    markup.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    markup.attributeText(table.caption)
    markup.raw("\">\n<table>\n")
    // What the heading has just said is for those who jump to the table.
    markup.element(
      "caption", table.caption == lastHeading ? [("class", "hidden")] : [], text: table.caption)
    if isPart {
      markup.raw("\n<thead><tr>")
    } else {
      markup.raw("\n<colgroup>")
      for width in table.widths(of: 100) { markup.raw("<col style=\"width:\(width)%\">") }
      markup.raw("</colgroup>\n<thead><tr>")
    }
    for column in table.columns {
      markup.element(
        "th", [("scope", "col")] + (column.isNumeric ? [("class", "number")] : []),
        text: column.title)
    }
    markup.raw("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      markup.raw("<tr>")
      for (column, cell) in zip(table.columns, row) {
        let name = column.namesRow ? "th" : "td"
        markup.raw("<\(name)")
        if column.namesRow { markup.raw(" scope=\"row\"") }
        if column.isNumeric { markup.raw(" class=\"number\"") }
        markup.raw(">")
        line(cell)
        markup.raw("</\(name)>")
      }
      markup.raw("</tr>\n")
    }
    markup.raw("</tbody>\n</table>\n</div>\n")
  }

  private mutating func write(_ form: Page.Form) {
    markup.raw("<form role=\"group\" aria-label=\"")
    markup.attributeText(form.label)
    markup.raw("\">\n")
    for row in form.rows {
      markup.raw("<div class=\"fields\">\n")
      for field in row { write(field) }
      markup.raw("</div>\n")
    }
    markup.raw("</form>\n")
  }

  private mutating func write(_ field: Page.Field) {
    markup.raw("<p>")
    markup.element("label", [("for", field.id)], text: field.label)
    let names: [Markup.Attribute] = [("id", field.id), ("name", field.id)]
    switch field.kind {
    case .words:
      markup.empty(
        "input",
        names + [("type", "text"), ("placeholder", field.prompt), ("value", field.value)])
    case .date:
      markup.empty("input", names + [("type", "date"), ("value", field.value)])
    case .lines:
      markup.element(
        "textarea", names + [("rows", "3"), ("placeholder", field.prompt)], text: field.value)
    case .choice(let choices):
      markup.element("select", names) { markup in
        if field.value.isEmpty { markup.element("option", [("value", "")], text: field.prompt) }
        for choice in choices {
          markup.element(
            "option", choice == field.value ? [("selected", "selected")] : [], text: choice)
        }
      }
    }
    markup.raw("</p>\n")
  }

  // MARK: - Text

  private mutating func line(_ inlines: [Page.Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): markup.text(text)
      case .strong(let text): markup.element("strong", text: text)
      case .code(let text): markup.element("code", text: text)
      case .mark(let text, let tone):
        markup.element("span", [("class", "mark \(tone.rawValue)")], text: text)
      case .inserted(let text): markup.element("ins", text: text)
      case .deleted(let text): markup.element("del", text: text)
      case .link(let text, to: .heading(let id)):
        markup.element("a", [("href", "#\(id)")], text: text)
      case .link(let text, to: .address(let address)):
        // Only the web: an address comes from a library that anybody may have written.
        if address.hasPrefix("https://") || address.hasPrefix("http://") {
          markup.element("a", [("href", address), ("rel", "noreferrer")], text: text)
        } else {
          markup.text(text)
        }
      }
    }
  }
}
