/// Something in a document that may be referred to by its id.
package struct Anchor: Sendable, Hashable {
  /// What it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case question, option, column, section, clause, definition, attachment, party, lot
  }

  /// What it is.
  package var kind: Kind
  /// The id as declared.
  package var id: String
  /// The bytes of the source that declare the id: an attribute's value, without its quotes.
  package var source: Range<Int>
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32

  /// Creates an anchor.
  package init(kind: Kind, id: String, source: Range<Int>, element: Int32) {
    self.kind = kind
    self.id = id
    self.source = source
    self.element = element
  }
}

/// A reference by id, to something in the same document or in another.
package struct Reference: Sendable, Hashable {
  /// What is referred to.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case question, clause, party, lot, requirement, questionnaire
    /// The version of the questionnaire that is answered.
    case questionnaireVersion = "questionnaire-version"
    /// The procurement procedure that the document belongs to.
    case procedure
  }

  /// What is referred to.
  package var kind: Kind
  /// The id as written.
  package var target: String
  /// The bytes of the source that name it: an attribute's value, without its quotes.
  package var source: Range<Int>
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32

  /// Creates a reference.
  package init(kind: Kind, target: String, source: Range<Int>, element: Int32) {
    self.kind = kind
    self.target = target
    self.source = source
    self.element = element
  }
}
