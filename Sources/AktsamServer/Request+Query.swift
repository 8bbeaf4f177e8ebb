internal import Hummingbird

extension Request {
  /// Returns the first value of a name in the query; nil when it is not there.
  func query(_ name: String) -> String? { queries(name).first }

  /// Returns the values of a name in the query, in order.
  func queries(_ name: String) -> [String] { URLEncoding.fields(uri.query ?? "")[name] ?? [] }

  /// The names of the query.
  var queryNames: Set<String> { Set(URLEncoding.fields(uri.query ?? "").keys) }
}

/// The form that queries and plain forms are sent in (`application/x-www-form-urlencoded`).
enum URLEncoding {
  /// The most fields that are read.
  static let mostFields = 2_000

  /// Returns the values of each name, in order. What is not encoded as it should be stands for itself;
  /// bytes that are no UTF-8 become U+FFFD.
  static func fields(_ text: some StringProtocol) -> [String: [String]] {
    fields(Array(text.utf8))
  }

  /// Returns the values of each name, in order.
  static func fields(_ bytes: [UInt8]) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for field in bytes.split(separator: UInt8(ascii: "&")).prefix(mostFields) {
      let equals = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
      let value = equals < field.endIndex ? field[(equals + 1)...] : []
      result[decoded(field[..<equals]), default: []].append(decoded(value))
    }
    return result
  }

  /// Returns the text that bytes stand for.
  ///
  /// - Parameters:
  ///   - bytes: the bytes as they were sent.
  ///   - blanks: whether a plus sign is a blank, as in queries and forms.
  /// - Returns: the text.
  static func decoded(_ bytes: ArraySlice<UInt8>, blanks: Bool = true) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "+") where blanks: result.append(0x20)
      case UInt8(ascii: "%"):
        if index + 1 < bytes.endIndex, let high = hexadecimal(bytes[index]),
          let low = hexadecimal(bytes[index + 1])
        {
          result.append(high << 4 | low)
          index += 2
        } else {
          result.append(byte)
        }
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
