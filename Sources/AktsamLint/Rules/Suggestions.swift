/// Suggests near names for what is misspelt, the first hundred times: a file in which nothing fits has
/// another fault than spelling, and comparing each with each would take long.
struct Suggestions {
  private var left = 100

  /// Returns the nearest candidate; nil when none is near, or too many were asked for already.
  mutating func near(_ word: String, among candidates: some Sequence<String>) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return nearest(to: word, among: candidates)
  }
}
