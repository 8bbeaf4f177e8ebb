import Foundation
import Aktsam
import AktsamClauses
import AktsamReports
import AktsamText
let arguments = Array(CommandLine.arguments.dropFirst())
let (loaded, findings) = LibraryStore.load(folder: ProcessInfo.processInfo.environment["CL"] ?? "clauses", withExamples: arguments.first == "test")
for f in findings where f.severity == .error || (arguments.contains("-v")) { print(f.place.map { "\($0.path):\($0.line):\($0.column)" } ?? "", f.message) }
guard let library = loaded, let profile = library.profile("oecd-six-steps") else { print("no library"); exit(1) }

if arguments.first == "test" {
  let results = ExampleRunner(library, profile: profile).run()
  let failed = results.filter { !$0.isRight }
  for result in failed where arguments.count < 2 || result.requirement.hasPrefix(arguments[1]) {
    print("\(result.requirement) \(result.example.language) \(result.example.role.rawValue) exp \(result.example.outcome):\(result.example.weaknesses.joined(separator: ",")) got \(result.outcome):\(result.weaknesses.joined(separator: ","))\(result.example.isMapped ? " [mapped]" : "")\n   \(result.example.text)")
  }
  print(results.count - failed.count, "of", results.count)
} else {
  var passages: [GoldPassage] = []
  for path in arguments.dropFirst() where !path.hasPrefix("-") {
    let b = FileHandleRead(path)
    let (p, faults) = Evaluator.passages(in: b)
    passages += p
    for f in faults { print(path, f) }
  }
  if arguments.contains("-u") { passages.removeAll { Evaluator.isSealed($0) } }
  let (e, l) = Evaluator(library, parameters: profile.parameters).evaluate(passages)
  print(EvaluationReport(e, leftOut: l).text(errors: arguments.contains("-e")))
}
