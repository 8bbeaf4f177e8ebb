package import AktsamClauses
package import AktsamReading
package import AktsamText

/// Everything that a report shows, assembled by the façade; the writers know nothing else.
package struct Report: Sendable {
  /// What every report names so that it can be checked again in an appeal (design, section 7).
  package struct Header: Sendable {
    /// The tool's version.
    package var toolVersion: String
    /// The library, for titles, texts and norms; its version and hash are printed.
    package var library: Library
    /// The profile that was applied.
    package var profile: Profile
    /// The language of the report: `en`, `sv` or `nb`.
    package var language: String
    /// The date that ages were measured at, `yyyy-mm-dd`; nil = none.
    package var asOf: String?
    /// The id of the procedure; empty = none.
    package var procedure = ""
    /// The lot of the procedure; empty = none.
    package var lot = ""

    /// Creates a header.
    package init(
      toolVersion: String, library: Library, profile: Profile, language: String, asOf: String?
    ) {
      self.toolVersion = toolVersion
      self.library = library
      self.profile = profile
      self.language = language
      self.asOf = asOf
    }
  }

  /// One input of a subject.
  package struct Input: Sendable, Hashable {
    /// The path as the user gave it.
    package var path: String
    /// The member of a zip file that it is; empty for a plain file.
    package var part: String
    /// SHA-256 of the bytes as stored, lower-case hexadecimal.
    package var sha256: String
    /// The format id.
    package var format: String
    /// The language, or several joined by `+`, most passages first.
    package var language: String
    /// The role.
    package var role: DocumentRole
    /// `declared`, `format` or `inferred`.
    package var roleFrom: String
    /// The encoding that the input is stored in.
    package var encoding: String
    /// The party whose words these are; empty = not said.
    package var party: String

    /// Creates an input.
    package init(
      path: String, part: String = "", sha256: String, format: String, language: String,
      role: DocumentRole, roleFrom: String, encoding: String, party: String
    ) {
      self.path = path
      self.part = part
      self.sha256 = sha256
      self.format = format
      self.language = language
      self.role = role
      self.roleFrom = roleFrom
      self.encoding = encoding
      self.party = party
    }
  }

  /// One supplier, or one file, with its assessments.
  package struct Subject: Sendable {
    /// The name: the file's or folder's.
    package var name: String
    /// The party; empty = not said.
    package var party: String
    /// The inputs.
    package var inputs: [Input]
    /// The assessments in the profile's order.
    package var assessments: [Assessment]
    /// What was noticed about the inputs.
    package var findings: [Finding]
    /// What was agreed on gaps before, by requirement: what a gap list shows in its form.
    package var agreements: [String: Agreement] = [:]

    /// Creates a subject.
    package init(
      name: String, party: String, inputs: [Input], assessments: [Assessment],
      findings: [Finding]
    ) {
      self.name = name
      self.party = party
      self.inputs = inputs
      self.assessments = assessments
      self.findings = findings
    }
  }

  /// What was agreed with a supplier on a gap.
  package struct Agreement: Sendable, Hashable {
    /// What is to be done.
    package var action: String
    /// Who does it.
    package var owner: String
    /// By when, `yyyy-mm-dd`.
    package var due: String

    /// Creates an agreement.
    package init(action: String, owner: String, due: String) {
      self.action = action
      self.owner = owner
      self.due = due
    }
  }

  /// The header.
  package var header: Header
  /// The subjects in the order given.
  package var subjects: [Subject]

  /// Creates a report.
  package init(header: Header, subjects: [Subject]) {
    self.header = header
    self.subjects = subjects
  }
}
