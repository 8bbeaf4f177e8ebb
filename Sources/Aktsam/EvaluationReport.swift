internal import AktsamReports

/// The report of `aktsam clauses evaluate`: measures per language, role and requirement.
package struct EvaluationReport {
  private let evaluated: [EvaluatedPassage]
  private let leftOut: Int

  /// Creates a report.
  package init(_ evaluated: [EvaluatedPassage], leftOut: Int) {
    self.evaluated = evaluated
    self.leftOut = leftOut
  }

  private func grouped(
    _ key: (EvaluatedPassage) -> [String]
  ) -> [(name: String, items: [EvaluatedPassage])] {
    var groups: [String: [EvaluatedPassage]] = [:]
    for item in evaluated {
      for name in key(item) { groups[name, default: []].append(item) }
    }
    return groups.sorted { $0.key < $1.key }.map { (name: $0.key, items: $0.value) }
  }

  private var languages: [(name: String, items: [EvaluatedPassage])] {
    grouped { [$0.passage.language] }
  }

  private var roles: [(name: String, items: [EvaluatedPassage])] {
    grouped { [$0.passage.role] }
  }

  /// Passages by requirement, each with that requirement's pair only.
  private var requirements: [(name: String, items: [EvaluatedPassage])] {
    grouped { Array(Set($0.expected.keys).union($0.got.keys)) }.map { group in
      (
        name: group.name,
        items: group.items.map { item in
          var item = item
          item.expected = item.expected.filter { $0.key == group.name }
          item.got = item.got.filter { $0.key == group.name }
          return item
        }
      )
    }
  }

  /// Passages that were read otherwise than labelled, in the order of the files.
  private var misread: [EvaluatedPassage] {
    evaluated.filter { item in
      item.expected.mapValues { [$0.outcome] + $0.weaknesses.sorted() }
        != item.got.mapValues { [$0.outcome] + $0.weaknesses.sorted() }
    }
  }

  // MARK: - JSON

  /// Returns the report as the JSON that design section 7 fixes.
  ///
  /// - Parameter errors: whether passages read otherwise than labelled are listed.
  /// - Returns: the JSON text.
  package func json(errors: Bool) -> [UInt8] {
    JSONValue.object([
      ("overall", value(EvaluationMeasures(evaluated))),
      ("leftOut", .int(leftOut)),
      ("languages", .object(languages.map { ($0.name, value(EvaluationMeasures($0.items))) })),
      ("roles", .object(roles.map { ($0.name, value(EvaluationMeasures($0.items))) })),
      (
        "requirements",
        .object(requirements.map { ($0.name, value(EvaluationMeasures($0.items))) })
      ),
      (
        "errors",
        .array(
          (errors ? misread : []).map { item in
            .object([
              ("id", .string(item.passage.id)), ("expected", value(item.expected)),
              ("got", value(item.got)),
            ])
          })
      ),
    ]).serialized(pretty: true)
  }

  private func value(_ verdicts: [String: EvaluatedPassage.Verdict]) -> JSONValue {
    .array(
      verdicts.sorted { $0.key < $1.key }.map { requirement, verdict in
        .object([
          ("requirement", .string(requirement)), ("outcome", .string(verdict.outcome)),
          ("weaknesses", .array(verdict.weaknesses.map { .string($0) })),
        ])
      })
  }

  private func value(_ measures: EvaluationMeasures) -> JSONValue {
    .object([
      ("passages", .int(measures.passages)),
      (
        "topic",
        .object([
          ("precision", .double(measures.precision)), ("recall", .double(measures.recall)),
          ("f1", .double(measures.f1)), ("f1Unmapped", .double(measures.f1Unmapped)),
        ])
      ),
      (
        "outcome",
        .object([
          ("accuracy", .double(measures.outcomeAccuracy)),
          ("macroF1", .double(measures.outcomeMacroF1)),
        ])
      ),
      ("strict", .object([("f1", .double(measures.strictF1))])),
      ("falseMet", .double(measures.falseMet)),
      ("weakness", .object([("f1", .double(measures.weaknessF1))])),
      ("silent", .object([("falseAlarmRate", .double(measures.falseAlarmRate))])),
      (
        "sure",
        .object([
          ("precision", .double(measures.surePrecision)), ("share", .double(measures.sureShare)),
        ])
      ),
    ])
  }

  // MARK: - Text

  /// Returns the report for a terminal.
  ///
  /// - Parameter errors: whether passages read otherwise than labelled are listed.
  /// - Returns: the lines.
  package func text(errors: Bool) -> String {
    var lines = [
      "                       passages  topic P    R   F1  F1u  outcome  acc macroF1 strict"
        + " falseMet  weak F1 silent sure P share"
    ]
    lines.append(line("overall", evaluated))
    for group in languages { lines.append(line("language " + group.name, group.items)) }
    for group in roles { lines.append(line("role " + group.name, group.items)) }
    let intervals = Bootstrap.intervals(evaluated)
    lines.append(
      "95 % intervals by bootstrap: F1u \(intervals.f1Unmapped), macroF1 \(intervals.macroF1),"
        + " strict \(intervals.strict), falseMet \(intervals.falseMet)")
    for group in requirements { lines.append(line(group.name, group.items)) }
    if leftOut > 0 {
      lines.append(
        "\(leftOut) passages left out: labelled only with requirements the library lacks")
    }
    if errors {
      for item in misread {
        lines.append("\(item.passage.id) [\(item.passage.role)] \(item.passage.text)")
        lines.append("  expected: " + describe(item.expected))
        lines.append("  got:      " + describe(item.got))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ verdicts: [String: EvaluatedPassage.Verdict]) -> String {
    verdicts.isEmpty
      ? "nothing"
      : verdicts.sorted { $0.key < $1.key }.map { requirement, verdict in
        let codes = verdict.weaknesses.sorted().map { code in
          let words = verdict.words[code] ?? []
          return words.isEmpty ? code : "\(code) (\(words.joined(separator: ", ")))"
        }
        return "\(requirement) \(verdict.outcome) \(codes.joined(separator: ","))"
      }.joined(separator: "; ")
  }

  private func line(_ name: String, _ items: [EvaluatedPassage]) -> String {
    let m = EvaluationMeasures(items)
    let columns: [(Double, Int)] = [
      (m.precision, 9), (m.recall, 5), (m.f1, 5), (m.f1Unmapped, 5), (m.outcomeAccuracy, 13),
      (m.outcomeMacroF1, 8), (m.strictF1, 7), (m.falseMet, 9), (m.weaknessF1, 9),
      (m.falseAlarmRate, 7), (m.surePrecision, 7), (m.sureShare, 6),
    ]
    let head = name.count < 26 ? name + String(repeating: " ", count: 26 - name.count) : name
    return head + padded("\(m.passages)", 5)
      + columns.map { padded(twoDecimals($0.0), $0.1) }.joined()
  }
}

/// Returns a number with two decimals.
func twoDecimals(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
}

private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// Intervals by resampling passages with a fixed seed, so that a run repeats.
enum Bootstrap {
  private static let rounds = 200

  /// The interval of each measure, as `0.71-0.88`.
  static func intervals(
    _ evaluated: [EvaluatedPassage]
  ) -> (f1Unmapped: String, macroF1: String, strict: String, falseMet: String) {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      // SplitMix64 (Steele, Lea, Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
    var samples: [EvaluationMeasures] = []
    guard !evaluated.isEmpty else { return ("-", "-", "-", "-") }
    for _ in 0..<rounds {
      samples.append(
        EvaluationMeasures((0..<evaluated.count).map { _ in evaluated[next(evaluated.count)] }))
    }
    func interval(_ measure: (EvaluationMeasures) -> Double) -> String {
      let sorted = samples.map(measure).sorted()
      return twoDecimals(sorted[rounds / 40]) + "-" + twoDecimals(sorted[rounds - 1 - rounds / 40])
    }
    return (
      interval(\.f1Unmapped), interval(\.outcomeMacroF1), interval(\.strictF1),
      interval(\.falseMet)
    )
  }
}
