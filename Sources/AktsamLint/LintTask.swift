import AktsamClauses
import AktsamDocuments
import AktsamText

/// Checks documents of a run one after the other. Not shared between tasks: its readers learn words as
/// they go.
package final class LintTask {
  private let linter: Linter
  private var readers: [String: LintReader] = [:]

  init(_ linter: Linter) { self.linter = linter }

  /// Returns what rules and readers find in a document; not settled yet, see
  /// ``Linter/finish(_:_:found:)``.
  ///
  /// - Parameters:
  ///   - surroundings: what ``Linter/surroundings(of:)`` gave.
  ///   - index: the document's index in it.
  /// - Returns: the findings.
  package func findings(_ surroundings: LintSurroundings, index: Int) -> [LintFinding] {
    let document = surroundings.documents[index]
    let path = document.source.path
    let settings = linter.settings(for: path)
    let asOf = settings.asOf?.value
    let profile =
      linter.library.profile(settings.profile.value)
      ?? Profile(
        id: settings.profile.value, version: "", title: LocalizedText(),
        description: LocalizedText(), parameters: [:], entries: [])
    var surroundings = surroundings
    surroundings.asOf = asOf
    let context = RuleContext(
      surroundings, index: index, profile: profile, languages: settings.languages.value
    ) { [self] in
      reader(profile).read(document, asOf: asOf)
    }
    var found: [LintFinding] = []
    for case let rule as any DocumentRule.Type in RuleTable.all {
      guard let options = settings.options(of: rule.info) else { continue }
      found += context.findings(of: rule, set: options)
    }
    return found + Linter.kept(document.findings, beside: found, path: path)
  }

  private func reader(_ profile: Profile) -> LintReader {
    if let reader = readers[profile.id] { return reader }
    let reader = linter.makeReader(profile)
    readers[profile.id] = reader
    return reader
  }
}
