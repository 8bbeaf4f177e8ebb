import AktsamRegister
import Testing

/// What rounds do to gaps, and that a gap stays the same one.
@Suite struct RoundTests {
  private static let id = "gri-mechanism@nordlys-data-as:2026-17"

  @Test func whatIsWeakContradictedOrMissingIsAGap() throws {
    try RegisterFixture.withRegister { register in
      let added = try register.add(
        RegisterFixture.round(
          "2026-01-10",
          [
            "a-met": .met, "b-weak": .weak, "c-denied": .contradicted, "d-missing": .missing,
            "e-off": .notApplicable, "f-unread": .unread,
          ]))
      #expect(
        added.opened == ["b-weak", "c-denied", "d-missing"].map { $0 + "@nordlys-data-as:2026-17" })
      #expect(added.number == 1)
      #expect(try register.list().map(\.requirement) == ["b-weak", "c-denied", "d-missing"])
      let gap = try RegisterFixture.gap("b-weak@nordlys-data-as:2026-17", in: register)
      #expect(gap.state == .open)
      #expect(gap.change == .new)
      #expect(gap.outcome == .weak)
      #expect(gap.quote == "We try to.")
      #expect(gap.place == "answers/2026-01-10.xml:12")
      #expect((gap.openedRound, gap.openedOn) == (1, "2026-01-10"))
    }
  }

  @Test func aGapKeepsItsIdentity() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["gri-mechanism": .missing]))
      let better = try register.add(RegisterFixture.round("2026-03-01", ["gri-mechanism": .weak]))
      #expect(better.opened == [])
      #expect(better.improved == [Self.id])
      let worse = try register.add(
        RegisterFixture.round("2026-05-01", ["gri-mechanism": .contradicted]))
      #expect(worse.worse == [Self.id])
      let same = try register.add(
        RegisterFixture.round("2026-07-01", ["gri-mechanism": .contradicted]))
      #expect(same.worse + same.improved + same.opened == [])
      let record = try RegisterFixture.record(Self.id, in: register)
      #expect(record.gap.change == .unchanged)
      #expect((record.gap.openedRound, record.gap.latestRound) == (1, 4))
      #expect(
        record.readings.map(\.assessment.outcome) == [
          .missing, .weak, .contradicted, .contradicted,
        ]
      )
      #expect(try register.history(of: Self.id).map(\.kind) == [.opened, .improved, .worse])
    }
  }

  @Test func theNameMayChangeWhileTheNumberStays() throws {
    try RegisterFixture.withRegister { register in
      try register.add(
        RegisterFixture.round("2026-01-10", identifier: "556000-1234", ["gri-mechanism": .missing]))
      let added = try register.add(
        RegisterFixture.round(
          "2026-02-10", supplier: "Nordlys Group", identifier: "5560001234",
          ["gri-mechanism": .missing]))
      #expect(added.number == 2)
      #expect(added.supplier == "nordlys-data-as")
      #expect(try register.suppliers().map(\.name) == ["Nordlys Group"])
      #expect(try register.history().map(\.kind).contains(.supplierRenamed))
    }
  }

  @Test func suppliersOfOneNameAreToldApartByTheirNumber() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", identifier: "1", ["r": .missing]))
      let other = try register.add(
        RegisterFixture.round("2026-01-10", identifier: "2", ["r": .missing]))
      #expect(other.supplier == "nordlys-data-as-2")
      #expect(other.number == 1)
      #expect(
        throws: RegisterError.ambiguous(
          name: "Nordlys Data AS", candidates: ["nordlys-data-as", "nordlys-data-as-2"])
      ) {
        try register.add(RegisterFixture.round("2026-02-10", ["r": .missing]))
      }
    }
  }

  @Test func aNumberThatBecomesKnownMakesNoOtherSupplier() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["r": .missing]))
      let added = try register.add(
        RegisterFixture.round("2026-02-10", identifier: "1", ["r": .missing]))
      #expect(added.number == 2)
      #expect(try register.suppliers().map(\.identifier) == ["1"])
    }
  }

  /// `Å` may be stored as one scalar or as two; capitals and blanks make no other supplier either.
  @Test(arguments: ["A\u{30A}kers  data", "\u{C5}KERS DATA", " \u{C5}kers Data\n"])
  func theSameNameWrittenOtherwise(name: String) throws {
    try RegisterFixture.withRegister { register in
      try register.add(
        RegisterFixture.round("2026-01-10", supplier: "\u{C5}kers Data", ["r": .weak]))
      let added = try register.add(
        RegisterFixture.round("2026-02-10", supplier: name, ["r": .weak]))
      #expect(added.number == 2)
    }
  }

  @Test func proceduresAndLotsHaveGapsOfTheirOwn() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", procedure: "", ["r": .weak]))
      try register.add(RegisterFixture.round("2026-01-10", procedure: "2026/17", ["r": .weak]))
      try register.add(
        RegisterFixture.round("2026-01-10", procedure: "2026/17", lot: "2", ["r": .missing]))
      #expect(
        try register.list().map(\.id) == [
          "r@nordlys-data-as", "r@nordlys-data-as:2026-17", "r@nordlys-data-as:2026-17-2",
        ])
      // The one without a procedure has exactly that id.
      #expect(try RegisterFixture.gap("r@nordlys-data-as", in: register).procedure == "")
      #expect(
        try register.gaps(of: "Nordlys Data AS", procedure: "2026/17", lot: "2").map(\.outcome) == [
          .missing
        ])
    }
  }

  @Test func theProcedureMayBeLeftOutWhereThereIsOne() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      #expect(
        try RegisterFixture.gap("r@nordlys-data-as", in: register).id
          == "r@nordlys-data-as:2026-17")
      try register.add(RegisterFixture.round("2026-01-10", procedure: "B", ["r": .weak]))
      #expect(
        throws: RegisterError.ambiguous(
          name: "r@nordlys-data-as",
          candidates: ["r@nordlys-data-as:2026-17", "r@nordlys-data-as:b"])
      ) { try register.show("r@nordlys-data-as") }
    }
  }

  @Test func whatIsMetStaysUntilSomebodyClosesIt() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["gri-mechanism": .weak]))
      try register.add(RegisterFixture.round("2026-02-10", ["gri-mechanism": .met]))
      let gap = try RegisterFixture.gap(Self.id, in: register)
      #expect(gap.state == .open)
      #expect(gap.isAnswered)
      #expect(gap.change == .improved)
      var filter = RegisterFilter()
      filter.isAnswered = true
      #expect(try register.list(filter).map(\.id) == [Self.id])
    }
  }

  @Test func whatCouldNotBeReadChangesNothing() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["gri-mechanism": .weak]))
      try register.add(RegisterFixture.round("2026-02-10", ["gri-mechanism": .unread]))
      let gap = try RegisterFixture.gap(Self.id, in: register)
      #expect(gap.outcome == .weak)
      #expect(gap.machineOutcome == .unread)
      #expect(gap.change == .unchanged)
    }
  }

  @Test func aClosedGapOpensAgainOnlyWhenItIsWorse() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-01-10", ["gri-mechanism": .weak]))
      try register.close(Self.id, reason: "accepted as it is", by: "A. Lind", on: "2026-01-20")
      let same = try register.add(RegisterFixture.round("2026-02-10", ["gri-mechanism": .weak]))
      #expect(same.reopened == [])
      let worse = try register.add(RegisterFixture.round("2026-03-10", ["gri-mechanism": .missing]))
      #expect(worse.reopened == [Self.id])
      #expect(try RegisterFixture.gap(Self.id, in: register).state == .reopened)
    }
  }

  @Test func theSameRoundIsAddedOnce() throws {
    try RegisterFixture.withRegister { register in
      let round = RegisterFixture.round("2026-01-10", ["r": .weak])
      let added = try register.add(round)
      #expect(throws: RegisterError.alreadyAdded(round: added.id)) { try register.add(round) }
      let other = RegisterFixture.round("2026-01-10", ["r": .missing])
      #expect(try register.add(other).number == 2)
      #expect(try register.round(added.id).round == round)
    }
  }

  @Test func roundsComeInTheOrderOfTime() throws {
    try RegisterFixture.withRegister { register in
      try register.add(RegisterFixture.round("2026-02-10", ["r": .weak]))
      #expect(throws: RegisterError.outOfOrder(date: "2026-01-10", latest: "2026-02-10")) {
        try register.add(RegisterFixture.round("2026-01-10", ["r": .weak]))
      }
    }
  }

  @Test(arguments: ["2026-02-30", "10.1.2026", "", "2026-1-1"])
  func daysThatDoNotExistAreRefused(date: String) throws {
    try RegisterFixture.withRegister { register in
      #expect(throws: RegisterError.self) {
        try register.add(RegisterFixture.round(date, ["r": .weak]))
      }
      let history = try register.history()
      #expect(history == [])
    }
  }

  @Test(arguments: ["", "a@b", "a:b", "a b", "a\u{0}"])
  func requirementsThatMakeNoIdAreRefused(id: String) throws {
    try RegisterFixture.withRegister { register in
      #expect(throws: RegisterError.self) {
        try register.add(RegisterFixture.round("2026-01-10", [id: .weak]))
      }
      let suppliers = try register.suppliers()
      #expect(suppliers == [])
    }
  }

  @Test func nothingOfWhatPeopleTypeIsTakenForSQL() throws {
    let odd = "'); DROP TABLE gap; -- \"x\" % _ \u{1F600}"
    try RegisterFixture.withRegister { register in
      var round = RegisterFixture.round("2026-01-10", supplier: odd, procedure: odd, ["r": .weak])
      round.assessments[0].quote = odd
      let added = try register.add(round)
      try register.note(odd, on: odd, by: odd, on: "2026-01-11")
      let gap = try #require(try register.list().first)
      #expect(gap.supplierName == odd)
      #expect(gap.quote == odd)
      #expect(gap.id == added.opened.first)
      #expect(try RegisterFixture.gap(gap.id, in: register) == gap)
      try register.agree(odd, on: gap.id, owner: odd, due: "2026-02-01", by: odd, on: "2026-01-11")
      var filter = RegisterFilter()
      filter.owner = odd
      filter.procedure = odd
      filter.severities = ["high", odd]
      #expect(try register.list(filter).map(\.id) == [gap.id])
      #expect(try register.verify() == [])
    }
  }
}
