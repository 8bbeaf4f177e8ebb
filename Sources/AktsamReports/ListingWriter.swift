package import AktsamClauses
package import AktsamReading
import AktsamText

/// Listings and pages of the clause library, as text or JSON.
package enum ListingWriter {
  /// Returns the requirements of a profile in its order, or all of the library.
  package static func requirements(
    _ library: Library, profile: Profile?, language: String, json: Bool
  ) -> [UInt8] {
    let rows: [(entry: Profile.Entry?, requirement: Requirement)]
    if let profile {
      rows = profile.entries.compactMap { entry in
        library.requirement(entry.requirement).map { (entry, $0) }
      }
    } else {
      rows = library.requirements.map { (nil, $0) }
    }
    return json
      ? list(rows, library, profile, language)
      : Array(table(rows, profile, ReportTexts.texts(language)).utf8)
  }

  /// Returns everything about a requirement: what is demanded, why, by which norm, what to write,
  /// and its examples where the library was loaded with them.
  package static func requirement(
    _ requirement: Requirement, in library: Library, language: String, json: Bool
  ) -> [UInt8] {
    json
      ? RequirementJSON.page(requirement, in: library, language: language)
      : Array(RequirementPage.text(requirement, in: library, language: language).utf8)
  }

  /// Returns the page of a weakness code.
  package static func weakness(_ code: Weakness, language: String, json: Bool) -> [UInt8] {
    let texts = ReportTexts.texts(language)
    let text = texts.weakness(code)
    if json {
      var fields = JSONFields()
      fields.add("code", code.rawValue)
      fields.add("lang", texts.code)
      fields.add("name", text.name)
      fields.add("reason", text.reason)
      fields.add("mend", text.mend)
      return fields.value.serialized(pretty: true)
    }
    var page = TextPage(colour: false)
    page.line("\(code.rawValue): \(text.name)")
    page.blank()
    page.wrapped(
      texts.labelled(.meaning, RequirementPage.sentence(text.reason)), indent: 2, hanging: 2)
    page.wrapped(texts.labelled(.mend, text.mend), indent: 2, hanging: 2)
    return Array(page.text.utf8)
  }

  /// Returns the page of a rule for findings about inputs, such as `AK0101`, by its id or name; nil for
  /// an unknown one.
  package static func rule(_ idOrName: String, language: String, json: Bool) -> [UInt8]? {
    guard let id = FindingRules.id(idOrName) else { return nil }
    let rule = FindingRules.rule(id, language: language)
    if json {
      var fields = JSONFields()
      fields.add("rule", id)
      fields.add("lang", ReportTexts.texts(language).code)
      fields.add("name", rule.name)
      fields.add("description", rule.text)
      return fields.value.serialized(pretty: true)
    }
    return Array("\(id): \(rule.name)\n\n  \(rule.text)\n".utf8)
  }

  /// Returns the profiles with what they are for.
  package static func profiles(_ library: Library, language: String, json: Bool) -> [UInt8] {
    let texts = ReportTexts.texts(language)
    if json {
      var fields = JSONFields()
      fields.add("profiles", library.profiles) { profile, fields in
        fields.add("id", profile.id)
        fields.add("version", profile.version)
        fields.add("title", profile.title[language])
        fields.add("description", profile.description[language])
        fields.add("requirements", profile.entries.count)
      }
      return fields.value.serialized(pretty: true)
    }
    var page = TextPage(colour: false)
    for (index, profile) in library.profiles.enumerated() {
      if index > 0 { page.blank() }
      page.wrapped(
        "\(profile.id) \(profile.version): \(profile.title[language]) "
          + "(\(profile.entries.count) \(texts.word(.requirements)))",
        indent: 0, hanging: 2)
      page.wrapped(profile.description[language], indent: 2)
    }
    return Array(page.text.utf8)
  }

  /// Returns the norms with their provisions and how far each was checked.
  package static func sources(_ library: Library, language: String, json: Bool) -> [UInt8] {
    let texts = ReportTexts.texts(language)
    if json {
      var fields = JSONFields()
      fields.add("sources", library.sources) { source, fields in
        RequirementJSON.add(source, language, to: &fields)
        fields.add("provisions", source.provisions) { provision, fields in
          RequirementJSON.add(provision, language, to: &fields)
        }
      }
      return fields.value.serialized(pretty: true)
    }
    var page = TextPage(colour: false)
    for (index, source) in library.sources.enumerated() {
      if index > 0 { page.blank() }
      page.wrapped(RequirementPage.description(source, texts), indent: 0, hanging: 2)
      for provision in source.provisions {
        page.wrapped(
          "\(provision.id), \(provision.number): \(provision.statement[language]) "
            + "[\(texts.verified(provision.verified))]",
          indent: 2, hanging: 2)
      }
    }
    return Array(page.text.utf8)
  }

  // MARK: - Requirements

  private static func list(
    _ rows: [(entry: Profile.Entry?, requirement: Requirement)], _ library: Library,
    _ profile: Profile?, _ language: String
  ) -> [UInt8] {
    var fields = JSONFields()
    fields.addLibrary(library.version, sha256: library.sha256)
    if let profile { fields.addProfile(profile.id, profile.version) }
    fields.add("lang", ReportTexts.texts(language).code)
    fields.add("requirements", rows) { row, fields in
      fields.add("id", row.requirement.id)
      fields.add("number", row.entry?.number)
      fields.add("level", row.entry?.level.rawValue)
      if row.entry?.isBreachQuestion == true { fields.add("breachQuestion", .bool(true)) }
      RequirementJSON.addSummary(row.requirement, language, to: &fields)
    }
    return fields.value.serialized(pretty: true)
  }

  private static func table(
    _ rows: [(entry: Profile.Entry?, requirement: Requirement)], _ profile: Profile?,
    _ texts: any LanguageTexts.Type
  ) -> String {
    let page = TextPage(colour: false)
    var columns: [[String]] = []
    for row in rows {
      var cells = [row.requirement.id]
      if let entry = row.entry { cells = [entry.number, row.requirement.id] }
      cells.append(row.entry.map { texts.level($0.level) } ?? row.requirement.theme)
      cells.append(texts.weight(row.requirement.severity))
      cells.append(page.clean(row.requirement.title[texts.code]))
      columns.append(cells)
    }
    let count = columns.first?.count ?? 0
    let widths = (0..<count).map { index in columns.map { $0[index].count }.max() ?? 0 }
    var text = profile.map { "\($0.id) \($0.version): \($0.title[texts.code])\n\n" } ?? ""
    for cells in columns {
      for (index, cell) in cells.enumerated() {
        text += cell
        guard index + 1 < count else { continue }
        text += String(repeating: " ", count: widths[index] - cell.count + 2)
      }
      text += "\n"
    }
    return text + "\n\(rows.count) \(texts.word(.requirements))\n"
  }
}
