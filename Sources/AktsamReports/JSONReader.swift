extension JSONValue {
  /// Reads a JSON text (RFC 8259).
  ///
  /// Numbers without a fraction and exponent that fit are ``int(_:)``, all others ``double(_:)``. Half of
  /// a surrogate pair becomes U+FFFD, as do bytes that are no UTF-8. Of a name that stands twice both
  /// fields are kept.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - mostDepth: how deep arrays and objects may nest.
  /// - Returns: the value; nil when the text is no JSON, or nests deeper.
  /// - Complexity: O(n).
  package static func read(_ bytes: [UInt8], mostDepth: Int = 256) -> JSONValue? {
    var reader = JSONReader(bytes)
    guard let value = reader.value(depth: mostDepth), reader.isAtEnd() else { return nil }
    return value
  }

  /// The value of a field; nil for an absent one, and for what is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .fields(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The text of a string; nil for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of an integer; nil for anything else.
  package var int: Int? {
    if case .int(let value) = self { value } else { nil }
  }

  /// The value of true or false; nil for anything else.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The items of an array; nil for anything else.
  package var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }
}

/// The state of reading one JSON text.
private struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Passes over blanks and says whether nothing else is left.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return index == bytes.count
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return depth > 0 ? object(depth: depth - 1) : nil
    case UInt8(ascii: "["): return depth > 0 ? array(depth: depth - 1) : nil
    case UInt8(ascii: "\""): return text().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
    let length = word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    index += isThere ? length : 0
    return isThere ? value : nil
  }

  private mutating func object(depth: Int) -> JSONValue? {
    index += 1
    var fields: [JSONValue.Field] = []
    skipBlanks()
    if take("}") { return .fields(fields) }
    while true {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let name = text() else {
        return nil
      }
      skipBlanks()
      guard take(":"), let value = value(depth: depth) else { return nil }
      fields.append(JSONValue.Field(name: name, value: value))
      skipBlanks()
      if take("}") { return .fields(fields) }
      guard take(",") else { return nil }
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    index += 1
    var items: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array(items) }
    while true {
      guard let item = value(depth: depth) else { return nil }
      items.append(item)
      skipBlanks()
      if take("]") { return .array(items) }
      guard take(",") else { return nil }
    }
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func text() -> String? {
    index += 1
    var result: [UInt8] = []
    var start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        defer { index += 1 }
        // Nearly all strings hold no escape: their bytes are taken as they stand.
        guard !result.isEmpty else { return String(decoding: bytes[start..<index], as: UTF8.self) }
        result += bytes[start..<index]
        return String(decoding: result, as: UTF8.self)
      }
      guard byte >= 0x20 else { return nil }
      guard byte == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      result += bytes[start..<index]
      index += 1
      guard let scalar = escaped() else { return nil }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      start = index
    }
    return nil
  }

  /// Takes what stands behind a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return codeUnits()
    default: return nil
    }
  }

  /// Takes the digits of `\uXXXX`, and the second half of a pair behind them.
  private mutating func codeUnits() -> Unicode.Scalar? {
    guard let first = digits() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let behind = index
    if first < 0xDC00, take("\\"), take("u"), let second = digits(),
      (0xDC00..<0xE000).contains(second)
    {
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }
    index = behind
    return "\u{FFFD}"
  }

  private mutating func digits() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    index += 4
    return value
  }
}

// MARK: - Numbers

extension JSONReader {
  private mutating func number() -> JSONValue? {
    let start = index
    _ = take("-")
    let first = index
    guard skipDigits(), bytes[first] != 0x30 || index == first + 1 else { return nil }
    var isInteger = true
    if take(".") {
      isInteger = false
      guard skipDigits() else { return nil }
    }
    if take("e") || take("E") {
      isInteger = false
      if !take("+") { _ = take("-") }
      guard skipDigits() else { return nil }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInteger, let value = Int(text) { return .int(value) }
    return Double(text).map { .double($0) }
  }

  private mutating func skipDigits() -> Bool {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index > start
  }
}
