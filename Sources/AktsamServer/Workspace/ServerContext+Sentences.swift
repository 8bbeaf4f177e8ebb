internal import Aktsam
internal import AktsamClauses
internal import AktsamDocuments
internal import AktsamReading
internal import AktsamReports

extension ServerContext {
  /// Reads a text that was typed or pasted, every passage of it.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - name: what reports call it; its suffix says the format.
  ///   - options: the profile, and how the text is read.
  /// - Returns: the text with what it says, and what that means for the profile's requirements.
  /// - Throws: ``Problem`` when too much waits already, or a choice cannot be used.
  func read(
    _ text: [UInt8], name: String = "text.txt", options: ProcedureOptions
  ) async throws -> (input: CheckedInput, subject: Report.Subject) {
    let profile = try checked(options)
    return try await queue.run {
      try await checkers.run {
        let checker = plainCheckers.checker(profile, checkOptions(options, annotating: true))
        let input = checker.read(
          InputFile(path: name, bytes: text), with: checker.makeAssessor())
        return (input, checker.subject(name: name, [input]))
      }
    }
  }
}
