package import AktsamClauses
import AktsamReading

extension SavedReport {
  /// Whether a library is the one that the report was made with.
  package func isMade(with library: Library) -> Bool {
    header.libraryVersion == library.version && header.librarySHA256 == library.sha256
  }

  /// Returns the report as its writers know it, to make gap lists of it or write it in another form.
  ///
  /// Outcomes, quotations, numbers, levels and severities are those that were saved, and the header
  /// names the library and the terms that they rest on; texts come from the library at hand. Where it
  /// is another (see ``isMade(with:)``), labels may be worded otherwise than they were then. What a
  /// person decided instead of what was read goes before it.
  ///
  /// - Parameters:
  ///   - library: the library that gives texts.
  ///   - language: the language of the texts; nil = that of the saved report.
  /// - Returns: the report.
  package func report(library: Library, language: String? = nil) -> Report {
    var header = Report.Header(
      toolVersion: self.header.toolVersion, library: completed(library),
      profile: profile(in: library), language: language ?? self.header.language,
      asOf: self.header.asOf)
    header.procedure = self.header.procedure
    header.lot = self.header.lot
    return Report(
      header: header,
      subjects: subjects.map { subject in
        Report.Subject(
          name: subject.name, party: subject.party, inputs: subject.inputs,
          assessments: subject.items.map(\.assessment), findings: subject.findings)
      })
  }

  /// Each requirement once, as the first subject has it.
  private var items: [Item] {
    var seen: Set<String> = []
    return subjects.flatMap(\.items).filter { seen.insert($0.assessment.requirement).inserted }
  }

  /// The library with the versions, severities and provisions that the report was made with.
  private func completed(_ library: Library) -> Library {
    var library = library
    library.version = header.libraryVersion
    library.sha256 = header.librarySHA256
    var indices: [String: Int] = [:]
    for (index, requirement) in library.requirements.enumerated() {
      indices[requirement.id] = index
    }
    for item in items {
      guard let severity = item.severity else { continue }
      if let index = indices[item.assessment.requirement] {
        library.requirements[index].severity = severity
        library.requirements[index].authorities = item.authorities
      } else {
        library.requirements.append(Self.unknown(item, severity))
      }
    }
    return library
  }

  /// A requirement that the library at hand does not hold, with what the report says of it.
  private static func unknown(_ item: Item, _ severity: Requirement.Weight) -> Requirement {
    Requirement(
      id: item.assessment.requirement, theme: "", step: 0, severity: severity, roles: [],
      kind: .duty, title: LocalizedText(), rationale: LocalizedText(),
      authorities: item.authorities, question: LocalizedText(),
      dialogue: LocalizedText(
        item.dialogueQuestion.isEmpty ? [:] : ["en": item.dialogueQuestion]),
      wording: LocalizedText(), evidence: LocalizedText(), topic: [], unless: [], denial: [],
      elements: [], examples: [])
  }

  /// The terms as they were, with the name and the parameters that the library knows them by.
  private func profile(in library: Library) -> Profile {
    let known = library.profile(header.profile)
    return Profile(
      id: header.profile, version: header.profileVersion,
      title: known?.title ?? LocalizedText(["en": header.profile]),
      description: known?.description ?? LocalizedText(), parameters: known?.parameters ?? [:],
      entries: items.compactMap { item in
        guard let level = item.level else { return nil }
        return Profile.Entry(
          requirement: item.assessment.requirement, level: level, number: item.number)
      })
  }
}
