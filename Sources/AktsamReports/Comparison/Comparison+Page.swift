import AktsamClauses
import AktsamReading

extension Comparison {
  /// The comparison laid out for people.
  ///
  /// - Parameter marks: whether words that differ are marked in the quotations.
  /// - Returns: the page.
  package func page(marks: Bool = true) -> Page {
    let layout = ComparisonLayout(self, marks: marks)
    let texts = ReportTexts.texts(language)
    let names = layout.names
    let title = texts.comparison(.title) + (names.isEmpty ? "" : ": \(names)")
    return Page(
      title: title, subtitle: texts.comparison(.subtitle), footer: title, language: language,
      toolVersion: toolVersion, blocks: layout.blocks)
  }
}

/// Lays a comparison out.
struct ComparisonLayout {
  let comparison: Comparison
  let texts: any LanguageTexts.Type
  private let marks: Bool
  private let cleaner = TextPage(colour: false)

  init(_ comparison: Comparison, marks: Bool) {
    self.comparison = comparison
    self.marks = marks
    texts = ReportTexts.texts(comparison.language)
  }

  /// How many quotations of a round stand beside a requirement, and of what has not changed; JSON holds all.
  private static let quotationLimit = 2
  private static let unchangedLimit = 1

  func clean(_ text: String) -> String { cleaner.clean(text) }

  private func word(_ word: ComparisonWord) -> String { texts.comparison(word) }

  private var isOnePair: Bool { comparison.pairs.count == 1 }

  /// Whom the comparison is about, where that is one supplier or two.
  var names: String {
    guard isOnePair, let pair = comparison.pairs.first else { return "" }
    return pair.isOfTwoParties
      ? "\(clean(pair.earlier.shown)) – \(clean(pair.later.shown))" : clean(pair.later.shown)
  }

  var blocks: [Page.Block] {
    var blocks: [Page.Block] = [.definitions(about)]
    let remarks = self.remarks
    if !remarks.isEmpty {
      blocks += [
        heading(1, word(.remarks), "remarks"), .list(remarks.map { [.text(clean($0))] }),
      ]
    }
    blocks.append(heading(1, texts.gap(.summary), "summary"))
    if comparison.pairs.allSatisfy(\.entries.isEmpty) {
      blocks.append(.paragraph([.text(word(.nothingCompared))]))
    } else {
      blocks += [.paragraph(counts(comparison.pairs.flatMap(\.entries)), .lead), .table(summary)]
    }
    blocks += [
      .paragraph([.text(texts.word(.caveat))], .note),
      heading(1, texts.gap(.documentsRead), "read"),
      .table(documents), .contents(title: texts.gap(.contents), depth: isOnePair ? 1 : 2),
      .pageBreak,
    ]
    let requirements = comparison.pairs.enumerated().flatMap { self.blocks($0.element, $0.offset) }
    if requirements.contains(where: \.hasMarkedWords) {
      blocks.append(.paragraph([.text(word(.marksNote))], .note))
    }
    return blocks + requirements + notCompared
  }

  // MARK: - Front page

  private var about: [Page.Definition] {
    var about: [Page.Definition] = []
    if !names.isEmpty {
      about.append(Page.Definition(texts.gap(.supplier), [.strong(names)]))
    }
    about.append(Page.Definition(word(.earlier), round(comparison.earlier)))
    about.append(Page.Definition(word(.later), round(comparison.later)))
    about.append(
      Page.Definition(texts.gap(.tool), [.text("aktsam \(clean(comparison.toolVersion))")]))
    return about
  }

  private func round(_ header: SavedReport.Header) -> [Page.Inline] {
    let procedure = [header.procedure, header.lot].filter { !$0.isEmpty }.map(clean)
      .joined(separator: ", ")
    var line: [Page.Inline] = procedure.isEmpty ? [] : [.text("\(procedure); ")]
    let library = "\(texts.gap(.library).lowercased()) \(clean(header.libraryVersion))"
    line += [
      .code(clean(header.profile)),
      .text(" \(clean(header.profileVersion)); \(library) ("),
      .code(String(header.librarySHA256.prefix(12))), .text(")"),
    ]
    if let asOf = header.asOf {
      line.append(.text("; \(texts.gap(.agesMeasured).lowercased()) \(clean(asOf))"))
    }
    return line
  }

  /// What may have changed beside the documents.
  private var remarks: [String] {
    let (earlier, later) = (comparison.earlier, comparison.later)
    var remarks: [String] = []
    if comparison.pairs.contains(where: \.isOfTwoParties) { remarks.append(word(.twoSuppliers)) }
    let terms = [earlier, later].map { "\($0.profile) \($0.profileVersion)" }
    if terms[0] != terms[1] { remarks.append(texts.differentTerms(terms[0], terms[1])) }
    if earlier.libraryVersion != later.libraryVersion
      || earlier.librarySHA256 != later.librarySHA256
    {
      let libraries = [earlier, later].map {
        "\($0.libraryVersion) (\($0.librarySHA256.prefix(12)))"
      }
      remarks.append(texts.differentLibraries(libraries[0], libraries[1]))
    }
    if earlier.toolVersion != later.toolVersion {
      remarks.append(texts.differentTools(earlier.toolVersion, later.toolVersion))
    }
    for pair in comparison.pairs where pair.hasSameDocuments {
      remarks.append(
        (isOnePair ? "" : "\(pair.later.shown): ") + word(.sameDocuments))
    }
    return remarks
  }

  private func name(_ change: Comparison.Change) -> String {
    switch change {
    case .worse: word(.worse)
    case .new: word(.new)
    case .improved: word(.improved)
    case .closed: word(.closed)
    case .unchanged: word(.unchanged)
    }
  }

  private func nameOfOne(_ change: Comparison.Change) -> String {
    switch change {
    case .new: word(.newGap)
    case .closed: word(.closedGap)
    case .worse, .improved, .unchanged: name(change)
    }
  }

  private func note(_ change: Comparison.Change) -> String {
    switch change {
    case .worse: word(.worseNote)
    case .new: word(.newNote)
    case .improved: word(.improvedNote)
    case .closed: word(.closedNote)
    case .unchanged: word(.unchangedNote)
    }
  }

  private static func tone(_ change: Comparison.Change) -> Page.Tone {
    switch change {
    case .worse: .bad
    case .new: .doubtful
    case .improved, .closed: .good
    case .unchanged: .neutral
    }
  }

  private func counts(_ entries: [Comparison.Entry]) -> [Page.Inline] {
    let parts = Comparison.Change.allCases.map { change in
      "\(name(change)): \(entries.count { $0.change == change })"
    }
    return [.text(parts.joined(separator: " · "))]
  }

  private var summary: Page.Table {
    let entries = comparison.pairs.flatMap(\.entries)
    let weights = Requirement.Weight.allCases
    let rows: [[[Page.Inline]]] = Comparison.Change.allCases.map { change in
      let of = entries.filter { $0.change == change }
      return [[.mark(name(change), Self.tone(change))]]
        + weights.map { weight in [.text("\(of.count { $0.severity == weight })")] }
        + [[.strong("\(of.count)")]]
    }
    return Page.Table(
      caption: texts.gap(.summary),
      columns: [Page.Column(word(.change), width: 40, namesRow: true)]
        + weights.map { Page.Column(sentence(texts.weight($0)), width: 15, isNumeric: true) }
        + [Page.Column(texts.gap(.total), width: 15, isNumeric: true)], rows: rows)
  }

  private var documents: Page.Table {
    let sides = comparison.pairs.flatMap {
      [(word(.earlier), $0.earlier), (word(.later), $0.later)]
    }
    return Page.Table(
      caption: texts.gap(.documentsRead),
      columns: [
        Page.Column(word(.round), width: 18),
        Page.Column(texts.gap(.document), width: 36, namesRow: true),
        Page.Column(texts.gap(.hash), width: 46),
      ],
      rows: sides.flatMap { round, name in
        name.inputs.map { input in
          let path = input.part.isEmpty ? input.path : "\(input.path)!/\(input.part)"
          return [[.text(round)], [.text(clean(path))], [.code(clean(input.sha256))]]
        }
      })
  }

  // MARK: - Requirements

  private func blocks(_ pair: Comparison.Pair, _ index: Int) -> [Page.Block] {
    var blocks: [Page.Block] = []
    let level = isOnePair ? 1 : 2
    if !isOnePair {
      blocks += [
        heading(1, clean(pair.later.shown), "pair-\(index + 1)"),
        .paragraph(counts(pair.entries), .lead),
      ]
    }
    for change in Comparison.Change.allCases {
      let entries = pair.entries.filter { $0.change == change }
      guard !entries.isEmpty else { continue }
      blocks += [
        heading(level, "\(name(change)) (\(entries.count))", "\(change.rawValue)-\(index + 1)"),
        .paragraph([.text(note(change))]),
      ]
      for (position, entry) in entries.enumerated() {
        let id = Self.anchor(entry.requirement) ?? "\(change.rawValue)-\(position + 1)"
        blocks += self.blocks(entry, level + 1, "\(id)-\(index + 1)")
      }
    }
    guard !pair.dialogueOnly.isEmpty else { return blocks }
    return blocks + [
      heading(level, texts.gap(.dialogueOnly), "dialogue-\(index + 1)"),
      .paragraph([.text(texts.gap(.dialogueOnlyNote))]), .table(dialogue(pair.dialogueOnly)),
    ]
  }

  private func blocks(_ entry: Comparison.Entry, _ level: Int, _ id: String) -> [Page.Block] {
    let numbers = [entry.number].filter { !$0.isEmpty }.map { "\(clean($0)), " }.joined()
    let facts: [Page.Inline] = [
      .mark(nameOfOne(entry.change), Self.tone(entry.change)), .text("  "),
      .mark(
        "\(texts.gap(.severity)): \(texts.weight(entry.severity))",
        GapLayout.tone(entry.severity)),
      .text("  \(numbers)"), .code(clean(entry.requirement)),
    ]
    var blocks: [Page.Block] = [
      heading(level, clean(entry.title), id),
      .paragraph(facts, .facts),
    ]
    if entry.later.certainty == .check || entry.earlier?.certainty == .check {
      blocks.append(.paragraph([.text(word(.unsure))], .note))
    }
    return blocks + [.definitions(definitions(entry))]
  }

  /// A requirement's id as the id of a heading; nil for one that a library would not hold.
  private static func anchor(_ id: String) -> String? {
    id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    } && !id.isEmpty ? id : nil
  }

  private func definitions(_ entry: Comparison.Entry) -> [Page.Definition] {
    let limit = entry.change == .unchanged ? Self.unchangedLimit : Self.quotationLimit
    guard let earlier = entry.earlier else {
      return [
        Page.Definition(word(.earlier), [.text(word(.notAssessed))]),
        Page.Definition(word(.later), side(entry.later, quotations(entry.later, limit))),
      ]
    }
    let isSame =
      entry.later.outcome == earlier.outcome
      && entry.later.quotations.map(\.text) == earlier.quotations.map(\.text)
    var definitions: [Page.Definition] = []
    if entry.change == .unchanged, isSame {
      definitions.append(
        Page.Definition(word(.bothRounds), side(entry.later, quotations(entry.later, limit))))
    } else {
      var left = quotations(earlier, limit)
      var right = quotations(entry.later, limit)
      if marks { mark(&left, &right) }
      definitions += [
        Page.Definition(word(.earlier), side(earlier, left)),
        Page.Definition(word(.later), side(entry.later, right)),
      ]
    }
    var changes: [[Page.Inline]] = []
    func add(_ label: ComparisonWord, _ parts: [String]) {
      guard !parts.isEmpty else { return }
      let text = parts.map(clean).joined(separator: "; ")
      changes.append([.strong(word(label)), .text(": \(text)")])
    }
    // A weak statement that is denied now, or found no longer, is not mended.
    if entry.later.outcome == .weak || entry.later.outcome == .met {
      add(.mended, distinct(entry.mended.map { texts.weakness($0).reason }))
    }
    if entry.later.outcome == .weak {
      add(
        earlier.outcome == .weak ? .added : .weak,
        distinct(entry.added.map { texts.weakness($0).reason }))
    }
    add(.found, entry.found)
    add(.lost, entry.lost)
    if entry.change == .closed, entry.later.outcome == .notApplicable {
      changes.append([.text(word(.switchedOff))])
    }
    if changes.isEmpty, entry.change == .unchanged, !isSame {
      changes.append([.text(word(.otherWords))])
    }
    if !changes.isEmpty {
      definitions.append(Page.Definition(word(.whatChanged), [.list(changes)]))
    }
    return definitions
  }

  private func side(_ side: Comparison.Side, _ quotations: [Page.Quotation]) -> [Page.Block] {
    var blocks: [Page.Block] = [
      .paragraph([.mark(sentence(texts.outcome(side.outcome)), GapLayout.tone(side.outcome))])
    ]
    if side.outcome == .missing {
      blocks.append(.paragraph([.text(texts.gap(quotations.isEmpty ? .saysNothing : .nearest))]))
    }
    blocks += quotations.map { .quotation($0) }
    let rest = side.quotations.count - quotations.count
    if rest > 0 { blocks.append(.paragraph([.text(texts.furtherPassages(rest))])) }
    return blocks
  }

  private func quotations(_ side: Comparison.Side, _ limit: Int) -> [Page.Quotation] {
    side.quotations.prefix(limit).map {
      QuotationLayout.quotation($0, texts: texts, clean: clean)
    }
  }

  /// Marks the words that differ, where a quotation of the later round is one of the earlier reworded.
  private func mark(_ earlier: inout [Page.Quotation], _ later: inout [Page.Quotation]) {
    var isFree = earlier.map { _ in true }
    for index in later.indices {
      for other in earlier.indices where isFree[other] {
        guard let parts = WordDifference.marked(earlier[other].text, later[index].text) else {
          continue
        }
        earlier[other].parts = parts.earlier
        later[index].parts = parts.later
        isFree[other] = false
        break
      }
    }
  }

  private func dialogue(_ entries: [Comparison.Entry]) -> Page.Table {
    Page.Table(
      caption: texts.gap(.dialogueOnly),
      columns: [
        Page.Column(texts.gap(.requirement), width: 46, namesRow: true),
        Page.Column(word(.change), width: 18), Page.Column(word(.earlier), width: 18),
        Page.Column(word(.later), width: 18),
      ],
      rows: entries.map { entry in
        [
          [.text(clean(entry.title))], [.mark(nameOfOne(entry.change), Self.tone(entry.change))],
          [.text(entry.earlier.map { sentence(texts.outcome($0.outcome)) } ?? "")],
          [.text(sentence(texts.outcome(entry.later.outcome)))],
        ]
      })
  }

  // MARK: - What is in one report only

  private var notCompared: [Page.Block] {
    var rows: [[[Page.Inline]]] = []
    func add(_ isEarlier: Bool, _ name: String, _ outcome: String) {
      rows.append([
        [.text(word(isEarlier ? .earlier : .later))], [.text(clean(name))], [.text(outcome)],
      ])
    }
    for name in comparison.onlyEarlier { add(true, name.shown, "") }
    for name in comparison.onlyLater { add(false, name.shown, "") }
    for pair in comparison.pairs {
      for single in pair.singles {
        let number = single.number.isEmpty ? "" : "\(single.number) "
        let supplier = isOnePair ? "" : "\(pair.later.shown): "
        add(
          single.isEarlier, supplier + number + single.title,
          sentence(texts.outcome(single.outcome)))
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      heading(1, word(.notCompared), "not-compared"), .paragraph([.text(word(.notComparedNote))]),
      .table(
        Page.Table(
          caption: word(.notCompared),
          columns: [
            Page.Column(word(.round), width: 20),
            Page.Column(
              "\(texts.gap(.supplier)) / \(texts.gap(.requirement).lowercased())", width: 60,
              namesRow: true),
            Page.Column(texts.gap(.outcome), width: 20),
          ], rows: rows)),
    ]
  }

  private func heading(_ level: Int, _ text: String, _ id: String) -> Page.Block {
    .heading(Page.Heading(level: level, text: text, id: id))
  }

  /// Returns a word as it begins a line.
  private func sentence(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension Page.Block {
  /// Whether a quotation in it has marked words.
  fileprivate var hasMarkedWords: Bool {
    switch self {
    case .quotation(let quotation): quotation.parts.count > 1
    case .definitions(let definitions):
      definitions.contains { $0.blocks.contains(where: \.hasMarkedWords) }
    case .heading, .paragraph, .list, .table, .form, .pageBreak, .contents: false
    }
  }
}
