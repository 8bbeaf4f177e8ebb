internal import AktsamText
internal import AktsamXML

/// The parts of a Word document that are read, from whatever container they came.
struct WordParts {
  /// The part with the body.
  var main: WordPart
  /// The styles; the element `styles`.
  var styles: WordPart?
  /// The list definitions; the element `numbering`, or `lists` of Word 2003.
  var numbering: WordPart?
  /// The footnotes.
  var footnotes: WordPart?
  /// The endnotes.
  var endnotes: WordPart?
  /// The comments.
  var comments: WordPart?
  /// The headers and footers, in the order of the relationships.
  var margins: [WordPart] = []
  /// The day on which the document was last changed, else nil.
  var modified: String?

  /// Creates the parts of a document that has only a body.
  init(main: WordPart) {
    self.main = main
  }

  /// The headers and footers that are read at most: each is short, and further ones repeat them.
  private static let marginLimit = 60

  /// Finds the parts beside the main one through its relationships (Open Packaging Conventions).
  ///
  /// - Parameters:
  ///   - main: the main part.
  ///   - name: its name in the package, such as `word/document.xml`.
  ///   - part: returns a member of the package by name, parsed.
  init(main: WordPart, name: String, part: (String) -> WordPart?) {
    self.main = main
    let (folder, file) = Self.split(name)
    var found: Set<String> = []
    if let relations = part("\(folder)_rels/\(file).rels") {
      for relation in Self.relations(relations) {
        // Words after the last slash are the same in transitional and strict documents.
        let kind = relation.kind
        guard Self.known.contains(kind) else { continue }
        let target = Self.resolve(relation.target, in: folder)
        guard found.insert(target).inserted else { continue }
        switch kind {
        case "styles": styles = styles ?? part(target)
        case "numbering": numbering = numbering ?? part(target)
        case "footnotes": footnotes = footnotes ?? part(target)
        case "endnotes": endnotes = endnotes ?? part(target)
        case "comments": comments = comments ?? part(target)
        default:
          if margins.count < Self.marginLimit, let margin = part(target) { margins.append(margin) }
        }
      }
    } else {
      styles = part("\(folder)styles.xml")
      numbering = part("\(folder)numbering.xml")
      footnotes = part("\(folder)footnotes.xml")
      endnotes = part("\(folder)endnotes.xml")
      comments = part("\(folder)comments.xml")
    }
    if let core = part("docProps/core.xml") {
      modified = core.xml.firstChild(of: core.root, named: "modified")
        .flatMap { day(core.xml.string(of: $0)) }
    }
  }

  private static let known: Set<String> = [
    "styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer",
  ]

  /// Returns the relationships that a part of relationships lists: the last word of the type, and
  /// the target as written.
  static func relations(_ part: WordPart) -> [(kind: String, target: String)] {
    part.xml.childElements(of: part.root, named: "Relationship").compactMap { node in
      guard part.xml.attribute("TargetMode", of: node) != "External",
        let type = part.xml.attribute("Type", of: node),
        let target = part.xml.attribute("Target", of: node)
      else { return nil }
      return (String(type.split(separator: "/").last ?? ""), target)
    }
  }

  /// Returns the folder of a name, with its slash, and the rest.
  static func split(_ name: String) -> (folder: String, file: String) {
    let parts = name.split(separator: "/")
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    return (folder, String(parts.last ?? ""))
  }

  /// Returns the name in the package that a target means.
  static func resolve(_ target: String, in folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." {
        _ = steps.popLast()
      } else if step != "." {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
