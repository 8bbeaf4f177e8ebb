internal import AktsamClauses
package import AktsamDocuments
internal import AktsamLanguage
internal import AktsamText

/// Reads documents of one task: segments them into units, reads the units, keeps what they say.
///
/// Not shared between tasks: the analysers learn words as they go.
package final class DocumentAssessor {
  private let library: CompiledLibrary
  private let parameters: [String: Int]
  private let isLearning: Bool
  /// What the buyer's documents demand.
  private let published: PublishedTerms
  /// The buyer's words, given from outside.
  private let terms: EchoIndex
  /// Those and what the document that is being read holds of the buyer's words; made when needed.
  private var echoes: EchoIndex?
  /// The buyer's words that came with the document that is being read.
  private var moreTerms: EchoIndex?
  private var analyzers: [String: Analyzer] = [:]
  /// Made when a document first declares no language.
  private lazy var guess = LanguageGuess(LanguageTable(library.library.languageTable))
  private let unit = Unit()
  /// The concepts of the headings of the document that is being read.
  private var headings: [Int: ConceptSet] = [:]
  /// The question of each answer of that document, by the words of the answer.
  private var answers: [AnswerKey: String] = [:]

  /// The words of an answer; their numbers mean something within one language only.
  private struct AnswerKey: Hashable {
    var language: String
    var words: [Int32]
  }

  /// Creates an assessor.
  ///
  /// - Parameters:
  ///   - library: the compiled library.
  ///   - parameters: the profile's parameters.
  ///   - published: what the buyer's documents demand, which goes before the parameters.
  ///   - terms: the buyer's words: what merely repeats them supports nothing.
  ///   - isLearning: whether findings keep their features and are left as the rules have them.
  package init(
    _ library: CompiledLibrary, parameters: [String: Int],
    published: PublishedTerms = PublishedTerms(), terms: EchoIndex = EchoIndex(),
    isLearning: Bool = false
  ) {
    self.published = published
    self.terms = terms
    self.library = library
    self.parameters = parameters
    self.isLearning = isLearning
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - asOf: the date that ages are measured at, `yyyy-mm-dd`; nil = the document's own.
  ///   - more: words of the buyer besides those given at the start.
  ///   - annotating: whether every passage's reading is kept.
  ///   - isGivenUp: asked before each unit; what follows is not read once it says so.
  /// - Returns: what the document says, by requirement.
  package func read(
    _ document: Document, asOf: String? = nil, more: EchoIndex? = nil, annotating: Bool = false,
    isGivenUp: () -> Bool = { false }
  ) -> DocumentReading {
    var result = DocumentReading(
      statements: [:], passages: 0, unread: 0, languages: [], switchedOff: [:], nearest: [:],
      facts: [], echoes: [], passageReadings: [])
    let date = asOf ?? document.date
    let assessor = UnitAssessor(
      library, role: document.role, parameters: parameters, terms: published,
      asOfYear: date.flatMap { Int($0.prefix(4)) }, isLearning: isLearning)
    var counts: [String: Int] = [:]
    for language in analyzers.keys { analyzers[language]?.trimWords() }
    echoes = nil
    moreTerms = more
    headings.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    assessor.nearest.reset(requirements: library.requirements.count)
    var fallback: String?
    var index = 0
    while index < document.blocks.count {
      if isGivenUp() {
        let rest = document.blocks[index...].count { isRead($0, in: document) }
        result.isGivenUp = true
        result.passages += rest
        result.unread += rest
        break
      }
      var blocks: [Int] = []
      let group = document.blocks[index].group
      while index < document.blocks.count, document.blocks[index].group == group {
        if isRead(document.blocks[index], in: document) { blocks.append(index) }
        index += 1
      }
      for blocks in sections(of: blocks, in: document) {
        let language = self.language(of: blocks, in: document, fallback: &fallback)
        counts[language, default: 0] += blocks.count
        guard let lexicon = library.lexiconLanguage(for: language) else {
          result.passages += blocks.count
          result.unread += blocks.count
          continue
        }
        read(
          blocks, language: language, lexicon: lexicon, document: document, assessor: assessor,
          annotating: annotating, into: &result)
      }
    }
    for (index, passages) in assessor.nearest.found where !passages.isEmpty {
      result.nearest[library.requirements[index].source.id] = passages
    }
    result.facts += structuredFacts(of: document)
    for question in document.questions {
      guard case .switchedOff(let by) = question.state else { continue }
      let block = document.questions.indices.contains(by) ? document.questions[by].valueBlock : -1
      for requirement in question.requirements { result.switchedOff[requirement] = Int(block) }
    }
    result.languages = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (language: $0.key, passages: $0.value) }
    return result
  }

  /// The most blocks of a numbered section that are read together. More are a chapter under a numbered
  /// heading, which speaks of many things.
  private static let longestSection = 8

  /// Returns the blocks of a group as they are read together: all of them, or those of a chapter
  /// paragraph by paragraph, lists and tables with the paragraph that leads them in.
  private func sections(of blocks: [Int], in document: Document) -> [[Int]] {
    guard let first = blocks.first else { return [] }
    guard blocks.count > Self.longestSection, document.blocks[first].question < 0 else {
      return [blocks]
    }
    var result: [[Int]] = []
    for block in blocks {
      if let last = result.last?.last,
        belongs(document.blocks[block], to: document.blocks[last], document)
      {
        result[result.count - 1].append(block)
      } else {
        result.append([block])
      }
    }
    return result
  }

  /// Whether a block continues what the block before began.
  private func belongs(_ block: Block, to last: Block, _ document: Document) -> Bool {
    switch block.kind {
    case .listItem, .tableCell:
      last.kind == block.kind || document.text[last.text.upperBound - 1] == UInt8(ascii: ":")
    default: last.kind == .paragraph && document.text[last.text.upperBound - 1] == UInt8(ascii: ":")
    }
  }

  /// The facts that structured answers put at nought: "no subcontractors".
  private func structuredFacts(of document: Document) -> [NamedFact] {
    guard !document.role.isBuyers else { return [] }
    return document.questions.compactMap { question in
      let block = Int(question.valueBlock)
      guard !question.fact.isEmpty, question.value == .no,
        document.blocks.indices.contains(block)
      else { return nil }
      return NamedFact(
        kind: question.fact, value: "0", isTotal: true, goods: [], words: [], numbers: [],
        years: [], language: "",
        quote: StatementRecord.Quote(
          text: document.blocks[block].text, block: block, force: .bare, supports: []))
    }
  }

  /// The language of a unit: declared for the block or the document, else guessed from its text,
  /// else the last one guessed.
  private func language(
    of blocks: [Int], in document: Document, fallback: inout String?
  ) -> String {
    let first = document.blocks[blocks[0]]
    if let declared = first.language ?? document.language { return declared }
    let last = document.blocks[blocks[blocks.count - 1]]
    let end = max(first.text.upperBound, last.text.upperBound)
    let around = fallback ?? guess.guess(document.text, 0..<document.text.count) ?? "en"
    fallback = around
    return guess.guess(document.text, first.text.lowerBound..<end, favoured: around) ?? around
  }

  /// Only the supplier's own words are evidence for a supplier; a buyer's document is read whole.
  private func isRead(_ block: Block, in document: Document) -> Bool {
    guard !block.text.isEmpty else { return false }
    switch document.role {
    case .response, .tender: return block.kind.canBeEvidence
    case .contract, .notice: return block.kind.canBeEvidence || block.kind == .requirement
    case .questionnaire: return block.kind == .question || block.kind == .requirement
    }
  }

  private func read(
    _ blocks: [Int], language: String, lexicon: String, document: Document,
    assessor: UnitAssessor, annotating: Bool, into result: inout DocumentReading
  ) {
    var analyzer = analyzers.removeValue(forKey: lexicon) ?? makeAnalyzer(lexicon)
    defer { analyzers[lexicon] = analyzer }
    analyzer.reset()
    let first = document.blocks[blocks[0]]
    let question =
      document.questions.indices.contains(Int(first.question))
      ? document.questions[Int(first.question)] : nil
    unit.begin(blocks, language: language, question: question)
    for block in blocks {
      analyzer.analyze(document.text, document.blocks[block].text)
      unit.add(block: block, sentences: analyzer.sentences.count)
    }
    result.passages += analyzer.sentences.count
    unit.take(from: &analyzer)
    if let sites = question?.sites, !sites.isEmpty { unit.add(table: concepts(of: sites)) }
    if first.heading >= 0 {
      unit.add(heading: concepts(ofHeading: Int(first.heading), document, &analyzer))
    }
    let isMapped = !(question?.requirements.isEmpty ?? true)
    guard isMapped || annotating || !unit.concepts.isEmpty else { return }
    if document.role == .response || document.role == .tender, result.facts.count < Self.mostFacts {
      result.facts += FactReader(classes: library.classes, firmness: assessor.firmness)
        .facts(of: unit, document)
    }
    var findings = assessor.assess(unit)
    dropEchoes(&findings, document, into: &result)
    if isCopied(document) { Self.mark(&findings, .copiedAnswer) }
    for finding in findings {
      let record = self.record(finding, unit, document, assessor)
      let id = library.requirements[finding.requirement].source.id
      result.statements[id, default: []].append(record)
    }
    if annotating {
      result.passageReadings.append(
        contentsOf: passages(unit, findings: findings, document: document, assessor: assessor))
    }
  }

  /// What a table of sites shows: that the chain is mapped, how far down, and whether each site is
  /// placed.
  private func concepts(of sites: [Site]) -> [Int] {
    let classes = library.classes
    let depth = sites.compactMap(\.tier).max() ?? 1
    let reach =
      depth > 1 ? classes.scopeDeep : depth == 1 ? classes.scopeFirstTier : classes.scopeOwn
    let isPlaced = sites.allSatisfy { !$0.region.isEmpty || !$0.place.isEmpty }
    return [classes.map, reach, isPlaced ? classes.nodeData : -1].filter { $0 >= 0 }
  }

  /// How many named facts of a document are kept: more are no longer compared.
  private static let mostFacts = 64

  /// The concepts that a heading names, read once a document.
  private func concepts(
    ofHeading index: Int, _ document: Document, _ analyzer: inout Analyzer
  ) -> ConceptSet {
    if let known = headings[index] { return known }
    var concepts = ConceptSet()
    if document.blocks.indices.contains(index) {
      analyzer.reset()
      analyzer.analyze(document.text, document.blocks[index].text)
      for sentence in analyzer.sentences { concepts.formUnion(sentence.concepts) }
    }
    headings[index] = concepts
    return concepts
  }

  /// The shortest answer that counts as copied when another question has the same, in words.
  private static let shortestCopy = 8

  /// Whether the unit answers a question with the words of an earlier answer to another one.
  private func isCopied(_ document: Document) -> Bool {
    guard document.role == .response, let question = unit.question,
      unit.tokens.count >= Self.shortestCopy
    else { return false }
    let key = AnswerKey(language: unit.language, words: unit.tokens.map(\.word))
    guard let first = answers[key] else {
      answers[key] = question.id
      return false
    }
    return first != question.id
  }

  /// Drops the findings that rest on nothing but the buyer's own words.
  private func dropEchoes(
    _ findings: inout [UnitFinding], _ document: Document, into result: inout DocumentReading
  ) {
    guard !findings.isEmpty, document.role == .response || document.role == .tender else { return }
    if echoes == nil {
      echoes = moreTerms ?? terms
      echoes?.add(document)
    }
    guard let echoes, !echoes.isEmpty else { return }
    let repeated = unit.sentences.indices.filter {
      echoes.echoes(document.text, unit.sentences[$0].text)
    }
    guard !repeated.isEmpty else { return }
    let count = findings.count
    findings.removeAll { $0.sentences.allSatisfy(repeated.contains) }
    guard findings.count < count else { return }
    result.echoes += repeated.map {
      NearPassage(
        text: unit.sentences[$0].text, block: unit.sentenceBlocks[$0], language: unit.language)
    }
  }

  /// Adds a weakness to findings that are not contradicted.
  private static func mark(_ findings: inout [UnitFinding], _ code: Weakness) {
    for index in findings.indices where findings[index].outcome != .contradicted {
      findings[index].outcome = .weak
      findings[index].reasons.append(UnitFinding.Reason(code: code, tokens: []))
    }
  }

  private func makeAnalyzer(_ lexicon: String) -> Analyzer {
    guard let compiled = library.lexicon(lexicon) else {
      preconditionFailure(
        "no lexicon for '\(lexicon)': lexiconLanguage(for:) names only existing ones")
    }
    return Analyzer(compiled)
  }

  /// How many sentences of a statement are kept for citing.
  private static let quotations = 6

  private func record(
    _ finding: UnitFinding, _ unit: Unit, _ document: Document, _ assessor: UnitAssessor
  ) -> StatementRecord {
    var quotes: [StatementRecord.Quote] = []
    var order = Array(finding.sentences.prefix(Self.quotations))
    for element in finding.elements where element.state == .met {
      for sentence in element.sentences where !order.contains(sentence) { order.append(sentence) }
    }
    for sentence in order.prefix(Self.quotations) {
      var supports: [Int] = []
      for element in finding.elements
      where element.state == .met && element.sentences.contains(sentence) {
        supports.append(element.index)
      }
      quotes.append(
        StatementRecord.Quote(
          text: unit.sentences[sentence].text, block: unit.sentenceBlocks[sentence],
          force: finding.force, supports: supports))
    }
    return StatementRecord(
      outcome: finding.outcome,
      weaknesses: finding.reasons.map { reason in
        (code: reason.code, words: reason.tokens.compactMap { unit.text(of: $0) })
      },
      elements: finding.elements.map { (index: $0.index, state: $0.state) },
      quotes: quotes, language: unit.language, isMapped: finding.isMapped,
      hasTopic: finding.hasTopic, isSure: finding.isSure, value: unit.question?.value,
      valueBlock: unit.question?.valueBlock ?? -1, contradictsValue: finding.contradictsValue,
      party: document.blocks[unit.blocks[0]].party, stance: assessor.stance(of: finding, unit),
      isBrushed: finding.isBrushed, limits: finding.limits, features: finding.features)
  }
}
