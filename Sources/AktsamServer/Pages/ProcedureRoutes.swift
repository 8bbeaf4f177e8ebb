internal import Aktsam
internal import AktsamClauses
internal import AktsamReports
internal import Hummingbird

/// Taking files in, the procedure's page, its downloads, and deleting it.
func addProcedurePages(to router: Router<ServerRequestContext>, _ server: ServerContext) {
  router.post("/procedures") { request, context in
    try await ProcedureRoutes.begin(request, context, server)
  }
  router.get("/procedures/:id") { request, context in
    let (stored, view) = try await ProcedureView.find(server, context)
    guard let view else {
      let page = ProgressPage(procedure: stored, language: context.language)
      return server.render(page.template, page.frame, page.values, request, context)
    }
    let page = ProcedurePage(view, filter: MatrixFilter(request))
    let values = try await server.blocking { page.values }
    return server.render("procedure", page.frame, values, request, context)
  }
  router.post("/procedures/:id/delete") { request, context in
    _ = try await server.form(request, context)
    let id = context.parameter("id")
    guard await server.workspace.procedure(id) != nil else {
      throw Problem.notFound("there is no such procedure")
    }
    await server.workspace.remove(id)
    return Response.seeOther("/?deleted=1")
  }
  router.get("/procedures/:id/report.{suffix}") { request, context in
    guard let form = ReportForm(suffix: context.parameter("suffix")),
      let view = try await ProcedureView.find(server, context).view
    else { throw Problem.notFound("there is no such report, or it is not read yet") }
    let bytes = try await server.blocking {
      form.bytes(view.report, documents: view.stored.documents)
    }
    return Response.download(bytes, type: form.mediaType, name: "report.\(form.suffix)")
  }
}

private enum ProcedureRoutes {
  /// Takes files in and leads to their page.
  static func begin(
    _ request: Request, _ context: ServerRequestContext, _ server: ServerContext
  ) async throws -> Response {
    let upload = try await server.receive(request, context)
    let language = context.language
    let profile = upload.fields["profile"] ?? ""
    guard !upload.files.isEmpty else {
      let page = await StartPage(server, language, profile: profile)
      var frame = page.frame
      frame.problem = language.word(.uploadNone)
      return server.render(
        "start", frame, page.values, request, context, status: .unprocessableContent)
    }
    let known = server.profile(profile)?.id ?? server.defaultProfile
    var options = ProcedureOptions(
      profile: known,
      language: upload.fields["lang"].flatMap(PageLanguage.init(rawValue:)) ?? language)
    switch upload.fields["grouping"] {
    case "each": options.grouping = .each
    case "together": options.grouping = .together
    default: options.grouping = .folders
    }
    return .seeOther("/procedures/\(try await server.begin(upload, options: options).id)")
  }
}
