internal import AktsamText
package import AktsamXML

/// Reads what ODK and other OpenRosa tools submit: the answers to one form.
///
/// A submission holds element names and values only. With the form, see ``ReadingOptions/form``,
/// questions and options get their texts.
package enum ODKSubmissionReader: XMLFormatReader {
  private static let wrapper = "http://opendatakit.org/submissions"

  package static let formats = [
    FormatInfo(
      id: "odk-submission", summary: "a submission to an ODK (OpenRosa) form",
      root: "* with meta/instanceID")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    instance(in: xml) != nil
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    var document = OwnFormat.document(
      xml, format: "odk-submission", role: .response, origin: .format, options: options)
    guard let root = instance(in: xml) else { return document }
    let id = xml.attribute("id", of: root) ?? ""
    let name = id.isEmpty ? xml.namespace(of: root) : id
    document.date = day(xml.attribute("submissionDate", of: root))
    var form: ODKForm?
    if !name.isEmpty, let file = options.form(name), ODKForm.isForm(file) {
      form = ODKForm(SurveyPart(file, addedTo: &document), in: &document)
      document.language = document.language ?? form?.language
    }
    var reading = ODKSubmissionReading(SurveyPart(xml), form, document)
    if form == nil, !name.isEmpty { reading.noteForm(name, root) }
    reading.read(root)
    return reading.finish()
  }

  /// Returns the root of the answers: the document's own, or the one that a server wraps.
  private static func instance(in xml: XMLDocument) -> Int? {
    guard let root = xml.root else { return nil }
    if xml.isElement(root, wrapper, "submission") {
      return xml.firstChild(of: root, named: "data").flatMap { xml.childElements(of: $0).first }
    }
    let hasID = xml.childElements(of: root).contains { meta in
      xml.local(of: meta) == "meta" && xml.firstChild(of: meta, named: "instanceID") != nil
    }
    return hasID
      || (xml.attribute("instanceID", of: root) != nil
        && xml.attribute("id", of: root) != nil)
      ? root : nil
  }
}

/// The state of reading one submission.
private struct ODKSubmissionReading {
  private let part: SurveyPart
  private let form: ODKForm?
  private var flow: SurveyFlow
  private var seen: Set<String> = []

  /// What tools add by themselves.
  private static let technical: Set<String> = [
    "meta", "formhub", "start", "end", "today", "deviceid", "subscriberid", "simserial",
    "phonenumber", "username", "__version__",
  ]

  private var xml: XMLDocument { part.xml }

  init(_ part: SurveyPart, _ form: ODKForm?, _ document: Document) {
    self.part = part
    self.form = form
    flow = SurveyFlow(document)
    if let form { flow.addHeading(form.titles, isResponse: true) }
  }

  consuming func finish() -> Document { flow.finish() }

  mutating func noteForm(_ name: String, _ root: Int) {
    flow.note(
      SurveyMessages.formElsewhereRule, .note, SurveyMessages.formElsewhere(name),
      at: xml.place(ofStartTag: root))
  }

  mutating func read(_ root: Int) {
    let name = xml.local(of: root)
    readChildren(of: root, path: "/" + name, instance: "/" + name, context: "")
    // What the form asks and the submission leaves out.
    guard let form else { return }
    for case .question(let question, let path) in form.entries where !seen.contains(path) {
      flow.answer(question, [], at: xml.place(ofStartTag: root))
    }
  }

  /// Reads the elements of the answers or of a group.
  ///
  /// - Parameters:
  ///   - parent: the element around them.
  ///   - path: the path as forms write it.
  ///   - instance: the path with a number for each further repetition.
  ///   - context: the names of the groups around.
  private mutating func readChildren(
    of parent: Int, path: String, instance: String, context: String
  ) {
    var counts: [String: Int] = [:]
    for child in xml.childElements(of: parent) {
      let name = xml.local(of: child)
      let count = counts[name, default: 0] + 1
      counts[name] = count
      let path = "\(path)/\(name)"
      let instance = "\(instance)/\(name)" + (count > 1 ? "[\(count)]" : "")
      let isGroup = xml.children(of: child).contains { xml.nodes[$0].kind == .element }
      if form?.questions[path] == nil {
        if let form, !isGroup, form.isFilledIn(path) { continue }
        if Self.technical.contains(name), form == nil || isGroup { continue }
      }
      if isGroup {
        let outer = flow.enter()
        flow.addHeading(form?.groups[path] ?? [], isResponse: true)
        readChildren(
          of: child, path: path, instance: instance,
          context: context.isEmpty ? name : "\(context) / \(name)")
        flow.leave(to: outer)
      } else {
        readLeaf(child, path: path, instance: instance, context: context)
      }
    }
  }

  private mutating func readLeaf(_ node: Int, path: String, instance: String, context: String) {
    seen.insert(path)
    let place = xml.place(ofNode: node)
    guard let form, let position = form.questions[path],
      case .question(var question, path: _) = form.entries[position]
    else {
      let name = xml.local(of: node)
      let label = context.isEmpty ? name : "\(context) / \(name)"
      flow.answer(SurveyQuestion(id: instance, name: label), answers(node, nil, .text), at: place)
      return
    }
    question.id = instance
    question.conditions = question.conditions.map {
      $0.renamed { Self.instance(of: $0, in: instance) }
    }
    flow.answer(question, answers(node, form.options[path], question.kind), at: place)
  }

  /// Returns which repetition of a path is meant: the one that the question itself stands in.
  private static func instance(of path: String, in instance: String) -> String {
    let own = instance.split(separator: "/")
    var result = ""
    var isSame = true
    for (index, step) in path.split(separator: "/").enumerated() {
      isSame =
        isSame && own.indices.contains(index) && own[index].prefix { $0 != "[" } == step
      result += "/" + (isSame ? own[index] : step)
    }
    return result
  }

  /// Returns the answer in an element; one for each code when several may be chosen.
  private mutating func answers(
    _ node: Int, _ options: SurveyOptions?, _ kind: Question.Kind
  ) -> [SurveyAnswer] {
    let range = trimmed(part.range(of: node), in: flow.document.text)
    guard !range.isEmpty else { return [] }
    let ranges = kind == .multi ? words(range) : [range]
    return ranges.map { range in
      let code = flow.document.string(range)
      let label = options?[code].map { flow.label($0.texts) } ?? ""
      var answer = SurveyAnswer(range: range, element: part.element(of: node), codes: [code])
      if !label.isEmpty { answer.range = flow.document.append(label, standingFor: range) }
      if kind == .evidence { answer.evidence = EvidenceReference(title: code) }
      return answer
    }
  }

  private func words(_ range: Range<Int>) -> [Range<Int>] {
    let text = flow.document.text[range]
    return text.split { $0 <= 0x20 }.map { $0.startIndex..<$0.endIndex }
  }
}
