internal import Aktsam
internal import AktsamReports
internal import Hummingbird
internal import Logging

/// What stands around a page: its title, where it is in the menu and on the way from files to gap list,
/// and what happened before it was shown.
struct PageFrame: Sendable {
  /// An entry of the menu.
  enum Section: String, Sendable, Hashable, CaseIterable {
    case start, compare, clauses, sentence, rules, about

    var word: PageWord {
      switch self {
      case .start: .navStart
      case .compare: .navCompare
      case .clauses: .navClauses
      case .sentence: .navSentence
      case .rules: .navRules
      case .about: .navAbout
      }
    }

    var address: String { self == .start ? "/" : "/\(rawValue)" }
  }

  /// The title.
  var title: String
  /// The entry of the menu that the page belongs to; nil = none.
  var section: Section?
  /// The way from files to gap list; nil = the page is not on it.
  var trail: PageTrail?
  /// What was done; empty = nothing.
  var notice = ""
  /// What could not be done; empty = nothing.
  var problem = ""
  /// After how many seconds the page is asked for again; 0 = never.
  var refresh = 0
  /// The address that shows this page again; nil = the one that was asked for.
  var address: String?

  /// Creates a frame.
  init(_ title: String, _ section: Section? = nil) {
    self.title = title
    self.section = section
  }
}

extension ServerContext {
  /// The templates inside the binary; a test keeps them from being wrong.
  private static let pageTemplates = try? PageTemplates()

  /// Returns a page.
  ///
  /// - Parameters:
  ///   - template: the name of the template.
  ///   - frame: what stands around it.
  ///   - values: what the template shows.
  ///   - request: the request; nil = what it asked for is not known.
  ///   - context: the language, and the token that forms need.
  ///   - status: the status.
  /// - Returns: the page.
  func render(
    _ template: String, _ frame: PageFrame, _ values: [String: PageValue], _ request: Request?,
    _ context: ServerRequestContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let address = frame.address ?? (request?.method == .get ? request?.uri.string : nil) ?? "/"
    let value = PageValue.group(frame.values(address, self, context)).with(values)
    guard let text = Self.pageTemplates?.render(value, template) else {
      log.error("a template is missing", metadata: ["template": "\(template)"])
      return .bytes(
        Array("the page '\(template)' is missing\n".utf8), type: "text/plain; charset=utf-8",
        status: .internalServerError)
    }
    return .bytes(Array(text.utf8), type: "text/html; charset=utf-8", status: status)
  }
}

extension PageFrame {
  /// The values of the layout.
  fileprivate func values(
    _ address: String, _ server: ServerContext, _ context: ServerRequestContext
  ) -> [String: PageValue] {
    let language = context.language
    let registerName = server.register?.path.split(separator: "/").last.map(String.init) ?? ""
    return [
      "t": .words(language), "lang": .text(language.rawValue), "title": .text(title),
      "csrf": .text(context.formToken), "path": .text(address), "version": .text(toolVersion),
      "refresh": .text(refresh > 0 ? "\(refresh)" : ""), "notice": .text(notice),
      "problem": .text(problem), "hasRegister": .flag(server.register != nil),
      "registerName": .text(registerName), "caveat": .text(language.vocabulary.caveat),
      "assets": [
        "base": .text(server.assets.path("base.css")),
        "style": .text(server.assets.path("style.css")),
        "reveal": .text(server.assets.path("reveal.js")),
        "script": .text(server.assets.path("app.js")),
      ],
      "navigation": .list(Section.allCases) { entry in
        [
          "key": .text(entry.rawValue), "href": .text(entry.address),
          "isCurrent": .flag(entry == section), "text": .text(language.word(entry.word)),
        ]
      },
      "languages": .list(PageLanguage.allCases) { other in
        [
          "code": .text(other.rawValue), "name": .text(other.name),
          "pressed": .text(other == language ? "true" : "false"),
        ]
      },
      "hasTrail": .flag(trail != nil), "trail": trail?.value(language) ?? [],
    ]
  }
}
