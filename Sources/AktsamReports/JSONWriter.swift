import AktsamClauses
import AktsamReading
import AktsamText

/// The JSON report and its lines: the form that others build on.
///
/// Field names and their order are a promise (design, section 7; `schemas/report.schema.json`):
/// fields may be added, never renamed. An absent value is left out; arrays are always there.
package enum JSONWriter {
  /// The name of the form.
  package static let schema = "aktsam-report-1"

  /// Returns the report, indented, with a final line feed.
  package static func report(_ report: Report) -> [UInt8] { self.report(SavedReport(report)) }

  /// Returns a report that was kept, indented, with a final line feed.
  package static func report(_ report: SavedReport) -> [UInt8] {
    var fields = JSONFields()
    add(report.header, to: &fields)
    fields.add("subjects", report.subjects) { add($0, to: &$1) }
    return fields.value.serialized(pretty: true)
  }

  /// Returns one subject as a line of JSON Lines: the header's fields, then the subject's.
  package static func line(for subject: Report.Subject, header: Report.Header) -> [UInt8] {
    var fields = JSONFields()
    add(SavedReport.Header(header), to: &fields)
    add(SavedReport.Subject(subject, in: ReportContext(header)), to: &fields)
    return fields.value.serialized(pretty: false) + [0x0A]
  }

  // MARK: - Parts

  private static func add(_ header: SavedReport.Header, to fields: inout JSONFields) {
    fields.add("schema", schema)
    fields.addTool(header.toolVersion)
    fields.addLibrary(header.libraryVersion, sha256: header.librarySHA256)
    fields.addProfile(header.profile, header.profileVersion)
    fields.add("lang", header.language)
    fields.add("asOf", header.asOf)
    fields.addProcedure(header.procedure, lot: header.lot)
  }

  private static func add(_ subject: SavedReport.Subject, to fields: inout JSONFields) {
    fields.add("subject") {
      $0.add("name", .string(subject.name))
      $0.add("party", subject.party)
    }
    fields.add("inputs", subject.inputs) { input, fields in
      fields.add("path", .string(input.path))
      fields.add("part", input.part)
      fields.add("sha256", input.sha256)
      fields.add("format", input.format)
      fields.add("language", input.language)
      fields.add("role", input.role.rawValue)
      fields.add("roleFrom", input.roleFrom)
      fields.add("encoding", input.encoding)
      fields.add("party", input.party)
    }
    fields.add("assessments", subject.items) { add($0, to: &$1) }
    fields.add("findings", subject.findings) { finding, fields in
      if let place = finding.place { fields.add(place) }
      fields.add("rule", .string(finding.rule))
      fields.add("severity", finding.severity.rawValue)
      fields.add("message", .string(finding.message))
    }
  }

  private static func add(_ item: SavedReport.Item, to fields: inout JSONFields) {
    let assessment = item.assessment
    fields.add("requirement", .string(assessment.requirement))
    fields.add("number", item.number)
    fields.add("level", item.level?.rawValue)
    fields.add("severity", item.severity?.rawValue)
    fields.add("outcome", (assessment.decision?.machineOutcome ?? assessment.outcome).rawValue)
    fields.add("certainty", assessment.certainty.rawValue)
    fields.add("reason", item.reason)
    if let demands = assessment.demandedBy {
      fields.add("demandedBy", demands) { place, fields in fields.add(place) }
    }
    fields.add("elements", assessment.elements) { element, fields in
      fields.add("id", .string(element.id))
      fields.add("core", .bool(element.isCore))
      fields.add("state", element.state.rawValue)
      fields.add("evidence", element.evidence)
    }
    fields.add("weaknesses", assessment.weaknesses) { weakness, fields in
      fields.add("code", weakness.code.rawValue)
      fields.add("words", weakness.words)
      fields.add("evidence", weakness.evidence)
    }
    if let contradiction = assessment.contradiction {
      fields.add("contradiction") {
        $0.add("kind", contradiction.kind.rawValue)
        $0.add("between", contradiction.between)
      }
    }
    fields.add("evidence", assessment.evidence) { evidence, fields in
      fields.add(evidence.place)
      fields.add("label", evidence.label)
      fields.add("quote", .string(evidence.quote))
      fields.add("language", evidence.language)
      fields.add("force", evidence.force.rawValue)
      fields.add("party", evidence.party)
      fields.add("supports", evidence.supports)
    }
    fields.add("nearest", assessment.nearest)
    fields.add("searched") {
      $0.add("passages", assessment.searchedPassages)
      $0.add("unread", assessment.unreadPassages)
    }
    fields.add("authorities", item.authorities)
    fields.add("suggestion", item.suggestion)
    fields.add("dialogueQuestion", item.dialogueQuestion)
    if let decision = assessment.decision {
      fields.add("override") {
        $0.add("outcome", assessment.outcome.rawValue)
        $0.add("reason", .string(decision.reason))
        $0.add("by", .string(decision.by))
        $0.add("on", .string(decision.on))
      }
    }
  }
}
