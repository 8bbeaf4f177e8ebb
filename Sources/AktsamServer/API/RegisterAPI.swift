internal import Aktsam
internal import AktsamRegister
internal import AktsamReports
internal import Hummingbird

extension APIRoute {
  /// Asks the register, and enters rounds.
  static let register: [APIRoute] = [
    APIRoute(
      .get, "/api/v1/register/gaps",
      query: ["supplier", "procedure", "owner", "state", "all", "overridden"]
    ) { request, _, server in
      let register = try server.openRegister()
      var filter = try request.flag("all") ? RegisterFilter() : .notClosed
      let known = RegisterGap.State.allCases
      for text in request.queries("state") {
        guard let state = RegisterGap.State(rawValue: text) else {
          throw Problem.invalid(
            "state wants one of \(known.map(\.rawValue).joined(separator: ", "))")
        }
        if filter.states == RegisterFilter.notClosed.states { filter.states = [] }
        filter.states.insert(state)
      }
      filter.supplier = request.query("supplier")
      filter.procedure = request.query("procedure")
      filter.owner = request.query("owner")
      filter.isOverridden = try request.flag("overridden")
      let wanted = filter
      let gaps = try await register.with { (register) throws(RegisterError) in
        try register.list(wanted)
      }
      return .bytes(RegisterText.gaps(gaps, json: true), type: "application/json")
    },
    APIRoute(.get, "/api/v1/register/gaps/{id}") { _, context, server in
      try await server.gapRecord(context.parameter("id"))
    },
    APIRoute(.get, "/api/v1/register/suppliers") { _, _, server in
      let suppliers = try await server.openRegister().with { (register) throws(RegisterError) in
        try register.suppliers()
      }
      return .json(
        .array(
          suppliers.map {
            .object([
              ("slug", .string($0.slug)), ("name", .string($0.name)),
              ("identifier", .string($0.identifier)),
            ])
          }))
    },
    APIRoute(.get, "/api/v1/register/history", query: ["name"]) { request, _, server in
      let name = request.query("name")
      let events = try await server.openRegister().with { (register) throws(RegisterError) in
        try register.history(of: name)
      }
      return .bytes(RegisterText.events(events, json: true), type: "application/json")
    },
    APIRoute(
      .post, "/api/v1/register/rounds", query: Request.readingNames.union(["on"])
    ) { request, _, server in
      let register = try server.openRegister()
      let options = try request.options(server)
      let date = try request.day("on") ?? server.today
      let upload = try await server.receiveFiles(request)
      let read = try await server.report(of: upload, options)
      var entered: [JSONValue] = []
      for subject in read.report.subjects {
        let round = RegisterRound(subject, header: read.report.header, date: date)
        entered.append(try await register.enter(round))
      }
      return Response.json(.object([("rounds", .array(entered))])).complete(read.isComplete)
    },
  ]
}

extension ServerContext {
  /// The register.
  ///
  /// - Throws: ``Problem`` when the server was started without one.
  func openRegister() throws(Problem) -> RegisterAccess {
    guard let register else { throw .noRegister }
    return register
  }

  /// Answers with all that is known about a gap.
  func gapRecord(_ id: String) async throws -> Response {
    let record = try await openRegister().with {
      (register) throws(RegisterError) -> RegisterRecord in
      let record = try register.show(id)
      guard case .gap = record else { throw .unknown(name: id) }
      return record
    }
    return .bytes(RegisterText.record(record, json: true), type: "application/json")
  }
}

extension RegisterAccess {
  /// Enters a round; the same one twice adds nothing.
  ///
  /// - Returns: what came of it.
  fileprivate func enter(_ round: RegisterRound) async throws -> JSONValue {
    try await with { (register) throws(RegisterError) in
      do throws(RegisterError) {
        let added = try register.add(round)
        return .object([
          ("supplier", .string(added.supplier)), ("round", .int(added.id)),
          ("number", .int(added.number)), ("added", .bool(true)),
          ("opened", .array(added.opened.map { .string($0) })),
        ])
      } catch {
        guard case .alreadyAdded(let id) = error else { throw error }
        return .object([
          ("supplier", .string(round.supplier)), ("round", .int(id)), ("added", .bool(false)),
        ])
      }
    }
  }
}
