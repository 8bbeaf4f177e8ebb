import AktsamReading
import AktsamText

// The parts of a saved report whose values belong to other modules: each is read by a type of its
// own, so that those modules know nothing of JSON.

/// An input.
struct SavedInput: Decodable {
  private enum Key: String, CodingKey {
    case path, part, sha256, format, language, role, roleFrom, encoding, party
  }

  let value: Report.Input

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    value = Report.Input(
      path: try fields.decode(String.self, forKey: .path), part: try fields.text(.part),
      sha256: try fields.text(.sha256), format: try fields.text(.format),
      language: try fields.text(.language), role: try fields.word(.role),
      roleFrom: try fields.text(.roleFrom), encoding: try fields.text(.encoding),
      party: try fields.text(.party))
  }
}

/// A place: fields of an object that holds more.
struct SavedPlace: Decodable {
  private enum Key: String, CodingKey {
    case path, part, segments, line, column, endLine, endColumn, element
  }

  let value: Place

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    value = Place(
      path: try fields.decode(String.self, forKey: .path), part: try fields.text(.part),
      segments: try fields.decode([[Int]].self, forKey: .segments).map { pair in
        guard pair.count == 2, pair[0] >= 0, pair[0] <= pair[1] else {
          throw DecodingError.dataCorruptedError(
            forKey: .segments, in: fields, debugDescription: ReportJSON.noRange)
        }
        return pair[0]..<pair[1]
      }, line: try fields.decode(Int.self, forKey: .line),
      column: try fields.decode(Int.self, forKey: .column),
      endLine: try fields.decode(Int.self, forKey: .endLine),
      endColumn: try fields.decode(Int.self, forKey: .endColumn),
      element: try fields.text(.element))
  }
}

/// A quotation.
struct SavedEvidence: Decodable {
  private enum Key: String, CodingKey { case label, quote, language, force, party, supports }

  let value: Evidence

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    value = Evidence(
      place: try SavedPlace(from: decoder).value, label: try fields.text(.label),
      quote: try fields.decode(String.self, forKey: .quote), language: try fields.text(.language),
      force: try fields.word(.force), party: try fields.text(.party),
      supports: try fields.decode([String].self, forKey: .supports))
  }
}

/// What was found of an element.
struct SavedElement: Decodable {
  private enum Key: String, CodingKey { case id, core, state, evidence }

  let value: ElementState

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    value = ElementState(
      id: try fields.decode(String.self, forKey: .id),
      isCore: try fields.decode(Bool.self, forKey: .core), state: try fields.word(.state),
      evidence: try fields.decode([Int].self, forKey: .evidence))
  }
}

/// A weakness.
struct SavedWeakness: Decodable {
  private enum Key: String, CodingKey { case code, words, evidence }

  let value: WeaknessFinding

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    value = WeaknessFinding(
      code: try fields.word(.code), words: try fields.decode([String].self, forKey: .words),
      evidence: try fields.decode([Int].self, forKey: .evidence))
  }
}

/// A finding, which has a place or not.
struct SavedFinding: Decodable {
  private enum Key: String, CodingKey { case path, rule, severity, message }

  let value: Finding

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    value = Finding(
      rule: try fields.decode(String.self, forKey: .rule), severity: try fields.word(.severity),
      message: try fields.decode(String.self, forKey: .message),
      place: fields.contains(.path) ? try SavedPlace(from: decoder).value : nil)
  }
}

extension KeyedDecodingContainer {
  /// Returns a text; empty where it is absent.
  func text(_ key: Key) throws -> String { try decodeIfPresent(String.self, forKey: key) ?? "" }

  /// Returns one of a fixed set of words.
  func word<Word: RawRepresentable & CaseIterable>(_ key: Key) throws -> Word
  where Word.RawValue == String {
    let text = try decode(String.self, forKey: key)
    guard let word = Word(rawValue: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription: ReportJSON.otherWord(text, of: Word.allCases.map(\.rawValue)))
    }
    return word
  }

  /// Returns one of a fixed set of words; nil where it is absent.
  func wordIfPresent<Word: RawRepresentable & CaseIterable>(_ key: Key) throws -> Word?
  where Word.RawValue == String {
    contains(key) ? try word(key) : nil
  }
}
