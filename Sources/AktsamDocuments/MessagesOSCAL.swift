internal import AktsamText

/// The wording of the findings of the OSCAL reader.
enum OSCALMessages {
  static let importRule = "AK0337"

  static func unreadImport(_ source: String, by document: String) -> String {
    "the \(document) takes its controls from \"\(source)\", which is not read: "
      + "check that document too"
  }
}
