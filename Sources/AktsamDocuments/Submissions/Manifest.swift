package import AktsamText
package import AktsamXML

/// What a manifest says about the files of a folder or zip (`schemas/submission.xsd`).
package struct Manifest: Sendable {
  /// What a manifest describes.
  package enum Kind: Sendable, Hashable {
    /// The documents of one supplier: `submission.xml`.
    case submission
    /// A procurement with the buyer's documents and the submissions: `procedure.xml`.
    case procedure
  }

  /// A file that the manifest names.
  package struct Entry: Sendable, Hashable {
    /// The path below the manifest's folder, `/` between folders.
    package var href: String
    /// The role; nil = as the document says.
    package var role: DocumentRole?
    /// Whose words it holds; nil = the supplier's, or the buyer's.
    package var party: Party?
    /// The language; nil = as the document says.
    package var language: String?
    /// The date, `yyyy-mm-dd`; nil = as the document says.
    package var date: String?
    /// Where the manifest names it.
    package var place: Place
  }

  /// The name of the file that holds a manifest of each kind.
  package static let names: [Kind: String] = [
    .submission: "submission.xml", .procedure: "procedure.xml",
  ]

  static let namespace = "urn:aktsam:submission:1"

  /// What it describes.
  package var kind: Kind
  /// The supplier of a submission.
  package var supplier: Party?
  /// Members of its consortium, bodies relied on, subcontractors.
  package var parties: [Party] = []
  /// The documents of a submission, or the buyer's documents of a procedure.
  package var documents: [Entry] = []
  /// The submissions of a procedure.
  package var submissions: [Entry] = []
  /// The day a submission was handed in, or the deadline of a procedure; `yyyy-mm-dd`.
  package var date: String?
  /// The id of the procedure; empty = none.
  package var id = ""
  /// The lot; empty = none.
  package var lot = ""
  /// What was noticed while reading.
  package var findings: [Finding] = []

  /// Reads a manifest.
  ///
  /// Never fails: what cannot be used is a finding.
  ///
  /// - Parameters:
  ///   - bytes: the file as stored.
  ///   - path: its path as the user gave it.
  ///   - part: the member inside an archive; empty for a plain file.
  ///   - schema: the schema that it is validated against.
  /// - Returns: the manifest; nil when the file is none.
  package static func read(
    _ bytes: [UInt8], path: String, part: String = "", schema: XMLSchema? = nil
  ) -> Manifest? {
    let (source, findings) = TextDecoding.decode(bytes, path: path, part: part)
    let xml = XMLReader.read(source, schema: schema)
    guard let root = xml.root, xml.namespace(of: root) == namespace else { return nil }
    let kind: Kind
    switch xml.local(of: root) {
    case "submission": kind = .submission
    case "procedure": kind = .procedure
    default: return nil
    }
    var manifest = Manifest(kind: kind)
    manifest.findings = findings + xml.findings
    manifest.fill(xml, root)
    return manifest
  }

  private mutating func fill(_ xml: XMLDocument, _ root: Int) {
    id = xml.attribute("id", of: root) ?? ""
    lot = xml.attribute("lot", of: root) ?? ""
    date = (xml.attribute("date", of: root) ?? xml.attribute("deadline", of: root)).flatMap(day)
    var byID: [String: Party] = [:]
    for child in xml.childElements(of: root) {
      let kind: Party.Kind
      switch xml.local(of: child) {
      case "supplier": kind = .supplier
      case "member": kind = .member
      case "relied-on": kind = .reliedOn
      case "subcontractor": kind = .subcontractor
      case "document", "terms":
        documents.append(entry(xml, child, byID))
        continue
      case "submission":
        submissions.append(entry(xml, child, byID))
        continue
      default: continue
      }
      guard let party = OwnFormat.party(child, kind: kind, in: xml) else { continue }
      if let id = xml.attribute("id", of: child) { byID[id] = party }
      if kind == .supplier { supplier = party } else { parties.append(party) }
    }
  }

  private mutating func entry(
    _ xml: XMLDocument, _ node: Int, _ parties: [String: Party]
  ) -> Entry {
    let place = xml.place(ofStartTag: node)
    let party = xml.attribute("party", of: node)
    if let party, parties[party] == nil {
      findings.append(
        Finding(
          rule: Messages.unknownReferenceRule, severity: .warning,
          message: Messages.unknownReference("party", party), place: place))
    }
    var href = xml.attribute("href", of: node) ?? ""
    while href.hasSuffix("/") { href.removeLast() }
    return Entry(
      href: href.hasPrefix("./") ? String(href.dropFirst(2)) : href,
      role: xml.attribute("role", of: node).flatMap(DocumentRole.init(rawValue:)),
      party: party.flatMap { parties[$0] },
      language: xml.attribute("lang", of: node).flatMap(LanguageTag.normalise),
      date: xml.attribute("date", of: node).flatMap(day), place: place)
  }
}
