import AktsamClauses
import AktsamReading
import AktsamText

extension GapList {
  /// The list as an OSCAL plan of action and milestones (NIST OSCAL 1.1.2), for tools of governance and
  /// compliance: each gap is an item with an observation, which holds the quotations, and a risk, which
  /// holds what a strong answer would contain as a recommendation.
  ///
  /// - Parameter digest: a hash of 16 bytes or more, from which the ids are made.
  /// - Returns: the document, indented, with a final line feed.
  func planOfAction(digest: @escaping ([UInt8]) -> [UInt8]) -> [UInt8] {
    let writer = PlanOfActionWriter(list: self, digest: digest)
    return writer.value.serialized(pretty: true)
  }
}

private struct PlanOfActionWriter {
  /// The version of OSCAL.
  static let version = "1.1.2"
  /// The namespace of our own properties.
  static let namespace = "https://aktsam.example/ns/oscal"

  let list: GapList
  let texts: any LanguageTexts.Type
  private let digest: ([UInt8]) -> [UInt8]
  private let gaps: [Gap]

  init(list: GapList, digest: @escaping ([UInt8]) -> [UInt8]) {
    self.list = list
    self.digest = digest
    texts = ReportTexts.texts(list.source.language)
    gaps = list.gaps
  }

  var value: JSONValue {
    var plan = JSONFields()
    plan.add("uuid", uuid("plan", list.supplier, content))
    plan.add("metadata") { addMetadata(to: &$0) }
    // There is no system security plan behind a supplier's answer; the procedure names what it is about.
    plan.add("system-id") {
      $0.add("identifier-type", "urn:aktsam:procedure")
      $0.add("id", list.source.procedure.isEmpty ? list.source.subject : list.source.procedure)
    }
    if !gaps.isEmpty {
      plan.add("observations", gaps) { addObservation($0, to: &$1) }
      plan.add("risks", gaps) { addRisk($0, to: &$1) }
    }
    addItems(to: &plan)
    if !list.inputs.isEmpty {
      plan.add("back-matter") { fields in
        fields.add("resources", list.inputs) { addResource($0, to: &$1) }
      }
    }
    var root = JSONFields()
    root.add("plan-of-action-and-milestones", plan.value)
    return root.value
  }

  // MARK: - Parts

  private func addMetadata(to fields: inout JSONFields) {
    fields.add("title", "\(texts.gap(.title)): \(list.supplier)")
    fields.add("last-modified", time)
    fields.add("version", "\(list.source.profileVersion)+\(list.source.libraryVersion)")
    fields.add("oscal-version", Self.version)
    add(
      properties: [
        ("tool", "aktsam \(list.source.toolVersion)"), ("profile", list.source.profile),
        ("library-sha256", list.source.librarySHA256), ("procedure", list.source.procedure),
        ("lot", list.source.lot), ("redacted", list.isRedacted ? "yes" : ""),
      ], to: &fields)
    fields.add("roles", ["supplier"]) { id, fields in
      fields.add("id", id)
      fields.add("title", texts.gap(.supplier))
    }
    fields.add("parties", [list.supplier]) { name, fields in
      fields.add("uuid", supplierID)
      fields.add("type", "organization")
      fields.add("name", oneLine(name))
    }
    fields.add("responsible-parties", ["supplier"]) { id, fields in
      fields.add("role-id", id)
      fields.add("party-uuids", [supplierID])
    }
    fields.add("remarks", texts.word(.caveat))
  }

  private func addObservation(_ gap: Gap, to fields: inout JSONFields) {
    fields.add("uuid", uuid("observation", gap.id, content))
    fields.add("title", oneLine(gap.reading.title))
    fields.add("description", lines(gap.lacks + notFound(gap)))
    add(
      properties: [
        ("requirement", gap.reading.requirement), ("outcome", gap.reading.outcome.rawValue),
        ("certainty", gap.reading.certainty.rawValue),
      ] + gap.weaknesses.map { ("weakness", $0.rawValue) }, to: &fields)
    fields.add("methods", ["EXAMINE"])
    fields.add("types", ["finding"])
    if !gap.reading.quotations.isEmpty {
      fields.add("relevant-evidence", gap.reading.quotations) { quotation, fields in
        // The resource of the document, so that its hash stands beside the quotation.
        if let input = list.inputs.first(where: { $0.path == quotation.place.path }) {
          fields.add("href", "#\(resourceID(input))")
        }
        let label = quotation.label.isEmpty ? "" : "\(quotation.label), "
        fields.add(
          "description",
          oneLine(
            "\(quotation.place.pathWithPart), \(label)\(texts.line(quotation.place.line)): "
              + texts.quoted(quotation.text)))
      }
    }
    fields.add("collected", time)
  }

  private func addRisk(_ gap: Gap, to fields: inout JSONFields) {
    let statement = lines(gap.lacks)
    fields.add("uuid", uuid("risk", gap.id, content))
    fields.add("title", oneLine(gap.reading.title))
    fields.add("description", gap.rationale.isEmpty ? statement : oneLine(gap.rationale))
    fields.add("statement", statement)
    add(
      properties: [
        ("severity", gap.reading.severity.rawValue), ("step", "\(gap.reading.step)"),
        ("level", gap.reading.level?.rawValue ?? ""), ("number", gap.reading.number),
      ] + gap.provisions.map { ("provision", $0.id) }, to: &fields)
    let links = gap.provisions.filter { !$0.address.isEmpty }
    if !links.isEmpty {
      fields.add("links", links) { provision, fields in
        fields.add("href", provision.address)
        fields.add("rel", "reference")
        fields.add("text", oneLine(provision.citation))
      }
    }
    fields.add("status", "open")
    if let date = gap.deadline?.date { fields.add("deadline", "\(date)T00:00:00Z") }
    let answer = gap.strongAnswer + [gap.question, gap.evidence].filter { !$0.isEmpty }
    if !answer.isEmpty {
      fields.add("remediations", [answer]) { answer, fields in
        fields.add("uuid", uuid("response", gap.id, content))
        fields.add("lifecycle", "recommendation")
        fields.add("title", texts.gap(.strongAnswer))
        fields.add("description", lines(answer))
      }
    }
    fields.add("related-observations", [gap]) { gap, fields in
      fields.add("observation-uuid", uuid("observation", gap.id, content))
    }
  }

  private func addItems(to fields: inout JSONFields) {
    guard !gaps.isEmpty else {
      // A plan without items is none in OSCAL.
      fields.add("poam-items", [texts.gap(.noGaps)]) { text, fields in
        fields.add("uuid", uuid("item", "none", content))
        fields.add("title", text)
        fields.add("description", text)
      }
      return
    }
    fields.add("poam-items", gaps) { gap, fields in
      fields.add("uuid", uuid("item", gap.id, ""))
      fields.add("title", oneLine(gap.reading.title))
      fields.add("description", lines(gap.lacks + notFound(gap)))
      add(
        properties: [
          ("gap-id", gap.id), ("requirement", gap.reading.requirement),
          ("theme", gap.reading.theme),
        ], to: &fields)
      fields.add("related-observations", [gap]) { gap, fields in
        fields.add("observation-uuid", uuid("observation", gap.id, content))
      }
      fields.add("related-risks", [gap]) { gap, fields in
        fields.add("risk-uuid", uuid("risk", gap.id, content))
      }
    }
  }

  private func addResource(_ input: Report.Input, to fields: inout JSONFields) {
    fields.add("uuid", resourceID(input))
    fields.add("title", oneLine(path(input)))
    add(properties: [("format", input.format), ("language", input.language)], to: &fields)
    fields.add("rlinks", [input]) { input, fields in
      fields.add("href", reference(path(input)))
      if !input.sha256.isEmpty {
        fields.add("hashes", [input.sha256]) { hash, fields in
          fields.add("algorithm", "SHA-256")
          fields.add("value", hash)
        }
      }
    }
  }

  // MARK: - Values

  private func notFound(_ gap: Gap) -> [String] {
    gap.notFound.isEmpty
      ? [] : ["\(texts.gap(.notFound)): \(gap.notFound.joined(separator: "; "))."]
  }

  /// Adds properties; OSCAL allows no empty list.
  private func add(
    properties: [(name: String, value: String)], to fields: inout JSONFields
  ) {
    let properties = properties.filter { !$0.value.isEmpty }
    guard !properties.isEmpty else { return }
    fields.add("props", properties) { property, fields in
      fields.add("name", property.name)
      fields.add("ns", Self.namespace)
      fields.add("value", oneLine(property.value))
    }
  }

  /// OSCAL demands a time. It is that of the list, of its library, or the first that a zip file knows.
  private var time: String {
    let date =
      [list.source.asOf, list.source.libraryDate].compactMap { $0 }
      .first { CalendarDate($0) != nil } ?? "1980-01-01"
    return "\(date)T00:00:00Z"
  }

  private func path(_ input: Report.Input) -> String {
    input.part.isEmpty ? input.path : "\(input.path)!/\(input.part)"
  }

  /// Returns a path as a relative reference (RFC 3986).
  private func reference(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E, 0x21:
        String(UnicodeScalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }

  private func oneLine(_ text: String) -> String { TextPage(colour: false).clean(text) }

  private func lines(_ sentences: [String]) -> String {
    sentences.map(oneLine).joined(separator: "\n")
  }

  // MARK: - Ids

  /// What an id depends on beside the gap: the words that were read, so that another reading has another.
  private var content: String {
    ([list.source.librarySHA256, list.source.profile, list.source.profileVersion]
      + list.inputs.map(\.sha256)).joined(separator: "\n")
  }

  private var supplierID: String { uuid("party", list.supplier, "") }

  private func resourceID(_ input: Report.Input) -> String {
    uuid("resource", path(input), input.sha256)
  }

  /// Returns an id of the form of version 5 (RFC 9562, section 5.5), made of our own hash: the same
  /// content has the same id.
  private func uuid(_ kind: String, _ name: String, _ content: String) -> String {
    var bytes = Array(
      digest(Array("urn:aktsam:gaps:1\n\(kind)\n\(name)\n\(content)".utf8)).prefix(16))
    bytes += repeatElement(0, count: 16 - bytes.count)
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef")
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append("-") }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }
}
