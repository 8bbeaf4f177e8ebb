internal import AktsamText
internal import CLibXML2

extension XMLBuilder {
  /// Notes a declaration of the document type; the first of a name is the one that counts.
  mutating func declare(_ name: XMLString, type: Int32, content: XMLString?) {
    guard !isHalted else { return }
    let name = String(decodingCString: name, as: UTF8.self)
    switch xmlEntityType(UInt32(bitPattern: type)) {
    case XML_INTERNAL_GENERAL_ENTITY:
      guard entities.declarations[name] == nil, let content else { return }
      let text = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
      entities.declarations[name] = .text(Array(text))
    case XML_EXTERNAL_GENERAL_PARSED_ENTITY:
      if entities.declarations[name] == nil { entities.declarations[name] = .external }
    case XML_EXTERNAL_GENERAL_UNPARSED_ENTITY:
      if entities.declarations[name] == nil { entities.declarations[name] = .unparsed }
    case XML_INTERNAL_PARAMETER_ENTITY, XML_EXTERNAL_PARAMETER_ENTITY:
      // With this set libxml2 skips a reference to one that it isn't given, as we want it to.
      context?.pointee.hasPErefs = 1
    default: break
    }
  }

  /// Answers the parser's question for a parameter entity: there is none.
  mutating func parameterEntity(_ name: XMLString) {
    guard !isHalted else { return }
    entities.mayBeDeclaredElsewhere = true
    let name = String(decodingCString: name, as: UTF8.self)
    guard entities.reported.insert("%\(name)").inserted else { return }
    let message = Messages.parameterEntity(name)
    add(Messages.externalRule, .warning, message, at: reference(from: UInt8(ascii: "%")))
  }

  /// Answers the parser's question for a general entity; nil makes the reference an error.
  mutating func entity(_ name: XMLString) -> xmlEntityPtr? {
    guard !isHalted, let context else { return nil }
    let key = String(decodingCString: name, as: UTF8.self)
    let isInAttribute = context.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE
    // After each declaration libxml2 asks for the entity that was just declared, to keep how it
    // was written. Others may be declared only later, so there is no answer yet.
    guard isInAttribute || context.pointee.inSubset == 0 else { return nil }
    switch entities.declarations[key] {
    case .unparsed:
      return entities.object(
        key: "!\(key)", name: key, type: XML_EXTERNAL_GENERAL_UNPARSED_ENTITY, content: nil)
    case .external where isInAttribute:
      return entities.object(
        key: "!\(key)", name: key, type: XML_EXTERNAL_GENERAL_PARSED_ENTITY, content: nil)
    case nil where HTMLEntities.scalar(named: key) == nil:
      return nil
    default: break
    }
    if isInAttribute {
      // The value itself is decoded from the source when the tag is complete. What the parser
      // makes of it matters to a schema only: there, one ASCII character is passed on exactly.
      let text = replacement(of: key, depth: 0, from: []).text
      guard !isHalted else { return nil }
      let isSimple = text.count == 1 && text.allSatisfy { $0 < 0x80 }
      return isSimple
        ? entities.object(
          key: "=\(key)", name: key, type: XML_INTERNAL_PREDEFINED_ENTITY, content: text)
        : entities.object(
          key: "&\(key)", name: key, type: XML_INTERNAL_GENERAL_ENTITY, content: nil)
    }
    let text = expansion(of: key, at: reference(from: UInt8(ascii: "&")))
    guard !isHalted else { return nil }
    return entities.object(
      key: "=\(key)", name: key, type: XML_INTERNAL_PREDEFINED_ENTITY, content: text)
  }

  /// Notes a reference to an entity that is not declared in the part that is read.
  mutating func unresolvedReference(_ name: XMLString) {
    guard !isHalted, let context else { return }
    let name = String(decodingCString: name, as: UTF8.self)
    let range = reference(from: UInt8(ascii: "&"))
    if context.pointee.instate != XML_PARSER_ATTRIBUTE_VALUE { cursor = offset }
    guard entities.reported.insert(name).inserted else { return }
    add(Messages.externalRule, .warning, Messages.unreadDeclaration(name), at: range)
  }

  /// Returns what a reference expands to, counts it against the limit and makes the findings.
  mutating func expansion(of name: String, at range: Range<Int>) -> [UInt8] {
    if let predefined = Self.predefined[name] { return [predefined] }
    let expansion = replacement(of: name, depth: 0, from: [])
    guard !isHalted else { return [] }
    let isUndeclared = entities.declarations[name] == nil
    // A character of HTML is never longer than its reference.
    if !isUndeclared { countExpansion(expansion.text.count, at: range) }
    guard !isHalted else { return [] }
    if isUndeclared, HTMLEntities.scalar(named: name) != nil, report(name) {
      add(Messages.entityRule, .note, Messages.htmlEntity(name), at: range)
    }
    if expansion.hasMarkup, report(name) {
      add(Messages.entityRule, .warning, Messages.entityMarkup(name), at: range)
    }
    return expansion.text
  }

  /// Counts bytes that the source does not hold against the limit.
  mutating func countExpansion(_ count: Int, at range: Range<Int>) {
    entities.expandedBytes += count
    if entities.expandedBytes > limits.maxExpansion {
      halt(limit: "maxExpansion", limits.maxExpansion, at: range)
    }
  }

  private mutating func report(_ name: String) -> Bool {
    entities.reported.insert(name).inserted
  }

  private static let predefined: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"),
    "quot": UInt8(ascii: "\""), "apos": UInt8(ascii: "'"),
  ]

  /// Returns the text of an entity, entities inside it expanded, tags dropped.
  private mutating func replacement(
    of name: String, depth: Int, from callers: [String]
  ) -> EntityTable.Expansion {
    if let known = entities.expansions[name] { return known }
    let here = reference(from: UInt8(ascii: "&"))
    var result = EntityTable.Expansion()
    switch entities.declarations[name] {
    case .text(let content):
      guard !callers.contains(name) else {
        fail(Messages.recursiveEntity(name), at: here)
        return result
      }
      guard depth < limits.maxEntityDepth else {
        halt(limit: "maxEntityDepth", limits.maxEntityDepth, at: here)
        return result
      }
      result = expand(content, depth: depth, from: callers + [name])
    case .external, .unparsed:
      if report(name) {
        add(Messages.externalRule, .warning, Messages.externalEntity(name), at: here)
      }
    case nil:
      if let scalar = HTMLEntities.scalar(named: name) {
        result.text = Array(String(Character(scalar)).utf8)
      } else if entities.mayBeDeclaredElsewhere || context?.pointee.hasExternalSubset == 1 {
        if report(name) {
          add(Messages.externalRule, .warning, Messages.unreadDeclaration(name), at: here)
        }
      } else {
        fail(Messages.undeclaredEntity(name), at: here)
      }
    }
    if !isHalted { entities.expansions[name] = result }
    return result
  }

  /// Reports the document as not well-formed and stops.
  private mutating func fail(_ message: String, at range: Range<Int>) {
    guard !isHalted, !isBroken else { return }
    isBroken = true
    add(Messages.notWellFormedRule, .error, message, at: range)
    stop()
  }

  private mutating func expand(
    _ content: [UInt8], depth: Int, from callers: [String]
  ) -> EntityTable.Expansion {
    var result = EntityTable.Expansion()
    var index = 0
    while index < content.count, !isHalted {
      switch content[index] {
      case UInt8(ascii: "&"):
        guard let close = content[index...].firstIndex(of: UInt8(ascii: ";")) else {
          fail(Messages.bareAmpersand, at: reference(from: UInt8(ascii: "&")))
          return result
        }
        let name = content[(index + 1)..<close]
        if let scalar = characterReference(name) {
          result.text.append(contentsOf: String(Character(scalar)).utf8)
        } else {
          let name = String(decoding: name, as: UTF8.self)
          if let predefined = Self.predefined[name] {
            result.text.append(predefined)
          } else {
            let inner = replacement(of: name, depth: depth + 1, from: callers)
            result.text.append(contentsOf: inner.text)
            result.hasMarkup = result.hasMarkup || inner.hasMarkup
          }
        }
        index = close + 1
      case UInt8(ascii: "<"):
        result.hasMarkup = true
        index = skipMarkup(content, from: index, into: &result.text)
      default:
        result.text.append(content[index])
        index += 1
      }
      guard result.text.count <= limits.maxExpansion else {
        halt(limit: "maxExpansion", limits.maxExpansion, at: reference(from: UInt8(ascii: "&")))
        break
      }
    }
    return result
  }

  /// Skips a tag, comment or instruction; keeps the text of a CDATA section.
  private func skipMarkup(_ content: [UInt8], from start: Int, into text: inout [UInt8]) -> Int {
    func isAt(_ string: StaticString, _ index: Int) -> Bool {
      let count = string.utf8CodeUnitCount
      guard index + count <= content.count else { return false }
      for step in 0..<count where content[index + step] != string.utf8Start[step] { return false }
      return true
    }
    func end(_ string: StaticString, from index: Int) -> Int {
      var index = index
      while index < content.count, !isAt(string, index) { index += 1 }
      return index
    }
    if isAt("<![CDATA[", start) {
      let close = end("]]>", from: start + 9)
      text.append(contentsOf: content[(start + 9)..<close])
      return close + 3
    }
    if isAt("<!--", start) { return end("-->", from: start + 4) + 3 }
    if isAt("<?", start) { return end("?>", from: start + 2) + 2 }
    return startTag(in: content, from: start).upperBound
  }

  /// Returns the range of the reference that the parser has just read.
  func reference(from sign: UInt8) -> Range<Int> {
    let end = offset
    var start = end
    while start > cursor, bytes[start - 1] != sign { start -= 1 }
    return max(start - 1, 0)..<end
  }
}
