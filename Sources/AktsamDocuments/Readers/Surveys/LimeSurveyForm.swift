import AktsamXML

/// The structure of a LimeSurvey: tables of the tool's database, joined by their keys.
///
/// Texts stand in the tables themselves, a row for each language (up to version 3), or in tables of
/// their own (`question_l10ns` and the like).
struct LimeSurveyForm {
  /// A group of questions.
  struct Group {
    var id: String
    var titles: [SurveyText] = []
    var descriptions: [SurveyText] = []
    var condition = SurveyCondition.constant(true)
    fileprivate var order = 0
  }

  /// A question, or a row or column of one.
  struct Item {
    var id: String
    var group = ""
    /// The code that people see.
    var code = ""
    var type = ""
    var texts: [SurveyText] = []
    var help: [SurveyText] = []
    var condition = SurveyCondition.constant(true)
    var isMandatory = false
    /// Rows (scale 0) and columns (scale 1) of a question, or what can be ticked.
    var parts: [Item] = []
    /// The answers to choose from, by scale.
    var options: [Int: SurveyOptions] = [:]
    /// The parts by their codes; a column may share its code with a row.
    fileprivate var rowsByCode: [String: Int] = [:]
    fileprivate var columnsByCode: [String: Int] = [:]
    fileprivate var parent = ""
    fileprivate var order = 0
    fileprivate(set) var scale = 0

    /// The rows that are answered one by one.
    var rows: [Item] { parts.filter { $0.scale == 0 } }
    /// The columns of a table of texts or numbers.
    var columns: [Item] { parts.filter { $0.scale == 1 } }
    /// Returns the row, or what can be ticked, with a code.
    func row(_ code: String) -> Item? { rowsByCode[code].map { parts[$0] } }
    /// Returns the column with a code.
    func column(_ code: String) -> Item? { columnsByCode[code].map { parts[$0] } }
    /// Whether its parts are what can be ticked.
    var isMultiple: Bool { type == "M" || type == "P" }
  }

  /// The key of the survey; empty when the file doesn't say.
  private(set) var id = ""
  /// The title, once a language.
  private(set) var titles: [SurveyText] = []
  /// What stands before the questions.
  private(set) var introductions: [SurveyText] = []
  /// The groups in order; questions of none are in an empty one at the end.
  private(set) var groups: [Group] = []
  /// The questions in order, by group.
  private(set) var items: [String: [Item]] = [:]
  /// What conditions may call questions and their parts.
  private(set) var names: Set<String> = []
  /// The language that the survey was written in.
  private(set) var language = ""

  /// How many groups, questions and parts of questions there are.
  var size: Int {
    groups.count + items.values.joined().reduce(0) { $0 + 1 + $1.parts.count }
  }

  private let part: SurveyPart

  /// Reads the tables of a file.
  init(_ part: SurveyPart, in document: inout Document) {
    self.part = part
    guard let root = part.xml.root else { return }
    var tables: [String: [LimeSurveyRow]] = [:]
    for table in part.xml.childElements(of: root) {
      tables[part.xml.local(of: table), default: []] += LimeSurveyRow.rows(of: table, in: part.xml)
    }
    readHead(root, tables, in: &document)
    readGroups(tables, in: &document)
    readItems(tables, in: &document)
  }

  private mutating func readHead(
    _ root: Int, _ tables: [String: [LimeSurveyRow]], in document: inout Document
  ) {
    let survey = tables["surveys"]?.first
    id = survey?["sid"] ?? ""
    language = survey?["language"] ?? ""
    if language.isEmpty, let list = part.xml.firstChild(of: root, named: "languages") {
      language =
        part.xml.firstChild(of: list, named: "language")
        .map { part.xml.string(of: $0) } ?? ""
    }
    for row in tables["surveys_languagesettings"] ?? [] {
      let version = row["surveyls_language"]
      titles += text("surveyls_title", of: row, version, &document)
      introductions += text("surveyls_description", of: row, version, &document)
      introductions += text("surveyls_welcometext", of: row, version, &document)
    }
    titles = ordered(titles)
    introductions = ordered(introductions)
  }

  private mutating func readGroups(
    _ tables: [String: [LimeSurveyRow]], in document: inout Document
  ) {
    var index: [String: Int] = [:]
    for row in (tables["groups"] ?? []) + (tables["group_l10ns"] ?? []) {
      let id = row["gid"]
      let position = index[id] ?? groups.count
      if index[id] == nil {
        index[id] = position
        groups.append(Group(id: id))
        groups[position].order = Int(row["group_order"]) ?? 0
        groups[position].condition = SurveyExpression.condition(row["grelevance"])
      }
      let version = row["language"]
      groups[position].titles += text("group_name", of: row, version, &document)
      groups[position].descriptions += text("description", of: row, version, &document)
    }
    groups = sorted(groups) { ($0.order, 0) }
    for position in groups.indices {
      groups[position].titles = ordered(groups[position].titles)
      groups[position].descriptions = ordered(groups[position].descriptions)
    }
  }

  private mutating func readItems(
    _ tables: [String: [LimeSurveyRow]], in document: inout Document
  ) {
    var index: [String: Int] = [:]
    var all: [Item] = []
    let rows = ["questions", "subquestions", "question_l10ns"].flatMap { tables[$0] ?? [] }
    for row in rows {
      let id = row["qid"]
      let position = index[id] ?? all.count
      if index[id] == nil {
        // A text of a question that is not in the file.
        guard row.has("type") || row.has("title") else { continue }
        index[id] = position
        all.append(item(row, id: id))
      }
      let version = row["language"]
      all[position].texts += text("question", of: row, version, &document)
      all[position].help += text("help", of: row, version, &document)
    }
    for (id, scales) in options(tables, in: &document) {
      if let position = index[id] { all[position].options = scales }
    }
    for position in all.indices {
      all[position].texts = ordered(all[position].texts)
      all[position].help = ordered(all[position].help)
    }
    join(all)
  }

  /// Puts parts into their questions, and the questions in order.
  private mutating func join(_ all: [Item]) {
    var parts: [String: [Item]] = [:]
    for item in all where !item.isMain { parts[item.parent, default: []].append(item) }
    let places = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    if all.contains(where: { $0.isMain && places[$0.group] == nil }) {
      groups.append(Group(id: ""))
    }
    let last = groups.count - 1
    for var item in sorted(all.filter({ $0.isMain }), by: { (places[$0.group] ?? last, $0.order) })
    {
      if places[item.group] == nil { item.group = "" }
      item.parts = sorted(parts[item.id] ?? []) { ($0.scale, $0.order) }
      names.insert(item.code)
      for (position, part) in item.parts.enumerated() {
        if part.scale == 0 { item.rowsByCode[part.code] = position }
        if part.scale == 1 { item.columnsByCode[part.code] = position }
        names.insert("\(item.code)_\(part.code)")
      }
      items[item.group, default: []].append(item)
    }
  }

  private func item(_ row: LimeSurveyRow, id: String) -> Item {
    var item = Item(id: id)
    item.group = row["gid"]
    item.code = row["title"]
    item.type = row["type"]
    item.parent = row["parent_qid"]
    item.order = Int(row["question_order"]) ?? 0
    item.scale = Int(row["scale_id"]) ?? 0
    item.isMandatory = row["mandatory"] == "Y"
    item.condition = SurveyExpression.condition(row["relevance"])
    return item
  }

  private func options(
    _ tables: [String: [LimeSurveyRow]], in document: inout Document
  ) -> [String: [Int: SurveyOptions]] {
    var texts: [String: [SurveyText]] = [:]
    for row in tables["answer_l10ns"] ?? [] {
      texts[row["aid"], default: []] += text("answer", of: row, row["language"], &document)
    }
    var result: [String: [Int: SurveyOptions]] = [:]
    let rows = sorted(tables["answers"] ?? []) { (Int($0["sortorder"]) ?? 0, 0) }
    for row in rows {
      var own = text("answer", of: row, row["language"], &document)
      if row.has("aid") { own += texts[row["aid"]] ?? [] }
      let scale = Int(row["scale_id"]) ?? 0
      result[row["qid"], default: [:]][scale, default: SurveyOptions()].add(
        row["code"], ordered(own))
    }
    return result.mapValues { $0.mapValues { $0.mapTexts(ordered) } }
  }

  private func text(
    _ column: String, of row: LimeSurveyRow, _ version: String, _ document: inout Document
  ) -> [SurveyText] {
    guard let node = row.node(column),
      let text = SurveyText(node, in: part, version: version, document: &document)
    else { return [] }
    return [text]
  }

  /// The language of the survey comes first.
  private func ordered(_ texts: [SurveyText]) -> [SurveyText] {
    texts.filter { $0.version == language } + texts.filter { $0.version != language }
  }

  private func sorted<Element>(
    _ list: [Element], by key: (Element) -> (Int, Int)
  ) -> [Element] {
    // The sort of the library need not be stable.
    list.enumerated().sorted {
      let (left, right) = (key($0.element), key($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }
}

extension LimeSurveyForm.Item {
  fileprivate var isMain: Bool { parent.isEmpty || parent == "0" }

  /// The kind of answer that its type asks for.
  var kind: Question.Kind {
    switch type {
    case "Y": .yesNo
    case "L", "!", "O", "5", "G", "I", "F", "A", "B", "C", "E", "H", "1": .choice
    case "M", "P", "R": .multi
    case "N", "K", ":": .number
    case "D": .date
    case "|": .evidence
    case "X", "*": .none
    default: .text
    }
  }
}

/// A row of a table of LimeSurvey: an element for each column that has a value.
struct LimeSurveyRow {
  private let xml: XMLDocument
  private let columns: [String: Int]
  /// The columns in order.
  let nodes: [Int]

  /// Returns the rows of a table.
  static func rows(of table: Int, in xml: XMLDocument) -> [LimeSurveyRow] {
    guard let rows = xml.firstChild(of: table, named: "rows") else { return [] }
    return xml.childElements(of: rows, named: "row").map { LimeSurveyRow($0, xml) }
  }

  private init(_ row: Int, _ xml: XMLDocument) {
    self.xml = xml
    nodes = xml.childElements(of: row)
    columns = Dictionary(
      nodes.map { (xml.local(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a column has a value.
  func has(_ column: String) -> Bool { !self[column].isEmpty }

  /// Returns the value of a column; empty when it has none.
  subscript(column: String) -> String { columns[column].map { xml.string(of: $0) } ?? "" }

  /// Returns the element of a column, or nil.
  func node(_ column: String) -> Int? { columns[column] }
}
