import AktsamClauses
import AktsamReading

extension ComparisonLayout {
  var about: [Page.Definition] {
    var about: [Page.Definition] = []
    if !names.isEmpty {
      about.append(Page.Definition(texts.gap(.supplier), [.strong(names)]))
    }
    let sides = names(ofSides: isOnePair ? comparison.pairs.first : nil)
    about.append(Page.Definition(sides.earlier, round(comparison.earlier)))
    about.append(Page.Definition(sides.later, round(comparison.later)))
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
  var remarks: [String] {
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

  func counts(_ entries: [Comparison.Entry]) -> [Page.Inline] {
    let parts = Comparison.Change.allCases.map { change in
      "\(name(change)): \(entries.count { $0.change == change })"
    }
    return [.text(parts.joined(separator: " · "))]
  }

  var summary: Page.Table {
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

  var documents: Page.Table {
    let sides = comparison.pairs.flatMap { pair in
      let sides = names(ofSides: pair)
      return [(sides.earlier, pair.earlier), (sides.later, pair.later)]
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

  /// What is in one report only.
  var notCompared: [Page.Block] {
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
}
