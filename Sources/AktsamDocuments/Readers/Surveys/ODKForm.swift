import AktsamXML

/// An XForm as ODK and OpenRosa write it: the body's controls, with their binds and texts.
struct ODKForm {
  /// What stands in the body, in order.
  enum Entry {
    case open(titles: [SurveyText])
    case close
    /// A text to read, with nothing to answer.
    case note([SurveyText])
    case question(SurveyQuestion, path: String)
  }

  /// What the model says about an element of the answers.
  private struct Bind {
    var type = ""
    var isRequired = false
    var isReadOnly = false
    var isCalculated = false
    var condition = SurveyCondition.constant(true)
  }

  static let namespace = "http://www.w3.org/2002/xforms"

  /// The id of the form; empty when it has none.
  private(set) var id = ""
  /// The title.
  private(set) var titles: [SurveyText] = []
  /// The body.
  private(set) var entries: [Entry] = []
  /// The positions of the questions in ``entries`` by the path of their answers.
  private(set) var questions: [String: Int] = [:]
  /// The titles of groups by their paths.
  private(set) var groups: [String: [SurveyText]] = [:]
  /// The options of the questions, by their path.
  private(set) var options: [String: SurveyOptions] = [:]
  /// The language that the form marks as its own; nil when it marks none.
  private(set) var language: String?

  private let part: SurveyPart
  private var binds: [String: Bind] = [:]
  private var pathsByID: [String: String] = [:]
  private var translations: [String: [(version: String, node: Int)]] = [:]
  private var translated: [String: [SurveyText]] = [:]
  private var instances: [String: Int] = [:]
  private var lists: [String: SurveyOptions] = [:]
  private var root = ""

  private var xml: XMLDocument { part.xml }

  /// Whether a document is a form.
  static func isForm(_ xml: XMLDocument) -> Bool {
    guard let root = xml.root, xml.local(of: root) == "html",
      let head = xml.firstChild(of: root, named: "head")
    else { return false }
    return xml.childElements(of: head).contains { xml.isElement($0, namespace, "model") }
  }

  /// Reads a form.
  init(_ part: SurveyPart, in document: inout Document) {
    self.part = part
    guard let html = xml.root, let head = xml.firstChild(of: html, named: "head") else { return }
    for child in xml.childElements(of: head) {
      switch xml.local(of: child) {
      case "title":
        titles = SurveyText(child, in: part, document: &document).map { [$0] } ?? []
      case "model": readModel(child)
      default: break
      }
    }
    for body in xml.childElements(of: html, named: "body") {
      readControls(of: body, context: "/" + root, document: &document)
    }
  }

  /// Whether the form fills an element in by itself, or knows nothing of it.
  func isFilledIn(_ path: String) -> Bool {
    binds[path].map { $0.isCalculated } ?? true
  }
}

// MARK: - The model

extension ODKForm {
  private mutating func readModel(_ model: Int) {
    // Binds are relative to the root of the answers.
    for child in xml.childElements(of: model) {
      switch xml.local(of: child) {
      case "instance":
        let key = xml.attribute("id", of: child) ?? ""
        guard let content = xml.childElements(of: child).first else { continue }
        if root.isEmpty {
          root = xml.local(of: content)
          id = xml.attribute("id", of: content) ?? xml.namespace(of: content)
        }
        if instances[key] == nil { instances[key] = content }
      case "itext": readTranslations(child)
      default: break
      }
    }
    for child in xml.childElements(of: model, named: "bind") { readBind(child) }
  }

  /// The translation that is marked as the default comes first.
  private mutating func readTranslations(_ itext: Int) {
    let all = xml.childElements(of: itext, named: "translation")
    let isDefault = all.map { (xml.attribute("default", of: $0) ?? "").hasPrefix("true") }
    let ordered =
      all.indices.filter { isDefault[$0] } + all.indices.filter { !isDefault[$0] }
    var byID: [String: [(version: String, node: Int)]] = [:]
    for translation in ordered.map({ all[$0] }) {
      let version = xml.attribute("lang", of: translation) ?? ""
      if language == nil { language = SurveyLanguage.normalise(version) }
      for text in xml.childElements(of: translation, named: "text") {
        guard let id = xml.attribute("id", of: text) else { continue }
        for value in xml.childElements(of: text, named: "value") {
          // Images, sounds and short forms of the same text.
          guard (xml.attribute("form", of: value) ?? "long") == "long" else { continue }
          byID[id, default: []].append((version, value))
        }
      }
    }
    translations.merge(byID) { first, _ in first }
  }

  private mutating func readBind(_ node: Int) {
    guard let nodeset = xml.attribute("nodeset", of: node) else { return }
    let path = Self.resolve(nodeset, in: "/" + root)
    if let id = xml.attribute("id", of: node) { pathsByID[id] = path }
    var bind = Bind()
    bind.type =
      (xml.attribute("type", of: node) ?? "").split(separator: ":").last
      .map { String($0) } ?? ""
    bind.isRequired = (xml.attribute("required", of: node) ?? "").hasPrefix("true")
    bind.isReadOnly = (xml.attribute("readonly", of: node) ?? "").hasPrefix("true")
    bind.isCalculated =
      xml.attribute("calculate", of: node) != nil || xml.attribute("preload", of: node) != nil
    if let relevant = xml.attribute("relevant", of: node) {
      bind.condition = SurveyExpression.condition(relevant).renamed { name in
        name.contains("/") || name.hasPrefix(".") ? Self.resolve(name, in: path) : nil
      }
    }
    binds[path] = bind
  }

  /// Returns an absolute path without predicates.
  ///
  /// - Parameters:
  ///   - reference: a path, absolute or relative.
  ///   - context: the absolute path that it is relative to.
  /// - Returns: the path.
  static func resolve(_ reference: String, in context: String) -> String {
    var steps: [Substring] = reference.hasPrefix("/") ? [] : context.split(separator: "/")
    for step in withoutPredicates(reference).split(separator: "/") {
      switch step {
      case ".": continue
      case "..": steps = steps.dropLast()
      case "current()": steps = context.split(separator: "/")
      default: steps.append(withoutPrefix(step))
      }
    }
    return "/" + steps.joined(separator: "/")
  }

  private static func withoutPrefix(_ step: Substring) -> Substring {
    let name = step.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    return name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name
  }

  /// The conditions of an element and of the groups around it.
  private func conditions(_ path: String) -> [SurveyCondition] {
    var result: [SurveyCondition] = []
    var prefix = ""
    for step in path.split(separator: "/") {
      prefix += "/" + step
      if let bind = binds[prefix], bind.condition != .constant(true) {
        result.append(bind.condition)
      }
    }
    return result
  }
}

// MARK: - The body

extension ODKForm {
  private static let controls: Set<String> = [
    "input", "select", "select1", "rank", "range", "upload", "trigger", "secret", "textarea",
  ]

  private mutating func readControls(of parent: Int, context: String, document: inout Document) {
    for child in xml.childElements(of: parent) {
      let local = xml.local(of: child)
      let path = path(of: child, context: context)
      if local == "group" || local == "repeat" {
        let titles = texts("label", of: child, document: &document)
        entries.append(.open(titles: titles))
        if let path, !titles.isEmpty { groups[path] = titles }
        readControls(of: child, context: path ?? context, document: &document)
        entries.append(.close)
      } else if Self.controls.contains(local), let path {
        readControl(child, local, path: path, document: &document)
      }
    }
  }

  private func path(of node: Int, context: String) -> String? {
    if let bind = xml.attribute("bind", of: node) { return pathsByID[bind] }
    return (xml.attribute("ref", of: node) ?? xml.attribute("nodeset", of: node)).map {
      Self.resolve($0, in: context)
    }
  }

  private mutating func readControl(
    _ node: Int, _ local: String, path: String, document: inout Document
  ) {
    let bind = binds[path] ?? Bind()
    let labels = texts("label", of: node, document: &document)
    if local == "input", bind.isReadOnly {
      entries.append(.note(labels + texts("hint", of: node, document: &document)))
      return
    }
    var question = SurveyQuestion(
      id: path, texts: labels, help: texts("hint", of: node, document: &document),
      name: path.split(separator: "/").last.map { String($0) } ?? path,
      kind: Self.kind(local, bind.type), isMandatory: bind.isRequired,
      conditions: conditions(path))
    var own = SurveyOptions()
    for item in xml.childElements(of: node, named: "item") {
      let code = xml.firstChild(of: item, named: "value").map { xml.string(of: $0) } ?? ""
      own.add(code, texts("label", of: item, document: &document))
    }
    if let itemset = xml.firstChild(of: node, named: "itemset") {
      own = list(itemset, document: &document)
      question.optionList = Self.withoutPredicates(xml.attribute("nodeset", of: itemset) ?? "")
    }
    question.options = own.list
    options[path] = own
    if questions[path] == nil { questions[path] = entries.count }
    entries.append(.question(question, path: path))
  }

  private static func kind(_ local: String, _ type: String) -> Question.Kind {
    switch (local, type) {
    case ("select1", _): .choice
    case ("select", _), ("rank", _): .multi
    case ("upload", _), (_, "binary"): .evidence
    case ("trigger", _), (_, "boolean"): .yesNo
    case ("range", _), (_, "int"), (_, "integer"), (_, "decimal"): .number
    case (_, "date"), (_, "dateTime"): .date
    default: .text
    }
  }

  /// Returns the options of a list that stands in an instance of its own; predicates, which narrow
  /// it down by other answers, are left out.
  private mutating func list(_ itemset: Int, document: inout Document) -> SurveyOptions {
    let nodeset = xml.attribute("nodeset", of: itemset) ?? ""
    let value = xml.firstChild(of: itemset, named: "value").flatMap { xml.attribute("ref", of: $0) }
    let label = xml.firstChild(of: itemset, named: "label").flatMap { xml.attribute("ref", of: $0) }
    let path = Self.withoutPredicates(nodeset)
    let key = [path, value ?? "", label ?? ""].joined(separator: "\n")
    if let known = lists[key] { return known }
    var result = SurveyOptions()
    if let value, let label, path.hasPrefix("instance("),
      let open = path.firstIndex(where: { $0 == "'" || $0 == "\"" }),
      let close = path[path.index(after: open)...].firstIndex(of: path[open]),
      let start = instances[String(path[path.index(after: open)..<close])]
    {
      let steps = path[close...].split(separator: "/").dropFirst()
      var nodes = steps.first.map { String($0) } == xml.local(of: start) ? [start] : []
      for step in steps.dropFirst() {
        nodes = nodes.flatMap { xml.childElements(of: $0, named: String(step)) }
      }
      for node in nodes {
        guard let code = xml.firstChild(of: node, named: value) else { continue }
        result.add(
          xml.string(of: code), itemLabel(label, of: node, document: &document))
      }
    }
    lists[key] = result
    return result
  }

  private mutating func itemLabel(
    _ reference: String, of node: Int, document: inout Document
  ) -> [SurveyText] {
    let isTranslated = reference.hasPrefix("jr:itext(") && reference.hasSuffix(")")
    let name = isTranslated ? String(reference.dropFirst(9).dropLast()) : reference
    guard let source = xml.firstChild(of: node, named: name) else { return [] }
    if isTranslated { return translation(xml.string(of: source), document: &document) }
    return SurveyText(source, in: part, document: &document).map { [$0] } ?? []
  }

  static func withoutPredicates(_ path: String) -> String {
    var depth = 0
    var result = ""
    for character in path {
      if character == "[" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == "]" { depth = max(0, depth - 1) }
    }
    return result
  }

  /// Returns a label or hint, inline or from the translations.
  private mutating func texts(
    _ local: String, of node: Int, document: inout Document
  ) -> [SurveyText] {
    guard let label = xml.firstChild(of: node, named: local) else { return [] }
    if let reference = xml.attribute("ref", of: label), reference.hasPrefix("jr:itext("),
      let open = reference.firstIndex(where: { $0 == "'" || $0 == "\"" }),
      let close = reference.lastIndex(of: reference[open]), open < close
    {
      return translation(
        String(reference[reference.index(after: open)..<close]), document: &document)
    }
    return SurveyText(label, in: part, document: &document).map { [$0] } ?? []
  }

  private mutating func translation(_ id: String, document: inout Document) -> [SurveyText] {
    if let known = translated[id] { return known }
    let texts = (translations[id] ?? []).compactMap {
      SurveyText($0.node, in: part, version: $0.version, document: &document)
    }
    translated[id] = texts
    return texts
  }
}
