internal import AktsamText
package import AktsamXML

/// Reads OSCAL in XML (NIST, Open Security Controls Assessment Language): catalogues of controls
/// and profiles of them, what a component or a system does about each, and what an assessor found.
package enum OSCALReader: XMLFormatReader {
  private static let namespaces = "http://csrc.nist.gov/ns/oscal/"

  package static let formats = [
    FormatInfo(
      id: "oscal", summary: "controls, answers to them or findings in OSCAL",
      root:
        "{\(namespaces)1.0}catalog, profile, component-definition, system-security-plan, "
        + "assessment-plan, assessment-results, plan-of-action-and-milestones")
  ]

  /// Who speaks in each kind of document: controls are the buyer's terms, everything else is about
  /// what a supplier does.
  private static let roles: [String: DocumentRole] = [
    "catalog": .contract, "profile": .contract, "component-definition": .response,
    "system-security-plan": .response, "assessment-plan": .questionnaire,
    "assessment-results": .response, "plan-of-action-and-milestones": .response,
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.namespace.hasPrefix(namespaces) && roles[root.local] != nil
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let root = xml.root.map { xml.name(of: $0) }
    let document = OwnFormat.document(
      xml, format: "oscal", role: root.flatMap { roles[$0.local] } ?? .contract, origin: .format,
      options: options)
    guard let node = xml.root, let root else { return document }
    var reading = OSCALReading(xml, document, namespace: root.namespace)
    reading.read(node)
    return reading.finish()
  }
}

/// The elements of OSCAL that mean something to a reading; all others only hold these.
enum OSCALTag: String {
  case metadata, title, party, name, param, choice, select, label, value, prop, link, part
  case group, control, alter, description, remarks, component, capability, statement, observation
  case risk, finding, target, status, result, `import`, purpose, export, inherited, provided
  case responsibility, satisfied, subject, text
  case setParameter = "set-parameter"
  case controlImplementation = "control-implementation"
  case implementedRequirement = "implemented-requirement"
  case byComponent = "by-component"
  case implementationStatus = "implementation-status"
  case poamItem = "poam-item"
  case relevantEvidence = "relevant-evidence"
  case localDefinitions = "local-definitions"
  case reviewedControls = "reviewed-controls"
  case assessmentAssets = "assessment-assets"
  case backMatter = "back-matter"
  case systemName = "system-name"
  case lastModified = "last-modified"
  case published
  case importProfile = "import-profile"
}
