import AktsamClauses
import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// Tries one example of a rule: as documentation shows it, or in another form.
struct ExampleRun: Sendable, CustomTestStringConvertible {
  var rule: any Rule.Type
  /// The position among the rule's flagged or unflagged examples.
  var number: Int
  var isFlagged: Bool
  var form: ExampleForm

  var testDescription: String {
    "\(rule.info.id) \(isFlagged ? "flagged" : "unflagged") \(number + 1), \(form.rawValue)"
  }

  var example: RuleExample {
    isFlagged ? rule.info.flagged[number] : rule.info.unflagged[number]
  }

  /// All examples of all rules in all forms that they can take.
  static let all: [ExampleRun] = RuleTable.all.flatMap { rule in
    [(rule.info.flagged, true), (rule.info.unflagged, false)].flatMap { examples, isFlagged in
      examples.indices.flatMap { number in
        ExampleForm.allCases.filter { $0.apply(to: examples[number]) != nil }.map {
          ExampleRun(rule: rule, number: number, isFlagged: isFlagged, form: $0)
        }
      }
    }
  }

  /// What the marks say must be reported, as `start..<end "text"`; sorted.
  var expected: [String] { text.marks.map { Self.line($0, text.bytes) }.sorted() }

  /// The example's text in its form.
  var text: MarkedText { MarkedText(form.apply(to: example) ?? example.text) }

  /// What the rule reports, as `start..<end "text"`; sorted.
  func reported() throws -> [String] {
    try findings().map { finding in
      guard finding.place.path == example.file else { return "in \(finding.place.path)" }
      let start = finding.place.segments.first?.lowerBound ?? 0
      let end = finding.place.segments.last?.upperBound ?? start
      return Self.line(start..<end, text.bytes)
    }.sorted()
  }

  private static func line(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
    "\(range) \(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))"
  }

  /// What the rule reports.
  func findings() throws -> [LintFinding] {
    if let rule = rule as? any DocumentRule.Type { return try documentFindings(rule) }
    if let rule = rule as? any LibraryRule.Type { return try libraryFindings(rule) }
    return try runFindings()
  }

  /// What the whole linter says under this rule's id: of suppressions only it knows what came of them.
  private func runFindings() throws -> [LintFinding] {
    guard let library = ShippedClauses.library else {
      throw ExampleError("the clause library does not load")
    }
    var settings = Settings()
    settings.asOf = example.asOf.map { Sited($0) }
    let document = Self.read(text.bytes, example.file, example.role)
    return Linter(library: library, command: settings).run(LintInput(documents: [document]))
      .findings.filter { $0.rule == rule.info.id }
  }

  private func documentFindings(_ rule: any DocumentRule.Type) throws -> [LintFinding] {
    var documents = example.companions.map { Self.read(Array($0.text.utf8), $0.file, nil) }
    documents.append(Self.read(text.bytes, example.file, example.role))
    documents.sort { $0.source.path < $1.source.path }
    guard let index = documents.firstIndex(where: { $0.source.path == example.file }),
      let library = ShippedClauses.library
    else { throw ExampleError("the clause library does not load") }
    let id = example.profile ?? "oecd-six-steps"
    guard let profile = library.profile(id) else { throw ExampleError("no profile \(id)") }
    let document = documents[index]
    let context = RuleContext(
      LintSurroundings(documents: documents, library: library, asOf: example.asOf), index: index,
      profile: profile, languages: example.languages
    ) {
      ShippedClauses.reader(profile).read(document, asOf: example.asOf)
    }
    return context.findings(of: rule, set: example.options)
  }

  private static func read(_ bytes: [UInt8], _ path: String, _ role: DocumentRole?) -> Document {
    DocumentReader.read(
      bytes, path: path, options: ReadingOptions(role: role, schema: ShippedSchemas.schema))
  }

  /// The document that the example reads as; nil for a clause file.
  var document: Document? {
    guard !(rule is any LibraryRule.Type) else { return nil }
    return Self.read(text.bytes, example.file, example.role)
  }

  private func libraryFindings(_ rule: any LibraryRule.Type) throws -> [LintFinding] {
    let (library, findings, files) = ExampleLibrary.load(example, text.bytes)
    guard let library else {
      throw ExampleError(
        findings.map { "\($0.rule) \($0.place?.path ?? ""):\($0.place?.line ?? 0) \($0.message)" }
          .joined(separator: "\n"))
    }
    let context = LibraryContext(library: library, files: files, asOf: example.asOf)
    let own = Set([example.file] + example.companions.map(\.file))
    return context.findings(of: rule, set: example.options).filter { own.contains($0.place.path) }
  }
}

/// Why an example could not be tried.
struct ExampleError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// The clause library of the repository.
enum ShippedClauses {
  /// Its files, with paths as `clauses/sources.xml`.
  static let files: [(path: String, bytes: [UInt8])] = {
    let folder = TestFiles.root.appending(path: "clauses").resolvingSymlinksInPath()
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".xml") || $0 == "languages.txt" }.sorted().compactMap {
      guard let data = try? Data(contentsOf: folder.appending(path: $0)) else { return nil }
      return ("clauses/" + $0, Array(data))
    }
  }()

  static let library: Library? = LibraryLoader.load(
    files, languages: ["en", "sv", "nb"], withExamples: false, sha256: ""
  ).library

  /// A reader of a profile, one for each test, since it learns words as it goes.
  static func reader(_ profile: Profile) -> LintReader {
    guard let library else { fatalError("the clause library does not load") }
    return LintReader(library, profile: profile)
  }
}
