/// A pattern of paths: `*` stands for any letters within a name, `?` for one, `**` for any folders.
///
/// A pattern without a slash is about names at any depth; one that matches a folder matches all that
/// is in it, so that `drafts` and `drafts/**` mean the same. Letters count by case, on every system.
package struct Glob: Sendable, Hashable {
  /// The pattern as written.
  package let pattern: String
  private let names: [[Unicode.Scalar]]
  private static let anyFolders = Array("**".unicodeScalars)

  /// Creates a pattern.
  package init(_ pattern: String) {
    self.pattern = pattern
    var names = Self.names(of: pattern)
    if names.count == 1, !pattern.hasPrefix("/") { names.insert(Self.anyFolders, at: 0) }
    self.names = names
  }

  /// Whether a path, with slashes and relative to where the pattern counts from, matches.
  ///
  /// - Complexity: O(n·m) in the lengths of pattern and path.
  package func matches(_ path: String) -> Bool {
    let path = Self.names(of: path)
    guard !path.isEmpty, !names.isEmpty else { return false }
    return (1...path.count).contains { count in
      Self.matches(names[...], path[..<count], isWild: { $0 == Self.anyFolders }) {
        Self.matchesName($0, $1)
      }
    }
  }

  private static func names(of path: String) -> [[Unicode.Scalar]] {
    path.split(separator: "/").filter { $0 != "." }.map { Array($0.unicodeScalars) }
  }

  private static func matchesName(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    matches(pattern[...], name[...], isWild: { $0 == "*" }) { $0 == "?" || $0 == $1 }
  }

  /// Matches one wildcard at a time: on a mismatch the last one takes one more and all before it stands.
  private static func matches<Item>(
    _ pattern: ArraySlice<Item>, _ items: ArraySlice<Item>, isWild: (Item) -> Bool,
    equal: (Item, Item) -> Bool
  ) -> Bool {
    var next = pattern.startIndex
    var item = items.startIndex
    var wild: (pattern: Int, item: Int)?
    while item < items.endIndex {
      if next < pattern.endIndex, isWild(pattern[next]) {
        wild = (next, item)
        next += 1
      } else if next < pattern.endIndex, equal(pattern[next], items[item]) {
        next += 1
        item += 1
      } else if let last = wild {
        wild = (last.pattern, last.item + 1)
        next = last.pattern + 1
        item = last.item + 1
      } else {
        return false
      }
    }
    while next < pattern.endIndex, isWild(pattern[next]) { next += 1 }
    return next == pattern.endIndex
  }
}
