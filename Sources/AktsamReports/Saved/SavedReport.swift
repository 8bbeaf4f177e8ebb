package import AktsamClauses
package import AktsamReading
package import AktsamText

/// A report as it is kept as JSON: outcomes, quotations and the texts of its own language.
///
/// What was read needs no library to be compared or written again; a ``Report`` needs one, since its
/// writers compose texts. `JSONWriter` writes this value, ``ReportJSON`` reads it.
package struct SavedReport: Sendable, Hashable {
  /// What names the report.
  package struct Header: Sendable, Hashable {
    /// The tool's version.
    package var toolVersion: String
    /// The library's version.
    package var libraryVersion: String
    /// SHA-256 of the library; empty = not said.
    package var librarySHA256: String
    /// The profile's id.
    package var profile: String
    /// The profile's version.
    package var profileVersion: String
    /// The language of its texts.
    package var language: String
    /// The date that ages were measured at, `yyyy-mm-dd`; nil = none.
    package var asOf: String?
    /// The id of the procedure; empty = none.
    package var procedure: String
    /// The lot; empty = none.
    package var lot: String
  }

  /// One supplier, or one file.
  package struct Subject: Sendable, Hashable {
    /// The name: the file's or folder's.
    package var name: String
    /// The party; empty = not said.
    package var party: String
    /// The inputs.
    package var inputs: [Report.Input]
    /// What was found for each requirement.
    package var items: [Item]
    /// What was noticed about the inputs.
    package var findings: [Finding]
  }

  /// An assessment with what the report says beside it.
  package struct Item: Sendable, Hashable {
    /// The assessment.
    package var assessment: Assessment
    /// The number printed in the buyer's terms; empty = none.
    package var number: String
    /// How strictly it is asked for; nil outside the profile.
    package var level: Profile.Level?
    /// How much a gap matters; nil where the library did not know the requirement.
    package var severity: Requirement.Weight?
    /// Why the outcome is what it is, in the report's language.
    package var reason: String
    /// Ids of the provisions behind it.
    package var authorities: [String]
    /// What would make it strong; empty = nothing is left to wish.
    package var suggestion: String
    /// What to ask in a dialogue; empty = nothing.
    package var dialogueQuestion: String

    /// What holds: what a person decided, else what was read.
    package var outcome: Outcome { assessment.outcome }
  }

  /// The header.
  package var header: Header
  /// The subjects in the order given.
  package var subjects: [Subject]
}

extension SavedReport.Header {
  /// Creates the header of a report.
  init(_ header: Report.Header) {
    self.init(
      toolVersion: header.toolVersion, libraryVersion: header.library.version,
      librarySHA256: header.library.sha256, profile: header.profile.id,
      profileVersion: header.profile.version, language: header.language, asOf: header.asOf,
      procedure: header.procedure, lot: header.lot)
  }
}

extension SavedReport.Subject {
  /// Creates the form in which a subject is kept.
  init(_ subject: Report.Subject, in context: ReportContext) {
    self.init(
      name: subject.name, party: subject.party, inputs: subject.inputs,
      items: subject.assessments.map { assessment in
        let texts = AssessmentTexts(assessment, of: subject, in: context)
        let requirement = context.requirement(assessment.requirement)
        let entry = context.entry(assessment.requirement)
        return SavedReport.Item(
          assessment: assessment, number: entry?.number ?? "", level: entry?.level,
          severity: requirement?.severity, reason: texts.reason,
          authorities: requirement?.authorities ?? [], suggestion: texts.suggestion ?? "",
          dialogueQuestion: texts.dialogueQuestion)
      }, findings: subject.findings)
  }
}

extension SavedReport {
  /// Creates the form in which a report is kept.
  package init(_ report: Report) {
    let context = ReportContext(report.header)
    self.init(
      header: Header(report.header),
      subjects: report.subjects.map { Subject($0, in: context) })
  }
}
