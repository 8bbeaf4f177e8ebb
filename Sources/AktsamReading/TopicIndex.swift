internal import AktsamClauses
internal import AktsamLanguage

/// The topic patterns of all requirements in flat arrays, found by the concepts of their rarest
/// group: a sentence meets only the patterns that it can match, whatever the library's size.
struct TopicIndex: Sendable {
  /// The pattern of each topic.
  let patterns: [CompiledPattern]
  /// The requirement of each topic.
  let requirements: [Int32]
  /// Whether a topic is matched against the whole unit.
  let isUnitWide: [Bool]
  /// The topics of a concept: `topics[offsets[c]..<offsets[c + 1]]`.
  private let offsets: [Int32]
  private let topics: [Int32]
  /// The groups of a topic, one member of each of which must be there.
  private let groupOffsets: [Int32]
  private let groups: [ConceptSet]

  init(_ entries: [(requirement: Int, pattern: CompiledPattern)]) {
    patterns = entries.map(\.pattern)
    requirements = entries.map { Int32($0.requirement) }
    isUnitWide = entries.map { $0.pattern.source.scope == .unit }
    var byConcept = [[Int32]](repeating: [], count: ConceptSet.capacity)
    var groupOffsets: [Int32] = [0]
    var groups: [ConceptSet] = []
    for (index, entry) in entries.enumerated() {
      let anchors = entry.pattern.anchorGroups
      groups.append(contentsOf: anchors.map(ConceptSet.init))
      groupOffsets.append(Int32(groups.count))
      guard let rarest = anchors.min(by: { $0.count < $1.count }) else { continue }
      for concept in Set(rarest) where concept >= 0 && concept < ConceptSet.capacity {
        byConcept[concept].append(Int32(index))
      }
    }
    var offsets: [Int32] = [0]
    for list in byConcept { offsets.append(offsets[offsets.count - 1] + Int32(list.count)) }
    self.offsets = offsets
    topics = byConcept.flatMap { $0 }
    self.groupOffsets = groupOffsets
    self.groups = groups
  }

  /// The range of the topics that a concept leads to; see ``topic(at:)``.
  func range(of concept: Int16) -> Range<Int> {
    Int(offsets[Int(concept)])..<Int(offsets[Int(concept) + 1])
  }

  /// The topic at a position of ``range(of:)``.
  func topic(at position: Int) -> Int { Int(topics[position]) }

  /// Whether a sentence or unit with these concepts can match a topic at all.
  func mayMatch(_ topic: Int, _ concepts: ConceptSet) -> Bool {
    for group in Int(groupOffsets[topic])..<Int(groupOffsets[topic + 1])
    where !groups[group].intersects(concepts) {
      return false
    }
    return true
  }
}
