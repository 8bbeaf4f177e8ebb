internal import GRDB

/// The suppliers and procedures of a register, to find what people name.
///
/// They are compared here and not by SQLite, which knows neither that `Å` has two forms nor how to lower it.
struct Names {
  struct Supplier {
    var id: Int
    var record: RegisterSupplier
  }

  struct Procedure {
    var id: Int
    var slug: String
    var name: String
    var lot: String
  }

  private(set) var suppliers: [Supplier]
  private(set) var procedures: [Procedure]

  init(_ db: Database) throws {
    suppliers = try RowReading.map(db, "SELECT * FROM supplier ORDER BY id") { row in
      Supplier(
        id: row.int("id"),
        record: RegisterSupplier(
          slug: row.text("slug"), name: row.text("name"), identifier: row.text("identifier")))
    }
    procedures = try RowReading.map(db, "SELECT * FROM procedure ORDER BY id") { row in
      Procedure(
        id: row.int("id"), slug: row.text("slug"), name: row.text("name"), lot: row.text("lot"))
    }
  }

  /// Returns the supplier that a person means: by short name, number or name.
  func supplier(_ name: String) throws(RegisterError) -> Supplier {
    if let found = suppliers.first(where: { $0.record.slug == name }) { return found }
    let identifier = RegisterText.identifierKey(name)
    let key = RegisterText.nameKey(name)
    let found = suppliers.filter {
      !identifier.isEmpty && RegisterText.identifierKey($0.record.identifier) == identifier
        || RegisterText.nameKey($0.record.name) == key
    }
    guard let first = found.first else { throw .unknown(name: name) }
    if found.count > 1 { throw .ambiguous(name: name, candidates: found.map(\.record.slug)) }
    return first
  }

  /// Returns the supplier of a round; nil where it is a new one. A number tells suppliers of one name
  /// apart; one whose number was not known until now is still the same.
  func supplier(named name: String, identifier: String) throws(RegisterError) -> Supplier? {
    let key = RegisterText.identifierKey(identifier)
    let numbered = suppliers.first {
      !key.isEmpty && RegisterText.identifierKey($0.record.identifier) == key
    }
    if let numbered { return numbered }
    let named = suppliers.filter {
      RegisterText.nameKey($0.record.name) == RegisterText.nameKey(name)
    }
    if !key.isEmpty { return named.first { $0.record.identifier.isEmpty } }
    if named.count > 1 { throw .ambiguous(name: name, candidates: named.map(\.record.slug)) }
    return named.first
  }

  /// Returns the procedure, nil when the register has none of the kind.
  func procedure(_ name: String, lot: String) -> Procedure? {
    procedures.first { $0.name == name && $0.lot == lot }
  }

  /// Returns the id of a gap.
  func gapID(_ requirement: String, supplier: Int, procedure: Int) -> String {
    let supplier = suppliers.first { $0.id == supplier }?.record.slug ?? "?"
    let procedure = procedures.first { $0.id == procedure }?.slug ?? "?"
    return Self.gapID(requirement, supplier: supplier, procedure: procedure)
  }

  /// Returns the id of a gap: `gri-mechanism@acme-ab`, and with a procedure `gri-mechanism@acme-ab:2026-17`.
  static func gapID(_ requirement: String, supplier: String, procedure: String) -> String {
    "\(requirement)@\(supplier)" + (procedure.isEmpty ? "" : ":\(procedure)")
  }
}
