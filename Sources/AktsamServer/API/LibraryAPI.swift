internal import AktsamClauses
internal import AktsamReports
internal import Hummingbird

extension APIRoute {
  /// Looks up requirements and profiles.
  static let library: [APIRoute] = [
    APIRoute(.get, "/api/v1/clauses", query: ["profile", "lang"]) { request, _, server in
      let profile = try request.query("profile").map { (id) throws(Problem) -> Profile in
        guard let profile = server.profile(id) else {
          throw .notFound("there is no such profile; /api/v1/profiles lists them")
        }
        return profile
      }
      let language = try request.language()
      return .bytes(
        ListingWriter.requirements(
          server.library, profile: profile, language: language.rawValue, json: true),
        type: "application/json")
    },
    APIRoute(.get, "/api/v1/clauses/{id}", query: ["lang"]) { request, context, server in
      let language = try request.language()
      guard let requirement = server.library.requirement(context.parameter("id")) else {
        throw Problem.notFound("there is no such requirement; /api/v1/clauses lists them")
      }
      return .bytes(
        ListingWriter.requirement(
          requirement, in: server.library, language: language.rawValue, json: true),
        type: "application/json")
    },
    APIRoute(.get, "/api/v1/profiles", query: ["lang"]) { request, _, server in
      let language = try request.language()
      return .bytes(
        ListingWriter.profiles(server.library, language: language.rawValue, json: true),
        type: "application/json")
    },
    APIRoute(.get, "/api/v1/profiles/{id}", query: ["lang"]) { request, context, server in
      let language = try request.language()
      guard let profile = server.profile(context.parameter("id")) else {
        throw Problem.notFound("there is no such profile; /api/v1/profiles lists them")
      }
      return .json(profile.json(language.rawValue))
    },
  ]
}

extension Request {
  /// The language that the query asks for; English when it does not.
  fileprivate func language() throws(Problem) -> PageLanguage {
    try choice("lang", PageLanguage.allCases.map { ($0.rawValue, $0) }) ?? .en
  }
}

extension Profile {
  fileprivate func json(_ language: String) -> JSONValue {
    .object([
      ("id", .string(id)), ("version", .string(version)), ("title", .string(title[language])),
      ("description", .string(description[language])),
      (
        "requirements",
        .array(
          entries.map { entry in
            .object([
              ("id", .string(entry.requirement)), ("number", .string(entry.number)),
              ("level", .string(entry.level.rawValue)),
            ])
          })
      ),
    ])
  }
}
