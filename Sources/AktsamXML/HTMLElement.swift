/// What the HTML standard says of an element that matters to where it ends ("parsing HTML
/// documents", tree construction), judged by its name.
struct HTMLElement: OptionSet {
  let rawValue: UInt16

  /// Has no content and no end tag.
  static let void = HTMLElement(rawValue: 1)
  /// Holds bytes that are no markup, up to its end tag.
  static let raw = HTMLElement(rawValue: 2)
  /// Holds text with references but without tags, up to its end tag.
  static let textOnly = HTMLElement(rawValue: 4)
  /// Ends a paragraph, and is not ended by the end tag of an inline element.
  static let block = HTMLElement(rawValue: 8)
  /// No end tag inside it closes anything outside.
  static let boundary = HTMLElement(rawValue: 16)
  /// May stand in `head`.
  static let head = HTMLElement(rawValue: 32)
  static let heading = HTMLElement(rawValue: 64)
  /// Its end tag may be left out.
  static let optionalEnd = HTMLElement(rawValue: 128)
  /// A part of a table that holds further parts, not text.
  static let tableContext = HTMLElement(rawValue: 256)
  /// Holds elements of another vocabulary, in which XML's empty tags count.
  static let foreign = HTMLElement(rawValue: 512)
  /// A list, which a `li` inside doesn't reach beyond.
  static let list = HTMLElement(rawValue: 1024)

  /// Returns what is known of a name in lower case; nothing for a name that HTML doesn't have.
  init(named name: String) {
    self = Self.table[name] ?? []
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  private static let table: [String: HTMLElement] = {
    var table: [String: HTMLElement] = [:]
    func add(_ traits: HTMLElement, _ names: String) {
      for name in names.split(separator: " ") {
        table[String(name), default: []].formUnion(traits)
      }
    }
    add(
      .void,
      "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
        + "track wbr")
    add(.raw, "script style xmp iframe noembed noframes")
    add(.textOnly, "textarea title")
    add(
      .block,
      "address article aside blockquote body caption center col colgroup dd details dialog dir div "
        + "dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup "
        + "hr html li listing main menu nav ol p plaintext pre search section summary table "
        + "tbody td tfoot th thead tr ul xmp")
    add(
      .boundary,
      "applet button caption foreignobject html marquee math object svg table td template th")
    add(.head, "base basefont bgsound link meta noframes noscript script style template title")
    add(.heading, "h1 h2 h3 h4 h5 h6")
    add(
      .optionalEnd,
      "body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th "
        + "thead tr")
    add(.tableContext, "table tbody tfoot thead tr")
    add(.foreign, "math svg")
    add(.list, "dir menu ol ul")
    return table
  }()
}
