internal import AktsamText

/// The wording of the findings of all readers but those of ESPD and notices, in one place.
enum Messages {
  static let unreadableRule = "AK0301"
  static let fallbackRule = "AK0302"
  static let answeredTwiceRule = "AK0303"
  static let answeredThoughOffRule = "AK0304"
  static let unknownReferenceRule = "AK0305"
  static let noLanguageRule = "AK0306"
  static let emptyRule = "AK0307"
  static let notXHTMLRule = "AK0308"
  static let leftOpenRule = "AK0309"
  static let sameIdRule = "AK0310"
  static let badDateRule = "AK0311"

  static let siteCoverageRule = "AK0312"
  static let blankRegionRule = "AK0313"
  static let watchedRule = "AK0314"

  static func siteCoverage(
    _ count: Int, tiers: [(key: Int, value: Int)], without: Int
  ) -> String {
    let parts =
      tiers.map { "tier \($0.key): \($0.value)" }
      + (without > 0 ? ["no tier given: \(without)"] : [])
    return "the table lists \(count) \(count == 1 ? "site" : "sites") ("
      + parts.joined(separator: ", ") + ")"
  }

  static func blankRegion(_ site: String) -> String {
    "the site \"\(site)\" gives neither region nor place: ask where it is"
  }

  static func watched(_ site: String, where entry: WatchList.Entry) -> String {
    let area = [entry.region, entry.country].filter { !$0.isEmpty }.joined(separator: ", ")
    return "the site \"\(site)\" is in \"\(area)\", which is on the buyer's list"
      + (entry.reason.isEmpty ? "" : ": \(entry.reason)")
  }

  static func unreadable(_ what: String) -> String {
    "the input is \(what), which is not read: save it as plain text, HTML or XML and check that"
  }

  static let unknownArchive =
    "the input is a zip file of no known document format: unpack it and check what is in it"

  static func tooLarge(_ limit: Int) -> String {
    "the limit maxBytes (\(limit)) is exceeded: the input is not read"
  }

  static func fallback(_ root: String) -> String {
    "the root element \"\(root)\" is of no known format: the document is read as running text"
  }

  static func foreignNamespace(_ root: String, expected: String) -> String {
    "the root element \"\(root)\" is not in the namespace \"\(expected)\": "
      + "the document is read as running text"
  }

  static func answeredTwice(_ question: String) -> String {
    "the question \"\(question)\" is answered more than once for the same lot and party"
  }

  static func answeredThoughOff(_ question: String, by: String) -> String {
    "the question \"\(question)\" has an answer, though \"\(by)\" is said to switch it off: "
      + "the answer is read"
  }

  static func unknownReference(_ kind: String, _ id: String) -> String {
    "the \(kind) \"\(id)\" is not found in this document"
  }

  static let noLanguage =
    "the root element has no \"xml:lang\": the language is guessed from the text"

  static let empty = "nothing to read is found in this document"

  static let notXHTML = "only what stands before the limit that is exceeded is read of the page"

  static func leftOpen(_ question: String) -> String {
    "the mandatory question \"\(question)\" is left open"
  }

  static func sameId(_ id: String) -> String {
    "the id \"\(id)\" stands more than once: references to it mean the first"
  }

  static func badDate(_ value: String) -> String {
    "\"\(value)\" is not a date as in \"2026-01-31\": it is taken as not given"
  }
}
