internal import AktsamText
internal import AktsamXML

/// What a walk over a Word document noticed but does not read as text.
struct WordNotes {
  /// A count, with the place of the first.
  struct Count {
    /// How many.
    private(set) var count = 0
    /// The first node in the main part.
    private(set) var first: Int?

    mutating func add(_ node: Int?) {
      count += 1
      first = first ?? node
    }
  }

  var insertions = Count()
  var deletions = Count()
  var comments = Count()
  var embedded = Count()
  var hidden = Count()
  var unknownLists = Count()

  /// Returns the findings.
  ///
  /// - Parameters:
  ///   - part: the main part.
  ///   - held: the number of comments that the document holds.
  /// - Returns: one finding a kind, at the place of the first.
  func findings(in part: WordPart, comments held: Int) -> [Finding] {
    var findings: [Finding] = []
    func note(_ rule: String, _ severity: Severity, _ message: String, _ first: Int?) {
      let node = first.flatMap { part.xml.nodes.indices.contains($0) ? $0 : nil } ?? part.root
      findings.append(
        Finding(
          rule: rule, severity: severity, message: message,
          place: part.xml.place(ofStartTag: node)))
    }
    if insertions.count + deletions.count > 0 {
      let first = [insertions.first, deletions.first].compactMap { $0 }.min()
      note(
        MessagesWord.changesRule, .note,
        MessagesWord.changes(insertions: insertions.count, deletions: deletions.count), first)
    }
    if max(comments.count, held) > 0 {
      note(
        MessagesWord.commentsRule, .note,
        MessagesWord.comments(held > 0 ? held : comments.count), comments.first)
    }
    if embedded.count > 0 {
      note(
        MessagesWord.embeddedRule, .warning, MessagesWord.embedded(embedded.count), embedded.first)
    }
    if hidden.count > 0 {
      note(MessagesWord.hiddenRule, .warning, MessagesWord.hidden(hidden.count), hidden.first)
    }
    if unknownLists.count > 0 {
      note(
        MessagesWord.missingPartRule, .warning, MessagesWord.noNumbering, unknownLists.first)
    }
    return findings
  }
}
