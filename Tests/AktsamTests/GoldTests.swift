import Aktsam
import AktsamClauses
import AktsamTestSupport
import Foundation
import Testing

/// The reading against labelled passages: our own, and others where those are at hand.
///
/// The floors hold what was reached; they are no goals. Two thirds of our own passages were used for
/// mending, a third is sealed (`aktsam clauses evaluate --only sealed` measures it).
struct GoldTests {
  @Test(arguments: ["en", "sv", "nb"])
  func reachesTheFloorsOnOurOwnPassages(language: String) throws {
    let measures = try measures(
      of: TestFiles.root.appending(path: "Tests/AktsamTests/Gold/\(language).jsonl"))
    #expect(measures.passages >= 200)
    #expect(measures.f1Unmapped >= 0.80)
    #expect(measures.outcomeMacroF1 >= 0.82)
    #expect(measures.strictF1 >= 0.74)
    #expect(measures.falseMet <= 0.14)
  }

  @Test(
    .enabled(if: TestFiles.shared("gold") != nil, "no other gold passages: set AKTSAM_SHARED"),
    arguments: ["en", "sv", "nb"])
  func reachesTheFloorsOnOtherPassages(language: String) throws {
    let file = try #require(TestFiles.shared("gold/\(language).jsonl"))
    let measures = try measures(of: file)
    #expect(measures.passages > 40)
    #expect(measures.f1Unmapped >= 0.80)
    #expect(measures.outcomeMacroF1 >= 0.75)
    #expect(measures.falseMet <= 0.08)
  }

  private func measures(of file: URL) throws -> EvaluationMeasures {
    let bytes = try #require(FileAccess.read(file.path).bytes)
    let (passages, faults) = Evaluator.passages(in: bytes)
    #expect(faults.isEmpty)
    let library = try #require(LibraryStore.load(folder: nil).library)
    let parameters = try #require(library.profile("oecd-six-steps")).parameters
    return EvaluationMeasures(
      Evaluator(library, parameters: parameters).evaluate(passages).evaluated)
  }
}
