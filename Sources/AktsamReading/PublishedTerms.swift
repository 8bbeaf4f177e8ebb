package import AktsamDocuments
package import AktsamText

/// What the buyer's own documents of a procurement demand: a bidder may be held only to that
/// (design, section 1).
package struct PublishedTerms: Sendable {
  /// The places that demand a requirement, by its id, in the order of the documents.
  package private(set) var demands: [String: [Place]] = [:]
  /// The longest time limit that they set for a requirement, in days, by its id and the profile's
  /// parameter that it takes the place of.
  private var limits: [String: [String: Int]] = [:]
  /// Requirements that they limit to the first tier.
  private var firstTier: Set<String> = []
  /// Requirements that they demand further down.
  private var deeper: Set<String> = []

  /// How many places of one document are kept for a requirement.
  private static let mostPlaces = 3

  /// Creates terms that demand nothing.
  package init() {}

  /// Whether nothing is demanded.
  package var isEmpty: Bool { demands.isEmpty }

  /// Adds what one of the buyer's documents demands.
  ///
  /// Of several time limits for the same thing the longest counts, and where one place goes down the
  /// chain, all do: terms that differ are read in the bidder's favour for time, as a whole for scope.
  package mutating func add(_ document: Document, _ reading: DocumentReading) {
    for (id, records) in reading.statements {
      var places: [Place] = []
      for record in records where record.isDemand {
        for (parameter, days) in record.limits {
          let known = limits[id]?[parameter] ?? 0
          limits[id, default: [:]][parameter] = max(known, days)
        }
        if record.stance.scope == .firstTier { firstTier.insert(id) } else { deeper.insert(id) }
        guard places.count < Self.mostPlaces, let quote = record.quotes.first else { continue }
        let place = document.place(
          of: quote.text, element: document.blocks[quote.block].element)
        if !places.contains(place) { places.append(place) }
      }
      if !places.isEmpty { demands[id, default: []] += places }
    }
  }

  /// Returns the time limit that stands in the place of the profile's, in days; nil for none.
  func limit(_ requirement: String, _ parameter: String) -> Int? {
    limits.isEmpty ? nil : limits[requirement]?[parameter]
  }

  /// Whether no more than the first tier is demanded.
  func sufficesAtFirstTier(_ requirement: String) -> Bool {
    firstTier.contains(requirement) && !deeper.contains(requirement)
  }
}

extension StatementRecord {
  /// Whether a buyer's statement demands the requirement.
  fileprivate var isDemand: Bool {
    !isBrushed && outcome != .contradicted && (hasTopic || isMapped)
  }
}
