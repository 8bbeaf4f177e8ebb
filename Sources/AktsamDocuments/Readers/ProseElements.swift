internal import AktsamXML

/// What an element of running text is, judged by its local name alone: the names of XHTML, DocBook
/// and their like.
enum ProseElement: UInt8 {
  /// Unknown: a block when text stands in it, else a container.
  case other
  case inline, skipped, paragraph, heading, caption, list, item, row, cell, headerCell, section
  case question

  /// Returns what an element with a local name is.
  init(_ local: String) {
    self = Self.table[local.lowercased()] ?? .other
  }

  private static let table: [String: ProseElement] = {
    var table: [String: ProseElement] = [:]
    func add(_ element: ProseElement, _ names: String) {
      for name in names.split(separator: " ") { table[String(name)] = element }
    }
    add(
      .inline,
      "a abbr acronym b bdi bdo big br cite code del dfn em emphasis font i ins kbd label lb link "
        + "mark phrase q quote ref s samp small span strike strong sub subscript sup superscript "
        + "t tab term time tt u ulink var xref firstterm foreignphrase literal bold italic "
        + "underline line-break")
    add(
      .skipped,
      "script style noscript template svg math canvas iframe object meta base select option "
        + "textarea button datalist indexterm processing-instruction")
    add(
      .paragraph,
      "p para simpara paragraph dd dt pre address blockquote quotation intro content literallayout "
        + "programlisting")
    add(.heading, "h1 h2 h3 h4 h5 h6 title heading subtitle head ti")
    add(.caption, "caption figcaption legend")
    add(.list, "ul ol dl list itemizedlist orderedlist simplelist variablelist menu dir")
    add(.item, "li item listitem list-item member")
    add(.row, "tr row")
    add(.cell, "td entry cell")
    add(.headerCell, "th")
    add(
      .section,
      "section sect1 sect2 sect3 sect4 sect5 chapter article clause appendix part annex")
    add(.question, "question questiontext")
    return table
  }()

  /// Whether text around such an element is not joined with its own.
  var isBlock: Bool { self != .inline && self != .other && self != .skipped }
}
