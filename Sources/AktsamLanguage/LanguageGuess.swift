/// Guesses the language of a text by its commonest function words.
///
/// Knows the languages that aktsam reads and their neighbours, so that a Danish or Finnish text is
/// said to be one and not read as Norwegian or Swedish.
package struct LanguageGuess: Sendable {
  private let words: [[UInt8]: [Int]]
  private let languages: [String]

  /// Creates a guesser.
  package init() {
    let lists: [(String, String)] = [
      (
        "en",
        "the of and to in is are for that with by on as this be or an at from which not have has our we it shall will"
      ),
      (
        "sv",
        "och att det som en är på för av med till den har inte om ett ska vi våra vår från eller kan hos även när vid skall enligt samt dessa"
      ),
      (
        "nb",
        "og det som en er på for av med til den har ikke om et skal vi våre vår fra eller kan hos også når ved vil dette disse etter ble blir i å"
      ),
      (
        "nn",
        "og det som ein er på for av med til den har ikkje om eit skal me våre vår frå eller kan hos også når ved vil dette desse etter vart blir å eg dei noko verksemd"
      ),
      (
        "da",
        "og det som en er på for af med til den har ikke om et skal vi vores fra eller kan hos også når ved vil dette disse efter blev bliver i at jeg der"
      ),
      (
        "fi",
        "ja on ei että se tai kun joka ovat myös mutta sekä niin hän olla tämä ole kanssa mukaan"
      ),
      (
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus"
      ),
      (
        "fr",
        "de la le et les des en un une du dans que pour qui est sur par au pas plus avec ce sont aux"
      ),
      (
        "it",
        "di e il la che in un per del non una con sono della le da si nel alla dei al dell gli ha"
      ),
      (
        "es",
        "de la que el en y los del se las por un para con no una su al lo como más es sus"
      ),
      (
        "nl",
        "de het een van en in is op te dat die voor met zijn niet aan er om als bij ook door worden"
      ),
    ]
    var words: [[UInt8]: [Int]] = [:]
    for (index, list) in lists.enumerated() {
      for word in list.1.split(separator: " ") { words[Array(word.utf8), default: []].append(index) }
    }
    self.words = words
    languages = lists.map(\.0)
  }

  /// Returns the language code of the text, or nil when too little speaks for any.
  ///
  /// - Parameters:
  ///   - text: UTF-8 bytes.
  ///   - range: the byte range to look at; at most 4 kB of it are read.
  package func guess(_ text: [UInt8], _ range: Range<Int>) -> String? {
    var scores = [Double](repeating: 0, count: languages.count)
    var position = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 4_096, text.count)
    var count = 0
    while position < end {
      while position < end, !ByteClass.isWord(text[position]) { position += 1 }
      let start = position
      while position < end, ByteClass.isWord(text[position]) { position += 1 }
      guard position > start, position - start <= 12 else { continue }
      count += 1
      if let hits = words[Fold.lowercased(text[start..<position])] {
        for language in hits { scores[language] += 1 / Double(hits.count) }
      }
    }
    guard count >= 3 else { return nil }
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    guard scores[best] >= 0.5, scores[best] / Double(count) >= 0.04 else { return nil }
    return languages[best]
  }
}
