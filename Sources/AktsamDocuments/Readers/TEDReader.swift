internal import AktsamText
package import AktsamXML

/// Reads procurement notices in TED's own XML, `TED_EXPORT` of the reception R2.0.9.
///
/// Commission Implementing Regulation (EU) 2015/1986; the format of notices from 2016 until eForms.
/// A notice holds one form a language; the original decides, and there may be several.
package enum TEDReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "ted", summary: "notice in TED's own XML (R2.0.9), 2016 to 2024", root: "TED_EXPORT")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.local == "TED_EXPORT" && TEDName.accepts(root.namespace)
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    var document = OwnFormat.document(
      xml, format: "ted", role: .notice, origin: .format, options: options)
    guard let root = xml.root else { return document }
    let tree = TEDTree(xml, lookup: TEDName.init)
    let forms = TEDForms(tree, root: root)
    if document.language == nil { document.language = forms.read.first?.language }
    if let first = forms.read.first {
      document.date = first.date(in: tree)
      let buyers = first.buyers(in: tree)
      document.party = buyers.first
      document.otherParties = Array(buyers.dropFirst())
    }
    if let translation = forms.translation, let language = translation.language {
      document.findings.append(
        NoticeMessages.translation(
          language, originals: forms.originals, place: xml.place(ofStartTag: translation.node)))
    }
    var reading = TEDReading(tree: tree, document)
    for form in forms.read { reading.read(form) }
    document = reading.finish()
    OwnFormat.noteEmpty(&document)
    return document
  }
}
