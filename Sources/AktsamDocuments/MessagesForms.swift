/// The wording of the findings about the forms of web pages.
enum FormMessages {
  static let unaskedRule = "AK0344"

  static func unasked(_ id: String) -> String {
    "the field \"\(id)\" holds a value, but no text that asks for it is found: "
      + "the answer is read on its own"
  }
}
