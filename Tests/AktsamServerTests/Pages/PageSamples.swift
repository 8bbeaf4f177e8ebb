/// Small submissions whose outcomes are known.
enum PageSamples {
  static let weak = "We aim to avoid forced labour in our supply chain where possible."
  static let denial = "We do not have a grievance mechanism."
  static let firm =
    "The supplier shall maintain a grievance mechanism that is open to workers in all tiers of "
    + "the supply chain, and answers every complaint within 14 days."

  /// Two suppliers, each in its folder.
  static let two: [(name: String, text: String)] = [
    ("round/acme/policy.txt", weak + "\n\n" + denial), ("round/bolt/policy.txt", firm),
  ]

  /// One supplier.
  static let one: [(name: String, text: String)] = [("acme/policy.txt", weak + "\n\n" + denial)]
}
