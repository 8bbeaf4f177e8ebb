import AktsamReading
import AktsamText

extension SARIFArtifacts {
  /// Adds an input of a report.
  mutating func add(_ input: Report.Input) {
    var properties = JSONFields()
    properties.add("format", input.format)
    properties.add("language", input.language)
    properties.add("role", input.role.rawValue)
    properties.add("roleFrom", input.roleFrom)
    properties.add("party", input.party)
    add(
      path: input.path,
      Description(
        encoding: input.encoding, sha256: input.sha256, properties: properties.value))
  }

  /// Returns the location of a quotation.
  mutating func location(_ evidence: Evidence, id: Int? = nil) -> JSONValue {
    location(evidence.place, id: id, quote: evidence.quote, label: evidence.label)
  }
}
