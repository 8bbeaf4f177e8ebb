/// The few words that a renderer adds itself.
struct PageWords: Sendable {
  /// The first link of a page, for those who use the keyboard.
  let skip: String
  /// Stands before the number of a printed page.
  let sheet: String
  /// Stands between the number of a printed page and how many there are.
  let of: String
  /// The language with its country, as word processors name it.
  let locale: String

  /// Creates the words of a language.
  init(_ language: String) {
    switch language {
    case "sv":
      (skip, sheet, of, locale) = ("Hoppa till innehållet", "Sida", "av", "sv-SE")
    case "nb":
      (skip, sheet, of, locale) = ("Hopp til innholdet", "Side", "av", "nb-NO")
    default:
      (skip, sheet, of, locale) = ("Skip to the content", "Page", "of", "en-GB")
    }
  }

  /// Returns a language with its country; the language itself where none is usual.
  static func locale(_ language: String) -> String {
    switch language {
    case "en": "en-GB"
    case "sv": "sv-SE"
    case "nb", "no": "nb-NO"
    case "nn": "nn-NO"
    case "da": "da-DK"
    default: language
    }
  }
}
