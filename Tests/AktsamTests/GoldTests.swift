import Aktsam
import AktsamClauses
import Foundation
import Testing

/// The reading against labelled passages, where those are at hand.
@Suite(.enabled(if: Shared.item("gold") != nil, "no gold passages: set AKTSAM_SHARED"))
struct GoldTests {
  @Test(arguments: ["en", "sv", "nb"])
  func reachesTheFloors(language: String) throws {
    let file = try #require(Shared.item("gold/\(language).jsonl"))
    let bytes = try #require(FileAccess.read(file.path).bytes)
    let (passages, faults) = Evaluator.passages(in: bytes)
    #expect(faults.isEmpty)
    let library = try #require(LibraryStore.load(folder: nil).library)
    let parameters = try #require(library.profile("oecd-six-steps")).parameters
    let evaluated = Evaluator(library, parameters: parameters).evaluate(passages).evaluated
    #expect(evaluated.count > 40)
    let measures = EvaluationMeasures(evaluated)
    #expect(measures.f1Unmapped >= 0.80)
    #expect(measures.outcomeMacroF1 >= 0.75)
    #expect(measures.falseMet <= 0.08)
  }
}
