internal import Aktsam
internal import AktsamDocuments
internal import AktsamReports
internal import AktsamText

/// What a person chose for a check.
struct ProcedureOptions: Sendable, Hashable {
  /// The profile's id.
  var profile: String
  /// The language of the report.
  var language = PageLanguage.en
  /// How files are taken together.
  var grouping = CheckPlan.Grouping.folders
  /// The role of all files; nil = each as it says.
  var role: DocumentRole?
  /// The language of all files; nil = declared or detected.
  var documentLanguage: String?
  /// The date that ages are measured at, `yyyy-mm-dd`; nil = each document's own.
  var asOf: String?
}

/// Files that were handed in together, and what was read in them.
struct StoredProcedure: Sendable {
  /// How far reading has come.
  enum State: Sendable, Hashable {
    /// It waits for its turn.
    case queued
    /// So many suppliers of so many are read; 0 of 0 before they are known.
    case reading(done: Int, total: Int)
    /// All is read; not complete when a file could not be read to its end.
    case done(isComplete: Bool)
    /// It ended without a report, for a reason that people can read.
    case failed(reason: String)

    /// Whether nothing more will happen.
    var isFinal: Bool {
      switch self {
      case .queued, .reading: false
      case .done, .failed: true
      }
    }
  }

  /// The name in addresses, which nobody can guess.
  let id: String
  /// The name for people: the folder, or the first file.
  let title: String
  /// The day on which it was handed in, `yyyy-mm-dd`.
  let createdOn: String
  /// When it was handed in.
  let createdAt: ContinuousClock.Instant
  /// The paths of the files.
  let files: [String]
  /// How many bytes the files take.
  let size: Int
  /// What the person chose.
  let options: ProcedureOptions
  /// How far reading has come.
  var state: State
  /// The head of the report, once the files were looked through.
  var header: Report.Header?
  /// The report, when all is read; what the register knows is not in it.
  var report: Report?
  /// The documents of each subject of the report.
  var documents: [[ReportDocument]] = []
  /// What was noticed about manifests and the buyer's documents.
  var findings: [Finding] = []
}
