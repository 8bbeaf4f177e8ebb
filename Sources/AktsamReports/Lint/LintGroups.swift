import AktsamText

/// The findings of a report by file, for formats that go file by file.
struct LintGroups {
  /// A file with its findings, in the report's order.
  struct Group {
    /// The path, followed by the member inside an archive.
    var path: String
    /// Whether the file could be read.
    var isRead: Bool
    /// Its findings.
    var items: [LintItem]
  }

  /// The files in the report's order; behind them those that only findings name.
  private(set) var groups: [Group] = []
  private var indices: [String: Int] = [:]

  init(_ report: LintReport) {
    for file in report.files where indices[file.pathWithPart] == nil {
      indices[file.pathWithPart] = groups.count
      groups.append(Group(path: file.pathWithPart, isRead: file.isRead, items: []))
    }
    for item in report.findings { groups[index(of: item.place)].items.append(item) }
  }

  /// Returns the group of the file that a place stands in.
  private mutating func index(of place: Place) -> Int {
    if let known = Self.innermost(of: place, in: indices) { return known }
    indices[place.path] = groups.count
    groups.append(Group(path: place.path, isRead: true, items: []))
    return groups.count - 1
  }

  /// Returns what is known about the input that a place stands in: the innermost member of an
  /// archive that is an input, or the archive.
  static func innermost<Value>(of place: Place, in inputs: [String: Value]) -> Value? {
    var outer = place
    while inputs[outer.pathWithPart] == nil, !outer.part.isEmpty {
      outer.part = MemberPath(outer.part).outer
    }
    return inputs[outer.pathWithPart]
  }
}
