internal import AktsamLanguage
internal import AktsamText

/// Collects, for each requirement, the first passages that name its rarest concept without speaking
/// about it: what a report shows beside "not found in this document".
final class NearestPassages {
  /// How many passages are kept for a requirement.
  private static let limit = 2

  private(set) var found: [Int: [NearPassage]] = [:]
  private var counts: [Int8] = []

  /// Forgets what was found.
  func reset(requirements: Int) {
    found.removeAll(keepingCapacity: true)
    counts = [Int8](repeating: 0, count: requirements)
  }

  /// Notes a sentence of a unit for a requirement.
  func note(requirement: Int, sentence: Int, in unit: Unit) {
    guard requirement < counts.count, Int(counts[requirement]) < Self.limit else { return }
    let passage = NearPassage(
      text: unit.sentences[sentence].text, block: unit.sentenceBlocks[sentence],
      language: unit.language)
    guard !(found[requirement]?.contains(passage) ?? false) else { return }
    found[requirement, default: []].append(passage)
    counts[requirement] += 1
  }
}
