/// Where in HTML a template has got to: a value may stand between elements and in quoted attributes that
/// nothing runs; elsewhere no escape would hold it.
///
/// A tokenizer after the HTML standard, section 13.2.5, that keeps the state and forgets the rest.
struct MarkupPosition {
  private enum State {
    case text, tagStart, tagName, endTag, inTag, attributeName, afterName, beforeValue
    case quoted(UInt8), unquoted
    case bang, comment, declaration
    case raw
  }

  private var state = State.text
  private var element: [UInt8] = []
  private var attribute: [UInt8] = []
  /// Whether nothing but blanks stands in the value so far.
  private var valueIsEmpty = true
  /// The last bytes, for the ends of comments and of scripts.
  private var tail: [UInt8] = []

  /// Elements whose content is no text for people.
  private static let rawElements: Set<String> = ["script", "style", "iframe"]

  /// Attributes whose value is an address.
  private static let addressAttributes: Set<String> = [
    "href", "src", "action", "formaction", "data", "poster", "cite", "background", "ping", "srcset",
    "xlink:href", "manifest",
  ]

  /// Goes over text of the template.
  mutating func pass(_ text: some Sequence<UInt8>) {
    for byte in text { step(byte) }
  }

  /// Returns why a value must not stand here, or nil.
  mutating func objection(toAddress isAddress: Bool) -> String? {
    switch state {
    case .text, .comment: return nil
    case .raw:
      return "stands in <\(name(element))>, where no value is safe: move it into the text"
    case .quoted:
      let attribute = name(attribute)
      if attribute.hasPrefix("on") || attribute == "style" || attribute == "srcdoc" {
        return "stands in the attribute \(attribute), which is code: use another attribute"
      }
      let isStart = valueIsEmpty
      valueIsEmpty = false
      if Self.addressAttributes.contains(attribute), isStart, !isAddress {
        return
          "begins an address in the attribute \(attribute): only a value that is an address, such "
          + "as {{url}}, may do so"
      }
      return nil
    case .unquoted, .beforeValue:
      return "stands in an attribute without quotation marks: write \(name(attribute))=\"…\""
    default:
      return "stands inside a tag of the page: move it into the text or a quoted attribute"
    }
  }

  private func name(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func step(_ byte: UInt8) {
    let isBlank = [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte)
    let isEnd = byte == UInt8(ascii: ">")
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { state = .tagStart }
    case .tagStart:
      element = []
      if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        (state, tail) = (byte == UInt8(ascii: "!") ? .bang : .declaration, [])
      } else if byte == UInt8(ascii: "/") {
        state = .endTag
      } else if Self.isLetter(byte) {
        element = [Self.lower(byte)]
        state = .tagName
      } else if byte != UInt8(ascii: "<") {
        state = .text
      }
    case .tagName:
      if isEnd {
        close()
      } else if isBlank || byte == UInt8(ascii: "/") {
        state = .inTag
      } else if element.count < 64 {
        element.append(Self.lower(byte))
      }
    case .endTag:
      element = []
      if isEnd { state = .text } else if isBlank { state = .inTag }
    case .inTag, .afterName:
      if isEnd {
        close()
      } else if byte == UInt8(ascii: "="), case .afterName = state {
        (state, valueIsEmpty) = (.beforeValue, true)
      } else if !isBlank, byte != UInt8(ascii: "/") {
        attribute = [Self.lower(byte)]
        state = .attributeName
      }
    case .attributeName:
      if isEnd {
        close()
      } else if byte == UInt8(ascii: "=") {
        (state, valueIsEmpty) = (.beforeValue, true)
      } else if isBlank {
        state = .afterName
      } else if byte == UInt8(ascii: "/") {
        state = .inTag
      } else if attribute.count < 64 {
        attribute.append(Self.lower(byte))
      }
    case .beforeValue:
      if isEnd {
        close()
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .quoted(byte)
      } else if !isBlank {
        state = .unquoted
      }
    case .quoted(let mark):
      if byte == mark { state = .inTag } else if !isBlank { valueIsEmpty = false }
    case .unquoted:
      if isEnd { close() } else if isBlank { state = .inTag }
    case .bang:
      tail.append(byte)
      if tail == [0x2D, 0x2D] {
        state = .comment
      } else if isEnd {
        state = .text
      } else if tail != [0x2D] {
        state = .declaration
      }
    case .comment:
      keepTail(byte, 3)
      if tail == Array("-->".utf8) { state = .text }
    case .declaration:
      if isEnd { state = .text }
    case .raw:
      keepTail(Self.lower(byte), element.count + 2)
      if tail == Array("</".utf8) + element { state = .endTag }
    }
  }

  /// The tag ends; what follows is text, or the content of an element that is none.
  private mutating func close() {
    state = Self.rawElements.contains(name(element)) ? .raw : .text
    tail = []
  }

  private mutating func keepTail(_ byte: UInt8, _ count: Int) {
    tail.append(byte)
    if tail.count > count { tail.removeFirst() }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lower(byte)) }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
