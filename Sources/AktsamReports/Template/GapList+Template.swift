import AktsamClauses
import AktsamReading
import AktsamText

extension GapList {
  /// The names that a template of a gap list may use.
  static var templateNames: TemplateScope { GapNames("en").list.scope }

  /// The values of the names.
  var templateValue: TemplateValue { GapNames(source.language).list.value(self) }
}

/// The names of a gap list's templates with their values: where the JSON form has the same, by the same
/// name. Words for people are in the language of the list; `…Code` is the same in all languages.
///
/// Names may be added, never renamed: buyers have written them into their templates.
private struct GapNames {
  let texts: any LanguageTexts.Type

  init(_ language: String) { texts = ReportTexts.texts(language) }

  /// Returns a word as it begins a line.
  private func sentence(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  // MARK: - The list

  var list: TemplateRecord<GapList> {
    let texts = texts
    var record = TemplateRecord<GapList>()
    record.text("heading") { _ in texts.gap(.title) }
    record.text("subtitle") { _ in texts.gap(.subtitle) }
    record.line("supplier") { $0.supplier }
    addSource(to: &record)
    record.text("caveat") { _ in texts.word(.caveat) }
    record.text("summary") { list in
      texts.gapCounts(
        gaps: list.gaps.count, critical: list.count(.critical), high: list.count(.high),
        strengths: list.strengths.count)
    }
    record.number("gapCount") { $0.gaps.count }
    record.number("criticalCount") { $0.count(.critical) }
    record.number("highCount") { $0.count(.high) }
    record.number("mediumCount") { $0.count(.medium) }
    record.number("strengthCount") { $0.strengths.count }
    record.flag("redacted") { $0.isRedacted }
    record.flag("unverified") {
      $0.gaps.contains { $0.provisions.contains { $0.verified != "yes" } }
    }
    record.list("inputs", of: input) { $0.inputs }
    record.list("steps", of: step) { $0.steps }
    record.list("unread", of: remark) { $0.unread }
    record.list("remarks", of: remark) { $0.remarks }
    record.list("themes", of: theme) { $0.themes }
    record.list("gaps", of: gap) { $0.gaps }
    record.list("strengths", of: reading) { $0.strengths }
    record.list("dialogueOnly", of: gap) { $0.dialogueOnly }
    record.list("notApplicable", of: reading) { $0.switchedOff }
    record.words("statuses") { $0.statuses }
    record.group("labels", labels)
    return record
  }

  private func addSource(to record: inout TemplateRecord<GapList>) {
    record.line("procedure") { $0.source.procedure }
    record.line("lot") { $0.source.lot }
    record.line("profile") { $0.source.profileTitle }
    record.line("profileId") { $0.source.profile }
    record.line("profileVersion") { $0.source.profileVersion }
    record.line("library") { $0.source.libraryVersion }
    record.line("librarySha256") { $0.source.librarySHA256 }
    record.line("tool") { "aktsam \($0.source.toolVersion)" }
    record.line("lang") { $0.source.language }
    record.line("asOf") { $0.source.asOf ?? "" }
  }

  /// The words around the values, each by its name in ``GapWord``.
  private var labels: TemplateRecord<GapList> {
    let texts = texts
    var record = TemplateRecord<GapList>()
    for word in GapWord.allCases { record.text("\(word)") { _ in texts.gap(word) } }
    return record
  }

  private var input: TemplateRecord<Report.Input> {
    let texts = texts
    var record = TemplateRecord<Report.Input>()
    record.line("document") { $0.part.isEmpty ? $0.path : "\($0.path)!/\($0.part)" }
    record.text("kind") { $0.format.isEmpty ? "" : texts.role($0.role) }
    record.line("format") { $0.format }
    record.line("language") { $0.language }
    record.line("sha256") { $0.sha256 }
    return record
  }

  private var step: TemplateRecord<GapList.Step> {
    let texts = texts
    var outcome = TemplateRecord<(outcome: Outcome, count: Int)>()
    outcome.text("outcome") { sentence(texts.outcome($0.outcome)) }
    outcome.line("outcomeCode") { $0.outcome.rawValue }
    outcome.number("count") { $0.count }
    var record = TemplateRecord<GapList.Step>()
    record.text("step") { $0.number > 0 ? "\($0.number)" : "" }
    record.text("title") { $0.title }
    record.number("total") { $0.total }
    record.list("outcomes", of: outcome) { step in
      SubjectTextWriter.order.compactMap { outcome in
        step.counts[outcome].map { (outcome, $0) }
      }
    }
    return record
  }

  private var remark: TemplateRecord<GapList.Remark> {
    var record = TemplateRecord<GapList.Remark>()
    record.line("text") { $0.text }
    record.line("document") { $0.document }
    record.text("line") { $0.line > 0 ? "\($0.line)" : "" }
    record.line("rule") { $0.rule }
    return record
  }

  // MARK: - Gaps

  private var theme: TemplateRecord<GapList.Theme> {
    var record = TemplateRecord<GapList.Theme>()
    record.line("id") { $0.id }
    record.text("title") { $0.title }
    record.list("gaps", of: gap) { $0.gaps }
    return record
  }

  private var reading: TemplateRecord<Reading> {
    let texts = texts
    var record = TemplateRecord<Reading>()
    record.line("requirement") { $0.requirement }
    record.text("title") { $0.title }
    record.line("number") { $0.number }
    record.line("themeCode") { $0.theme }
    record.text("theme") { $0.themeTitle }
    record.text("severity") { sentence(texts.weight($0.severity)) }
    record.line("severityCode") { $0.severity.rawValue }
    record.text("step") { $0.step > 0 ? "\($0.step)" : "" }
    record.text("stepTitle") { texts.step($0.step) }
    record.text("level") { $0.level.map { sentence(texts.level($0)) } ?? "" }
    record.line("levelCode") { $0.level?.rawValue ?? "" }
    record.text("outcome") { sentence(texts.outcome($0.outcome)) }
    record.line("outcomeCode") { $0.outcome.rawValue }
    record.line("certaintyCode") { $0.certainty.rawValue }
    record.flag("unsure") { $0.certainty != .sure && $0.decision == nil }
    record.text("decision") { $0.decision.map { texts.decided($0) } ?? "" }
    record.flag("missing") { $0.outcome == .missing }
    record.list("quotations", of: quotation) { $0.quotations }
    record.words("demandedBy") { reading in
      (reading.demandedBy ?? []).map { "\($0.pathWithPart), \(texts.line($0.line))" }
    }
    return record
  }

  private var quotation: TemplateRecord<Reading.Quotation> {
    let texts = texts
    let clean = TemplateText.line
    var record = TemplateRecord<Reading.Quotation>()
    record.line("quote") { $0.text }
    record.line("citation") { quotation in
      QuotationLayout.quotation(quotation, texts: texts, clean: clean).source.map(\.plain).joined()
    }
    record.line("document") { $0.place.pathWithPart }
    record.number("line") { $0.place.line }
    record.line("label") { $0.label }
    record.line("language") { $0.language }
    record.line("party") { $0.party }
    return record
  }

  private var gap: TemplateRecord<Gap> {
    let texts = texts
    var weakness = TemplateRecord<Weakness>()
    weakness.text("name") { sentence(texts.weakness($0).name) }
    weakness.line("code") { $0.rawValue }
    weakness.text("mend") { texts.weakness($0).mend }
    var record = TemplateRecord<Gap>()
    record.line("id") { $0.id }
    record.merge(reading) { $0.reading }
    record.list("weaknesses", of: weakness) { $0.weaknesses }
    record.words("lacks") { $0.lacks }
    record.words("notFound") { $0.notFound }
    record.text("rationale") { $0.rationale }
    record.list("provisions", of: provision) { $0.provisions }
    record.words("strongAnswer") { $0.strongAnswer }
    record.text("wording") { $0.wording }
    record.text("dialogueQuestion") { $0.question }
    record.text("evidence") { sentence($0.evidence) }
    record.text("deadline") { $0.deadline?.text ?? texts.gap(.noDeadline) }
    record.line("deadlineDate") { $0.deadline?.date ?? "" }
    record.text("deadlineDays") { $0.deadline.map { "\($0.days)" } ?? "" }
    record.text("agreedAction") { $0.agreement?.action ?? "" }
    record.line("agreedOwner") { $0.agreement?.owner ?? "" }
    record.line("agreedDue") { $0.agreement?.due ?? "" }
    record.text("status") { texts.gap($0.agreement == nil ? .open : .agreed) }
    return record
  }

  private var provision: TemplateRecord<Gap.ProvisionCitation> {
    var record = TemplateRecord<Gap.ProvisionCitation>()
    record.line("id") { $0.id }
    record.line("citation") { $0.citation }
    record.text("statement") { $0.statement }
    record.address("url") { $0.address }
    record.flag("unverified") { $0.verified != "yes" }
    return record
  }
}

extension GapList {
  fileprivate func count(_ severity: Requirement.Weight) -> Int {
    gaps.count { $0.reading.severity == severity }
  }
}
