/// A supplier, a member of a consortium, a body relied on, or a buyer.
package struct Party: Sendable, Hashable {
  /// What the party is in the procurement.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The tenderer itself.
    case supplier
    /// A member of the tenderer's consortium.
    case member
    /// A body whose capacity the tenderer formally relies on.
    case reliedOn = "relied-on"
    /// A subcontractor that is not relied on.
    case subcontractor
    /// The contracting authority.
    case buyer
  }

  /// The name as written.
  package var name: String
  /// The organisation number as written; empty = none.
  package var identifier: String
  /// What the party is.
  package var kind: Kind

  /// Creates a party.
  package init(name: String, identifier: String = "", kind: Kind) {
    self.name = name
    self.identifier = identifier
    self.kind = kind
  }
}
