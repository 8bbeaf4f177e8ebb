/// A value that a document takes from an official code list, as it stands in the source.
package struct CodedValue: Sendable, Hashable {
  /// Which list, or what stands for it.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The type of a criterion of an ESPD.
    case criterion
    /// An exclusion ground of a notice, BT-67.
    case exclusionGround = "exclusion-ground"
    /// A selection criterion of a notice, BT-809 or its forerunner.
    case selectionCriterion = "selection-criterion"
    /// A social objective of a notice, BT-775.
    case socialObjective = "social-objective"
    /// A strategic aim of a notice, BT-06.
    case strategicProcurement = "strategic-procurement"
  }

  /// Which list.
  package var kind: Kind
  /// The code, white space at its ends left out.
  package var code: String
  /// The lot that it is said of; empty = all, or not said.
  package var lot: String
  /// Whether it stands inside another coded value, as the national criteria of an ESPD do.
  package var isNested: Bool
  /// The byte range in ``Document/text``.
  package var text: Range<Int>
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32

  /// Creates a value.
  package init(
    kind: Kind, code: String, lot: String = "", isNested: Bool = false, text: Range<Int>,
    element: Int32
  ) {
    self.kind = kind
    self.code = code
    self.lot = lot
    self.isNested = isNested
    self.text = text
    self.element = element
  }
}
