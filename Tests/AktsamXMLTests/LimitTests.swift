import AktsamText
import AktsamXML
import Testing

@Suite struct LimitTests {
  private func nested(_ depth: Int) -> String {
    String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
  }

  private func expectLimit(_ name: String, _ document: XMLDocument) {
    #expect(document.findings.last?.rule == "AK0102")
    #expect(document.findings.last?.message.contains("the limit \(name) ") == true)
    #expect(!document.isWellFormed)
  }

  @Test func depth() {
    #expect(parse(nested(256)).isWellFormed)
    let document = parse(nested(257))
    expectLimit("maxDepth", document)
    #expect(document.elements.count == 256)
    #expect(parse(nested(5000), limits: XMLLimits(maxDepth: 5000)).isWellFormed)
  }

  @Test func bytes() {
    #expect(parse("<a/>", limits: XMLLimits(maxBytes: 4)).isWellFormed)
    expectLimit("maxBytes", parse("<a/>", limits: XMLLimits(maxBytes: 3)))
  }

  @Test func elements() {
    let text = "<a><b/><b/></a>"
    #expect(parse(text, limits: XMLLimits(maxElements: 3)).isWellFormed)
    expectLimit("maxElements", parse(text, limits: XMLLimits(maxElements: 2)))
  }

  @Test func attributeBytes() {
    let text = "<a k='12345' l='&amp;&amp;&amp;&amp;&amp;'/>"
    #expect(parse(text, limits: XMLLimits(maxAttributeBytes: 5)).isWellFormed)
    expectLimit("maxAttributeBytes", parse(text, limits: XMLLimits(maxAttributeBytes: 4)))
  }

  @Test func attributes() {
    let text = "<a k='1' l='2'/>"
    #expect(parse(text, limits: XMLLimits(maxAttributes: 2)).isWellFormed)
    expectLimit("maxAttributes", parse(text, limits: XMLLimits(maxAttributes: 1)))
  }

  @Test func aTagOfManyAttributesIsNotEvenParsed() {
    for count in [1000, 1001, 200_000] {
      let tag = "<b " + (0..<count).map { "k\($0)='>'" }.joined(separator: " ") + "/>"
      let document = parse("<a>" + String(repeating: "x", count: 20_000) + "\(tag)</a>")
      #expect(document.isWellFormed == (count <= 1000))
      if count > 1000 { expectLimit("maxAttributes", document) }
    }
  }

  @Test func declaredAttributesOfOneElement() {
    for count in [1000, 1001, 50_000] {
      let names = (0..<count).map { "<!ATTLIST b k\($0) CDATA 'v'><!ATTLIST c\($0) k (v|w) 'v'>" }
      let document = parse("<!DOCTYPE a [\(names.joined())]><a><b/></a>")
      #expect(document.isWellFormed == (count <= 1000))
      #expect(document.attributes.count == (count <= 1000 ? 1000 : 0))
      if count > 1000 { expectLimit("maxAttributes", document) }
    }
  }

  @Test func namespaces() {
    let text = "<a xmlns:p='1'><b xmlns:q='2'/><c xmlns='3'/></a>"
    #expect(parse(text, limits: XMLLimits(maxNamespaces: 2)).isWellFormed)
    expectLimit("maxNamespaces", parse(text, limits: XMLLimits(maxNamespaces: 1)))
  }

  @Test func textBytes() {
    let text = "<a>123<b/>45</a>"
    #expect(parse(text, limits: XMLLimits(maxTextBytes: 5)).isWellFormed)
    expectLimit("maxTextBytes", parse(text, limits: XMLLimits(maxTextBytes: 4)))
  }

  @Test func attributesOfTheDocumentTypeCountAsExpansion() {
    let elements = String(repeating: "<b/>", count: 100)
    let text = "<!DOCTYPE a [<!ATTLIST b k CDATA '123456789'>]><a>\(elements)</a>"
    #expect(parse(text, limits: XMLLimits(maxExpansion: 1000)).attributes.count == 100)
    expectLimit("maxExpansion", parse(text, limits: XMLLimits(maxExpansion: 999)))
  }

  /// Each of these errors used to copy the comment as far as it was read.
  @Test(.timeLimit(.minutes(1))) func aCommentFullOfErrorsIsLeftAtTheFirst() {
    let document = parse("<a>b<!--\(String(repeating: "-- x ", count: 400_000))--></a>")
    #expect(document.findings.map(\.message) == ["not well-formed: a comment holds \"--\""])
    #expect(document.wholeText == "b")
  }

  @Test func largeTextsAndAttributesAreRead() {
    let long = String(repeating: "x", count: 11_000_000)
    #expect(parse("<a><!--\(long)--><![CDATA[\(long)]]>\(long)</a>").text.count == 22_000_000)
    expectLimit("maxAttributeBytes", parse("<a k='\(long)'/>"))
  }
}
