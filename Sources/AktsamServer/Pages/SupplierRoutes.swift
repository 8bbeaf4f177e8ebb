internal import Aktsam
internal import AktsamReading
internal import AktsamRegister
internal import AktsamReports
internal import Hummingbird

/// A supplier's page, decisions on it, its gap list and the downloads of that.
func addSupplierPages(to router: Router<ServerRequestContext>, _ server: ServerContext) {
  router.get("/procedures/:id/suppliers/:n") { request, context in
    let supplier = try await SupplierView.find(server, context)
    let draft = SupplierPage.Draft(requirement: request.query("decide") ?? "")
    let notice = request.query("saved") == nil ? "" : context.language.word(.overrideSaved)
    return try await SupplierRoutes.page(
      supplier, draft, notice: notice, request, context, server)
  }
  router.post("/procedures/:id/suppliers/:n/override") { request, context in
    try await SupplierRoutes.decide(request, context, server)
  }
  router.get("/procedures/:id/suppliers/:n/gaps") { request, context in
    let supplier = try await SupplierView.find(server, context)
    var page = try await SupplierRoutes.gaps(supplier, server)
    page.saved = request.query("saved") ?? ""
    return server.render("gaps", page.frame, page.values, request, context)
  }
  router.post("/procedures/:id/suppliers/:n/gaps") { request, context in
    try await SupplierRoutes.save(request, context, server)
  }
  router.get("/procedures/:id/suppliers/:n/gaps.{suffix}") { request, context in
    let suffix = context.parameter("suffix")
    // Two forms may end alike: `poam.json` is OSCAL, `json` our own.
    guard let form = GapFormat.allCases.first(where: { $0.suffix == suffix }) else {
      throw Problem.notFound("there is no such form of a gap list")
    }
    let supplier = try await SupplierView.find(server, context)
    let isMasked = request.query("masked") == "1"
    let bytes = try await server.blocking {
      try GapList(supplier.subject, header: supplier.header, redacted: isMasked)
        .bytes(form, digest: { sha256Bytes($0) })
    }
    return Response.download(
      bytes, type: form.mediaType, name: "gaps-\(supplier.fileName).\(form.suffix)")
  }
}

private enum SupplierRoutes {
  // MARK: - Decisions

  /// The page of a supplier.
  static func page(
    _ supplier: SupplierView, _ draft: SupplierPage.Draft, notice: String = "",
    problem: String = "", status: HTTPResponse.Status = .ok, _ request: Request,
    _ context: ServerRequestContext, _ server: ServerContext
  ) async throws -> Response {
    let page = SupplierPage(supplier, draft: draft, hasRegister: server.register != nil)
    var frame = page.frame
    frame.notice = notice
    frame.problem = problem
    let values = try await server.blocking { page.values }
    return server.render("supplier", frame, values, request, context, status: status)
  }

  /// Saves what a person decided against what was read.
  static func decide(
    _ request: Request, _ context: ServerRequestContext, _ server: ServerContext
  ) async throws -> Response {
    let form = try await server.form(request, context)
    let supplier = try await SupplierView.find(server, context)
    guard let register = server.register else { throw Problem.noRegister }
    let draft = SupplierPage.Draft(
      requirement: form["requirement"], outcome: form["outcome"], reason: form["reason"],
      by: form["by"])
    let language = context.language
    let assessment = supplier.read.assessments.first { $0.requirement == draft.requirement }
    guard let assessment, let outcome = RegisterOutcome(rawValue: draft.outcome),
      outcome != .unread, !draft.reason.allSatisfy(\.isWhitespace),
      !draft.by.allSatisfy(\.isWhitespace)
    else {
      return try await page(
        supplier, draft, problem: language.word(.overrideIncomplete),
        status: .unprocessableContent, request, context, server)
    }
    guard assessment.isDemanded else {
      return try await page(
        supplier, draft, problem: language.word(.overrideNotDemanded),
        status: .unprocessableContent, request, context, server)
    }
    do {
      let gap = try await entered(draft.requirement, supplier, register)
      let date = server.today
      try await register.with { (register) throws(RegisterError) in
        _ = try register.override(
          gap, outcome: outcome, reason: draft.reason, by: draft.by, on: date)
      }
    } catch let error as RegisterError {
      return try await page(
        supplier, draft, problem: language.word(.errorRegister, ["reason": "\(error)"]),
        status: .conflict, request, context, server)
    }
    let anchor = "decision-\(URLText.encoded(draft.requirement))"
    return .seeOther("\(supplier.address)?saved=1#\(anchor)")
  }

  /// Enters what was read, and returns the id of the gap that a requirement makes.
  private static func entered(
    _ requirement: String, _ supplier: SupplierView, _ register: RegisterAccess
  ) async throws -> String {
    try await register.enter(
      supplier.read, header: supplier.header, on: supplier.procedure.stored.createdOn)
    guard
      let id = try await register.gapID(
        requirement, of: supplier.read, header: supplier.header)
    else { throw RegisterError.unknown(name: requirement) }
    return id
  }

  // MARK: - Gaps

  /// The gap list of a supplier.
  static func gaps(_ supplier: SupplierView, _ server: ServerContext) async throws -> GapsPage {
    var gaps: [RegisterGap] = []
    var history: [RegisterEvent] = []
    if let register = server.register {
      gaps = try await register.gaps(of: supplier.read, header: supplier.header)
      if let slug = gaps.first?.supplier {
        history = try await register.with { (register) throws(RegisterError) in
          try register.history(of: slug)
        }
      }
    }
    return GapsPage(
      supplier, gaps: gaps, history: history, hasRegister: server.register != nil)
  }

  /// Saves what was agreed on one gap.
  static func save(
    _ request: Request, _ context: ServerRequestContext, _ server: ServerContext
  ) async throws -> Response {
    let form = try await server.form(request, context)
    let supplier = try await SupplierView.find(server, context)
    guard let register = server.register else { throw Problem.noRegister }
    let edit = GapEdit(form)
    guard
      let assessment = supplier.subject.assessments.first(where: {
        $0.requirement == edit.requirement
      })
    else { throw Problem.notFound("there is no such requirement") }
    let language = context.language
    guard assessment.isDemanded else {
      throw Problem.invalid("the buyer's documents do not demand this requirement")
    }
    var refusal: (reason: String, status: HTTPResponse.Status)
    do {
      let known = try await register.gaps(of: supplier.read, header: supplier.header)
      let entries = try edit.entries(
        on: known.first { $0.requirement == edit.requirement }
      ) { language.word(.replacedAction, ["action": $0]) }
      let gap = try await entered(edit.requirement, supplier, register)
      let date = server.today
      try await register.with { (register) throws(RegisterError) in
        try GapEdit.enter(entries, on: gap, by: edit.by, date: date, in: register)
      }
      let id = URLText.encoded(edit.requirement)
      return .seeOther("\(supplier.address)/gaps?saved=\(id)#gap-\(id)")
    } catch let fault as GapEdit.Fault {
      refusal = (language.word(fault.word), .unprocessableContent)
    } catch let error as RegisterError {
      refusal = (language.word(.errorRegister, ["reason": "\(error)"]), .conflict)
    }
    var page = try await gaps(supplier, server)
    page.refused = (edit, refusal.reason)
    return server.render(
      "gaps", page.frame, page.values, request, context, status: refusal.status)
  }
}
