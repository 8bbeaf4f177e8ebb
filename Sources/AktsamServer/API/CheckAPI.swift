internal import Aktsam
internal import AktsamRegister
internal import AktsamReports
internal import HTTPTypes
internal import Hummingbird

extension APIRoute {
  /// Checks files and answers with the report.
  static let check: [APIRoute] = [
    APIRoute(
      .post, "/api/v1/check", query: Request.readingNames.union(["format", "decisions"])
    ) { request, _, server in
      let options = try request.options(server)
      let form =
        try request.choice("format", ReportForm.allCases.map { ($0.rawValue, $0) }) ?? .json
      let isDecided = try request.flag("decisions")
      if isDecided, server.register == nil { throw Problem.noRegister }
      let upload = try await server.receiveFiles(request)
      let checking = try await Checking(server, upload, options)
      if form == .jsonl { return checking.stream(isDecided: isDecided) }
      let read = try await checking.report(withDocuments: form == .html)
      let report = isDecided ? try await server.known(read.report) : read.report
      let bytes = try await server.blocking { form.bytes(report, documents: read.documents) }
      return .bytes(bytes, type: form.mediaType).complete(read.isComplete)
    }
  ]
}

extension Response {
  /// Says in the head of an answer whether every file could be read to its end.
  func complete(_ isComplete: Bool) -> Response {
    var response = self
    if let name = HTTPField.Name("Aktsam-Complete") {
      response.headers[name] = isComplete ? "true" : "false"
    }
    return response
  }
}

/// A check that was asked for by a program: it has its turn, and ends with the answer.
struct Checking: Sendable {
  private let server: ServerContext
  private let place: QueuePlace
  private let upload: Upload
  /// What was prepared.
  let setup: CheckSetup

  /// Waits for the turn and looks through the files.
  ///
  /// - Throws: ``Problem`` when too many wait, or there is nothing to read.
  init(_ server: ServerContext, _ upload: Upload, _ options: ProcedureOptions) async throws {
    self.server = server
    self.upload = upload
    let profile = try server.checked(options)
    place = try await server.queue.enter()
    setup = try await server.prepare(upload, profile, options)
    guard !setup.plan.subjects.isEmpty else { throw Problem.invalid("there is no file to read") }
  }

  /// Reads everything.
  ///
  /// - Parameter withDocuments: whether the documents are kept, to be shown.
  /// - Returns: the report, and whether every file could be read to its end.
  /// - Throws: `CancellationError` when the server stops before the end.
  func report(
    withDocuments: Bool
  ) async throws -> (report: Report, documents: [[ReportDocument]], isComplete: Bool) {
    defer { place.leave() }
    let subjects = SharedValue<[Report.Subject]>([])
    let documents = SharedValue<[[ReportDocument]]>([])
    let isComplete = await server.run(setup) { checked in
      (checked.subject, withDocuments ? checked.shownDocuments : [])
    } emit: { subject, shown in
      subjects.withLock { $0.append(subject) }
      documents.withLock { $0.append(shown) }
    }
    server.metrics.countCheck(isDone: !Task.isCancelled)
    if Task.isCancelled { throw Problem.busy("the server is stopping") }
    return (
      Report(header: setup.header, subjects: subjects.withLock { $0 }),
      documents.withLock { $0 }, isComplete
    )
  }

  /// Answers with a line a subject, each as soon as it is read.
  ///
  /// - Parameter isDecided: whether decisions in the register go before what is read.
  /// - Returns: the answer; reading begins when it is sent.
  func stream(isDecided: Bool) -> Response {
    Response(
      status: .ok, headers: [.contentType: ReportForm.jsonl.mediaType],
      body: ResponseBody { writer in
        let (lines, continuation) = AsyncStream.makeStream(of: Report.Subject.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            _ = await server.run(setup) {
              $0.subject
            } emit: {
              continuation.yield($0)
            }
            continuation.finish()
            // Who reads the answer slowly keeps nobody else waiting.
            place.leave()
          }
          for await subject in lines {
            var subject = subject
            if isDecided, let register = server.register {
              let (read, header) = (subject, setup.header)
              subject = try await register.with { (register) throws(RegisterError) in
                try read.with(register, header)
              }
            }
            let line = JSONWriter.line(for: subject, header: setup.header)
            try await writer.write(ByteBuffer(bytes: line))
          }
          try await group.waitForAll()
        }
        server.metrics.countCheck(isDone: true)
        try await writer.finish(nil)
      })
  }
}
