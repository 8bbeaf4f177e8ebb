internal import AktsamXML

/// What an element of a text in numbered clauses is, whatever its format calls it.
enum ClauseElement: UInt8 {
  /// Unknown: a part of the text beside which it stands, else a container.
  case other
  // Inside a text.
  case inline
  /// The title of the whole document, inside a paragraph.
  case title
  /// A footnote: read after the clause that it hangs on.
  case note
  /// An empty element that stands for words.
  case insertion
  case lineBreak, skipped
  // Blocks.
  case paragraph, heading, caption, term, number
  /// Holds blocks and means nothing itself.
  case container
  /// Holds blocks whose titles are captions: a figure, a procedure, a warning.
  case captioned
  /// Matter before the text, such as who publishes it.
  case front
  /// Facts about the document, of which only titles and summaries are read.
  case info
  /// What stands before numbered clauses and leads them in.
  case intro
  /// A whole document inside another.
  case document
  /// Another text's clauses, quoted to put them there.
  case quote
  /// A part with a heading.
  case division
  /// A division that is cited without the parts around it: an article, a section of a law.
  case provision
  /// A numbered clause in a provision.
  case unit
  /// A numbered reason before the enacting terms; nothing leads it in.
  case recital
  case list, orderedList, item
  /// A term with what it means.
  case definition
  case table, row, cell, headerCell
  case exchange, question, answer

  /// Whether text around such an element is not joined with its own.
  var isBlock: Bool { rawValue >= ClauseElement.paragraph.rawValue }

  /// Returns a table of names, each line the names of one kind of element.
  static func table(_ lines: [(ClauseElement, String)]) -> [String: ClauseElement] {
    var table: [String: ClauseElement] = [:]
    for (element, names) in lines {
      for name in names.split(whereSeparator: \.isWhitespace) { table[String(name)] = element }
    }
    return table
  }
}

/// How one format writes texts in numbered clauses.
struct ClauseDialect: Sendable {
  /// What its elements are, by local name.
  var elements: [String: ClauseElement]
  /// Whether numbers are typed into headings and paragraphs.
  var typesNumbers = false
  /// Returns the element that holds a clause's number.
  var numberNode: @Sendable (XMLDocument, Int) -> Int?
  /// Returns a clause's number when an attribute holds it, else "".
  var number: @Sendable (XMLDocument, Int) -> String = { _, _ in "" }
  /// Returns what names a clause for a machine, else "".
  var identifier: @Sendable (XMLDocument, Int) -> String = { _, _ in "" }
  /// Returns the language of an element that declares one.
  var language: @Sendable (XMLDocument, Int) -> String? = { xml, node in
    guard !xml.nodes[node].attributes.isEmpty else { return nil }
    return xml.attribute("lang", of: node).flatMap(LanguageTag.normalise)
  }
  /// Returns the words that an empty element stands for.
  var insertion: @Sendable (XMLDocument, Int, [String: String]) -> String = { _, _, _ in "" }
}
