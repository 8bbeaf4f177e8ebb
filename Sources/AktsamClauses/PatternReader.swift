import AktsamText
import AktsamXML

extension LibraryBuilder {
  /// Reads `<match>` or `<unless>`: a conjunction of conditions over concepts.
  func readPattern(_ file: ClauseFile, _ node: Int) -> Pattern {
    file.expectAttributes(["within", "near"], of: node)
    var pattern = Pattern(
      scope: file.choice("within", of: node, missing: .sentence) ?? .sentence,
      near: file.number("near", of: node, in: 1...100) ?? 0)
    var looksForSomething = false
    for child in file.elements(of: node) {
      let kind = file.name(child)
      file.expectAttributes(kind == "object" ? ["of"] : [], of: child)
      switch kind {
      case "any":
        looksForSomething = true
        append(concepts(file, child), to: &pattern.any)
      case "all":
        looksForSomething = true
        for concept in concepts(file, child) { pattern.any.append([concept]) }
      case "none":
        pattern.none += concepts(file, child)
      case "object":
        looksForSomething = true
        if let object = readObject(file, child) { pattern.objects.append(object) }
      case "by":
        pattern.bearers += words(file, child).compactMap { word in
          file.oneOf(
            ClauseVocabulary.bearers, word.text, of: kind,
            file.document.place(ofText: word.range))
        }
      case "heading":
        looksForSomething = true
        pattern.heading += concepts(file, child)
      case "role":
        for word in words(file, child) {
          if let role = file.role(word.text, kind, file.document.place(ofText: word.range)) {
            pattern.roles.insert(role)
          }
        }
      default:
        file.unexpected(child, in: node)
      }
    }
    if !looksForSomething { log.add(ClauseMessage.emptyPattern(file.name(node), file.place(node))) }
    return pattern
  }

  private func readObject(_ file: ClauseFile, _ node: Int) -> Pattern.ObjectOf? {
    let targets = concepts(file, node)
    guard file.required("of", of: node) != nil else { return nil }
    let verbs = file.words(ofAttribute: "of", node).compactMap {
      concept($0, in: file, file.place(ofAttribute: "of", node))
    }
    return Pattern.ObjectOf(verbs: verbs, targets: targets)
  }

  /// An empty group would make the pattern impossible; its cause is a finding already.
  private func append(_ group: [Int], to groups: inout [[Int]]) {
    if !group.isEmpty { groups.append(group) }
  }

  /// Returns the indices of the concepts that an element's text names.
  func concepts(_ file: ClauseFile, _ node: Int) -> [Int] {
    var concepts: [Int] = []
    var isEmpty = true
    file.forEachWord(of: node) { id, range in
      isEmpty = false
      if let index = concept(id, in: file, file.document.place(ofText: range)) {
        concepts.append(index)
      }
    }
    if isEmpty { log.add(ClauseMessage.emptyText(file.name(node), file.place(node))) }
    return concepts
  }

  private func words(_ file: ClauseFile, _ node: Int) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    file.forEachWord(of: node) { words.append(($0, $1)) }
    if words.isEmpty { log.add(ClauseMessage.emptyText(file.name(node), file.place(node))) }
    return words
  }
}
