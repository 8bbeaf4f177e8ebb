package import AktsamClauses
package import AktsamDocuments
package import AktsamReading
package import AktsamReports
package import AktsamText

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
  /// The buyer's documents: a supplier is held to what they demand, and what merely repeats them is no
  /// evidence.
  package var terms: [InputFile] = []
  /// What the user says of the columns of workbooks; nil = nothing.
  package var columns: ColumnMapping?
  /// The date that ages are measured at where neither ``asOf`` nor the document gives one.
  package var deadline: String?
  /// How long one document may take; what is not read by then is not read. nil = as long as it takes.
  package var timeLimit: Duration?

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
  /// How the check is done.
  let options: CheckOptions
  /// The buyer's words.
  let words: EchoIndex
  /// What the buyer's documents demand; nil when none were given or nothing was found in them.
  package let terms: PublishedTerms?
  /// The forms of survey tools among the buyer's documents.
  let forms: FormIndex
  /// The questions of the buyer's questionnaires.
  let questions: QuestionIndex
  /// What was noticed about the buyer's documents.
  package let termsFindings: [Finding]

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
    let files = options.terms.flatMap { $0.members() }
    let (words, terms, questions, findings) = Self.read(files, compiled, profile)
    self.questions = questions
    var forms = FormIndex()
    for file in files {
      if let bytes = file.bytes { forms.add(bytes, path: file.path, part: file.part) }
    }
    self.forms = forms
    self.words = words
    self.terms = terms
    termsFindings = findings
  }

  /// Reads the buyer's documents.
  private static func read(
    _ files: [InputFile], _ compiled: CompiledLibrary, _ profile: Profile
  ) -> (EchoIndex, PublishedTerms?, QuestionIndex, [Finding]) {
    var words = EchoIndex()
    var questions = QuestionIndex()
    var terms = PublishedTerms()
    var findings: [Finding] = []
    guard !files.isEmpty else { return (words, nil, questions, []) }
    let assessor = DocumentAssessor(compiled, parameters: profile.parameters)
    for file in files {
      guard let bytes = file.bytes else { continue }
      var document = DocumentReader.read(bytes, path: file.path, part: file.part)
      if !document.role.isBuyers { document.role = .contract }
      findings += document.findings.filter { $0.severity == .error }
      words.add(document)
      questions.add(document)
      terms.add(document, assessor.read(document))
    }
    if !terms.isEmpty { return (words, terms, questions, findings) }
    findings.append(
      Finding(
        rule: SubmissionMessages.noDemandRule, severity: .warning,
        message: SubmissionMessages.noDemand, place: nil))
    return (words, nil, questions, findings)
  }

  /// Makes what one task needs to read inputs one after the other.
  package func makeAssessor() -> DocumentAssessor {
    DocumentAssessor(
      compiled, parameters: profile.parameters, published: terms ?? PublishedTerms(), terms: words)
  }

  /// Reads one input.
  package func read(_ file: InputFile, with assessor: DocumentAssessor) -> CheckedInput {
    assess(parse(file), with: assessor, more: nil)
  }

  /// Parses one input; nothing is assessed yet.
  ///
  /// - Parameters:
  ///   - file: the input.
  ///   - forms: the forms that it may answer; nil = those of the buyer's documents.
  /// - Returns: the parsed input.
  func parse(_ file: InputFile, forms: FormIndex? = nil) -> ParsedInput {
    guard let bytes = file.bytes else { return ParsedInput(file: file) }
    let clock = ContinuousClock()
    let start = clock.now
    let forms = forms ?? self.forms
    var document = DocumentReader.read(
      bytes, path: file.path, part: file.part,
      options: ReadingOptions(
        role: options.role, language: options.documentLanguage,
        schema: { SchemaStore.schema($0) }, form: { forms[name: $0] }, columns: options.columns))
    questions.map(&document)
    var parsed = ParsedInput(file: file, sha256: sha256(bytes), document: document)
    parsed.duration = clock.now - start
    return parsed
  }

  /// Reads what a parsed input says.
  ///
  /// - Parameters:
  ///   - parsed: the input.
  ///   - assessor: the task's assessor.
  ///   - more: words of the buyer besides those of the published terms.
  /// - Returns: the input with its reading.
  func assess(
    _ parsed: ParsedInput, with assessor: DocumentAssessor, more: EchoIndex?
  ) -> CheckedInput {
    guard let document = parsed.document else { return unopened(parsed) }
    let clock = ContinuousClock()
    let end = options.timeLimit.map { clock.now + ($0 - parsed.duration) }
    let reading = assessor.read(
      document, asOf: options.asOf ?? document.date ?? options.deadline, more: more,
      annotating: options.annotating,
      isGivenUp: { Task.isCancelled || (end.map { clock.now >= $0 } ?? false) })
    return CheckedInput(
      input: Report.Input(
        path: parsed.file.path, part: parsed.file.part, sha256: parsed.sha256,
        format: document.format,
        language: reading.languages.prefix(2).map(\.language).joined(separator: "+"),
        role: document.role, roleFrom: document.roleOrigin.rawValue,
        encoding: document.source.encoding, party: document.party?.name ?? ""),
      document: document, reading: reading,
      findings: document.findings + parsed.findings + givenUp(reading, document)
        + SiteFindings.findings(in: document, watch: options.watch)
        + reading.echoes.map {
          Finding(
            rule: "AK0401", severity: .warning,
            message: "this repeats the buyer's own words: it is no evidence for a supplier",
            place: document.place(of: $0.text, element: document.blocks[$0.block].element))
        },
      isComplete: document.isComplete && !reading.isGivenUp)
  }

  /// Says that a document took too long, where it did.
  private func givenUp(_ reading: DocumentReading, _ document: Document) -> [Finding] {
    guard reading.isGivenUp else { return [] }
    return [
      Finding(
        rule: SubmissionMessages.givenUpRule, severity: .error,
        message: SubmissionMessages.givenUp(after: options.timeLimit),
        place: Place(in: document.source, segments: [], lines: document.lines))
    ]
  }

  /// The line of an input that could not be opened, or that was read already.
  private func unopened(_ parsed: ParsedInput) -> CheckedInput {
    var findings = parsed.findings
    if let failure = parsed.file.failure {
      findings.append(
        Finding(
          rule: "AK0001", severity: .error,
          message: "cannot read '\(parsed.file.pathWithPart)': \(failure)", place: nil))
    }
    return CheckedInput(
      input: Report.Input(
        path: parsed.file.path, part: parsed.file.part, sha256: parsed.sha256, format: "",
        language: "", role: .tender, roleFrom: "inferred", encoding: "", party: ""),
      document: nil, reading: nil, findings: findings,
      isComplete: parsed.file.failure == nil)
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
      assessments: isUseful
        ? SubjectAssessor(compiled.library).assess(profile, read, terms: terms) : [],
      findings: inputs.flatMap(\.findings))
  }
}
