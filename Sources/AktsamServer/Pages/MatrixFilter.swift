internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports
internal import Hummingbird

/// Which requirements of a matrix are shown.
struct MatrixFilter: Sendable, Hashable {
  /// One of these was found for a supplier at least; empty = whatever was found.
  var outcomes: Set<Outcome> = []
  /// How strictly it is asked for; nil = however.
  var level: Profile.Level?
  /// The step of due diligence, 1 to 6; nil = any.
  var step: Int?
  /// Whether only what is to be checked is shown.
  var onlyUnsure = false

  /// Creates a filter that shows everything.
  init() {}

  /// Reads the filter in the query of a request; what is not known is left out.
  init(_ request: Request) {
    outcomes = Set(request.queries("outcome").compactMap { Outcome(rawValue: $0) })
    level = request.query("level").flatMap { Profile.Level(rawValue: $0) }
    step = request.query("step").flatMap { Int($0) }.flatMap { (1...6).contains($0) ? $0 : nil }
    onlyUnsure = request.query("check") == "1"
  }

  /// Whether a row is shown.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - step: the step of its requirement.
  /// - Returns: whether it is.
  func shows(_ row: Matrix.Row, step: Int) -> Bool {
    let cells = row.cells.compactMap { $0 }
    if !outcomes.isEmpty, !cells.contains(where: { outcomes.contains($0.outcome) }) { return false }
    if let level, row.level != level { return false }
    if let wanted = self.step, step != wanted { return false }
    return !onlyUnsure || cells.contains { $0.certainty == .check }
  }

  /// The values of the form.
  func values(
    _ language: PageLanguage, _ vocabulary: ReportVocabulary
  ) -> [String: PageValue] {
    let any: PageValue = [
      "id": "", "name": .text(language.word(.filterAll)), "isChosen": false,
    ]
    let levels = Profile.Level.allCases.reversed().map { level -> PageValue in
      [
        "id": .text(level.rawValue), "name": .text(vocabulary.level(level)),
        "isChosen": .flag(level == self.level),
      ]
    }
    let steps = (1...6).map { step -> PageValue in
      [
        "id": .number(step), "isChosen": .flag(step == self.step),
        "name": .text(
          language.word(
            .filterStepNamed, ["number": "\(step)", "name": vocabulary.step(step)])),
      ]
    }
    return [
      "filterOutcomes": .list(ReportVocabulary.outcomes) {
        [
          "id": .text($0.rawValue), "name": .text(vocabulary.outcome($0)),
          "isChosen": .flag(outcomes.contains($0)),
        ]
      },
      "filterLevels": .list([any] + levels), "filterSteps": .list([any] + steps),
      "onlyUnsure": .flag(onlyUnsure),
    ]
  }
}
