internal import Aktsam
internal import AktsamReports
internal import Hummingbird

/// The comparison of two rounds.
func addComparePages(to router: Router<ServerRequestContext>, _ server: ServerContext) {
  router.get("/compare") { request, context in
    var page = await ComparePage(server, context.language)
    page.earlier = request.query("earlier") ?? ""
    page.later = request.query("later") ?? ""
    page.form = request.query("format").flatMap(ComparisonFormat.init(rawValue:))
    guard !page.earlier.isEmpty, !page.later.isEmpty else {
      return server.render("compare", page.frame, page.values, request, context)
    }
    return try await CompareRoutes.answer(
      page, try await server.savedReport(page.earlier), try await server.savedReport(page.later),
      request, context, server)
  }
  router.post("/compare") { request, context in
    let upload = try await server.receive(request, context)
    return try await CompareRoutes.compare(upload, request, context, server)
  }
}

private enum CompareRoutes {
  /// Why nothing is compared, in the words of the page.
  private struct Refusal: Error {
    var reason: String
  }

  /// Compares what a form names: procedures of the list, or saved reports that came with it.
  static func compare(
    _ upload: Upload, _ request: Request, _ context: ServerRequestContext, _ server: ServerContext
  ) async throws -> Response {
    var page = await ComparePage(server, context.language)
    page.earlier = upload.fields["earlier"] ?? ""
    page.later = upload.fields["later"] ?? ""
    page.form = upload.fields["format"].flatMap(ComparisonFormat.init(rawValue:))
    do {
      let earlier = try await report("earlier", upload, context.language, server)
      let later = try await report("later", upload, context.language, server)
      // A file goes before a choice of the list.
      if upload.files.contains(where: { $0.field == "earlierFile" }) { page.earlier = "" }
      if upload.files.contains(where: { $0.field == "laterFile" }) { page.later = "" }
      return try await answer(page, earlier, later, request, context, server)
    } catch let refusal as Refusal {
      var frame = page.frame
      frame.problem = refusal.reason
      return server.render(
        "compare", frame, page.values, request, context, status: .unprocessableContent)
    }
  }

  /// One side of the comparison.
  private static func report(
    _ side: String, _ upload: Upload, _ language: PageLanguage, _ server: ServerContext
  ) async throws -> SavedReport {
    if let file = upload.files.first(where: { $0.field == "\(side)File" }) {
      let saved = try await server.blocking {
        upload.bytes(of: file.path).flatMap { try? ReportJSON.read($0) }
      }
      if let saved { return saved }
      throw Refusal(reason: language.word(.compareBad, ["name": file.path]))
    }
    let id = upload.fields[side] ?? ""
    guard !id.isEmpty else { throw Refusal(reason: language.word(.compareMissing)) }
    do {
      return try await server.savedReport(id)
    } catch is Problem {
      throw Refusal(reason: language.word(.compareGone))
    }
  }

  /// The comparison on its page, or as a file.
  static func answer(
    _ page: ComparePage, _ earlier: SavedReport, _ later: SavedReport, _ request: Request,
    _ context: ServerRequestContext, _ server: ServerContext
  ) async throws -> Response {
    var page = page
    let comparison = try await server.comparison(earlier, later, context.language)
    if let form = page.form {
      let bytes = try await server.blocking { try comparison.bytes(form) }
      return .download(bytes, type: form.mediaType, name: "comparison.\(form.suffix)")
    }
    page.comparison = comparison
    let shown = page
    let values = try await server.blocking { shown.values }
    return server.render("compare", page.frame, values, request, context)
  }
}
