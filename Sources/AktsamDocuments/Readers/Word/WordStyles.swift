internal import AktsamXML

/// What the styles of a Word document say about their paragraphs and runs.
struct WordStyles {
  /// A style with all that it inherits.
  struct Style {
    /// Whether paragraphs of the style are headings.
    var isHeading = false
    /// Whether they are captions or lines of a table of contents.
    var isCaption = false
    /// The list of the style, nil for none.
    var list: String?
    /// The level in that list, when the style names it.
    var level: Int?
    /// The language, as written.
    var language: String?
    /// Whether text of the style is hidden.
    var isHidden = false
    /// Whether text of the style prompts for input and is no answer.
    var isPlaceholder = false
  }

  private struct Entry {
    var style = Style()
    var name = ""
    var basedOn: String?
    var outline: Int?
  }

  /// The style of paragraphs that name none.
  private(set) var standard = Style()
  private var styles: [String: Style] = [:]

  /// Reads the styles part; without one, only the names of styles are known.
  init(_ part: WordPart?) {
    guard let part else { return }
    var entries: [String: Entry] = [:]
    var standardID: String?
    var language: String?
    for node in part.xml.childElements(of: part.root) {
      switch part.xml.local(of: node) {
      case "docDefaults":
        language = part.xml.descendants(of: node, named: "lang").first
          .flatMap { part.xml.attribute("val", of: $0) }
      case "style":
        guard let id = part.xml.attribute("styleId", of: node), entries[id] == nil else { continue }
        entries[id] = Self.entry(node, part)
        if part.xml.attribute("type", of: node) == "paragraph", standardID == nil,
          let isDefault = part.xml.attribute("default", of: node), WordPart.isOn(isDefault)
        {
          standardID = id
        }
      default: break
      }
    }
    for id in entries.keys { styles[id] = Self.resolved(id, entries) }
    standard = standardID.flatMap { styles[$0] } ?? Style()
    standard.language = standard.language ?? language
    for id in styles.keys where styles[id]?.language == nil {
      styles[id]?.language = standard.language
    }
  }

  /// Returns the style with an id; for one that is not defined, what its id itself says.
  subscript(id: String?) -> Style {
    guard let id else { return standard }
    if let style = styles[id] { return style }
    var style = standard
    Self.take(id, into: &style)
    return style
  }

  private static func entry(_ node: Int, _ part: WordPart) -> Entry {
    var entry = Entry()
    for child in part.xml.childElements(of: node) {
      switch part.xml.local(of: child) {
      case "name": entry.name = part.xml.attribute("val", of: child) ?? ""
      case "basedOn": entry.basedOn = part.xml.attribute("val", of: child)
      case "pPr":
        entry.outline = part.value(child, .outlineLvl).flatMap { Int($0) }
        if let list = part.child(child, .numPr) ?? part.child(child, .listPr) {
          entry.style.list = part.value(list, .numId) ?? part.value(list, .ilfo)
          entry.style.level = part.value(list, .ilvl).flatMap { Int($0) }
        }
      case "rPr":
        entry.style.language = part.value(child, .lang)
        entry.style.isHidden = part.flag(child, .vanish)
      default: break
      }
    }
    return entry
  }

  /// Follows the styles that a style is based on, nearest first.
  private static func resolved(_ id: String, _ entries: [String: Entry]) -> Style {
    var style = Style()
    var outline: Int?
    var next: String? = id
    var seen: Set<String> = []
    while let id = next, let entry = entries[id], seen.insert(id).inserted, seen.count <= 32 {
      outline = outline ?? entry.outline
      style.list = style.list ?? entry.style.list
      style.level = style.level ?? entry.style.level
      style.language = style.language ?? entry.style.language
      style.isHidden = style.isHidden || entry.style.isHidden
      take(entry.name.isEmpty ? id : entry.name, into: &style)
      next = entry.basedOn
    }
    // Level 9 is body text, whatever the style is based on.
    if let outline { style.isHeading = style.isHeading && outline > 8 ? false : outline <= 8 }
    return style
  }

  /// Takes what a style's name says: built-in names are English in the file, but some programs write
  /// them, and all write their ids, in the user's language.
  private static func take(_ name: String, into style: inout Style) {
    let words = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let stem = String(words.prefix { !$0.isNumber })
    let digits = words.dropFirst(stem.count)
    if titles.contains(words) || (headings.contains(stem) && digits.count == 1) {
      style.isHeading = true
    }
    if captions.contains(stem) { style.isCaption = true }
    if placeholders.contains(stem) { style.isPlaceholder = true }
  }

  private static let headings: Set<String> = [
    "heading", "rubrik", "overskrift", "överskrift", "överskriften", "otsikko", "berschrift",
    "überschrift", "titre",
  ]
  private static let titles: Set<String> = [
    "title", "subtitle", "rubrik", "underrubrik", "tittel", "undertittel", "titel", "undertitel",
    "contentsheading", "tocheading",
  ]
  private static let captions: Set<String> = [
    "toc", "contents", "innehåll", "innehll", "inn", "inh", "innhold", "caption", "beskrivning",
    "bildetekst", "bildtext", "tableoffigures", "header", "footer", "sidhuvud", "sidfot",
    "topptekst", "bunntekst",
  ]
  private static let placeholders: Set<String> = [
    "placeholdertext", "platshållartext", "platshllartext", "plassholdertekst", "pladsholdertekst",
  ]
}
