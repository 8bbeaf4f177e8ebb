internal import FoundationEssentials

/// The folder that paths are told from: that of the configuration, so that globs, baselines and
/// suppressions mean the same wherever the command is started.
package struct WorkingFolder: Sendable, Hashable {
  /// The names of the folders on the way from the root.
  private let steps: [String]

  /// Creates a folder from a path; a relative one is told from the current folder.
  package init(_ path: String = ".") { steps = Self.steps(of: path) }

  /// The absolute path.
  package var path: String { "/" + steps.joined(separator: "/") }

  /// The folder that this one lies in; nil for the root.
  package var parent: WorkingFolder? {
    steps.isEmpty ? nil : WorkingFolder(steps: Array(steps.dropLast()))
  }

  /// Returns the path of a file below the folder as told from it; any other path as it is.
  package func relative(_ path: String) -> String {
    guard path != "-" else { return path }
    let all = Self.steps(of: path)
    guard all.starts(with: steps), all.count > steps.count else { return path }
    return all.dropFirst(steps.count).joined(separator: "/")
  }

  /// Returns the absolute path of a file that is told from the folder.
  package func absolute(_ path: String) -> String {
    path.hasPrefix("/")
      ? WorkingFolder(path).path : WorkingFolder(self.path + "/" + path).path
  }

  private init(steps: [String]) { self.steps = steps }

  /// `.` and `..` are resolved by the names alone, as a shell shows them.
  private static func steps(of path: String) -> [String] {
    let whole =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var steps: [String] = []
    for step in whole.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps
  }
}
