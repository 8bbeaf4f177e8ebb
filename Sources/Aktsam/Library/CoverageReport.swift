package import AktsamClauses
internal import AktsamReports

/// What the library covers and what it lacks: words by language, examples by requirement, and what
/// nothing uses.
package struct CoverageReport {
  /// The number of examples that each requirement should have in each written language: met, weak (with
  /// different codes), near misses.
  private static let wanted = 2

  private let library: Library

  /// Creates a report.
  ///
  /// - Parameter library: a library loaded with its examples.
  package init(_ library: Library) {
    self.library = library
  }

  private struct Words {
    var language: String
    var concepts: Int
    var terms: Int
    var lacking: [String]
  }

  private var words: [Words] {
    library.lexicons.sorted { $0.key < $1.key }.map { language, lexicon in
      let named = Set(lexicon.entries.filter { !$0.terms.isEmpty }.map(\.concept))
      return Words(
        language: language, concepts: named.count,
        terms: lexicon.entries.reduce(0) { $0 + $1.terms.count },
        lacking: library.concepts.enumerated().filter { !named.contains($0.offset) }
          .map(\.element.id))
    }
  }

  /// What a requirement lacks in examples of a language; empty when it has enough.
  private func lackingExamples(_ requirement: Requirement, _ language: String) -> [String] {
    let own = requirement.examples.filter { $0.language == language }
    let codes = Set(own.filter { $0.outcome == "weak" }.flatMap(\.weaknesses))
    var lacking: [String] = []
    if own.count(where: { $0.outcome == "met" }) < Self.wanted { lacking.append("met") }
    if own.count(where: { $0.outcome == "weak" }) < Self.wanted || codes.count < Self.wanted {
      lacking.append("weak")
    }
    if own.count(where: { $0.outcome == "none" }) < Self.wanted { lacking.append("near miss") }
    return lacking
  }

  private var thin: [(requirement: String, language: String, lacking: [String])] {
    library.requirements.flatMap { requirement in
      ClauseVocabulary.writtenLanguages.compactMap { language in
        let lacking = lackingExamples(requirement, language)
        return lacking.isEmpty ? nil : (requirement.id, language, lacking)
      }
    }
  }

  private var inNoProfile: [String] {
    let asked = Set(library.profiles.flatMap { $0.entries.map(\.requirement) })
    return library.requirements.map(\.id).filter { !asked.contains($0) }
  }

  private var uncited: [String] {
    let cited = Set(library.requirements.flatMap(\.authorities))
    return library.sources.flatMap(\.provisions).map(\.id).filter { !cited.contains($0) }
  }

  private var unverified: [String] {
    library.sources.flatMap(\.provisions).filter { $0.verified != "yes" }.map(\.id)
  }

  /// Returns the report for a terminal.
  package func text() -> String {
    var lines = [
      "\(library.requirements.count) requirements, \(library.concepts.count) concepts, "
        + "\(library.requirements.reduce(0) { $0 + $1.examples.count }) examples, "
        + "\(library.profiles.count) profiles"
    ]
    for entry in words {
      lines.append(
        "\(entry.language): \(entry.terms) terms for \(entry.concepts) of "
          + "\(library.concepts.count) concepts")
      add("  without words", entry.lacking, to: &lines)
    }
    for entry in thin {
      lines.append(
        "\(entry.requirement) \(entry.language): fewer than \(Self.wanted) examples: "
          + entry.lacking.joined(separator: ", "))
    }
    add("in no profile", inNoProfile, to: &lines)
    add("cited by no requirement", uncited, to: &lines)
    add("not fully verified", unverified, to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ name: String, _ items: [String], to lines: inout [String]) {
    if !items.isEmpty { lines.append("\(name) (\(items.count)): \(items.joined(separator: ", "))") }
  }

  /// Returns the report as JSON.
  package func json() -> [UInt8] {
    func strings(_ items: [String]) -> JSONValue { .array(items.map { .string($0) }) }
    return JSONValue.object([
      ("requirements", .int(library.requirements.count)),
      ("concepts", .int(library.concepts.count)),
      (
        "languages",
        .object(
          words.map { entry in
            (
              entry.language,
              .object([
                ("concepts", .int(entry.concepts)), ("terms", .int(entry.terms)),
                ("lacking", strings(entry.lacking)),
              ])
            )
          })
      ),
      (
        "fewExamples",
        .array(
          thin.map {
            .object([
              ("requirement", .string($0.requirement)), ("language", .string($0.language)),
              ("lacking", strings($0.lacking)),
            ])
          })
      ),
      ("inNoProfile", strings(inNoProfile)), ("uncited", strings(uncited)),
      ("notVerified", strings(unverified)),
    ]).serialized(pretty: true)
  }
}
