import AktsamTestSupport
import AktsamText
import AktsamXML
import Testing

@Suite struct MalformedTests {
  @Test(arguments: [
    ("", "the document is empty", 1, 1),
    ("  ", "not well-formed: there is no element", 1, 3),
    (
      "<a>\n<b>", "not well-formed: the input ends before the element \"b\" of line 2 is closed", 2,
      4
    ),
    (
      "<a>\n<b></a>",
      "not well-formed: the end tag is not that of the open element \"b\" of line 2", 2, 4
    ),
    ("<a>x & y</a>", "not well-formed: a \"&\" that stands for itself is written \"&amp;\"", 1, 6),
    ("<a k='<'/>", "not well-formed: the value of an attribute holds \"<\"", 1, 7),
    ("<a k=v/>", "not well-formed: the value of an attribute has no quotes", 1, 6),
    ("<a k='1' k='2'/>", "not well-formed: an attribute stands twice in the same tag", 1, 15),
    ("<a/>x", "not well-formed: something stands after the end of the root element", 1, 5),
    (
      "<a>\n<!-- x -- y -- z --><b></a>", "not well-formed: a comment holds \"--\"", 2, 8
    ),
    ("<a>\n\u{1}</a>", "not well-formed: a character is not allowed here", 2, 1),
  ])
  func theFirstErrorIsReportedOnce(text: String, message: String, line: Int, column: Int) {
    let document = parse(text)
    #expect(document.findings.map(\.message) == [message])
    #expect(document.rules == ["AK0101"])
    #expect(document.findings.first?.place?.line == line)
    #expect(document.findings.first?.place?.column == column)
    #expect(!document.isWellFormed)
  }

  @Test func whatWasReadBeforeTheErrorStays() {
    let document = parse("<a><b>text</b><c>more</d><e>lost</e></a>")
    #expect(document.string(of: 0) == "textmore")
    #expect(document.childElements(of: 0).map { document.local(of: $0) } == ["b", "c"])
    #expect(Int(document.nodes[0].end) == document.nodes.count)
    #expect(document.elements.count == 3)
  }

  /// A document with most of what markup there is.
  private static let everything = """
    \u{FEFF}<?xml version="1.0" encoding="utf-8"?>\r
    <!DOCTYPE a [<!ENTITY e 'x<b>y</b>'><!ENTITY % p SYSTEM 'p'>%p;<!ATTLIST a d CDATA '&e;'>]>
    <?pi data?><!-- c --><a k='å&amp;&e;' xmlns='urn:1' xmlns:p="urn:2">\r
     å&#229;&e;&nbsp;<![CDATA[ <c> ]]><p:b p:k="1"/><br/>text<!-- d -->text</a> <?end?>
    """

  private func check(_ document: XMLDocument) {
    for (index, node) in document.nodes.enumerated() {
      #expect(node.parent < Int32(index) && node.end > Int32(index))
      #expect(Int(node.end) <= document.nodes.count)
      #expect(Int(node.source.upperBound) <= document.source.bytes.count)
      _ = document.place(ofNode: index)
      _ = document.string(of: index)
      _ = document.place(ofText: document.textRange(of: index))
    }
    for index in document.attributes.indices { _ = document.place(ofAttribute: index) }
    for run in document.runs {
      #expect(Int(run.source + run.sourceLength) <= document.source.bytes.count)
    }
  }

  @Test func aDocumentCutAtEveryByteNeverTraps() {
    let bytes = Array(Self.everything.utf8)
    for length in 0...bytes.count {
      let source = SourceFile(path: "a.xml", bytes: Array(bytes.prefix(length)))
      let document = XMLReader.read(source, separators: ["br"])
      check(document)
      _ = XMLReader.root(of: source)
      // The last bytes are white space and an instruction that may be missing.
      if length < bytes.count - 12 {
        #expect(!document.isWellFormed && !document.findings.isEmpty, "length \(length)")
      }
    }
  }

  @Test func aDocumentWithOneByteChangedNeverTraps() {
    var random = SeededRandom(seed: 5)
    let bytes = Array(Self.everything.utf8)
    let pool = Array("<>&;'\"=/!?[]-% \r\n\0a#".utf8) + [0xFF, 0xC3]
    for index in bytes.indices {
      for _ in 0..<4 {
        var changed = bytes
        changed[index] = pool[random.below(pool.count)]
        check(XMLReader.read(SourceFile(path: "a.xml", bytes: changed)))
      }
    }
  }

  @Test func bytesThatLookLikeAnotherEncodingNeverTrap() {
    for head in [
      [0x3C, 0, 0x3F, 0], [0, 0x3C, 0, 0x3F], [0xFF, 0xFE, 0x3C, 0], [0, 0, 0, 0x3C],
    ] {
      let bytes = head.map { UInt8($0) } + Array("<a>x</a>".utf8)
      check(XMLReader.read(SourceFile(path: "a.xml", bytes: bytes)))
    }
  }
}
