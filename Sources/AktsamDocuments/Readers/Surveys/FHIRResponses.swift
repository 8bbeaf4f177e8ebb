import AktsamText
import AktsamXML

/// Reads responses to FHIR questionnaires, joined with their form by `linkId` where it is at hand.
struct FHIRResponses {
  private let fhir: FHIRPart
  private let forms: [FHIRForm]
  private var flow: SurveyFlow
  private var seen: Set<Int> = []

  private var part: SurveyPart { fhir.part }
  private var xml: XMLDocument { fhir.part.xml }

  init(_ part: SurveyPart, _ forms: [FHIRForm], _ document: Document) {
    fhir = FHIRPart(part)
    self.forms = forms
    flow = SurveyFlow(document)
  }

  /// Returns the document.
  consuming func finish() -> Document { flow.finish() }

  /// Reads all responses of a file.
  mutating func read(_ resources: FHIRResources) {
    let size = forms.reduce(forms.count) { $0 + $1.items.count }
    let responses = resources.responses.prefix(SurveyFlow.maxResponses(toFormOf: size))
    flow.noteResponses(
      resources.responses.count, read: responses.count,
      at: responses.first.map { xml.place(ofStartTag: $0) })
    for (index, response) in responses.enumerated() {
      if index == 0 {
        flow.document.date = day(fhir.value("authored", of: response))
        flow.document.party = party(response, resources)
      }
      read(response)
    }
  }

  /// The organisation that answered, that wrote it down, or that the answers are about.
  private func party(_ response: Int, _ resources: FHIRResources) -> Party? {
    for local in ["source", "author", "subject"] {
      guard let node = xml.firstChild(of: response, named: local) else { continue }
      let reference = fhir.value("reference", of: node)
      var name = fhir.value("display", of: node)
      var identifier = ""
      if let organization = resources.organizations[reference] {
        let full = fhir.value("name", of: organization)
        if !full.isEmpty { name = full }
        identifier =
          xml.firstChild(of: organization, named: "identifier")
          .map { fhir.value("value", of: $0) } ?? ""
      } else if !reference.contains("Organization/"), fhir.value("type", of: node) != "Organization"
      {
        continue
      }
      if !name.isEmpty { return Party(name: name, identifier: identifier, kind: .supplier) }
    }
    return nil
  }

  private mutating func read(_ response: Int) {
    if ["in-progress", "stopped"].contains(fhir.value("status", of: response)),
      let status = xml.firstChild(of: response, named: "status")
    {
      flow.note(
        SurveyMessages.unfinishedRule, .note,
        SurveyMessages.unfinished(fhir.value("id", of: response)),
        at: xml.place(ofNode: status))
    }
    let name = fhir.value("questionnaire", of: response)
    let form =
      forms.first { $0.isNamed(name) } ?? (name.isEmpty && forms.count == 1 ? forms[0] : nil)
    flow.version = ""
    let outer = flow.enter()
    if let form {
      let language = LanguageTag.normalise(fhir.value("language", of: response)) ?? ""
      flow.version = language == form.language ? "" : language
      flow.document.language = flow.document.language ?? form.language
      flow.addHeading(form.titles, isResponse: true)
      readItems(form.top, of: form, below: [response])
    } else if !name.isEmpty {
      flow.note(
        SurveyMessages.formElsewhereRule, .note, SurveyMessages.formElsewhere(name),
        at: xml.firstChild(of: response, named: "questionnaire").map { xml.place(ofNode: $0) })
    }
    readRest(of: response, hasForm: form != nil)
    flow.settle()
    flow.leave(to: outer)
  }
}

// MARK: - With the form

extension FHIRResponses {
  /// Reads what the form asks, in its order.
  ///
  /// - Parameters:
  ///   - positions: of items of the form.
  ///   - form: the form.
  ///   - parents: the nodes that answers may stand in.
  private mutating func readItems(_ positions: [Int], of form: FHIRForm, below parents: [Int]) {
    var found: [String: [Int]] = [:]
    for node in parents.flatMap({ items(of: $0) }) {
      found[fhir.value("linkId", of: node), default: []].append(node)
    }
    for position in positions {
      let item = form.items[position]
      let nodes = found[item.question.id] ?? []
      seen.formUnion(nodes)
      if item.isGroup {
        // A group that repeats stands there once for each time.
        for scope in nodes.isEmpty ? [[]] : nodes.map({ [$0] }) {
          let outer = flow.enter()
          flow.addHeading(item.question.texts, number: item.question.number, isResponse: true)
          readItems(item.children, of: form, below: scope)
          flow.leave(to: outer)
        }
      } else if item.isDisplay {
        readItems(item.children, of: form, below: nodes)
      } else {
        for scope in nodes.isEmpty ? [[]] : nodes.map({ [$0] }) {
          flow.answer(
            item.question, scope.flatMap { answers(of: $0, item.options) },
            at: scope.first.map { xml.place(ofNode: $0) })
          readItems(item.children, of: form, below: scope)
        }
      }
    }
  }

  /// The items in a response or an item, and those below its answers.
  private func items(of node: Int) -> [Int] {
    xml.childElements(of: node, named: "item")
      + xml.childElements(of: node, named: "answer").flatMap {
        xml.childElements(of: $0, named: "item")
      }
  }
}

// MARK: - Without the form

extension FHIRResponses {
  /// Reads the items that no form has told the place of.
  private mutating func readRest(of node: Int, hasForm: Bool) {
    for item in items(of: node) {
      let id = fhir.value("linkId", of: item)
      let texts = seen.contains(item) ? [] : fhir.texts("text", of: item, document: &flow.document)
      let hasAnswer = xml.firstChild(of: item, named: "answer") != nil
      let isGroup = !hasAnswer && xml.firstChild(of: item, named: "item") != nil
      let outer = flow.enter()
      if !seen.contains(item) {
        if isGroup {
          flow.addHeading(texts, isResponse: true)
        } else {
          if hasForm {
            flow.note(
              SurveyMessages.unknownQuestionRule, .warning, SurveyMessages.unknownQuestion(id),
              at: xml.place(ofStartTag: item))
          }
          readUnknown(item, id: id, texts: texts)
        }
      }
      readRest(of: item, hasForm: hasForm)
      flow.leave(to: outer)
    }
  }

  private mutating func readUnknown(_ item: Int, id: String, texts: [SurveyText]) {
    var question = SurveyQuestion(id: id, texts: texts, name: id)
    let values = xml.childElements(of: item, named: "answer").flatMap { value(of: $0) }
    question.kind = values.first.map { Self.kind(xml.local(of: $0)) } ?? .text
    flow.answer(
      question, answers(of: item, SurveyOptions()), at: xml.place(ofNode: item))
  }

  private static func kind(_ value: String) -> Question.Kind {
    switch value {
    case "valueBoolean": .yesNo
    case "valueCoding": .choice
    case "valueDecimal", "valueInteger": .number
    case "valueQuantity": .amount
    case "valueDate", "valueDateTime": .date
    case "valueAttachment": .evidence
    case "valueUri": .url
    default: .text
    }
  }
}

// MARK: - Values

extension FHIRResponses {
  private func value(of answer: Int) -> [Int] {
    xml.childElements(of: answer).filter { xml.local(of: $0).hasPrefix("value") }
  }

  private mutating func answers(of item: Int, _ options: SurveyOptions) -> [SurveyAnswer] {
    xml.childElements(of: item, named: "answer").flatMap { value(of: $0) }
      .compactMap { answer($0, options) }
  }

  /// Returns the value of an answer; nil when it is blank.
  private mutating func answer(_ node: Int, _ options: SurveyOptions) -> SurveyAnswer? {
    switch xml.local(of: node) {
    case "valueCoding":
      let code = fhir.value("code", of: node)
      if var answer = text(of: node, "display") {
        answer.codes = [code]
        return answer
      }
      guard var answer = text(of: node, "code") else { return nil }
      answer.codes = [code]
      let label = options[code].map { flow.label($0.texts) } ?? ""
      if !label.isEmpty {
        answer.range = flow.document.append(label, standingFor: answer.range)
      }
      return answer
    case "valueQuantity":
      guard var answer = text(of: node, "value") else { return nil }
      if xml.firstChild(of: node, named: "unit") != nil {
        let start = answer.range.lowerBound
        _ = flow.document.append(" ", from: nil)
        if let unit = text(of: node, "unit") { answer.range = start..<unit.range.upperBound }
      }
      return answer
    case "valueAttachment":
      guard var answer = text(of: node, "title") ?? text(of: node, "url") else { return nil }
      answer.evidence = EvidenceReference(
        title: flow.document.string(answer.range), location: fhir.value("url", of: node),
        date: day(fhir.value("creation", of: node)))
      return answer
    case "valueReference": return text(of: node, "display") ?? text(of: node, "reference")
    default: return attribute(of: node)
    }
  }

  private mutating func text(of node: Int, _ local: String) -> SurveyAnswer? {
    xml.firstChild(of: node, named: local).flatMap { attribute(of: $0) }
  }

  private mutating func attribute(of node: Int) -> SurveyAnswer? {
    guard let text = fhir.text(attributeOf: node, document: &flow.document),
      let range = text.lines.first
    else { return nil }
    return SurveyAnswer(range: range, element: text.element)
  }
}
