/// The known id nearest to one that is not known, for "did you mean".
package enum Suggestion {
  /// Returns the candidate with the fewest edits to `word`, or nil when none is near.
  ///
  /// An edit inserts, deletes or replaces a scalar, or swaps two neighbours. One edit in three
  /// letters is near. Among equals the first in alphabetical order wins, so that the same input
  /// gives the same message.
  ///
  /// - Complexity: O(n·m²) in the candidates and their length; only met when something is wrong.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.unicodeScalars)
    guard letters.count <= 64 else { return nil }
    let limit = max(1, min(4, letters.count / 3))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate.unicodeScalars)
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = edits(letters, other)
      guard distance <= limit else { continue }
      guard let known = best else {
        best = (distance, candidate)
        continue
      }
      if (distance, candidate) < (known.distance, known.candidate) { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Returns the optimal string alignment distance.
  private static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
