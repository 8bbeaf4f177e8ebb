internal import AktsamDocuments
package import AktsamReading
package import AktsamReports
internal import AktsamText

/// A subject that was checked.
package struct CheckedSubject: Sendable {
  /// The subject as reports show it.
  package var subject: Report.Subject
  /// Its inputs in the order of the subject's, with their documents.
  package var inputs: [CheckedInput]
  /// Whether every input could be read to its end.
  package var isComplete: Bool { inputs.allSatisfy(\.isComplete) }

  /// The documents as the HTML report shows them.
  package var shownDocuments: [ReportDocument] {
    inputs.enumerated().compactMap { index, input in
      input.document.map { ReportDocument($0, input: index, of: subject) }
    }
  }
}

extension Checker {
  /// Reads the files of a plan and unites them into one subject.
  ///
  /// All files are parsed before any is assessed, since they tell about each other: whose words they
  /// hold, which are the buyer's, which are the same.
  ///
  /// - Returns: the subject with its documents.
  package func check(
    _ plan: SubjectPlan, with assessor: DocumentAssessor
  ) -> CheckedSubject {
    let files = plan.files.flatMap { FileAccess.read($0, below: plan.root).members() }
    guard files.count > 1 else {
      let inputs = files.map { read($0, with: assessor) }
      return CheckedSubject(subject: subject(name: plan.name, inputs), inputs: inputs)
    }
    var (manifest, parsed) = separate(files, plan)
    markDuplicates(in: &parsed)
    if let manifest { apply(manifest, plan, to: &parsed) }
    let tenderer = manifest?.supplier ?? Self.tenderer(of: parsed)
    if let tenderer {
      markOtherParties(in: &parsed, tenderer: tenderer, relied: manifest?.parties ?? [])
    }
    let enclosures = Enclosures(parsed)
    for index in parsed.indices {
      guard let document = parsed[index].document else { continue }
      parsed[index].findings += enclosures.findings(for: document)
    }
    let words = buyersWords(in: parsed)
    let inputs = parsed.map { assess($0, with: assessor, more: words) }
    var subject = subject(name: plan.name, inputs)
    if let tenderer { subject.party = tenderer.name }
    subject.findings += manifest?.findings ?? []
    return CheckedSubject(subject: subject, inputs: inputs)
  }

  /// Takes the manifest from among the files and parses the others.
  private func separate(
    _ files: [InputFile], _ plan: SubjectPlan
  ) -> (manifest: Manifest?, parsed: [ParsedInput]) {
    let name = Manifest.names[.submission]
    var forms = self.forms
    for file in files {
      if let bytes = file.bytes { forms.add(bytes, path: file.path, part: file.part) }
    }
    var manifest: Manifest?
    var parsed: [ParsedInput] = []
    for file in files {
      if manifest == nil, plan.href(of: file) == name, let bytes = file.bytes,
        let read = Manifest.read(
          bytes, path: file.path, part: file.part, schema: SchemaStore.schema("submission.xsd")),
        read.kind == .submission
      {
        manifest = read
      } else {
        parsed.append(parse(file, forms: forms))
      }
    }
    return (manifest, parsed)
  }

  /// A file that was handed in twice is read once.
  private func markDuplicates(in parsed: inout [ParsedInput]) {
    var first: [String: String] = [:]
    for index in parsed.indices {
      guard let document = parsed[index].document else { continue }
      guard let known = first[parsed[index].sha256] else {
        first[parsed[index].sha256] = parsed[index].file.pathWithPart
        continue
      }
      parsed[index].findings.append(
        Finding(
          rule: SubmissionMessages.duplicateRule, severity: .note,
          message: SubmissionMessages.duplicate(of: known),
          place: Place(in: document.source, segments: [], lines: document.lines)))
      parsed[index].document = nil
    }
  }

  /// Lets the manifest go before what the documents say themselves; a user's option goes before both.
  private func apply(
    _ manifest: Manifest, _ plan: SubjectPlan, to parsed: inout [ParsedInput]
  ) {
    var byHref: [String: Int] = [:]
    for (index, input) in parsed.enumerated() { byHref[plan.href(of: input.file)] = index }
    for entry in manifest.documents {
      guard let index = byHref[entry.href] else {
        guard !parsed.isEmpty else { continue }
        parsed[0].findings.append(
          Finding(
            rule: SubmissionMessages.namedRule, severity: .warning,
            message: SubmissionMessages.named(entry.href), place: entry.place))
        continue
      }
      guard var document = parsed[index].document else { continue }
      if let role = entry.role, options.role == nil {
        document.role = role
        document.roleOrigin = .declared
      }
      if let language = entry.language, options.documentLanguage == nil {
        document.language = language
      }
      document.date = entry.date ?? document.date ?? manifest.date
      if let party = entry.party { document.party = party }
      parsed[index].document = document
    }
    for index in parsed.indices where parsed[index].document?.date == nil {
      parsed[index].document?.date = manifest.date
    }
  }

  /// The tenderer of a submission without a manifest: whoever answers, else whoever is named first.
  private static func tenderer(of parsed: [ParsedInput]) -> Party? {
    let own = parsed.compactMap(\.document).filter { !$0.role.isBuyers && $0.party != nil }
    let answers = own.filter { $0.role == .response && $0.party?.kind == .supplier }
    return (answers.first ?? own.first { $0.party?.kind == .supplier } ?? own.first)?.party
  }

  /// Only the tenderer's words and those of bodies that it formally relies on unite (design, section 2).
  private func markOtherParties(
    in parsed: inout [ParsedInput], tenderer: Party, relied: [Party]
  ) {
    let named = parsed.compactMap(\.document)
      .filter { $0.party?.isSame(as: tenderer) ?? false }.flatMap(\.otherParties)
    let united = (relied + named).filter { $0.kind == .member || $0.kind == .reliedOn }
    for index in parsed.indices {
      guard var document = parsed[index].document, !document.role.isBuyers,
        let party = document.party, !party.isSame(as: tenderer),
        party.kind != .member, party.kind != .reliedOn,
        !united.contains(where: { $0.isSame(as: party) })
      else { continue }
      document.attribute(
        to: Party(name: party.name, identifier: party.identifier, kind: .subcontractor))
      parsed[index].findings.append(
        Finding(
          rule: SubmissionMessages.otherPartyRule, severity: .note,
          message: SubmissionMessages.otherParty(party.name, tenderer: tenderer.name),
          place: Place(in: document.source, segments: [], lines: document.lines)))
      parsed[index].document = document
    }
  }

  /// The buyer's words in the buyer's documents that a supplier handed in with its own.
  private func buyersWords(in parsed: [ParsedInput]) -> EchoIndex? {
    let buyers = parsed.compactMap(\.document).filter(\.role.isBuyers)
    guard !buyers.isEmpty, buyers.count < parsed.count else { return nil }
    var index = words
    for document in buyers { index.add(document) }
    return index
  }
}
