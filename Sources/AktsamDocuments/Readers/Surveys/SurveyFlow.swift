import AktsamText
import AktsamXML

/// Turns the questions and answers of a survey into blocks, the same way for every survey tool.
///
/// In a form, each language version of a question is a group, with its help and its options. In a
/// response, a question is a group with the answers to it, in one language.
struct SurveyFlow {
  private var flow: BlockFlow
  /// The language version of the form that answers are shown with; empty = the first.
  var version = ""
  private var shownLists: Set<String> = []
  private var indices: [String: Int] = [:]
  private var values: [String: Set<String>] = [:]
  private var pending: [(question: Int, conditions: [SurveyCondition], place: Place?)] = []

  /// What a label shows of a text at most, so that labels do not outgrow the document.
  private static let maxLabel = 500

  /// A form in more languages than these is not a form.
  private static let maxVersions = 64

  /// The questions of all responses of a file together, so that a small file makes no document
  /// without end.
  private static let maxQuestions = 100_000

  /// Returns how many responses to a form are read at most.
  ///
  /// - Parameter size: how many questions and groups the form has.
  /// - Returns: the number, at least 1.
  static func maxResponses(toFormOf size: Int) -> Int {
    max(1, maxQuestions / max(size, 1))
  }

  /// Creates a flow that fills a document.
  init(_ document: Document) {
    flow = BlockFlow(document)
  }

  /// The document.
  var document: Document {
    get { flow.document }
    _modify { yield &flow.document }
  }

  /// Returns the document.
  consuming func finish() -> Document {
    settle()
    var document = flow.document
    OwnFormat.noteEmpty(&document)
    return document
  }

  /// Adds a finding.
  mutating func note(_ rule: String, _ severity: Severity, _ message: String, at place: Place?) {
    flow.document.findings.append(
      Finding(rule: rule, severity: severity, message: message, place: place))
  }
}

extension SurveyFlow {
  /// Notes that a file holds several responses, and whether some are left out.
  mutating func noteResponses(_ count: Int, read: Int, at place: Place?) {
    if count > 1 {
      note(
        SurveyMessages.severalResponsesRule, .warning, SurveyMessages.severalResponses(count),
        at: place)
    }
    if read < count {
      note(
        SurveyMessages.tooManyResponsesRule, .error, SurveyMessages.tooManyResponses(read),
        at: place)
      flow.document.isComplete = false
    }
  }
}

// MARK: - Texts

extension SurveyFlow {
  /// Returns the texts of the version that is shown beside answers.
  func shown(_ texts: [SurveyText]) -> [SurveyText] {
    let own = version.isEmpty ? [] : texts.filter { $0.version == version }
    if !own.isEmpty { return own }
    guard let first = texts.first else { return [] }
    return texts.filter { $0.version == first.version }
  }

  /// Returns texts as one line.
  func label(_ texts: [SurveyText]) -> String {
    let lines = shown(texts).flatMap { $0.lines }.map { line in
      document.string(start(of: line)).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    return String(lines.joined(separator: " ").prefix(Self.maxLabel))
  }

  /// Cuts a line, but not within a character.
  private func start(of line: Range<Int>) -> Range<Int> {
    var end = min(line.upperBound, line.lowerBound + Self.maxLabel)
    while end < line.upperBound, end > line.lowerBound, document.text[end] & 0xC0 == 0x80 {
      end -= 1
    }
    return line.lowerBound..<end
  }

  private mutating func use(_ version: String) {
    let language = SurveyLanguage.normalise(version)
    flow.language = language == flow.document.language ? nil : language
  }

  private func versions(_ texts: [SurveyText]) -> [String] {
    var seen: Set<String> = []
    let all = texts.map(\.version).filter { seen.insert($0).inserted }
    return Array(all.prefix(Self.maxVersions))
  }

  /// Adds a heading, once a language in a form and in one language beside answers.
  mutating func addHeading(_ texts: [SurveyText], number: String = "", isResponse: Bool) {
    var first: Int32?
    for text in isResponse ? shown(texts) : texts {
      use(text.version)
      for line in text.lines {
        let printed = number.isEmpty ? Self.printed(line, in: document.text) : nil
        flow.addHeading(
          printed?.content ?? line, element: text.element, number: printed?.number ?? number,
          isNumbered: false)
        if first == nil { first = flow.section.heading }
      }
    }
    flow.section.heading = first ?? flow.section.heading
    flow.section.number = ""
    flow.language = nil
  }

  /// Adds a text that introduces or explains: no evidence, and nothing that is asked.
  mutating func addCaption(_ texts: [SurveyText], isResponse: Bool) {
    for text in isResponse ? shown(texts) : texts {
      use(text.version)
      flow.startGroup()
      for line in text.lines { flow.add(.caption, line, element: text.element) }
    }
    flow.language = nil
  }

  /// Goes below the heading that comes next; ``leave(to:)`` comes back.
  mutating func enter() -> BlockFlow.Section { flow.enter() }

  /// Goes back to what stands above the heading.
  mutating func leave(to section: BlockFlow.Section) { flow.leave(to: section) }

  private static func printed(_ line: Range<Int>, in text: [UInt8]) -> PrintedNumber? {
    PrintedNumber(line, in: text).flatMap { $0.form == .dotted || $0.form == .single ? $0 : nil }
  }
}

// MARK: - Questions

extension SurveyFlow {
  /// Adds a question of a form.
  mutating func ask(_ question: SurveyQuestion) {
    let index = Int32(document.questions.count)
    let isNewList = question.optionList.isEmpty || shownLists.insert(question.optionList).inserted
    let options = isNewList ? question.options : []
    let all = question.texts + question.help + options.flatMap { $0.texts }
    for version in versions(all) {
      flow.startGroup()
      use(version)
      var label = question.context
      let number = add(question.texts, version, question, index, .question, label: label)
      let texts = question.texts.filter { $0.version == version }
      label = joined(question.context, texts.isEmpty ? question.name : self.label(texts))
      add(question.help, version, question, index, .question, label: label, number: number)
      for option in options {
        add(option.texts, version, question, index, .caption, label: label, number: number)
      }
    }
    flow.language = nil
    flow.document.questions.append(
      Question(
        id: question.id, label: title(question), kind: question.kind,
        isMandatory: question.isMandatory, state: .notAsked))
  }

  /// Adds the texts of a version and returns the number that was printed before the first.
  @discardableResult
  private mutating func add(
    _ texts: [SurveyText], _ version: String, _ question: SurveyQuestion, _ index: Int32,
    _ kind: BlockKind, label: String, number: String? = nil
  ) -> String {
    var isFirst = number == nil && question.number.isEmpty
    var number = number ?? question.number
    for text in texts where text.version == version {
      for line in text.lines {
        let printed = isFirst ? Self.printed(line, in: document.text) : nil
        isFirst = false
        number = printed?.number ?? number
        flow.add(
          kind, printed?.content ?? line, element: text.element, number: number, label: label,
          question: index)
      }
    }
    return number
  }

  private func joined(_ context: String, _ text: String) -> String {
    context.isEmpty ? text : text.isEmpty ? context : "\(context): \(text)"
  }

  /// Returns the question as one line.
  func title(_ question: SurveyQuestion) -> String {
    let text = label(question.texts)
    return joined(question.context, text.isEmpty ? question.name : text)
  }

  /// Adds a question of a response with the answers to it.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - answers: what was answered, nothing blank.
  ///   - place: where a remark on the answer belongs.
  /// - Returns: the index of the question in the document.
  @discardableResult
  mutating func answer(
    _ question: SurveyQuestion, _ answers: [SurveyAnswer], at place: Place?
  ) -> Int {
    let index = document.questions.count
    let title = title(question)
    flow.startGroup()
    var number = question.number
    if let text = shown(question.texts).first {
      use(text.version)
      number = add(
        shown(question.texts), text.version, question, Int32(index), .question,
        label: question.context)
    }
    // The language of the answers is known only where the response names it.
    flow.language = nil
    if !version.isEmpty { use(version) }
    defer { flow.language = nil }
    var result = Question(
      id: question.id, label: title, kind: question.kind, isMandatory: question.isMandatory,
      state: question.kind == .none ? .notAsked : .unanswered)
    var written: [String] = []
    var codes: Set<String> = []
    for answer in answers {
      let detail = answer.detail.isEmpty ? "" : " (\(answer.detail))"
      let block = flow.add(
        .answer, answer.range, element: answer.element, number: number, label: title + detail,
        question: Int32(index))
      guard let block else { continue }
      result.state = .answered
      if result.valueBlock < 0 { result.valueBlock = block }
      let text = document.string(document.blocks[Int(block)].text)
      codes.formUnion(answer.codes)
      codes.insert(text)
      if question.kind != .text { written.append(String(text.prefix(Self.maxLabel))) }
      if question.kind == .yesNo || question.kind == .choice {
        result.value = result.value ?? answer.value ?? Question.Value(written: text)
      }
      if var evidence = answer.evidence {
        evidence.block = block
        result.evidence.append(evidence)
      }
    }
    result.written = written.joined(separator: ", ")
    flow.document.questions.append(result)
    record(codes, of: question.id, index: index)
    if !question.conditions.isEmpty { pending.append((index, question.conditions, place)) }
    return index
  }

  /// Makes the values of a question known to conditions.
  mutating func record(_ codes: Set<String>, of id: String, index: Int) {
    if indices[id] == nil { indices[id] = index }
    values[id, default: []].formUnion(codes)
  }

  /// Decides which questions of the response read so far were switched off, and forgets its values.
  mutating func settle() {
    for (index, conditions, place) in pending {
      let values = values
      let outcomes = conditions.map { $0.outcome { values[$0] } }
      guard let outcome = outcomes.first(where: { $0.holds == false }) else { continue }
      let by = outcome.by.flatMap { indices[$0] }
      switch flow.document.questions[index].state {
      case .answered:
        guard let by else { continue }
        let ids = (flow.document.questions[index].id, flow.document.questions[by].id)
        note(
          Messages.answeredThoughOffRule, .note,
          Messages.answeredThoughOff(ids.0, by: ids.1), at: place)
      case .notAsked: continue
      default:
        flow.document.questions[index].state = by.map { .switchedOff(by: $0) } ?? .notAsked
      }
    }
    pending = []
    values = [:]
    indices = [:]
  }
}
