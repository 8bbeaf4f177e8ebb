package import AktsamClauses
package import AktsamLanguage
internal import AktsamText
internal import Synchronization

/// A library compiled for reading: the profile's requirements and the lexicons, ready to match.
///
/// Compiled once, shared by all tasks.
package final class CompiledLibrary: Sendable {
  /// One requirement, compiled. A class, so that passing it around costs one reference.
  final class CompiledRequirement: Sendable {
    let source: Requirement
    let kind: Requirement.Kind
    let roles: Set<DocumentRole>
    let unless: [CompiledPattern]
    let denial: [CompiledPattern]
    let elements: [CompiledElement]
    /// Concepts whose denial affirms: harms, and what the requirement itself wants denied.
    let valence: ConceptSet
    /// Concepts that its topic and elements are made of.
    let relevant: ConceptSet

    init(_ requirement: Requirement, harms: [Int], reading: [Bool]) {
      source = requirement
      kind = requirement.kind
      roles = requirement.roles
      unless = requirement.unless.map(CompiledPattern.init)
      denial = requirement.denial.map(CompiledPattern.init)
      elements = requirement.elements.map(CompiledElement.init)
      let patterns = requirement.topic + requirement.elements.flatMap(\.patterns)
      relevant = ConceptSet(
        patterns.flatMap { pattern in
          pattern.any.flatMap { $0 } + pattern.objects.flatMap { $0.verbs + $0.targets }
        }.filter { !reading[$0] })
      valence = ConceptSet(requirement.affirmedWhenDenied + harms)
    }
  }

  /// One element, compiled: what the engine asks of it, without its texts.
  final class CompiledElement: Sendable {
    let kind: Element.Kind
    let core: Set<DocumentRole>
    let code: Weakness
    let parameter: String
    let silentIsAbsent: Bool
    let patterns: [CompiledPattern]

    init(_ element: Element) {
      kind = element.kind
      core = element.core
      code = Weakness(rawValue: element.code) ?? .incompleteList
      parameter = element.parameter
      silentIsAbsent = element.silentIsAbsent
      patterns = element.patterns.map(CompiledPattern.init)
    }
  }

  /// The library.
  package let library: Library
  let classes: ReadingClasses
  let requirements: [CompiledRequirement]
  /// Requirement indices by id.
  let requirementIndex: [String: Int]
  let topics: TopicIndex
  private let compiledLexicons = Mutex<[String: CompiledLexicon?]>([:])
  private let findLexicon: @Sendable (String) -> Lexicon?
  let readingConcepts: [Bool]
  /// What weighs findings; nil for a library without weights.
  let confidence: ConfidenceModel?
  /// What the concepts of a passage speak for; nil for a library without.
  let bag: ConceptBag?
  let hedgeSet, normSet, fieldSet, contextSet: ConceptSet

  /// Compiles a library.
  ///
  /// - Parameters:
  ///   - library: the loaded library.
  ///   - ids: the requirements to read for; nil = all.
  ///   - lexicon: finds the lexicon of a language when a document first needs it; nil = those of the
  ///     library.
  package init(
    _ library: Library, requirements ids: Set<String>? = nil,
    lexicon: (@Sendable (String) -> Lexicon?)? = nil
  ) {
    self.library = library
    let own = library.lexicons
    findLexicon = lexicon ?? { own[$0] }
    let classes = ReadingClasses(library.concepts)
    self.classes = classes
    let chosen = library.requirements.filter { ids?.contains($0.id) ?? true }
    let harms = library.concepts.indices.filter { library.concepts[$0].kind == .harm }
    let reading = library.concepts.map { $0.kind == .reading }
    requirements = chosen.map { CompiledRequirement($0, harms: harms, reading: reading) }
    requirementIndex = Dictionary(
      chosen.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    topics = TopicIndex(
      chosen.enumerated().flatMap { index, requirement in
        requirement.topic.map { (requirement: index, pattern: CompiledPattern($0)) }
      })
    confidence = ConfidenceModel(library.weights)
    bag = ConceptBag(library.weights.concepts, library, requirementIndex)
    readingConcepts = reading
    hedgeSet = ConceptSet(classes.hedges)
    normSet = ConceptSet(classes.norms)
    fieldSet = ConceptSet(classes.field)
    contextSet = ConceptSet(classes.contexts)
  }

  /// The lexicon that reads a language: Nynorsk is read with the Bokmål lexicon where it has none.
  package func lexiconLanguage(for language: String) -> String? {
    if lexicon(language) != nil { return language }
    if language == "nn" || language == "no", lexicon("nb") != nil { return "nb" }
    return nil
  }

  /// Returns the compiled lexicon of a language, or nil: compiled when a document first needs it.
  package func lexicon(_ language: String) -> CompiledLexicon? {
    compiledLexicons.withLock { table in
      if let known = table[language] { return known }
      let compiled = findLexicon(language).map { CompiledLexicon(source(of: $0)) }
      table[language] = .some(compiled)
      return compiled
    }
  }

  private func source(of lexicon: Lexicon) -> LexiconSource {
    LexiconSource(
      language: lexicon.language,
      terms: lexicon.entries.map { entry in
        LexiconSource.Terms(
          concept: entry.concept, text: entry.text, companions: entry.companions,
          isReading: readingConcepts[entry.concept],
          isName: library.concepts[entry.concept].kind == .norm)
      },
      numbers: lexicon.numbers, abbreviations: lexicon.abbreviations)
  }
}

/// A pattern with its groups as sets. A class, so that passing it around costs one reference.
final class CompiledPattern: Sendable {
  let source: Pattern
  let groups: [ConceptSet]
  let none: ConceptSet
  let verbs: [ConceptSet]
  let targets: [ConceptSet]
  let heading: ConceptSet

  init(_ pattern: Pattern) {
    source = pattern
    groups = pattern.any.map(ConceptSet.init)
    none = ConceptSet(pattern.none)
    verbs = pattern.objects.map { ConceptSet($0.verbs) }
    targets = pattern.objects.map { ConceptSet($0.targets) }
    heading = ConceptSet(pattern.heading)
  }

  /// The groups of which one member must be there for the pattern to match.
  var anchorGroups: [[Int]] {
    source.any + source.objects.flatMap { [$0.verbs, $0.targets] }
  }

  /// Whether a sentence or unit with these concepts can match at all.
  func mayMatch(_ concepts: ConceptSet) -> Bool {
    for group in groups where !group.intersects(concepts) { return false }
    for group in verbs where !group.intersects(concepts) { return false }
    for group in targets where !group.intersects(concepts) { return false }
    return true
  }
}
