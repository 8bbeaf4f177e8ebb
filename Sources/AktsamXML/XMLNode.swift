/// One node of a document: 44 bytes in a flat array in document order.
///
/// The children of node `i` are `i + 1`, then the `end` of that child, and so on up to the `end`
/// of `i` (``XMLDocument/children(of:)`` walks them).
package struct XMLNode: Sendable, Hashable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    /// An element.
    case element
    /// Character data between two tags, comments left out; never empty.
    case text
    /// A processing instruction.
    case processingInstruction
  }

  /// What the node is.
  package var kind: Kind
  /// An index into ``XMLDocument/names``; -1 for text.
  package var name: Int32
  /// The index of the parent node; -1 for the root and what stands beside it.
  package var parent: Int32
  /// The index just past the last descendant.
  package var end: Int32
  /// An index into ``XMLDocument/elements``: the element itself, or the one a text stands in.
  package var element: Int32
  /// The range of the element's attributes in ``XMLDocument/attributes``.
  package var attributes: Range<Int32>
  /// The byte range in ``XMLDocument/text`` of all text inside the node.
  package var text: Range<Int32>
  /// The byte range in the source: from the `<` of the start tag to just past the end tag; for
  /// text from the first to just past the last byte of its markup.
  package var source: Range<Int32>
}

/// One attribute of an element; namespace declarations are none.
package struct XMLAttribute: Sendable, Hashable {
  /// An index into ``XMLDocument/names``.
  package var name: Int32
  /// The byte range of the decoded value in ``XMLDocument/attributeText``.
  package var value: Range<Int32>
  /// The byte range of the value in the source, between the quotes; empty, and at the start of the
  /// start tag, for a value that the document type supplies.
  package var source: Range<Int32>
}
