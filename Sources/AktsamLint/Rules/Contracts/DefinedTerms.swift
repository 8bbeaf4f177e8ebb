import AktsamDocuments
import AktsamText

/// The terms that a document defines.
struct DefinedTerms {
  /// A term and where it is defined.
  struct Term {
    /// As written.
    var text: String
    /// The byte range of the document's text that it stands at.
    var range: Range<Int>
    /// The index of its block.
    var block: Int
    /// The byte range of the document's text that defines it, where using it is no use.
    var definition: Range<Int>
  }

  /// The terms in the order of the document.
  private(set) var terms: [Term] = []

  /// What follows a term in quotation marks that is defined.
  private static let verbs: Set<String> = [
    "means", "mean", "avses", "menas", "menes", "forstås", "förstås", "betyder", "betyr",
    "innebär", "definieras", "defineres", "includes", "omfattar", "omfatter",
  ]
  /// What may stand between a term and its verb.
  private static let helpers: Set<String> = ["shall", "here", "här", "her", "i", "ska", "skal"]
  /// What opens a short name in brackets: (hereafter "the Goods").
  private static let openers: Set<String> = [
    "the", "hereafter", "hereinafter", "referred", "to", "as", "together", "each", "a", "an",
    "nedan", "härefter", "kallad", "kallat", "kallade", "kallas", "benämnd", "benämns", "heretter",
    "kalt", "kalles", "nedenfor", "den", "det", "de", "gemensamt", "samlet", "jointly",
    "collectively", "in", "below", ",",
  ]

  /// Finds the terms of a document.
  init(_ context: RuleContext) {
    let blocks = context.document.blocks
    for (index, block) in blocks.enumerated() where block.question < 0 {
      if block.kind == .caption {
        addEntry(context, index)
      } else if block.kind != .heading {
        addQuoted(context, index)
      }
    }
  }

  /// A term of a list of definitions: what follows is labelled with the first term of its entry.
  private mutating func addEntry(_ context: RuleContext, _ index: Int) {
    let blocks = context.document.blocks
    let group = blocks[index].group
    let rest = blocks[index...].prefix { $0.group == group }.prefix(40)
    guard let first = rest.first(where: { $0.kind != .caption }), first.kind == .paragraph,
      !first.label.isEmpty
    else { return }
    let names = rest.prefix { $0.kind == .caption }.map(context.string(of:))
    let isTerm =
      terms.last.map { $0.block == index - 1 } ?? false
      || names.contains { collapsed($0) == first.label }
    guard isTerm,
      let last = rest.prefix(while: { $0.kind == .caption || $0.label == first.label }).last
    else { return }
    terms.append(
      Term(
        text: context.string(of: blocks[index]), range: blocks[index].text, block: index,
        definition: Self.range(from: blocks[index].text, to: last.text)))
  }

  /// Terms in quotation marks that are defined in the text.
  private mutating func addQuoted(_ context: RuleContext, _ index: Int) {
    let block = context.document.blocks[index]
    for sentence in context.sentences(of: block) {
      for quoted in QuotedWords.all(in: sentence) {
        let after = sentence[quoted.upperBound...].dropFirst().drop {
          $0.text == "," || $0.text == ":"
        }
        let verb = after.prefix(4).drop { Self.helpers.contains($0.lower) }.first
        let range = Self.range(of: sentence[quoted])
        if let verb, Self.verbs.contains(verb.lower) {
          let end = max(range.upperBound, sentence.last?.range.upperBound ?? 0)
          terms.append(
            Term(
              text: context.document.string(range), range: range, block: index,
              definition: range.lowerBound..<end))
        } else if Self.isShortName(sentence, quoted) {
          terms.append(
            Term(
              text: context.document.string(range), range: range, block: index, definition: range))
        }
      }
    }
  }

  private static func range(of words: ArraySlice<TextWord>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return range(from: first.range, to: last.range)
  }

  /// Blocks need not stand in the order of the text.
  private static func range(from first: Range<Int>, to last: Range<Int>) -> Range<Int> {
    first.lowerBound..<max(first.upperBound, last.upperBound)
  }

  /// Whether a quotation stands in brackets for itself: (the "Goods").
  private static func isShortName(_ sentence: ArraySlice<TextWord>, _ quoted: Range<Int>) -> Bool {
    let before = sentence[..<max(sentence.startIndex, quoted.lowerBound - 1)]
    let opener = before.reversed().prefix(7).drop { openers.contains($0.lower) }.first
    let close = quoted.upperBound + 1
    return opener?.text == "(" && close < sentence.endIndex && sentence[close].text == ")"
  }
}

/// Finds words in quotation marks.
enum QuotedWords {
  /// How many words a term has at most.
  private static let most = 6

  /// Returns the index ranges of what stands between quotation marks, without them.
  static func all(in sentence: ArraySlice<TextWord>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in sentence.indices where sentence[index].isQuotationMark {
      if let open = start {
        let inside = open + 1..<index
        start = nil
        if !inside.isEmpty, inside.count <= most,
          sentence[inside].contains(where: { $0.kind == .letters })
        {
          found.append(inside)
        }
      } else {
        start = index
      }
    }
    return found
  }
}
