internal import Aktsam
internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports
internal import AktsamText

/// A text that is read at once: what each passage says, and what that means for the requirements.
struct SentencePage: Sendable {
  /// The most characters that are read here.
  static let limit = 20_000

  let server: ServerContext
  let language: PageLanguage
  var text = ""
  var role = DocumentRole.tender
  var profile: String
  /// What each passage says; nil = nothing was read.
  var passages: [PassageReading]?
  /// What the text says about requirements; the others are left out.
  var readings: [Assessment] = []

  init(_ server: ServerContext, _ language: PageLanguage) {
    self.server = server
    self.language = language
    profile = server.defaultProfile
  }

  private var vocabulary: ReportVocabulary { language.vocabulary }

  var frame: PageFrame {
    var frame = PageFrame(language.word(.sentenceTitle), .sentence)
    frame.address = "/sentence"
    return frame
  }

  var values: [String: PageValue] {
    [
      "text": .text(text), "limit": .number(Self.limit),
      "roles": .list([DocumentRole.tender, .response, .contract, .questionnaire, .notice]) {
        [
          "id": .text($0.rawValue), "name": .text(vocabulary.role($0)),
          "isChosen": .flag($0 == role),
        ]
      },
      "profiles": StartPage.profiles(server.library.profiles, chosen: profile, language),
      "hasResult": .flag(passages != nil), "hasPassages": .flag(!(passages ?? []).isEmpty),
      "passages": .list(passages ?? []) { value($0) },
      "hasReadings": .flag(!readings.isEmpty), "readings": .list(readings) { value($0) },
    ]
  }

  private func value(_ passage: PassageReading) -> PageValue {
    ["text": .text(passage.text), "facts": .list(facts(passage))]
  }

  private func value(_ assessment: Assessment) -> PageValue {
    let outcome = assessment.outcome
    let title = server.library.requirement(assessment.requirement)?.title[language.rawValue]
    let codes = assessment.weaknesses.map(\.code)
    return [
      "id": .text(assessment.requirement), "title": .text(title ?? assessment.requirement),
      "outcome": .text(outcome.rawValue), "isUnsure": .flag(assessment.certainty == .check),
      "outcomeText": .text("\(vocabulary.sign(outcome)) \(vocabulary.outcome(outcome))"),
      "hasWeaknesses": .flag(!codes.isEmpty),
      "weaknesses": .list(codes) { code in
        let words = vocabulary.weakness(code)
        let reason = words.reason.prefix(1).uppercased() + words.reason.dropFirst()
        return ["reason": .text(reason + "."), "mend": .text(words.mend)]
      },
    ]
  }

  private func facts(_ passage: PassageReading) -> [PageValue] {
    let times = Self.distinct(passage.time.map(\.words))
    // A year that is a part of a date is no fact besides.
    let specifics = Self.distinct(passage.specifics).filter { word in
      !times.contains { $0.contains(word) }
    }
    let facts: [(PageWord, String)] = [
      (.factForce, vocabulary.force(passage.force)),
      (
        .factPolarity,
        language.word(passage.polarity == .denied ? .polarityDenied : .polarityAffirmed)
      ),
      (.factBearer, language.word(Self.word(for: passage.bearer))),
      (.factScope, passage.scope.map { language.word(Self.word(for: $0)) } ?? ""),
      (.factTime, quoted(times)), (.factHedges, quoted(Self.distinct(passage.hedges))),
      (.factSpecifics, quoted(specifics)),
      (.factLanguage, PageLanguage(rawValue: passage.language)?.name ?? passage.language),
    ]
    return facts.filter { !$0.1.isEmpty }.map {
      ["term": .text(language.word($0.0)), "text": .text($0.1)]
    }
  }

  private func quoted(_ words: [String]) -> String {
    words.map { vocabulary.quoted($0) }.joined(separator: ", ")
  }

  /// Each once; what is a part of another is left out.
  private static func distinct(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words where !result.contains(word) {
      if !words.contains(where: { $0 != word && $0.contains(word) }) { result.append(word) }
    }
    return result
  }

  private static func word(for bearer: Bearer) -> PageWord {
    switch bearer {
    case .supplier: .bearerSupplier
    case .subSupplier: .bearerSubSupplier
    case .buyer: .bearerBuyer
    case .nobody: .bearerNobody
    }
  }

  private static func word(for scope: ChainScope) -> PageWord {
    switch scope {
    case .ownOperations: .scopeOwn
    case .firstTier: .scopeFirst
    case .namedTiers: .scopeNamed
    case .wholeChain: .scopeWhole
    }
  }
}
