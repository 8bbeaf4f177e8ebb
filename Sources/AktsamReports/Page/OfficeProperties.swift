/// What documents and workbooks have in common: the properties, which name no person and no time.
enum OfficeProperties {
  /// The first line of each part.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// Returns the part with the title and who made it.
  static func core(title: String, language: String) -> [UInt8] {
    var markup = Markup()
    markup.raw(declaration)
    markup.element(
      "cp:coreProperties",
      [
        (
          "xmlns:cp",
          "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ]
    ) { markup in
      markup.element("dc:title", text: title)
      markup.element("dc:creator", text: "aktsam")
      markup.element("dc:language", text: PageWords.locale(language))
    }
    markup.newline()
    return markup.bytes
  }

  /// Returns the part with the program that made it.
  static func application(version: String) -> [UInt8] {
    var markup = Markup()
    markup.raw(declaration)
    markup.element(
      "Properties",
      [
        (
          "xmlns",
          "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        )
      ]
    ) { markup in
      markup.element("Application", text: "aktsam \(version)")
    }
    markup.newline()
    return markup.bytes
  }

  /// Returns a part with relations.
  static func relations(_ relations: [(id: String, type: String, target: String)]) -> [UInt8] {
    var markup = Markup()
    markup.raw(declaration)
    markup.element(
      "Relationships",
      [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")]
    ) { markup in
      for relation in relations {
        markup.newline()
        let isExternal = relation.type.hasSuffix("/hyperlink")
        markup.empty(
          "Relationship",
          [("Id", relation.id), ("Type", relation.type), ("Target", relation.target)]
            + (isExternal ? [("TargetMode", "External")] : []))
      }
    }
    markup.newline()
    return markup.bytes
  }

  /// Returns the part that says what kind each part is of.
  static func contentTypes(_ parts: [(name: String, type: String)]) -> [UInt8] {
    var markup = Markup()
    markup.raw(declaration)
    markup.element(
      "Types", [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]
    ) { markup in
      markup.empty(
        "Default",
        [
          ("Extension", "rels"),
          ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
        ])
      markup.empty("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
      for part in parts {
        markup.newline()
        markup.empty("Override", [("PartName", part.name), ("ContentType", part.type)])
      }
    }
    markup.newline()
    return markup.bytes
  }

  /// The relations of a package to its main part and its properties.
  static func packageRelations(main: String) -> [UInt8] {
    let base = "http://schemas.openxmlformats.org"
    return relations([
      ("rId1", "\(base)/officeDocument/2006/relationships/officeDocument", main),
      (
        "rId2", "\(base)/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"
      ),
      (
        "rId3", "\(base)/officeDocument/2006/relationships/extended-properties",
        "docProps/app.xml"
      ),
    ])
  }

  /// The kinds of the parts with properties.
  static let contentTypes: [(name: String, type: String)] = [
    (
      "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
    ),
    (
      "/docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    ),
  ]
}
