package import AktsamText
import AktsamXML

/// Reads the clause library from the bytes of its files.
///
/// A slip in a file is a finding that points at it, and reading goes on, so that one run shows
/// all of them. Rule ids: AK0201 no clause file · AK0202 unexpected element · AK0203 something
/// missing or empty · AK0204 bad value · AK0205 given twice · AK0206 language missing · AK0207
/// unknown concept · AK0208 bad term · AK0209 unknown provision · AK0210 unknown requirement ·
/// AK0211 unknown parameter · AK0212 unknown profile · AK0213 circular profiles · AK0214 pattern
/// without condition · AK0215 unexpected attribute. What is not XML has the ids of the reader.
package enum LibraryLoader {
  /// Returns the library, or nil when there is an error among the findings.
  ///
  /// - Parameters:
  ///   - files: relative paths, such as `clauses/requirements/grievance.xml`, with the bytes as
  ///     stored. Of files that are not named `.xml` only `languages.txt` is taken, as it is; the order
  ///     does not matter.
  ///   - languages: which lexicons are read; nil reads all.
  ///   - withExamples: whether examples are kept; `check` does without, `clauses test` needs them.
  ///   - sha256: what ``Library/sha256`` says.
  /// - Returns: the library and the findings, sorted by path and position.
  /// - Complexity: O(n) in the bytes of the files as long as nothing is wrong.
  package static func load(
    _ files: [(path: String, bytes: [UInt8])], languages: Set<String>? = nil,
    withExamples: Bool = true, sha256: String
  ) -> (library: Library?, findings: [Finding]) {
    let builder = LibraryBuilder(languages: languages, withExamples: withExamples)
    builder.read(files)
    var library = builder.library(sha256: sha256)
    library.languageTable = files.first { $0.path.hasSuffix("/languages.txt") }?.bytes ?? []
    let findings = sorted(builder.log.findings)
    return (findings.contains { $0.severity == .error } ? nil : library, findings)
  }

  /// Returns findings by path and position, those without a place first; equal places keep order.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    let keys = findings.enumerated().map { index, finding in
      (
        path: finding.place?.path ?? "", line: finding.place?.line ?? 0,
        column: finding.place?.column ?? 0, index: index
      )
    }
    return keys.sorted {
      ($0.path, $0.line, $0.column, $0.index) < ($1.path, $1.line, $1.column, $1.index)
    }.map { findings[$0.index] }
  }
}

/// An element that defines an id: where it stands, computed only when a finding needs it.
struct Site {
  let file: ClauseFile
  let node: Int

  var place: Place { file.place(node) }
}

/// The library while its files are read: ids by kind, and what was read so far.
///
/// Concepts and sources are read first, so that everything else can look ids up in one pass.
final class LibraryBuilder {
  let log = FindingLog()
  let languages: Set<String>?
  let withExamples: Bool

  var version = ""
  var date: String?
  var concepts: [Concept] = []
  var conceptIndex: [String: Int] = [:]
  var conceptSites: [String: Site] = [:]
  var lexicons: [String: Lexicon] = [:]
  /// Where the first file of each lexicon opens.
  var lexiconSites: [String: Site] = [:]
  /// The language that a lexicon extends, by its own.
  var lexiconBases: [String: String] = [:]
  /// The `<terms>` elements of each lexicon, in step with its entries.
  var termSites: [String: [Site]] = [:]
  var requirements: [Requirement] = []
  var requirementSites: [String: Site] = [:]
  var exampleSites: [String: [Site]] = [:]
  var sources: [NormSource] = []
  var sourceSites: [String: Site] = [:]
  var provisionSites: [String: Site] = [:]
  var profileDrafts: [ProfileDraft] = []
  var weights = Weights()
  /// Kinds of file of which one could not be read to its end: ids of theirs may be missing through
  /// no fault of whoever refers to them.
  var broken: Set<String> = []

  init(languages: Set<String>?, withExamples: Bool) {
    self.languages = languages
    self.withExamples = withExamples
  }

  /// Reads all files, whatever their order.
  func read(_ files: [(path: String, bytes: [UInt8])]) {
    var byKind: [String: [ClauseFile]] = [:]
    let files = files.filter { $0.path.hasSuffix(".xml") }.sorted { $0.path < $1.path }
    for file in files where isWanted(file.path, languages) {
      open(file.path, file.bytes, into: &byKind)
    }
    for kind in ["library", "concepts"] {
      guard let files = byKind[kind] else {
        if !broken.contains(kind) { log.add(ClauseMessage.noFile(kind)) }
        continue
      }
      for file in files.dropFirst() {
        log.add(ClauseMessage.secondFile(kind, file.document.root.map(file.place)))
      }
    }
    read(byKind, "library", readLibrary)
    read(byKind, "concepts", readConcepts)
    read(byKind, "sources", readSources)
    read(byKind, "lexicon", readLexicon)
    readBases(files)
    extendLexicons()
    read(byKind, "requirements", readRequirements)
    read(byKind, "profile", readProfile)
    read(byKind, "weights", readWeights)
  }

  /// Returns what was read.
  func library(sha256: String) -> Library {
    Library(
      version: version, sha256: sha256, concepts: concepts, lexicons: lexicons,
      requirements: requirements, sources: sources,
      profiles: ProfileResolver(drafts: profileDrafts, builder: self).profiles(),
      weights: weights, date: date)
  }

  /// Returns the index of a concept; an unknown one is a finding at `place`.
  func concept(_ id: String, in file: ClauseFile, _ place: @autoclosure () -> Place) -> Int? {
    if let index = conceptIndex[id] { return index }
    guard !broken.contains("concepts"), !conceptIndex.isEmpty else { return nil }
    log.add(
      ClauseMessage.unknown(
        "concept", id, rule: "AK0207",
        suggestion: Suggestion.nearest(to: id, among: conceptIndex.keys), place()))
    return nil
  }

  /// Remembers where an id is defined; returns false, with a finding, when it was before.
  func define(
    _ what: String, _ id: String, _ site: Site, in sites: inout [String: Site]
  ) -> Bool {
    if let first = sites[id] {
      log.add(ClauseMessage.duplicate(what, id, first: first.place, site.place))
      return false
    }
    sites[id] = site
    return true
  }
}

extension LibraryBuilder {
  /// Whether a file may hold something that is asked for: `concepts/sv/time.xml` is passed over
  /// unread when Swedish is not.
  private func isWanted(_ path: String, _ languages: Set<String>?) -> Bool {
    guard let languages, let language = lexiconLanguage(ofPath: path) else { return true }
    return languages.contains(language)
  }

  /// Reads the lexicons that the wanted ones extend and that were passed over.
  private func readBases(_ files: [(path: String, bytes: [UInt8])]) {
    guard let languages else { return }
    let bases = Set(lexiconBases.values).subtracting(languages)
    guard !bases.isEmpty else { return }
    var byKind: [String: [ClauseFile]] = [:]
    for file in files
    where lexiconLanguage(ofPath: file.path) != nil && isWanted(file.path, bases) {
      open(file.path, file.bytes, into: &byKind)
    }
    read(byKind, "lexicon", readLexicon)
  }

  private func open(_ path: String, _ bytes: [UInt8], into byKind: inout [String: [ClauseFile]]) {
    let decoded = TextDecoding.decode(bytes, path: path)
    log.add(decoded.findings)
    let document = XMLReader.read(decoded.source)
    log.add(document.findings)
    let file = ClauseFile(document: document, log: log)
    guard let root = document.root else { return }
    let name = document.name(of: root)
    let kinds = [
      "library", "concepts", "lexicon", "requirements", "sources", "profile", "weights",
    ]
    guard name.namespace == ClauseVocabulary.namespace, kinds.contains(name.local) else {
      log.add(ClauseMessage.notAClauseFile(name.description, file.place(root)))
      return
    }
    if !document.isWellFormed { broken.insert(name.local) }
    byKind[name.local, default: []].append(file)
  }

  private func read(
    _ byKind: [String: [ClauseFile]], _ kind: String, _ body: (ClauseFile, Int) -> Void
  ) {
    for file in byKind[kind] ?? [] {
      if let root = file.document.root { body(file, root) }
    }
  }

  private func readLibrary(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes(["version", "date"], of: root)
    date = file.optional("date", of: root)
    version = file.required("version", of: root) ?? ""
    var texts = TextCollector()
    for node in file.elements(of: root) {
      if file.name(node) == "title" {
        texts.take(node, in: file)
      } else {
        file.unexpected(node, in: root)
      }
    }
    _ = texts.texts("title", of: root, called: "library", in: file)
  }

  private func readConcepts(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes([], of: root)
    for node in file.elements(of: root) {
      guard file.name(node) == "concept" else {
        file.unexpected(node, in: root)
        continue
      }
      file.expectAttributes(["id", "class"], of: node)
      let kind: ConceptClass? = file.choice("class", of: node, missing: nil)
      let gloss = file.text(of: node)
      guard let id = file.required("id", of: node),
        define("concept", id, Site(file: file, node: node), in: &conceptSites)
      else { continue }
      guard concepts.count < ClauseVocabulary.mostConcepts else {
        log.add(ClauseMessage.tooManyConcepts(ClauseVocabulary.mostConcepts, file.place(node)))
        return
      }
      conceptIndex[id] = concepts.count
      concepts.append(Concept(id: id, kind: kind ?? .topic, gloss: gloss ?? ""))
    }
  }
}

/// Returns the language that a lexicon file is named after: `sv` for `concepts/sv.xml` and for all
/// files of the folder `concepts/sv`; nil for a file that is named after none.
package func lexiconLanguage(ofPath path: String) -> String? {
  let names = path.split(separator: "/").suffix(2)
  guard let name = names.last, name.hasSuffix(".xml") else { return nil }
  let stem = name.dropLast(4)
  return ClauseVocabulary.readLanguages.first { $0 == stem || $0 == names.first ?? "" }
}
