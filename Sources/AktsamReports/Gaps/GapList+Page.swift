import AktsamClauses
import AktsamReading
import AktsamText

extension GapList {
  /// The list laid out for people.
  package var page: Page {
    let layout = GapLayout(self)
    let texts = ReportTexts.texts(source.language)
    let title = "\(texts.gap(.title)): \(layout.clean(supplier))"
    return Page(
      title: title, subtitle: texts.gap(.subtitle), footer: title, language: source.language,
      toolVersion: source.toolVersion, blocks: layout.blocks)
  }
}

/// Lays a gap list out.
struct GapLayout {
  let list: GapList
  let texts: any LanguageTexts.Type
  private let cleaner = TextPage(colour: false)

  init(_ list: GapList) {
    self.list = list
    texts = ReportTexts.texts(list.source.language)
  }

  /// How many quotations stand beside a requirement; JSON holds all.
  static let quotationLimit = 3

  /// Returns a text in one line, without control characters.
  func clean(_ text: String) -> String { cleaner.clean(text) }

  private func word(_ word: GapWord) -> String { texts.gap(word) }

  var blocks: [Page.Block] {
    front + [.contents(title: word(.contents), depth: 1)] + overview
      + list.themes.flatMap(blocks) + strengths + dialogueOnly + switchedOff
  }

  // MARK: - Front page

  private var front: [Page.Block] {
    var blocks: [Page.Block] = [.definitions(about)]
    let gaps = list.gaps
    let counts = texts.gapCounts(
      gaps: gaps.count, critical: gaps.count { $0.reading.severity == .critical },
      high: gaps.count { $0.reading.severity == .high }, strengths: list.strengths.count)
    blocks += [
      heading(1, word(.summary), "summary"), .paragraph([.text(counts)], .lead),
      .paragraph([.text(texts.word(.caveat))], .note),
    ]
    if list.gaps.contains(where: { $0.provisions.contains { $0.verified != "yes" } }) {
      blocks.append(.paragraph([.text(word(.unverified))], .note))
    }
    if list.isRedacted { blocks.append(.paragraph([.text(word(.masked))], .note)) }
    if !list.steps.isEmpty { blocks.append(.table(stepTable)) }
    blocks += [heading(1, word(.documentsRead), "documents"), .table(inputTable)]
    blocks.append(heading(1, word(.notRead), "unread"))
    blocks.append(
      list.unread.isEmpty
        ? .paragraph([.text(word(.everythingRead))]) : .list(list.unread.map(line)))
    if !list.remarks.isEmpty {
      blocks += [heading(1, word(.remarks), "remarks"), .list(list.remarks.map(line))]
    }
    return blocks
  }

  private var about: [Page.Definition] {
    let source = list.source
    var about = [Page.Definition(word(.supplier), [.strong(clean(list.supplier))])]
    if !source.procedure.isEmpty {
      about.append(Page.Definition(word(.procedure), [.text(clean(source.procedure))]))
    }
    if !source.lot.isEmpty {
      about.append(Page.Definition(word(.lot), [.text(clean(source.lot))]))
    }
    about.append(
      Page.Definition(
        word(.profile),
        [
          .text("\(clean(source.profileTitle)) ("), .code(clean(source.profile)),
          .text(" \(clean(source.profileVersion)))"),
        ]))
    if let asOf = source.asOf {
      about.append(Page.Definition(word(.agesMeasured), [.text(clean(asOf))]))
    }
    about.append(
      Page.Definition(
        word(.library),
        [.text("\(clean(source.libraryVersion)), SHA-256 "), .code(source.librarySHA256)]))
    about.append(Page.Definition(word(.tool), [.text("aktsam \(clean(source.toolVersion))")]))
    return about
  }

  private var stepTable: Page.Table {
    let total = list.steps.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
    let outcomes = SubjectTextWriter.order.filter { total[$0] ?? 0 > 0 }
    let columns =
      [Page.Column(word(.step), width: 36, namesRow: true)]
      + outcomes.map { Page.Column(sentence(texts.outcome($0)), width: 15, isNumeric: true) }
      + [Page.Column(word(.total), width: 11, isNumeric: true)]
    func row(_ name: [Page.Inline], _ counts: [Outcome: Int]) -> [[Page.Inline]] {
      [name] + outcomes.map { [.text("\(counts[$0] ?? 0)")] }
        + [[.strong("\(counts.values.reduce(0, +))")]]
    }
    return Page.Table(
      caption: word(.summaryByStep), columns: columns,
      rows: list.steps.map { step in
        row([.text(step.number > 0 ? "\(step.number). \(step.title)" : step.title)], step.counts)
      } + [row([.strong(word(.total))], total)])
  }

  private var inputTable: Page.Table {
    Page.Table(
      caption: word(.documentsRead),
      columns: [
        Page.Column(word(.document), width: 27, namesRow: true),
        Page.Column(word(.kind), width: 16),
        Page.Column(word(.format), width: 14), Page.Column(word(.language), width: 13),
        Page.Column(word(.hash), width: 42),
      ],
      rows: list.inputs.map { input in
        let path = input.part.isEmpty ? input.path : "\(input.path)!/\(input.part)"
        return [
          [.text(clean(path))], [.text(input.format.isEmpty ? "" : texts.role(input.role))],
          [.text(clean(input.format))], [.text(clean(input.language))], [.code(input.sha256)],
        ]
      })
  }

  private func line(_ remark: GapList.Remark) -> [Page.Inline] {
    var line: [Page.Inline] = []
    if !remark.document.isEmpty {
      line.append(.text(clean(remark.document)))
      if remark.line > 0 { line.append(.text(", \(texts.line(remark.line))")) }
      line.append(.text(": "))
    }
    line.append(.text(clean(remark.text)))
    if !remark.rule.isEmpty { line += [.text(" "), .code(clean(remark.rule))] }
    return line
  }

  // MARK: - Overview

  private var overview: [Page.Block] {
    let head: [Page.Block] = [.pageBreak, heading(1, word(.overview), "overview")]
    guard !list.gaps.isEmpty else { return head + [.paragraph([.text(word(.noGaps))])] }
    let rows: [[[Page.Inline]]] = list.gaps.map { gap in
      let reading = gap.reading
      return [
        [.text(clean(reading.number))],
        [.link(clean(reading.title), to: .heading(gap.id))],
        [.mark(sentence(texts.weight(reading.severity)), Self.tone(reading.severity))],
        [.text("\(reading.step)")],
        [.text(reading.level.map { sentence(texts.level($0)) } ?? "")],
        [.mark(sentence(texts.outcome(reading.outcome)), Self.tone(reading.outcome))],
      ]
    }
    let table = Page.Table(
      caption: word(.overview),
      columns: [
        Page.Column("#", width: 8), Page.Column(word(.requirement), width: 44, namesRow: true),
        Page.Column(word(.severity), width: 15), Page.Column(word(.step), width: 9),
        Page.Column(word(.level), width: 16), Page.Column(word(.outcome), width: 17),
      ], rows: rows)
    return head + [.table(table), .pageBreak]
  }

  static func tone(_ severity: Requirement.Weight) -> Page.Tone {
    switch severity {
    case .critical: .bad
    case .high: .doubtful
    case .medium: .neutral
    }
  }

  static func tone(_ outcome: Outcome) -> Page.Tone {
    switch outcome {
    case .contradicted: .bad
    case .missing, .unread: .bad
    case .weak: .doubtful
    case .met: .good
    case .notApplicable: .neutral
    }
  }

  // MARK: - Gaps

  private func blocks(_ theme: GapList.Theme) -> [Page.Block] {
    [
      heading(1, clean(theme.title.isEmpty ? texts.step(0) : theme.title), "theme-\(theme.id)")
    ] + theme.gaps.flatMap(blocks)
  }

  private func blocks(_ gap: Gap) -> [Page.Block] {
    let reading = gap.reading
    var blocks: [Page.Block] = [
      heading(2, clean(reading.title), gap.id), .paragraph(facts(reading), .facts),
    ]
    if let decision = reading.decision {
      blocks.append(.paragraph([.text(clean(texts.decided(decision)))], .note))
    } else if reading.certainty == .check {
      blocks.append(.paragraph([.text(word(.unsure))], .note))
    }
    return blocks + [.definitions(definitions(gap)), .form(form(gap))]
  }

  private func facts(_ reading: Reading) -> [Page.Inline] {
    var facts: [Page.Inline] = [
      .mark(sentence(texts.outcome(reading.outcome)), Self.tone(reading.outcome)), .text("  "),
    ]
    // How much a gap would matter says little where there is none.
    if reading.outcome != .met, reading.outcome != .notApplicable {
      facts += [
        .mark(
          "\(word(.severity)): \(texts.weight(reading.severity))", Self.tone(reading.severity)),
        .text("  "),
      ]
    }
    let words = [
      reading.number, "\(word(.step)) \(reading.step)", reading.level.map { texts.level($0) } ?? "",
    ]
    let plain = words.filter { !$0.isEmpty }.map(clean).joined(separator: ", ")
    return facts + [.text("\(plain), "), .code(reading.requirement)]
  }

  private func definitions(_ gap: Gap) -> [Page.Definition] {
    let reading = gap.reading
    var lacks: [Page.Block] = []
    // A sentence stands by itself, several make a list.
    let sentences = gap.lacks.map { [Page.Inline.text(clean($0))] }
    lacks += sentences.count == 1 ? sentences.map { .paragraph($0) } : [.list(sentences)]
    if !gap.notFound.isEmpty {
      let labels = gap.notFound.map(clean).joined(separator: "; ")
      lacks.append(.paragraph([.strong(word(.notFound)), .text(": \(labels).")]))
    }
    var definitions = [
      Page.Definition(word(.supplierSays), quotations(reading)),
      Page.Definition(word(.lacks), lacks),
    ]
    func add(_ name: GapWord, _ text: String) {
      guard !text.isEmpty else { return }
      definitions.append(Page.Definition(word(name), [.text(clean(text))]))
    }
    add(.matters, gap.rationale)
    add(.number, number(reading))
    if !gap.provisions.isEmpty {
      definitions.append(
        Page.Definition(word(.provisions), [.list(gap.provisions.map(provision))]))
    }
    if !gap.strongAnswer.isEmpty {
      definitions.append(
        Page.Definition(
          word(.strongAnswer), [.list(gap.strongAnswer.map { [.text(clean($0))] })]))
    }
    add(.wording, gap.wording)
    add(.ask, gap.question)
    add(.evidence, sentence(gap.evidence))
    add(.deadline, gap.deadline?.text ?? word(.noDeadline))
    return definitions
  }

  private func quotations(_ reading: Reading) -> [Page.Block] {
    let shown = reading.quotations.prefix(Self.quotationLimit)
    var blocks: [Page.Block] = []
    if shown.isEmpty { blocks.append(.paragraph([.text(word(.saysNothing))])) }
    if reading.outcome == .missing, !shown.isEmpty {
      blocks.append(.paragraph([.text(word(.nearest))]))
    }
    blocks += shown.map { .quotation(quotation($0)) }
    let rest = reading.quotations.count - shown.count
    if rest > 0 { blocks.append(.paragraph([.text(texts.furtherPassages(rest))])) }
    return blocks
  }

  private func quotation(_ quotation: Reading.Quotation) -> Page.Quotation {
    QuotationLayout.quotation(quotation, texts: texts, clean: clean)
  }

  /// The number printed in the terms, and where the buyer's documents demand it.
  private func number(_ reading: Reading) -> String {
    let number = reading.number.isEmpty ? word(.noNumber) : reading.number
    let places = (reading.demandedBy ?? []).prefix(3).map {
      "\($0.pathWithPart), \(texts.line($0.line))"
    }
    return places.isEmpty
      ? number : "\(number) (\(word(.demandedAt)) \(places.joined(separator: "; ")))"
  }

  private func provision(_ provision: Gap.ProvisionCitation) -> [Page.Inline] {
    let citation = clean(provision.citation)
    var line: [Page.Inline] = [
      provision.address.isEmpty
        ? .strong(citation) : .link(citation, to: .address(provision.address))
    ]
    guard !provision.statement.isEmpty else { return line }
    line.append(.text(": \(clean(provision.statement))"))
    if provision.verified != "yes" { line.append(.text("\u{A0}*")) }
    return line
  }

  private func form(_ gap: Gap) -> Page.Form {
    Page.Form(
      label: "\(word(.agreement)): \(clean(gap.reading.title))",
      fields: [
        Page.Field(
          id: "action-\(gap.id)", label: word(.action), prompt: word(.enterAction), kind: .lines,
          value: gap.agreement?.action ?? ""),
        Page.Field(
          id: "owner-\(gap.id)", label: word(.owner), prompt: word(.enterOwner), kind: .words,
          value: gap.agreement?.owner ?? ""),
        Page.Field(
          id: "date-\(gap.id)", label: word(.date), prompt: word(.enterDate), kind: .date,
          value: gap.agreement?.due ?? ""),
        Page.Field(
          id: "status-\(gap.id)", label: word(.status), prompt: word(.enterStatus),
          kind: .choice(list.statuses), value: word(gap.agreement == nil ? .open : .agreed)),
      ])
  }

  // MARK: - After the gaps

  private var strengths: [Page.Block] {
    var blocks: [Page.Block] = [heading(1, word(.strengths), "strengths")]
    guard !list.strengths.isEmpty else {
      return blocks + [.paragraph([.text(word(.noStrengths))])]
    }
    blocks.append(.paragraph([.text(word(.strengthsNote))]))
    for reading in list.strengths { blocks += self.blocks(reading) }
    return blocks
  }

  private var dialogueOnly: [Page.Block] {
    guard !list.dialogueOnly.isEmpty else { return [] }
    let table = Page.Table(
      caption: word(.dialogueOnly),
      columns: [
        Page.Column(word(.requirement), width: 40, namesRow: true),
        Page.Column(word(.outcome), width: 16), Page.Column(word(.ask), width: 50),
      ],
      rows: list.dialogueOnly.map { gap in
        [
          [.text(clean(gap.reading.title))],
          [.mark(sentence(texts.outcome(gap.reading.outcome)), Self.tone(gap.reading.outcome))],
          [.text(clean(gap.question))],
        ]
      })
    return [
      heading(1, word(.dialogueOnly), "dialogue"),
      .paragraph([.text(word(.dialogueOnlyNote))]), .table(table),
    ]
  }

  private var switchedOff: [Page.Block] {
    guard !list.switchedOff.isEmpty else { return [] }
    return [heading(1, word(.switchedOff), "not-applicable")] + list.switchedOff.flatMap(blocks)
  }

  /// A requirement that is no gap: its name and the words.
  private func blocks(_ reading: Reading) -> [Page.Block] {
    [
      heading(2, clean(reading.title), "reading-\(reading.requirement)"),
      .paragraph(facts(reading), .facts),
    ] + reading.quotations.prefix(Self.quotationLimit).map { .quotation(quotation($0)) }
  }

  private func heading(_ level: Int, _ text: String, _ id: String) -> Page.Block {
    .heading(Page.Heading(level: level, text: text, id: id))
  }

  /// Returns a word as it begins a line.
  private func sentence(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension GapList {
  /// What the status of a gap may be, in the language of the list; the first is where it starts.
  package var statuses: [String] {
    let texts = ReportTexts.texts(source.language)
    return [.open, .agreed, .underWay, .done, .notAgreed].map { texts.gap($0) }
  }
}
