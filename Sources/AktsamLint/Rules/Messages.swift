/// The wording that findings of all groups share.
enum Messages {
  /// Returns the end of a message about something that is not there: what it may have been meant for.
  static func suggestion(_ near: String?) -> String {
    near.map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// Returns names in quotation marks, parted by commas.
  static func list(_ names: some Sequence<String>) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
