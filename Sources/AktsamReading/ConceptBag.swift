internal import AktsamClauses
internal import AktsamLanguage

/// Which requirements the concepts of a passage speak for, taken together: a logistic regression over
/// concepts for each requirement, learned from labelled passages of all languages at once
/// (`clauses/weights.xml`). It finds what the patterns are too strict for, and doubts what they find by a
/// mere brush; what it finds alone still has to pass the regression over features.
struct ConceptBag: Sendable {
  /// The weights of a concept: requirement and weight, for each requirement that it speaks for or against.
  private let offsets: [Int32]
  private let entries: [(requirement: Int32, weight: Float)]
  private let bias: [Float]

  /// Creates a bag; nil for a library without.
  init?(_ weights: [String: [String: Double]], _ library: Library, _ requirements: [String: Int]) {
    guard !weights.isEmpty else { return nil }
    let concepts = Dictionary(
      library.concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var bias = [Float](repeating: -20, count: requirements.count)
    var byConcept = [[(requirement: Int32, weight: Float)]](
      repeating: [], count: ConceptSet.capacity)
    for (id, values) in weights.sorted(by: { $0.key < $1.key }) {
      guard let requirement = requirements[id] else { continue }
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        if name == Self.biasName {
          bias[requirement] = Float(value)
        } else if let concept = concepts[name] {
          byConcept[concept].append((Int32(requirement), Float(value)))
        }
      }
    }
    var offsets: [Int32] = [0]
    for list in byConcept { offsets.append(offsets[offsets.count - 1] + Int32(list.count)) }
    self.offsets = offsets
    entries = byConcept.flatMap { $0 }
    self.bias = bias
  }

  /// The name of the constant among the weights of a requirement.
  static let biasName = "constant"

  /// Returns the log odds of each requirement for a set of concepts.
  ///
  /// - Complexity: O(n) in the concepts of the set and the weights that they have.
  func scores(_ concepts: ConceptSet) -> [Float] {
    var scores = bias
    concepts.forEach { concept in
      for index in Int(offsets[concept])..<Int(offsets[concept + 1]) {
        scores[Int(entries[index].requirement)] += entries[index].weight
      }
    }
    return scores
  }

  /// Returns the concepts of a set that speak for a requirement.
  func supporting(_ requirement: Int, _ concepts: ConceptSet) -> ConceptSet {
    var result = ConceptSet()
    concepts.forEach { concept in
      for index in Int(offsets[concept])..<Int(offsets[concept + 1])
      where Int(entries[index].requirement) == requirement && entries[index].weight > 0 {
        result.insert(concept)
      }
    }
    return result
  }
}
