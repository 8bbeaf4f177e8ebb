/// The wording of all findings of the XML reader, in one place.
enum Messages {
  static let notWellFormedRule = "AK0101"
  static let limitRule = "AK0102"
  static let doctypeRule = "AK0103"
  static let externalRule = "AK0104"
  static let entityRule = "AK0105"
  static let schemaRule = "AK0110"
  static let htmlRepairRule = "AK0340"

  static func limit(_ name: String, _ value: Int) -> String {
    "the limit \(name) (\(value)) is exceeded: the rest of the document is not read"
  }

  static func schemaLimit(_ value: Int) -> String {
    "the limit maxSchemaFindings (\(value)) is reached: further schema violations are not shown"
  }

  static func doctype(_ name: String, isExternal: Bool) -> String {
    isExternal
      ? "the document has a document type \"\(name)\" with an external part, which is not read"
      : "the document has a document type \"\(name)\""
  }

  static func externalEntity(_ name: String) -> String {
    "the entity \"\(name)\" stands outside the document: it is not read, and its text is missing"
  }

  static func parameterEntity(_ name: String) -> String {
    "the parameter entity \"\(name)\" is not read; what it declares is unknown"
  }

  static func unreadDeclaration(_ name: String) -> String {
    "the entity \"\(name)\" is not declared in the part that is read: its text is missing"
  }

  static func entityMarkup(_ name: String) -> String {
    "the entity \"\(name)\" holds markup: only its text is used"
  }

  static func htmlEntity(_ name: String) -> String {
    "the entity \"\(name)\" is not declared: read as the character of that name in HTML 4"
  }

  static func htmlRepairs(_ count: Int) -> String {
    (count == 1
      ? "a tag of the page is not closed or stands in the wrong place"
      : "\(count) tags of the page are not closed or stand in the wrong place, the first of them here")
      + ": the page is read as a browser reads it"
  }

  static func schemaViolation(_ schema: String, _ text: String) -> String {
    "schema \"\(schema)\": \(text)"
  }

  // MARK: - Not well-formed

  static let bareAmpersand =
    "not well-formed: a \"&\" that stands for itself is written \"&amp;\""

  static let empty = "the document is empty"

  static func recursiveEntity(_ name: String) -> String {
    "not well-formed: the entity \"\(name)\" refers to itself"
  }

  static func undeclaredEntity(_ name: String) -> String {
    "not well-formed: the entity \"\(name)\" is not declared"
  }

  static func notClosed(_ element: String, line: Int) -> String {
    "not well-formed: the input ends before the element \"\(element)\" of line \(line) is closed"
  }

  static func wrongEndTag(_ element: String, line: Int) -> String {
    "not well-formed: the end tag is not that of the open element \"\(element)\" of line \(line)"
  }

  static func undeclaredPrefix(_ prefix: String) -> String {
    prefix.isEmpty
      ? "a namespace prefix is used wrongly"
      : "the namespace prefix \"\(prefix)\" is not declared"
  }

  /// Returns the wording for an error number of libxml2 (`xmlParserErrors`).
  ///
  /// - Parameters:
  ///   - code: the number.
  ///   - detail: what libxml2 says; used where no wording of ours fits.
  /// - Returns: the message of the finding.
  static func notWellFormed(code: Int, detail: String) -> String {
    let text =
      switch code {
      case 4: "there is no element"
      case 5: "something stands after the end of the root element"
      case 6, 7, 8: "a character reference is invalid"
      case 9: "a character is not allowed here"
      case 22, 23: "a reference has no \";\": a \"&\" that stands for itself is written \"&amp;\""
      case 28: "a reference names something that is not text"
      case 29: "an attribute refers to an entity outside the document"
      case 30: "a reference names a parameter entity"
      case 33, 34, 43, 44: "a declaration has a value without quotes"
      case 38: "the value of an attribute holds \"<\""
      case 39: "the value of an attribute has no quotes"
      case 40: "the value of an attribute is not closed"
      case 41: "an attribute has no value"
      case 42: "an attribute stands twice in the same tag"
      case 45: "a comment is not closed"
      case 46, 47: "a processing instruction is not closed"
      case 48...55, 58...61: "the document type declaration is wrong"
      case 56, 57, 96, 108: "the XML declaration is wrong"
      case 62: "the text holds \"]]>\""
      case 63: "a CDATA section is not closed"
      case 64: "the XML declaration is not at the start, or a target is named \"xml\""
      case 65: "white space is missing"
      case 68: "a name is missing or not allowed"
      case 72: "\"<\" is missing"
      case 73: "\">\" is missing at the end of a tag"
      case 74: "\"</\" is missing"
      case 75: "\"=\" is missing after a name"
      case 78: "the standalone declaration is neither \"yes\" nor \"no\""
      case 79, 81: "the encoding declaration is wrong"
      case 80: "a comment holds \"--\""
      default: detail.isEmpty ? "error \(code)" : detail
      }
    return "not well-formed: \(text)"
  }
}
