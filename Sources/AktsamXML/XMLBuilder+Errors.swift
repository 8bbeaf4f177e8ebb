internal import AktsamText
internal import CLibXML2

extension XMLBuilder {
  /// Takes an error of libxml2: the first that makes the document not well-formed, schema
  /// violations, and undeclared prefixes become findings, all else is dropped.
  mutating func report(_ error: xmlError) {
    guard !isHalted else { return }
    switch xmlErrorDomain(UInt32(bitPattern: error.domain)) {
    case XML_FROM_SCHEMASV: reportViolation(error)
    case XML_FROM_NAMESPACE: reportNamespace(error)
    case XML_FROM_IO, XML_FROM_SCHEMASP, XML_FROM_CATALOG, XML_FROM_VALID: break
    default:
      if error.level == XML_ERR_FATAL { reportFatal(error) }
    }
  }

  private mutating func reportFatal(_ error: xmlError) {
    guard !isBroken else { return }
    isBroken = true
    let code = Int(error.code)
    let end = offset
    // The parser reads on and still calls back for text: nothing of that is wanted. It is not
    // stopped, since it doesn't expect its input to vanish inside its own error handling. It only
    // takes its input for read, and ends where it looks next: until then it would go on making
    // errors, each with a copy of all that a comment holds so far.
    isHalted = true
    context?.pointee.instate = XML_PARSER_EOF
    stopped = end
    var place = end..<end
    var message = Messages.notWellFormed(code: code, detail: Self.text(error.message))
    switch xmlParserErrors(UInt32(bitPattern: error.code)) {
    case XML_ERR_UNDECLARED_ENTITY:
      place = reference(from: UInt8(ascii: "&"))
      let name = bytes[place].dropFirst().prefix { $0 != UInt8(ascii: ";") }
      message = Messages.undeclaredEntity(String(decoding: name, as: UTF8.self))
    case XML_ERR_TAG_NAME_MISMATCH:
      if let (element, line) = innermost {
        message = Messages.wrongEndTag(element, line: line)
        place = min(cursor, end)..<end
      }
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED, XML_ERR_GT_REQUIRED:
      if end >= bytes.count, let (element, line) = innermost {
        message = Messages.notClosed(element, line: line)
      }
    case XML_ERR_NAME_REQUIRED:
      if end > 0, bytes[end - 1] == UInt8(ascii: "&") {
        place = (end - 1)..<end
        message = Messages.bareAmpersand
      }
    default: break
    }
    add(Messages.notWellFormedRule, .error, message, at: place)
  }

  private mutating func reportNamespace(_ error: xmlError) {
    // Warnings are about relative namespace names and the like: nothing that changes the reading.
    guard error.level != XML_ERR_WARNING, findings.count < 1000 else { return }
    let end = offset
    let prefix = xmlParserErrors(UInt32(bitPattern: error.code)) == XML_NS_ERR_UNDEFINED_NAMESPACE
    let message = Messages.undeclaredPrefix(prefix ? Self.text(error.str1) : "")
    add(Messages.notWellFormedRule, .warning, message, at: min(cursor, end)..<end)
  }

  private mutating func reportViolation(_ error: xmlError) {
    guard schemaFindings <= limits.maxSchemaFindings else { return }
    schemaFindings += 1
    let place: Range<Int>
    let element: String
    if current >= 0, Int(current) < nodes.count {
      let node = nodes[Int(current)]
      place = startTag(in: bytes, from: Int(node.source.lowerBound))
      element = path(of: current)
    } else {
      place = cursor..<cursor
      element = ""
    }
    let message =
      schemaFindings > limits.maxSchemaFindings
      ? Messages.schemaLimit(limits.maxSchemaFindings)
      : Messages.schemaViolation(schemaName, Self.text(error.message))
    findings.append(
      Finding(
        rule: Messages.schemaRule, severity: .error, message: message,
        place: Place(in: source, segments: [place], lines: lines, element: element)))
  }

  /// The local name of the innermost open element and its line.
  private var innermost: (String, Int)? {
    guard let node = open.last else { return nil }
    let name = Int(nodes[Int(node)].name)
    return (names[name].local, lines.line(at: Int(nodes[Int(node)].source.lowerBound)))
  }

  /// Notes the document type.
  mutating func documentType(_ name: XMLString, isExternal: Bool) {
    guard !isHalted else { return }
    let name = String(decodingCString: name, as: UTF8.self)
    let end = offset
    // The parser stands behind the name and the identifiers; look back for the declaration.
    var start = end
    while start > cursor, bytes[start - 1] != UInt8(ascii: "<") { start -= 1 }
    add(
      Messages.doctypeRule, .note, Messages.doctype(name, isExternal: isExternal),
      at: max(start - 1, 0)..<end)
  }

  /// Makes a message of libxml2 one of ours in form: one line, lower case, no full stop.
  static func text(_ string: UnsafePointer<CChar>?) -> String {
    guard let string else { return "" }
    let words = String(cString: string).split { $0.isWhitespace }
    var text = words.joined(separator: " ")
    while text.last == "." || text.last == " " { text.removeLast() }
    guard let first = text.first, text.dropFirst().first?.isUppercase != true else { return text }
    return first.lowercased() + text.dropFirst()
  }
}
