internal import AktsamXML

/// A field for input: a content control, or a form field of older documents.
struct WordControl {
  /// What kind of field it is.
  enum Kind {
    /// Text, a date or a choice, shown as text.
    case text(Question.Kind)
    /// A check box, ticked or not.
    case box(isChecked: Bool)
    /// No field: a wrapper that the program put around text.
    case wrapper
    /// A table of contents.
    case contents
  }

  /// What kind of field it is.
  var kind: Kind
  /// Its title; empty = none.
  var title = ""
  /// The name that programs know it by; empty = none.
  var tag = ""
  /// Whether it shows a prompt instead of an answer.
  var isEmpty = false
  /// The byte range of the document's text that it fills.
  var range = 0..<0

  /// What a citation shows for it.
  var label: String { title.isEmpty ? tag : title }

  /// Reads the properties of a content control.
  ///
  /// - Parameters:
  ///   - control: the element `sdt`.
  ///   - part: the part that it stands in.
  init(_ control: Int, in part: WordPart) {
    kind = .text(.text)
    guard let properties = part.child(control, .sdtPr) else {
      kind = .wrapper
      return
    }
    let xml = part.xml
    for property in xml.childElements(of: properties) {
      let value = xml.attribute("val", of: property)
      switch xml.local(of: property) {
      case "alias": title = value ?? ""
      case "tag": tag = value ?? ""
      case "showingPlcHdr": isEmpty = WordPart.isOn(value)
      case "checkbox":
        let checked = xml.firstChild(of: property, named: "checked")
        kind = .box(
          isChecked: checked.map { WordPart.isOn(xml.attribute("val", of: $0)) } ?? false)
      case "dropDownList", "comboBox": kind = .text(.choice)
      case "date": kind = .text(.date)
      case "docPartObj":
        let gallery = xml.firstChild(of: property, named: "docPartGallery")
          .flatMap { xml.attribute("val", of: $0) }
        kind = gallery?.hasPrefix("Table of") == true ? .contents : .wrapper
      case "group", "picture", "citation", "bibliography", "equation", "repeatingSection",
        "repeatingSectionItem", "docPartList":
        kind = .wrapper
      case "dataBinding":
        // Bound to the title or author of the file, which is no answer.
        if xml.attribute("prefixMappings", of: property)?.contains("-properties") == true {
          kind = .wrapper
        }
      default: break
      }
    }
    // Google Docs wraps every stretch of text in a control of its own.
    if tag.hasPrefix("goog_rdk") { kind = .wrapper }
  }

  /// Reads the data of a form field; nil when it is none.
  ///
  /// - Parameters:
  ///   - data: the element `ffData`.
  ///   - part: the part that it stands in.
  init?(field data: Int, in part: WordPart) {
    let xml = part.xml
    func value(_ node: Int, _ name: String) -> String? {
      xml.firstChild(of: node, named: name).flatMap { xml.attribute("val", of: $0) }
    }
    func isOn(_ node: Int, _ name: String) -> Bool? {
      xml.firstChild(of: node, named: name).map { WordPart.isOn(xml.attribute("val", of: $0)) }
    }
    if let box = xml.firstChild(of: data, named: "checkBox") {
      kind = .box(isChecked: isOn(box, "checked") ?? isOn(box, "default") ?? false)
    } else if let list = xml.firstChild(of: data, named: "ddList") {
      kind = .text(.choice)
      let entries = xml.childElements(of: list, named: "listEntry")
      let index = value(list, "result").flatMap { Int($0) } ?? -1
      isEmpty = !entries.indices.contains(index)
      if !isEmpty { choice = entries[index] }
    } else if xml.firstChild(of: data, named: "textInput") != nil {
      kind = .text(.text)
    } else {
      return nil
    }
    title = value(data, "statusText") ?? value(data, "helpText") ?? ""
    tag = value(data, "name") ?? ""
  }

  /// The element of the entry that a drop-down form field shows, which has no text of its own.
  private(set) var choice: Int?

  /// Whether a text is what programs show in a field that nobody has filled in.
  static func isPrompt(_ text: ArraySlice<UInt8>) -> Bool {
    prompts.contains { text.starts(with: $0.utf8) }
  }

  private static let prompts = [
    "Click or tap", "Click here to enter", "Choose an item", "Enter text here",
    "Klicka eller tryck", "Klicka här för att", "Välj ett objekt", "Klikk eller trykk",
    "Klikk her for å", "Velg et element", "Klik eller tryk", "Vælg et element",
  ]
}
