internal import AktsamText
package import AktsamXML

/// Reads FHIR questionnaires and responses to them, alone or in a bundle.
package enum FHIRReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "fhir-questionnaire", summary: "a FHIR questionnaire",
      root: "{\(FHIRForm.namespace)}Questionnaire"),
    FormatInfo(
      id: "fhir-response", summary: "answers to a FHIR questionnaire, alone or in a bundle with it",
      root: "{\(FHIRForm.namespace)}QuestionnaireResponse, Bundle"),
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    guard root.namespace == FHIRForm.namespace else { return false }
    switch root.local {
    case "Questionnaire", "QuestionnaireResponse": return true
    case "Bundle":
      let resources = FHIRResources(in: xml)
      return !resources.forms.isEmpty || !resources.responses.isEmpty
    default: return false
    }
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let resources = FHIRResources(in: xml)
    let isResponse = !resources.responses.isEmpty
    var document = OwnFormat.document(
      xml, format: isResponse ? "fhir-response" : "fhir-questionnaire",
      role: isResponse ? .response : .questionnaire, origin: .format, options: options)
    let part = SurveyPart(xml)
    var forms = resources.forms.map {
      FHIRForm($0.node, in: part, fullURL: $0.fullURL, document: &document)
    }
    guard isResponse else {
      document.language = document.language ?? forms.first?.language
      var flow = SurveyFlow(document)
      for form in forms { form.ask(in: &flow) }
      return flow.finish()
    }
    let fhir = FHIRPart(part)
    if document.language == nil, let first = resources.responses.first {
      document.language = LanguageTag.normalise(fhir.value("language", of: first))
    }
    for name in Set(resources.responses.map { fhir.value("questionnaire", of: $0) }).sorted() {
      guard !name.isEmpty, !forms.contains(where: { $0.isNamed(name) }),
        let file = options.form(name)
      else { continue }
      let found = FHIRResources(in: file).forms
      guard !found.isEmpty else { continue }
      let further = SurveyPart(file, addedTo: &document)
      forms += found.map {
        FHIRForm($0.node, in: further, fullURL: $0.fullURL, document: &document)
      }
    }
    var reading = FHIRResponses(part, forms, document)
    reading.read(resources)
    return reading.finish()
  }
}

/// Where the questionnaires and responses of a file stand.
struct FHIRResources {
  /// The questionnaires, with their addresses in a bundle.
  private(set) var forms: [(node: Int, fullURL: String)] = []
  /// The responses.
  private(set) var responses: [Int] = []
  /// The organisations by what references call them.
  private(set) var organizations: [String: Int] = [:]

  /// Finds the resources: the root, those of a bundle, and those contained in either.
  init(in xml: XMLDocument) {
    guard let root = xml.root else { return }
    guard xml.isElement(root, FHIRForm.namespace, "Bundle") else {
      add(root, fullURL: "", in: xml)
      return
    }
    for entry in xml.childElements(of: root, named: "entry") {
      let address =
        xml.firstChild(of: entry, named: "fullUrl")
        .flatMap { xml.attribute("value", of: $0) } ?? ""
      for resource in xml.childElements(of: entry, named: "resource") {
        for node in xml.childElements(of: resource) { add(node, fullURL: address, in: xml) }
      }
    }
  }

  private mutating func add(
    _ node: Int, fullURL: String, in xml: XMLDocument, prefix: String? = nil
  ) {
    guard xml.namespace(of: node) == FHIRForm.namespace else { return }
    switch xml.local(of: node) {
    case "Questionnaire": forms.append((node, fullURL))
    case "QuestionnaireResponse": responses.append(node)
    case "Organization":
      let id =
        xml.firstChild(of: node, named: "id").flatMap { xml.attribute("value", of: $0) } ?? ""
      for name in [fullURL, (prefix ?? "Organization/") + id] where !name.isEmpty {
        if organizations[name] == nil { organizations[name] = node }
      }
    default: break
    }
    guard prefix == nil else { return }
    for contained in xml.childElements(of: node, named: "contained") {
      for inner in xml.childElements(of: contained) {
        add(inner, fullURL: "", in: xml, prefix: "#")
      }
    }
  }
}

extension FHIRForm {
  /// Adds the questions of the form.
  func ask(in flow: inout SurveyFlow) {
    flow.addHeading(titles, isResponse: false)
    flow.addCaption(descriptions, isResponse: false)
    ask(top, in: &flow)
  }

  private func ask(_ positions: [Int], in flow: inout SurveyFlow) {
    for position in positions {
      let item = items[position]
      if item.isGroup {
        let outer = flow.enter()
        flow.addHeading(item.question.texts, number: item.question.number, isResponse: false)
        ask(item.children, in: &flow)
        flow.leave(to: outer)
      } else {
        if item.isDisplay {
          flow.addCaption(item.question.texts, isResponse: false)
        } else {
          flow.ask(item.question)
        }
        ask(item.children, in: &flow)
      }
    }
  }
}
