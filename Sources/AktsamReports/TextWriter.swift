import AktsamClauses
import AktsamReading
import AktsamText

/// The report for a terminal: the worst first, each with quotation, place, reason and remedy.
package enum TextWriter {
  /// Returns the report as plain text.
  ///
  /// - Parameters:
  ///   - report: what to show.
  ///   - colour: whether outcomes are coloured by control sequences.
  ///   - explain: whether elements, all quotations and the nearest passages are shown, too.
  /// - Returns: the text, with a final line feed.
  package static func report(_ report: Report, colour: Bool, explain: Bool) -> String {
    var writer = SubjectTextWriter(
      context: ReportContext(report.header), explain: explain, page: TextPage(colour: colour))
    writer.writeHeader()
    writer.writeMatrix(report)
    for subject in report.subjects { writer.write(subject) }
    writer.writeCaveat()
    return writer.page.text
  }
}

/// Writes subjects to a page.
struct SubjectTextWriter {
  let context: ReportContext
  let explain: Bool
  var page: TextPage

  /// Outcomes as they follow each other, the worst first.
  static let order: [Outcome] = [
    .contradicted, .missing, .unread, .weak, .met, .notApplicable,
  ]

  private var texts: any LanguageTexts.Type { context.texts }

  mutating func writeHeader() {
    let header = context.header
    var parts = [
      "aktsam \(header.toolVersion)",
      "\(texts.word(.library)) \(header.library.version) (\(header.library.sha256.prefix(12)))",
      "\(texts.word(.profile)) \(header.profile.id) \(header.profile.version)",
    ]
    if let asOf = header.asOf { parts.append("\(texts.word(.asOf)) \(asOf)") }
    page.wrapped(parts.joined(separator: ", "), indent: 0, style: .faint)
  }

  mutating func writeCaveat() {
    page.blank()
    page.wrapped(texts.word(.caveat), indent: 0)
  }

  // MARK: - Subject

  mutating func write(_ subject: Report.Subject) {
    page.blank()
    let title = [subject.name, subject.party].filter { !$0.isEmpty }.joined(separator: ", ")
    page.line(page.styled(page.clean(title), .strong))
    for input in subject.inputs { write(input, isOnly: subject.inputs.count == 1) }
    guard !subject.assessments.isEmpty else {
      page.wrapped(texts.word(.noAssessment), indent: 2)
      write(subject.findings)
      return
    }
    writeSummary(subject.assessments.filter(\.isDemanded))
    for outcome in Self.order {
      let assessments = subject.assessments.filter { $0.outcome == outcome && $0.isDemanded }
      guard !assessments.isEmpty else { continue }
      page.blank()
      page.line(page.styled("\(texts.heading(outcome)) (\(assessments.count))", .outcome(outcome)))
      for assessment in assessments { write(assessment, of: subject) }
    }
    writeForDialogue(subject.assessments.filter { !$0.isDemanded })
    write(subject.findings)
  }

  private mutating func write(_ input: Report.Input, isOnly: Bool) {
    guard !input.format.isEmpty else { return }
    var parts = ["\(texts.role(input.role)) (\(texts.roleOrigin(input.roleFrom)))", input.format]
    if !input.language.isEmpty { parts.append(input.language) }
    if !input.encoding.isEmpty, input.encoding != "utf-8" {
      parts.append("\(texts.word(.encoding)) \(input.encoding)")
    }
    if !isOnly, !input.party.isEmpty { parts.append("\(texts.word(.party)) \(input.party)") }
    let lead = isOnly ? "" : "\(input.part.isEmpty ? input.path : "\(input.path)!/\(input.part)"): "
    page.wrapped(lead + parts.joined(separator: ", "), indent: 2, hanging: 2)
  }

  private mutating func writeSummary(_ assessments: [Assessment]) {
    var parts: [String] = []
    for outcome in Self.order {
      let count = assessments.count { $0.outcome == outcome }
      if count > 0 { parts.append("\(count) \(texts.outcome(outcome))") }
    }
    let unsure = assessments.count { $0.certainty == .check }
    let tail = unsure > 0 ? "; \(texts.word(.toCheck)): \(unsure)" : ""
    page.wrapped(parts.joined(separator: ", ") + tail, indent: 2)
  }

  /// What the buyer's documents do not demand: one line each, to be talked about.
  private mutating func writeForDialogue(_ assessments: [Assessment]) {
    guard !assessments.isEmpty else { return }
    page.blank()
    page.line(page.styled("\(texts.word(.forDialogue)) (\(assessments.count))", .strong))
    page.blank()
    for assessment in assessments {
      page.wrapped(
        "\(context.title(assessment.requirement)) (\(assessment.requirement)): "
          + texts.outcome(assessment.outcome), indent: 2, hanging: 4)
    }
  }

  private mutating func write(_ findings: [Finding]) {
    guard !findings.isEmpty else { return }
    page.blank()
    page.line(page.styled("\(texts.word(.remarks)) (\(findings.count))", .strong))
    page.blank()
    for finding in findings {
      let place =
        finding.place.map { "\($0.pathWithPart):\($0.line):\($0.column): " } ?? ""
      let severity = texts.severity(finding.severity)
      page.wrapped(
        "\(place)\(severity): \(finding.message) (\(finding.rule))", indent: 2, hanging: 4,
        style: finding.severity == .note ? nil : .severity(isError: finding.severity == .error))
    }
  }

  // MARK: - Assessment

  private mutating func write(_ assessment: Assessment, of subject: Report.Subject) {
    let composed = AssessmentTexts(assessment, of: subject, in: context)
    page.blank()
    writeHead(assessment)
    if let decision = assessment.decision { page.wrapped(texts.decided(decision), indent: 4) }
    let listsReasons = assessment.outcome == .weak && !assessment.weaknesses.isEmpty
    if !listsReasons { page.wrapped(composed.reason, indent: 4) }
    if let demands = assessment.demandedBy, !demands.isEmpty {
      let places = demands.prefix(explain ? demands.count : 2)
        .map { "\($0.pathWithPart):\($0.line):\($0.column)" }
      page.wrapped(
        texts.labelled(.demandedBy, places.joined(separator: "; ")), indent: 4, hanging: 2)
    }
    writeEvidence(assessment)
    if assessment.outcome != .met || explain { writeWeaknesses(assessment) }
    if explain { writeElements(assessment, composed) }
    writeAdvice(assessment, composed)
  }

  private mutating func writeHead(_ assessment: Assessment) {
    let requirement = context.requirement(assessment.requirement)
    let entry = context.entry(assessment.requirement)
    var marks = [assessment.requirement]
    if let entry { marks.append(texts.level(entry.level)) }
    if let requirement { marks.append(texts.weight(requirement.severity)) }
    let number = (entry?.number).map { $0.isEmpty ? "" : "\($0) " } ?? ""
    let check =
      assessment.certainty == .check ? " [\(texts.certainty(.check))]" : ""
    page.wrapped(
      "\(number)\(context.title(assessment.requirement)) (\(marks.joined(separator: ", ")))"
        + check,
      indent: 2, hanging: 2, style: .strong)
  }

  private mutating func writeEvidence(_ assessment: Assessment) {
    let isNearest = Set(assessment.nearest)
    let limit = explain ? Int.max : assessment.outcome == .met ? 1 : 2
    let indices = assessment.evidence.indices.filter { !isNearest.contains($0) }
    for index in indices.prefix(limit) { write(assessment.evidence[index]) }
    guard explain else { return }
    let nearest = assessment.nearest.compactMap { assessment.evidence.at($0) }
    if !nearest.isEmpty { page.wrapped("\(texts.word(.nearest)):", indent: 4) }
    for evidence in nearest { write(evidence) }
    if assessment.searchedPassages > 0 {
      let searched = texts.searched(
        passages: assessment.searchedPassages, unread: assessment.unreadPassages)
      page.wrapped(texts.labelled(.searched, searched), indent: 4)
    }
  }

  private mutating func write(_ evidence: Evidence) {
    let place = evidence.place
    var head = "\(place.pathWithPart):\(place.line):\(place.column)"
    if !evidence.label.isEmpty { head += " (\(evidence.label))" }
    if !evidence.party.isEmpty { head += ", \(texts.word(.party)) \(evidence.party)" }
    if explain { head += ", \(texts.force(evidence.force))" }
    page.wrapped(head, indent: 4, hanging: 2, style: .faint)
    let quote = explain ? evidence.quote : shortened(evidence.quote, to: 600)
    page.wrapped(texts.quoted(quote), indent: 6)
  }

  private mutating func writeWeaknesses(_ assessment: Assessment) {
    guard !assessment.weaknesses.isEmpty else { return }
    page.wrapped(
      "\(texts.word(assessment.outcome == .met ? .whatElseIsWeak : .whyWeak)):", indent: 4)
    for weakness in assessment.weaknesses {
      page.wrapped(
        "- \(texts.weakness(weakness.code).name): \(texts.reason(weakness)) "
          + "[\(weakness.code.rawValue)]",
        indent: 6, hanging: 2)
    }
  }

  private mutating func writeElements(_ assessment: Assessment, _ composed: AssessmentTexts) {
    guard !assessment.elements.isEmpty else { return }
    page.wrapped("\(texts.word(.elements)):", indent: 4)
    for element in assessment.elements {
      let use = texts.word(element.isCore ? .core : .supporting)
      page.wrapped(
        "- \(composed.label(element.id)) (\(use)): \(texts.state(element.state))", indent: 6,
        hanging: 2)
    }
  }

  private mutating func writeAdvice(_ assessment: Assessment, _ composed: AssessmentTexts) {
    guard assessment.outcome != .met || explain else { return }
    let authorities = context.requirement(assessment.requirement)?.authorities ?? []
    if !authorities.isEmpty, assessment.outcome != .notApplicable {
      page.wrapped(
        texts.labelled(
          .restsOn, authorities.map(context.citation).joined(separator: "; ")),
        indent: 4, hanging: 2)
    }
    let advice =
      composed.additions + composed.wordings.map { texts.labelled($0.word, $0.text) }
    if !advice.isEmpty { page.wrapped("\(texts.word(.makesStrong)):", indent: 4) }
    for sentence in advice { page.wrapped("- \(sentence)", indent: 6, hanging: 2) }
    let asksSupplier = composed.role == .response || composed.role == .tender
    if asksSupplier, assessment.outcome != .met, assessment.outcome != .notApplicable,
      !composed.dialogueQuestion.isEmpty
    {
      page.wrapped(
        texts.labelled(.askSupplier, composed.dialogueQuestion), indent: 4, hanging: 2)
    }
  }
}
