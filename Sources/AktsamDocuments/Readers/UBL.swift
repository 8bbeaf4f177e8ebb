/// What the formats built on UBL 2 (OASIS Universal Business Language) share.
enum UBL {
  /// Whether a namespace is one of UBL 2: of a document type, or of the common components.
  static func accepts(_ namespace: String) -> Bool {
    namespace.hasPrefix("urn:oasis:names:specification:ubl:schema:xsd:")
  }
}
