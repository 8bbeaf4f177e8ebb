/// How the rows of a table are read: as questions with their answers, or as cells under headings.
struct WordTablePlan {
  /// How one row is read.
  enum RowPlan: Equatable {
    /// Its cells are headings of columns.
    case heading
    /// A line across the table that stands above what follows.
    case caption
    /// A question and its answers, by index into the row's cells.
    case question(number: Int?, question: Int, answers: [Int])
    /// The answer to the question in the row above.
    case answer
    /// Cells.
    case cells
  }

  /// The plan of each row.
  private(set) var rows: [RowPlan] = []
  /// What the heading rows say about each column.
  private(set) var headings: [String]
  /// The columns that stand for a value which is marked in them.
  private(set) var values: [Int: Question.Value] = [:]

  /// Whether the table asks questions.
  var asksQuestions: Bool {
    rows.contains {
      if case .question = $0 { true } else { false }
    }
  }

  private var questionColumn: Int?
  private var answerColumns: Set<Int> = []
  private var numberColumns: Set<Int> = []

  /// Makes a plan for a table.
  init(_ table: WordTable) {
    headings = Array(repeating: "", count: table.columnCount)
    if let row = table.rows.prefix(3).firstIndex(where: { findColumns($0) }) {
      takeHeadings(table.rows[row])
      rows = table.rows.enumerated().map { $0 < row ? .caption : $0 == row ? .heading : plan($1) }
      return
    }
    let questions = table.rows.map { Self.guess($0) }
    let wide = table.rows.count { $0.cells.count > 1 }
    let found = questions.count { $0 != nil }
    if found > 0, found * 2 >= wide {
      planQuestions(table, questions)
      return
    }
    let first = table.rows.firstIndex { $0.cells.count > 1 } ?? 0
    var isAbove = true
    for (index, row) in table.rows.enumerated() {
      if row.cells.count == 1, table.columnCount > 1, index < first {
        rows.append(.caption)
        continue
      }
      isAbove = isAbove && (row.isHeader || (index == first && Self.looksLikeHeading(table, index)))
      rows.append(isAbove ? .heading : .cells)
      if isAbove { takeHeadings(row) }
    }
  }

  private mutating func takeHeadings(_ row: WordTable.Row) {
    for cell in row.cells where !cell.text.isEmpty {
      for column in cell.columns where headings.indices.contains(column) {
        headings[column] =
          headings[column].isEmpty ? cell.text : "\(headings[column]), \(cell.text)"
      }
    }
  }

  /// Rows whose cells say themselves that they ask and answer.
  private mutating func planQuestions(_ table: WordTable, _ questions: [RowPlan?]) {
    var isOpen = false
    for (row, question) in zip(table.rows, questions) {
      if let question {
        rows.append(question)
        isOpen = false
      } else if row.cells.count == 1 {
        let cell = row.cells[0]
        if Self.isQuestion(cell.text), table.columnCount > 1 {
          rows.append(.question(number: nil, question: 0, answers: []))
          isOpen = true
        } else {
          rows.append(isOpen ? .answer : .caption)
          isOpen = false
        }
      } else if row.isHeader || rows.isEmpty {
        rows.append(.heading)
        takeHeadings(row)
      } else {
        let first = row.cells.firstIndex { !$0.text.isEmpty && !Self.isNumber($0.text) }
        if let first, first + 1 < row.cells.count {
          rows.append(Self.question(row, first))
        } else {
          rows.append(.cells)
        }
      }
    }
  }

  /// Looks for a row that names a column of answers.
  private mutating func findColumns(_ row: WordTable.Row) -> Bool {
    guard row.cells.count > 1 else { return false }
    var question: Int?
    var answers: Set<Int> = []
    var comments: Set<Int> = []
    var numbers: Set<Int> = []
    var marks: [Int: Question.Value] = [:]
    for cell in row.cells where cell.text.utf8.count <= 80 {
      let words = cell.text.lowercased().split { !$0.isLetter && $0 != "#" && $0 != "/" }
        .map { String($0) }
      let column = cell.columns.lowerBound
      if words.contains(where: { Self.answerWords.contains($0) || Self.isAnswer($0) }) {
        answers.formUnion(cell.columns)
      } else if words.contains(where: { Self.questionWords.contains($0) }) {
        question = question ?? column
      } else if words.contains(where: { Self.commentWords.contains($0) }) {
        comments.formUnion(cell.columns)
      } else if let value = Question.Value(written: cell.text) {
        marks[column] = value
      } else if words.count <= 2, words.contains(where: { Self.numberWords.contains($0) }) {
        numbers.insert(column)
      }
    }
    // "No" alone counts; beside "Yes" it is an answer.
    if Set(marks.values).isDisjoint(with: [.yes]) || marks.count < 2 {
      numbers.formUnion(marks.keys)
      marks = [:]
    }
    guard !answers.isEmpty || !marks.isEmpty else { return false }
    let first = answers.union(marks.keys).min() ?? 0
    // Without a column of questions, the nearest one before the answers that counts nothing.
    question = question ?? (0..<max(first, 0)).last { !numbers.contains($0) }
    guard let question, question < first || answers.contains(where: { $0 > question }) else {
      return false
    }
    questionColumn = question
    values = marks
    answerColumns = answers.union(marks.keys).union(comments.filter { $0 > question })
    numberColumns = numbers
    return true
  }

  /// Plans a row under headings that name the columns.
  private func plan(_ row: WordTable.Row) -> RowPlan {
    guard row.cells.count > 1 else { return .caption }
    guard let column = questionColumn,
      let question = row.cells.firstIndex(where: { $0.columns.contains(column) })
    else { return .cells }
    let answers = row.cells.indices.filter {
      $0 != question && !answerColumns.isDisjoint(with: row.cells[$0].columns)
    }
    let number = row.cells.indices.first {
      $0 != question && !numberColumns.isDisjoint(with: row.cells[$0].columns)
    }
    return .question(number: number, question: question, answers: answers)
  }

  /// Finds the cell of a row that asks, when a cell behind it can answer.
  private static func guess(_ row: WordTable.Row) -> RowPlan? {
    guard row.cells.count > 1, !row.isHeader else { return nil }
    let last = row.cells.count - 1
    if let asking = row.cells[..<last].firstIndex(where: { isQuestion($0.text) }) {
      return question(row, asking)
    }
    guard let field = row.cells.firstIndex(where: \.hasField), field > 0,
      let asking = row.cells[..<field].lastIndex(where: { !$0.text.isEmpty && !isNumber($0.text) })
    else { return nil }
    return question(row, asking)
  }

  private static func question(_ row: WordTable.Row, _ asking: Int) -> RowPlan {
    let number = asking > 0 && isNumber(row.cells[asking - 1].text) ? asking - 1 : nil
    return .question(
      number: number, question: asking, answers: Array((asking + 1)..<row.cells.count))
  }

  /// Whether a text asks: it has a question mark, or starts by telling somebody to describe.
  static func isQuestion(_ text: String) -> Bool {
    if text.hasSuffix("?") || text.contains("? ") { return true }
    let first = text.lowercased().drop { !$0.isLetter }.prefix { $0.isLetter }
    return imperatives.contains(String(first))
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count <= 8 && text.contains(where: \.isNumber)
      && text.count(where: \.isLetter) <= 2
  }

  /// Whether the first row of a table names its columns, though it is not marked: short words in every
  /// cell, over at least three columns or in bold type.
  private static func looksLikeHeading(_ table: WordTable, _ index: Int) -> Bool {
    let row = table.rows[index]
    guard table.rows.count > index + 1, row.cells.count > 1 else { return false }
    let isShort = row.cells.allSatisfy { cell in
      !cell.text.isEmpty && cell.text.utf8.count <= 60 && !cell.hasField
        && !cell.text.hasSuffix(".") && !cell.text.hasSuffix("?") && !cell.text.hasSuffix(":")
    }
    guard isShort, Set(row.cells.map(\.text)).count == row.cells.count else { return false }
    if row.cells.allSatisfy(\.isBold) || Site.isTable(row.cells.map(\.text)) { return true }
    return row.cells.count > 2 && !row.cells.contains { $0.text.contains(where: \.isNumber) }
  }

  /// Compounds such as "leverantörssvar"; "ansvar" means responsibility.
  private static func isAnswer(_ word: String) -> Bool {
    word.hasSuffix("svar") && !word.hasSuffix("ansvar")
  }

  private static let questionWords: Set<String> = [
    "question", "questions", "fråga", "frågor", "frågan", "spørsmål", "spørsmålet", "spørgsmål",
    "requirement", "requirements", "krav", "kravet", "criterion", "criteria", "kriterium",
    "kriterie",
  ]
  private static let answerWords: Set<String> = [
    "answer", "answers", "response", "responses", "reply", "svaret", "besvarelse", "besvarelsen",
  ]
  private static let commentWords: Set<String> = [
    "comment", "comments", "kommentar", "kommentarer", "merknad", "merknader", "explanation",
    "description", "details", "beskrivelse", "beskrivning", "förklaring", "forklaring",
    "motivering", "begrunnelse", "documentation", "dokumentasjon", "dokumentation", "evidence",
    "reference", "referanse", "referens", "utfyllende",
  ]
  private static let numberWords: Set<String> = [
    "no", "nr", "number", "nummer", "#", "id", "punkt", "item", "ref",
  ]
  private static let imperatives: Set<String> = [
    "describe", "explain", "state", "specify", "beskriv", "redogör", "förklara", "ange", "redegjør",
    "forklar", "oppgi", "angi", "beskrive",
  ]
}
