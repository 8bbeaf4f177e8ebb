internal import AktsamClauses
internal import AktsamReading
internal import AktsamText

/// Changes a passage by rule, with the places of its words from the reading.
struct Mutator {
  /// A passage that is met, what it is met for, and what was read in it.
  struct Source {
    var text: [UInt8]
    var role: DocumentRole
    var requirement: Requirement
    /// Whether it answers a question about the requirement.
    var isMapped: Bool
    /// The sentences, whose places count in ``text``.
    var sentences: [PassageReading]
  }

  private let phrases: MutationPhrases
  private let parameters: [String: Int]

  /// Creates a mutator; nil for a language without phrases.
  ///
  /// - Parameters:
  ///   - language: the language of the passages.
  ///   - parameters: the profile's numbers, in days.
  init?(language: String, parameters: [String: Int]) {
    guard let phrases = MutationPhrases(language: language) else { return nil }
    self.phrases = phrases
    self.parameters = parameters
  }

  /// Returns the changed text, or nil where the operator has nothing to change.
  func apply(_ mutation: MutationOperator, to source: Source) -> String? {
    let isDuty = source.requirement.kind == .duty
    switch mutation {
    // The norms hedge some duties themselves.
    case .hedge:
      return source.requirement.toleratedHedges.isEmpty
        ? everySentence(source) { $0 + variant(phrases.conditions, source) } : nil
    case .postpone: return opened(source, with: variant(phrases.plans, source))
    case .aspire: return opened(source, with: variant(phrases.aims, source))
    case .delegate:
      return source.role == .contract
        ? nil : opened(source, with: variant(phrases.expectations, source))
    case .permit:
      return source.role == .contract && isDuty && !bindsBesides(source)
        ? duties(source, \.option) : nil
    case .negate: return isDuty ? negated(source) : nil
    case .cutToFirstTier: return cut(source, to: phrases.firstTier)
    case .cutToOwn: return cut(source, to: phrases.own)
    case .undate: return undated(source)
    case .delay: return delayed(source)
    case .assertOnly: return source.isMapped ? phrases.yes : nil
    case .refer: return source.isMapped ? phrases.website : nil
    case .blank: return source.isMapped ? phrases.placeholder : nil
    case .sentenceBefore: return phrases.sentence + " " + string(source.text[...])
    case .sentenceBehind: return string(source.text[...]) + " " + phrases.sentence
    case .clauseBefore: return opened(source, with: phrases.opening)
    case .synonym: return synonyms(source)
    case .order: return source.sentences.count < 2 ? nil : reordered(source)
    case .typography: return spaced(source)
    }
  }

  private func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// One of several phrasings, always the same for a passage.
  private func variant(_ phrasings: [String], _ source: Source) -> String {
    phrasings[source.text.count % phrasings.count]
  }

  private func range(_ sentence: PassageReading) -> Range<Int> {
    let segments = sentence.place.segments
    return (segments.first?.lowerBound ?? 0)..<(segments.last?.upperBound ?? 0)
  }

  // MARK: - Whole sentences

  /// The passage with each sentence, without its closing mark, rewritten.
  private func everySentence(_ source: Source, _ body: (String) -> String) -> String {
    edited(
      source.text,
      source.sentences.map { sentence in
        var range = range(sentence)
        while let last = source.text[range].last, last == 0x2E || last == 0x20 || last == 0x21 {
          range = range.lowerBound..<range.upperBound - 1
        }
        return (range, body(string(source.text[range])))
      })
  }

  private func opened(_ source: Source, with opening: String) -> String {
    everySentence(source) { opening + " " + lowered($0) }
  }

  /// A sentence's text as it stands behind an opening.
  private func lowered(_ text: String) -> String {
    let first = text.prefix { $0 != " " }
    // An abbreviation or a name of capitals stays as it is.
    guard first.dropFirst().allSatisfy({ !$0.isUppercase && !$0.isNumber }) else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private func reordered(_ source: Source) -> String {
    source.sentences.reversed().map { string(source.text[range($0)]) }.joined(separator: " ")
  }

  private func spaced(_ source: Source) -> String {
    var result = "\n  "
    for character in string(source.text[...]) {
      switch character {
      case " ": result += "\n   "
      case "'": result += "\u{2019}"
      default: result.append(character)
      }
    }
    return result + "\n"
  }

  // MARK: - Words

  /// Words behind a duty that a negation would join to another sense: "inte minst", "not only".
  private static let joined: Set<String> = [
    "at", "only", "minst", "bare", "endast", "bara", "först", "før", "først", "i", "in", "instead",
  ]

  /// The passage with each word of duty changed; nil where somebody else than the supplier is bound, a
  /// condition opens the sentence, or something is forbidden besides.
  private func duties(
    _ source: Source, _ change: KeyPath<(duty: String, option: String, denial: String), String>
  ) -> String? {
    var edits: [(Range<Int>, String)] = []
    for sentence in source.sentences {
      let duties = sentence.cues.filter { $0.concept == "force-obligation" }
      let isPlain =
        sentence.bearer == .supplier && !sentence.concepts.contains("force-prohibition")
        && !sentence.concepts.contains("condition-opener")
      guard duties.isEmpty || isPlain else { return nil }
      for cue in duties {
        guard let pair = phrases.duties.first(where: { $0.duty == cue.words.lowercased() }),
          let place = cue.segments.first
        else { return nil }
        let next = string(source.text[place.upperBound...]).split(separator: " ").first ?? ""
        if Self.joined.contains(String(next)) { return nil }
        edits.append((place, pair[keyPath: change]))
      }
    }
    return edits.isEmpty ? nil : edited(source.text, edits)
  }

  /// Whether a sentence binds without a word of duty: "no worker may be dismissed".
  private func bindsBesides(_ source: Source) -> Bool {
    source.sentences.contains {
      $0.force == .obligation && !$0.concepts.contains("force-obligation")
    }
  }

  private func negated(_ source: Source) -> String? {
    guard !source.sentences.contains(where: { $0.polarity == .denied }) else { return nil }
    return source.role == .contract
      ? duties(source, \.denial) : opened(source, with: variant(phrases.falsehoods, source))
  }

  /// The concepts that carry a duty down the chain.
  private static let chain: Set<String> = [
    "scope-chain", "scope-deep", "sub-supplier", "supply-chain",
  ]

  /// Concepts that name what stands further down.
  private static let tiers: Set<String> = [
    "raw-material", "smelter-mine", "component", "manufacturer", "final-assembly", "tier", "site",
    "supplier-contract", "bearer-other", "open-to-chain",
  ]

  /// The passage with the chain cut, for requirements that live by it.
  private func cut(_ source: Source, to words: String) -> String? {
    let livesByChain = source.requirement.elements.contains {
      $0.kind == .chain && $0.core.contains(source.role)
    }
    // Where mines or component makers are named, the chain stays whatever else is cut.
    guard livesByChain,
      !source.sentences.contains(where: { !Self.tiers.isDisjoint(with: $0.concepts) })
    else { return nil }
    let edits = source.sentences.flatMap { sentence in
      outermost(sentence.cues.filter { Self.chain.contains($0.concept) }).map { ($0, words) }
    }
    return edits.isEmpty ? nil : edited(source.text, edits)
  }

  /// The ranges of cues, those inside others left out.
  private func outermost(_ cues: [Cue]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in cues.compactMap(\.segments.first) {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private func synonyms(_ source: Source) -> String? {
    let text = string(source.text[...])
    for (word, other) in phrases.synonyms {
      let words = text.split(separator: " ", omittingEmptySubsequences: false)
      let wanted = word.split(separator: " ")
      guard words.count >= wanted.count else { continue }
      for start in 0...(words.count - wanted.count)
      where Array(words[start..<start + wanted.count]) == wanted {
        return (words[..<start] + [Substring(other)] + words[(start + wanted.count)...])
          .joined(separator: " ")
      }
    }
    return nil
  }

  // MARK: - Times

  /// The time elements that the requirement lives by in the role.
  private func limit(_ source: Source) -> Int?? {
    source.requirement.elements.first { $0.kind == .time && $0.core.contains(source.role) }
      .map { parameters[$0.parameter] }
  }

  private func undated(_ source: Source) -> String? {
    guard limit(source) != nil else { return nil }
    return times(source) { time in
      time.kind == .deadline ? phrases.promptly : phrases.regularly
    }
  }

  private func delayed(_ source: Source) -> String? {
    guard let limit = limit(source) ?? nil else { return nil }
    var isWhole = true
    let text = times(source, withUnit: false) { time in
      guard time.days > 0, let number = Int(time.words.prefix { $0.isNumber }), number > 0 else {
        isWhole = false
        return nil
      }
      let factor = limit * 2 / time.days + 2
      return "\(number * factor)" + time.words.drop { $0.isNumber }
    }
    return isWhole ? text : nil
  }

  /// The passage with each deadline and frequency changed; nil when there is none or when a date, a
  /// change or a start gives a time besides.
  private func times(
    _ source: Source, withUnit: Bool = true, _ change: (TimeExpression) -> String?
  ) -> String? {
    var edits: [(Range<Int>, String)] = []
    for sentence in source.sentences {
      for time in sentence.time {
        guard time.kind == .deadline || time.kind == .frequency else {
          if time.kind == .vague { continue }
          return nil
        }
        guard let place = self.place(of: time, in: sentence, source.text, withUnit: withUnit) else {
          return nil
        }
        if let words = change(time) { edits.append((place, words)) }
      }
    }
    return edits.isEmpty ? nil : edited(source.text, edits)
  }

  /// Where a time expression stands, with the word that opens it ("within", "every").
  private func place(
    of time: TimeExpression, in sentence: PassageReading, _ text: [UInt8], withUnit: Bool
  ) -> Range<Int>? {
    let wanted = Array(time.words.utf8)
    let whole = range(sentence)
    guard !wanted.isEmpty, whole.count >= wanted.count else { return nil }
    for start in whole.lowerBound...(whole.upperBound - wanted.count)
    where Array(text[start..<start + wanted.count]) == wanted {
      let range = start..<start + wanted.count
      guard withUnit else { return range }
      let opener = sentence.cues.last { cue in
        guard cue.concept == "time-within" || cue.concept == "time-every" else { return false }
        return cue.segments.first.map { start - 3...start ~= $0.upperBound } ?? false
      }
      return (opener?.segments.first?.lowerBound ?? start)..<range.upperBound
    }
    return nil
  }

  /// The text with byte ranges replaced.
  private func edited(_ text: [UInt8], _ edits: [(Range<Int>, String)]) -> String {
    var result: [UInt8] = []
    var position = 0
    for (range, words) in edits.sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    where range.lowerBound >= position {
      result += text[position..<range.lowerBound]
      result += Array(words.utf8)
      position = range.upperBound
    }
    return string((result + text[position...])[...])
  }
}
