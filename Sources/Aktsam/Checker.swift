package import AktsamClauses
package import AktsamDocuments
package import AktsamReading
package import AktsamReports
package import AktsamText

/// One input as bytes: the command opens files, the core never does.
package struct InputFile: Sendable {
  /// The path as the user gave it, `-` for standard input.
  package var path: String
  /// The bytes as stored; nil when the file could not be opened.
  package var bytes: [UInt8]?
  /// Why it could not be opened.
  package var failure: String?

  /// Creates an input.
  package init(path: String, bytes: [UInt8]?, failure: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.failure = failure
  }
}

/// How a check is done.
package struct CheckOptions: Sendable {
  /// The role of all inputs; nil = each as it says.
  package var role: DocumentRole?
  /// The language of all inputs; nil = declared or detected.
  package var documentLanguage: String?
  /// The date that ages are measured at, `yyyy-mm-dd`.
  package var asOf: String?
  /// Whether every passage's reading is kept.
  package var annotating = false
  /// The buyer's list of countries and regions that it looks at closely; nil = none.
  package var watch: WatchList?
  /// The buyer's documents: what merely repeats them is no evidence for a supplier.
  package var terms: [InputFile] = []

  /// Creates options.
  package init(
    role: DocumentRole? = nil, documentLanguage: String? = nil, asOf: String? = nil,
    annotating: Bool = false, watch: WatchList? = nil, terms: [InputFile] = []
  ) {
    self.terms = terms
    self.watch = watch
    self.role = role
    self.documentLanguage = documentLanguage
    self.asOf = asOf
    self.annotating = annotating
  }
}

/// An input that was read: its document, what it says, and what a report names it by.
package struct CheckedInput: Sendable {
  /// The line in the report.
  package var input: Report.Input
  /// The document, nil when the input could not be opened.
  package var document: Document?
  /// What it says.
  package var reading: DocumentReading?
  /// What was noticed.
  package var findings: [Finding]
  /// Whether the input could be read to its end.
  package var isComplete: Bool
}

/// The check: bytes in, assessments out. Pure; shared by all tasks.
package final class Checker: Sendable {
  /// The compiled library.
  package let compiled: CompiledLibrary
  /// The profile.
  package let profile: Profile
  private let options: CheckOptions
  private let terms: EchoIndex

  /// Creates a checker for a profile.
  ///
  /// - Parameters:
  ///   - library: the library.
  ///   - profile: the profile.
  ///   - options: how the check is done.
  ///   - lexicon: finds the lexicon of a language when a document first needs it; nil = those that
  ///     were loaded with the library.
  package init(
    _ library: Library, profile: Profile, options: CheckOptions,
    lexicon: (@Sendable (String) -> Lexicon?)? = nil
  ) {
    compiled = CompiledLibrary(
      library, requirements: Set(profile.entries.map(\.requirement)), lexicon: lexicon)
    self.profile = profile
    self.options = options
    var terms = EchoIndex()
    for file in options.terms {
      guard let bytes = file.bytes else { continue }
      terms.add(
        DocumentReader.read(
          bytes, path: file.path,
          options: ReadingOptions(role: .contract, language: nil, schema: { _ in nil })))
    }
    self.terms = terms
  }

  /// Makes what one task needs to read inputs one after the other.
  package func makeAssessor() -> DocumentAssessor {
    DocumentAssessor(compiled, parameters: profile.parameters, terms: terms)
  }

  /// Reads one input.
  package func read(_ file: InputFile, with assessor: DocumentAssessor) -> CheckedInput {
    guard let bytes = file.bytes else {
      return CheckedInput(
        input: Report.Input(
          path: file.path, sha256: "", format: "", language: "", role: .tender,
          roleFrom: "inferred", encoding: "", party: ""),
        document: nil, reading: nil,
        findings: [
          Finding(
            rule: "AK0001", severity: .error,
            message: "cannot read '\(file.path)': \(file.failure ?? "unknown reason")",
            place: nil)
        ], isComplete: false)
    }
    let document = DocumentReader.read(
      bytes, path: file.path,
      options: ReadingOptions(
        role: options.role, language: options.documentLanguage,
        schema: { SchemaStore.schema($0) }))
    let reading = assessor.read(document, asOf: options.asOf, annotating: options.annotating)
    return CheckedInput(
      input: Report.Input(
        path: file.path, sha256: sha256(bytes), format: document.format,
        language: reading.languages.prefix(2).map(\.language).joined(separator: "+"),
        role: document.role, roleFrom: document.roleOrigin.rawValue,
        encoding: document.source.encoding, party: document.party?.name ?? ""),
      document: document, reading: reading,
      findings: document.findings
        + SiteFindings.findings(in: document, watch: options.watch)
        + reading.echoes.map {
          Finding(
            rule: "AK0401", severity: .warning,
            message: "this repeats the buyer's own words: it is no evidence for a supplier",
            place: document.place(of: $0.text, element: document.blocks[$0.block].element))
        },
      isComplete: document.isComplete)
  }

  /// Unites inputs into one subject.
  package func subject(name: String, _ inputs: [CheckedInput]) -> Report.Subject {
    let read = inputs.compactMap { input -> SubjectAssessor.Input? in
      guard let document = input.document, let reading = input.reading else { return nil }
      return SubjectAssessor.Input(document: document, reading: reading)
    }
    let isUseful = read.contains { !$0.document.blocks.isEmpty || $0.document.isComplete }
    return Report.Subject(
      name: name, party: inputs.lazy.map(\.input.party).first { !$0.isEmpty } ?? "",
      inputs: inputs.map(\.input),
      assessments: isUseful ? SubjectAssessor(compiled.library).assess(profile, read) : [],
      findings: inputs.flatMap(\.findings))
  }
}
