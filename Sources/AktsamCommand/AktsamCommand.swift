import Aktsam
import ArgumentParser

/// Starts the command and turns errors into the exit codes that `--help` promises.
@main
struct Main {
  static func main() async {
    do {
      var command = try AktsamCommand.parseAsRoot()
      do {
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      } catch let error as ValidationError {
        // The command line was understood; its usage would not help.
        Terminal.error("Error: \(error.message)")
        AktsamCommand.exit(withError: ExitCode(2))
      }
    } catch {
      // ArgumentParser ends wrong use with 64 (EX_USAGE); ours is 2.
      guard AktsamCommand.exitCode(for: error) == .validationFailure else {
        AktsamCommand.exit(withError: error)
      }
      Terminal.error(AktsamCommand.fullMessage(for: error))
      AktsamCommand.exit(withError: ExitCode(2))
    }
  }
}

/// The command `aktsam`.
struct AktsamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aktsam",
    abstract: "Read human-rights commitments in procurement documents, with citations.",
    discussion: """
      aktsam checks self-assessments, tenders and contract terms against a library of \
      contractual requirements on human-rights due diligence, and says for each one whether it \
      is met, weak, contradicted or not found in the document: with the exact place in the \
      document and the provision in the norm. It reads; a person decides.

      EXAMPLES
        aktsam check response.xml
        aktsam check --profile dfo-terms --lang nb --format json tenders/ > report.json
        aktsam gaps --format docx --output gaps.docx --lang sv bidder-a/
        aktsam lint questionnaire.xml contract.xml
        aktsam annotate response.xml
        aktsam clauses show sifl-verification --lang sv
        aktsam explain no-deadline

      EXIT CODES
        0  nothing at or above --fail-on
        1  findings
        2  wrong use or configuration
        3  an input could not be read (goes before 1)
      """,
    version: toolVersion,
    subcommands: [
      CheckCommand.self, GapsCommand.self, CompareCommand.self, RegisterCommand.self,
      ServeCommand.self, LintCommand.self, LanguageServerCommand.self, AnnotateCommand.self,
      ClausesCommand.self,
      RulesCommand.self, ConfigCommand.self, BaselineCommand.self, ExplainCommand.self,
      FormatsCommand.self,
    ])
}
