internal import AktsamText

/// Builds the tree of a page of HTML, as far as it matters to what is read together.
///
/// A small part of what the HTML standard prescribes for browsers: which elements end where. Text
/// is never moved or dropped.
struct HTMLBuilder {
  /// An open element.
  struct Open {
    var name: String
    var traits: HTMLElement
    /// Whether its end tag came while an element inside it was still open: it ends with that.
    var hasEnded = false
  }

  var xml: XMLBuilder
  var tokenizer: HTMLTokenizer
  let bytes: [UInt8]
  /// Whether the page is meant as XML, so that `<title/>` is an empty element.
  var isXML: Bool
  var stack: [Open] = []
  var hasBody = false
  var repairs = 0
  var firstRepair = 0..<0

  init(_ source: SourceFile, limits: XMLLimits, separators: Set<String>) {
    xml = XMLBuilder(source: source, limits: limits, separators: separators)
    xml.reserve()
    bytes = source.bytes
    tokenizer = HTMLTokenizer(bytes, maxAttributes: limits.maxAttributes)
    isXML = bytes.drop { $0 >= 0x80 || $0 <= 0x20 }.starts(with: Array("<?xml".utf8))
  }

  /// Reads the page.
  mutating func readAll() {
    guard bytes.count <= xml.limits.maxBytes else {
      return xml.halt(limit: "maxBytes", xml.limits.maxBytes, at: 0..<0)
    }
    var index = xml.cursor
    while index < bytes.count, !xml.isHalted {
      guard bytes[index] == UInt8(ascii: "<") else {
        var end = index
        while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
        text(index..<end, hasReferences: true)
        index = end
        continue
      }
      switch tokenizer.token(at: index) {
      case .tag(let tag):
        index = tag.range.upperBound
        if tag.isEnd { endTag(tag) } else { startTag(tag, next: &index) }
      case .skipped(let end, let isOpen):
        if isOpen { repair(index..<end) }
        index = max(end, index + 1)
        xml.cursor = index
      case .text(let range, let end):
        xml.cursor = range.lowerBound
        text(range, hasReferences: false)
        index = end
        xml.cursor = end
      case .sign:
        text(index..<(index + 1), hasReferences: false)
        index += 1
      }
    }
    if !xml.isHalted { xml.stopped = bytes.count }
  }

  /// Closes what is open and hands the document over.
  consuming func finish() -> XMLDocument {
    if !xml.isHalted {
      closeAll(from: 0, at: bytes.count..<bytes.count)
      if repairs > 0 {
        xml.add(Messages.htmlRepairRule, .note, Messages.htmlRepairs(repairs), at: firstRepair)
      }
      if xml.root == nil { xml.add(Messages.notWellFormedRule, .error, Messages.empty, at: 0..<0) }
    }
    return xml.document(isWellFormed: xml.root != nil)
  }

  /// Notes that something had to be guessed.
  mutating func repair(_ range: Range<Int>) {
    if repairs == 0 { firstRepair = range }
    repairs += 1
  }
}

// MARK: - Text and attributes

extension HTMLBuilder {
  mutating func text(_ range: Range<Int>, hasReferences: Bool) {
    xml.cursor = range.lowerBound
    if stack.isEmpty || stack.last?.name == "head",
      !bytes[range].allSatisfy({ $0 <= 0x20 })
    {
      ensureRoot(at: range.lowerBound)
      closeHead(at: range.lowerBound..<range.lowerBound)
    }
    guard !stack.isEmpty, xml.hasRoom(for: range.count) else { return }
    xml.openText(at: range.lowerBound)
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "&"), hasReferences,
        let reference = HTMLReferences.reference(
          at: index, in: bytes, end: range.upperBound, isAttribute: false)
      else {
        index += 1
        continue
      }
      xml.appendPlain(index - start)
      let decoded = Array(String(Character(reference.scalar)).utf8)
      decoded.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        xml.appendAtomic(base, buffer.count, source: reference.end - index)
      }
      index = reference.end
      start = index
    }
    xml.appendPlain(range.upperBound - start)
  }

  mutating func appendAttributes(of tag: HTMLTokenizer.Tag, to node: Int) {
    guard !tag.attributes.isEmpty else { return }
    let first = Int32(truncatingIfNeeded: xml.attributes.count)
    for attribute in tag.attributes {
      guard attribute.value.count <= xml.limits.maxAttributeBytes else {
        xml.halt(limit: "maxAttributeBytes", xml.limits.maxAttributeBytes, at: attribute.value)
        return
      }
      let start = xml.attributeText.count
      var index = attribute.value.lowerBound
      while index < attribute.value.upperBound {
        if bytes[index] == UInt8(ascii: "&"),
          let reference = HTMLReferences.reference(
            at: index, in: bytes, end: attribute.value.upperBound, isAttribute: true)
        {
          xml.attributeText.append(contentsOf: String(Character(reference.scalar)).utf8)
          index = reference.end
        } else {
          xml.attributeText.append(bytes[index])
          index += 1
        }
      }
      guard xml.attributeText.count <= 1 << 30 else {
        xml.halt(limit: "maxBytes", xml.limits.maxBytes, at: attribute.value)
        return
      }
      let name = String(decoding: bytes[attribute.name], as: UTF8.self).lowercased()
      xml.attributes.append(
        XMLAttribute(
          name: xml.nameID(
            name == "xml:lang"
              ? XMLName(namespace: "http://www.w3.org/XML/1998/namespace", local: "lang")
              : XMLName(local: name)),
          value: Int32(start)..<Int32(xml.attributeText.count),
          source: Int32(attribute.value.lowerBound)..<Int32(attribute.value.upperBound)))
    }
    xml.nodes[node].attributes = first..<Int32(xml.attributes.count)
  }
}
