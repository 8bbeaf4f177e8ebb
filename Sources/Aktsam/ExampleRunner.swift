package import AktsamClauses
internal import AktsamDocuments
internal import AktsamReading
internal import AktsamText

/// The result of one example of the library.
package struct ExampleResult: Sendable {
  /// The requirement's id.
  package var requirement: String
  /// The example.
  package var example: Example
  /// What was read: `met`, `weak`, `contradicted` or `none`.
  package var outcome: String
  /// The weakness codes read.
  package var weaknesses: [String]

  /// Whether the outcome is the expected one and every expected weakness was named.
  package var isRight: Bool {
    outcome == example.outcome && Set(example.weaknesses).isSubset(of: weaknesses)
  }
}

/// Runs the examples of the library, which are its tests and its documentation at once.
package struct ExampleRunner {
  private let library: Library
  private let compiled: CompiledLibrary
  private let profile: Profile

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - library: a library loaded with its examples.
  ///   - profile: the profile whose parameters apply.
  package init(_ library: Library, profile: Profile) {
    self.library = library
    self.profile = profile
    compiled = CompiledLibrary(library)
  }

  /// Runs all examples, in the order of the library.
  package func run() -> [ExampleResult] {
    let assessor = DocumentAssessor(compiled, parameters: profile.parameters)
    return library.requirements.flatMap { requirement in
      requirement.examples.map { example in
        let passage = GoldPassage(
          id: requirement.id, language: example.language, role: example.role.rawValue,
          question: example.isMapped ? requirement.id : nil, text: example.text, labels: [])
        let read = SinglePassage.read(passage, for: requirement, library, profile, assessor)
        return ExampleResult(
          requirement: requirement.id, example: example, outcome: read.outcome,
          weaknesses: read.weaknesses)
      }
    }
  }
}
