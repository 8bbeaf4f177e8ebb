import Foundation
import GRDB
import Testing

@testable import AktsamRegister

/// A register of the size that a region has after some years.
@Suite struct LargeRegisterTests {
  @Test func tenThousandGapsOverTwoHundredSuppliers() throws {
    try RegisterFixture.withRegister { register in
      for supplier in 0..<200 {
        for (number, outcome) in [RegisterOutcome.missing, .weak].enumerated() {
          var round = RegisterFixture.round(
            "2026-0\(number + 1)-10", supplier: "Supplier \(supplier)", procedure: "p", [:])
          round.assessments = (0..<50).map { requirement in
            RegisterRound.Assessment(
              requirement: "req-\(requirement)", severity: requirement < 10 ? "critical" : "medium",
              outcome: requirement % 2 == 0 ? outcome : .missing, certainty: "sure")
          }
          try register.add(round)
        }
        try register.agree(
          "act", on: "req-\(supplier % 50)@supplier-\(supplier)", owner: "Owner \(supplier % 7)",
          due: "2026-\(10 + supplier % 3)-01", by: "A", on: "2026-03-01")
      }
      let (gaps, listing) = try timed { try register.list() }
      #expect(gaps.count == 10_000)
      #expect(gaps.count { $0.change == .improved } == 5_000)
      let (due, dueTime) = try timed { try register.due(before: "2026-11-01") }
      #expect(due.count == 67)
      let (history, historyTime) = try timed { try register.history(of: "supplier-123") }
      // The supplier, two rounds, fifty gaps of which half improve, an action.
      #expect(history.count == 1 + 2 + 50 + 25 + 1)
      let (_, gapHistoryTime) = try timed { try register.history(of: "req-8@supplier-123:p") }
      let (record, showTime) = try timed { try register.show("supplier-123") }
      guard case .supplier(let shown) = record else {
        Issue.record("no supplier")
        return
      }
      #expect(shown.gaps.count == 50)
      #expect(shown.rounds.count == 2)
      let (_, gapTime) = try timed { try register.show("req-8@supplier-123:p") }
      let (problems, verifyTime) = try timed { try register.verify() }
      #expect(problems == [])
      guard ProcessInfo.processInfo.environment["AKTSAM_MEASURE"] != nil else { return }
      // The worst case: an action on every gap, and all of them due.
      try register.write { db in
        try db.execute(
          sql: """
            INSERT INTO action (gap, text, owner, due, person, date, settled)
            SELECT id, 'act', 'Owner', '2026-10-01', 'A', '2026-03-01', 0 FROM gap
            """)
      }
      let (all, allDueTime) = try timed { try register.due(before: "2027-01-01") }
      let times = [
        ("due, \(all.count) actions", allDueTime),
        ("list", listing), ("due", dueTime), ("history of a supplier", historyTime),
        ("history of a gap", gapHistoryTime), ("show a supplier", showTime),
        ("show a gap", gapTime), ("verify", verifyTime),
      ]
      for (name, time) in times { print("\(name): \(time)") }
    }
  }

  private func timed<Value>(_ body: () throws -> Value) throws -> (Value, Duration) {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    return (value, clock.now - start)
  }
}
