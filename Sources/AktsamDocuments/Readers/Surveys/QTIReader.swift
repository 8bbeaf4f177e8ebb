internal import AktsamText
package import AktsamXML

/// Reads QTI 2 and 3: items, tests of items, and reports of what was answered.
///
/// Names are those of version 2; version 3 writes `qti-choice-interaction` for `choiceInteraction`.
package enum QTIReader: XMLFormatReader {
  private static let namespace = "http://www.imsglobal.org/xsd/imsqti"

  package static let formats = [
    FormatInfo(
      id: "qti", summary: "a QTI item, test or result",
      root: "assessmentItem, assessmentTest, assessmentResult, qti-assessment-item, …")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.namespace.hasPrefix(namespace)
      && ["assessmentItem", "assessmentTest", "assessmentSection", "assessmentResult"].contains(
        QTIName.plain(root.local))
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let isResult = xml.root.map { QTIName.plain(xml.local(of: $0)) } == "assessmentResult"
    var document = OwnFormat.document(
      xml, format: "qti", role: isResult ? .response : .questionnaire, origin: .format,
      options: options)
    guard let root = xml.root else { return document }
    if document.language == nil { document.language = OwnFormat.language(of: root, in: xml) }
    var reading = QTIReading(SurveyPart(xml), document)
    reading.read(root)
    return reading.finish()
  }
}

/// The names of QTI.
private enum QTIName {
  /// Returns the name that version 2 has: `qti-item-body` is `itemBody`.
  static func plain(_ local: String) -> String {
    guard local.hasPrefix("qti-") else { return local }
    let words = local.dropFirst(4).split(separator: "-")
    return (words.first.map { String($0) } ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// The state of reading one file.
private struct QTIReading {
  private let part: SurveyPart
  private let names: [String]
  private var flow: SurveyFlow
  /// Texts that wait for the question that they introduce.
  private var waiting: [SurveyText] = []
  private var itemsElsewhere: [Int] = []
  private var itemTitle = ""

  private static let choices: Set<String> = [
    "simpleChoice", "simpleAssociableChoice", "inlineChoice", "gapText", "hottext",
  ]

  private static let skipped: Set<String> = [
    "feedbackInline", "feedbackBlock", "modalFeedback", "templateInline", "templateBlock",
    "stylesheet", "object", "math", "svg", "responseProcessing", "responseDeclaration",
    "outcomeDeclaration", "outcomeProcessing", "templateDeclaration", "templateProcessing",
    "catalogInfo", "companionMaterialsInfo",
  ]

  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdo", "big", "cite", "code", "em", "i", "img", "q", "small", "span",
    "strong", "sub", "sup", "tt", "u", "br", "printedVariable",
  ]

  private var xml: XMLDocument { part.xml }

  init(_ part: SurveyPart, _ document: Document) {
    self.part = part
    names = part.xml.names.map { QTIName.plain($0.local) }
    flow = SurveyFlow(document)
  }

  consuming func finish() -> Document {
    if let first = itemsElsewhere.first {
      flow.note(
        SurveyMessages.itemsElsewhereRule, .note,
        SurveyMessages.itemsElsewhere(itemsElsewhere.count), at: xml.place(ofStartTag: first))
    }
    return flow.finish()
  }

  private func name(_ node: Int) -> String {
    let id = Int(xml.nodes[node].name)
    return xml.nodes[node].kind == .element && names.indices.contains(id) ? names[id] : ""
  }

  private func attribute(_ local: String, of node: Int) -> Int? {
    xml.nodes[node].attributes.map { Int($0) }.first {
      let id = Int(xml.attributes[$0].name)
      let name = xml.names.indices.contains(id) ? xml.names[id].local : ""
      return name == local || QTIName.plain("qti-" + name) == local
    }
  }

  private func value(_ local: String, of node: Int) -> String {
    attribute(local, of: node).map { xml.value(ofAttribute: $0) } ?? ""
  }

  private mutating func title(of node: Int) -> [SurveyText] {
    attribute("title", of: node).flatMap {
      SurveyText(attribute: $0, of: node, in: part, document: &flow.document)
    }.map { [$0] } ?? []
  }

  // MARK: - Items and tests

  mutating func read(_ node: Int) {
    switch name(node) {
    case "assessmentItem":
      let title = title(of: node)
      itemTitle = flow.label(title)
      flow.addHeading(title, isResponse: false)
      for body in xml.childElements(of: node) where name(body) == "itemBody" {
        readBody(body)
        flow.addCaption(waiting, isResponse: false)
        waiting = []
      }
    case "assessmentTest", "testPart", "assessmentSection":
      let outer = flow.enter()
      flow.addHeading(title(of: node), isResponse: false)
      for child in xml.childElements(of: node) { read(child) }
      flow.leave(to: outer)
    case "rubricBlock":
      readBody(node)
      flow.addCaption(waiting, isResponse: false)
      waiting = []
    case "assessmentItemRef": itemsElsewhere.append(node)
    case "assessmentResult": readResult(node)
    default: break
    }
  }

  /// Reads text and interactions: text waits for the interaction that it introduces.
  private mutating func readBody(_ node: Int) {
    var line: Range<Int>?
    for child in xml.children(of: node) {
      let name = name(child)
      let isText = xml.nodes[child].kind == .text
      if isText || (Self.inline.contains(name) && !holdsInteraction(child)) {
        let range = part.range(of: child)
        line = (line?.lowerBound ?? range.lowerBound)..<range.upperBound
        continue
      }
      wait(&line, node)
      if name.isEmpty || Self.skipped.contains(name) { continue }
      if name.hasSuffix("Interaction") {
        readInteraction(child, name)
      } else if name == "rubricBlock" {
        let outer = waiting
        waiting = []
        read(child)
        waiting = outer
      } else {
        readBody(child)
      }
    }
    wait(&line, node)
  }

  /// Keeps a line of text for the next question.
  private mutating func wait(_ line: inout Range<Int>?, _ node: Int) {
    guard let range = line else { return }
    line = nil
    let lines = SurveyMarkup.segments(of: range, in: &flow.document)
    if let text = SurveyText(lines: lines, element: part.element(of: node)) {
      waiting.append(text)
    }
  }

  private func holdsInteraction(_ node: Int) -> Bool {
    ((node + 1)..<max(Int(xml.nodes[node].end), node + 1)).contains {
      name($0).hasSuffix("Interaction")
    }
  }

  private mutating func readInteraction(_ node: Int, _ kind: String) {
    var question = SurveyQuestion(
      id: value("responseIdentifier", of: node), texts: waiting, name: itemTitle)
    waiting = []
    var options = SurveyOptions()
    for index in (node + 1)..<max(Int(xml.nodes[node].end), node + 1) {
      let name = name(index)
      if name == "prompt" {
        if let text = SurveyText(index, in: part, document: &flow.document) {
          question.texts.append(text)
        }
      } else if Self.choices.contains(name) {
        let text = SurveyText(index, in: part, document: &flow.document)
        options.add(value("identifier", of: index), text.map { [$0] } ?? [])
      }
    }
    question.options = options.list
    question.kind =
      switch kind {
      case "choiceInteraction": value("maxChoices", of: node) == "1" ? .choice : .multi
      case "inlineChoiceInteraction": .choice
      case "matchInteraction", "associateInteraction", "orderInteraction", "hottextInteraction",
        "gapMatchInteraction":
        .multi
      case "uploadInteraction": .evidence
      case "sliderInteraction": .number
      default: .text
      }
    flow.ask(question)
  }

  // MARK: - Results

  /// Reads a report: it names items and choices and holds no texts of them.
  private mutating func readResult(_ root: Int) {
    var isNoted = false
    for item in xml.childElements(of: root) where name(item) == "itemResult" {
      let id = value("identifier", of: item)
      if !isNoted {
        isNoted = true
        flow.document.date = day(value("datestamp", of: item))
        flow.note(
          SurveyMessages.formElsewhereRule, .note, SurveyMessages.formElsewhere(id),
          at: xml.place(ofStartTag: item))
      }
      for variable in xml.childElements(of: item) where name(variable) == "responseVariable" {
        let own = value("identifier", of: variable)
        // The duration and the number of tries are no answers.
        guard own != "duration", own != "numAttempts" else { continue }
        var answers: [SurveyAnswer] = []
        for response in xml.childElements(of: variable) where name(response) == "candidateResponse"
        {
          for value in xml.childElements(of: response) where name(value) == "value" {
            let range = trimmed(part.range(of: value), in: flow.document.text)
            guard !range.isEmpty else { continue }
            answers.append(SurveyAnswer(range: range, element: part.element(of: value)))
          }
        }
        flow.answer(
          SurveyQuestion(id: "\(id)/\(own)", name: "\(id) / \(own)"), answers,
          at: xml.place(ofNode: variable))
      }
    }
  }
}
