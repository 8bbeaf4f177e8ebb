import Aktsam
import AktsamReports

/// Reads files of labelled passages for the commands that measure.
enum GoldFiles {
  /// Returns the passages of files, and whether all of every file could be read; what could not is
  /// said on standard error.
  static func read(_ paths: [String]) -> (passages: [GoldPassage], isComplete: Bool) {
    var passages: [GoldPassage] = []
    var isComplete = true
    for path in paths {
      let file = FileAccess.read(path)
      guard let bytes = file.bytes else {
        Terminal.error("aktsam: cannot read '\(path)': \(file.failure ?? "")")
        isComplete = false
        continue
      }
      let (found, faults) = Evaluator.passages(in: bytes)
      for fault in faults { Terminal.error("\(path):\(fault.line): \(fault.message)") }
      isComplete = isComplete && faults.isEmpty
      passages += found
    }
    return (passages, isComplete)
  }
}
