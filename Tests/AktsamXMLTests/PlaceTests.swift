import AktsamText
import AktsamXML
import Testing

@Suite struct PlaceTests {
  private func first(_ name: String, in document: XMLDocument) throws -> Int {
    let root = try #require(document.root)
    return document.local(of: root) == name
      ? root : try #require(document.descendants(of: root, named: name).first)
  }

  @Test func anElementRunsFromItsStartTagToItsEndTag() throws {
    let document = parse("<a>\n <b x='1'>å</b><c/>\n</a>")
    let place = document.place(ofNode: try first("b", in: document))
    #expect(place.segments.map { document.source($0) } == ["<b x='1'>å</b>"])
    #expect([place.line, place.column, place.endLine, place.endColumn] == [2, 2, 2, 16])
    #expect(place.element == "/a[1]/b[1]")
    let empty = document.sourceRange(of: try first("c", in: document))
    #expect(document.source(empty) == "<c/>")
    #expect(document.source(document.sourceRange(of: 0)) == "<a>\n <b x='1'>å</b><c/>\n</a>")
  }

  @Test func linesPast65535AreExact() throws {
    let lines = 70_000
    let document = parse("<a>" + String(repeating: "\n<b/>", count: lines) + "\n<c>å</c></a>")
    let node = try first("c", in: document)
    let place = document.place(ofText: document.textRange(of: node))
    #expect([place.line, place.column] == [lines + 2, 4])
    let last = document.place(ofNode: document.descendants(of: 0, named: "b")[lines - 1])
    #expect([last.line, last.column] == [lines + 1, 1])
    #expect(last.element == "/a[1]/b[\(lines)]")
  }

  @Test func columnsCountScalarsAfterMultiByteText() throws {
    let document = parse("<a>åäö€\u{1F600}<b>x</b></a>")
    let place = document.place(ofText: document.textRange(of: try first("b", in: document)))
    #expect([place.line, place.column, place.endColumn] == [1, 12, 13])
  }

  @Test func lineEndsAreReadAsLineFeeds() throws {
    let document = parse("<a>å\r\nb\rc\n\r\n</a>\r\n")
    #expect(document.wholeText == "å\nb\nc\n\n")
    #expect(document.sourceOfText(0) == "å\r\nb\rc\n\r\n")
    let place = document.place(ofText: 3..<4)
    #expect([place.line, place.column] == [2, 1])
    #expect(document.findings.isEmpty)
  }

  @Test func referencesAreTracedAsAWhole() {
    let document = parse("<a>x &amp; &#229;&#xE4; y</a>")
    #expect(document.wholeText == "x & åä y")
    #expect(document.sourceOfText(0) == "x &amp; &#229;&#xE4; y")
    let place = document.place(ofText: 4..<6)
    #expect(place.segments.map { document.source($0) } == ["&#229;"])
  }

  @Test func sectionsOfCharacterDataAreTracedInsideTheBrackets() {
    let document = parse("<a>x<![CDATA[<b>&amp;å\r\n]]>y<![CDATA[]]>z<![CDATA[w]]></a>")
    #expect(document.wholeText == "x<b>&amp;å\nyzw")
    #expect(document.sourceOfText(0) == "x|<b>&amp;å\r\n|y|z|w")
    #expect(document.nodes.count == 2)
  }

  @Test func commentsAndInstructionsDoNotMoveOffsets() throws {
    let document = parse("<!-- < --><?p <q?><a>x<!-- <b> -->y<?p q?>z<b/></a><!-- -->")
    #expect(document.wholeText == "xyz")
    #expect(document.sourceOfText(try #require(document.root)) == "x|y|z")
    #expect(document.source(document.sourceRange(of: try first("b", in: document))) == "<b/>")
    let kinds = document.nodes.map(\.kind)
    #expect(
      kinds == [
        .processingInstruction, .element, .text, .processingInstruction, .text, .element,
      ])
    #expect(document.source(document.sourceRange(of: 0)) == "<?p <q?>")
    #expect(document.source(document.sourceRange(of: 2)) == "x<!-- <b> -->y")
    #expect(document.source(document.sourceRange(of: 3)) == "<?p q?>")
    #expect(document.local(of: 3) == "p")
  }

  @Test func aByteOrderMarkAndADeclarationCountAsBytes() throws {
    let document = parse("\u{FEFF}<?xml version='1.0'?>\n<a><b/></a>")
    let node = try first("b", in: document)
    #expect(document.sourceRange(of: node) == 28..<32)
    #expect(document.place(ofNode: node).column == 4)
    #expect(document.source(document.sourceRange(of: 0)) == "<a><b/></a>")
  }

  @Test(arguments: ["iso-8859-1", "utf-16le", "utf-16be"])
  func otherEncodingsHaveOffsetsInTheDecodedText(encoding: String) throws {
    let text = "<?xml version='1.0' encoding='\(encoding)'?><a>å<b>ä</b></a>"
    let stored: [UInt8]
    switch encoding {
    case "utf-16le":
      stored = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf-16be":
      stored = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: stored = text.unicodeScalars.map { UInt8($0.value) }
    }
    let (source, findings) = TextDecoding.decode(stored, path: "a.xml")
    let document = XMLReader.read(source)
    #expect(findings.isEmpty && document.findings.isEmpty && document.isWellFormed)
    #expect(document.wholeText == "åä")
    let place = document.place(ofText: document.textRange(of: try first("b", in: document)))
    #expect(place.segments.map { document.source($0) } == ["ä"])
    #expect(document.source.encoding == encoding)
  }

  @Test func separatorsHaveNoSource() throws {
    let document = parse("<a>x<br/>y<tab/>z</a>", separators: ["br", "tab"])
    #expect(document.wholeText == "x\ny z")
    #expect(document.sourceOfText(0) == "x|y|z")
    let place = document.place(ofText: 1..<2)
    #expect(place.segments == [9..<9])
    #expect(document.textRange(of: try first("br", in: document)) == 1..<2)
  }

  @Test func textIsFoundInItsElement() throws {
    let document = parse("<a><b>xx</b><c/>yy<d>zz</d></a>")
    #expect(document.place(ofText: 0..<1).element == "/a[1]/b[1]")
    #expect(document.place(ofText: 2..<3).element == "/a[1]")
    #expect(document.place(ofText: 4..<6).element == "/a[1]/d[1]")
    #expect(document.place(ofText: 1..<5).element == "/a[1]")
  }

  @Test func whiteSpaceCollapses() {
    let document = parse("<a>\n  x\t y <b> z</b>\r\n</a>")
    #expect(document.string(of: 0) == "x y z")
  }
}
