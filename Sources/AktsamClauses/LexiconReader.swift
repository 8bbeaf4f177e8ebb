import AktsamText
import AktsamXML

extension LibraryBuilder {
  /// Reads `<lexicon>`, one of the files of a language: number words, abbreviations, and the terms of
  /// concepts. The files of a language add up.
  func readLexicon(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes(["language", "extends"], of: root)
    guard
      let language = file.required("language", of: root, in: ClauseVocabulary.readLanguages)
    else { return }
    // The name lets a load pass over a language unread, so it has to be true.
    if let named = lexiconLanguage(ofPath: file.path), named != language {
      log.add(
        ClauseMessage.badValue(
          language, of: "language", expected: "\"\(named)\", as the file or its folder is named",
          file.place(ofAttribute: "language", root)))
    }
    if file.optional("extends", of: root) != nil {
      lexiconBases[language] = file.required(
        "extends", of: root, in: ClauseVocabulary.readLanguages.filter { $0 != language })
    }
    lexiconSites[language] = lexiconSites[language] ?? Site(file: file, node: root)

    var lexicon = lexicons.removeValue(forKey: language) ?? Lexicon(language: language)
    for node in file.elements(of: root) {
      switch file.name(node) {
      case "numbers":
        file.expectAttributes([], of: node)
        readNumbers(file, node, into: &lexicon.numbers)
      case "abbreviations":
        file.expectAttributes([], of: node)
        forEachItem(of: node, in: file) { item in
          if !item.isEmpty { lexicon.abbreviations.append(item.text) }
        }
      case "terms":
        if let entry = readTerms(file, node) {
          lexicon.entries.append(entry)
          termSites[language, default: []].append(Site(file: file, node: node))
        }
      default:
        file.unexpected(node, in: root)
      }
    }
    lexicons[language] = lexicon
  }

  /// Adds to each lexicon that extends another what stands in that one.
  func extendLexicons() {
    for (language, base) in lexiconBases {
      guard let inherited = lexicons[base] else { continue }
      lexicons[language]?.extend(inherited)
    }
  }

  private func readTerms(_ file: ClauseFile, _ node: Int) -> Lexicon.Terms? {
    file.expectAttributes(["concept", "with"], of: node)
    let concept = file.required("concept", of: node).flatMap {
      self.concept($0, in: file, file.place(ofAttribute: "concept", node))
    }
    let companions = file.words(ofAttribute: "with", node).compactMap {
      self.concept($0, in: file, file.place(ofAttribute: "with", node))
    }
    var text: [UInt8] = []
    text.reserveCapacity(file.document.textRange(of: node).count + 1)
    forEachItem(of: node, in: file) { item in
      guard !item.isEmpty else {
        // A semicolon may close the list.
        guard !item.isLast || item.isOnly else { return }
        let reason = item.isOnly ? "there is none" : "nothing stands between semicolons"
        let at = item.range.isEmpty ? file.place(node) : place(item.range, file)
        log.add(ClauseMessage.badTerm("", reason, at))
        return
      }
      if !item.isPlain, let slip = TermSyntax.slip(in: item.text) {
        log.add(
          ClauseMessage.badTerm(
            item.text, slip.reason, severity: slip.severity, place(item.range, file)))
        if slip.severity == .error { return }
      }
      text += file.document.text[item.range]
      text.append(UInt8(ascii: ";"))
    }
    guard let concept else { return nil }
    return Lexicon.Terms(concept: concept, text: text, companions: companions)
  }

  private func readNumbers(_ file: ClauseFile, _ node: Int, into numbers: inout [String: Int]) {
    forEachItem(of: node, in: file) { item in
      guard !item.isEmpty else { return }
      let parts = item.text.split(separator: "=", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }
      guard parts.count == 2, !parts[0].isEmpty, let value = Int(parts[1]), value >= 0 else {
        log.add(
          ClauseMessage.badValue(
            item.text, of: "numbers", expected: "a word and a number, as one=1",
            place(item.range, file)))
        return
      }
      if numbers.updateValue(value, forKey: parts[0]) != nil {
        log.add(
          ClauseMessage.duplicate("number word", parts[0], first: nil, place(item.range, file)))
      }
    }
  }

  private func place(_ range: Range<Int>, _ file: ClauseFile) -> Place {
    file.document.place(ofText: range)
  }

  /// Calls `body` with the parts of an element's text between semicolons.
  ///
  /// One pass over the bytes: a start reads some ten thousand terms.
  private func forEachItem(of node: Int, in file: ClauseFile, _ body: (ListItem) -> Void) {
    for child in file.document.children(of: node)
    where file.document.nodes[child].kind == .element {
      file.unexpected(child, in: node)
    }
    let range = file.document.textRange(of: node)
    file.document.text.withUnsafeBufferPointer { bytes in
      var start = range.lowerBound
      while start <= range.upperBound {
        while start < range.upperBound, isBlank(bytes[start]) { start += 1 }
        var end = start
        var last = start
        var isPlain = true
        while end < range.upperBound, bytes[end] != UInt8(ascii: ";") {
          let byte = bytes[end]
          if !isBlank(byte) {
            last = end + 1
            if !TermSyntax.isPlain(byte) { isPlain = false }
          }
          end += 1
        }
        // What is empty has no place of its own; the semicolon behind it has.
        let isMarked = start == last && end < range.upperBound
        body(
          ListItem(
            document: file.document, isEmpty: start == last,
            range: isMarked ? end..<(end + 1) : start..<last, isPlain: isPlain,
            isLast: end >= range.upperBound,
            isOnly: end >= range.upperBound && !bytes[range].contains(UInt8(ascii: ";"))))
        start = end + 1
      }
    }
  }
}

/// One part of a list with semicolons.
private struct ListItem {
  let document: XMLDocument
  /// Whether nothing but blanks stands there.
  var isEmpty: Bool
  /// The text with blanks collapsed; made when it is asked for.
  var text: String { isEmpty ? "" : document.string(ofText: range) }
  /// The range in the document's text without the blanks around it.
  var range: Range<Int>
  /// Whether it is made of letters, digits and blanks alone.
  var isPlain: Bool
  /// Whether no semicolon follows.
  var isLast: Bool
  /// Whether the list holds nothing else.
  var isOnly: Bool
}
