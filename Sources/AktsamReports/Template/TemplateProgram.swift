import AktsamClauses
internal import Mustache

/// A stretch of a template: text as it is, or a tag.
enum TemplatePiece: Sendable {
  case text(String)
  case tag(TemplateTag)
  /// A tag in the code of a field, where only an address may stand.
  case fieldTag(TemplateTag)
}

/// A checked text template, or a part of a document, ready to be filled.
///
/// Mustache itself gets the tags alone; what stands between them is looked up like a value. So nothing
/// that a template or a value holds can be taken for a tag, and all that is written passes one place
/// where it is counted.
struct TemplateProgram: Sendable {
  private let template: MustacheTemplate
  private let texts: [String]
  private let form: TemplateForm

  /// Checks and compiles a template.
  ///
  /// - Parameters:
  ///   - pieces: the template.
  ///   - form: what it is written in.
  ///   - names: the names that it may use.
  /// - Throws: ``TemplateFault`` where a section has no end or a name is not known.
  init(
    _ pieces: [TemplatePiece], form: TemplateForm, names: TemplateScope
  ) throws(TemplateFault) {
    self.form = form
    var texts: [String] = []
    var source = ""
    var checker = TemplateChecker(names: names, form: form)
    for piece in pieces {
      switch piece {
      case .text(let text):
        guard !text.isEmpty else { continue }
        try checker.pass(text)
        source += "{{&\(Self.mark)\(texts.count)}}"
        texts.append(text)
      case .tag(let tag), .fieldTag(let tag):
        var isInField = false
        if case .fieldTag = piece { isInField = true }
        try checker.check(tag, inField: isInField)
        switch tag.kind {
        case .comment: break
        case .variable: source += "{{&\(tag.name)}}"
        default: source += tag.text
        }
      }
    }
    try checker.finish()
    self.texts = texts
    do {
      template = try MustacheTemplate(string: source)
    } catch {
      throw TemplateFault("", "Mustache cannot read it (\(error)): check the tags")
    }
  }

  /// What the names of texts begin with; no name of a value does.
  static let mark = "_"

  /// Returns the filled template.
  ///
  /// - Parameters:
  ///   - value: the values.
  ///   - meter: what may still be written.
  /// - Returns: the text; cut short, with the meter exceeded, when more would have to be written.
  func render(_ value: TemplateValue, meter: TemplateMeter) -> String {
    let scene = TemplateScene(texts: texts, form: form, meter: meter)
    return template.render(scene.root(value))
  }
}

/// Follows the tags of a template and checks each where it stands.
private struct TemplateChecker {
  /// A level of names.
  private struct Level {
    var tag: TemplateTag?
    var scope: TemplateScope
    /// What `{{.}}` is here.
    var item: TemplateShape?
  }

  private var levels: [Level]
  private var markup = MarkupPosition()
  private let form: TemplateForm
  private let root: TemplateScope

  init(names: TemplateScope, form: TemplateForm) {
    levels = [Level(tag: nil, scope: names, item: nil)]
    root = names
    self.form = form
  }

  mutating func pass(_ text: String) throws(TemplateFault) {
    if form == .markup { markup.pass(text.utf8) }
  }

  func finish() throws(TemplateFault) {
    guard let tag = levels.last?.tag else { return }
    throw TemplateFault(tag.place, "\(tag.text) has no end: write {{/\(tag.name)}}")
  }

  mutating func check(_ tag: TemplateTag, inField: Bool) throws(TemplateFault) {
    switch tag.kind {
    case .comment: break
    case .end:
      guard levels.count > 1, levels.last?.tag?.name == tag.name else {
        throw TemplateFault(
          tag.place,
          "\(tag.text) ends a section that does not begin where it could end: move the "
            + "tags of the section to the same level")
      }
      levels.removeLast()
    case .variable:
      let shape = try shape(of: tag)
      try checkVariable(tag, shape, inField: inField)
    case .section, .inverted:
      let shape = try shape(of: tag)
      if inField {
        throw TemplateFault(
          tag.place, "\(tag.text) stands in the code of a field: only an address can stand there")
      }
      try enter(tag, shape)
    }
  }

  private mutating func enter(
    _ tag: TemplateTag, _ shape: TemplateShape
  ) throws(TemplateFault) {
    var level = Level(tag: tag, scope: TemplateScope(shapes: [:]), item: nil)
    if tag.kind == .section {
      switch shape {
      case .list(let scope):
        level.scope = TemplateScope(
          shapes: scope.shapes.merging(TemplateScope.item) { own, _ in own })
        level.item = nil
      case .words:
        level.scope = TemplateScope(shapes: TemplateScope.item)
        level.item = .text
      case .group(let scope):
        level.scope = scope
        level.item = nil
      case .text, .address: level.item = shape
      case .flag: level.item = levels.last?.item
      }
    }
    guard levels.count <= TemplateLimits.depth else {
      throw TemplateFault(
        tag.place, "more than \(TemplateLimits.depth) sections stand inside each other")
    }
    levels.append(level)
  }

  private mutating func checkVariable(
    _ tag: TemplateTag, _ shape: TemplateShape, inField: Bool
  ) throws(TemplateFault) {
    var isAddress = false
    switch shape {
    case .text: break
    case .address: isAddress = true
    case .flag:
      throw TemplateFault(
        tag.place,
        "\(tag.name) is yes or no: write {{#\(tag.name)}} … {{/\(tag.name)}} around what it decides"
      )
    case .list:
      throw TemplateFault(
        tag.place,
        "\(tag.name) is a list: write {{#\(tag.name)}} … {{/\(tag.name)}} around what is repeated")
    case .words:
      throw TemplateFault(
        tag.place, "\(tag.name) is a list: write {{#\(tag.name)}}{{.}}{{/\(tag.name)}}")
    case .group(let scope):
      let first = scope.shapes.keys.min() ?? ""
      throw TemplateFault(
        tag.place, "\(tag.name) is a group of names: write one of them, as {{\(tag.name).\(first)}}"
      )
    }
    if inField, !isAddress {
      throw TemplateFault(
        tag.place, "\(tag.text) stands in the code of a field: only an address can stand there")
    }
    if form == .markup, let reason = markup.objection(toAddress: isAddress) {
      throw TemplateFault(tag.place, "\(tag.text) \(reason)")
    }
  }

  // MARK: - Names

  private func shape(of tag: TemplateTag) throws(TemplateFault) -> TemplateShape {
    if tag.name == "." {
      guard let item = levels.last?.item else {
        throw TemplateFault(
          tag.place, "{{.}} stands for an item of a list of texts, and this is none: write a name")
      }
      return item
    }
    var parts = tag.name.split(separator: ".").map(String.init)
    let first = parts.removeFirst()
    guard var shape = levels.reversed().lazy.compactMap({ $0.scope.shapes[first] }).first else {
      throw TemplateFault(tag.place, unknown(first))
    }
    var path = first
    for part in parts {
      guard case .group(let scope) = shape else {
        throw TemplateFault(
          tag.place, "\(path) has no names below it: write {{\(path)}} or a section")
      }
      guard let next = scope.shapes[part] else {
        let near = Suggestion.nearest(to: part, among: scope.shapes.keys)
        throw TemplateFault(
          tag.place,
          "\(path) has no \"\(part)\""
            + (near.map { ": did you mean \"\(path).\($0)\"?" } ?? ""))
      }
      path += ".\(part)"
      shape = next
    }
    return shape
  }

  /// Says that a name is not known here, and which one is near or where it is known.
  private func unknown(_ name: String) -> String {
    let start = "\"\(name)\" is not known here"
    if let list = Self.list(with: name, in: root) {
      return "\(start): it belongs between {{#\(list)}} and {{/\(list)}}"
    }
    let known = levels.flatMap { $0.scope.shapes.keys }
    if let near = Suggestion.nearest(to: name, among: known) {
      return "\(start): did you mean \"\(near)\"?"
    }
    return "\(start); the names stand in examples/templates/README.md"
  }

  /// Returns the list, nearest to the top, whose items have a name.
  private static func list(with name: String, in scope: TemplateScope) -> String? {
    var scopes = [scope]
    for _ in 0..<TemplateLimits.depth where !scopes.isEmpty {
      var next: [TemplateScope] = []
      for scope in scopes {
        for (list, shape) in scope.shapes.sorted(by: { $0.key < $1.key }) {
          guard case .list(let items) = shape else { continue }
          if items.shapes[name] != nil { return list }
          next.append(items)
        }
      }
      scopes = next
    }
    return nil
  }
}
