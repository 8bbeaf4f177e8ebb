/// Reads text of one language: words, sentences, clauses and the concepts they name.
///
/// One pass over the bytes. A word form is stemmed and split once and then found in a table; terms
/// are found by walking one automaton over vocabulary ids. A task has its own analyser, as the
/// stemmer and the table are not shared.
package struct Analyzer {
  /// The lexicon.
  package let lexicon: CompiledLexicon
  /// The tokens of the texts analysed since ``reset()``.
  package internal(set) var tokens: [Token] = []
  /// The hits, grouped by sentence.
  package internal(set) var hits: [Hit] = []
  /// The sentences in order.
  package internal(set) var sentences: [Sentence] = []

  var table = WordTable()
  let stemmer: Stemmer
  let prefixes: Set<UInt32>
  let fixed: FixedWords
  var clause: Int16 = 0
  var sentenceStart = 0
  var found: [FoundTerm] = []
  /// Those of the terms found that may cover others, as indices.
  var hiding: [Int] = []

  /// A term found in the current sentence, before companions and hiding are settled.
  struct FoundTerm {
    var hit: Hit
    var isReading: Bool
    var isName: Bool
    var companions: Int32
  }

  /// Creates an analyser.
  package init(_ lexicon: CompiledLexicon) {
    self.lexicon = lexicon
    stemmer = Stemmer(language: lexicon.language)
    prefixes = Set(lexicon.stems.keys.compactMap { Self.prefix($0) })
    fixed = FixedWords()
  }

  /// Forgets the tokens, hits and sentences, not the words learnt.
  package mutating func reset() {
    tokens.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
  }

  /// Forgets the words learnt when they are many; call it between documents only, as tokens refer
  /// to them.
  package mutating func trimWords() {
    if table.entries.count >= WordTable.capacity { table = WordTable() }
  }

  /// Hands its tokens, hits and sentences over in exchange for buffers to fill next.
  package mutating func exchange(
    tokens: inout [Token], hits: inout [Hit], sentences: inout [Sentence]
  ) {
    swap(&self.tokens, &tokens)
    swap(&self.hits, &hits)
    swap(&self.sentences, &sentences)
  }

  /// Returns the lower-case form of a token.
  package func word(_ token: Token) -> String {
    String(decoding: table.key(of: token.word), as: UTF8.self)
  }

  /// Reads `range` of `text` and appends what it finds.
  ///
  /// - Parameters:
  ///   - text: UTF-8 bytes.
  ///   - range: the byte range to read, on scalar boundaries.
  /// - Complexity: O(n) in the length of the range.
  package mutating func analyze(_ text: [UInt8], _ range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
    let bytes = text.span
    var position = range.lowerBound
    let end = range.upperBound
    startsItem = false
    beginSentence()
    while position < end {
      let byte = bytes[position]
      if ByteClass.isWord(byte) {
        if byte == 0xE2 || byte == 0xC2 {
          position = symbol(at: position, in: bytes, end: end)
          continue
        }
        position = scanWord(at: position, in: bytes, end: end)
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        var next = position + 1
        while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
          next += 1
        }
        if next < end, bytes[next] == 0x0A { endSentence(at: position) }
        if next + 1 < end, bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "*"),
          bytes[next + 1] == 0x20
        {
          endItem(at: position, in: bytes)
        }
        position = next
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        position += 1
        if isBoundary(after: position, mark: byte, in: bytes, end: end) {
          endSentence(at: position, isQuestion: byte == UInt8(ascii: "?"))
        }
      case UInt8(ascii: ":"):
        position += 1
        if !endsLeadIn(at: position, in: bytes, end: end) { nextClause() }
      case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
        position += 1
        nextClause()
      case UInt8(ascii: ","):
        position += 1
        pendingComma = true
      case UInt8(ascii: "%"):
        position += 1
        if !tokens.isEmpty, tokens.count > sentenceStart {
          tokens[tokens.count - 1].flags.insert(.percent)
        }
      case UInt8(ascii: "["):
        isBracketed = true
        position += 1
      case UInt8(ascii: "]"):
        isBracketed = false
        position += 1
      default: position += 1
      }
    }
    endSentence(at: end)
  }

  var pendingComma = false
  var isBracketed = false
  var startsItem = false

  mutating func beginSentence() {
    clause = 0
    pendingComma = false
    sentenceStart = tokens.count
  }

  mutating func nextClause() {
    if tokens.count > sentenceStart, tokens[tokens.count - 1].clause == clause, clause < 1_000 {
      clause += 1
    }
    pendingComma = false
  }
}
