/// The clause library: concepts with their words, requirements over concepts, norms and profiles.
///
/// Plain values, read once by ``LibraryLoader`` from `clauses/` (design, section 3).
package struct Library: Sendable {
  /// The library's own version, such as `0.1.0`.
  package var version: String
  /// The day of that version, `yyyy-mm-dd`: passages that carry no date, as examples and gold, are read
  /// as of it. Nil when the library does not say.
  package var date: String?
  /// SHA-256 over all clause files (paths and bytes, sorted by path), in lower-case hexadecimal.
  package var sha256: String
  /// All concepts, in the order of `concepts.xml`; a concept's index is its id in the hot path.
  package var concepts: [Concept]
  /// The lexicons by language code (`en`, `sv`, `nb`).
  package var lexicons: [String: Lexicon]
  /// All requirements, in the order of their files' names and of the entries in a file.
  package var requirements: [Requirement]
  /// The norms.
  package var sources: [NormSource]
  /// The profiles, sorted by id, with what they extend resolved.
  package var profiles: [Profile]
  /// The bytes of `languages.txt`, by which the language of a text is guessed; empty for a library
  /// without.
  package var languageTable: [UInt8] = []
  /// What weighs findings; empty for a library without.
  package var weights: Weights

  /// Creates a library from its parts.
  package init(
    version: String, sha256: String, concepts: [Concept], lexicons: [String: Lexicon],
    requirements: [Requirement], sources: [NormSource], profiles: [Profile],
    weights: Weights = Weights(), date: String? = nil
  ) {
    self.date = date
    self.version = version
    self.sha256 = sha256
    self.concepts = concepts
    self.lexicons = lexicons
    self.requirements = requirements
    self.sources = sources
    self.profiles = profiles
    self.weights = weights
  }

  /// Returns the requirement with an id, or nil.
  package func requirement(_ id: String) -> Requirement? {
    requirements.first { $0.id == id }
  }

  /// Returns the profile with an id, or nil.
  package func profile(_ id: String) -> Profile? {
    profiles.first { $0.id == id }
  }

  /// Returns the source and the provision with a provision id such as `UNGP-17`, or nil.
  package func provision(_ id: String) -> (source: NormSource, provision: Provision)? {
    for source in sources {
      if let provision = source.provisions.first(where: { $0.id == id }) {
        return (source, provision)
      }
    }
    return nil
  }
}

/// A text in the languages that aktsam writes.
package struct LocalizedText: Sendable, Hashable {
  /// The texts by language code: `en`, `sv`, `nb`.
  package var texts: [String: String]

  /// Creates a text.
  package init(_ texts: [String: String] = [:]) { self.texts = texts }

  /// Returns the text in `language`, else in English, else the first there is.
  package subscript(language: String) -> String {
    texts[language] ?? texts["en"] ?? texts.sorted { $0.key < $1.key }.first?.value ?? ""
  }
}

/// What a concept is for.
package enum ConceptClass: String, Sendable, Hashable, CaseIterable {
  /// Firmness of a sentence: force, hedges, time, scope, bearer (design, section 4).
  case reading
  /// What a sentence is about.
  case topic
  /// What a sentence is about, when that is a harm: denying it affirms a commitment.
  case harm
  /// A named instrument.
  case norm
  /// Another subject that shares words with the field.
  case context
}

/// One concept of the library.
package struct Concept: Sendable, Hashable {
  /// The stable id, such as `risk-assessment`.
  package var id: String
  /// What it is for.
  package var kind: ConceptClass
  /// What it means, for whoever writes a lexicon.
  package var gloss: String

  /// Creates a concept.
  package init(id: String, kind: ConceptClass, gloss: String) {
    self.id = id
    self.kind = kind
    self.gloss = gloss
  }
}

/// The words of one language for the concepts.
package struct Lexicon: Sendable {
  /// One `<terms>` entry.
  package struct Terms: Sendable {
    /// Index into ``Library/concepts``.
    package var concept: Int
    /// The terms as written, each closed by a semicolon: words with blanks, `=exact`, `...` for a gap.
    /// Kept as bytes, since a start reads some ten thousand of them.
    package var text: [UInt8]
    /// Indices of concepts of which one must stand in the same sentence; empty = none needed.
    package var companions: [Int]

    /// Creates an entry.
    package init(concept: Int, terms: [String], companions: [Int]) {
      self.init(
        concept: concept, text: terms.flatMap { Array($0.utf8) + [UInt8(ascii: ";")] },
        companions: companions)
    }

    /// Creates an entry from terms that are closed by semicolons.
    package init(concept: Int, text: [UInt8], companions: [Int]) {
      self.concept = concept
      self.text = text
      self.companions = companions
    }

    /// The terms, white space collapsed.
    package var terms: [String] {
      text.split(separator: UInt8(ascii: ";")).map { term in
        String(decoding: term, as: UTF8.self).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      }
    }
  }

  /// The language code.
  package var language: String
  /// Number words and what they count.
  package var numbers: [String: Int]
  /// Abbreviations whose full stop ends no sentence, as written (`e.g.`).
  package var abbreviations: [String]
  /// The entries in file order.
  package var entries: [Terms]

  /// Creates a lexicon.
  package init(
    language: String, numbers: [String: Int] = [:], abbreviations: [String] = [],
    entries: [Terms] = []
  ) {
    self.language = language
    self.numbers = numbers
    self.abbreviations = abbreviations
    self.entries = entries
  }

  /// Adds what stands in the lexicon of a close language; own number words win.
  mutating func extend(_ base: Lexicon) {
    numbers.merge(base.numbers) { own, _ in own }
    abbreviations += base.abbreviations
    entries += base.entries
  }
}
