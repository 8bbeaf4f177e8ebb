/// One row of a table of production sites: a place in the supply chain.
package struct Site: Sendable, Hashable {
  /// The name as written; empty = not given.
  package var name: String
  /// The town or address; empty = not given.
  package var place: String
  /// The country as written, by its two letters (ISO 3166-1) in our own formats; empty = not given.
  package var country: String
  /// The region; empty = not given.
  package var region: String
  /// The tier: 1 delivers to the supplier, 2 to tier 1; 0 is the supplier's own; nil = not given.
  package var tier: Int?
  /// The block of the first field that the row has.
  package var block: Int32

  /// Creates a site.
  package init(
    name: String = "", place: String = "", country: String = "", region: String = "",
    tier: Int? = nil, block: Int32 = -1
  ) {
    self.name = name
    self.place = place
    self.country = country
    self.region = region
    self.tier = tier
    self.block = block
  }

  /// Takes a field by the heading of its column, in any of the languages; another heading is passed
  /// over.
  mutating func take(_ text: String, column: String, block: Int32?) {
    guard let field = Self.field(of: column) else { return }
    if self.block < 0, let block { self.block = block }
    switch field {
    case .name: name = text
    case .place: place = text
    case .country: country = text
    case .region: region = text
    case .tier: tier = Int(text.filter(\.isNumber))
    }
  }

  private enum Field { case name, place, country, region, tier }

  private static func field(of column: String) -> Field? {
    switch column.lowercased() {
    case "name", "site", "factory", "namn", "anläggning", "fabrik", "navn", "anlegg", "fabrikk":
      .name
    case "place", "town", "address", "ort", "adress", "plats", "sted", "adresse": .place
    case "country", "land": .country
    case "region", "province", "provins": .region
    case "tier", "led", "ledd": .tier
    default: nil
    }
  }

  /// Whether a table with these columns lists sites: it says where they are.
  static func isTable(_ columns: some Sequence<String>) -> Bool {
    let fields = columns.compactMap(field)
    return fields.contains { $0 == .name } && fields.contains { $0 == .country || $0 == .region }
  }
}
