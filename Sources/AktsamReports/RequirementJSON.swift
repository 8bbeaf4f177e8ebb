import AktsamClauses
import AktsamText

/// A requirement of the library as JSON.
enum RequirementJSON {
  /// Returns everything about a requirement.
  static func page(_ requirement: Requirement, in library: Library, language: String) -> [UInt8] {
    var fields = JSONFields()
    fields.addLibrary(library.version, sha256: library.sha256)
    fields.add("lang", ReportTexts.texts(language).code)
    fields.add("id", requirement.id)
    addSummary(requirement, language, to: &fields)
    fields.add("rationale", requirement.rationale[language])
    fields.add("question", requirement.question[language])
    fields.add("dialogue", requirement.dialogue[language])
    fields.add("wording", requirement.wording[language])
    fields.add("evidence", requirement.evidence[language])
    fields.add("elements", requirement.elements) { element, fields in
      fields.add("id", element.id)
      fields.add("label", element.label[language])
      fields.add("kind", element.kind.rawValue)
      fields.add("core", roles(element.core))
      fields.add("code", element.code)
      fields.add("parameter", element.parameter)
    }
    fields.add("authorities", requirement.authorities) { id, fields in
      guard let found = library.provision(id) else {
        fields.add("id", id)
        return
      }
      add(found.provision, language, to: &fields)
      fields.add("source") { add(found.source, language, to: &$0) }
    }
    fields.add(
      "profiles",
      library.profiles.filter { profile in
        profile.entries.contains { $0.requirement == requirement.id }
      }
    ) { profile, fields in
      let entry = profile.entries.first { $0.requirement == requirement.id }
      fields.add("id", profile.id)
      fields.add("number", entry?.number)
      fields.add("level", entry?.level.rawValue)
    }
    fields.add("examples", requirement.examples) { example, fields in
      fields.add("language", example.language)
      fields.add("role", example.role.rawValue)
      fields.add("outcome", example.outcome)
      fields.add("weaknesses", example.weaknesses)
      if example.isMapped { fields.add("mapped", .bool(true)) }
      fields.add("text", .string(example.text))
    }
    return fields.value.serialized(pretty: true)
  }

  /// Adds what a listing says about a requirement, too.
  static func addSummary(
    _ requirement: Requirement, _ language: String, to fields: inout JSONFields
  ) {
    fields.add("theme", requirement.theme)
    fields.add("step", requirement.step)
    fields.add("severity", requirement.severity.rawValue)
    fields.add("kind", requirement.kind.rawValue)
    fields.add("roles", roles(requirement.roles))
    fields.add("title", requirement.title[language])
  }

  /// Adds a norm.
  static func add(_ source: NormSource, _ language: String, to fields: inout JSONFields) {
    fields.add("id", source.id)
    fields.add("title", source.title[language])
    fields.add("status", source.status)
    fields.add("jurisdiction", source.jurisdiction)
    if let year = source.year { fields.add("year", year) }
    fields.add("url", source.url)
  }

  /// Adds a provision.
  static func add(_ provision: Provision, _ language: String, to fields: inout JSONFields) {
    fields.add("id", provision.id)
    fields.add("number", provision.number)
    fields.add("statement", provision.statement[language])
    fields.add("verified", provision.verified)
  }

  /// Returns roles in the order in which they are declared.
  static func roles(_ roles: Set<DocumentRole>) -> [String] {
    DocumentRole.allCases.filter(roles.contains).map(\.rawValue)
  }
}
