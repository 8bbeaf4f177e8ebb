import AktsamTestSupport
import AktsamXML
import Foundation

/// The schemas of the repository, compiled once.
enum ShippedSchemas {
  private static let schemas: [String: XMLSchema] = {
    let names = ["response.xsd", "questionnaire.xsd", "tender.xsd"]
    let pairs = names.compactMap { name -> (String, XMLSchema)? in
      guard
        let data = try? Data(
          contentsOf: TestFiles.root.appending(path: "schemas/\(name)").resolvingSymlinksInPath()),
        let schema = try? XMLSchema(name: name, bytes: Array(data))
      else { return nil }
      return (name, schema)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  /// Finds a schema by its file name.
  @Sendable static func schema(_ name: String) -> XMLSchema? { schemas[name] }
}
