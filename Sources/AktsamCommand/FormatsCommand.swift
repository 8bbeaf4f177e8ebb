import Aktsam
import AktsamDocuments
import AktsamReports
import ArgumentParser

/// `aktsam formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats that aktsam reads.")

  @Option(help: "The form of the listing.")
  var format: ListingFormat = .text

  func run() throws {
    let formats = FormatTable.formats
    switch format {
    case .json:
      Terminal.write(
        JSONValue.array(
          formats.map {
            .object([
              ("id", .string($0.id)), ("summary", .string($0.summary)),
              ("root", .string($0.root)),
            ])
          }
        ).serialized(pretty: true))
    case .text:
      let width = formats.map(\.id.count).max() ?? 0
      for info in formats {
        let padding = String(repeating: " ", count: width - info.id.count)
        Terminal.write("\(info.id)\(padding)  \(info.summary)\n")
      }
    }
  }
}
