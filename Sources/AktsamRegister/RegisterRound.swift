/// What one check of one supplier's documents found, as it is entered in the register.
package struct RegisterRound: Sendable, Hashable {
  /// One document that was read.
  package struct Input: Sendable, Hashable {
    /// The path as the user gave it.
    package var path: String
    /// The member of a zip file that it is; empty for a plain file.
    package var part: String
    /// SHA-256 of the bytes as stored, lower-case hexadecimal; empty = not known.
    package var sha256: String
    /// The format id.
    package var format: String
    /// The role of the document.
    package var role: String

    /// Creates an input.
    package init(
      path: String, part: String = "", sha256: String, format: String = "", role: String = ""
    ) {
      self.path = path
      self.part = part
      self.sha256 = sha256
      self.format = format
      self.role = role
    }
  }

  /// What was found on one requirement.
  package struct Assessment: Sendable, Hashable {
    /// The requirement's id.
    package var requirement: String
    /// The number printed in the buyer's terms; empty = none.
    package var number: String
    /// How much a gap matters: `critical`, `high`, `medium`.
    package var severity: String
    /// How strictly it is asked for: `required`, `expected`, `optional`; empty = not said.
    package var level: String
    /// What the tool found.
    package var outcome: RegisterOutcome
    /// `sure` or `check`.
    package var certainty: String
    /// The supplier's words; empty = none.
    package var quote: String
    /// Where they stand, for people: path, member, line; empty = nowhere.
    package var place: String

    /// Creates an assessment.
    package init(
      requirement: String, number: String = "", severity: String, level: String = "",
      outcome: RegisterOutcome, certainty: String, quote: String = "", place: String = ""
    ) {
      self.requirement = requirement
      self.number = number
      self.severity = severity
      self.level = level
      self.outcome = outcome
      self.certainty = certainty
      self.quote = quote
      self.place = place
    }
  }

  /// The supplier's name.
  package var supplier: String
  /// The number that tells it from others of that name, such as an organisation number; empty = not
  /// known.
  package var supplierIdentifier: String
  /// The id of the procedure; empty = none.
  package var procedure: String
  /// The lot; empty = none.
  package var lot: String
  /// The day of the round, `yyyy-mm-dd`.
  package var date: String
  /// The version of the tool.
  package var toolVersion: String
  /// The version of the clause library.
  package var libraryVersion: String
  /// SHA-256 of the library.
  package var librarySHA256: String
  /// The profile's id.
  package var profile: String
  /// The profile's version.
  package var profileVersion: String
  /// What was read.
  package var inputs: [Input]
  /// What was found, in the order of the terms; each requirement once.
  package var assessments: [Assessment]

  /// Creates a round.
  package init(
    supplier: String, supplierIdentifier: String = "", procedure: String = "", lot: String = "",
    date: String, toolVersion: String, libraryVersion: String, librarySHA256: String,
    profile: String, profileVersion: String, inputs: [Input], assessments: [Assessment]
  ) {
    self.supplier = supplier
    self.supplierIdentifier = supplierIdentifier
    self.procedure = procedure
    self.lot = lot
    self.date = date
    self.toolVersion = toolVersion
    self.libraryVersion = libraryVersion
    self.librarySHA256 = librarySHA256
    self.profile = profile
    self.profileVersion = profileVersion
    self.inputs = inputs
    self.assessments = assessments
  }
}

/// A round as the register confirmed it: what stands here is on the disk.
package struct AddedRound: Sendable, Hashable {
  /// Its id in the register.
  package var id: Int
  /// Which round of this supplier in this procedure it is, from 1.
  package var number: Int
  /// The supplier's short name.
  package var supplier: String
  /// Ids of gaps that were not there before.
  package var opened: [String] = []
  /// Ids of closed gaps that are worse than when they were closed.
  package var reopened: [String] = []
  /// Ids of gaps that are better than in the round before, those that are met now included.
  package var improved: [String] = []
  /// Ids of gaps that are worse than in the round before.
  package var worse: [String] = []
  /// Ids of gaps whose override no longer holds, since the tool reads something else now.
  package var lapsed: [String] = []
}
