/// What is known of a word form.
struct WordEntry: Sendable {
  /// The vocabulary id of its stem, -1 for none.
  var stem: Int32 = -1
  /// The vocabulary id of the exact form, -1 for none.
  var exact: Int32 = -1
  /// Vocabulary ids of the parts of a compound, -1 for none.
  var firstPart: Int32 = -1
  var lastPart: Int32 = -1
  /// The value of a number word, -1 for none.
  var value: Int32 = -1
  /// Whether a full stop after it ends no sentence.
  var isAbbreviation = false
  /// Whether it opens a clause after a comma.
  var opensClauseAfterComma = false
  /// Whether it opens a clause anywhere.
  var opensClause = false
  /// Whether it opens a subordinate clause.
  var isSubordinator = false
}

/// A cache from folded word forms to what is known of them: stemming and compound splitting are done
/// once a form. Owned by one task.
struct WordTable {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private var offsets: [Int32] = []
  private var lengths: [UInt16] = []
  private var keys: [UInt8] = []
  private(set) var entries: [WordEntry] = []
  /// With more forms than this the table is emptied before the next document, so that memory does
  /// not grow with the number of documents.
  static let capacity = 200_000

  init() {
    slots = [Int32](repeating: -1, count: 1 << 14)
  }

  /// Returns the index of a form, or -1.
  ///
  /// - Parameters:
  ///   - hash: the hash over the folded bytes.
  ///   - bytes: the text.
  ///   - range: the byte range of the form in it, not folded.
  /// - Returns: the index, or -1 for a form that is not in the table.
  func index(hash: UInt32, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let candidate = slots[slot]
      if candidate < 0 { return -1 }
      let index = Int(candidate)
      if hashes[index] == hash, Int(lengths[index]) == range.count,
        isEqual(index, bytes, range)
      {
        return candidate
      }
      slot = (slot + 1) & mask
    }
  }

  private func isEqual(_ index: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var key = Int(offsets[index])
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      let stored = keys[key]
      if byte != stored {
        // Only the case may differ: ASCII letters, and the second byte of U+00C0…U+00DE.
        guard byte &+ 0x20 == stored else { return false }
        if byte >= 0x80 {
          guard position > range.lowerBound, bytes[position - 1] == 0xC3 else { return false }
        } else if byte < 0x41 || byte > 0x5A {
          return false
        }
      }
      key += 1
      position += 1
    }
    return true
  }

  /// Adds a form and returns its index.
  mutating func insert(_ entry: WordEntry, key: [UInt8], hash: UInt32) -> Int32 {
    let index = Int32(entries.count)
    entries.append(entry)
    hashes.append(hash)
    offsets.append(Int32(keys.count))
    lengths.append(UInt16(key.count))
    keys.append(contentsOf: key)
    if entries.count * 2 > slots.count { grow() }
    place(index)
    return index
  }

  private mutating func place(_ index: Int32) {
    let mask = slots.count - 1
    var slot = Int(hashes[Int(index)]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = index
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in 0..<entries.count - 1 { place(Int32(index)) }
  }

  /// The bytes of a form in lower case.
  func key(of index: Int32) -> [UInt8] {
    let start = Int(offsets[Int(index)])
    return Array(keys[start..<start + Int(lengths[Int(index)])])
  }
}
