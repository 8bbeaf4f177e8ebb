import Aktsam
import AktsamClauses
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The weights that findings are weighed with.
struct LearningTests {
  /// A few passages: learning takes its time without optimisation.
  private func passages() throws -> [GoldPassage] {
    try ["en", "sv", "nb"].flatMap { language in
      let file = TestFiles.root.appending(path: "Tests/AktsamTests/Gold/\(language).jsonl")
      return Evaluator.passages(in: Array(try Data(contentsOf: file))).passages
        .filter { !Evaluator.isSealed($0) }
        .prefix(40)
    }
  }

  /// A library of few requirements without examples, so that learning is quick without optimisation.
  private func smallLibrary() throws -> Library {
    var library = try #require(Shared.library)
    library.requirements = Array(library.requirements.prefix(4))
    for index in library.requirements.indices { library.requirements[index].examples = [] }
    return library
  }

  @Test func theSamePassagesGiveTheSameWeights() throws {
    let library = try smallLibrary()
    let learner = WeightLearner(library, parameters: [:])
    let passages = try passages()
    let first = learner.learn([(passages, 1)]).xml()
    #expect(first == learner.learn([(passages, 1)]).xml())
    #expect(first.contains("<model id=\"topic\""))
    #expect(first.contains("<model id=\"sure\""))
  }

  /// What is learned can be read back, and the library that holds it weighs with it.
  @Test func weightsAreReadBack() throws {
    let library = try smallLibrary()
    let weights = WeightLearner(library, parameters: [:]).learn([(try passages(), 1)])
    let text = weights.xml()
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: TestFiles.root.appending(path: "clauses").path
    ).filter { $0.hasSuffix(".xml") && !$0.hasSuffix("weights.xml") }.map { path in
      (
        path: "clauses/" + path,
        bytes: Array(
          try Data(contentsOf: TestFiles.root.appending(path: "clauses").appending(path: path)))
      )
    }
    let read = LibraryLoader.load(
      files + [(path: "clauses/weights.xml", bytes: Array(text.utf8))], languages: ["en"],
      withExamples: false, sha256: "")
    #expect(read.findings.filter { $0.severity == .error }.isEmpty)
    #expect(read.library?.weights.models == weights.models)
    #expect(read.library?.weights.thresholds == weights.thresholds)
    #expect(read.library?.weights.concepts == weights.concepts)
  }

  /// Weighing makes fewer statements look firmer than they are.
  @Test func weighingLowersFalseMet() throws {
    var library = try #require(Shared.library)
    let passages = try passages()
    let parameters = try #require(library.profile("oecd-six-steps")).parameters
    #expect(!library.weights.models.isEmpty)
    let weighed = EvaluationMeasures(
      Evaluator(library, parameters: parameters).evaluate(passages).evaluated)
    library.weights = Weights()
    let plain = EvaluationMeasures(
      Evaluator(library, parameters: parameters).evaluate(passages).evaluated)
    #expect(weighed.falseMet < plain.falseMet)
    #expect(weighed.strictF1 > plain.strictF1 - 0.02)
  }
}
