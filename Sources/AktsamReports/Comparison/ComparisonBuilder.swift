package import AktsamClauses
import AktsamReading
import AktsamText

extension Comparison {
  /// Compares two reports.
  ///
  /// - Parameters:
  ///   - earlier: the earlier round, or one supplier.
  ///   - later: the later round, or the other supplier.
  ///   - library: the library that gives titles and labels.
  ///   - language: the language of the comparison: `en`, `sv` or `nb`.
  ///   - toolVersion: the version of the tool that compares.
  package init(
    from earlier: SavedReport, to later: SavedReport, library: Library, language: String,
    toolVersion: String
  ) {
    let builder = ComparisonBuilder(library: library, language: language)
    let matched = ComparisonBuilder.match(earlier.subjects, later.subjects)
    self.earlier = earlier.header
    self.later = later.header
    self.language = ReportTexts.texts(language).code
    self.toolVersion = toolVersion
    profileTitle = library.profile(later.header.profile)?.title[language] ?? ""
    pairs = matched.pairs.map { builder.pair($0, $1) }
    onlyEarlier = matched.onlyEarlier.map(ComparisonBuilder.name)
    onlyLater = matched.onlyLater.map(ComparisonBuilder.name)
  }
}

/// Makes a comparison.
struct ComparisonBuilder {
  private let requirements: [String: Requirement]
  private let language: String

  init(library: Library, language: String) {
    self.language = language
    requirements = Dictionary(
      library.requirements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: - Subjects

  /// Subjects belong together by name, then by party; where each report has one only, these do.
  static func match(
    _ earlier: [SavedReport.Subject], _ later: [SavedReport.Subject]
  ) -> (
    pairs: [(SavedReport.Subject, SavedReport.Subject)], onlyEarlier: [SavedReport.Subject],
    onlyLater: [SavedReport.Subject]
  ) {
    if let first = earlier.first, let second = later.first, earlier.count == 1, later.count == 1 {
      return ([(first, second)], [], [])
    }
    var partner: [Int?] = later.map { _ in nil }
    var isFree = earlier.map { _ in true }
    for name in [{ $0.name }, { key($0.party) }] as [(SavedReport.Subject) -> String] {
      let left = earlier.indices.filter { isFree[$0] }
      let right = later.indices.filter { partner[$0] == nil }
      for index in right {
        let wanted = name(later[index])
        let found = left.filter { name(earlier[$0]) == wanted }
        // A name that several have tells nothing.
        guard !wanted.isEmpty, found.count == 1, let match = found.first,
          right.count(where: { name(later[$0]) == wanted }) == 1
        else { continue }
        partner[index] = match
        isFree[match] = false
      }
    }
    return (
      later.indices.compactMap { index in partner[index].map { (earlier[$0], later[index]) } },
      earlier.indices.filter { isFree[$0] }.map { earlier[$0] },
      later.indices.filter { partner[$0] == nil }.map { later[$0] }
    )
  }

  /// A name without what is written in two ways.
  static func key(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  static func name(_ subject: SavedReport.Subject) -> Comparison.Name {
    Comparison.Name(subject: subject.name, party: subject.party, inputs: subject.inputs)
  }

  func pair(
    _ earlier: SavedReport.Subject, _ later: SavedReport.Subject
  ) -> Comparison.Pair {
    let before = Dictionary(
      earlier.items.map { ($0.assessment.requirement, $0) },
      uniquingKeysWith: { first, _ in first })
    let now = Set(later.items.map(\.assessment.requirement))
    var entries: [Comparison.Entry] = []
    var dialogueOnly: [Comparison.Entry] = []
    var singles: [Comparison.Single] = []
    for item in later.items {
      let old = before[item.assessment.requirement]
      let entry = entry(old, item)
      if !item.assessment.isDemanded {
        dialogueOnly.append(entry)
      } else if old == nil, !entry.later.isGap {
        singles.append(single(item, isEarlier: false))
      } else {
        entries.append(entry)
      }
    }
    singles += earlier.items.filter { !now.contains($0.assessment.requirement) }
      .map { single($0, isEarlier: true) }
    return Comparison.Pair(
      earlier: Self.name(earlier), later: Self.name(later), entries: Self.sorted(entries),
      dialogueOnly: Self.sorted(dialogueOnly), singles: singles)
  }

  private static func sorted(_ entries: [Comparison.Entry]) -> [Comparison.Entry] {
    func rank<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
      Array(Value.allCases).firstIndex(of: value) ?? 0
    }
    // Not every sort is stable, so the order of the terms decides last.
    return entries.enumerated().sorted { left, right in
      (rank(left.element.change), rank(left.element.severity), left.offset)
        < (rank(right.element.change), rank(right.element.severity), right.offset)
    }.map(\.element)
  }

  // MARK: - Requirements

  private func single(_ item: SavedReport.Item, isEarlier: Bool) -> Comparison.Single {
    Comparison.Single(
      requirement: item.assessment.requirement, title: title(item.assessment.requirement),
      number: item.number, isEarlier: isEarlier, outcome: item.outcome)
  }

  private func entry(_ old: SavedReport.Item?, _ new: SavedReport.Item) -> Comparison.Entry {
    let id = new.assessment.requirement
    let earlier = old.map(side)
    let later = side(new)
    func labels(_ ids: [String], _ others: [String]) -> [String] {
      distinct(ids.filter { !others.contains($0) }.map { label($0, of: id) })
    }
    return Comparison.Entry(
      requirement: id, title: title(id),
      number: new.number.isEmpty ? old?.number ?? "" : new.number,
      severity: new.severity ?? old?.severity ?? requirements[id]?.severity ?? .medium,
      change: Self.change(earlier, later), earlier: earlier, later: later,
      found: earlier.map { labels(later.elements, $0.elements) } ?? [],
      lost: earlier.map { labels($0.elements, later.elements) } ?? [])
  }

  private func side(_ item: SavedReport.Item) -> Comparison.Side {
    Comparison.Side(
      outcome: item.outcome, certainty: item.assessment.certainty,
      // Beside a met statement they are those of other passages.
      weaknesses: item.outcome == .met ? [] : item.assessment.weaknesses.map(\.code),
      elements: item.assessment.elements.filter { $0.state == .met }.map(\.id),
      quotations: Reading.quotations(of: item.assessment))
  }

  /// How two readings stand to each other.
  private static func change(
    _ earlier: Comparison.Side?, _ later: Comparison.Side
  ) -> Comparison.Change {
    guard let earlier, earlier.isGap else { return later.isGap ? .new : .unchanged }
    guard later.isGap else { return .closed }
    if later.outcome.rank != earlier.outcome.rank {
      return later.outcome.rank < earlier.outcome.rank ? .improved : .worse
    }
    guard earlier.outcome == .weak, later.outcome == .weak else { return .unchanged }
    return amongWeak(earlier, later)
  }

  /// Of two weak statements one is better only where it lacks nothing that the other has: fewer
  /// weaknesses and no element lost, or more elements and no weakness added.
  private static func amongWeak(
    _ earlier: Comparison.Side, _ later: Comparison.Side
  ) -> Comparison.Change {
    let weaknesses = (Set(earlier.weaknesses), Set(later.weaknesses))
    let elements = (Set(earlier.elements), Set(later.elements))
    if weaknesses.0 == weaknesses.1, elements.0 == elements.1 { return .unchanged }
    if weaknesses.1.isSubset(of: weaknesses.0), elements.1.isSuperset(of: elements.0) {
      return .improved
    }
    if weaknesses.1.isSuperset(of: weaknesses.0), elements.1.isSubset(of: elements.0) {
      return .worse
    }
    return .unchanged
  }

  private func title(_ id: String) -> String {
    let title = requirements[id]?.title[language] ?? ""
    return title.isEmpty ? id : title
  }

  private func label(_ element: String, of id: String) -> String {
    let label = requirements[id]?.elements.first { $0.id == element }?.label[language] ?? ""
    return label.isEmpty ? element : label
  }
}
