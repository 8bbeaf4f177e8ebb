package import AktsamText

/// A parsed XML document: flat arrays, every text and attribute traced to bytes of the source.
///
/// A document that is not well-formed, or that a limit cut short, holds all that was read before.
package struct XMLDocument: Sendable {
  /// What was parsed.
  package let source: SourceFile
  /// The lines of the source.
  package let lines: LineTable
  /// All element, attribute and processing instruction names, by first appearance.
  package let names: [XMLName]
  /// The nodes in document order.
  package let nodes: [XMLNode]
  /// The attributes of all elements, in document order.
  package let attributes: [XMLAttribute]
  /// The decoded attribute values, one after the other.
  package let attributeText: [UInt8]
  /// The decoded character data of the whole document, white space between elements included.
  package let text: [UInt8]
  /// Where ``text`` came from, ascending.
  package let runs: [TextRun]
  /// The elements' paths.
  package let elements: ElementTable
  /// What was noticed, in the order it was met.
  package let findings: [Finding]
  /// Whether the whole input was read and is well-formed.
  package let isWellFormed: Bool
  /// The index of the root element; nil when none was read.
  package let root: Int?

  let nameIDs: [XMLName: Int32]
}
