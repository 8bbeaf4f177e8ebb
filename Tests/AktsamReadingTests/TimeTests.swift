import AktsamReading
import AktsamText
import Testing

@Suite struct TimeTests {
  @Test(arguments: [
    ("en", "within 10 working days", TimeExpression.Kind.deadline, 10, true),
    ("en", "within ten days", .deadline, 10, false),
    ("en", "within two weeks or 2 weeks", .deadline, 14, false),
    ("en", "twice a year", .frequency, 365, false),
    ("en", "every six months", .frequency, 180, false),
    ("en", "each week", .frequency, 7, false),
    ("en", "every june", .frequency, 365, false),
    ("en", "by 30 June", .date, 0, false),
    ("en", "on 4 February 2025", .date, 0, false),
    ("en", "regularly", .vague, 0, false),
    ("en", "on change", .trigger, 0, false),
    ("sv", "inom fjorton dagar", .deadline, 14, false),
    ("sv", "inom 5 arbetsdagar", .deadline, 5, true),
    ("sv", "var sjätte eller varje månad", .frequency, 30, false),
    ("sv", "varje år", .frequency, 365, false),
    ("sv", "senast den 30 juni", .date, 0, false),
    ("sv", "regelbundet", .vague, 0, false),
    ("nb", "innen fjorten dager", .deadline, 14, false),
    ("nb", "hver måned", .frequency, 30, false),
    ("nb", "senest 30. juni", .date, 0, false),
  ])
  func expressions(
    language: String, text: String, kind: TimeExpression.Kind, days: Int, isWorking: Bool
  ) throws {
    let times = try #require(Reading.passage(text, .contract, language)).time
    let time = try #require(times.first)
    #expect(time.kind == kind)
    #expect(time.days == days)
    #expect(time.isWorkingDays == isWorking)
  }

  @Test func theWordsAreThoseOfTheText() {
    let times = Reading.passage("Audits follow within 10\n working days and on 4 June 2025.")?.time
    #expect(times?.first?.words == "10 working days")
    #expect(times?.contains { $0.kind == .date && $0.words == "4 June 2025" } == true)
  }

  @Test(arguments: [
    ("The supplier shall give access for audits within 10 working days.", "met"),
    ("The supplier shall give access for audits within 30 days.", "met"),
    ("The supplier shall give access for audits within 31 days.", "weak late-deadline"),
    ("The supplier shall give access for audits every six months.", "weak late-deadline"),
    ("The supplier shall give access for audits on change.", "met"),
    ("The supplier shall give access for audits regularly.", "weak no-deadline"),
    ("The supplier shall give access for audits.", "weak no-deadline"),
    ("The supplier shall give access for audits by 30 June.", "met"),
  ])
  func aTimeIsComparedWithTheTerms(text: String, verdict: String) {
    #expect(Reading.verdict("audit", text) == verdict)
  }

  @Test func theLateTimeIsNamed() {
    let found = Reading.assessments([
      Reading.document("The supplier shall accept audits within 12 weeks.", role: .contract)
    ])["audit"]
    #expect(found?.weaknesses.map(\.words) == [["12 weeks"]])
    #expect(found?.elements.map(\.state) == [.weak])
  }

  @Test func longNumbersDoNotTrap() {
    for number in ["999999999", "1000", "99999999999999999999"] {
      let text = "The supplier shall accept audits every \(number) years within \(number) years."
      #expect(Reading.verdict("audit", text) != "none")
    }
  }
}
