internal import AktsamRegister
internal import AktsamText

/// What a person wrote into the form of one gap.
struct GapEdit: Sendable, Hashable {
  /// The requirement's id.
  var requirement = ""
  /// What is to be done.
  var action = ""
  /// Who does it.
  var owner = ""
  /// By when, `yyyy-mm-dd`.
  var due = ""
  /// The state that was chosen.
  var status = Status.open
  /// A note, or the reason for what is entered.
  var note = ""
  /// Who enters it.
  var by = ""

  /// What can be chosen as a gap's state.
  enum Status: String, Sendable, Hashable, CaseIterable {
    case open, agreed, done, closed, reopened

    var word: PageWord {
      switch self {
      case .open: .statusOpen
      case .agreed: .statusAgreed
      case .done: .statusDone
      case .closed: .statusClosed
      case .reopened: .statusReopened
      }
    }

    /// How a gap stands in the register.
    init(_ state: RegisterGap.State) {
      switch state {
      case .open: self = .open
      case .agreed: self = .agreed
      case .closed: self = .closed
      case .reopened: self = .reopened
      }
    }

    /// What a gap that stands so can become.
    var choices: [Status] { self == .closed ? [.closed, .reopened] : [self, .done, .closed] }
  }

  /// Creates an edit without content.
  init() {}

  /// Reads an edit from a form.
  init(_ form: FormFields) {
    func text(_ name: String) -> String { Self.entered(form[name]) }
    requirement = text("requirement")
    action = text("action")
    owner = text("owner")
    due = text("due")
    status = Status(rawValue: text("status")) ?? .open
    note = text("note")
    by = text("by")
  }

  /// The form as it is shown for a gap that nobody has written into.
  init(_ gap: RegisterGap?, requirement: String) {
    self.requirement = requirement
    guard let gap else { return }
    status = Status(gap.state)
    guard let open = gap.action, !open.isSettled else { return }
    action = open.text
    owner = open.owner
    due = open.due
  }

  /// Line ends as a form sends them are line feeds; blanks around are dropped.
  private static func entered(_ text: String) -> String {
    trimmed(
      text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n"))
  }
}

// MARK: - What is entered

extension GapEdit {
  /// An entry in the register.
  enum Entry: Sendable, Hashable {
    case agree(action: String, owner: String, due: String)
    case postpone(action: Int, due: String, reason: String)
    case settle(action: Int, note: String)
    case close(reason: String)
    case reopen(reason: String)
    case note(String)
  }

  /// Why nothing is entered.
  struct Fault: Error, Sendable, Hashable {
    /// What to do about it.
    var word: PageWord
  }

  /// Returns what is to be entered.
  ///
  /// - Parameters:
  ///   - gap: the gap as it stands; nil where the register does not have it yet.
  ///   - replaced: what stands as the note of an action that another replaces.
  /// - Returns: the entries in order.
  /// - Throws: ``Fault`` when something is wanting; nothing is entered then.
  func entries(
    on gap: RegisterGap?, replaced: (String) -> String
  ) throws(Fault) -> [Entry] {
    guard !by.isEmpty else { throw Fault(word: .errorBy) }
    guard due.isEmpty || CalendarDay.isDay(due) else { throw Fault(word: .errorDate) }
    let open = gap?.action.flatMap { $0.isSettled ? nil : $0 }
    var noteIsUsed = false
    func reason(_ missing: PageWord) throws(Fault) -> String {
      guard !note.isEmpty else { throw Fault(word: missing) }
      noteIsUsed = true
      return note
    }
    var entries: [Entry] = []
    let isClosed = gap?.state == .closed
    if isClosed, status != .closed { entries.append(.reopen(reason: try reason(.errorReopen))) }
    let agreement = try agreement(open, reason: reason, replaced: replaced)
    if isClosed, entries.isEmpty, !agreement.isEmpty { throw Fault(word: .errorClosed) }
    entries += agreement
    if status == .done {
      guard let open, agreement.isEmpty else { throw Fault(word: .errorNoAction) }
      entries.append(.settle(action: open.id, note: try reason(.errorDone)))
    }
    if status == .closed, !isClosed {
      entries.append(.close(reason: try reason(.errorClose)))
    }
    if !note.isEmpty, !noteIsUsed { entries.append(.note(note)) }
    guard !entries.isEmpty else { throw Fault(word: .errorNothing) }
    return entries
  }

  /// What is entered of action, owner and date.
  private func agreement(
    _ open: RegisterAction?, reason: (PageWord) throws(Fault) -> String,
    replaced: (String) -> String
  ) throws(Fault) -> [Entry] {
    if let open, (action, owner, due) == (open.text, open.owner, open.due) { return [] }
    if open == nil, action.isEmpty, owner.isEmpty, due.isEmpty { return [] }
    guard !action.isEmpty, !owner.isEmpty, !due.isEmpty else { throw Fault(word: .errorOwner) }
    guard let open else { return [.agree(action: action, owner: owner, due: due)] }
    guard (action, owner) != (open.text, open.owner) else {
      return [.postpone(action: open.id, due: due, reason: try reason(.errorPostpone))]
    }
    return [
      .settle(action: open.id, note: replaced(action)),
      .agree(action: action, owner: owner, due: due),
    ]
  }

  /// Enters them in order.
  static func enter(
    _ entries: [Entry], on gap: String, by person: String, date: String, in register: Register
  ) throws(RegisterError) {
    for entry in entries {
      switch entry {
      case .agree(let action, let owner, let due):
        try register.agree(action, on: gap, owner: owner, due: due, by: person, on: date)
      case .postpone(let action, let due, let reason):
        try register.postpone(action: action, to: due, reason: reason, by: person, on: date)
      case .settle(let action, let note):
        try register.settle(action: action, note: note, by: person, on: date)
      case .close(let reason): try register.close(gap, reason: reason, by: person, on: date)
      case .reopen(let reason): try register.reopen(gap, reason: reason, by: person, on: date)
      case .note(let text): try register.note(text, on: gap, by: person, on: date)
      }
    }
  }
}
