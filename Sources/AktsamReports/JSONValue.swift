/// A JSON value with ordered fields: what every JSON that aktsam writes is made from, so that the
/// same value gives the same bytes (RFC 8259).
///
/// Foundation's encoder is not used: it orders fields by name or not at all, and a report's field
/// order is part of its form.
package enum JSONValue: Sendable, Hashable {
  /// An object with its fields in order.
  case fields([Field])
  /// An array.
  case array([JSONValue])
  /// A string.
  case string(String)
  /// An integer.
  case int(Int)
  /// A number with up to four decimals.
  case double(Double)
  /// True or false.
  case bool(Bool)

  /// A field of an object.
  package struct Field: Sendable, Hashable {
    var name: String
    var value: JSONValue
  }

  /// An object with its fields in order.
  package static func object(_ fields: [(String, JSONValue)]) -> JSONValue {
    .fields(fields.map { Field(name: $0.0, value: $0.1) })
  }

  /// Returns the JSON text.
  ///
  /// - Parameter pretty: whether it is indented by two blanks and ends with a line feed.
  /// - Returns: the text as UTF-8.
  package func serialized(pretty: Bool) -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: pretty ? 0 : nil)
    if pretty { output.append(0x0A) }
    return output
  }

  private func write(to output: inout [UInt8], indent: Int?) {
    switch self {
    case .fields(let fields):
      list(fields, "{", "}", to: &output, indent: indent) { field, output, inner in
        Self.write(field.name, to: &output)
        output.append(UInt8(ascii: ":"))
        if inner != nil { output.append(0x20) }
        field.value.write(to: &output, indent: inner)
      }
    case .array(let values):
      list(values, "[", "]", to: &output, indent: indent) { value, output, inner in
        value.write(to: &output, indent: inner)
      }
    case .string(let text): Self.write(text, to: &output)
    case .int(let value): output.append(contentsOf: String(value).utf8)
    case .double(let value): output.append(contentsOf: Self.decimals(value).utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    }
  }

  private func list<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to output: inout [UInt8],
    indent: Int?, write: (Item, inout [UInt8], Int?) -> Void
  ) {
    output.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      Self.lineBreak(inner, to: &output)
      write(item, &output, inner)
    }
    if !items.isEmpty { Self.lineBreak(indent, to: &output) }
    output.append(UInt8(ascii: close))
  }

  private static func lineBreak(_ indent: Int?, to output: inout [UInt8]) {
    guard let indent else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private static func decimals(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e14 else { return "0" }
    let scaled = Int((abs(value) * 10_000).rounded())
    var fraction = String(scaled % 10_000 + 10_000).dropFirst()
    while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000)." + fraction
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    output.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: output.append(contentsOf: [0x5C, byte])
      case 0x0A: output.append(contentsOf: Array("\\n".utf8))
      case 0x0D: output.append(contentsOf: Array("\\r".utf8))
      case 0x09: output.append(contentsOf: Array("\\t".utf8))
      case 0..<0x20, 0x7F:
        output.append(contentsOf: Array("\\u00".utf8))
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 15)])
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }
}
