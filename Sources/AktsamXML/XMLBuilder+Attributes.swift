internal import AktsamText
internal import CLibXML2

/// An attribute as it is written in a start tag: byte ranges of the source.
struct RawAttribute {
  var name: Range<Int>
  var value: Range<Int>
}

extension XMLBuilder {
  /// Counts an attribute that the document type declares.
  ///
  /// libxml2 compares each attribute that has a default value with every other of its element, and
  /// ``overloadedTag(in:limit:)`` sees only those that are written in tags.
  mutating func declareAttribute(of element: XMLString) {
    guard !isHalted else { return }
    let name = String(cString: element)
    declaredAttributes[name, default: 0] += 1
    if let count = declaredAttributes[name], count > limits.maxAttributes {
      halt(limit: "maxAttributes", limits.maxAttributes, at: cursor..<offset)
    }
  }

  /// Appends the attributes of a start tag.
  ///
  /// libxml2 gives a value as a slice of its input where nothing had to be decoded; all others
  /// are decoded here from the source, since libxml2 leaves `&amp;` and entities in them.
  ///
  /// - Parameters:
  ///   - values: five pointers an attribute: local name, prefix, namespace, value, end of value.
  ///   - count: the number of attributes.
  ///   - defaulted: how many of them, at the end, come from the document type.
  ///   - tag: the byte range of the start tag.
  mutating func appendAttributes(
    _ values: UnsafeMutablePointer<XMLString?>, count: Int, defaulted: Int, tag: Range<Int>
  ) {
    tagAttributes.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let entry = values + index * 5
      guard let local = entry[0], let start = entry[3], let end = entry[4] else { continue }
      let valueStart = attributeText.count
      let source: Range<Int>
      if index >= count - defaulted {
        // A line in the document type can give every element a thousand attributes.
        source = tag.lowerBound..<tag.lowerBound
        countExpansion(1 + max(end - start, 0), at: source)
        guard !isHalted else { return }
        decode(UnsafeBufferPointer(start: start, count: max(end - start, 0)), at: source)
      } else if let direct = directRange(start, end) {
        source = direct
        append(direct)
      } else {
        if tagAttributes.isEmpty { scanAttributes(of: tag) }
        guard let raw = rawAttribute(index, local: local, prefix: entry[1]) else { continue }
        source = raw.value
        let bytes = bytes
        bytes.withUnsafeBufferPointer {
          decode(UnsafeBufferPointer(rebasing: $0[raw.value]), at: raw.value)
        }
      }
      guard attributeText.count - valueStart <= limits.maxAttributeBytes else {
        halt(limit: "maxAttributeBytes", limits.maxAttributeBytes, at: source)
        return
      }
      guard attributeText.count <= 1 << 30 else {
        halt(limit: "maxBytes", limits.maxBytes, at: source)
        return
      }
      attributes.append(
        XMLAttribute(
          name: nameID(local, entry[2]),
          value: Int32(valueStart)..<Int32(attributeText.count),
          source: Int32(source.lowerBound)..<Int32(source.upperBound)))
    }
  }

  /// Returns the byte range of a value that is a slice of the parser's input, or nil.
  private func directRange(_ start: XMLString, _ end: XMLString) -> Range<Int>? {
    guard let input = context?.pointee.input, let base = input.pointee.base,
      let limit = input.pointee.end, start >= base, start <= end, end <= limit
    else { return nil }
    let consumed = Int(truncatingIfNeeded: input.pointee.consumed)
    let lower = consumed + (start - base)
    let upper = consumed + (end - base)
    guard lower > 0, upper < bytes.count, bytes[lower - 1] == bytes[upper] else { return nil }
    return lower..<upper
  }

  private mutating func append(_ range: Range<Int>) {
    let bytes = bytes
    bytes.withUnsafeBufferPointer {
      attributeText.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Finds the attributes of a start tag, namespace declarations left out.
  private mutating func scanAttributes(of tag: Range<Int>) {
    func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    let xmlns = Array("xmlns".utf8)
    var index = tag.lowerBound
    let end = min(tag.upperBound, bytes.count)
    while index < end, !isBlank(bytes[index]) { index += 1 }
    while index < end {
      while index < end, isBlank(bytes[index]) { index += 1 }
      let nameStart = index
      while index < end, bytes[index] != UInt8(ascii: "="), !isBlank(bytes[index]) { index += 1 }
      let name = nameStart..<index
      while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") {
        index += 1
      }
      guard index < end else { return }
      let quote = bytes[index]
      index += 1
      let valueStart = index
      while index < end, bytes[index] != quote { index += 1 }
      let value = valueStart..<index
      index += 1
      let isDeclaration =
        bytes[name].starts(with: xmlns)
        && (name.count == xmlns.count || bytes[name.lowerBound + xmlns.count] == 0x3A)
      if !isDeclaration { tagAttributes.append(RawAttribute(name: name, value: value)) }
    }
  }

  /// Returns an attribute of the scanned tag: the one at the same place, or else by its name.
  private func rawAttribute(_ index: Int, local: XMLString, prefix: XMLString?) -> RawAttribute? {
    func isNamed(_ raw: RawAttribute) -> Bool {
      var position = raw.name.lowerBound
      func consume(_ string: XMLString) -> Bool {
        var character = string
        while character.pointee != 0 {
          guard position < raw.name.upperBound, bytes[position] == character.pointee else {
            return false
          }
          position += 1
          character += 1
        }
        return true
      }
      if let prefix {
        guard consume(prefix), position < raw.name.upperBound, bytes[position] == 0x3A else {
          return false
        }
        position += 1
      }
      return consume(local) && position == raw.name.upperBound
    }
    if index < tagAttributes.count, isNamed(tagAttributes[index]) { return tagAttributes[index] }
    return tagAttributes.first(where: isNamed)
  }

  /// Decodes an attribute's value as XML 1.0, 3.3.3 says for the type CDATA: each white space
  /// character becomes a space, references are replaced.
  private mutating func decode(_ value: UnsafeBufferPointer<UInt8>, at source: Range<Int>) {
    var index = 0
    while index < value.count {
      let byte = value[index]
      switch byte {
      case 0x0D:
        attributeText.append(0x20)
        index += index + 1 < value.count && value[index + 1] == 0x0A ? 2 : 1
      case 0x09, 0x0A:
        attributeText.append(0x20)
        index += 1
      case UInt8(ascii: "&"):
        var close = index + 1
        while close < value.count, value[close] != UInt8(ascii: ";") { close += 1 }
        let name = UnsafeBufferPointer(rebasing: value[(index + 1)..<close])
        if let scalar = characterReference(name) {
          attributeText.append(contentsOf: Array(String(Character(scalar)).utf8))
        } else {
          let name = String(decoding: name, as: UTF8.self)
          let at = source.isEmpty ? source : (source.lowerBound + index)..<source.upperBound
          attributeText.append(
            contentsOf: expansion(of: name, at: at).map { $0 < 0x20 ? 0x20 : $0 })
        }
        index = close + 1
      default:
        attributeText.append(byte)
        index += 1
      }
      guard !isHalted else { return }
    }
  }
}
