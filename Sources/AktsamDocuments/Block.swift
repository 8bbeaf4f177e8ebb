/// What a block is.
package enum BlockKind: UInt8, Sendable, Hashable, CaseIterable {
  case heading, paragraph, listItem, tableCell, question, requirement, caption, answer

  /// Whether a supplier's own words may stand here (design, section 2).
  package var canBeEvidence: Bool {
    switch self {
    case .paragraph, .listItem, .tableCell, .answer: true
    case .heading, .question, .requirement, .caption: false
    }
  }

  /// The name in reports.
  package var name: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "list-item"
    case .tableCell: "table-cell"
    case .question: "question"
    case .requirement: "requirement"
    case .caption: "caption"
    case .answer: "answer"
    }
  }
}

/// A stretch of a document's text that is read as one piece.
package struct Block: Sendable {
  /// What it is.
  package var kind: BlockKind
  /// The byte range in ``Document/text``.
  package var text: Range<Int>
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32
  /// Elements of a requirement join only within a group: one answer with its comment and rows, one
  /// list with its lead-in, one numbered section (design, section 4, *Assembly*). Group numbers are
  /// ascending and start at 0.
  package var group: Int32
  /// The index in ``Document/questions`` for questions and answers, else -1.
  package var question: Int32
  /// The index of the nearest heading block above, else -1.
  package var heading: Int32
  /// The printed clause or question number, such as `12.3`; empty = none.
  package var number: String
  /// What a citation shows beside the quotation: question text, criterion chain; empty = none.
  package var label: String
  /// The declared language of the block, else nil (the document's, or detected).
  package var language: String?
  /// Whose words these are, when not the document's party: index into ``Document/otherParties``,
  /// else -1.
  package var party: Int32

  /// Creates a block.
  package init(
    kind: BlockKind, text: Range<Int>, element: Int32, group: Int32, question: Int32 = -1,
    heading: Int32 = -1, number: String = "", label: String = "", language: String? = nil,
    party: Int32 = -1
  ) {
    self.kind = kind
    self.text = text
    self.element = element
    self.group = group
    self.question = question
    self.heading = heading
    self.number = number
    self.label = label
    self.language = language
    self.party = party
  }
}
