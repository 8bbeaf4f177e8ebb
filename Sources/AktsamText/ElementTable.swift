/// The elements of one XML part in document order: turns an element's index into its path.
///
/// Twelve bytes an element, so that a path costs nothing until a report needs it.
package struct ElementTable: Sendable {
  private struct Entry: Sendable {
    var parent: Int32
    var name: Int32
    /// 1-based position among the siblings of the same name.
    var position: Int32
  }

  private var entries: [Entry] = []
  /// Local names, by the ids that ``append(parent:name:position:)`` was given.
  package var names: [String]

  /// Creates a table with no elements.
  package init(names: [String] = []) {
    self.names = names
  }

  /// The number of elements.
  package var count: Int { entries.count }

  /// Makes room for a number of elements, so that adding them moves nothing.
  package mutating func reserveCapacity(_ capacity: Int) {
    entries.reserveCapacity(capacity)
  }

  /// Adds the next element in document order and returns its index.
  ///
  /// - Parameters:
  ///   - parent: the index of the parent element, -1 for the root.
  ///   - name: an index into ``names``.
  ///   - position: the 1-based position among siblings of the same name.
  /// - Returns: the element's index.
  @discardableResult
  package mutating func append(parent: Int32, name: Int32, position: Int32) -> Int32 {
    entries.append(Entry(parent: parent, name: name, position: position))
    return Int32(entries.count - 1)
  }

  /// Returns the nearest element that has one of some local names: the element itself, else one that it
  /// stands in; -1 for none.
  package func nearest(of element: Int32, named wanted: Set<String>) -> Int32 {
    var index = element
    while index >= 0, Int(index) < entries.count {
      let entry = entries[Int(index)]
      let name = Int(entry.name)
      if names.indices.contains(name), wanted.contains(names[name]) { return index }
      guard entry.parent < index else { break }
      index = entry.parent
    }
    return -1
  }

  /// Returns the path of an element, as `/response[1]/section[2]/answer[1]`; empty for -1.
  package func path(of element: Int32) -> String {
    path(of: element) { names.indices.contains(Int($0)) ? names[Int($0)] : "*" }
  }

  /// Returns the path of an element, its names looked up by `name`; for use while the table is
  /// still being filled.
  package func path(of element: Int32, name: (Int32) -> String) -> String {
    var steps: [Int32] = []
    var index = element
    while index >= 0, Int(index) < entries.count {
      steps.append(index)
      let parent = entries[Int(index)].parent
      // A parent always comes before its children; anything else would never end.
      guard parent < index else { break }
      index = parent
    }
    var path = ""
    for step in steps.reversed() {
      let entry = entries[Int(step)]
      path += "/"
      path += name(entry.name)
      path += "["
      path += String(entry.position)
      path += "]"
    }
    return path
  }

  /// Adds all elements of another table after those of this one.
  ///
  /// - Returns: the index here of the other's first element; add it to every index of the other.
  package mutating func append(contentsOf other: ElementTable) -> Int32 {
    let base = Int32(entries.count)
    let firstName = Int32(names.count)
    names += other.names
    entries += other.entries.map {
      Entry(
        parent: $0.parent < 0 ? -1 : $0.parent + base, name: $0.name + firstName,
        position: $0.position)
    }
    return base
  }
}
