internal import AktsamClauses
internal import AktsamReading
internal import AktsamRegister
internal import AktsamReports
internal import AktsamText

/// The gap list of a supplier, with room to write what was agreed.
struct GapsPage: Sendable {
  let supplier: SupplierView
  /// How gaps stand in the register, by requirement.
  let gaps: [String: RegisterGap]
  /// What happened, by gap's id.
  let history: [String: [RegisterEvent]]
  /// Whether what is agreed can be saved.
  let hasRegister: Bool
  /// What was sent but not saved, and why; nil = nothing.
  var refused: (edit: GapEdit, reason: String)?
  /// The requirement whose form was just saved; empty = none.
  var saved = ""

  private let vocabulary: ReportVocabulary
  private let list: GapList

  init(
    _ supplier: SupplierView, gaps: [RegisterGap], history: [RegisterEvent], hasRegister: Bool
  ) {
    self.supplier = supplier
    self.gaps = Dictionary(
      gaps.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
    self.history = Dictionary(grouping: history, by: { $0.gap ?? "" })
    self.hasRegister = hasRegister
    vocabulary = supplier.language.vocabulary
    list = GapList(supplier.shown, header: supplier.header)
  }

  private var language: PageLanguage { supplier.language }

  var frame: PageFrame {
    var frame = PageFrame("\(language.word(.gapsTitle)): \(supplier.name)")
    frame.trail = PageTrail(
      step: .gaps, procedure: supplier.procedure.address, supplier: supplier.address)
    frame.address = "\(supplier.address)/gaps"
    return frame
  }

  var values: [String: PageValue] {
    let gaps = list.gaps
    let count = { (weight: Requirement.Weight) in gaps.count { $0.reading.severity == weight } }
    var themes = list.themes.map { theme in
      group(theme.id, theme.title, "", theme.gaps, isDemanded: true)
    }
    if !list.dialogueOnly.isEmpty {
      themes.append(
        group(
          "dialogue", language.word(.dialogueTitle), language.word(.dialogueNote),
          list.dialogueOnly, isDemanded: false))
    }
    return [
      "name": .text(supplier.name), "supplierHref": .text(supplier.address),
      "procedureHref": .text(supplier.procedure.address),
      "summary": .text(
        vocabulary.gapCounts(
          gaps: gaps.count, critical: count(.critical), high: count(.high),
          strengths: list.strengths.count)),
      "isUnread": .flag(supplier.subject.isUnread),
      "isEmpty": .flag(themes.isEmpty && !supplier.subject.isUnread),
      "canEditAny": .flag(hasRegister && !gaps.isEmpty),
      "hasUnread": .flag(!list.unread.isEmpty),
      "notRead": .text(
        language.word(supplier.subject.isUnread ? .nothingReadTitle : .notReadTitle)),
      "unread": .list(list.unread) { unread($0) },
      "themes": .list(themes),
      "downloads": DownloadList.gaps(supplier.address, language),
    ]
  }

  private func unread(_ remark: GapList.Remark) -> PageValue {
    let place =
      remark.document.isEmpty
      ? "" : remark.document + (remark.line > 0 ? ", \(vocabulary.line(remark.line))" : "") + ": "
    return ["href": "", "name": "", "text": .text(place + remark.text)]
  }

  private func group(
    _ id: String, _ title: String, _ note: String, _ gaps: [Gap], isDemanded: Bool
  ) -> PageValue {
    [
      "id": .text(id), "title": .text(title), "note": .text(note), "count": .number(gaps.count),
      "gaps": .list(gaps) { value($0, isDemanded: isDemanded) },
    ]
  }

  // MARK: - A gap

  private func value(_ gap: Gap, isDemanded: Bool) -> PageValue {
    let reading = gap.reading
    var facts: [String] = []
    if !reading.number.isEmpty { facts.append(reading.number) }
    if let level = reading.level { facts.append(vocabulary.level(level)) }
    facts.append(
      "\(language.word(.severityWord).lowercased()): \(vocabulary.weight(reading.severity))")
    let canEdit = hasRegister && isDemanded
    return PageValue.group([
      "requirement": .text(reading.requirement), "title": .text(reading.title),
      "outcome": .text(reading.outcome.rawValue),
      "outcomeText": .text(
        "\(vocabulary.sign(reading.outcome)) \(vocabulary.outcome(reading.outcome))"),
      "isUnsure": .flag(reading.certainty == .check),
      "facts": .text(facts.joined(separator: ", ")),
      "decided": .text(reading.decision.map { vocabulary.decided($0) } ?? ""),
      "lacks": .list(gap.lacks) { .text($0) },
      "quotations": .list(Array(reading.quotations.prefix(3))) { quotation in
        ["text": .text(quotation.text), "source": .text(source(quotation))]
      },
      "question": .text(gap.question), "hasStrong": .flag(!gap.strongAnswer.isEmpty),
      "strong": .list(gap.strongAnswer) { .text($0) }, "wording": .text(gap.wording),
      "evidence": .text(gap.evidence), "deadline": .text(gap.deadline?.text ?? ""),
      "canEdit": .flag(canEdit), "saved": .flag(saved == reading.requirement),
    ]).with(form(reading.requirement))
  }

  private func source(_ quotation: Reading.Quotation) -> String {
    let place = quotation.place
    let path = place.part.isEmpty ? place.path : "\(place.path)!/\(place.part)"
    return ["\(path), \(vocabulary.line(place.line))", quotation.label, quotation.party]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func form(_ requirement: String) -> [String: PageValue] {
    let known = gaps[requirement]
    let current = known.map { GapEdit.Status($0.state) } ?? .open
    var edit = GapEdit(known, requirement: requirement)
    var error = ""
    if let refused, refused.edit.requirement == requirement {
      (edit, error) = (refused.edit, refused.reason)
    }
    let events = known.flatMap { history[$0.id] } ?? []
    return [
      "action": "\(supplier.address)/gaps", "actionText": .text(edit.action),
      "owner": .text(edit.owner), "due": .text(edit.due), "noteText": .text(edit.note),
      "by": .text(edit.by), "error": .text(error),
      "stateText": .text(known == nil ? "" : language.word(current.word)),
      "statuses": .list(current.choices) { status in
        [
          "id": .text(status.rawValue), "name": .text(language.word(status.word)),
          "isChosen": .flag(status == edit.status),
        ]
      },
      "hasHistory": .flag(!events.isEmpty),
      "history": .list(events) { .text(line($0)) },
    ]
  }

  private func line(_ event: RegisterEvent) -> String {
    var what = [language.word(Self.word(for: event.kind))]
    if let from = event.fromOutcome, let outcome = event.toOutcome, from != outcome {
      what.append("\(name(from)) → \(name(outcome))")
    }
    if !event.text.isEmpty { what.append(event.text) }
    return language.word(
      event.by.isEmpty ? .historyLine : .historyBy,
      ["on": event.on, "by": event.by, "what": what.joined(separator: ", ")])
  }

  private func name(_ outcome: RegisterOutcome) -> String {
    Outcome(rawValue: outcome.rawValue).map { vocabulary.outcome($0) } ?? outcome.rawValue
  }

  private static func word(for kind: RegisterEvent.Kind) -> PageWord {
    switch kind {
    case .supplierAdded, .supplierRenamed, .supplierIdentified, .roundAdded: .eventRound
    case .opened: .eventOpened
    case .improved: .eventImproved
    case .worse: .eventWorse
    case .changed: .eventChanged
    case .reopened: .eventReopened
    case .closed: .eventClosed
    case .overridden: .eventOverridden
    case .lapsed: .eventLapsed
    case .agreed: .eventAgreed
    case .postponed: .eventPostponed
    case .settled: .eventSettled
    case .noted: .eventNoted
    }
  }
}
