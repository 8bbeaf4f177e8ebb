import Testing

@testable import AktsamRegister

/// What people decide, agree and note.
@Suite struct DecisionTests {
  private static let id = "gri-mechanism@nordlys-data-as:2026-17"

  private static func withGap(_ body: (Register) throws -> Void) throws {
    try RegisterFixture.withRegister { register in
      try register.add(
        RegisterFixture.round("2026-01-10", ["gri-mechanism": .missing, "pol-board": .met]))
      try body(register)
    }
  }

  @Test(arguments: [("", "A. Lind"), (" \n", "A. Lind"), ("seen on site", ""), ("seen", "\t")])
  func anOverrideNeedsAReasonAndAName(reason: String, person: String) throws {
    try Self.withGap { register in
      let before = try register.export()
      #expect(throws: RegisterError.self) {
        try register.override(Self.id, outcome: .met, reason: reason, by: person, on: "2026-01-11")
      }
      #expect(throws: RegisterError.self) {
        try register.close(Self.id, reason: reason, by: person, on: "2026-01-11")
      }
      #expect(try register.export() == before)
    }
  }

  @Test func anOverrideStandsBesideTheMachinesOutcome() throws {
    try Self.withGap { register in
      let gap = try register.override(
        Self.id, outcome: .weak, reason: "a channel was shown", by: "A. Lind", on: "2026-01-11")
      #expect(gap.outcome == .weak)
      #expect(gap.machineOutcome == .missing)
      #expect(gap.state == .open)
      #expect(
        gap.override
          == RegisterOverride(
            outcome: .weak, machineOutcome: .missing, reason: "a channel was shown",
            by: "A. Lind", on: "2026-01-11", round: 1, holds: true))
    }
  }

  @Test func anOverrideHoldsWhileTheMachineFindsTheSame() throws {
    try Self.withGap { register in
      try register.override(
        Self.id, outcome: .met, reason: "seen on site", by: "A. Lind", on: "2026-01-11")
      let added = try register.add(
        RegisterFixture.round("2026-02-10", ["gri-mechanism": .missing]))
      #expect(added.lapsed + added.reopened == [])
      let gap = try RegisterFixture.gap(Self.id, in: register)
      #expect(gap.outcome == .met)
      #expect(gap.machineOutcome == .missing)
      #expect(gap.state == .closed)
      #expect(gap.override?.holds == true)
    }
  }

  @Test func aLapsedOverrideStaysVisible() throws {
    try Self.withGap { register in
      try register.override(
        Self.id, outcome: .met, reason: "seen on site", by: "A. Lind", on: "2026-01-11")
      let added = try register.add(
        RegisterFixture.round("2026-02-10", ["gri-mechanism": .contradicted]))
      #expect(added.lapsed == [Self.id])
      #expect(added.reopened == [Self.id])
      let gaps = try register.gaps(of: "Nordlys Data AS", procedure: "2026-17")
      let gap = try #require(gaps.first)
      #expect(gap.outcome == .contradicted)
      #expect(gap.override?.holds == false)
      #expect(gap.override?.reason == "seen on site")
      #expect(gap.override?.machineOutcome == .missing)
      #expect(
        try register.history(of: Self.id).map(\.kind) == [
          .opened, .overridden, .lapsed, .worse, .reopened,
        ])
    }
  }

  @Test func whatTheMachineAcceptedMayBeOverruled() throws {
    try Self.withGap { register in
      let id = "pol-board@nordlys-data-as:2026-17"
      let gap = try register.override(
        id, outcome: .weak, reason: "the annex is empty", by: "A. Lind", on: "2026-01-11")
      #expect(gap.state == .open)
      #expect((gap.outcome, gap.machineOutcome) == (.weak, .met))
      try register.add(RegisterFixture.round("2026-02-10", ["pol-board": .met]))
      #expect(try RegisterFixture.gap(id, in: register).outcome == .weak)
    }
  }

  @Test func whatNobodyWasAskedAboutCannotBeOverruled() throws {
    try Self.withGap { register in
      for name in [
        "other@nordlys-data-as:2026-17", "gri-mechanism@nobody", "gri-mechanism", "@", "",
      ] {
        #expect(throws: RegisterError.unknown(name: name)) {
          try register.override(name, outcome: .met, reason: "r", by: "p", on: "2026-01-11")
        }
      }
    }
  }

  @Test func nobodyOverrulesWithUnread() throws {
    try Self.withGap { register in
      #expect(throws: RegisterError.self) {
        try register.override(Self.id, outcome: .unread, reason: "r", by: "p", on: "2026-01-11")
      }
    }
  }

  @Test func closingIsADecisionWithWhoAndWhen() throws {
    try Self.withGap { register in
      let gap = try register.close(
        Self.id, reason: "seen on site", by: "A. Lind", on: "2026-01-11")
      #expect(gap.state == .closed)
      #expect(gap.outcome == .missing)
      #expect(throws: RegisterError.closed(gap: Self.id)) {
        try register.close(Self.id, reason: "again", by: "A. Lind", on: "2026-01-12")
      }
      #expect(
        try RegisterFixture.record(Self.id, in: register).decisions == [
          RegisterDecision(
            kind: .close, outcome: nil, machineOutcome: .missing, reason: "seen on site",
            by: "A. Lind", on: "2026-01-11")
        ])
      #expect(try register.list() == [])
      #expect(
        try register.reopen(Self.id, reason: "not so", by: "B. Vik", on: "2026-01-13").state
          == .reopened)
      #expect(throws: RegisterError.notClosed(gap: Self.id)) {
        try register.reopen(Self.id, reason: "not so", by: "B. Vik", on: "2026-01-13")
      }
    }
  }

  @Test func whatIsAgreedFallsDue() throws {
    try Self.withGap { register in
      let late = try register.agree(
        "open the channel to workers", on: Self.id, owner: "Nordlys", due: "2026-06-01",
        by: "A. Lind", on: "2026-01-11")
      let soon = try register.agree(
        "name a contact", on: Self.id, owner: "Nordlys", due: "2026-02-01", by: "A. Lind",
        on: "2026-01-11")
      let gap = try RegisterFixture.gap(Self.id, in: register)
      #expect(gap.state == .agreed)
      #expect(gap.action == soon)
      #expect(try register.due(before: "2026-02-01") == [])
      #expect(try register.due(before: "2026-02-02").map(\.action) == [soon])
      #expect(try register.due(before: "2027-01-01").map(\.action) == [soon, late])

      try register.settle(action: soon.id, note: "mail of today", by: "A. Lind", on: "2026-01-20")
      #expect(throws: RegisterError.settled(action: soon.id)) {
        try register.settle(action: soon.id, note: "again", by: "A. Lind", on: "2026-01-20")
      }
      #expect(try register.due(before: "2027-01-01").map(\.action) == [late])

      try register.postpone(
        action: late.id, to: "2026-09-01", reason: "translation", by: "A. Lind", on: "2026-05-01")
      #expect(try register.due(before: "2026-09-01") == [])
      #expect(try register.due(before: "2026-09-02").count == 1)

      try register.close(Self.id, reason: "seen on site", by: "A. Lind", on: "2026-06-01")
      #expect(try register.due(before: "2027-01-01") == [])
      #expect(throws: RegisterError.closed(gap: Self.id)) {
        try register.agree(
          "more", on: Self.id, owner: "N", due: "2026-02-01", by: "A", on: "2026-01-11")
      }
      #expect(
        try register.history(of: Self.id).map(\.kind) == [
          .opened, .agreed, .agreed, .settled, .postponed, .closed,
        ])
    }
  }

  @Test func notesStandOnGapsAndSuppliers() throws {
    try Self.withGap { register in
      try register.note("called them", on: Self.id, by: "A. Lind", on: "2026-01-11")
      try register.note("new contact", on: "nordlys data as", by: "B. Vik", on: "2026-01-12")
      guard case .supplier(let record) = try register.show("nordlys-data-as") else {
        Issue.record("no supplier")
        return
      }
      #expect(record.notes.map(\.gap) == [Self.id, nil])
      #expect(record.notes.map(\.text) == ["called them", "new contact"])
      #expect(record.rounds.map(\.number) == [1])
      #expect(record.gaps.map(\.id) == [Self.id])
      #expect(
        try RegisterFixture.record(Self.id, in: register).notes.map(\.text) == ["called them"])
    }
  }

  @Test func listsAreNarrowed() throws {
    try Self.withGap { register in
      try register.add(
        RegisterFixture.round("2026-01-10", supplier: "Acme AB", ["gri-mechanism": .weak]))
      try register.agree(
        "x", on: Self.id, owner: "Nordlys", due: "2026-02-01", by: "A", on: "2026-01-11")
      func ids(_ change: (inout RegisterFilter) -> Void) throws -> [String] {
        var filter = RegisterFilter()
        change(&filter)
        return try register.list(filter).map(\.supplier)
      }
      #expect(try ids { _ in } == ["acme-ab", "nordlys-data-as"])
      #expect(try ids { $0.supplier = "ACME ab" } == ["acme-ab"])
      #expect(try ids { $0.states = [.agreed, .closed] } == ["nordlys-data-as"])
      #expect(try ids { $0.owner = "Nordlys" } == ["nordlys-data-as"])
      #expect(try ids { $0.requirement = "pol-board" } == [])
      #expect(try ids { $0.severities = ["critical"] } == [])
      #expect(try ids { $0.procedure = "2026-17" } == ["acme-ab", "nordlys-data-as"])
      #expect(try ids { $0.changes = [.improved] } == [])
      #expect(try ids { $0.isOverridden = true } == [])
      #expect(throws: RegisterError.unknown(name: "nobody")) { try ids { $0.supplier = "nobody" } }
    }
  }
}
