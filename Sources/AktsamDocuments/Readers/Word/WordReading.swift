internal import AktsamText
internal import AktsamXML

/// Turns the parts of a Word document into a document, whatever container they came in.
enum WordReading {
  /// Reads the parts of a document.
  ///
  /// - Parameters:
  ///   - parts: its parts.
  ///   - format: the format id.
  ///   - options: what is known about the input.
  /// - Returns: the document.
  static func read(_ parts: WordParts, format: String, options: ReadingOptions) -> Document {
    let walker = walk(parts, format: format, role: options.role ?? .tender, options)
    guard options.role == nil else { return finish(walker, options) }
    let role = self.role(of: walker)
    guard role == .response else {
      var document = finish(walker, options)
      document.role = role
      return document
    }
    // Questions that stand outside tables are looked for in answers only.
    return finish(walk(parts, format: format, role: role, options), options)
  }

  private static func walk(
    _ parts: WordParts, format: String, role: DocumentRole, _ options: ReadingOptions
  ) -> WordWalker {
    let xml = parts.main.xml
    let document = Document(
      source: xml.source, lines: xml.lines, format: format, role: role,
      roleOrigin: options.role == nil ? .inferred : .declared, text: [], runs: [],
      elements: xml.elements, findings: xml.findings, isComplete: xml.isWellFormed)
    var walker = WordWalker(parts, document)
    walker.readAll()
    return walker
  }

  /// A form with answers is a response; else the words tell, as for any other text. The words of the
  /// buyer's questions do not count.
  private static func role(of walker: WordWalker) -> DocumentRole {
    let document = walker.flow.document
    var words: [UInt8] = []
    for block in document.blocks where block.kind.canBeEvidence {
      words += document.text[block.text.clamped(to: 0..<document.text.count)]
      words.append(0x0A)
    }
    if walker.rowQuestions > 1 { return .response }
    let role = RoleInference.role(of: words)
    return role == .tender && !document.questions.isEmpty ? .response : role
  }

  private static func finish(_ walker: WordWalker, _ options: ReadingOptions) -> Document {
    let parts = walker.parts
    var document = walker.flow.finish()
    let comments = parts.comments.map { part in
      part.xml.childElements(of: part.root, named: "comment").count
    }
    document.findings += walker.notes.findings(in: parts.main, comments: comments ?? 0)
    document.date = document.date ?? parts.modified
    settleLanguage(&document, options)
    OwnFormat.noteEmpty(&document)
    return document
  }

  /// The language of most of the text is the document's; blocks keep theirs when it is another one.
  private static func settleLanguage(_ document: inout Document, _ options: ReadingOptions) {
    var counts: [String: Int] = [:]
    for block in document.blocks {
      if let language = block.language { counts[language, default: 0] += block.text.count }
    }
    var main = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let own = main
    if let language = main, WordLanguage.isDoubtful(language, for: document.text[...]) {
      main = nil
    }
    for index in document.blocks.indices where document.blocks[index].language == own {
      document.blocks[index].language = nil
    }
    document.language = options.language.flatMap(LanguageTag.normalise) ?? main
  }
}
