internal import Aktsam
internal import AktsamClauses
internal import AktsamRegister
internal import AktsamText
internal import Glibc
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// The server of `aktsam serve`: a page in the browser, and the API for programs.
package struct WebServer: Sendable {
  /// Why a server cannot be started.
  package struct Failure: Error, CustomStringConvertible {
    /// The reason, for a person.
    package var description: String
  }

  /// What the routes need.
  let context: ServerContext

  /// Sets a server up: reads the library, opens the register, makes the folder for uploads.
  ///
  /// - Parameters:
  ///   - settings: how.
  ///   - isQuiet: whether only errors are logged.
  /// - Throws: ``Failure`` with the reason.
  package init(_ settings: ServerSettings, isQuiet: Bool = false) throws {
    var log = Logger(label: "aktsam") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = isQuiet ? .error : .info
    try self.init(settings, log: log)
  }

  /// Sets a server up that logs elsewhere, and takes the day and perhaps the library from elsewhere.
  init(
    _ settings: ServerSettings, log: Logger, library: Library? = nil,
    clock: @escaping @Sendable () -> String = { Today.date }
  ) throws {
    try Self.check(settings)
    let library = try library ?? Self.library(settings)
    let builtIn: @Sendable (String) -> Lexicon? = { LibraryStore.lexicon($0) }
    let lexicon = settings.clauses == nil ? builtIn : nil
    let pool = WorkerPool(4)
    do {
      context = ServerContext(
        settings: settings, library: library, lexicon: lexicon,
        workspace: Workspace(
          Workspace.Limits(
            procedures: settings.maxProcedures, bytes: settings.maxStored, age: settings.maxAge)),
        register: try settings.registerPath.map { try RegisterAccess(path: $0, pool: pool) },
        queue: CheckQueue(maxRunning: settings.maxRunning, maxWaiting: settings.maxWaiting),
        checkers: WorkerPool(settings.jobs), pool: pool, metrics: Metrics(), log: log,
        assets: Assets(), budget: UploadBudget(settings.maxStored),
        folder: try FileAccess.makeTemporaryFolder("aktsam"), key: Secrets.random(), clock: clock,
        plainCheckers: CheckerStore(library, lexicon: lexicon))
    } catch {
      throw Failure(description: describe(error))
    }
  }

  private static func library(_ settings: ServerSettings) throws(Failure) -> Library {
    let (library, findings) = LibraryStore.load(
      folder: settings.clauses, withExamples: true, withLexicons: false)
    if let library { return library }
    let first = findings.first { $0.severity == .error }
    throw Failure(description: first?.message ?? "the clause library cannot be read")
  }

  private static func check(_ settings: ServerSettings) throws(Failure) {
    guard (0...65_535).contains(settings.port) else {
      throw Failure(description: "a port is a number from 0 to 65535")
    }
    guard let token = settings.token else {
      if settings.isLoopback { return }
      throw Failure(
        description: "'\(settings.host)' can be reached from other computers: a token is wanted")
    }
    guard token.utf8.count >= 16, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Failure(
        description: "the token wants at least 16 letters and digits, without blanks")
    }
  }

  /// The routes, behind what every request passes through.
  func router() -> Router<ServerRequestContext> {
    let router = Router(
      context: ServerRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog(log: context.log, metrics: context.metrics))
    router.add(middleware: SecurityHeaders())
    router.add(middleware: Visitor(key: context.key))
    router.add(middleware: Problems(server: context))
    router.add(middleware: HostCheck(settings: context.settings))
    router.add(middleware: TokenCheck(token: context.settings.token, key: context.key))
    router.add(middleware: CrossSiteCheck())
    APIRoute.add(to: router, server: context)
    addPages(to: router, server: context)
    let server = context
    router.get("/assets/{name}") { _, context in
      try server.assets.response(context.parameter("name"))
    }
    router.post("/login") { request, context in try await server.login(request, context) }
    return router
  }

  /// Serves until the process is told to stop (SIGTERM, SIGINT). Then no more is taken, what is being
  /// answered is answered, and all files that were handed in are removed.
  ///
  /// - Parameter onRunning: called with the address once the server listens.
  /// - Throws: ``Failure`` when it cannot listen.
  package func run(onRunning: @escaping @Sendable (String) -> Void) async throws {
    let settings = context.settings
    let app = Application(
      router: router(),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [CloseAfterResponse()],
          idleTimeout: .nanoseconds(settings.idleTimeout.components.seconds * 1_000_000_000),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 65_536, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(settings.maxConnections)),
      onServerRunning: { channel in
        onRunning(Self.address(settings, port: channel.localAddress?.port ?? settings.port))
      },
      eventLoopGroupProvider: .singleton, logger: context.quietLog)
    var configuration = ServiceGroupConfiguration(
      services: [app, QueueStop(queue: context.queue, workspace: context.workspace)],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: context.quietLog)
    configuration.maximumGracefulShutdownDuration = settings.stopTimeout
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch let error as IOError {
      await stop()
      throw Failure(
        description: "cannot listen on \(settings.host):\(settings.port): "
          + (error.errnoCode == EADDRINUSE
            ? "the port is in use; name another with --port, or --port 0 for any free one"
            : "\(error)"))
    } catch let error as SocketAddressError {
      await stop()
      throw Failure(description: "there is no address '\(settings.host)': \(error)")
    } catch is CancellationError {
      // The stop took too long, and what was under way was ended.
    } catch {
      await stop()
      throw Failure(description: "\(error)")
    }
    await stop()
  }

  /// Ends what still goes on and removes all files. What the register confirmed is on the disk.
  func stop() async {
    let left = await context.workspace.all.count { !$0.state.isFinal }
    await context.workspace.clear()
    await context.queue.stop()
    await context.checkers.stop()
    await context.pool.stop()
    FileAccess.remove(context.folder)
    context.log.info("stopped", metadata: ["unfinished": "\(left)"])
  }

  /// The address for a browser.
  private static func address(_ settings: ServerSettings, port: Int) -> String {
    var host = settings.host
    if ["0.0.0.0", "::"].contains(host) { host = "localhost" }
    if host.contains(":"), !host.hasPrefix("[") { host = "[\(host)]" }
    return "http://\(host):\(port)/"
  }
}

/// Turns away, as the first thing of a stop, what waits for its turn: the answers that the stop waits for
/// are then those that are being worked on.
private struct QueueStop: Service {
  let queue: CheckQueue
  let workspace: Workspace

  func run() async throws {
    try? await gracefulShutdown()
    queue.refuse()
  }
}

extension ServerContext {
  /// The log without what the web server says of itself, which may name paths.
  var quietLog: Logger {
    var log = log
    log.logLevel = max(log.logLevel, .error)
    return log
  }

  /// Lets a browser in that shows the token.
  func login(_ request: Request, _ context: ServerRequestContext) async throws -> Response {
    let form = try await form(request, context)
    guard let token = settings.token else { return .seeOther("/") }
    guard Secrets.areEqual(form["token"], token) else {
      throw Problem(
        .forbidden, "forbidden", "this is not the token that the server was started with")
    }
    var response = Response.seeOther("/")
    response.setCookie(
      Cookie(
        name: TokenCheck.cookie, value: TokenCheck.cookieValue(token: token, key: key), path: "/",
        httpOnly: true, sameSite: .strict))
    return response
  }
}
