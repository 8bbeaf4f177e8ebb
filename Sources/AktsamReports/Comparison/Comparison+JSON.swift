import AktsamClauses
import AktsamReading
import AktsamText

extension Comparison {
  /// The name of the JSON form (`schemas/comparison.schema.json`). Fields may be added, never renamed;
  /// an absent value is left out; arrays are always there.
  package static let schema = "aktsam-comparison-1"

  /// The comparison as JSON, indented, with a final line feed.
  package var json: [UInt8] {
    var fields = JSONFields()
    fields.add("schema", Self.schema)
    fields.addTool(toolVersion)
    fields.add("lang", language)
    fields.add("earlier") { Self.add(earlier, to: &$0) }
    fields.add("later") { Self.add(later, to: &$0) }
    fields.add("counts") { fields in
      for change in Change.allCases { fields.add(change.rawValue, count(change)) }
    }
    fields.add("hasWorse", .bool(hasWorse))
    fields.add("pairs", pairs) { pair, fields in
      fields.add("earlier") { Self.add(pair.earlier, to: &$0) }
      fields.add("later") { Self.add(pair.later, to: &$0) }
      fields.add("sameDocuments", .bool(pair.hasSameDocuments))
      fields.add("changes", pair.entries) { Self.add($0, to: &$1) }
      fields.add("dialogueOnly", pair.dialogueOnly) { Self.add($0, to: &$1) }
      fields.add("notCompared", pair.singles) { single, fields in
        fields.add("requirement", .string(single.requirement))
        fields.add("title", .string(single.title))
        fields.add("number", single.number)
        fields.add("in", single.isEarlier ? "earlier" : "later")
        fields.add("outcome", single.outcome.rawValue)
      }
    }
    fields.add("onlyEarlier", onlyEarlier) { Self.add($0, to: &$1) }
    fields.add("onlyLater", onlyLater) { Self.add($0, to: &$1) }
    return fields.value.serialized(pretty: true)
  }

  private static func add(_ header: SavedReport.Header, to fields: inout JSONFields) {
    fields.add("tool") { $0.add("version", header.toolVersion) }
    fields.addLibrary(header.libraryVersion, sha256: header.librarySHA256)
    fields.addProfile(header.profile, header.profileVersion)
    fields.add("asOf", header.asOf)
    fields.addProcedure(header.procedure, lot: header.lot)
  }

  private static func add(_ name: Name, to fields: inout JSONFields) {
    fields.add("name", .string(name.subject))
    fields.add("party", name.party)
    fields.add("inputs", name.inputs) { input, fields in
      fields.add("path", .string(input.path))
      fields.add("part", input.part)
      fields.add("sha256", input.sha256)
      fields.add("role", input.role.rawValue)
    }
  }

  private static func add(_ entry: Entry, to fields: inout JSONFields) {
    fields.add("requirement", .string(entry.requirement))
    fields.add("title", .string(entry.title))
    fields.add("number", entry.number)
    fields.add("severity", entry.severity.rawValue)
    fields.add("change", entry.change.rawValue)
    if let earlier = entry.earlier { fields.add("earlier") { add(earlier, to: &$0) } }
    fields.add("later") { add(entry.later, to: &$0) }
    fields.add("mended", entry.mended.map(\.rawValue))
    fields.add("added", entry.added.map(\.rawValue))
    fields.add("found", entry.found)
    fields.add("lost", entry.lost)
  }

  private static func add(_ side: Side, to fields: inout JSONFields) {
    fields.add("outcome", side.outcome.rawValue)
    fields.add("certainty", side.certainty.rawValue)
    fields.add("weaknesses", side.weaknesses.map(\.rawValue))
    fields.add("elements", side.elements)
    fields.add(side.quotations)
  }
}
