import AktsamText

/// The findings about clause files; rule ids are never reused.
enum ClauseMessage {
  static func notAClauseFile(_ root: String, _ place: Place?) -> Finding {
    error(
      "AK0201",
      "\"\(root)\" begins no clause file; expected library, concepts, lexicon, requirements, "
        + "sources or profile in the namespace \"\(ClauseVocabulary.namespace)\"", place)
  }

  static func tooManyConcepts(_ most: Int, _ place: Place?) -> Finding {
    error("AK0204", "a library holds at most \(most) concepts; this one is too many", place)
  }

  static func noFile(_ what: String) -> Finding {
    error("AK0201", "no clause file begins with \"\(what)\"", nil)
  }

  static func secondFile(_ what: String, _ place: Place?) -> Finding {
    error("AK0201", "a second clause file begins with \"\(what)\"", place)
  }

  static func unexpectedElement(_ name: String, in parent: String, _ place: Place) -> Finding {
    error("AK0202", "element \"\(name)\" is not expected in \"\(parent)\"", place)
  }

  static func unexpectedText(in parent: String, _ place: Place) -> Finding {
    error("AK0202", "text is not expected directly in \"\(parent)\"", place)
  }

  static func missingAttribute(_ name: String, of element: String, _ place: Place) -> Finding {
    error("AK0203", "attribute \"\(name)\" of \"\(element)\" is missing or empty", place)
  }

  static func missingElement(_ name: String, in parent: String, _ place: Place) -> Finding {
    error("AK0203", "\"\(parent)\" holds no \"\(name)\"", place)
  }

  static func emptyText(_ element: String, _ place: Place) -> Finding {
    error("AK0203", "\"\(element)\" is empty", place)
  }

  static func badValue(
    _ value: String, of name: String, expected: String, suggestion: String? = nil, _ place: Place
  ) -> Finding {
    error(
      "AK0204",
      "\"\(value)\" is no value of \"\(name)\"; expected \(expected)" + didYouMean(suggestion),
      place)
  }

  static func unusedAttribute(_ name: String, because reason: String, _ place: Place) -> Finding {
    error("AK0204", "attribute \"\(name)\" has no meaning here: \(reason)", place)
  }

  static func duplicate(_ what: String, _ id: String, first: Place?, _ place: Place) -> Finding {
    let where_ = first.map { "; first in \($0.path), line \($0.line)" } ?? ""
    return error("AK0205", "\(what) \"\(id)\" is given twice" + where_, place)
  }

  static func missingLanguage(
    _ language: String, of element: String, in owner: String, _ place: Place
  ) -> Finding {
    error("AK0206", "\"\(element)\" of \(owner) is missing in \"\(language)\"", place)
  }

  static func unknown(
    _ what: String, _ id: String, rule: String, suggestion: String?, _ place: Place
  ) -> Finding {
    error(rule, "unknown \(what) \"\(id)\"" + didYouMean(suggestion), place)
  }

  static func badTerm(
    _ term: String, _ reason: String, severity: Severity = .error, _ place: Place
  ) -> Finding {
    Finding(
      rule: "AK0208", severity: severity, message: "term \"\(term)\": \(reason)", place: place)
  }

  static func circularProfile(_ chain: [String], _ place: Place) -> Finding {
    error(
      "AK0213", "profiles extend each other in a circle: \(chain.joined(separator: " > "))", place)
  }

  static func emptyPattern(_ element: String, _ place: Place) -> Finding {
    error(
      "AK0214", "\"\(element)\" looks for nothing; expected any, all, object or heading", place)
  }

  static func unexpectedAttribute(
    _ name: String, of element: String, suggestion: String?, _ place: Place
  ) -> Finding {
    error(
      "AK0215",
      "attribute \"\(name)\" is not expected at \"\(element)\"" + didYouMean(suggestion), place)
  }

  private static func error(_ rule: String, _ message: String, _ place: Place?) -> Finding {
    Finding(rule: rule, severity: .error, message: message, place: place)
  }

  private static func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean \"\($0)\"" } ?? ""
  }
}

/// The findings of ``LibraryChecks``: gaps in a library that loads.
enum CheckMessage {
  static func noWords(_ concept: String, _ language: String, _ place: Place?) -> Finding {
    Finding(
      rule: "AK0221", severity: .warning,
      message: "concept \"\(concept)\" has no words in \"\(language)\"", place: place)
  }

  static func unusedConcept(_ concept: String, _ place: Place?) -> Finding {
    Finding(
      rule: "AK0222", severity: .note, message: "no requirement uses concept \"\(concept)\"",
      place: place)
  }

  static func requirementWithoutProfile(_ requirement: String, _ place: Place?) -> Finding {
    Finding(
      rule: "AK0223", severity: .warning,
      message: "no profile asks for requirement \"\(requirement)\"", place: place)
  }

  static func uncitedProvision(_ provision: String, _ place: Place?) -> Finding {
    Finding(
      rule: "AK0224", severity: .note, message: "no requirement rests on \"\(provision)\"",
      place: place)
  }

  static func noExamples(_ requirement: String, _ language: String, _ place: Place?) -> Finding {
    Finding(
      rule: "AK0225", severity: .warning,
      message: "requirement \"\(requirement)\" has no example in \"\(language)\"", place: place)
  }

  static func exampleWithoutCodes(_ requirement: String, _ place: Place?) -> Finding {
    Finding(
      rule: "AK0226", severity: .warning,
      message: "weak example of \"\(requirement)\" names no weakness", place: place)
  }

  static func exampleWithCodes(
    _ requirement: String, _ outcome: String, _ place: Place?
  ) -> Finding {
    Finding(
      rule: "AK0226", severity: .warning,
      message: "example of \"\(requirement)\" has weaknesses although its outcome is "
        + "\"\(outcome)\"", place: place)
  }

  static func coreOutsideRoles(
    _ element: String, _ requirement: String, _ role: String, _ place: Place?
  ) -> Finding {
    Finding(
      rule: "AK0227", severity: .warning,
      message: "element \"\(element)\" is core in \"\(role)\", where requirement "
        + "\"\(requirement)\" is not checked", place: place)
  }

  static func exampleOutsideRoles(
    _ requirement: String, _ role: String, _ place: Place?
  ) -> Finding {
    Finding(
      rule: "AK0227", severity: .warning,
      message: "example is in the role \"\(role)\", where requirement \"\(requirement)\" is "
        + "not checked", place: place)
  }

  static func repeatedTerm(_ term: String, _ concept: String, _ place: Place?) -> Finding {
    Finding(
      rule: "AK0228", severity: .note,
      message: "term \"\(term)\" of concept \"\(concept)\" is given twice", place: place)
  }
}
