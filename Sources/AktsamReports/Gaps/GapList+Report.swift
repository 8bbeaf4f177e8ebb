import AktsamClauses
import AktsamReading
import AktsamText

extension GapList {
  /// Makes the gap list of a subject.
  ///
  /// - Parameters:
  ///   - subject: the supplier with the assessments.
  ///   - header: the header of the report: library, profile and the language of the list.
  ///   - redacted: whether names and contact details are masked in quotations, and in what people agreed
  ///     and decided.
  package init(_ subject: Report.Subject, header: Report.Header, redacted: Bool = false) {
    let context = ReportContext(header)
    var subject = subject
    if redacted {
      let redaction = Redaction(context.texts)
      subject.assessments = subject.assessments.map { redaction.masked($0) }
      subject.agreements = subject.agreements.mapValues { redaction.masked($0) }
    }
    let builder = GapBuilder(subject: subject, context: context)
    supplier = builder.supplier
    source = Source(
      toolVersion: header.toolVersion, libraryVersion: header.library.version,
      librarySHA256: header.library.sha256, libraryDate: header.library.date,
      profile: header.profile.id, profileVersion: header.profile.version,
      profileTitle: header.profile.title[context.language], procedure: header.procedure,
      lot: header.lot, language: context.texts.code, asOf: header.asOf, subject: subject.name)
    inputs = subject.inputs
    steps = builder.steps
    unread = builder.unread
    remarks = builder.remarks
    let gaps = builder.gaps
    themes = builder.themes(gaps.filter(\.isDemanded).map(\.gap))
    dialogueOnly = gaps.filter { !$0.isDemanded }.map(\.gap)
    strengths = builder.readings(.met)
    switchedOff = builder.readings(.notApplicable)
    isRedacted = redacted
  }

  /// Makes the gap lists of a report, one a subject.
  package static func lists(_ report: Report, redacted: Bool = false) -> [GapList] {
    report.subjects.map { GapList($0, header: report.header, redacted: redacted) }
  }
}

/// Makes gaps of assessments.
private struct GapBuilder {
  let subject: Report.Subject
  let context: ReportContext

  private var texts: any LanguageTexts.Type { context.texts }

  var supplier: String { subject.party.isEmpty ? subject.name : subject.party }

  // MARK: - Front page

  var steps: [GapList.Step] {
    var counts: [Int: [Outcome: Int]] = [:]
    for assessment in subject.assessments where assessment.isDemanded {
      let step = context.requirement(assessment.requirement)?.step ?? 0
      counts[step, default: [:]][assessment.outcome, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map {
      GapList.Step(number: $0.key, title: texts.step($0.key), counts: $0.value)
    }
  }

  var unread: [GapList.Remark] {
    let errors = subject.findings.filter { $0.severity == .error }.map(remark)
    // Whatever else was found, a document without a format was not read.
    let known = Set(errors.map(\.document))
    let lost = subject.inputs.filter { $0.format.isEmpty && !known.contains(document(of: $0)) }
      .map { input in
        GapList.Remark(
          rule: "", text: texts.heading(.unread), document: document(of: input), line: 0)
      }
    let most = subject.assessments.max { $0.unreadPassages < $1.unreadPassages }
    var remarks = errors + lost
    if let most, most.unreadPassages > 0 {
      remarks.append(
        GapList.Remark(
          rule: "",
          text: texts.unreadReason(
            passages: most.searchedPassages, unread: most.unreadPassages),
          document: "", line: 0))
    }
    return remarks
  }

  var remarks: [GapList.Remark] {
    subject.findings.filter { $0.severity == .warning }.map(remark)
  }

  private func document(of input: Report.Input) -> String {
    input.part.isEmpty ? input.path : "\(input.path)!/\(input.part)"
  }

  private func remark(_ finding: Finding) -> GapList.Remark {
    // The rule speaks the language of the list; the message, in English, holds the names.
    let rule = FindingRules.rule(finding.rule, language: context.language).text
    let message = finding.message
    return GapList.Remark(
      rule: finding.rule,
      text: FindingRules.knows(finding.rule) ? "\(rule) (\(message))" : message,
      document: finding.place?.pathWithPart ?? "", line: finding.place?.line ?? 0)
  }

  // MARK: - Readings

  func readings(_ outcome: Outcome) -> [Reading] {
    subject.assessments.filter { $0.outcome == outcome }.map(reading)
  }

  private func reading(_ assessment: Assessment) -> Reading {
    let requirement = context.requirement(assessment.requirement)
    let entry = context.entry(assessment.requirement)
    return Reading(
      requirement: assessment.requirement, title: context.title(assessment.requirement),
      number: entry?.number ?? "", theme: ThemeNames.base(requirement?.theme ?? ""),
      themeTitle: ThemeNames.name(requirement?.theme ?? "", language: context.language),
      severity: requirement?.severity ?? .medium, step: requirement?.step ?? 0,
      level: entry?.level, outcome: assessment.outcome, certainty: assessment.certainty,
      quotations: Reading.quotations(of: assessment), demandedBy: assessment.demandedBy,
      decision: assessment.decision)
  }

  // MARK: - Gaps

  var gaps: [(gap: Gap, isDemanded: Bool)] {
    subject.assessments.enumerated().compactMap { position, assessment in
      switch assessment.outcome {
      case .met, .notApplicable: nil
      case .weak, .contradicted, .missing, .unread:
        (gap(assessment, at: position), assessment.isDemanded)
      }
    }
  }

  func themes(_ gaps: [Gap]) -> [GapList.Theme] {
    var themes: [GapList.Theme] = []
    for gap in gaps.sorted(by: { $0.order < $1.order }) {
      if let index = themes.firstIndex(where: { $0.id == gap.reading.theme }) {
        themes[index].gaps.append(gap)
      } else {
        themes.append(
          GapList.Theme(id: gap.reading.theme, title: gap.reading.themeTitle, gaps: [gap]))
      }
    }
    return themes
  }

  private func gap(_ assessment: Assessment, at position: Int) -> Gap {
    let composed = AssessmentTexts(assessment, of: subject, in: context)
    let requirement = context.requirement(assessment.requirement)
    let language = context.language
    let reading = reading(assessment)
    let absent = assessment.elements.filter { $0.state == .absent || $0.state == .denied }
    return Gap(
      id: "\(assessment.requirement)@\(slug(supplier))", reading: reading,
      weaknesses: assessment.weaknesses.map(\.code), lacks: lacks(assessment, composed),
      notFound: distinct(absent.filter(\.isCore).map { composed.label($0.id) }),
      rationale: requirement?.rationale[language] ?? "",
      provisions: (requirement?.authorities ?? []).map(provision),
      strongAnswer: strongAnswer(assessment, composed),
      wording: requirement?.wording[language] ?? "", question: composed.dialogueQuestion,
      evidence: requirement?.evidence[language] ?? "", deadline: deadline(assessment),
      agreement: subject.agreements[assessment.requirement],
      order: Gap.Order(
        severity: Requirement.Weight.allCases.firstIndex(of: reading.severity) ?? 0,
        step: reading.step,
        outcome: SubjectTextWriter.order.firstIndex(of: assessment.outcome) ?? 0,
        position: position))
  }

  private func lacks(_ assessment: Assessment, _ composed: AssessmentTexts) -> [String] {
    guard assessment.outcome == .weak, !assessment.weaknesses.isEmpty else {
      return [composed.reason]
    }
    let reasons = assessment.weaknesses.map { RequirementPage.sentence(texts.reason($0)) }
    let party = assessment.evidence.first?.party ?? ""
    return reasons
      + (party.isEmpty ? [] : [RequirementPage.sentence(texts.otherParty(party))])
  }

  /// What the answer must hold, what it should hold besides, and how to mend what is weak.
  private func strongAnswer(
    _ assessment: Assessment, _ composed: AssessmentTexts
  ) -> [String] {
    guard assessment.outcome != .unread else { return [texts.readableSuggestion] }
    let met = Set(assessment.elements.filter { $0.state == .met }.map(\.id))
    let open = (composed.requirement?.elements ?? []).filter { !met.contains($0.id) }
    let labels =
      (open.filter { $0.core.contains(composed.role) }
      + open.filter { !$0.core.contains(composed.role) })
      .map { RequirementPage.sentence(composed.label($0.id)) }
    return distinct(labels + composed.mends)
  }

  private func provision(_ id: String) -> Gap.ProvisionCitation {
    let found = context.header.library.provision(id)
    return Gap.ProvisionCitation(
      id: id, citation: context.citation(id),
      statement: found?.provision.statement[context.language] ?? "",
      address: found?.source.url ?? "", verified: found?.provision.verified ?? "no")
  }

  /// A denial asks for a plan, everything else for information; the terms say how soon.
  private func deadline(_ assessment: Assessment) -> Gap.Deadline? {
    let isDenied = assessment.contradiction?.kind == .denied
    let names =
      isDenied ? ["plan-days", "information-days"] : ["information-days", "plan-days"]
    let parameters = context.header.profile.parameters
    guard let name = names.first(where: { parameters[$0] ?? 0 > 0 }), let days = parameters[name]
    else { return nil }
    let date = context.header.asOf.flatMap { CalendarDate($0) }?.adding(days).text
    return Gap.Deadline(
      parameter: name, days: days, date: date,
      text: texts.proposedDeadline(plan: name == "plan-days", days: days, date: date))
  }
}

extension Reading {
  /// Returns the words behind an assessment: what excludes each other comes first, then what speaks
  /// about it, best first.
  static func quotations(of assessment: Assessment) -> [Quotation] {
    let first = assessment.contradiction?.between ?? []
    let rest = assessment.evidence.indices.filter { !first.contains($0) }
    // Beside a statement, a passage that merely comes near says nothing.
    let nearest = Set(assessment.outcome == .missing ? [] : assessment.nearest)
    return (first + rest).filter { !nearest.contains($0) }
      .compactMap { assessment.evidence.at($0) }
      .map {
        Quotation(
          text: $0.quote, place: $0.place, label: $0.label, language: $0.language,
          party: $0.party)
      }
  }
}
