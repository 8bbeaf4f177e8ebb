import AktsamText
import AktsamXML

/// Reads the responses to a LimeSurvey, one row of a table for each.
struct LimeSurveyResponses {
  private typealias Item = LimeSurveyForm.Item

  /// What stands in a column of an answer.
  private struct Field {
    var suffix: String
    var node: Int
  }

  /// Columns that say how and when, not what.
  private static let technical: Set<String> = [
    "id", "token", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp",
    "ipaddr", "refurl",
  ]

  private let form: LimeSurveyForm
  private let items: [String: Item]
  private var flow: SurveyFlow
  /// How many responses are read at most.
  private let limit: Int
  private var count = 0
  private var firstPlace: Place?

  init(_ form: LimeSurveyForm, _ document: Document) {
    self.form = form
    items = Dictionary(
      form.items.values.joined().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    limit = SurveyFlow.maxResponses(toFormOf: form.size)
    flow = SurveyFlow(document)
    flow.version = form.language
    flow.addHeading(form.titles, isResponse: true)
  }

  /// Returns the document.
  consuming func finish() -> Document {
    flow.noteResponses(count, read: min(count, limit), at: firstPlace)
    return flow.finish()
  }

  /// Reads the responses of a file.
  mutating func read(_ part: SurveyPart) {
    guard let root = part.xml.root,
      let table = part.xml.firstChild(of: root, named: "responses")
    else { return }
    let rows = LimeSurveyRow.rows(of: table, in: part.xml)
    if items.isEmpty,
      let column = rows.lazy.flatMap({ $0.nodes })
        .compactMap({ LimeSurveyColumn(part.xml.local(of: $0)) }).first
    {
      flow.note(
        SurveyMessages.formElsewhereRule, .note, SurveyMessages.formElsewhere(column.survey),
        at: part.xml.place(ofStartTag: table))
    }
    for row in rows {
      count += 1
      if count <= limit { read(row, part, of: rows.count) }
    }
  }

  private mutating func read(_ row: LimeSurveyRow, _ part: SurveyPart, of rows: Int) {
    let language = row["startlanguage"]
    flow.version = language.isEmpty ? form.language : language
    if count == 1 {
      flow.document.date = day(row["submitdate"])
      if let language = LanguageTag.normalise(language) {
        flow.document.language = flow.document.language ?? language
      }
      firstPlace = row.nodes.first.flatMap { part.xml.parent(of: $0) }
        .map { part.xml.place(ofStartTag: $0) }
    }
    let outer = flow.enter()
    if rows > 1, let node = row.node("id") {
      let range = trimmed(part.range(of: node), in: flow.document.text)
      if let heading = SurveyText(
        lines: range.isEmpty
          ? [] : [flow.document.append("response \(row["id"])", standingFor: range)],
        element: part.element(of: node))
      {
        flow.addHeading([heading], isResponse: true)
      }
    }
    if row.has("id"), !row.has("submitdate"), let node = row.node("id") {
      flow.note(
        SurveyMessages.unfinishedRule, .note, SurveyMessages.unfinished(row["id"]),
        at: part.xml.place(ofNode: node))
    }
    readAnswers(row, part)
    flow.settle()
    flow.leave(to: outer)
  }

  private mutating func readAnswers(_ row: LimeSurveyRow, _ part: SurveyPart) {
    var fields: [String: [Field]] = [:]
    var others: [Int] = []
    for node in row.nodes {
      let name = part.xml.local(of: node)
      if Self.technical.contains(name) { continue }
      if let (key, suffix) = LimeSurveyColumn(name)?.split({ hasField($0, $1) }) {
        fields[key, default: []].append(Field(suffix: suffix, node: node))
      } else {
        others.append(node)
      }
    }
    for group in form.groups {
      let outer = flow.enter()
      flow.addHeading(group.titles, isResponse: true)
      for item in form.items[group.id] ?? [] {
        readItem(item, fields[item.id] ?? [], conditions(group, item), part)
      }
      flow.leave(to: outer)
    }
    // Without a form, or beside it: no word of a supplier is dropped.
    for node in others {
      let name = String(part.xml.local(of: node).drop { $0 == "_" })
      let question = SurveyQuestion(id: name, name: name)
      flow.answer(
        question, plain(node, part).map { [$0] } ?? [], at: part.xml.place(ofNode: node))
    }
  }

  /// Whether a question may have a column with a suffix.
  private func hasField(_ key: String, _ suffix: String) -> Bool {
    guard let item = items[key] else { return false }
    if ["", "other", "comment", "othercomment"].contains(suffix) || suffix.hasPrefix("_") {
      return true
    }
    if item.type == "R" { return suffix.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return item.row(suffix) != nil || item.row(Self.row(suffix)) != nil
  }

  /// Returns the code of the row that a suffix starts with: a column, a scale or a comment follows.
  private static func row(_ suffix: String) -> String {
    let code = suffix.prefix { $0 != "_" && $0 != "-" }
    return String(code.hasSuffix("comment") ? code.dropLast("comment".count) : code)
  }

  private func conditions(_ group: LimeSurveyForm.Group, _ item: Item) -> [SurveyCondition] {
    [group.condition, item.condition].filter { $0 != .constant(true) }.map {
      $0.renamed { name in
        // `Q1.NAOK` is the value of Q1 even where it does not apply.
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let code = parts.first,
          parts.count == 1 || ["NAOK", "value", "code"].contains(parts[1])
        else { return nil }
        if let column = LimeSurveyColumn(String(code)),
          let (key, suffix) = column.split({ hasField($0, $1) }), let item = items[key]
        {
          return item.code + (suffix.isEmpty ? "" : "_\(suffix)")
        }
        return form.names.contains(String(code)) ? String(code) : nil
      }
    }
  }

  private mutating func readItem(
    _ item: Item, _ fields: [Field], _ conditions: [SurveyCondition], _ part: SurveyPart
  ) {
    let place = fields.first.map { part.xml.place(ofNode: $0.node) }
    var main = form.question(item)
    main.conditions = conditions
    if item.isMultiple {
      readTicks(item, main, fields, part, place)
    } else if item.rows.isEmpty || item.type == "R" {
      var answers: [SurveyAnswer] = []
      let hasOther = fields.contains { $0.suffix == "other" && !isBlank($0.node, part) }
      for field in fields {
        // The code says only that the text beside it is the answer.
        if field.suffix.isEmpty, hasOther, part.xml.string(of: field.node) == "-oth-" { continue }
        answers += self.answers(item, field, part)
      }
      let index = flow.answer(main, item.kind == .none ? [] : answers, at: place)
      for field in fields where item.kind == .none && !isBlank(field.node, part) {
        flow.record([part.xml.string(of: field.node)], of: main.id, index: index)
      }
    } else {
      let byRow = Dictionary(grouping: fields) {
        item.row($0.suffix) == nil ? Self.row($0.suffix) : $0.suffix
      }
      for row in item.rows {
        var question = form.row(of: item, row, flow.label(item.texts))
        question.conditions = conditions
        let own = byRow[row.code] ?? []
        flow.answer(
          question, own.flatMap { answers(item, $0, part, row: row) },
          at: own.first.map { part.xml.place(ofNode: $0.node) } ?? place)
      }
    }
  }

  /// Reads what was ticked, with the comments beside it.
  private mutating func readTicks(
    _ item: Item, _ main: SurveyQuestion, _ fields: [Field], _ part: SurveyPart, _ place: Place?
  ) {
    var answers: [SurveyAnswer] = []
    var ticked: Set<String> = []
    for field in fields where !isBlank(field.node, part) {
      guard let option = item.row(field.suffix) else {
        answers +=
          plain(field.node, part, detail: detail(field.suffix, of: item)).map { [$0] } ?? []
        continue
      }
      guard part.xml.string(of: field.node) == "Y" else { continue }
      ticked.insert(option.code)
      let label = flow.label(option.texts)
      answers +=
        plain(field.node, part, label: label.isEmpty ? option.code : label)
        .map { [$0] } ?? []
    }
    let index = flow.answer(main, answers, at: place)
    for option in item.parts {
      flow.record(
        ticked.contains(option.code) ? ["Y"] : [], of: "\(main.id)_\(option.code)", index: index)
    }
  }

  /// Returns what a suffix adds: a comment, the text of "other", or what these belong to.
  private func detail(_ suffix: String, of item: Item) -> String {
    guard suffix.hasSuffix("comment") else { return suffix == "other" ? "other" : "" }
    let code = String(suffix.dropLast("comment".count))
    let option = item.row(code)
    return (option.map { [flow.label($0.texts)] } ?? []).joined() + (option == nil ? "" : ", ")
      + "comment"
  }

  /// Returns the answer in a column; none when it is blank.
  private mutating func answers(
    _ item: Item, _ field: Field, _ part: SurveyPart, row: Item? = nil
  ) -> [SurveyAnswer] {
    guard !isBlank(field.node, part) else { return [] }
    let code = part.xml.string(of: field.node)
    let rest = String(field.suffix.dropFirst(row?.code.count ?? 0))
    if rest == "other" || rest == "comment" {
      return plain(field.node, part, detail: rest).map { [$0] } ?? []
    }
    switch item.type {
    case "|":
      guard field.suffix.isEmpty else { return [] }
      return UploadedFiles.names(in: part.range(of: field.node), of: flow.document).map {
        SurveyAnswer(
          range: $0, element: part.element(of: field.node),
          evidence: EvidenceReference(title: flow.document.string($0)))
      }
    case "Y", "C":
      let word = LimeSurveyWord(code: code, language: flow.document.language)
      var answer = plain(field.node, part, label: word?.text ?? "", codes: [code])
      answer?.value = word?.value
      return answer.map { [$0] } ?? []
    default:
      var detail = ""
      if rest.hasPrefix("_"), let column = item.column(String(rest.dropFirst())) {
        detail = flow.label(column.texts)
      }
      let scale = rest == "-1" || rest == "#1" ? 1 : 0
      let option = item.options[scale]?[code]
      let label = option.map { flow.label($0.texts) } ?? ""
      return plain(field.node, part, label: label, detail: detail, codes: [code]).map { [$0] } ?? []
    }
  }

  private func isBlank(_ node: Int, _ part: SurveyPart) -> Bool {
    trimmed(part.xml.textRange(of: node), in: part.xml.text).isEmpty
  }

  /// Returns the text of a column, or the label of the code in it.
  private mutating func plain(
    _ node: Int, _ part: SurveyPart, label: String = "", detail: String = "", codes: [String] = []
  ) -> SurveyAnswer? {
    var range = trimmed(part.range(of: node), in: flow.document.text)
    guard !range.isEmpty else { return nil }
    if !label.isEmpty { range = flow.document.append(label, standingFor: range) }
    return SurveyAnswer(
      range: range, element: part.element(of: node), detail: detail, codes: codes)
  }
}
