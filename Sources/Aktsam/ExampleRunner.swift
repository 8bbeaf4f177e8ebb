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
  /// The surroundings it was read in.
  package var setting: ExampleSetting = .alone

  /// Whether the outcome is the expected one and every expected weakness was named.
  package var isRight: Bool {
    outcome == example.outcome && Set(example.weaknesses).isSubset(of: weaknesses)
  }
}

/// The surroundings in which an example is read; none of them may change what it says.
package enum ExampleSetting: String, Sendable, CaseIterable {
  /// By itself.
  case alone
  /// Behind letters of several bytes, so that offsets in bytes, scalars and characters differ.
  case behindMultibyte = "behind-multibyte"
  /// As an item of a list.
  case listItem = "list-item"
  /// Behind a sentence about something else.
  case behindSentence = "behind-sentence"

  /// Returns the example's text in the surroundings; nil where a language has no sentence for them.
  func text(_ example: Example) -> String? {
    switch self {
    case .alone: example.text
    case .behindMultibyte: "Åäö – ÆØ „漢字“ 🙂.\n\n" + example.text
    case .listItem: "\u{2022} " + example.text
    case .behindSentence:
      MutationPhrases(language: example.language).map { $0.sentence + " " + example.text }
    }
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

  /// The shortest example that is read in other surroundings, in bytes: "Yes." says more with a sentence
  /// beside it.
  private static let shortest = 60

  /// Runs all examples, in the order of the library.
  ///
  /// - Parameter settings: the surroundings to read them in.
  /// - Returns: a result for each example and surroundings that apply to it.
  package func run(in settings: [ExampleSetting] = [.alone]) -> [ExampleResult] {
    let assessor = DocumentAssessor(compiled, parameters: profile.parameters)
    return library.requirements.flatMap { requirement in
      requirement.examples.flatMap { example in
        settings.compactMap { setting -> ExampleResult? in
          guard let text = setting.text(example),
            setting == .alone || example.text.utf8.count >= Self.shortest
          else { return nil }
          let passage = GoldPassage(
            id: requirement.id, language: example.language, role: example.role.rawValue,
            question: example.isMapped ? requirement.id : nil, text: text, labels: [])
          let read = SinglePassage.read(passage, for: requirement, library, profile, assessor)
          return ExampleResult(
            requirement: requirement.id, example: example, outcome: read.outcome,
            weaknesses: read.weaknesses, setting: setting)
        }
      }
    }
  }
}
