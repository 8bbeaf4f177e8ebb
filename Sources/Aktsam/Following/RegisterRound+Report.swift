internal import AktsamClauses
internal import AktsamReading
package import AktsamRegister
package import AktsamReports
internal import AktsamText

extension RegisterRound {
  /// Creates the round of a subject of a report.
  ///
  /// - Parameters:
  ///   - subject: the supplier with the assessments.
  ///   - header: the head of the report.
  ///   - identifier: the number that tells the supplier from others of its name; empty = not known.
  ///   - date: the day of the round, `yyyy-mm-dd`.
  package init(
    _ subject: Report.Subject, header: Report.Header, identifier: String = "", date: String
  ) {
    let entries = Dictionary(
      header.profile.entries.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      supplier: subject.party.isEmpty ? subject.name : subject.party,
      supplierIdentifier: identifier, procedure: header.procedure, lot: header.lot, date: date,
      toolVersion: header.toolVersion, libraryVersion: header.library.version,
      librarySHA256: header.library.sha256, profile: header.profile.id,
      profileVersion: header.profile.version,
      inputs: subject.inputs.map {
        Input(
          path: $0.path, part: $0.part, sha256: $0.sha256, format: $0.format,
          role: $0.role.rawValue)
      },
      assessments: subject.assessments.filter(\.isDemanded).map { assessment in
        let requirement = header.library.requirement(assessment.requirement)
        let entry = entries[assessment.requirement]
        let evidence = assessment.evidence.first
        return Assessment(
          requirement: assessment.requirement, number: entry?.number ?? "",
          severity: requirement?.severity.rawValue ?? "medium", level: entry?.level.rawValue ?? "",
          outcome: RegisterOutcome(rawValue: assessment.outcome.rawValue) ?? .unread,
          certainty: assessment.certainty.rawValue, quote: evidence?.quote ?? "",
          place: evidence.map { Self.position($0.place) } ?? "")
      })
  }

  /// A place for people: path, member, line.
  private static func position(_ place: Place) -> String {
    (place.part.isEmpty ? place.path : "\(place.path)!/\(place.part)") + ":\(place.line)"
  }
}
