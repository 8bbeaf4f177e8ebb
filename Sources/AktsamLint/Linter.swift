package import AktsamClauses
import AktsamDocuments
import AktsamLanguage
import AktsamReading
import AktsamText
import Synchronization

/// The linter: documents, libraries and settings in, findings out. Pure; the same input gives the same
/// findings in the same order, however the work is shared between tasks.
package final class Linter: Sendable {
  let library: Library
  let configuration: Configuration
  let command: Settings
  private let lexicon: (@Sendable (String) -> Lexicon?)?
  /// The table of languages is large, and the same for all runs.
  private let languageGuess = Mutex<LanguageGuess?>(nil)
  private let compiled = Mutex<[String: CompiledLibrary]>([:])

  /// Creates a linter.
  ///
  /// - Parameters:
  ///   - library: the clause library that documents are read with.
  ///   - configuration: the configuration; one without problems.
  ///   - command: what the command line sets, which goes before all else. A profile that is named here
  ///     must be one of the library's: with another one nothing is read for requirements.
  ///   - lexicon: finds the lexicon of a language when a document first needs it; nil = those that were
  ///     loaded with the library.
  package init(
    library: Library, configuration: Configuration = Configuration(),
    command: Settings = Settings(), lexicon: (@Sendable (String) -> Lexicon?)? = nil
  ) {
    self.library = library
    self.configuration = configuration
    self.command = command
    self.lexicon = lexicon
  }

  /// Checks everything, one document after the other.
  ///
  /// - Parameter input: the documents and libraries.
  /// - Returns: what was found.
  package func run(_ input: LintInput) -> LintRun {
    let surroundings = surroundings(of: input)
    let task = makeTask()
    let found = surroundings.documents.indices.flatMap { task.findings(surroundings, index: $0) }
    return finish(input, surroundings, found: found)
  }

  /// Returns what all documents of a run stand in: they are checked by their index in it.
  package func surroundings(of input: LintInput) -> LintSurroundings {
    let guess = languageGuess.withLock { known in
      let guess = known ?? LanguageGuess(LanguageTable(library.languageTable))
      known = guess
      return guess
    }
    return LintSurroundings(
      documents: input.documents.sorted {
        ($0.source.path, $0.source.part) < ($1.source.path, $1.source.part)
      }, library: library, languageGuess: guess)
  }

  /// Makes what one task needs to check documents one after the other.
  package func makeTask() -> LintTask { LintTask(self) }

  /// Checks the clause libraries, settles what was found, and checks the suppressions.
  ///
  /// - Parameters:
  ///   - input: the documents and libraries.
  ///   - surroundings: what ``surroundings(of:)`` gave for them.
  ///   - found: what tasks found in the documents, in any order.
  /// - Returns: the run.
  package func finish(
    _ input: LintInput, _ surroundings: LintSurroundings, found: [LintFinding]
  ) -> LintRun {
    var settling = LintSettling(self, surroundings.documents, input.clauses)
    settling.run.isComplete =
      input.unread.isEmpty && input.documents.allSatisfy(\.isComplete)
      && input.clauses.allSatisfy { $0.library != nil }
    settling.add(found)
    for clauses in input.clauses { settling.add(findings(clauses)) }
    settling.add(input.unread.map { Self.finding($0, path: "") })
    return settling.finish()
  }

  /// Returns what holds for a file.
  func settings(for path: String) -> ResolvedSettings {
    ResolvedSettings(configuration, for: path, command: command)
  }

  /// Makes a reader of a profile. The compiled library is shared by all tasks.
  func makeReader(_ profile: Profile) -> LintReader {
    let compiled = compiled.withLock { known in
      if let library = known[profile.id] { return library }
      let made = CompiledLibrary(
        library, requirements: Set(profile.entries.map(\.requirement)), lexicon: lexicon)
      known[profile.id] = made
      return made
    }
    return LintReader(compiled, profile: profile)
  }

  /// Returns what rules and the loader find in a clause library.
  private func findings(_ clauses: LintInput.Clauses) -> [LintFinding] {
    let settings = settings(for: clauses.path)
    var found: [LintFinding] = []
    if let library = clauses.library {
      let context = LibraryContext(
        library: library, files: clauses.files, asOf: settings.asOf?.value)
      for case let rule as any LibraryRule.Type in RuleTable.all {
        guard let options = settings.options(of: rule.info) else { continue }
        found += context.findings(of: rule, set: options)
      }
    }
    return found + Self.kept(clauses.findings, beside: found, path: clauses.path)
  }

  /// Returns what a reader noticed and no rule of the linter says better.
  static func kept(
    _ findings: [Finding], beside found: [LintFinding], path: String
  ) -> [LintFinding] {
    var better: [String: [(superseded: Superseded, place: Place)]] = [:]
    for finding in found {
      for superseded in RuleTable.info(finding.rule)?.supersedes ?? [] {
        better[superseded.rule, default: []].append((superseded, finding.place))
      }
    }
    return findings.map { finding($0, path: path) }.filter { noticed in
      !(better[noticed.rule] ?? []).contains {
        Self.meet($0.place, noticed.place)
          && $0.superseded.covers(rule: noticed.rule, message: noticed.message)
      }
    }
  }

  /// Whether two places share bytes, or start at the same one.
  private static func meet(_ left: Place, _ right: Place) -> Bool {
    guard left.path == right.path, left.part == right.part else { return false }
    guard let first = left.segments.first, let last = left.segments.last,
      let otherFirst = right.segments.first, let otherLast = right.segments.last
    else { return left.segments.isEmpty && right.segments.isEmpty }
    return first.lowerBound == otherFirst.lowerBound
      || (first.lowerBound < otherLast.upperBound && otherFirst.lowerBound < last.upperBound)
  }

  static func finding(_ finding: Finding, path: String) -> LintFinding {
    LintFinding(
      rule: finding.rule, name: "", severity: finding.severity, message: finding.message,
      place: finding.place
        ?? Place(path: path, segments: [], line: 1, column: 1, endLine: 1, endColumn: 1))
  }
}
