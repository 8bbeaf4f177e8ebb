/// The wording of the findings about Word documents.
enum MessagesWord {
  static let changesRule = "AK0350"
  static let commentsRule = "AK0351"
  static let embeddedRule = "AK0352"
  static let hiddenRule = "AK0353"
  static let missingPartRule = "AK0354"

  static func changes(insertions: Int, deletions: Int) -> String {
    "the document has tracked changes (insertions: \(insertions), deletions: \(deletions)): "
      + "insertions are read and deletions are not, ask which text holds"
  }

  static func comments(_ count: Int) -> String {
    "the document has \(count) \(count == 1 ? "comment" : "comments"), which \(count == 1 ? "is" : "are")"
      + " not read as the document's words"
  }

  static func embedded(_ count: Int) -> String {
    "\(count) embedded \(count == 1 ? "document is" : "documents are") not read: "
      + "save \(count == 1 ? "it" : "them") as a file and check that"
  }

  static func hidden(_ count: Int) -> String {
    "text that is formatted as hidden is not read (stretches: \(count)): show it or remove it"
  }

  static let noNumbering =
    "the list definitions of the document are missing: automatic clause numbers are not known"

  static func noMain(_ name: String, _ reason: String) -> String {
    "the main part \"\(name)\" cannot be read: \(reason)"
  }

  static let notXML = "it is not XML"

  static let notThere = "it is not in the package"
}
