/// One paragraph of a Word document while it is read.
struct WordParagraph {
  /// What stands inside a paragraph but is read after it.
  enum Deferred {
    /// Paragraphs in an element: a text box, or a note of Word 2003.
    case content(Int)
    /// A note by its id.
    case footnote(String)
    case endnote(String)
  }

  /// The element.
  let node: Int
  /// Where its text starts in the document's text.
  let start: Int
  /// The fields for input in it; check boxes are signs in its text.
  var controls: [WordControl] = []
  /// What is read after it.
  var deferred: [Deferred] = []
  /// Whether a sign of a check box may stand in it.
  var hasBox = false
  /// How many bytes of it are in which language, as written.
  var languages: [String: Int] = [:]

  /// The language of most of its text, nil when none is declared.
  var language: String? {
    let most = languages.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { LanguageTag.normalise($0.key) }
  }
}
