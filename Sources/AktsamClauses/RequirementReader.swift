import AktsamText
import AktsamXML

extension LibraryBuilder {
  /// Reads `<requirements>`: the requirements of one theme.
  func readRequirements(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes(["theme"], of: root)
    let theme = file.required("theme", of: root) ?? ""
    for node in file.elements(of: root) {
      guard file.name(node) == "requirement" else {
        file.unexpected(node, in: root)
        continue
      }
      guard let id = file.required("id", of: node) else { continue }
      let requirement = readRequirement(file, node, id: id, theme: theme)
      if define("requirement", id, Site(file: file, node: node), in: &requirementSites) {
        requirements.append(requirement)
      }
    }
  }

  private func readRequirement(
    _ file: ClauseFile, _ node: Int, id: String, theme: String
  ) -> Requirement {
    file.expectAttributes(["id", "step", "severity", "roles", "kind", "facts"], of: node)
    for attribute in ["step", "roles"] { _ = file.required(attribute, of: node) }
    var texts = TextCollector()
    var authorities: [String] = []
    var topic: [Pattern] = []
    var unless: [Pattern] = []
    var denial: [Pattern] = []
    var affirmedWhenDenied: [Int] = []
    var toleratedHedges: [Int] = []
    var elements: [Element] = []
    var elementIDs: Set<String> = []
    var examples: [Example] = []
    var sites: [Site] = []
    for child in file.elements(of: node) {
      switch file.name(child) {
      case "title", "rationale", "question", "dialogue", "wording", "evidence":
        texts.take(child, in: file)
      case "authority":
        if let provision = readAuthority(file, child) { authorities.append(provision) }
      case "topic":
        readPatterns(file, child, matches: &topic, exceptions: &unless)
      case "denial":
        readPatterns(file, child, matches: &denial)
      case "affirmed-when-denied":
        affirmedWhenDenied = concepts(file, child)
      case "tolerated-hedges":
        toleratedHedges = concepts(file, child)
      case "element":
        guard let element = readElement(file, child) else { continue }
        if !elementIDs.insert(element.id).inserted {
          log.add(
            ClauseMessage.duplicate("element", element.id, first: nil, file.place(child)))
        }
        elements.append(element)
      case "example":
        guard withExamples, let example = readExample(file, child) else { continue }
        examples.append(example)
        sites.append(Site(file: file, node: child))
      default:
        file.unexpected(child, in: node)
      }
    }
    if authorities.isEmpty, file.document.firstChild(of: node, named: "authority") == nil {
      log.add(ClauseMessage.missingElement("authority", in: id, file.place(node)))
    }
    if topic.isEmpty {
      log.add(ClauseMessage.missingElement("topic", in: id, file.place(node)))
    }
    if exampleSites[id] == nil { exampleSites[id] = sites }
    func text(_ name: String) -> LocalizedText {
      texts.texts(name, of: node, called: id, in: file)
    }
    return Requirement(
      id: id, theme: theme, step: file.number("step", of: node, in: 1...6) ?? 1,
      severity: file.choice("severity", of: node, missing: nil) ?? .medium,
      roles: file.roles("roles", of: node),
      kind: file.choice("kind", of: node, missing: .duty) ?? .duty, title: text("title"),
      rationale: text("rationale"), authorities: authorities, question: text("question"),
      dialogue: text("dialogue"), wording: text("wording"), evidence: text("evidence"),
      topic: topic, unless: unless, denial: denial, affirmedWhenDenied: affirmedWhenDenied,
      toleratedHedges: toleratedHedges,
      facts: file.words(ofAttribute: "facts", node).compactMap {
        file.oneOf(
          ClauseVocabulary.facts, $0, of: "facts", file.place(ofAttribute: "facts", node))
      },
      elements: elements, examples: examples)
  }

  private func readAuthority(_ file: ClauseFile, _ node: Int) -> String? {
    file.expectAttributes(["provision"], of: node)
    guard let id = file.required("provision", of: node) else { return nil }
    if provisionSites[id] == nil, !broken.contains("sources") {
      log.add(
        ClauseMessage.unknown(
          "provision", id, rule: "AK0209",
          suggestion: Suggestion.nearest(to: id, among: provisionSites.keys),
          file.place(ofAttribute: "provision", node)))
    }
    return id
  }

  private func readPatterns(
    _ file: ClauseFile, _ node: Int, matches: inout [Pattern], exceptions: inout [Pattern]
  ) {
    file.expectAttributes([], of: node)
    for child in file.elements(of: node) {
      switch file.name(child) {
      case "match": matches.append(readPattern(file, child))
      case "unless": exceptions.append(readPattern(file, child))
      default: file.unexpected(child, in: node)
      }
    }
  }

  private func readPatterns(_ file: ClauseFile, _ node: Int, matches: inout [Pattern]) {
    file.expectAttributes([], of: node)
    for child in file.elements(of: node) {
      if file.name(child) == "match" {
        matches.append(readPattern(file, child))
      } else {
        file.unexpected(child, in: node)
      }
    }
  }

  private func readExample(_ file: ClauseFile, _ node: Int) -> Example? {
    file.expectAttributes(["role", "outcome", "weaknesses", "mapped"], of: node)
    let role: DocumentRole? = file.choice("role", of: node, missing: nil)
    let outcome = file.required("outcome", of: node, in: ClauseVocabulary.outcomes)
    let weaknesses = file.words(ofAttribute: "weaknesses", node).compactMap {
      file.oneOf(
        ClauseVocabulary.weaknesses, $0, of: "weaknesses",
        file.place(ofAttribute: "weaknesses", node))
    }
    let isMapped = file.flag("mapped", of: node)
    guard
      let language = file.language(of: node, in: ClauseVocabulary.readLanguages),
      let text = file.text(of: node), let role, let outcome
    else { return nil }
    return Example(
      language: language, role: role, outcome: outcome, weaknesses: weaknesses,
      isMapped: isMapped, text: text,
      line: file.document.lines.line(at: file.document.sourceRange(of: node).lowerBound))
  }
}

extension LibraryBuilder {
  /// Reads `<element>`: something that a firm statement holds.
  private func readElement(_ file: ClauseFile, _ node: Int) -> Element? {
    file.expectAttributes(["id", "kind", "core", "code", "parameter", "silent"], of: node)
    let kind: Element.Kind = file.choice("kind", of: node, missing: .pattern) ?? .pattern
    let core = file.roles("core", of: node)
    guard let id = file.required("id", of: node) else { return nil }
    var texts = TextCollector()
    var patterns: [Pattern] = []
    for child in file.elements(of: node) {
      switch file.name(child) {
      case "label": texts.take(child, in: file)
      case "match": patterns.append(readPattern(file, child))
      default: file.unexpected(child, in: node)
      }
    }
    if kind == .pattern, patterns.isEmpty {
      log.add(ClauseMessage.missingElement("match", in: id, file.place(node)))
    }
    return Element(
      id: id, kind: kind, core: core, code: code(file, node, kind, isCore: !core.isEmpty),
      parameter: parameter(file, node, kind), silentIsAbsent: silence(file, node, kind),
      label: texts.texts("label", of: node, called: id, in: file), patterns: patterns)
  }

  /// The weakness that an absence earns: as given, else the kind's own. A core pattern has none.
  private func code(
    _ file: ClauseFile, _ node: Int, _ kind: Element.Kind, isCore: Bool
  ) -> String {
    if let given = file.optional("code", of: node) {
      return file.oneOf(
        ClauseVocabulary.weaknesses, given, of: "code", file.place(ofAttribute: "code", node))
        ?? ""
    }
    switch kind {
    case .time: return "no-deadline"
    case .chain: return "own-operations-only"
    case .evidence: return "no-evidence"
    case .standard: return "no-standard"
    case .pattern:
      if isCore { _ = file.required("code", of: node) }
      return ""
    }
  }

  private func parameter(_ file: ClauseFile, _ node: Int, _ kind: Element.Kind) -> String {
    guard let name = file.optional("parameter", of: node) else { return "" }
    let place = file.place(ofAttribute: "parameter", node)
    guard kind == .time else {
      log.add(
        ClauseMessage.unusedAttribute("parameter", because: "only a time has one", place))
      return ""
    }
    guard ClauseVocabulary.parameters.contains(name) else {
      log.add(
        ClauseMessage.unknown(
          "parameter", name, rule: "AK0211",
          suggestion: Suggestion.nearest(to: name, among: ClauseVocabulary.parameters), place))
      return ""
    }
    return name
  }

  private func silence(_ file: ClauseFile, _ node: Int, _ kind: Element.Kind) -> Bool {
    guard let value = file.optional("silent", of: node) else { return false }
    let place = file.place(ofAttribute: "silent", node)
    guard kind == .chain else {
      log.add(ClauseMessage.unusedAttribute("silent", because: "only a chain has one", place))
      return false
    }
    return file.oneOf(["absent"], value, of: "silent", place) != nil
  }
}
