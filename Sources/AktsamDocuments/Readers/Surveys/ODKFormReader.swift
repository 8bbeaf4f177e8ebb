internal import AktsamText
package import AktsamXML

/// Reads forms of ODK and other OpenRosa tools: XForms in an XHTML document.
package enum ODKFormReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "odk-form", summary: "an ODK (OpenRosa) XForm",
      root: "{http://www.w3.org/1999/xhtml}html with {\(ODKForm.namespace)}model")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.local == "html" && ODKForm.isForm(xml)
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    var document = OwnFormat.document(
      xml, format: "odk-form", role: .questionnaire, origin: .format, options: options)
    let form = ODKForm(SurveyPart(xml), in: &document)
    document.language = document.language ?? form.language
    var flow = SurveyFlow(document)
    flow.addHeading(form.titles, isResponse: false)
    var sections: [BlockFlow.Section] = []
    for entry in form.entries {
      switch entry {
      case .open(let titles):
        sections.append(flow.enter())
        flow.addHeading(titles, isResponse: false)
      case .close: if let outer = sections.popLast() { flow.leave(to: outer) }
      case .note(let texts): flow.addCaption(texts, isResponse: false)
      case .question(let question, path: _): flow.ask(question)
      }
    }
    return flow.finish()
  }
}
