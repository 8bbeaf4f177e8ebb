internal import AktsamArchive
internal import AktsamText
package import AktsamXML

/// Reads what LimeSurvey exports: surveys (`.lss`), groups (`.lsg`), questions (`.lsq`), responses
/// (`.lsr`), and archives of a survey with its responses (`.lsa`).
package enum LimeSurveyReader: XMLFormatReader, PackageFormatReader {
  package static let formats = [
    FormatInfo(
      id: "limesurvey", summary: "a LimeSurvey: survey, question, responses, or archive",
      root: "document/LimeSurveyDocType")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    guard root.namespace.isEmpty, root.local == "document", let node = xml.root else {
      return false
    }
    return xml.firstChild(of: node, named: "LimeSurveyDocType") != nil
  }

  package static func recognises(_ package: Package) -> Bool {
    package.archive.entries.contains { $0.name.hasSuffix(".lss") || $0.name.hasSuffix(".lsr") }
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    var further: [XMLDocument] = []
    if let id = surveyID(ofResponses: xml), let form = options.form(id),
      let root = form.root, recognises(form.name(of: root), in: form)
    {
      further = [form]
    }
    return read(xml, further, options: options)
  }

  package static func read(_ package: Package, options: ReadingOptions) -> Document {
    let names = package.archive.entries.map(\.name)
    let members = names.filter { $0.hasSuffix(".lss") } + names.filter { $0.hasSuffix(".lsr") }
    let parts = members.prefix(maxMembers).compactMap { package.xml($0, options: options) }
    guard let first = parts.first else {
      let source = SourceFile(path: package.path, part: package.part, bytes: [])
      return read(XMLReader.read(source), [], options: options)
    }
    return read(first, Array(parts.dropFirst()), options: options)
  }

  /// A survey has one structure and one table of responses.
  private static let maxMembers = 8

  /// Returns the key of the survey when a file holds responses and no questions.
  private static func surveyID(ofResponses xml: XMLDocument) -> String? {
    guard let root = xml.root, xml.firstChild(of: root, named: "questions") == nil,
      let table = xml.firstChild(of: root, named: "responses")
    else { return nil }
    for row in LimeSurveyRow.rows(of: table, in: xml) {
      for node in row.nodes {
        if let column = LimeSurveyColumn(xml.local(of: node)) { return column.survey }
      }
    }
    return nil
  }

  private static func read(
    _ main: XMLDocument, _ further: [XMLDocument], options: ReadingOptions
  ) -> Document {
    var document = OwnFormat.document(
      main, format: "limesurvey", role: .questionnaire, origin: .format, options: options)
    var parts = [SurveyPart(main)]
    parts += further.map { SurveyPart($0, addedTo: &document) }
    func has(_ table: String, _ part: SurveyPart) -> Bool {
      part.xml.root.map { part.xml.firstChild(of: $0, named: table) != nil } ?? false
    }
    let structure = parts.first { has("questions", $0) } ?? parts[0]
    let form = LimeSurveyForm(structure, in: &document)
    if document.language == nil { document.language = LanguageTag.normalise(form.language) }
    let answers = parts.filter { has("responses", $0) }
    guard !answers.isEmpty else {
      var flow = SurveyFlow(document)
      form.ask(in: &flow)
      return flow.finish()
    }
    if options.role == nil { document.role = .response }
    var reading = LimeSurveyResponses(form, document)
    for part in answers { reading.read(part) }
    return reading.finish()
  }
}

extension LimeSurveyForm {
  /// Adds the questions of the form.
  func ask(in flow: inout SurveyFlow) {
    flow.addHeading(titles, isResponse: false)
    flow.addCaption(introductions, isResponse: false)
    for group in groups {
      let outer = flow.enter()
      flow.addHeading(group.titles, isResponse: false)
      flow.addCaption(group.descriptions, isResponse: false)
      for item in items[group.id] ?? [] {
        for question in questions(item, flow) { flow.ask(question) }
      }
      flow.leave(to: outer)
    }
  }

  /// Returns a question, and its rows where these are answered one by one.
  private func questions(_ item: Item, _ flow: SurveyFlow) -> [SurveyQuestion] {
    var main = question(item)
    main.options = item.options.sorted { $0.key < $1.key }.flatMap { $0.value.list }
    let ticked = item.isMultiple ? item.parts : item.columns
    main.options += ticked.map { SurveyOption(code: $0.code, texts: $0.texts) }
    guard !item.isMultiple, !item.rows.isEmpty else { return [main] }
    let rows = item.rows.map { row(of: item, $0, flow.label(item.texts)) }
    main.kind = .none
    return [main] + rows
  }

  /// Returns what is asked.
  func question(_ item: Item) -> SurveyQuestion {
    SurveyQuestion(
      id: item.code.isEmpty ? item.id : item.code, number: item.code, texts: item.texts,
      help: item.help, name: item.code, kind: item.kind, isMandatory: item.isMandatory)
  }

  /// Returns a row of a question as one of its own.
  func row(of item: Item, _ row: Item, _ context: String) -> SurveyQuestion {
    SurveyQuestion(
      id: "\(item.code)_\(row.code)", number: "\(item.code)_\(row.code)", texts: row.texts,
      name: row.code, context: context.isEmpty ? item.code : context, kind: item.kind,
      isMandatory: item.isMandatory)
  }
}
