import AktsamTestSupport
import AktsamText
import AktsamXML
import Testing

/// Random documents against what their maker knows about them.
@Suite struct PropertyTests {
  /// Reads the source of one run, independently of the reader.
  private func decode(_ source: ArraySlice<UInt8>) -> String {
    let written = String(decoding: source, as: UTF8.self)
    if written == "\r\n" || written == "\r" { return "\n" }
    guard written.first == "&", written.last == ";" else { return written }
    let name = written.dropFirst().dropLast()
    let known = ["amp": "&", "lt": "<", "gt": ">"]
    if let text = known[String(name)] { return text }
    if let entity = RandomDocument.entities.first(where: { $0.0 == name }) { return entity.1 }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? written
  }

  @Test(arguments: 0..<200)
  func everythingIsWhereItsMakerPutIt(seed: Int) throws {
    let made = RandomDocument(seed: UInt64(seed))
    let document = XMLReader.read(SourceFile(path: "r.xml", bytes: made.bytes))
    try #require(document.isWellFormed, "\(document.findings)")
    #expect(document.text == made.text)
    let nodes = document.nodes.indices.filter { document.nodes[$0].kind == .element }
    let elements = nodes.map { node in
      RandomDocument.Element(
        name: document.local(of: node), source: document.sourceRange(of: node),
        text: document.textRange(of: node),
        path: document.elements.path(of: document.nodes[node].element))
    }
    #expect(elements == made.elements)
    let attributes = document.attributes.map { attribute in
      RandomDocument.Attribute(
        name: document.names[Int(attribute.name)].local,
        value: Array(
          document.attributeText[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]),
        source: Int(attribute.source.lowerBound)..<Int(attribute.source.upperBound))
    }
    #expect(attributes == made.attributes)
  }

  @Test(arguments: 0..<200)
  func everyRunReadsAsItsSource(seed: Int) {
    let made = RandomDocument(seed: UInt64(seed))
    let document = XMLReader.read(SourceFile(path: "r.xml", bytes: made.bytes))
    var textEnd = 0
    var sourceEnd = 0
    var index = 0
    while index < document.runs.count {
      var run = document.runs[index]
      index += 1
      // Two runs over one source are one piece of text.
      if index < document.runs.count, document.runs[index].source == run.source {
        run.textLength += document.runs[index].textLength
        index += 1
      }
      #expect(Int(run.text) == textEnd && Int(run.source) >= sourceEnd)
      textEnd = Int(run.text + run.textLength)
      sourceEnd = Int(run.source + run.sourceLength)
      let text = document.text[Int(run.text)..<textEnd]
      let source = made.bytes[Int(run.source)..<sourceEnd]
      if run.textLength == run.sourceLength, source.first != UInt8(ascii: "&") {
        #expect(source.map { $0 == 0x0D ? 0x0A : $0 } == Array(text))
      } else if !source.starts(with: Array("&lt;".utf8)) || text.count == 1 {
        #expect(decode(source) == String(decoding: text, as: UTF8.self))
      }
    }
    #expect(textEnd == document.text.count)
  }

  @Test(arguments: 0..<50)
  func anyRangeOfTextIsTracedInOrder(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let made = RandomDocument(seed: UInt64(seed))
    let document = XMLReader.read(SourceFile(path: "r.xml", bytes: made.bytes))
    guard document.text.count > 1 else { return }
    for _ in 0..<100 {
      let start = random.below(document.text.count)
      let range = start..<(start + 1 + random.below(document.text.count - start))
      let ranges = sourceRanges(of: range, in: document.runs)
      #expect(!ranges.isEmpty)
      for (one, next) in zip(ranges, ranges.dropFirst()) {
        #expect(one.upperBound < next.lowerBound)
      }
      // Whole and piecewise must give the same bytes.
      var pieces = Set<Int>()
      for index in range {
        pieces.formUnion(
          sourceRanges(of: index..<(index + 1), in: document.runs).flatMap { Array($0) })
      }
      #expect(Set(ranges.flatMap { Array($0) }) == pieces)
      let place = document.place(ofText: range)
      #expect(place.segments == ranges)
      let holder = document.elements.path(
        of: document.nodes[document.element(ofText: range) ?? 0].element)
      #expect(place.element == holder)
    }
  }

  @Test func theSameInputGivesTheSameDocument() {
    for seed in 0..<20 {
      let source = SourceFile(path: "r.xml", bytes: RandomDocument(seed: UInt64(seed)).bytes)
      let one = XMLReader.read(source)
      let two = XMLReader.read(source)
      #expect(one.nodes == two.nodes)
      #expect(one.runs == two.runs)
      #expect(one.attributes == two.attributes)
      #expect(one.names == two.names)
      #expect(one.findings == two.findings)
    }
  }
}
