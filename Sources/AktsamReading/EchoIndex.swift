package import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// The sentences of the buyer, to tell a supplier's own words from what merely repeats them
/// (design, section 2: only a supplier's own words are evidence for a supplier).
package struct EchoIndex: Sendable {
  private var sentences: Set<UInt64> = []

  /// Shorter sentences are alike by chance.
  private static let fewestWords = 8

  /// Creates an index of nothing.
  package init() {}

  /// Whether there is no sentence in it.
  package var isEmpty: Bool { sentences.isEmpty }

  /// Adds what a document holds of the buyer's words: all of a buyer's document, the questions and
  /// demands of a supplier's.
  package mutating func add(_ document: Document) {
    let isBuyers = document.role != .response && document.role != .tender
    for block in document.blocks
    where isBuyers || block.kind == .question || block.kind == .requirement {
      Self.forEachSentence(document.text, block.text) { sentences.insert($0) }
    }
  }

  /// Returns whether all of a text is the buyer's.
  func echoes(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var count = 0
    var isEcho = true
    Self.forEachSentence(text, range) { hash in
      count += 1
      if !sentences.contains(hash) { isEcho = false }
    }
    return count > 0 && isEcho
  }

  /// Calls `body` with a hash (FNV-1a) over the words of each sentence that is long enough.
  private static func forEachSentence(
    _ text: [UInt8], _ range: Range<Int>, _ body: (UInt64) -> Void
  ) {
    let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    var hash = seed
    var words = 0
    var isInWord = false
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for position in range.clamped(to: 0..<text.count) {
      let byte = text[position]
      if ByteClass.isWord(byte) {
        if !isInWord { words += 1 }
        isInWord = true
        add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        continue
      }
      if isInWord { add(0x20) }
      isInWord = false
      guard byte == 0x2E || byte == 0x21 || byte == 0x3F else { continue }
      if words >= fewestWords { body(hash) }
      hash = seed
      words = 0
    }
    if isInWord { add(0x20) }
    if words >= fewestWords { body(hash) }
  }
}
