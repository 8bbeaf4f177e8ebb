internal import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// Finds the named facts of sentences: counts of sites, tiers and subcontractors, and the date on which
/// a policy was adopted.
struct FactReader {
  let classes: ReadingClasses
  let firmness: FirmnessReader

  /// The shortest word that tells what a sentence is about, in bytes.
  private static let shortestWord = 5

  /// Returns the facts of a unit.
  func facts(of unit: Unit, _ document: Document) -> [NamedFact] {
    guard classes.counted.contains(where: { unit.names($0.concept) }) || unit.names(classes.adopted)
    else { return [] }
    return unit.sentences.indices.flatMap { index in
      counts(in: index, unit, document) + adoption(in: index, unit, document)
    }
  }

  private func counts(in index: Int, _ unit: Unit, _ document: Document) -> [NamedFact] {
    let sentence = unit.sentences[index]
    let own = unit.hits[sentence.hits]
    var result: [NamedFact] = []
    for (concept, kind) in classes.counted where sentence.concepts.contains(concept) {
      // Tiers count when they are mapped, everything else when all of it is meant.
      if kind == "tiers", !sentence.concepts.contains(classes.map) { continue }
      guard
        let hit = own.first(where: { hit in
          Int(hit.concept) == concept && Int(hit.start) > sentence.tokens.lowerBound
            && unit.tokens[Int(hit.start) - 1].value > 0
            && !unit.tokens[Int(hit.start) - 1].flags.contains(.percent)
        })
      else { continue }
      let number = Int(hit.start) - 1
      let before = number > sentence.tokens.lowerBound ? word(number - 1, unit, document) : ""
      if Self.parts.contains(before) { continue }
      result.append(
        fact(
          kind, value: "\(unit.tokens[number].value)", isTotal: Self.wholes.contains(before),
          except: number..<Int(hit.end), index, unit, document))
    }
    return result
  }

  private func adoption(in index: Int, _ unit: Unit, _ document: Document) -> [NamedFact] {
    let sentence = unit.sentences[index]
    guard sentence.concepts.contains(classes.adopted),
      sentence.concepts.contains(classes.policyDocument)
    else { return [] }
    let dates = unit.reading(of: index, by: firmness).times.filter {
      $0.kind == .date && $0.year > 0 && $0.tokens.count >= 3
    }
    guard dates.count == 1, let date = dates.first, let range = unit.text(of: date.tokens) else {
      return []
    }
    return [
      fact(
        "adoption", value: collapsed(document.string(range)).lowercased(), isTotal: true,
        except: date.tokens, index, unit, document)
    ]
  }

  /// Words that make a count one of all, and one of some.
  private static let wholes: Set<String> = [
    "all", "the", "alla", "samtliga", "de", "alle", "samtlige", "våra", "våre", "our",
  ]
  private static let parts: Set<String> = ["of", "av"]

  private func word(_ index: Int, _ unit: Unit, _ document: Document) -> String {
    let token = unit.tokens[index]
    return document.string(Int(token.start)..<Int(token.end)).lowercased()
  }

  private func fact(
    _ kind: String, value: String, isTotal: Bool, except: Range<Int>, _ index: Int, _ unit: Unit,
    _ document: Document
  ) -> NamedFact {
    let sentence = unit.sentences[index]
    var words: Set<String> = []
    var numbers: Set<Int> = []
    for position in sentence.tokens where !except.contains(position) {
      let token = unit.tokens[position]
      if token.flags.contains(.digits), token.value >= 0, !(1_990...2_060).contains(token.value) {
        numbers.insert(Int(token.value))
      } else if token.value < 0, Int(token.end - token.start) >= Self.shortestWord {
        words.insert(word(position, unit, document))
      }
    }
    var goods: Set<String> = []
    for hit in unit.hits[sentence.hits] where Int(hit.concept) == classes.goods {
      if let range = unit.text(of: Int(hit.start)..<Int(hit.end)) {
        goods.insert(collapsed(document.string(range)).lowercased())
      }
    }
    let reading = unit.reading(of: index, by: firmness)
    return NamedFact(
      kind: kind, value: value, isTotal: isTotal, goods: goods, words: words, numbers: numbers,
      years: Set(reading.times.map(\.year).filter { $0 > 0 }), language: unit.language,
      quote: StatementRecord.Quote(
        text: sentence.text, block: unit.sentenceBlocks[index], force: reading.force, supports: []))
  }
}
