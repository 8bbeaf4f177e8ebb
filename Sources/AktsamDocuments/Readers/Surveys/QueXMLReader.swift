internal import AktsamText
package import AktsamXML

/// Reads queXML, the form of a questionnaire without answers: sections, questions, rows, and
/// categories or free answers.
package enum QueXMLReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(id: "quexml", summary: "a queXML questionnaire", root: "questionnaire")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    guard root.namespace.isEmpty, root.local == "questionnaire", let node = xml.root else {
      return false
    }
    return xml.childElements(of: node, named: "section").contains {
      xml.firstChild(of: $0, named: "question") != nil
        || xml.firstChild(of: $0, named: "sectionInfo") != nil
    }
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let document = OwnFormat.document(
      xml, format: "quexml", role: .questionnaire, origin: .format, options: options)
    guard let root = xml.root else { return document }
    var reading = QueXMLReading(SurveyPart(xml), document)
    reading.read(root)
    return reading.finish()
  }
}

/// The state of reading one questionnaire.
private struct QueXMLReading {
  private let part: SurveyPart
  private var flow: SurveyFlow
  private var count = 0

  private var xml: XMLDocument { part.xml }

  init(_ part: SurveyPart, _ document: Document) {
    self.part = part
    flow = SurveyFlow(document)
  }

  consuming func finish() -> Document { flow.finish() }

  mutating func read(_ root: Int) {
    for child in xml.childElements(of: root) {
      switch xml.local(of: child) {
      case "title": flow.addHeading(texts([child]), isResponse: false)
      case "questionnaireInfo": readInfo(child)
      case "section":
        let outer = flow.enter()
        for part in xml.childElements(of: child) {
          switch xml.local(of: part) {
          case "sectionInfo": readInfo(part)
          case "question": readQuestion(part)
          default: break
          }
        }
        flow.leave(to: outer)
      default: break
      }
    }
  }

  /// A title is a heading, what stands before, during or after a section explains it.
  private mutating func readInfo(_ node: Int) {
    let position = xml.firstChild(of: node, named: "position").map { xml.string(of: $0) }
    let texts = texts(xml.childElements(of: node, named: "text"))
    if position == "title" {
      flow.addHeading(texts, isResponse: false)
    } else {
      flow.addCaption(texts, isResponse: false)
    }
  }

  private mutating func texts(_ nodes: [Int]) -> [SurveyText] {
    nodes.compactMap { SurveyText($0, in: part, document: &flow.document) }
  }

  private mutating func readQuestion(_ node: Int) {
    count += 1
    let title = xml.firstChild(of: node, named: "title").map { xml.string(of: $0) } ?? ""
    let responses = xml.childElements(of: node, named: "response")
    let rows = xml.childElements(of: node, named: "subQuestion")
    var question = SurveyQuestion(
      id: responses.first.flatMap { xml.attribute("varName", of: $0) } ?? title, number: title)
    if question.id.isEmpty { question.id = "\(count)" }
    question.texts = texts(xml.childElements(of: node, named: "text"))
    let help =
      xml.childElements(of: node, named: "specifier")
      + xml.childElements(of: node, named: "directive").flatMap {
        xml.childElements(of: $0, named: "text")
      }
    question.help = texts(help)
    question.name = title
    if let first = responses.first { readResponse(first, into: &question) }
    let context = flow.label(question.texts)
    let kind = question.kind
    if !rows.isEmpty { question.kind = .none }
    flow.ask(question)
    for row in rows {
      flow.ask(
        SurveyQuestion(
          id: xml.attribute("varName", of: row) ?? question.id,
          texts: texts(xml.childElements(of: row, named: "text")), context: context, kind: kind))
    }
    for response in responses { readContingent(response, context: context) }
    for response in responses.dropFirst() {
      var further = SurveyQuestion(
        id: xml.attribute("varName", of: response) ?? question.id, context: context)
      readResponse(response, into: &further)
      flow.ask(further)
    }
  }

  private mutating func readResponse(_ node: Int, into question: inout SurveyQuestion) {
    for child in xml.childElements(of: node) {
      let labels = texts(xml.childElements(of: child, named: "label"))
      switch xml.local(of: child) {
      case "fixed":
        question.kind = .choice
        var options = SurveyOptions()
        for category in xml.childElements(of: child, named: "category") {
          let code = xml.firstChild(of: category, named: "value").map { xml.string(of: $0) } ?? ""
          options.add(code, texts(xml.childElements(of: category, named: "label")))
        }
        question.options = options.list
      case "free":
        let format = xml.firstChild(of: child, named: "format").map { xml.string(of: $0) }
        question.kind = Self.kind(format ?? "")
        question.help += labels
      case "vas":
        question.kind = .number
        question.help += labels
      default: break
      }
    }
  }

  private static func kind(_ format: String) -> Question.Kind {
    switch format.lowercased() {
    case "integer", "number", "numeric", "float", "currency": .number
    case "date": .date
    default: .text
    }
  }

  /// Reads the texts that are asked for with a category, such as "other, namely".
  private mutating func readContingent(_ response: Int, context: String) {
    for node in xml.descendants(of: response, named: "contingentQuestion") {
      flow.ask(
        SurveyQuestion(
          id: xml.attribute("varName", of: node) ?? "",
          texts: texts(xml.childElements(of: node, named: "text")), context: context))
    }
  }
}
