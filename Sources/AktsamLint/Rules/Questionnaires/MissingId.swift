import AktsamDocuments
import AktsamText

/// A question, an option, a column or the questionnaire itself has no id.
package struct MissingId: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1034", name: "missing-id", group: .questionnaires, severity: .error, since: "0.2",
    summary: "A question, an option, a column or the questionnaire itself has no id.",
    rationale: """
      Answers, conditions and tables name what they are about by its id: what has none cannot be \
      answered. The fix writes one that the file does not use yet, made from the printed number, the \
      position or the text; it is safe as long as no response of the run answers the questionnaire. \
      The questionnaire's own id stands in every response and never changes: choose it yourself.
      """,
    supersedes: [
      "AK0310",
      Superseded("AK0110", saying: ["attribute 'id'", "Duplicate key-sequence ['']"]),
    ],
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section number="2">
            <heading>Risk</heading>
            <question id="q2.1" number="2.1" type="text"><text>How do you map risks?</text></question>
            «<question number="2.2" type="choice">»
              <text>How often do you assess them?</text>
              <option id="yearly"><text>Every year</text></option>
              «<option>»<text>Less often</text></option>
            </question>
            «<question id="" type="text">»<text>Who does it?</text></question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" version="1">»
          <title>Självskattning</title>
          <section>
            <heading>Anläggningar</heading>
            <question id="q1" type="table">
              <text>Var tillverkas varorna?</text>
              «<column type="country">»<text>Land</text></column>
              <column id="site"><text>Anläggning</text></column>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="choice">
              <text>Hvor ofte vurderer dere risiko?</text>
              <option id="yearly"><text>Hvert år</text></option>
              <option id="never"><text>Aldri</text></option>
              <evidence required="true"><text>Legg ved den siste vurderingen.</text></evidence>
            </question>
          </section>
        </questionnaire>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .questionnaire, document.format == "aktsam-questionnaire" else { return }
    let blank = BlankIds(document)
    let isSafe = !isAnswered(context)
    if document.id.isBlank, !document.opening.isEmpty {
      let title = document.blocks.first { $0.kind == .heading }.map { context.string(of: $0) }
      let id = ProposedIds.words(of: title ?? "")
      report(
        context.finding(
          QuestionnaireMessages.noQuestionnaireId, at: context.opening,
          fix: blank.fix(document.opening, element: 0, id: id ?? "questionnaire", isSafe: false)))
    }
    var ids = ProposedIds(questionsOf: document)
    for (index, question) in context.definedQuestions.enumerated() {
      let definition = question.definition
      if question.id.isBlank {
        let number = definition.texts.first.flatMap { context.block(at: $0.block) }?.number ?? ""
        report(
          context.finding(
            QuestionnaireMessages.noId("the question"), at: context.place(of: question),
            fix: blank.fix(
              definition.source, element: definition.element,
              id: ids.take(question: number, position: index + 1), isSafe: isSafe)))
      }
      let options = definition.options.map {
        Part("option", $0.id, $0.opening, $0.element, $0.texts)
      }
      let columns = definition.columns.map {
        Part("column", $0.id, $0.opening, $0.element, $0.texts)
      }
      for parts in [options, columns] where parts.contains(where: \.id.isBlank) {
        var names = ProposedIds(taken: parts.map(\.id) + (ids.values[question.id] ?? []))
        for (index, part) in parts.enumerated() where part.id.isBlank {
          let text = part.texts.lazy.compactMap { context.block(at: $0.block) }.first
          let words = text.flatMap { ProposedIds.words(of: context.string(of: $0)) }
          report(
            context.finding(
              QuestionnaireMessages.noId("the \(part.name)"),
              at: context.place(ofSource: part.opening, element: part.element),
              fix: blank.fix(
                part.opening, element: part.element,
                id: names.take(words ?? "\(part.name)-\(index + 1)"), isSafe: isSafe)))
        }
      }
    }
  }

  /// Whether a response of the run answers the questionnaire: what it calls things is then known.
  private func isAnswered(_ context: RuleContext) -> Bool {
    context.others(.response).contains { response in
      let named = response.references.first { $0.kind == .questionnaire }?.target
      return context.document.id.isBlank || named == nil || named == context.document.id
    }
  }

  /// An option or a column.
  private struct Part {
    var name: String
    var id: String
    var opening: Range<Int>
    var element: Int32
    var texts: [LocalBlock]

    init(
      _ name: String, _ id: String, _ opening: Range<Int>, _ element: Int32, _ texts: [LocalBlock]
    ) {
      (self.name, self.id, self.opening, self.element, self.texts) =
        (name, id, opening, element, texts)
    }
  }
}

/// Where ids are to be written.
private struct BlankIds {
  private let document: Document
  /// The values of blank ids by element.
  private var blank: [Int32: Range<Int>] = [:]

  init(_ document: Document) {
    self.document = document
    for anchor in document.anchors where anchor.id.isBlank { blank[anchor.element] = anchor.source }
  }

  /// Returns the change that writes an id into a start tag: in the place of a blank one, else behind the
  /// element's name; nil where the file breaks off, in a member of an archive, and where an id of the
  /// questionnaire itself stands blank.
  func fix(_ opening: Range<Int>, element: Int32, id: String, isSafe: Bool) -> Fix? {
    guard document.isComplete, document.source.part.isEmpty else { return nil }
    let message = "write id=\"\(id)\""
    if let value = blank[element] { return Fix(message, [.init(value, id)], isSafe: isSafe) }
    let bytes = document.source.bytes
    let tag = opening.clamped(to: 0..<bytes.count)
    guard
      let end = tag.dropFirst().first(where: { index in
        bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ">")
          || bytes[index] == UInt8(ascii: "/")
      }), !declaresId(bytes[end..<tag.upperBound])
    else { return nil }
    return Fix(message, [.init(end..<end, " \(message.dropFirst(6))")], isSafe: isSafe)
  }

  /// Whether a start tag has the attribute "id" already.
  private func declaresId(_ tag: ArraySlice<UInt8>) -> Bool {
    tag.split { $0 <= 0x20 }.contains { part in
      part.starts(with: Array("id".utf8))
        && (part.count == 2 || part.dropFirst(2).first == UInt8(ascii: "="))
    }
  }
}

extension String {
  /// Whether nothing but white space stands in it.
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
