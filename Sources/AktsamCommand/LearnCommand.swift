import Aktsam
import AktsamClauses
import AktsamReports
import ArgumentParser

/// `aktsam clauses learn`.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn from labelled passages how far findings can be relied on.",
    discussion: """
      Writes the weights that tell a statement from a mere brush, a firm one from one that looks so, \
      and what is sure. They hold no words: the same weights serve every language. Give passages that \
      the lexicon was not tuned to.

      EXAMPLES
        aktsam clauses learn gold/fresh.jsonl > clauses/weights.xml
        aktsam clauses learn gold/fresh.jsonl --less gold/en.jsonl --less gold/sv.jsonl
      """)

  @Argument(help: "Gold files.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "A gold file whose passages count a quarter: the lexicon was tuned to them.",
      valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var less: [String] = []

  @OptionGroup var clauses: LibraryOptions

  func run() throws {
    let library = try clauses.load(withExamples: true)
    let (passages, isComplete) = GoldFiles.read(files)
    let (tuned, isRest) = GoldFiles.read(less)
    guard isComplete, isRest else { throw ExitCode(3) }
    let learner = WeightLearner(
      library, parameters: try clauses.defaultProfile(of: library).parameters)
    let known = tuned.filter { !Evaluator.isSealed($0) }
    Terminal.write(
      Array(learner.learn([(passages, 1), (known, 0.25)]).xml().utf8))
  }
}
