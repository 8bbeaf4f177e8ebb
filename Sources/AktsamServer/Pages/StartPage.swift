internal import Aktsam
internal import AktsamClauses
internal import AktsamReports
internal import Hummingbird

/// The first page: files, terms, and what was read before.
struct StartPage: Sendable {
  /// A procedure of the list.
  struct Entry: Sendable, Hashable {
    var id: String
    var name: String
    var profile: String
    var suppliers: String
    var state: String
  }

  let server: ServerContext
  let language: PageLanguage
  /// The newest first.
  let procedures: [Entry]
  /// The profile that is chosen.
  let profile: String

  /// Collects what the page shows.
  init(_ server: ServerContext, _ language: PageLanguage, profile: String? = nil) async {
    self.server = server
    self.language = language
    self.profile = profile.flatMap { server.profile($0)?.id } ?? server.defaultProfile
    procedures = await server.workspace.all.sorted { $0.createdAt > $1.createdAt }.map {
      Entry(
        id: $0.id, name: $0.title,
        profile: server.profile($0.options.profile)?.title[language.rawValue] ?? "",
        suppliers: $0.report.map { String($0.subjects.count) } ?? "",
        state: ProgressPage.word(for: $0.state, language))
    }
  }

  var frame: PageFrame {
    var frame = PageFrame(language.word(.navStart), .start)
    frame.trail = PageTrail(step: .files)
    return frame
  }

  var values: [String: PageValue] {
    let limit = language.size(server.settings.maxUpload)
    return [
      "filesHelp": .text(language.word(.filesHelp, ["limit": limit])),
      "tooLarge": .text(language.word(.uploadTooLarge, ["limit": limit])),
      "limitBytes": .number(server.settings.maxUpload),
      "groupings": .list([
        ("folders", PageWord.groupingFolders), ("each", .groupingEach),
        ("together", .groupingTogether),
      ]) { id, word in
        [
          "id": .text(id), "name": .text(language.word(word)), "isChosen": .flag(id == "folders"),
        ]
      },
      "profiles": Self.profiles(server.library.profiles, chosen: profile, language),
      "hasProcedures": .flag(!procedures.isEmpty),
      "procedures": .list(procedures) {
        [
          "href": "/procedures/\($0.id)", "name": .text($0.name), "profile": .text($0.profile),
          "suppliers": .text($0.suppliers), "state": .text($0.state),
        ]
      },
    ]
  }

  /// Profiles to choose from.
  static func profiles(
    _ profiles: [Profile], chosen: String, _ language: PageLanguage
  ) -> PageValue {
    .list(profiles) {
      [
        "id": .text($0.id), "title": .text($0.title[language.rawValue]),
        "description": .text($0.description[language.rawValue]),
        "isChosen": .flag($0.id == chosen),
      ]
    }
  }
}
