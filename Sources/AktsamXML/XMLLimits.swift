/// What a document may at most make the reader do; each limit's name appears in its finding.
package struct XMLLimits: Sendable, Hashable {
  /// Bytes of the decoded input. Never more than 1 GiB, since offsets are stored in 32 bits.
  package var maxBytes: Int
  /// Open elements inside each other.
  package var maxDepth: Int
  /// Elements of the document.
  package var maxElements: Int
  /// Bytes of one attribute's value.
  package var maxAttributeBytes: Int
  /// Attributes and namespace declarations of one element.
  package var maxAttributes: Int
  /// Namespace declarations of all open elements.
  package var maxNamespaces: Int
  /// Bytes of decoded text of the document.
  package var maxTextBytes: Int
  /// Bytes that all entity references of the document may expand to.
  package var maxExpansion: Int
  /// Entities inside each other.
  package var maxEntityDepth: Int
  /// Schema violations that are reported.
  package var maxSchemaFindings: Int

  /// Creates limits; every one has a default that large real documents keep.
  package init(
    maxBytes: Int = 256 << 20, maxDepth: Int = 256, maxElements: Int = 16_000_000,
    maxAttributeBytes: Int = 10 << 20, maxAttributes: Int = 1000,
    maxNamespaces: Int = 1000, maxTextBytes: Int = 256 << 20, maxExpansion: Int = 1 << 20,
    maxEntityDepth: Int = 16,
    maxSchemaFindings: Int = 100
  ) {
    self.maxBytes = min(maxBytes, 1 << 30)
    self.maxDepth = maxDepth
    self.maxElements = maxElements
    self.maxAttributeBytes = maxAttributeBytes
    self.maxAttributes = maxAttributes
    self.maxNamespaces = maxNamespaces
    self.maxTextBytes = min(maxTextBytes, 1 << 30)
    self.maxExpansion = min(maxExpansion, 1 << 28)
    self.maxEntityDepth = min(maxEntityDepth, 100)
    self.maxSchemaFindings = maxSchemaFindings
  }

  /// The limits that hold when nothing else is asked for.
  package static let standard = XMLLimits()
}
