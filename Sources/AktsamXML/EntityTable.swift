internal import CLibXML2

/// The entities that a document declares, and what they expand to.
struct EntityTable {
  /// A declaration, as the document type makes it.
  enum Declaration {
    /// The replacement text: character references are replaced in it, entity references are not.
    case text([UInt8])
    /// Text that stands outside the document.
    case external
    /// Something that is not text.
    case unparsed
  }

  /// What a reference is replaced by.
  struct Expansion {
    var text: [UInt8] = []
    /// Whether tags were dropped.
    var hasMarkup = false
  }

  var declarations: [String: Declaration] = [:]
  var expansions: [String: Expansion] = [:]
  /// Names that a finding was made about already.
  var reported: Set<String> = []
  /// Bytes that all references have expanded to.
  var expandedBytes = 0
  /// Whether declarations may stand in a part that is not read, so that an undeclared entity is
  /// no error (XML 1.0, 4.1, "Entity Declared").
  var mayBeDeclaredElsewhere = false

  /// The objects handed to libxml2; freed by ``free()``.
  private var handed: [String: xmlEntityPtr] = [:]

  /// Returns an object that makes libxml2 report an entity as a piece of text.
  ///
  /// libxml2 takes the content of a *predefined* entity as it is and parses nothing inside it,
  /// which is why our own expansion is handed over as one.
  ///
  /// - Parameters:
  ///   - key: what to remember the object by.
  ///   - name: the entity's name.
  ///   - type: the entity type.
  ///   - content: the text; nil for an entity without any.
  /// - Returns: the object, which lives until ``free()``.
  mutating func object(
    key: String, name: String, type: xmlEntityType, content: [UInt8]?
  ) -> xmlEntityPtr {
    if let known = handed[key] { return known }
    let entity = xmlEntityPtr.allocate(capacity: 1)
    entity.initialize(to: xmlEntity())
    entity.pointee.type = XML_ENTITY_DECL
    entity.pointee.etype = type
    entity.pointee.name = UnsafePointer(Self.cString(Array(name.utf8)))
    if let content {
      entity.pointee.content = Self.cString(content)
      entity.pointee.length = Int32(truncatingIfNeeded: content.count)
    }
    handed[key] = entity
    return entity
  }

  /// Frees what ``object(key:name:type:content:)`` made.
  mutating func free() {
    for entity in handed.values {
      if let name = entity.pointee.name { UnsafeMutablePointer(mutating: name).deallocate() }
      entity.pointee.content?.deallocate()
      entity.deallocate()
    }
    handed = [:]
  }

  private static func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
    let pointer = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { (pointer + index).initialize(to: byte) }
    (pointer + bytes.count).initialize(to: 0)
    return pointer
  }
}

/// Returns the character that `#229` or `#xE5` means, or nil.
func characterReference(_ name: some Collection<UInt8>) -> Unicode.Scalar? {
  var digits = name.dropFirst()
  guard name.first == UInt8(ascii: "#"), !digits.isEmpty else { return nil }
  let isHexadecimal = digits.first == UInt8(ascii: "x")
  if isHexadecimal { digits = digits.dropFirst() }
  let radix: UInt32 = isHexadecimal ? 16 : 10
  var value: UInt32 = 0
  guard !digits.isEmpty else { return nil }
  for digit in digits {
    guard let number = Character(Unicode.Scalar(digit)).hexDigitValue, number < radix,
      value < 0x11_0000
    else { return nil }
    value = value * radix + UInt32(number)
  }
  return Unicode.Scalar(value)
}
