internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports

/// What is stored where, the limits, and what the outcomes mean.
struct AboutPage: Sendable {
  let server: ServerContext
  let language: PageLanguage

  var frame: PageFrame { PageFrame(language.word(.aboutTitle), .about) }

  var values: [String: PageValue] {
    let vocabulary = language.vocabulary
    let settings = server.settings
    return [
      "limits": .list([
        language.word(.limitTotal, ["limit": language.size(settings.maxUpload)]),
        language.word(.limitFile, ["limit": language.size(settings.maxFile)]),
        language.word(.limitFiles, ["count": "\(settings.maxParts)"]),
        language.word(.limitTime, ["count": "\(settings.timeout.components.seconds)"]),
      ]) { .text($0) },
      "legend": .list(ReportVocabulary.outcomes) {
        [
          "id": .text($0.rawValue), "sign": .text(vocabulary.sign($0)),
          "name": .text(vocabulary.outcome($0)), "meaning": .text(language.word(Self.meaning($0))),
        ]
      },
      "libraryVersion": .text(server.library.version),
      "libraryHash": .text(server.library.sha256),
    ]
  }

  private static func meaning(_ outcome: Outcome) -> PageWord {
    switch outcome {
    case .met: .meaningMet
    case .weak: .meaningWeak
    case .contradicted: .meaningContradicted
    case .missing: .meaningMissing
    case .notApplicable: .meaningNotApplicable
    case .unread: .meaningUnread
    }
  }
}
