/// Text as it is written in XML, for fixes.
enum XMLText {
  /// Returns a value with what an attribute in either kind of quotes cannot hold written otherwise.
  static func attribute(_ value: String) -> String {
    value.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&apos;")
  }
}
