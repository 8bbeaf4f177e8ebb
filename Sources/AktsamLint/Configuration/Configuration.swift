/// What a file `.aktsam.yml` says.
package struct Configuration: Sendable, Hashable {
  /// Settings for some files.
  package struct Override: Sendable, Hashable {
    /// Which files.
    package var files: [Glob]
    /// What holds for them.
    package var settings: Settings

    /// Creates an override.
    package init(files: [Glob], settings: Settings) {
      self.files = files
      self.settings = settings
    }
  }

  /// A suppression that stands in the configuration.
  package struct Suppression: Sendable, Hashable {
    /// Which files.
    package var files: [Glob]
    /// The rules as written, with where they stand.
    package var rules: [Sited<String>]
    /// Why; empty = not said.
    package var reason: String
    /// The last day that it holds, `yyyy-mm-dd`; nil = for good.
    package var until: String?
    /// Where it opens.
    package var origin: SettingOrigin

    /// Creates a suppression.
    package init(
      files: [Glob], rules: [Sited<String>], reason: String, until: String? = nil,
      origin: SettingOrigin
    ) {
      self.files = files
      self.rules = rules
      self.reason = reason
      self.until = until
      self.origin = origin
    }
  }

  /// The path of the file as given; empty = there is none.
  package var path = ""
  /// What holds for all files.
  package var settings = Settings()
  /// The files that are linted where the command names none; empty = it does not say.
  package var files: [Glob] = []
  /// The files that are never linted.
  package var exclude: [Glob] = []
  /// What holds for some files; a later one goes before an earlier one.
  package var overrides: [Override] = []
  /// Findings that may stand.
  package var suppressions: [Suppression] = []

  /// Creates a configuration that sets nothing.
  package init() {}

  /// Whether a file is to be linted when it is met in a folder.
  package func includes(_ path: String) -> Bool {
    !exclude.contains { $0.matches(path) } && (files.isEmpty || files.contains { $0.matches(path) })
  }

  /// Whether a file is never linted.
  package func excludes(_ path: String) -> Bool { exclude.contains { $0.matches(path) } }
}
