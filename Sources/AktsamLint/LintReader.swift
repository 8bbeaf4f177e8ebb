package import AktsamClauses
package import AktsamDocuments
package import AktsamReading
import AktsamText

/// Reads documents with the engine, for rules that ask what a document says.
///
/// Not shared between tasks: the assessor learns words as it goes.
package final class LintReader {
  private let compiled: CompiledLibrary
  private let profile: Profile
  private let assessor: DocumentAssessor

  /// Creates a reader for a profile.
  package init(_ compiled: CompiledLibrary, profile: Profile) {
    self.compiled = compiled
    self.profile = profile
    assessor = DocumentAssessor(compiled, parameters: profile.parameters)
  }

  /// Creates a reader for a profile of a library whose lexicons are loaded.
  package convenience init(_ library: Library, profile: Profile) {
    self.init(
      CompiledLibrary(
        library, requirements: Set(profile.entries.map(\.requirement)), lexicon: nil),
      profile: profile)
  }

  /// Returns what a document says, read for itself: no other document of the run speaks for it.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - asOf: the date that ages are measured at, `yyyy-mm-dd`; nil = the document's own.
  /// - Returns: assessments and passages.
  package func read(_ document: Document, asOf: String?) -> LintReading {
    let reading = assessor.read(document, asOf: asOf ?? document.date, annotating: true)
    let input = SubjectAssessor.Input(document: document, reading: reading)
    return LintReading(
      assessments: SubjectAssessor(compiled.library).assess(profile, [input]),
      passages: reading.passageReadings)
  }
}
