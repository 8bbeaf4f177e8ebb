/// A table from byte strings to numbers, in an arena: a lexicon of ten thousand words is compiled at
/// each start, and a dictionary of arrays costs several times as much.
struct ByteTable: Sendable {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private var starts: [Int32] = [0]
  private var arena: [UInt8] = []
  private var values: [Int32] = []

  /// Creates an empty table with room for `capacity` strings before it grows.
  init(capacity: Int = 8_192) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    hashes.reserveCapacity(capacity)
    starts.reserveCapacity(capacity + 1)
    values.reserveCapacity(capacity)
    arena.reserveCapacity(capacity * 8)
  }

  /// Returns the number of a string, or nil.
  subscript(key: [UInt8]) -> Int32? {
    let hash = Self.hash(key)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isEqual(index, key) { return values[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a string that is not in the table.
  mutating func insert(_ key: [UInt8], _ value: Int32) {
    let hash = Self.hash(key)
    hashes.append(hash)
    values.append(value)
    arena.append(contentsOf: key)
    starts.append(Int32(arena.count))
    if values.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for index in 0..<values.count { place(index) }
    } else {
      place(values.count - 1)
    }
  }

  /// All strings.
  var keys: some Sequence<ArraySlice<UInt8>> {
    (0..<values.count).lazy.map { arena[Int(starts[$0])..<Int(starts[$0 + 1])] }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(hashes[index]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private func isEqual(_ index: Int, _ key: [UInt8]) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == key.count else { return false }
    for offset in 0..<key.count where arena[start + offset] != key[offset] { return false }
    return true
  }

  /// FNV-1a with a final multiply, which spreads the low bits.
  private static func hash(_ key: [UInt8]) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
