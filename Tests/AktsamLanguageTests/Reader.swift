import AktsamLanguage

/// A tiny lexicon and what an analyser finds with it, in a form that tests can compare.
struct Reader {
  private var analyzer: Analyzer
  private let concepts: [String]
  private(set) var text: [UInt8] = []

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - language: the language code; one that no stemmer knows leaves words as they are.
  ///   - terms: a line a concept, `risk: risk; danger to people`. A `+` before the name marks a
  ///     reading class, `[a b]` behind it names companions.
  ///   - numbers: number words.
  ///   - abbreviations: abbreviations with their full stops.
  init(
    _ language: String = "en", _ terms: [String] = [], numbers: [String: Int] = [:],
    abbreviations: [String] = []
  ) {
    let lines = terms.map(Line.init)
    concepts = lines.map(\.name)
    let source = LexiconSource(
      language: language,
      terms: lines.enumerated().flatMap { index, line in
        line.terms.map {
          LexiconSource.Terms(
            concept: index, text: Array(($0 + ";").utf8),
            companions: line.companions.compactMap(lines.map(\.name).firstIndex(of:)),
            isReading: line.isReading)
        }
      }, numbers: numbers, abbreviations: abbreviations)
    analyzer = Analyzer(CompiledLexicon(source))
  }

  private struct Line {
    var name: String
    var isReading: Bool
    var companions: [String]
    var terms: [String]

    init(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      var head = parts[0]
      isReading = head.hasPrefix("+")
      if isReading { head.removeFirst() }
      let names = head.split(whereSeparator: { "[] ".contains($0) }).map(String.init)
      name = names[0]
      companions = Array(names.dropFirst())
      terms = parts[1].split(separator: ";").map { String($0.drop { $0 == " " }) }
    }
  }

  /// Reads a text, forgetting the one before.
  mutating func read(_ string: String) { read(Array(string.utf8)) }

  /// Reads bytes, forgetting those before.
  mutating func read(_ bytes: [UInt8]) {
    text = bytes
    analyzer.reset()
    analyzer.analyze(bytes, 0..<bytes.count)
  }

  var tokens: [Token] { analyzer.tokens }
  var analysed: [Sentence] { analyzer.sentences }
  var rawHits: [Hit] { analyzer.hits }

  /// The lower-case words.
  var words: [String] { analyzer.tokens.map(analyzer.word) }

  /// The sentences as they stand in the text.
  var sentences: [String] { analyzer.sentences.map { string($0.text) } }

  /// The words of each clause, all sentences in one list.
  var clauses: [String] {
    analyzer.sentences.flatMap { sentence -> [String] in
      var result: [String] = []
      var last: Int16 = -1
      for index in sentence.tokens {
        let word = analyzer.word(analyzer.tokens[index])
        if analyzer.tokens[index].clause == last {
          result[result.count - 1] += " " + word
        } else {
          result.append(word)
          last = analyzer.tokens[index].clause
        }
      }
      return result
    }
  }

  /// The hits as `concept: words`, sorted.
  var hits: [String] {
    analyzer.hits.map { hit in
      let words = analyzer.tokens[Int(hit.start)..<Int(hit.end)].map(analyzer.word)
      return "\(concepts[Int(hit.concept)]): \(words.joined(separator: " "))"
    }.sorted()
  }

  /// The names of the concepts hit, sorted, each once.
  var named: [String] { Set(analyzer.hits.map { concepts[Int($0.concept)] }).sorted() }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }
}
