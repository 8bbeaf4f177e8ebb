/// The files that are read as one subject: one supplier's submission, or a single document.
package struct SubjectPlan: Sendable, Hashable {
  /// The name in reports.
  package var name: String
  /// The paths of the files; a zip file stands for its members.
  package var files: [String]
  /// The folder that a manifest's paths count from, with its closing `/`; empty for single files.
  package var folder: String
  /// The folder on the disk that all these paths count from, with its closing `/`; reports do not name it.
  package var root: String

  /// Creates a plan.
  package init(name: String, files: [String], folder: String = "", root: String = "") {
    self.name = name
    self.files = files
    self.folder = folder
    self.root = root
  }

  /// A single document as a subject of its own.
  package static func file(_ path: String) -> SubjectPlan {
    SubjectPlan(name: path, files: [path])
  }

  /// Returns the path of an input as a manifest writes it.
  func href(of input: InputFile) -> String {
    if !input.part.isEmpty { return input.part }
    return input.path.hasPrefix(folder) ? String(input.path.dropFirst(folder.count)) : input.path
  }
}
