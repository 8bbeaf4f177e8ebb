import AktsamClauses
import AktsamText
import AktsamXML

/// A part of a clause library that a finding may point at.
package enum ClausePart: Sendable, Hashable {
  case requirement(String)
  /// A text of a requirement: `title`, `rationale`, `question`, `dialogue`, `wording`, `evidence`.
  case text(String, requirement: String, language: String)
  case element(String, requirement: String)
  /// An example, counted from 0 within its requirement.
  case example(Int, requirement: String)
  case concept(String)
  /// The first entry of a concept in a lexicon.
  case terms(concept: String, language: String)
  /// An entry of a lexicon, counted from 0 over all files of its language.
  case entryOfTerms(Int, language: String)
  case source(String)
  case provision(String)
  case profile(String)
  /// The line of a requirement in a profile.
  case entry(requirement: String, profile: String)
}

/// Where the parts of a clause library stand.
struct ClauseSites {
  private struct Site {
    var file: Int
    var node: Int
  }

  private var documents: [XMLDocument] = []
  private var sites: [ClausePart: Site] = [:]
  /// How many entries of each lexicon are indexed.
  private var entries: [String: Int] = [:]

  /// Reads the files; what is not well-formed is indexed as far as it goes.
  init(_ files: [SourceFile]) {
    for file in files where file.path.hasSuffix(".xml") {
      let document = XMLReader.read(file)
      documents.append(document)
      guard let root = document.root else { continue }
      switch document.local(of: root) {
      case "requirements": indexRequirements(document, root)
      case "concepts":
        index(document, document.childElements(of: root, named: "concept")) { .concept($0) }
      case "lexicon": indexLexicon(document, root)
      case "sources": indexSources(document, root)
      case "profile": indexProfile(document, root)
      default: break
      }
    }
  }

  /// Returns the place of a part: a text's words, else the start tag; nil when there is none.
  func place(of part: ClausePart) -> Place? {
    guard let site = sites[part] else { return nil }
    let document = documents[site.file]
    switch part {
    case .text, .example:
      let range = trimmed(document.textRange(of: site.node), in: document.text)
      return range.isEmpty ? document.place(ofNode: site.node) : document.place(ofText: range)
    default: return document.place(ofStartTag: site.node)
    }
  }

  /// Returns the place of the first occurrence of words in the text of a part, else of the part.
  func place(of words: String, in part: ClausePart) -> Place? {
    guard let site = sites[part] else { return nil }
    let document = documents[site.file]
    let range = document.textRange(of: site.node)
    let found = firstRange(of: Array(words.utf8), in: document.text[range])
    return found.map { document.place(ofText: $0) } ?? place(of: part)
  }

  // MARK: - Index

  private mutating func add(_ part: ClausePart, _ node: Int) {
    if sites[part] == nil { sites[part] = Site(file: documents.count - 1, node: node) }
  }

  private mutating func index(
    _ document: XMLDocument, _ nodes: [Int], _ part: (String) -> ClausePart
  ) {
    for node in nodes {
      if let id = document.attribute("id", of: node) { add(part(id), node) }
    }
  }

  private mutating func indexRequirements(_ document: XMLDocument, _ root: Int) {
    for node in document.childElements(of: root, named: "requirement") {
      guard let id = document.attribute("id", of: node) else { continue }
      add(.requirement(id), node)
      var examples = 0
      for child in document.childElements(of: node) {
        let name = document.local(of: child)
        switch name {
        case "element":
          if let element = document.attribute("id", of: child) {
            add(.element(element, requirement: id), child)
          }
        case "example":
          add(.example(examples, requirement: id), child)
          examples += 1
        default:
          if let language = document.attribute("lang", of: child) {
            add(.text(name, requirement: id, language: language), child)
          }
        }
      }
    }
  }

  private mutating func indexLexicon(_ document: XMLDocument, _ root: Int) {
    let language = document.attribute("language", of: root) ?? ""
    for node in document.childElements(of: root, named: "terms") {
      if let concept = document.attribute("concept", of: node) {
        add(.terms(concept: concept, language: language), node)
      }
      add(.entryOfTerms(entries[language, default: 0], language: language), node)
      entries[language, default: 0] += 1
    }
  }

  private mutating func indexSources(_ document: XMLDocument, _ root: Int) {
    let sources = document.childElements(of: root, named: "source")
    index(document, sources) { .source($0) }
    for source in sources {
      index(document, document.childElements(of: source, named: "provision")) { .provision($0) }
    }
  }

  private mutating func indexProfile(_ document: XMLDocument, _ root: Int) {
    let id = document.attribute("id", of: root) ?? ""
    add(.profile(id), root)
    for node in document.childElements(of: root, named: "require") {
      if let requirement = document.attribute("ref", of: node) {
        add(.entry(requirement: requirement, profile: id), node)
      }
    }
  }
}

/// Returns a range of UTF-8 without ASCII white space at its ends.
func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
  var range = range.clamped(to: 0..<text.count)
  while let first = range.first, text[first] <= 0x20 { range = first + 1..<range.upperBound }
  while let last = range.last, text[last] <= 0x20 { range = range.lowerBound..<last }
  return range
}

/// Returns where bytes first occur in others, or nil.
func firstRange(of needle: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
  guard let first = needle.first, text.count >= needle.count else { return nil }
  var start = text.startIndex
  while start <= text.endIndex - needle.count {
    if text[start] == first, text[start..<start + needle.count].elementsEqual(needle) {
      return start..<start + needle.count
    }
    start += 1
  }
  return nil
}
