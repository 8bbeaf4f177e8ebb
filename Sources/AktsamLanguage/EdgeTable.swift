/// An open-addressing table of automaton edges.
struct EdgeTable: Sendable {
  private var keys = [UInt64](repeating: 0, count: 1 << 15)
  private var values = [Int32](repeating: 0, count: 1 << 15)
  private var count = 0

  /// The key of an edge; never 0, as nodes are numbered from 1.
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Adds an edge that is not in the table.
  mutating func insert(_ node: Int32, _ word: Int32, _ target: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    place(Self.key(node, word), target)
    count += 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    let mask = keys.count - 1
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (index, key) in oldKeys.enumerated() where key != 0 { place(key, oldValues[index]) }
  }

  /// Returns the node that `word` leads to from `node`, or 0.
  func target(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    let mask = keys.count - 1
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }
}
