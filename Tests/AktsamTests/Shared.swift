import Aktsam
import AktsamClauses
import AktsamReading
import AktsamText

/// What the tests of this target share.
enum Shared {
  /// The embedded library with its examples; nil when it does not load.
  static let library: Library? = LibraryStore.load(folder: nil, withExamples: true).library

  /// A finding as `rule path:line message`.
  static func line(_ finding: Finding) -> String {
    guard let place = finding.place else { return "\(finding.rule) \(finding.message)" }
    return "\(finding.rule) \(place.path):\(place.line) \(finding.message)"
  }
}
