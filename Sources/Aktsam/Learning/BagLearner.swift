internal import AktsamClauses
internal import AktsamReading
internal import AktsamText

/// Learns how much each concept speaks for each requirement, from passages of all languages and from
/// the examples of the library.
struct BagLearner {
  private struct Row {
    var concepts: [Int]
    var labels: Set<String>
    var weight: Double
    /// For an example: the requirement that it is of. It says little about the others.
    var example: String?
  }

  private let library: Library
  private let examples: [Row]
  /// How much an example counts for the requirements that it is not of.
  private static let elsewhere = 0.3
  /// How much a passage counts for a requirement that it speaks about: few do.
  private static let positive = 3.0
  private static let penalty = 1.0
  /// Smaller weights are left out.
  private static let smallest = 0.25

  /// Creates a learner.
  ///
  /// - Parameter library: a library loaded with its examples.
  init(_ library: Library) {
    self.library = library
    let reader = ConceptReader(library)
    examples = library.requirements.flatMap { requirement in
      requirement.examples.map { example in
        let passage = GoldPassage(
          id: requirement.id, language: example.language, role: example.role.rawValue,
          question: nil, text: example.text, labels: [])
        return Row(
          concepts: reader.concepts(of: passage),
          labels: example.outcome == "none" ? [] : [requirement.id], weight: 1,
          example: requirement.id)
      }
    }
  }

  /// Returns the weights by requirement, for those that some passage speaks about.
  func learn(_ passages: [(GoldPassage, Double)]) -> [String: [String: Double]] {
    let reader = ConceptReader(library)
    let rows =
      examples
      + passages.map { passage, weight in
        Row(
          concepts: reader.concepts(of: passage), labels: Set(passage.labels.map(\.requirement)),
          weight: weight)
      }
    var result: [String: [String: Double]] = [:]
    for requirement in library.requirements {
      guard rows.contains(where: { $0.labels.contains(requirement.id) }) else { continue }
      result[requirement.id] = weights(of: requirement.id, rows)
    }
    return result
  }

  private func weights(of requirement: String, _ rows: [Row]) -> [String: Double] {
    let count = library.concepts.count
    let model = LogisticRegression(
      rows.map { row in
        let isYes = row.labels.contains(requirement)
        let isElsewhere = row.example != nil && row.example != requirement
        return LogisticRegression.Row(
          features: row.concepts.map { (index: $0, value: 1) } + [(index: count, value: 1)],
          isYes: isYes,
          weight: row.weight * (isYes ? Self.positive : isElsewhere ? Self.elsewhere : 1))
      }, count: count + 1,
      penalty: [Double](repeating: Self.penalty, count: count) + [0], rounds: 200)
    var result: [String: Double] = [:]
    for (index, concept) in library.concepts.enumerated()
    where abs(model.weights[index]) >= Self.smallest {
      result[concept.id] = (model.weights[index] * 100).rounded() / 100
    }
    result["constant"] = (model.weights[count] * 100).rounded() / 100
    return result
  }
}

/// Reads which concepts passages name.
private struct ConceptReader {
  private let assessor: DocumentAssessor
  private let indices: [String: Int]

  init(_ library: Library) {
    assessor = DocumentAssessor(CompiledLibrary(library, requirements: []), parameters: [:])
    indices = Dictionary(
      library.concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func concepts(of passage: GoldPassage) -> [Int] {
    let reading = assessor.read(Evaluator.document(of: passage), annotating: true)
    return Set(reading.passageReadings.flatMap(\.concepts)).compactMap { indices[$0] }.sorted()
  }
}
