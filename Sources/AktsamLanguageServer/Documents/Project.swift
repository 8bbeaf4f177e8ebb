import AktsamClauses
import AktsamLint

/// What holds for the files of a folder: its configuration and the linter made from it.
final class Project {
  /// The name of the file that holds the configuration.
  static let configurationName = ".aktsam.yml"

  /// The absolute path of the folder that paths are told from; nil for texts that are no files.
  let folder: String?
  /// The bytes of the configuration when it was last read; nil = there is none.
  private(set) var bytes: [UInt8]?
  /// The configuration that holds: the last one without problems.
  private(set) var configuration = Configuration()
  /// What is wrong with the configuration as it was last read.
  private(set) var problems: [ConfigurationProblem] = []
  private(set) var linter: Linter
  /// Checks documents one after the other, and remembers the words that it has met.
  private(set) var task: LintTask

  private let environment: LanguageServer.Environment
  private var command: Settings

  /// Creates a project without a configuration.
  init(folder: String?, _ environment: LanguageServer.Environment, command: Settings) {
    self.folder = folder
    self.environment = environment
    self.command = command
    linter = Self.linter(Configuration(), environment, command)
    task = linter.makeTask()
  }

  /// The absolute path of the configuration; nil for texts that are no files.
  var configurationPath: String? {
    folder.map { FileURI.path(Self.configurationName, in: $0) }
  }

  /// Takes over a configuration; returns whether anything changed.
  func configure(_ bytes: [UInt8]?, command: Settings) -> Bool {
    guard bytes != self.bytes || command != self.command else { return false }
    self.bytes = bytes
    self.command = command
    let (read, problems) = bytes.map { Self.read($0, environment) } ?? (Configuration(), [])
    self.problems = problems
    // With a slip in it, what held before holds on.
    if problems.isEmpty { configuration = read }
    linter = Self.linter(configuration, environment, command)
    task = linter.makeTask()
    return true
  }

  /// Returns the path of a file as configurations and reports name it.
  func path(of file: String) -> String {
    folder.map { FileURI.relative(file, to: $0) } ?? file
  }

  /// Reads a configuration.
  static func read(
    _ bytes: [UInt8], _ environment: LanguageServer.Environment
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    Configuration.read(
      bytes, path: configurationName,
      vocabulary: Configuration.Vocabulary(profiles: environment.library.profiles.map(\.id)))
  }

  private static func linter(
    _ configuration: Configuration, _ environment: LanguageServer.Environment,
    _ command: Settings
  ) -> Linter {
    Linter(
      library: environment.library, configuration: configuration, command: command,
      lexicon: environment.lexicon)
  }
}
