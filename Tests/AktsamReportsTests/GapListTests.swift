import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamText
import Testing

@Suite struct GapListTests {
  @Test func gapsComeBySeverityThenStepThenReading() {
    var header = GapFixture.report("en").header
    let plan: [(id: String, severity: Requirement.Weight, step: Int, theme: String)] = [
      ("a", .medium, 1, "scope"), ("b", .high, 6, "scope"), ("c", .critical, 5, "exit"),
      ("d", .high, 2, "minerals"), ("e", .high, 2, "scope-more"),
    ]
    header.library.requirements = plan.map { item in
      var requirement = Fixture.requirement(item.id, Fixture.text(item.id, item.id, item.id))
      requirement.severity = item.severity
      requirement.step = item.step
      requirement.theme = item.theme
      return requirement
    }
    let outcomes: [Outcome] = [.missing, .missing, .weak, .weak, .contradicted]
    let assessments = zip(plan, outcomes).map { item, outcome in
      Assessment(requirement: item.id, outcome: outcome, certainty: .sure)
    }
    let list = GapList(Fixture.subject(assessments), header: header)
    #expect(list.gaps.map(\.reading.requirement) == ["c", "e", "d", "b", "a"])
    // A theme stands where its most severe gap does; what continues a theme belongs to it.
    #expect(list.themes.map(\.title) == ["Responsible exit", "Scope", "Minerals"])
    #expect(
      list.themes.map { $0.gaps.map(\.reading.requirement) } == [["c"], ["e", "b", "a"], ["d"]])
  }

  @Test func aGapHoldsWhatADialogueNeeds() throws {
    let list = GapFixture.lists("en")[0]
    let gap = try #require(list.gaps.first { $0.reading.requirement == "gri-mechanism" })
    #expect(gap.id == "gri-mechanism@granskog-data-ab")
    #expect(gap.reading.number == "2.6")
    #expect(gap.reading.quotations.map(\.text) == Fixture.weak.evidence.map(\.quote))
    #expect(gap.weaknesses == [.noDeadline, .ownOperationsOnly])
    #expect(gap.lacks.count == 2)
    #expect(gap.notFound == ["open to workers in the chain"])
    #expect(
      gap.strongAnswer == [
        "A time limit.", "Open to workers in the chain.",
        "Give a date, a number of days or an interval.",
      ])
    #expect(gap.provisions.map(\.citation) == ["UNGP Principle 29", "X-1"])
    #expect(gap.question == "How many complaints came in last year?")
    #expect(gap.evidence == "The log of complaints.")
    #expect(gap.deadline?.days == 21)
    #expect(gap.deadline?.date == "2026-11-22")
    #expect(list.strengths.map(\.requirement) == ["gov-policy"])
  }

  @Test func aDenialAsksForAPlanAndTermsWithoutTimesForNone() {
    var denied = Fixture.conflict
    denied.contradiction = Contradiction(kind: .denied, between: [0])
    #expect(GapFixture.list([denied]).gaps.first?.deadline?.parameter == "plan-days")
    #expect(GapFixture.list([Fixture.conflict]).gaps.first?.deadline?.days == 21)
    let bare = GapList(Fixture.subject([denied]), header: Fixture.header("en"))
    #expect(bare.gaps.first?.deadline == nil)
  }

  @Test func whatIsNotDemandedIsForDialogueAndNotCounted() {
    var demanded = Fixture.weak
    demanded.demandedBy = [Fixture.place("villkor.xml", [0..<9], line: 4)]
    var other = Fixture.missing
    other.demandedBy = []
    let list = GapFixture.list([demanded, other])
    #expect(list.gaps.map(\.reading.requirement) == ["gri-mechanism"])
    #expect(list.dialogueOnly.map(\.reading.requirement) == ["dd-map"])
    #expect(list.steps.map(\.total) == [1])
  }

  @Test func whatCouldNotBeReadIsSaid() {
    let lists = GapFixture.lists("en")
    #expect(lists[0].remarks.map(\.rule) == ["AK0106"])
    #expect(lists[0].unread.map(\.rule) == [""])
    #expect(lists[1].unread.count == 1)
    #expect(lists[2].unread.map(\.rule).contains("AK0001"))
    #expect(lists[2].gaps.isEmpty)
  }

  /// A gap is what was not found in a document; whether somebody complies is nobody's to say here.
  @Test(arguments: ["en", "sv", "nb"])
  func noListSaysThatAnybodyBreaksAnything(language: String) throws {
    for list in GapFixture.lists(language) {
      let text = try GapFixture.text(list, .markdown).lowercased()
      for word in ["non-compl", "violat", "breach", "bryter mot", "avvik", "avvikelse"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test func unknownIdsAndIndicesDoNotTrap() throws {
    var assessment = Fixture.conflict
    assessment.requirement = "no-such"
    assessment.contradiction = Contradiction(kind: .conflict, between: [7, -1])
    assessment.nearest = [9]
    assessment.elements = [ElementState(id: "ghost", isCore: true, state: .absent)]
    for language in ["en", "sv", "nb", "xx", ""] {
      let list = GapFixture.list([assessment], language: language)
      for format in GapFormat.allCases {
        #expect(try !GapFixture.bytes(list, format).isEmpty)
      }
    }
  }

  @Test(arguments: [
    ("2026-11-01", 21, "2026-11-22"), ("2028-02-28", 1, "2028-02-29"),
    ("2026-12-31", 1, "2027-01-01"), ("2100-02-28", 1, "2100-03-01"),
  ])
  func deadlinesFollowTheCalendar(start: String, days: Int, end: String) {
    var header = GapFixture.report("en").header
    header.asOf = start
    header.profile.parameters["information-days"] = days
    let list = GapList(Fixture.subject([Fixture.weak]), header: header)
    #expect(list.gaps.first?.deadline?.date == end)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "x", "", "99999999999-01-01"])
  func daysThatThereAreNotAreNoDeadline(start: String) {
    var header = GapFixture.report("en").header
    header.asOf = start
    let list = GapList(Fixture.subject([Fixture.weak]), header: header)
    #expect(list.gaps.first?.deadline?.days == 21)
    #expect(list.gaps.first?.deadline?.date == nil)
  }
}
