internal import AktsamResources
internal import AktsamText
package import AktsamXML
internal import Synchronization

/// The embedded schemas of our own formats, compiled when first needed.
package enum SchemaStore {
  private static let compiled = Mutex<[String: XMLSchema]>([:])

  /// Returns a schema by its file name, or nil when there is none.
  package static func schema(_ name: String) -> XMLSchema? {
    compiled.withLock { table in
      if let known = table[name] { return known }
      guard
        let file = EmbeddedFile.files(below: "schemas").first(where: {
          $0.path.description == "schemas/" + name
        })
      else { return nil }
      let schema = try? XMLSchema(name: name, bytes: file.bytes)
      table[name] = schema
      return schema
    }
  }
}
