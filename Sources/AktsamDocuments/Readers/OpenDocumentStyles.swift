internal import AktsamXML

/// What the styles of an OpenDocument file say about its text: languages, what is hidden, how lists
/// and headings are numbered.
struct OpenDocumentStyles {
  /// One style (`style:style`).
  struct Style {
    var parent: String?
    var language: String?
    var isHidden: Bool?
    /// The list style of its paragraphs; empty = explicitly none.
    var list: String?
    /// Whether a table or a sheet of this style is shown.
    var isShown = true
  }

  /// How one level of a list or of the headings is numbered.
  struct Level {
    /// `1`, `a`, `A`, `i`, `I`; empty = no number.
    var format = ""
    var prefix = ""
    var start = 1
    /// How many levels the number shows, its own included.
    var shown = 1
  }

  private var styles: [String: Style] = [:]
  private var lists: [String: [Int: Level]] = [:]
  /// The levels of the headings.
  private(set) var outline: [Int: Level] = [:]
  /// The language that the default style of paragraphs declares, else nil.
  private(set) var language: String?

  /// Takes the styles of a part; those of a later part go before.
  mutating func take(_ xml: XMLDocument) {
    guard let root = xml.root else { return }
    for container in xml.childElements(of: root) {
      guard ["styles", "automatic-styles"].contains(xml.local(of: container)) else { continue }
      for node in xml.childElements(of: container) { take(node, xml) }
    }
  }

  private mutating func take(_ node: Int, _ xml: XMLDocument) {
    switch xml.local(of: node) {
    case "style": takeStyle(node, xml)
    case "default-style":
      guard xml.attribute("family", of: node) == "paragraph",
        let text = xml.firstChild(of: node, named: "text-properties")
      else { return }
      language = language(text, xml) ?? language
    case "list-style":
      if let name = xml.attribute("name", of: node) { lists[name] = levels(of: node, xml) }
    case "outline-style": outline = levels(of: node, xml)
    default: break
    }
  }

  /// Returns the levels of a list style.
  func levels(_ list: String) -> [Int: Level] { lists[list] ?? [:] }

  /// Returns the language that a style or one above it declares, else nil.
  func language(of style: String?, family: String) -> String? {
    first(style, family) { $0.language }
  }

  /// Whether a style hides its text.
  func isHidden(_ style: String?, family: String) -> Bool {
    first(style, family) { $0.isHidden } ?? false
  }

  /// Returns the list style of a paragraph style, empty for explicitly none, nil for none.
  func list(of style: String?) -> String? {
    first(style, "paragraph") { $0.list }
  }

  /// Whether a table of this style is shown.
  func isShown(_ style: String?) -> Bool {
    first(style, "table") { $0.isShown ? nil : false } ?? true
  }

  private func first<Value>(
    _ name: String?, _ family: String, _ value: (Style) -> Value?
  ) -> Value? {
    var name = name
    // Styles may name each other in a ring.
    for _ in 0..<32 {
      guard let key = name, let style = styles["\(family) \(key)"] else { return nil }
      if let value = value(style) { return value }
      name = style.parent
    }
    return nil
  }

  private mutating func takeStyle(_ node: Int, _ xml: XMLDocument) {
    guard let name = xml.attribute("name", of: node), let family = xml.attribute("family", of: node)
    else { return }
    var style = Style(
      parent: xml.attribute("parent-style-name", of: node),
      list: xml.attribute("list-style-name", of: node))
    if let text = xml.firstChild(of: node, named: "text-properties") {
      style.language = language(text, xml)
      style.isHidden = xml.attribute("display", of: text).map { $0 == "none" }
    }
    if let table = xml.firstChild(of: node, named: "table-properties") {
      style.isShown = xml.attribute("display", of: table) != "false"
    }
    styles["\(family) \(name)"] = style
  }

  private func language(_ node: Int, _ xml: XMLDocument) -> String? {
    // "zxx" marks text in no language; the tag table knows.
    xml.attribute("language", of: node).flatMap { $0 == "none" ? nil : LanguageTag.normalise($0) }
  }

  private func levels(of node: Int, _ xml: XMLDocument) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in xml.childElements(of: node) {
      guard let level = xml.attribute("level", of: child).flatMap({ Int($0) }),
        (1...20).contains(level)
      else { continue }
      let name = xml.local(of: child)
      guard name == "list-level-style-number" || name == "outline-level-style" else {
        levels[level] = Level()
        continue
      }
      func number(_ attribute: String) -> Int {
        min(max(xml.attribute(attribute, of: child).flatMap { Int($0) } ?? 1, 0), 1_000_000)
      }
      levels[level] = Level(
        format: xml.attribute("num-format", of: child) ?? "",
        prefix: xml.attribute("num-prefix", of: child) ?? "", start: number("start-value"),
        shown: max(number("display-levels"), 1))
    }
    return levels
  }
}
