import AktsamText
import AktsamXML

/// One XML file of a survey: the form, the answers, or both.
///
/// Form and answers may stand in different files. Then both are parts of one document, and a part
/// knows what to add to its offsets.
struct SurveyPart {
  /// The file.
  let xml: XMLDocument
  private let text: Int
  private let element: Int32
  private let source: Int

  /// Creates the part that a document was made of.
  init(_ xml: XMLDocument) {
    self.xml = xml
    text = 0
    element = 0
    source = 0
  }

  /// Creates a further part, adding its text to the document.
  init(_ xml: XMLDocument, addedTo document: inout Document) {
    self.xml = xml
    let offsets = document.append(xml)
    text = offsets.text
    element = offsets.element
    source = document.furtherParts.last?.base ?? 0
    document.isComplete = document.isComplete && xml.isWellFormed
  }

  /// Returns the byte range of the document's text that a node covers.
  func range(of node: Int) -> Range<Int> {
    let range = xml.textRange(of: node)
    return range.lowerBound + text..<range.upperBound + text
  }

  /// Returns the index of a node's element in the document.
  func element(of node: Int) -> Int32 {
    let own = xml.nodes[node].element
    return own < 0 ? own : own + element
  }

  /// Appends the value of an attribute to the document's text, traced to its bytes.
  ///
  /// - Parameters:
  ///   - index: an index into the attributes of the file.
  ///   - document: the document that the part belongs to.
  /// - Returns: the byte range of the document's text that the value now takes.
  func append(attribute index: Int, to document: inout Document) -> Range<Int> {
    let attribute = xml.attributes[index]
    let value = Array(
      xml.attributeText[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)])
    let start = document.text.count
    var copy = AttributeCopy(
      value: value, bytes: xml.source.bytes, cursor: Int(attribute.source.lowerBound),
      end: Int(attribute.source.upperBound))
    copy.trace(base: source, text: start, into: &document.runs)
    document.text += value
    return start..<document.text.count
  }
}

/// Finds which bytes of the source each stretch of an attribute's value was read from.
private struct AttributeCopy {
  let value: [UInt8]
  let bytes: [UInt8]
  var cursor: Int
  let end: Int
  private var done = 0

  init(value: [UInt8], bytes: [UInt8], cursor: Int, end: Int) {
    self.value = value
    self.bytes = bytes
    self.cursor = cursor
    self.end = min(end, bytes.count)
  }

  /// Adds the runs. What is not a plain copy or a known reference is traced to all that is left.
  mutating func trace(base: Int, text: Int, into runs: inout [TextRun]) {
    func add(_ length: Int, _ sourceLength: Int) {
      addRun(
        text: text + done, length: length, source: base + cursor, sourceLength: sourceLength,
        isCopy: false, to: &runs)
      done += length
      cursor += sourceLength
    }
    while done < value.count {
      let same = plainLength()
      if same > 0 {
        addRun(
          text: text + done, length: same, source: base + cursor, sourceLength: same, isCopy: true,
          to: &runs)
        done += same
        cursor += same
      } else if cursor < end, bytes[cursor] == UInt8(ascii: "&"), let length = referenceLength() {
        add(min(scalarLength(value[done]), value.count - done), length)
      } else if cursor + 1 < end, bytes[cursor] == 0x0D, bytes[cursor + 1] == 0x0A,
        value[done] == 0x20
      {
        add(1, 2)
      } else {
        add(value.count - done, max(end - cursor, 0))
      }
    }
  }

  /// How many bytes are the same from here on; a line end or a tab is read as a space.
  private func plainLength() -> Int {
    var length = 0
    while done + length < value.count, cursor + length < end {
      let byte = bytes[cursor + length]
      if byte == 0x0D, cursor + length + 1 < end, bytes[cursor + length + 1] == 0x0A { break }
      guard byte != UInt8(ascii: "&"),
        byte == value[done + length] || (byte < 0x20 && value[done + length] == 0x20)
      else { break }
      length += 1
    }
    return length
  }

  /// The length of a character reference or one of XML's own entities; nil for any other.
  private func referenceLength() -> Int? {
    let limit = min(end, cursor + 12)
    guard let close = bytes[cursor..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(cursor + 1)..<close], as: UTF8.self)
    guard name.hasPrefix("#") || ["amp", "lt", "gt", "quot", "apos"].contains(name) else {
      return nil
    }
    return close + 1 - cursor
  }

  private func scalarLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}

/// Adds a run. One that is no copy is kept from looking like one when both lengths are equal.
private func addRun(
  text: Int, length: Int, source: Int, sourceLength: Int, isCopy: Bool, to runs: inout [TextRun]
) {
  guard length > 0 else { return }
  let first = !isCopy && length == sourceLength && length > 1 ? 1 : length
  runs.append(
    TextRun(text: text, textLength: first, source: source, sourceLength: sourceLength))
  if first < length {
    runs.append(
      TextRun(
        text: text + first, textLength: length - first, source: source, sourceLength: sourceLength)
    )
  }
}

extension Document {
  /// Appends what a stretch of text stands for, such as the label of an answer's code; all of it is
  /// traced to all of that stretch.
  ///
  /// - Parameters:
  ///   - string: the text.
  ///   - range: the byte range of ``text`` that it stands for.
  /// - Returns: the byte range of ``text`` that the string now takes; the stretch itself when
  ///   labels have made the text so long that offsets would soon not fit.
  mutating func append(_ string: String, standingFor range: Range<Int>) -> Range<Int> {
    guard text.count < 1 << 30 else { return range }
    let segments = sourceRanges(of: range, in: runs)
    let start = text.count
    let source = segments.first?.lowerBound ?? 0
    addRun(
      text: start, length: string.utf8.count, source: source,
      sourceLength: (segments.last?.upperBound ?? source) - source, isCopy: false, to: &runs)
    text += string.utf8
    return start..<text.count
  }

  /// Appends a copy of a stretch of text, traced to the same bytes.
  mutating func append(copyOf range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
    guard !range.isEmpty else { return }
    let shift = text.count - range.lowerBound
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) + Int(runs[middle].textLength) <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var copies: [TextRun] = []
    while low < runs.count, Int(runs[low].text) < range.upperBound {
      let run = runs[low]
      low += 1
      let start = max(Int(run.text), range.lowerBound)
      let end = min(Int(run.text) + Int(run.textLength), range.upperBound)
      let offset = run.isPlain ? start - Int(run.text) : 0
      addRun(
        text: start + shift, length: end - start, source: Int(run.source) + offset,
        sourceLength: run.isPlain ? end - start : Int(run.sourceLength), isCopy: run.isPlain,
        to: &copies)
    }
    runs += copies
    text += Array(text[range])
  }
}
