import AktsamClauses

/// What the rules of findings about inputs are called, for reports that describe their rules.
enum FindingRules {
  /// Returns a name in kebab case and a description; a general one for a rule without its own.
  static func rule(_ id: String, language: String) -> (name: String, text: String) {
    let rule = rules[id] ?? documentRules[id] ?? submissionRules[id] ?? general
    return (rule.name, rule.text[language])
  }

  /// A name in kebab case and a description in three languages.
  struct Rule: Sendable {
    var name: String
    var text: LocalizedText

    init(_ name: String, en: String, sv: String, nb: String) {
      self.name = name
      text = LocalizedText(["en": en, "sv": sv, "nb": nb])
    }
  }

  /// Whether a rule has a description of its own.
  static func knows(_ id: String) -> Bool {
    rules[id] != nil || documentRules[id] != nil || submissionRules[id] != nil
  }

  /// Returns the id of a rule by its id or name; nil for one without a description of its own.
  static func id(_ idOrName: String) -> String? {
    if knows(idOrName) { return idOrName }
    return [rules, documentRules, submissionRules].flatMap { table in
      table.filter { $0.value.name == idOrName }.map(\.key)
    }.min()
  }

  private static let general = Rule(
    "remark", en: "A remark on the document.", sv: "En anmärkning om dokumentet.",
    nb: "En merknad til dokumentet.")

  private static let rules: [String: Rule] = [
    "AK0001": Rule(
      "unreadable-input", en: "The input could not be opened.",
      sv: "Filen kunde inte öppnas.", nb: "Filen kunne ikke åpnes."),
    "AK0101": Rule(
      "not-well-formed", en: "The XML is not well-formed.",
      sv: "XML-dokumentet är inte välformat.", nb: "XML-dokumentet er ikke velformet."),
    "AK0102": Rule(
      "limit-exceeded", en: "A limit for untrusted input was exceeded.",
      sv: "En gräns för opålitliga indata överskreds.",
      nb: "En grense for upålitelige inndata ble overskredet."),
    "AK0103": Rule(
      "document-type", en: "The document has a document type declaration.",
      sv: "Dokumentet har en dokumenttypsdeklaration.",
      nb: "Dokumentet har en dokumenttypedeklarasjon."),
    "AK0104": Rule(
      "external-entity", en: "Something outside the document is referred to and not read.",
      sv: "Dokumentet hänvisar till något utanför sig självt, som inte läses.",
      nb: "Dokumentet viser til noe utenfor seg selv, som ikke leses."),
    "AK0105": Rule(
      "entity", en: "An entity was read in an unusual way.",
      sv: "En entitet lästes på ett ovanligt sätt.",
      nb: "En entitet ble lest på en uvanlig måte."),
    "AK0106": Rule(
      "encoding", en: "The encoding is wrong or was guessed.",
      sv: "Teckenkodningen är fel eller har gissats.",
      nb: "Tegnkodingen er feil eller er gjettet."),
    "AK0110": Rule(
      "schema-violation", en: "The document does not follow its schema.",
      sv: "Dokumentet följer inte sitt schema.", nb: "Dokumentet følger ikke skjemaet sitt."),
  ]
}
