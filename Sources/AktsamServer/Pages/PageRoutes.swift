internal import Aktsam
internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports
internal import AktsamText
internal import Hummingbird

/// Adds the pages for people.
func addPages(to router: Router<ServerRequestContext>, server: ServerContext) {
  addStartPages(to: router, server)
  addProcedurePages(to: router, server)
  addSupplierPages(to: router, server)
  addComparePages(to: router, server)
  addLibraryPages(to: router, server)
}

/// The first page, the language, and what the server says of itself.
private func addStartPages(to router: Router<ServerRequestContext>, _ server: ServerContext) {
  router.get("/") { request, context in
    let page = await StartPage(server, context.language, profile: request.query("profile"))
    var frame = page.frame
    if request.query("deleted") != nil { frame.notice = context.language.word(.deleted) }
    return server.render("start", frame, page.values, request, context)
  }
  router.post("/language") { request, context in
    let form = try await server.form(request, context)
    var response = Response.seeOther(URLText.local(form["back"]))
    guard let language = PageLanguage(rawValue: form["lang"]) else {
      throw Problem.invalid("there are pages in en, sv and nb")
    }
    response.setCookie(context.languageCookie(language))
    return response
  }
  router.get("/about") { request, context in
    let page = AboutPage(server: server, language: context.language)
    return server.render("about", page.frame, page.values, request, context)
  }
  router.get("/login") { request, context in
    let frame = PageFrame(context.language.word(.loginTitle))
    return server.render("login", frame, [:], request, context)
  }
}

/// The clause library, the rules, and a sentence that is read at once.
private func addLibraryPages(to router: Router<ServerRequestContext>, _ server: ServerContext) {
  router.get("/clauses") { request, context in
    let page = ClausesPage(
      server.library, context.language, query: request.query("q") ?? "",
      profile: request.query("profile") ?? "")
    return server.render("clauses", page.frame, page.values, request, context)
  }
  router.get("/clauses/:id") { request, context in
    guard let requirement = server.library.requirement(context.parameter("id")) else {
      throw Problem.notFound("there is no such requirement")
    }
    let page = ClausePage(
      requirement: requirement, library: server.library, language: context.language)
    return server.render("clause", page.frame, page.values, request, context)
  }
  router.get("/rules") { request, context in
    let page = RulesPage(language: context.language)
    return server.render("rules", page.frame, page.values, request, context)
  }
  router.get("/rules/:id") { request, context in
    let id = context.parameter("id")
    guard let rule = RulesPage.all.first(where: { $0.id == id || $0.name == id }) else {
      throw Problem.notFound("there is no such rule")
    }
    let page = RulePage(rule: rule, language: context.language)
    return server.render("rule", page.frame, page.values, request, context)
  }
  router.get("/sentence") { request, context in
    let page = SentencePage(server, context.language)
    return server.render("sentence", page.frame, page.values, request, context)
  }
  router.post("/sentence") { request, context in
    try await SentencePage.answer(request, context, server)
  }
}

extension SentencePage {
  /// Reads the text of a form.
  fileprivate static func answer(
    _ request: Request, _ context: ServerRequestContext, _ server: ServerContext
  ) async throws -> Response {
    let form = try await server.form(request, context)
    let language = context.language
    var page = SentencePage(server, language)
    page.text = form["text"]
    page.role = DocumentRole(rawValue: form["role"]) ?? .tender
    page.profile = server.profile(form["profile"])?.id ?? page.profile
    var frame = page.frame
    if page.text.allSatisfy(\.isWhitespace) {
      frame.problem = language.word(.sentenceMissing)
    } else if page.text.count > limit {
      frame.problem = language.word(.sentenceTooLong, ["limit": "\(limit)"])
    } else {
      var options = ProcedureOptions(profile: page.profile, language: language)
      options.role = page.role
      let read = try await server.read(Array(page.text.utf8), options: options)
      page.passages = read.input.reading?.passageReadings ?? []
      page.readings = read.subject.assessments.filter {
        [.met, .weak, .contradicted].contains($0.outcome)
      }
      return server.render("sentence", frame, page.values, request, context)
    }
    return server.render(
      "sentence", frame, page.values, request, context, status: .unprocessableContent)
  }
}
