import AktsamTestSupport
import Foundation
import Testing

/// What the tests of the integrations run on: a checked-out repository, and a toolchain that only seems
/// to build.
enum IntegrationFixture {
  private static var manager: FileManager { .default }

  /// Where the system's programs lie.
  static let system = ["/usr/local/bin", "/usr/bin", "/bin"]

  /// Whether the system itself has no aktsam, so that a test can be without one.
  static let isWithoutAktsam = system.allSatisfy {
    !FileManager.default.fileExists(atPath: $0 + "/aktsam")
  }

  /// Whether there is a git.
  static let hasGit = FileManager.default.fileExists(atPath: "/usr/bin/git")

  /// A `PATH` on which the built aktsam is found, behind another folder.
  static func path(_ first: URL? = nil) throws -> String {
    let own = try #require(Tool.binary).deletingLastPathComponent().path
    return ([first?.path, own].compactMap { $0 } + system).joined(separator: ":")
  }

  /// Runs a body with a repository that holds a questionnaire in a folder whose name has a blank.
  static func withRepository(_ body: (URL) throws -> Void) throws {
    try TestFiles.withFolder { folder in
      let repository = folder.appending(path: "repository")
      let tender = repository.appending(path: "the tender")
      try manager.createDirectory(at: tender, withIntermediateDirectories: true)
      try manager.copyItem(
        at: Tool.root.appending(path: "examples/it-hardware/questionnaire.xml"),
        to: tender.appending(path: "questionnaire.xml"))
      try body(repository)
    }
  }

  /// Writes a file, and the folders that it lies in.
  static func write(_ text: String, _ file: URL, runs: Bool = false) throws {
    try manager.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    if runs { try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path) }
  }

  /// Sources and the tools that seem to build them.
  struct Toolchain {
    /// What lies on the `PATH`: a `swift` that takes down what it is asked for.
    var tools: URL
    /// The sources; the program that comes of them says that it is version 9.9.9.
    var sources: URL

    /// What was done, in order.
    func steps() throws -> [String] {
      try String(contentsOf: tools.appending(path: "log"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
  }

  /// Writes a toolchain beside a repository.
  static func toolchain(beside repository: URL) throws -> Toolchain {
    let folder = repository.deletingLastPathComponent()
    let tools = folder.appending(path: "tools")
    let sources = folder.appending(path: "sources")
    let log = tools.appending(path: "log").path
    let binary = try #require(Tool.binary).path
    try write(
      "#!/bin/sh\necho packages >> '\(log)'\n",
      sources.appending(path: "scripts/install-packages.sh"), runs: true)
    try write("", sources.appending(path: "integrations/github/action.yml"))
    try write(
      """
      #!/bin/sh
      case "$*" in
        *--show-bin-path*) echo '\(tools.path)/built' ;;
        *) echo "swift $*" >> '\(log)' ;;
      esac

      """, tools.appending(path: "swift"), runs: true)
    try write(
      """
      #!/bin/sh
      if [ "$1" = --version ]; then echo 9.9.9; else exec '\(binary)' "$@"; fi

      """, tools.appending(path: "built/aktsam"), runs: true)
    return Toolchain(tools: tools, sources: sources)
  }
}
