internal import Aktsam
internal import AktsamClauses
internal import AktsamRegister
internal import AktsamReports
internal import AktsamText
internal import Hummingbird
internal import Logging

/// What the routes need, shared by all of them.
struct ServerContext: Sendable {
  /// How the server was set up.
  let settings: ServerSettings
  /// The clause library with its examples; lexicons are read when they are needed.
  let library: Library
  /// Finds lexicons; nil = they came with the library.
  let lexicon: (@Sendable (String) -> Lexicon?)?
  /// What was handed in.
  let workspace: Workspace
  /// The register; nil when the server was started without one.
  let register: RegisterAccess?
  /// Lets so many checks go on at once.
  let queue: CheckQueue
  /// Threads that check.
  let checkers: WorkerPool
  /// Threads that wait for the disk.
  let pool: WorkerPool
  /// What is counted.
  let metrics: Metrics
  /// The log.
  let log: Logger
  /// Style sheets and scripts.
  let assets: Assets
  /// How much uploads on their way may take.
  let budget: UploadBudget
  /// The folder that uploads are put in, with its closing `/`.
  let folder: String
  /// The key of form tokens, made when the server starts.
  let key: String
  /// Says what day it is, `yyyy-mm-dd`.
  let clock: @Sendable () -> String
  /// Checkers without documents of a buyer, by profile.
  let plainCheckers: CheckerStore

  /// The day of today, `yyyy-mm-dd`.
  var today: String { clock() }

  /// Returns a profile; nil when there is none of that id.
  func profile(_ id: String) -> Profile? { library.profile(id) }

  /// The profile that is taken where none is chosen.
  var defaultProfile: String {
    library.profile("oecd-six-steps")?.id ?? library.profiles.first?.id ?? ""
  }

  /// Runs something that takes a while on a thread that may.
  func blocking<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await pool.run(body)
  }

  /// Returns a report with what the register knows; the report itself where there is none.
  func known(_ report: Report) async throws -> Report {
    guard let register else { return report }
    return try await register.with { (register) throws(RegisterError) in
      try report.with(register)
    }
  }
}
