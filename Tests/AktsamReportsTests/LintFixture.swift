import AktsamReports
import AktsamText

/// A report of the linter with everything in it once: severities, states, fixes, a member of an
/// archive, a file that could not be read, and texts that every format has to escape.
enum LintFixture {
  // MARK: - Rules

  static let reference = LintRuleDescription(
    id: "AK1001", name: "dangling-question-reference", group: "questionnaires",
    groupTitle: "Questionnaires", severity: .error, since: "0.3",
    summary: "A condition refers to a question that is not there.",
    rationale: """
      A question that hangs on *nothing* is never shown, so that no one answers it.

      Correct the id, or take the condition away.
      """,
    references: ["UNGP-17", "https://norm.example/ungp?a=1"],
    helpURI: "https://aktsam.example/rules#ak1001-dangling-question-reference",
    flagged: [.init("<condition question=\"«q9»\"/>\n")],
    unflagged: [.init("<condition question=\"q1\"/>", file: "a.xml")])

  static let long = LintRuleDescription(
    id: "AK1002", name: "long-question", group: "questionnaires", groupTitle: "Questionnaires",
    severity: .warning, since: "0.3", summary: "A question asks several things | at once.",
    rationale: "What is asked in one breath is answered in one breath.",
    options: [
      .init(name: "max-words", summary: "How many words a question may have.", standard: "50")
    ],
    flagged: [
      .init("```\n«How do you map and rank?»\n```", file: "a.md", options: ["max-words: 2"])
    ])

  static let expired = LintRuleDescription(
    id: "AK1901", name: "expired-suppression", group: "suppressions", groupTitle: "Suppressions",
    severity: .note, isDefault: false, summary: "A suppression holds no longer.",
    rationale: "What was put off must be looked at again.")

  static let rules = [reference, long, expired]

  // MARK: - Findings

  static let questionnaire = SourceFile(
    path: "frågor/a b,c.xml",
    bytes: Array(
      """
      <questionnaire>
      \t<question id="q1">Hur kartlägger ni?</question>
      \t<condition question="q9" note="100 % & 'mer'"/>
        <question id="q2">One
          or two?</question>
      <x>\u{7}\u{202E}漢字e\u{301} 👩‍👩‍👧 <y id="q9"/></x>
      </questionnaire>

      """.utf8))

  /// Returns the range of the first, or a later, occurrence of a text.
  static func range(of text: String, in source: SourceFile, after start: Int = 0) -> Range<Int> {
    let wanted = Array(text.utf8)
    for index in start..<max(start, source.bytes.count - wanted.count + 1)
    where source.bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
      return index..<(index + wanted.count)
    }
    return 0..<0
  }

  static func place(of text: String, in source: SourceFile, element: String = "") -> Place {
    Place(
      in: source, segments: [range(of: text, in: source)], lines: LineTable(source.bytes),
      element: element)
  }

  /// Returns the excerpt of a place, as an engine makes it.
  static func excerpt(_ place: Place, in source: SourceFile) -> LintItem.Excerpt {
    let lines = LineTable(source.bytes)
    let start = lines.start(ofLine: place.line) ?? 0
    let end = lines.start(ofLine: place.line + 1).map { $0 - 1 } ?? source.bytes.count
    let text = String(decoding: source.bytes[start..<end], as: UTF8.self)
    let last =
      place.endLine == place.line ? place.endColumn : text.unicodeScalars.count + 1
    return LintItem.Excerpt(text, columns: place.column..<last)
  }

  static func item(
    _ rule: LintRuleDescription, _ message: String, at text: String,
    in source: SourceFile = questionnaire, element: String = ""
  ) -> LintItem {
    let place = place(of: text, in: source, element: element)
    return LintItem(
      rule: rule.id, name: rule.name, severity: rule.severity, message: message, place: place,
      excerpt: excerpt(place, in: source))
  }

  static func edit(_ text: String, _ replacement: String) -> LintItem.Fix.Edit {
    let place = place(of: text, in: questionnaire)
    return LintItem.Fix.Edit(
      range(of: text, in: questionnaire), replacement, line: place.line, column: place.column,
      endLine: place.endLine, endColumn: place.endColumn)
  }

  static let dangling: LintItem = {
    var item = LintFixture.item(
      reference, "no question has the id \"q9\", which is 100 % <needed>; ask @someone | a, b: c",
      at: "q9", element: "/questionnaire[1]/condition[1]")
    item.related = [.init("the nearest id is \"q1\"", place(of: "q1", in: questionnaire))]
    item.fix = .init("refer to \"q1\"", [edit("q9", "q1")], isSafe: false)
    item.fingerprint = "00000000000000aa"
    return item
  }()

  static let twoLines: LintItem = {
    var item = LintFixture.item(long, "=12 words\nin one question", at: "One\n    or two?")
    item.fix = .init(
      "take the words out", [edit("One", ""), edit("or two", "Two")], isSafe: true)
    return item
  }()

  static let wide = item(expired, "a note about \u{1B}[31mwide\u{202E} characters", at: "<y id")

  static let known: LintItem = {
    var item = LintFixture.item(long, "a long question", at: "Hur kartlägger ni?")
    item.state = .baseline
    return item
  }()

  static let suppressed: LintItem = {
    var item = LintFixture.item(long, "another long question", at: "Hur")
    item.state = .suppressed(
      .init(reason: "agreed with \"all\" & others", until: "2026-12-31"))
    return item
  }()

  static let configured: LintItem = {
    var item = LintFixture.item(reference, "not wanted", at: "condition")
    item.state = .suppressed(.init(reason: "", isInSource: false))
    return item
  }()

  static let member = LintItem(
    rule: "AK0106", name: "bad-encoding", severity: .error, message: "bytes that are no text",
    place: Place(
      path: "anbud.zip", part: "in/b.docx!/word/document.xml", segments: [5..<7], line: 1,
      column: 6, endLine: 1, endColumn: 8))

  static let other = LintItem(
    rule: "AK1002", name: "long-question", severity: .warning, message: "a long question",
    place: Place(
      path: "gammal.txt", segments: [0..<4], line: 1, column: 1, endLine: 1, endColumn: 5),
    excerpt: .init("Hur?", columns: 1..<5), fix: .init("say nothing", [], isSafe: true))

  // MARK: - Report

  static func hash(_ digit: String) -> String { String(repeating: digit, count: 64) }

  static let files: [LintReport.File] = [
    .init(path: questionnaire.path, sha256: hash("a")),
    .init(path: "./ren.xml", sha256: hash("b")),
    .init(path: "anbud.zip", part: "in/b.docx", sha256: hash("c")),
    .init(path: "gammal.txt", sha256: hash("d"), encoding: "windows-1252"),
    .init(path: "borta.xml", sha256: "", encoding: "", isRead: false),
  ]

  static let report = LintReport(
    toolVersion: "0.3.0", rules: rules, files: files,
    findings: [dangling, twoLines, wide, known, suppressed, configured, member, other, other],
    baseline: .init(
      path: "aktsam-baseline.json",
      fixed: [
        .init(
          rule: "AK1001", path: "frågor/a b,c.xml", fingerprint: "00000000000000bb",
          message: "no question has the id \"q7\"", count: 2),
        .init(rule: "AK1002", path: "borta.xml"),
      ]),
    asOf: "2026-11-01")

  /// Nothing found.
  static let clean = LintReport(
    toolVersion: "0.3.0", rules: rules, files: [.init(path: "a.xml", sha256: hash("a"))],
    findings: [])

  static func report(_ findings: [LintItem], files: [LintReport.File] = files) -> LintReport {
    LintReport(toolVersion: "0.3.0", rules: rules, files: files, findings: findings)
  }

  static func text(
    _ format: LintFormat, _ report: LintReport = report,
    _ options: LintTextOptions = LintTextOptions()
  ) -> String {
    String(decoding: report.bytes(format, text: options), as: UTF8.self)
  }
}
