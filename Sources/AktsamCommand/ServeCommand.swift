import Aktsam
import AktsamServer
import ArgumentParser
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `aktsam serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show a page in the browser, on this computer, and serve programs.",
    discussion: """
      Drop the bidders' files on the page and work with the result: matrix, evidence beside the text, gap \
      lists, decisions. Nothing leaves the computer: the server listens on this computer only, fetches \
      nothing, and removes the files when it stops. The API for programs is described at \
      /api/v1/openapi.json. Stop it with Ctrl-C.

      EXAMPLES
        aktsam serve --open
        aktsam serve --port 9000 --register aktsam-register.db
        AKTSAM_TOKEN=$(openssl rand -hex 24) aktsam serve --host 0.0.0.0
        curl --form file=@response.xml http://127.0.0.1:8080/api/v1/check

      EXIT CODES
        0  stopped as asked
        2  wrong use, or the server cannot be started
      """)

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 8080

  @Option(
    help: ArgumentHelp(
      "The name or address to listen on; one that other computers reach wants a token.",
      valueName: "name"))
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      "Keep what is decided and agreed in this register; it is made when it is not there.",
      valueName: "file"),
    completion: .file())
  var register: String?

  @Flag(help: "Open the page in the browser.")
  var open = false

  @Option(
    help: ArgumentHelp(
      """
      What a client must show to be let in, 16 letters or more. Other users of this computer can see it \
      in the list of processes; the variable AKTSAM_TOKEN keeps it from them.
      """,
      valueName: "text"))
  var token: String?

  @Option(
    help: ArgumentHelp("The most that one request may send, in MiB.", valueName: "MiB"))
  var maxUpload = 256

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many suppliers are read at once.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("How long reading one document may take.", valueName: "seconds"))
  var timeout = 60

  @Flag(help: "Log errors only.")
  var quiet = false

  @OptionGroup var clauses: LibraryOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number from 1") }
    if !(1...4_096).contains(maxUpload) {
      throw ValidationError("--max-upload wants a number from 1 to 4096")
    }
    if !(1...86_400).contains(timeout) {
      throw ValidationError("--timeout wants a number from 1 to 86400")
    }
  }

  func run() async throws {
    var settings = ServerSettings()
    settings.host = host
    settings.port = port
    settings.registerPath = register
    settings.clauses = clauses.folder
    settings.token = token ?? ProcessInfo.processInfo.environment["AKTSAM_TOKEN"]
    settings.maxUpload = maxUpload << 20
    settings.maxFile = min(settings.maxFile, settings.maxUpload)
    settings.maxStored = max(settings.maxStored, 2 * settings.maxUpload)
    // A core is left for answering, where there are several.
    settings.jobs = jobs ?? max(1, CheckPreparation.cores - 1)
    settings.timeout = .seconds(timeout)
    do {
      try await WebServer(settings, isQuiet: quiet).run { [open] address in
        Terminal.error("aktsam serves \(address)")
        if open { Browser.open(address) }
      }
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

/// The browser of whoever uses the computer.
private enum Browser {
  /// Opens an address; nothing happens where there is no browser.
  static func open(_ address: String) {
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    if posix_spawnp(&process, program, nil, nil, &arguments, environ) != 0 {
      Terminal.error("aktsam: no browser can be opened here; open \(address)")
    }
  }
}
