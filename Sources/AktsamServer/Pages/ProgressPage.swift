internal import AktsamReports

/// A procedure that is still being read, or that could not be.
struct ProgressPage: Sendable {
  let procedure: StoredProcedure
  let language: PageLanguage

  /// The template.
  var template: String {
    if case .failed = procedure.state { return "failed" }
    return "progress"
  }

  var frame: PageFrame {
    var frame = PageFrame(procedure.title)
    frame.trail = PageTrail(step: .matrix)
    // The script changes nothing about it: the page is asked for again until all is read.
    if !procedure.state.isFinal { frame.refresh = 2 }
    return frame
  }

  var values: [String: PageValue] {
    var (done, total, key, reason) = (0, 1, "queued", "")
    var text = language.word(.progressQueued)
    switch procedure.state {
    case .queued: break
    case .reading(let read, let all):
      (done, total, key) = (read, max(1, all), "reading")
      text =
        all == 0
        ? language.word(.progressLooking)
        : language.word(.progressReading, ["done": "\(read)", "total": "\(all)"])
    case .done: key = "done"
    case .failed(let why): (key, reason) = ("failed", why)
    }
    return [
      "name": .text(procedure.title), "href": "/procedures/\(procedure.id)",
      "state": .text(Self.word(for: procedure.state, language)), "stateKey": .text(key),
      "progressText": .text(text), "done": .number(done), "total": .number(total),
      "reason": .text(reason),
    ]
  }

  /// How far reading has come, in a few words.
  static func word(for state: StoredProcedure.State, _ language: PageLanguage) -> String {
    switch state {
    case .queued: language.word(.stateQueued)
    case .reading: language.word(.stateReading)
    case .done(let isComplete): language.word(isComplete ? .stateDone : .stateIncomplete)
    case .failed: language.word(.stateFailed)
    }
  }
}
