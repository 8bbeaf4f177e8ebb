import Aktsam
import AktsamLanguageServer
import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `aktsam lsp`.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve an editor: findings while you write, help, fixes, an outline.",
    discussion: """
      Speaks the Language Server Protocol 3.17 over standard input and output. Set it up in your editor \
      as the server for XML, Markdown and text files; `.aktsam.yml` holds as for `aktsam lint`.

      EXAMPLES
        aktsam lsp
        aktsam lsp --lang sv --profile regions-due-diligence
      """)

  @OptionGroup var options: LintOptions

  @Option(help: "The language of titles and norms; the document's own without it.")
  var lang: ReportLanguage?

  func run() throws {
    let library = try options.clauses.load(withLexicons: false)
    let server = LanguageServer(
      onFilesWith: library, lexicon: options.clauses.lexicon,
      command: try options.settings(library), language: lang?.rawValue)
    let code = server.run(input: Self.next, output: { Terminal.write($0) })
    throw ExitCode(code)
  }

  /// Waits for bytes on standard input; nil at its end.
  private static func next() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count > 0 { return Array(buffer[..<count]) }
      if count < 0, errno == EINTR { continue }
      return nil
    }
  }
}
