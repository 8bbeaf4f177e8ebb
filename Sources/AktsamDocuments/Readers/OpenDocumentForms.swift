import AktsamXML

/// The form controls of an OpenDocument file (`office:forms`), by the ids that the text refers to.
struct OpenDocumentForms {
  /// A text that stands in an attribute or in the text.
  struct Value {
    var text: String
    /// The byte range in the source; in the document's text when ``isText``.
    var range: Range<Int>
    var isText: Bool
  }

  /// One control that a person fills in.
  struct Control {
    /// The element.
    var node: Int
    /// What it is called in the file.
    var name: String
    /// The words beside it, and the byte range of the source they were read from.
    var label: (text: String, source: Range<Int>)?
    /// What is filled in; empty = nothing.
    var values: [Value] = []
    /// Whether it is a box or a button to tick.
    var isBox = false
    /// Whether that is ticked.
    var isTicked = false
  }

  private let controls: [String: Control]
  private var order: [String] = []
  private var taken: Set<String> = []

  /// Reads all forms of a document.
  init(_ xml: XMLDocument) {
    var controls: [String: Control] = [:]
    var labels: [String: (text: String, source: Range<Int>)] = [:]
    let name = xml.nameID(namespace: OpenDocumentName.office, local: "forms")
    for forms in xml.nodes.indices where name >= 0 && xml.nodes[forms].name == name {
      for node in forms..<Int(xml.nodes[forms].end) where xml.nodes[node].kind == .element {
        let local = xml.local(of: node)
        if local == "fixed-text", let label = Self.attribute("label", node, xml),
          let targets = xml.attribute("for", of: node)
        {
          for id in targets.split(separator: ",") {
            labels[id.split(separator: " ").joined()] = label
          }
        }
        guard let control = Self.control(node, local, xml),
          let id = xml.attribute("id", of: node), controls[id] == nil
        else { continue }
        controls[id] = control
        order.append(id)
      }
    }
    for (id, label) in labels where controls[id]?.label == nil { controls[id]?.label = label }
    self.controls = controls
  }

  /// Returns a control that stands in the text; each is returned once.
  mutating func take(_ id: String) -> Control? {
    guard let control = controls[id], taken.insert(id).inserted else { return nil }
    return control
  }

  /// The controls that no place in the text was met for.
  var unplaced: [Control] {
    order.filter { !taken.contains($0) }.compactMap { controls[$0] }
  }

  private static func control(_ node: Int, _ local: String, _ xml: XMLDocument) -> Control? {
    var control = Control(
      node: node, name: xml.attribute("name", of: node) ?? "",
      label: attribute("label", node, xml) ?? attribute("title", node, xml))
    switch local {
    case "checkbox", "radio":
      control.isBox = true
      control.isTicked =
        local == "checkbox"
        ? (xml.attribute("current-state", of: node) ?? xml.attribute("state", of: node))
          == "checked"
        : (xml.attribute("current-selected", of: node) ?? xml.attribute("selected", of: node))
          == "true"
    case "text", "textarea", "formatted-text", "number", "date", "time", "combobox", "password":
      if let value = attribute("current-value", node, xml) ?? attribute("value", node, xml) {
        control.values = [Value(text: value.text, range: value.source, isText: false)]
      } else {
        // A text area may hold its text as paragraphs.
        control.values = xml.childElements(of: node, named: "p").map {
          Value(text: "", range: xml.textRange(of: $0), isText: true)
        }
      }
    case "listbox":
      let options = xml.childElements(of: node, named: "option")
      let marked = options.filter { xml.attribute("current-selected", of: $0) == "true" }
      let chosen =
        marked.isEmpty ? options.filter { xml.attribute("selected", of: $0) == "true" } : marked
      control.values = chosen.compactMap { option in
        attribute("label", option, xml).map {
          Value(text: $0.text, range: $0.source, isText: false)
        }
      }
    default: return nil
    }
    return control
  }

  private static func attribute(
    _ local: String, _ node: Int, _ xml: XMLDocument
  ) -> (text: String, source: Range<Int>)? {
    guard let text = xml.attribute(local, of: node), text.contains(where: { !$0.isWhitespace }),
      let source = xml.attributeRange(local, of: node)
    else { return nil }
    return (text, source)
  }
}
