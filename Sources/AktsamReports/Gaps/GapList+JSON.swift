import AktsamClauses
import AktsamReading
import AktsamText

extension GapList {
  /// The name of the JSON form (`schemas/gaps.schema.json`). Fields may be added, never renamed; an
  /// absent value is left out; arrays are always there.
  package static let schema = "aktsam-gaps-1"

  /// The list as JSON, indented, with a final line feed.
  package var json: [UInt8] {
    var fields = JSONFields()
    fields.add("schema", Self.schema)
    addHeader(to: &fields)
    fields.add("supplier", .string(supplier))
    fields.add("redacted", .bool(isRedacted))
    fields.add("inputs", inputs) { input, fields in
      fields.add("path", .string(input.path))
      fields.add("part", input.part)
      fields.add("sha256", input.sha256)
      fields.add("format", input.format)
      fields.add("language", input.language)
      fields.add("role", input.role.rawValue)
    }
    fields.add("steps", steps) { step, fields in
      fields.add("step", step.number)
      fields.add("title", step.title)
      fields.add("outcomes") { fields in
        for outcome in SubjectTextWriter.order {
          if let count = step.counts[outcome] { fields.add(outcome.rawValue, count) }
        }
      }
    }
    fields.add("unread", unread) { Self.add($0, to: &$1) }
    fields.add("remarks", remarks) { Self.add($0, to: &$1) }
    fields.add("gaps", gaps) { Self.add($0, to: &$1) }
    fields.add("strengths", strengths) { Self.add($0, to: &$1) }
    fields.add("dialogueOnly", dialogueOnly) { Self.add($0, to: &$1) }
    fields.add("notApplicable", switchedOff) { Self.add($0, to: &$1) }
    return fields.value.serialized(pretty: true)
  }

  private func addHeader(to fields: inout JSONFields) {
    fields.addTool(source.toolVersion)
    fields.addLibrary(source.libraryVersion, sha256: source.librarySHA256)
    fields.addProfile(source.profile, source.profileVersion, title: source.profileTitle)
    fields.add("lang", source.language)
    fields.add("asOf", source.asOf)
    fields.addProcedure(source.procedure, lot: source.lot)
  }

  private static func add(_ remark: Remark, to fields: inout JSONFields) {
    fields.add("rule", remark.rule)
    fields.add("text", .string(remark.text))
    fields.add("document", remark.document)
    if remark.line > 0 { fields.add("line", remark.line) }
  }

  private static func add(_ reading: Reading, to fields: inout JSONFields) {
    fields.add("requirement", .string(reading.requirement))
    fields.add("title", .string(reading.title))
    fields.add("number", reading.number)
    fields.add("theme", reading.theme)
    fields.add("severity", reading.severity.rawValue)
    fields.add("step", reading.step)
    fields.add("level", reading.level?.rawValue)
    fields.add("outcome", reading.outcome.rawValue)
    fields.add("certainty", reading.certainty.rawValue)
    if let decision = reading.decision {
      fields.add("decision") {
        $0.add("machineOutcome", decision.machineOutcome.rawValue)
        $0.add("reason", .string(decision.reason))
        $0.add("by", .string(decision.by))
        $0.add("on", .string(decision.on))
      }
    }
    fields.add(reading.quotations)
    if let demands = reading.demandedBy {
      fields.add("demandedBy", demands) { $1.add($0) }
    }
  }

  private static func add(_ gap: Gap, to fields: inout JSONFields) {
    fields.add("id", .string(gap.id))
    add(gap.reading, to: &fields)
    fields.add("weaknesses", gap.weaknesses.map(\.rawValue))
    fields.add("lacks", gap.lacks)
    fields.add("notFound", gap.notFound)
    fields.add("rationale", gap.rationale)
    fields.add("provisions", gap.provisions) { provision, fields in
      fields.add("id", .string(provision.id))
      fields.add("citation", .string(provision.citation))
      fields.add("statement", provision.statement)
      fields.add("url", provision.address)
      fields.add("verified", provision.verified)
    }
    fields.add("strongAnswer", gap.strongAnswer)
    if let agreement = gap.agreement {
      fields.add("agreement") {
        $0.add("action", .string(agreement.action))
        $0.add("owner", .string(agreement.owner))
        $0.add("due", .string(agreement.due))
      }
    }
    fields.add("wording", gap.wording)
    fields.add("dialogueQuestion", gap.question)
    fields.add("evidence", gap.evidence)
    if let deadline = gap.deadline {
      fields.add("deadline") {
        $0.add("parameter", deadline.parameter)
        $0.add("days", deadline.days)
        $0.add("date", deadline.date)
      }
    }
  }
}
