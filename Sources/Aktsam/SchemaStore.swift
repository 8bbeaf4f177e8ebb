internal import AktsamResources
package import AktsamXML
internal import AktsamText
internal import Synchronization

/// The embedded schemas of our own formats, compiled when first needed.
package enum SchemaStore {
  private static let compiled = Mutex<[String: XMLSchema]>([:])

  /// The schemas by the namespace of the root element.
  private static let names = [
    "urn:aktsam:response:1": "response.xsd",
    "urn:aktsam:questionnaire:1": "questionnaire.xsd",
    "urn:aktsam:tender:1": "tender.xsd",
    "urn:aktsam:clauses:1": "clauses.xsd",
  ]

  /// Returns the schemas that a document with these bytes may name: nothing is compiled for a
  /// document that names none of ours.
  package static func schemas(for bytes: [UInt8]) -> [String: XMLSchema] {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    var result: [String: XMLSchema] = [:]
    for (namespace, name) in names where head.contains(namespace) {
      if let schema = schema(name) { result[name] = schema }
    }
    return result
  }

  /// Returns a schema by its file name, or nil when there is none.
  package static func schema(_ name: String) -> XMLSchema? {
    compiled.withLock { table in
      if let known = table[name] { return known }
      guard let file = EmbeddedFile.files(below: "schemas").first(where: {
        $0.path.description == "schemas/" + name
      }) else { return nil }
      let schema = try? XMLSchema(name: name, bytes: file.bytes)
      table[name] = schema
      return schema
    }
  }
}
