/// A report laid out for people, once for all formats: what stands on it and in which order, not
/// how it looks.
///
/// The renderers (``MarkdownRenderer``, ``HTMLRenderer``, ``DocxRenderer``) know nothing of what it
/// is about.
package struct Page: Sendable, Hashable {
  /// The title.
  package var title: String
  /// A line below the title; empty = none.
  package var subtitle: String
  /// What stands at the foot of every printed page; empty = the title.
  package var footer: String
  /// The language of the words that are ours: `en`, `sv`, `nb`.
  package var language: String
  /// The version of the tool, which the document's properties name.
  package var toolVersion: String
  /// What stands on it.
  package var blocks: [Block]

  /// Creates a page.
  package init(
    title: String, subtitle: String = "", footer: String = "", language: String,
    toolVersion: String, blocks: [Block] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.footer = footer
    self.language = language
    self.toolVersion = toolVersion
    self.blocks = blocks
  }

  /// The headings down to a level, in order.
  func headings(downTo level: Int) -> [Heading] {
    blocks.compactMap { block in
      guard case .heading(let heading) = block, heading.level <= level else { return nil }
      return heading
    }
  }
}

extension Page {
  /// Something that stands on a page by itself.
  package indirect enum Block: Sendable, Hashable {
    /// A heading, which is listed in the contents.
    case heading(Heading)
    /// A paragraph.
    case paragraph([Inline], Style = .body)
    /// A list with bullets.
    case list([[Inline]])
    /// Somebody's own words with their source.
    case quotation(Quotation)
    /// A table.
    case table(Table)
    /// Terms with what belongs to them.
    case definitions([Definition])
    /// Room to fill in.
    case form(Form)
    /// What follows begins on a new sheet.
    case pageBreak
    /// The table of contents.
    case contents(title: String, depth: Int)
  }

  /// What kind of paragraph it is.
  package enum Style: String, Sendable, Hashable, CaseIterable {
    /// Running text.
    case body
    /// What is read first.
    case lead
    /// Facts beside a heading.
    case facts
    /// A remark on how to read what stands around it.
    case note
  }

  /// A part of a line of text.
  package enum Inline: Sendable, Hashable {
    /// Text as it is.
    case text(String)
    /// Text that stands out.
    case strong(String)
    /// A path, an id, a hash.
    case code(String)
    /// A word that tells an outcome.
    case mark(String, Tone)
    /// A word that leads elsewhere.
    case link(String, to: Target)
    /// Words that another version of a text has not yet.
    case inserted(String)
    /// Words that another version of a text has no longer.
    case deleted(String)

    /// What is read, without what it looks like.
    var plain: String {
      switch self {
      case .text(let text), .strong(let text), .code(let text), .mark(let text, _),
        .link(let text, to: _), .inserted(let text), .deleted(let text):
        text
      }
    }
  }

  /// How good what a word tells is. It is shown beside the word, never instead of it.
  package enum Tone: String, Sendable, Hashable, CaseIterable {
    case bad, doubtful, good, neutral
  }

  /// Where a link leads.
  package enum Target: Sendable, Hashable {
    /// The heading with an id.
    case heading(String)
    /// A place on the web.
    case address(String)
  }

  /// A heading.
  package struct Heading: Sendable, Hashable {
    /// 1 to 4; the page's title stands above them.
    package var level: Int
    /// The text.
    package var text: String
    /// The id that links lead to; unique on the page.
    package var id: String

    /// Creates a heading.
    package init(level: Int, text: String, id: String) {
      self.level = min(max(level, 1), 4)
      self.text = text
      self.id = id
    }
  }

  /// Somebody's own words.
  package struct Quotation: Sendable, Hashable {
    /// The words, white space as one blank.
    package var text: String
    /// The words in parts, where some are marked; their texts make up ``text``.
    package var parts: [Inline]
    /// Their language; empty = not known.
    package var language: String
    /// Where they stand.
    package var source: [Inline]

    /// Creates a quotation.
    package init(text: String, language: String, source: [Inline]) {
      self.text = text
      parts = [.text(text)]
      self.language = language
      self.source = source
    }
  }

  /// A term with what belongs to it.
  package struct Definition: Sendable, Hashable {
    /// The term.
    package var term: String
    /// What belongs to it.
    package var blocks: [Block]

    /// Creates a definition.
    package init(_ term: String, _ blocks: [Block]) {
      self.term = term
      self.blocks = blocks
    }

    /// Creates a definition of one line.
    package init(_ term: String, _ line: [Inline]) {
      self.init(term, [.paragraph(line)])
    }
  }
}
