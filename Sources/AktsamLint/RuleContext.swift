package import AktsamClauses
package import AktsamDocuments
import AktsamLanguage
package import AktsamReading
package import AktsamText

/// What the engine reads in one document.
package struct LintReading: Sendable {
  /// The assessments in the profile's order.
  package var assessments: [Assessment]
  /// Every passage's own reading, in document order.
  package var passages: [PassageReading]

  /// Creates a reading.
  package init(assessments: [Assessment] = [], passages: [PassageReading] = []) {
    self.assessments = assessments
    self.passages = passages
  }
}

/// What is the same for all documents of a run.
package struct LintSurroundings: Sendable {
  /// The documents of the run, in the order of their paths.
  package let documents: [Document]
  /// The clause library.
  package var library: Library
  /// The date of the run, `yyyy-mm-dd`; nil = none was given. There is no clock.
  package var asOf: String?
  /// Guesses the language of texts, by the table of the library.
  let languageGuess: LanguageGuess
  /// The indices of the documents of each role.
  let byRole: [DocumentRole: [Int]]

  /// Creates surroundings.
  package init(documents: [Document], library: Library, asOf: String? = nil) {
    self.init(
      documents: documents, library: library, asOf: asOf,
      languageGuess: LanguageGuess(LanguageTable(library.languageTable)))
  }

  /// Creates surroundings with a guess that was made before.
  init(
    documents: [Document], library: Library, asOf: String? = nil, languageGuess: LanguageGuess
  ) {
    self.documents = documents
    self.library = library
    self.asOf = asOf
    self.languageGuess = languageGuess
    byRole = Dictionary(grouping: documents.indices) { documents[$0].role }
  }
}

/// What a rule sees of a document and of what stands around it.
///
/// Not shared between tasks: what is expensive is made when a rule first asks for it.
package final class RuleContext: RuleScope {
  /// The document.
  package let document: Document
  /// The profile that holds for the document.
  package let profile: Profile
  /// The languages that the configuration expects texts in; empty = it does not say.
  package let languages: [String]
  /// The rule that is being checked.
  package internal(set) var rule: RuleInfo
  /// Its options as they apply to this document.
  package internal(set) var options: RuleOptions

  private let surroundings: LintSurroundings
  private let index: Int
  private let assess: () -> LintReading
  private lazy var reading = assess()
  /// The words of blocks that rules have asked for, by the range of the block's text.
  private var blockWords: [Range<Int>: BlockWords] = [:]
  private var textWords: [Range<Int>: [TextWord]] = [:]
  /// The numbered clauses of the document.
  private(set) lazy var clauseOutline = ClauseOutline(document)

  /// Creates the context of a document.
  ///
  /// - Parameters:
  ///   - surroundings: what is the same for all documents of the run.
  ///   - index: the document's index in them.
  ///   - profile: the profile that holds for the document.
  ///   - languages: the languages that texts are expected in.
  ///   - assess: reads the document with the engine; called at most once, when a rule needs it.
  package init(
    _ surroundings: LintSurroundings, index: Int, profile: Profile, languages: [String] = [],
    assess: @escaping () -> LintReading
  ) {
    self.surroundings = surroundings
    self.index = index
    self.profile = profile
    self.languages = languages
    self.assess = assess
    document = surroundings.documents[index]
    rule = .none
    options = RuleOptions([])
  }

  /// The clause library.
  package var library: Library { surroundings.library }

  /// Guesses the language of texts.
  var languageGuess: LanguageGuess { surroundings.languageGuess }

  /// Returns the words of a block in lower case; they are split once a document.
  func blockWords(_ block: Block) -> BlockWords {
    if let known = blockWords[block.text] { return known }
    let words = BlockWords(block, in: document)
    blockWords[block.text] = words
    return words
  }

  /// Returns the words of a block with what stands between them; they are split once a document.
  func words(of block: Block) -> [TextWord] {
    if let known = textWords[block.text] { return known }
    var splitter = WordSplitter(document.text, block.text)
    let words = splitter.words()
    textWords[block.text] = words
    return words
  }

  /// The date of the run, `yyyy-mm-dd`; nil = none was given.
  package var asOf: String? { surroundings.asOf }

  /// The date that ages in this document are measured at: that of the run, else its own; nil = none.
  package var date: String? { asOf ?? document.date }

  // MARK: - What the engine reads

  /// The assessments of this document, in the profile's order.
  package var assessments: [Assessment] { reading.assessments }

  /// Every passage's own reading, in document order.
  package var passages: [PassageReading] { reading.passages }

  /// Returns the assessment of a requirement, or nil when the profile does not hold it.
  package func assessment(_ requirement: String) -> Assessment? {
    assessments.first { $0.requirement == requirement }
  }

  // MARK: - Other documents of the run

  /// The other documents of the run, in the order of their paths.
  package var others: [Document] {
    surroundings.documents.indices.filter { $0 != index }.map { surroundings.documents[$0] }
  }

  /// Returns the other documents of a role.
  package func others(_ role: DocumentRole) -> [Document] {
    (surroundings.byRole[role] ?? []).filter { $0 != index }.map { surroundings.documents[$0] }
  }

  /// The questionnaire that this document answers: the one whose id it names, else the only one of
  /// the run, else nil.
  package var questionnaire: Document? {
    let all = others(.questionnaire)
    if let named = document.references.first(where: { $0.kind == .questionnaire })?.target,
      let found = all.first(where: { $0.id == named })
    {
      return found
    }
    return all.count == 1 && all[0].id.isEmpty ? all[0] : nil
  }

  // MARK: - Places

  /// Returns the place of a byte range of the document's text.
  package func place(ofText range: Range<Int>, element: Int32 = -1) -> Place {
    document.place(of: range, element: element)
  }

  /// Returns the place of a block's text.
  package func place(of block: Block) -> Place {
    document.place(of: block.text, element: block.element)
  }

  /// Returns the place of bytes of the source that are no text, as anchors and definitions name them.
  package func place(ofSource range: Range<Int>, element: Int32 = -1) -> Place {
    document.place(ofSource: range, element: element)
  }

  /// Returns the place of a question: what opens it in the source, else its text, else the start of
  /// the document.
  package func place(of question: Question) -> Place {
    let definition = question.definition
    if !definition.source.isEmpty {
      return place(ofSource: definition.source, element: definition.element)
    }
    if let block = block(of: question) { return place(of: block) }
    return place(ofSource: 0..<0)
  }

  /// Returns the first block of a question: its text, else what was answered.
  package func block(of question: Question) -> Block? {
    guard let index = document.questions.firstIndex(where: { $0.id == question.id }) else {
      return nil
    }
    return document.blocks.first { $0.question == Int32(index) }
  }

  /// Returns the text of a block, white space as it stands.
  package func string(of block: Block) -> String { document.string(block.text) }

  /// Returns where words first occur in a block, as a byte range of the document's text; nil when they
  /// do not stand there letter by letter.
  package func range(of words: String, in block: Block) -> Range<Int>? {
    let range = block.text.clamped(to: 0..<document.text.count)
    return firstRange(of: Array(words.utf8), in: document.text[range])
  }

  /// Returns the block at an index as definitions hold it, or nil for -1.
  package func block(at index: Int32) -> Block? {
    document.blocks.indices.contains(Int(index)) ? document.blocks[Int(index)] : nil
  }

  /// Returns the blocks of a question with a kind, by the question's index.
  package func blocks(ofQuestion index: Int, _ isWanted: (BlockKind) -> Bool) -> [Block] {
    document.blocks.filter { $0.question == Int32(index) && isWanted($0.kind) }
  }

  /// Returns the language of a block: its own, else the document's, else nil.
  package func language(of block: Block) -> String? { block.language ?? document.language }

  /// Returns the language that a block's words speak for, or nil when too little does.
  ///
  /// - Parameters:
  ///   - block: the block.
  ///   - favoured: the language that wins when the words leave doubt.
  /// - Returns: a language code such as `sv`; nil also for languages that are not told apart.
  package func guessLanguage(of block: Block, favoured: String?) -> String? {
    languageGuess.guess(document.text, block.text, favoured: favoured)
  }
}
