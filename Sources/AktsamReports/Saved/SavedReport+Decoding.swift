import AktsamClauses
import AktsamReading
import AktsamText

/// Fields that a later version added are passed over; what is missing or of another kind is an error
/// that knows its path.
extension SavedReport: Decodable {
  private enum Key: String, CodingKey {
    case schema, tool, library, profile, lang, asOf, procedure, subjects
  }

  private enum VersionKey: String, CodingKey { case version, sha256, id, lot }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    // A form of another name is said to be one, whatever else it lacks.
    let schema = try fields.decode(String.self, forKey: .schema)
    guard schema == JSONWriter.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: fields,
        debugDescription: ReportJSON.otherSchema(schema))
    }
    let tool = try fields.nestedContainer(keyedBy: VersionKey.self, forKey: .tool)
    let library = try fields.nestedContainer(keyedBy: VersionKey.self, forKey: .library)
    let profile = try fields.nestedContainer(keyedBy: VersionKey.self, forKey: .profile)
    header = Header(
      toolVersion: try tool.decode(String.self, forKey: .version),
      libraryVersion: try library.decode(String.self, forKey: .version),
      librarySHA256: try library.text(.sha256),
      profile: try profile.decode(String.self, forKey: .id),
      profileVersion: try profile.decode(String.self, forKey: .version),
      language: try fields.decode(String.self, forKey: .lang),
      asOf: try fields.decodeIfPresent(String.self, forKey: .asOf), procedure: "", lot: "")
    if fields.contains(.procedure) {
      let procedure = try fields.nestedContainer(keyedBy: VersionKey.self, forKey: .procedure)
      header.procedure = try procedure.decode(String.self, forKey: .id)
      header.lot = try procedure.text(.lot)
    }
    subjects = try fields.decode([Subject].self, forKey: .subjects)
  }
}

extension SavedReport.Subject: Decodable {
  private enum Key: String, CodingKey { case subject, inputs, assessments, findings }
  private enum NameKey: String, CodingKey { case name, party }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let subject = try fields.nestedContainer(keyedBy: NameKey.self, forKey: .subject)
    name = try subject.decode(String.self, forKey: .name)
    party = try subject.text(.party)
    inputs = try fields.decode([SavedInput].self, forKey: .inputs).map(\.value)
    items = try fields.decode([SavedReport.Item].self, forKey: .assessments)
    findings = try fields.decode([SavedFinding].self, forKey: .findings).map(\.value)
  }
}

extension SavedReport.Item: Decodable {
  private enum Key: String, CodingKey {
    case requirement, number, level, severity, outcome, certainty, reason, demandedBy, elements
    case weaknesses, contradiction, evidence, nearest, searched, authorities, suggestion
    case dialogueQuestion, override
  }

  private enum SearchedKey: String, CodingKey { case passages, unread }
  private enum BetweenKey: String, CodingKey { case kind, between }
  private enum OverrideKey: String, CodingKey { case outcome, reason, by, on }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    var assessment = Assessment(
      requirement: try fields.decode(String.self, forKey: .requirement),
      outcome: try fields.word(.outcome), certainty: try fields.word(.certainty),
      demandedBy: try fields.decodeIfPresent([SavedPlace].self, forKey: .demandedBy)?
        .map(\.value),
      elements: try fields.decode([SavedElement].self, forKey: .elements).map(\.value),
      weaknesses: try fields.decode([SavedWeakness].self, forKey: .weaknesses).map(\.value),
      evidence: try fields.decode([SavedEvidence].self, forKey: .evidence).map(\.value),
      nearest: try fields.decode([Int].self, forKey: .nearest))
    if fields.contains(.contradiction) {
      let between = try fields.nestedContainer(keyedBy: BetweenKey.self, forKey: .contradiction)
      assessment.contradiction = Contradiction(
        kind: try between.word(.kind), between: try between.decode([Int].self, forKey: .between))
    }
    let searched = try fields.nestedContainer(keyedBy: SearchedKey.self, forKey: .searched)
    assessment.searchedPassages = try searched.decode(Int.self, forKey: .passages)
    assessment.unreadPassages = try searched.decode(Int.self, forKey: .unread)
    if try fields.contains(.override) && !fields.decodeNil(forKey: .override) {
      let override = try fields.nestedContainer(keyedBy: OverrideKey.self, forKey: .override)
      assessment.decide(
        try override.word(.outcome),
        Decision(
          machineOutcome: assessment.outcome,
          reason: try override.decode(String.self, forKey: .reason),
          by: try override.decode(String.self, forKey: .by),
          on: try override.decode(String.self, forKey: .on)))
    }
    self.assessment = assessment
    number = try fields.text(.number)
    level = try fields.wordIfPresent(.level)
    severity = try fields.wordIfPresent(.severity)
    reason = try fields.decode(String.self, forKey: .reason)
    authorities = try fields.decode([String].self, forKey: .authorities)
    suggestion = try fields.text(.suggestion)
    dialogueQuestion = try fields.text(.dialogueQuestion)
  }
}
