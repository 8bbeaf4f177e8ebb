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
  /// Nothing, where a protocol demands a value. Reports leave absent values out.
  case null

  /// A field of an object.
  package struct Field: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The value.
    package var value: JSONValue
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
    case .null: output.append(contentsOf: "null".utf8)
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
    var text = text
    output.append(0x22)
    text.withUTF8 { bytes in
      // Stretches that need no escape are copied as they are.
      var start = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        escape(byte, to: &output)
        start = index + 1
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    output.append(0x22)
  }

  private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(0x5C)
    switch byte {
    case 0x22, 0x5C: output.append(byte)
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0x09: output.append(UInt8(ascii: "t"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      output.append(contentsOf: Array("u00".utf8))
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
  }
}
