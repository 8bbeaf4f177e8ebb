package import AktsamClauses
internal import AktsamDocuments
internal import AktsamReading
internal import AktsamText

/// A changed passage and how it was read.
package struct Mutant: Sendable {
  /// The id of the gold passage, or the requirement of an example.
  package var id: String
  /// The language.
  package var language: String
  /// The role.
  package var role: String
  /// The requirement.
  package var requirement: String
  /// What was done.
  package var mutation: MutationOperator
  /// The changed text.
  package var text: String
  /// The outcome read: `met`, `weak`, `contradicted` or `none`.
  package var outcome: String
  /// The weakness codes read.
  package var weaknesses: [String]

  /// Creates a mutant.
  package init(
    id: String, language: String, role: String, requirement: String, mutation: MutationOperator,
    text: String, outcome: String, weaknesses: [String]
  ) {
    self.id = id
    self.language = language
    self.role = role
    self.requirement = requirement
    self.mutation = mutation
    self.text = text
    self.outcome = outcome
    self.weaknesses = weaknesses
  }

  /// Whether it was read as expected.
  package var isRight: Bool {
    switch mutation.expectation {
    case .same: outcome == "met"
    case .contradicted: outcome == "contradicted"
    case .weak(let code): outcome == "weak" && weaknesses.contains(code)
    }
  }
}

/// Changes passages that are met and looks whether the reading notices
/// (design, section 5, *Mutation* and *Stability*).
package struct MutationRunner {
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

  /// The examples of the library that are met, as passages.
  package var examples: [GoldPassage] {
    library.requirements.flatMap { requirement in
      requirement.examples.filter { $0.outcome == "met" }.map { example in
        GoldPassage(
          id: requirement.id, language: example.language, role: example.role.rawValue,
          question: example.isMapped ? requirement.id : nil, text: example.text,
          labels: [
            GoldPassage.Label(requirement: requirement.id, outcome: "met", weaknesses: [])
          ])
      }
    }
  }

  /// Changes passages by every operator that applies.
  ///
  /// - Parameter passages: passages; only labels that are met count.
  /// - Returns: the mutants, and how many labels were left out because the passage as it stands is
  ///   not read as met or its language has no phrases.
  package func run(_ passages: [GoldPassage]) -> (mutants: [Mutant], leftOut: Int) {
    let assessor = DocumentAssessor(compiled, parameters: profile.parameters)
    var mutants: [Mutant] = []
    var leftOut = 0
    for passage in passages {
      for label in passage.labels where label.outcome == "met" {
        guard let requirement = library.requirement(label.requirement) else { continue }
        guard
          let mutator = Mutator(language: passage.language, parameters: profile.parameters),
          read(passage, requirement, assessor).outcome == "met"
        else {
          leftOut += 1
          continue
        }
        let source = Mutator.Source(
          text: Array(passage.text.utf8), role: DocumentRole(rawValue: passage.role) ?? .tender,
          requirement: requirement, isMapped: passage.question == requirement.id,
          sentences: assessor.read(Evaluator.document(of: passage), annotating: true)
            .passageReadings)
        for mutation in MutationOperator.allCases {
          guard let text = mutator.apply(mutation, to: source) else { continue }
          var changed = passage
          changed.text = text
          let (outcome, weaknesses) = read(changed, requirement, assessor)
          mutants.append(
            Mutant(
              id: passage.id, language: passage.language, role: passage.role,
              requirement: requirement.id, mutation: mutation, text: text, outcome: outcome,
              weaknesses: weaknesses))
        }
      }
    }
    return (mutants, leftOut)
  }

  private func read(
    _ passage: GoldPassage, _ requirement: Requirement, _ assessor: DocumentAssessor
  ) -> (outcome: String, weaknesses: [String]) {
    SinglePassage.read(passage, for: requirement, library, profile, assessor)
  }
}

/// Reads one passage for one requirement.
enum SinglePassage {
  /// Returns the outcome, `none` when the passage does not speak about the requirement, and the codes.
  static func read(
    _ passage: GoldPassage, for requirement: Requirement, _ library: Library, _ profile: Profile,
    _ assessor: DocumentAssessor
  ) -> (outcome: String, weaknesses: [String]) {
    let one = Profile(
      id: profile.id, version: profile.version, title: profile.title,
      description: profile.description, parameters: profile.parameters,
      entries: [Profile.Entry(requirement: requirement.id, level: .required, number: "")])
    let document = Evaluator.document(of: passage)
    let assessment = SubjectAssessor(library).assess(
      one,
      [
        SubjectAssessor.Input(
          document: document, reading: assessor.read(document, asOf: library.date))
      ])[0]
    guard [.met, .weak, .contradicted].contains(assessment.outcome) else { return ("none", []) }
    return (assessment.outcome.rawValue, assessment.weaknesses.map(\.code.rawValue))
  }
}
