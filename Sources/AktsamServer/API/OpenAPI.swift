internal import AktsamResources

/// The description of the API for programs, OpenAPI 3.1.
enum OpenAPI {
  /// The JSON text; nil only in a binary without it.
  static var bytes: [UInt8]? {
    EmbeddedFile.files(below: "schemas").first {
      $0.path.description == "schemas/openapi.json"
    }?.bytes
  }
}
