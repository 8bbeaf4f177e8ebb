internal import AktsamClauses
package import AktsamLint

/// The configuration of the linter on disk: `.aktsam.yml`.
package enum ConfigurationFile {
  /// The name of the file.
  package static let name = ".aktsam.yml"

  /// Returns the path of the nearest configuration in a folder and those above it, or nil.
  package static func nearest(from folder: WorkingFolder = WorkingFolder()) -> String? {
    var folder: WorkingFolder? = folder
    while let current = folder {
      let path = current.path == "/" ? "/" + name : current.path + "/" + name
      if FileAccess.isThere(path) { return path }
      folder = current.parent
    }
    return nil
  }

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - shown: the path that problems and `config show` name.
  ///   - profiles: the ids of the profiles that it may name.
  /// - Returns: the configuration, and everything that is wrong with it.
  package static func read(
    _ path: String, shown: String, profiles: [String]
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    let file = FileAccess.read(path)
    guard let bytes = file.bytes else {
      let problem = ConfigurationProblem(
        path: shown, message: "cannot be read: \(file.failure ?? "unknown reason")")
      return (Configuration(), [problem])
    }
    return Configuration.read(
      bytes, path: shown, vocabulary: Configuration.Vocabulary(profiles: profiles))
  }
}
