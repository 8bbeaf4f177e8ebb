import AktsamXML

/// What stands in one paragraph or heading of an OpenDocument text, taken apart: its own text, and
/// what is only anchored in it.
struct OpenDocumentParagraph {
  /// A part of the text that somebody is to fill in.
  struct Field {
    /// The pieces of its text, byte ranges of the document's.
    var pieces: [Range<Int>] = []
    /// How many pieces of the paragraph stand before it.
    var before: Int
    /// What it is called; empty = nothing.
    var name: String
    /// The element.
    var node: Int
  }

  /// The pieces of the text that is shown, ascending.
  private(set) var pieces: [Range<Int>] = []
  /// The language of most of it by what its spans declare; nil = as the paragraph's style.
  var language: String? {
    guard let most = languages.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 2 > pieces.reduce(0, { $0 + $1.count })
    else { return nil }
    return most.key
  }
  /// The footnotes and endnotes cited in it (`text:note`).
  private(set) var notes: [Int] = []
  /// Frames and shapes anchored in it.
  private(set) var frames: [Int] = []
  /// Form controls anchored in it.
  private(set) var controls: [Int] = []
  /// What is to be filled in.
  private(set) var fields: [Field] = []
  /// How many stretches of it are hidden.
  private(set) var hidden = 0
  /// The number that the file itself says it shows (`text:number`); empty = none.
  private(set) var number = ""
  /// Whether the whole paragraph is hidden.
  private(set) var isHidden = false

  private var languages: [String: Int] = [:]

  /// Takes a paragraph apart.
  ///
  /// - Parameters:
  ///   - node: the `text:p` or `text:h`.
  ///   - xml: the document.
  ///   - names: its names, see ``OpenDocumentName/table(_:)``.
  ///   - styles: its styles.
  init(
    _ node: Int, _ xml: XMLDocument, _ names: [OpenDocumentName?], _ styles: OpenDocumentStyles
  ) {
    collect(node, xml, names, styles, language: nil)
  }

  private mutating func collect(
    _ node: Int, _ xml: XMLDocument, _ names: [OpenDocumentName?], _ styles: OpenDocumentStyles,
    language: String?
  ) {
    for child in xml.children(of: node) {
      switch xml.nodes[child].kind {
      case .processingInstruction: continue
      case .text:
        add(xml.textRange(of: child), language)
        continue
      case .element: break
      }
      let id = Int(xml.nodes[child].name)
      switch names.indices.contains(id) ? names[id] : nil {
      case .note: notes.append(child)
      case .annotation, .rubyText, .placeholder, .title, .description, .image, .object,
        .trackedChanges:
        break
      case .number: number = xml.string(of: child)
      case .hiddenText: hidden += xml.textRange(of: child).isEmpty ? 0 : 1
      case .hiddenParagraph:
        if xml.attribute("is-hidden", of: child) != "false" { isHidden = true }
      case .frame, .textBox, .customShape, .shape, .group: frames.append(child)
      case .control: controls.append(child)
      case .span:
        let style = xml.attribute("style-name", of: child)
        if styles.isHidden(style, family: "text") {
          hidden += 1
        } else {
          collect(
            child, xml, names, styles,
            language: styles.language(of: style, family: "text") ?? language)
        }
      case .contentControl, .textInput:
        var field = Field(
          before: pieces.count,
          name: xml.attribute("alias", of: child) ?? xml.attribute("title", of: child)
            ?? xml.attribute("description", of: child) ?? "", node: child)
        let first = pieces.count
        if xml.attribute("showing-place-holder", of: child) != "true" {
          collect(child, xml, names, styles, language: language)
        }
        field.pieces = Array(pieces[first...])
        fields.append(field)
      default: collect(child, xml, names, styles, language: language)
      }
    }
  }

  private mutating func add(_ range: Range<Int>, _ language: String?) {
    pieces.append(range)
    if let language { languages[language, default: 0] += range.count }
  }
}
