internal import AktsamText
internal import CLibXML2
internal import Glibc

extension XMLBuilder {
  /// Appends a chunk of character data: libxml2 ends one at each reference, and where the text
  /// stops being a plain copy of the source.
  mutating func characters(_ chunk: XMLString, _ length: Int) {
    guard !isHalted, length >= 0 else { return }
    current = open.last ?? -1
    let end = offset
    guard hasRoom(for: length) else { return }
    openText(at: cursor)
    if cursor < end, bytes[cursor] == UInt8(ascii: "&") {
      // A reference is a chunk of its own.
      var close = cursor + 1
      while close < end, bytes[close] != UInt8(ascii: ";") { close += 1 }
      appendAtomic(chunk, length, source: min(close + 1, end) - cursor)
    } else if isCopy(chunk, length) {
      // The parser's own position is of no use here: it may still stand before the chunk.
      appendPlain(length)
    } else {
      appendMapped(chunk, length, end: end)
    }
  }

  /// Appends the content of a CDATA section.
  mutating func cdata(_ chunk: XMLString, _ length: Int) {
    guard !isHalted, length >= 0 else { return }
    current = open.last ?? -1
    let end = offset
    guard hasRoom(for: length) else { return }
    openText(at: cursor)
    let opening = "<![CDATA[".utf8.count
    let closing = "]]>".utf8.count
    cursor = min(cursor + opening, end)
    if end - closing - cursor == length, isCopy(chunk, length) {
      appendPlain(length)
    } else {
      appendMapped(chunk, length, end: max(cursor, end - closing))
    }
    cursor = min(max(cursor, end), bytes.count)
    textEnd = cursor
  }

  /// Puts a line break or a space into the text that stands nowhere in the source.
  mutating func appendSeparator(_ byte: UInt8) {
    guard hasRoom(for: 1) else { return }
    openText(at: cursor)
    runs.append(TextRun(text: text.count, textLength: 1, source: cursor, sourceLength: 0))
    text.append(byte)
    closeText()
  }

  /// Ends the text node, if one is open; one that nothing was added to is dropped.
  mutating func closeText() {
    guard textNode >= 0 else { return }
    let index = Int(textNode)
    textNode = -1
    let start = nodes[index].text.lowerBound
    guard Int(start) < text.count else {
      // Nothing was appended since, so it is the last node.
      nodes.removeLast()
      return
    }
    nodes[index].text = start..<Int32(truncatingIfNeeded: text.count)
    let source = nodes[index].source.lowerBound
    nodes[index].source = source..<max(source, Int32(truncatingIfNeeded: textEnd))
  }

  mutating func hasRoom(for length: Int) -> Bool {
    guard text.count + length <= limits.maxTextBytes else {
      halt(limit: "maxTextBytes", limits.maxTextBytes, at: cursor..<cursor)
      return false
    }
    return true
  }

  mutating func openText(at start: Int) {
    guard textNode < 0 else { return }
    let index = Int32(truncatingIfNeeded: nodes.count)
    let textStart = Int32(truncatingIfNeeded: text.count)
    let firstAttribute = Int32(truncatingIfNeeded: attributes.count)
    let parent = open.last ?? -1
    textNode = index
    textEnd = start
    nodes.append(
      XMLNode(
        kind: .text, name: -1, parent: parent, end: index + 1,
        element: parent < 0 ? -1 : nodes[Int(parent)].element,
        attributes: firstAttribute..<firstAttribute, text: textStart..<textStart,
        source: Int32(start)..<Int32(start)))
  }

  private func isCopy(_ chunk: XMLString, _ length: Int) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, cursor + length <= buffer.count else { return false }
      return memcmp(base + cursor, chunk, length) == 0
    }
  }

  /// Appends `length` bytes from the source at the cursor.
  mutating func appendPlain(_ length: Int) {
    guard length > 0 else { return }
    appendPlainRun(length)
    let end = cursor + length
    let bytes = bytes
    bytes.withUnsafeBufferPointer { buffer in
      text.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[cursor..<end]))
    }
    cursor = end
    textEnd = cursor
  }

  private mutating func appendPlainRun(_ length: Int) {
    let length32 = Int32(truncatingIfNeeded: length)
    if let last = runs.last, last.isPlain, Int(last.source + last.sourceLength) == cursor,
      Int(last.text + last.textLength) == text.count
    {
      runs[runs.count - 1].textLength += length32
      runs[runs.count - 1].sourceLength += length32
    } else {
      runs.append(
        TextRun(text: text.count, textLength: length, source: cursor, sourceLength: length))
    }
  }

  /// Appends text that all comes from all of the next `sourceLength` bytes of the source.
  mutating func appendAtomic(_ chunk: XMLString, _ length: Int, source sourceLength: Int) {
    if length > 0 {
      // Equal lengths would read as a plain copy: give the first byte a run of its own.
      let first = length == sourceLength && length > 1 ? 1 : length
      runs.append(
        TextRun(
          text: text.count, textLength: first, source: cursor, sourceLength: sourceLength))
      if first < length {
        runs.append(
          TextRun(
            text: text.count + first, textLength: length - first, source: cursor,
            sourceLength: sourceLength))
      }
      text.append(contentsOf: UnsafeBufferPointer(start: chunk, count: length))
    }
    cursor += sourceLength
    textEnd = cursor
  }

  /// Appends a chunk that differs from the source by its line ends: CR LF and CR are read as LF
  /// (XML 1.0, 2.11).
  private mutating func appendMapped(_ chunk: XMLString, _ length: Int, end: Int) {
    var done = 0
    while done < length {
      var same = 0
      while done + same < length, cursor + same < bytes.count,
        bytes[cursor + same] == chunk[done + same]
      {
        same += 1
      }
      appendPlain(same)
      done += same
      guard done < length else { return }
      guard cursor < bytes.count, bytes[cursor] == 0x0D, chunk[done] == 0x0A else {
        // Not a text that the source explains: keep it, traced to all that was read for it.
        appendAtomic(chunk + done, length - done, source: max(end - cursor, 0))
        return
      }
      if cursor + 1 < bytes.count, bytes[cursor + 1] == 0x0A {
        appendAtomic(chunk + done, 1, source: 2)
      } else {
        appendPlainRun(1)
        text.append(0x0A)
        cursor += 1
        textEnd = cursor
      }
      done += 1
    }
  }
}
