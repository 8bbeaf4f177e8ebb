internal import AktsamText
package import AktsamXML

/// The forms of survey tools among the files at hand, by what responses call them.
///
/// A response of ODK, FHIR or LimeSurvey often holds codes only; the questions stand in a file of
/// their own, which the buyer handed out.
package struct FormIndex: Sendable {
  private var forms: [XMLDocument] = []
  private var byName: [String: Int] = [:]

  /// Whether no file is a form.
  package var isEmpty: Bool { forms.isEmpty }

  /// Creates an index without forms.
  package init() {}

  /// Takes a file in when it is a form; any other is passed over.
  ///
  /// A name that is taken stays with the file that came first.
  ///
  /// - Parameters:
  ///   - bytes: the file as stored.
  ///   - path: the path as the user gave it.
  ///   - part: the member inside an archive; empty for a plain file.
  ///   - limits: the bounds on untrusted XML.
  package mutating func add(
    _ bytes: [UInt8], path: String, part: String = "", limits: XMLLimits = .standard
  ) {
    guard case .xml = InputKind(bytes), bytes.count <= limits.maxBytes else { return }
    let source = TextDecoding.decode(bytes, path: path, part: part).source
    guard let root = XMLReader.rootName(of: source), Self.roots.contains(root.local) else { return }
    let xml = XMLReader.read(source, limits: limits)
    let names = Self.names(of: xml)
    guard !names.isEmpty else { return }
    for name in names where byName[name] == nil { byName[name] = forms.count }
    forms.append(xml)
  }

  /// Returns the form that a response names, or nil; a version behind `|` is passed over.
  package subscript(name name: String) -> XMLDocument? {
    (byName[name] ?? byName[String(name.prefix { $0 != "|" })]).map { forms[$0] }
  }

  private static let roots: Set<String> = ["html", "Questionnaire", "Bundle", "document"]

  /// Returns what responses call a form; empty for any other document.
  private static func names(of xml: XMLDocument) -> [String] {
    guard let root = xml.root else { return [] }
    // The readers' own models know the names; what they add to a document is thrown away.
    var scratch = OwnFormat.document(
      xml, format: "", role: .questionnaire, origin: .format, options: ReadingOptions())
    if ODKForm.isForm(xml) {
      let id = ODKForm(SurveyPart(xml), in: &scratch).id
      return id.isEmpty ? [] : [id]
    }
    if LimeSurveyReader.recognises(xml.name(of: root), in: xml) {
      let id = LimeSurveyForm(SurveyPart(xml), in: &scratch).id
      return id.isEmpty ? [] : [id]
    }
    return FHIRResources(in: xml).forms.flatMap { form in
      FHIRForm(form.node, in: SurveyPart(xml), fullURL: form.fullURL, document: &scratch).names
        .filter { !$0.hasPrefix("#") }.sorted()
    }
  }
}
