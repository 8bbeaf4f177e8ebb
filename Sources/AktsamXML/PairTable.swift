/// A hash table from pairs of words to small integers: open addressing, nothing is ever removed.
///
/// The first word of a key is never 0.
struct PairTable {
  private struct Slot {
    var first: UInt = 0
    var second: UInt = 0
    var value: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var count = 0

  /// Returns the value of a key, or -1.
  func value(_ first: UInt, _ second: UInt) -> Int32 {
    let slot = slots[slot(first, second)]
    return slot.first == 0 ? -1 : slot.value
  }

  /// Stores a value for a key that has none.
  mutating func insert(_ first: UInt, _ second: UInt, _ value: Int32) {
    if (count + 1) * 2 > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      for entry in old where entry.first != 0 {
        slots[slot(entry.first, entry.second)] = entry
      }
    }
    slots[slot(first, second)] = Slot(first: first, second: second, value: value)
    count += 1
  }

  private func slot(_ first: UInt, _ second: UInt) -> Int {
    let mask = UInt(slots.count - 1)
    var hash = (first ^ (second &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    var index = hash & mask
    while slots[Int(index)].first != 0,
      slots[Int(index)].first != first || slots[Int(index)].second != second
    {
      index = (index + 1) & mask
    }
    return Int(index)
  }
}
