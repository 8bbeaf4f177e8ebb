/// Brings the language tags that documents use into one form.
///
/// Tags come as `en`, `EN`, `ENG`, `nb-NO`, `NOR`: language tags (BCP 47) and the three-letter
/// codes of ISO 639-2, bibliographic and terminological.
package enum LanguageTag {
  /// Returns the language as reports and lexicons name it, or nil when the tag names none.
  ///
  /// Norwegian without a written form (`no`, `NOR`) is taken as Bokmål. A script or region is
  /// dropped; a three-letter code that has no two-letter form is kept.
  ///
  /// - Parameter tag: a tag as written.
  /// - Returns: two or three lower-case letters; nil for an empty tag, `und`, `mul` and the like.
  package static func normalise(_ tag: String) -> String? {
    var primary: [UInt8] = []
    for byte in tag.utf8.drop(while: { $0 <= 0x20 }) {
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): primary.append(byte | 0x20)
      default:
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte <= 0x20 else {
          return nil
        }
        return code(primary)
      }
      guard primary.count <= 3 else { return nil }
    }
    return code(primary)
  }

  private static func code(_ letters: [UInt8]) -> String? {
    guard letters.count == 2 || letters.count == 3 else { return nil }
    let code = String(decoding: letters, as: UTF8.self)
    if code == "no" { return "nb" }
    guard letters.count == 3 else { return code }
    if let short = shortCodes[code] { return short }
    return ["und", "mul", "zxx", "mis"].contains(code) ? nil : code
  }

  /// Two-letter codes of the languages of European procurement by their three-letter ones.
  private static let shortCodes: [String: String] = [
    "eng": "en", "swe": "sv", "nor": "nb", "nob": "nb", "nno": "nn", "dan": "da", "fin": "fi",
    "isl": "is", "ice": "is", "fao": "fo", "sme": "se", "deu": "de", "ger": "de", "fra": "fr",
    "fre": "fr", "nld": "nl", "dut": "nl", "spa": "es", "por": "pt", "ita": "it", "pol": "pl",
    "ces": "cs", "cze": "cs", "slk": "sk", "slo": "sk", "slv": "sl", "hrv": "hr", "hun": "hu",
    "ron": "ro", "rum": "ro", "bul": "bg", "ell": "el", "gre": "el", "est": "et", "lav": "lv",
    "lit": "lt", "mlt": "mt", "gle": "ga", "ukr": "uk", "rus": "ru", "zho": "zh", "chi": "zh",
    "cat": "ca", "eus": "eu", "baq": "eu", "glg": "gl", "srp": "sr", "mkd": "mk", "mac": "mk",
    "sqi": "sq", "alb": "sq", "tur": "tr",
  ]
}
