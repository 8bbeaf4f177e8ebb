import AktsamText
import AktsamXML
import Testing

@Suite struct NameTests {
  @Test func namesAreExpanded() throws {
    let document = parse(
      "<p:a xmlns:p='urn:1' xmlns='urn:2' k='v' p:k='w'><b xmlns=''/><q:b xmlns:q='urn:1'/></p:a>")
    #expect(document.name(of: 0) == XMLName(namespace: "urn:1", local: "a"))
    #expect(
      document.childElements(of: 0).map { document.name(of: $0).description } == ["b", "{urn:1}b"])
    #expect(document.isElement(0, "urn:1", "a"))
    #expect(document.attribute("k", of: 0) == "v")
    #expect(document.attribute("k", namespace: "urn:1", of: 0) == "w")
    let id = document.nameID(namespace: "urn:1", local: "b")
    #expect(document.firstChild(of: 0, nameID: id) == document.childElements(of: 0).last)
    #expect(document.nameID(namespace: "urn:9", local: "b") == -1)
    #expect(document.nodes[0].attributes.count == 2)
  }

  @Test func siblingsAreCountedByName() {
    let document = parse("<a><x/><y><x/><x/></y><x/><y><x/></y></a>")
    let paths = document.nodes.map { document.elements.path(of: $0.element) }
    #expect(
      paths == [
        "/a[1]", "/a[1]/x[1]", "/a[1]/y[1]", "/a[1]/y[1]/x[1]", "/a[1]/y[1]/x[2]", "/a[1]/x[2]",
        "/a[1]/y[2]", "/a[1]/y[2]/x[1]",
      ])
  }

  @Test func childrenAreWalkedWithoutTheirDescendants() throws {
    let document = parse("<a>t<b><c/></b><b/>u</a>")
    #expect(document.children(of: 0).map { document.local(of: $0) } == ["", "b", "b", ""])
    #expect(document.childElements(of: 0, named: "b").count == 2)
    let inner = try #require(document.descendants(of: 0, named: "c").first)
    #expect(document.ancestor(of: inner, named: "a") == 0)
    #expect(document.parent(of: 0) == nil)
  }

  @Test func theRootIsFoundWithoutReadingOn() throws {
    let text =
      "<?xml version='1.0'?><!DOCTYPE a><!-- --><p:a xmlns:p='urn:1' v='2&amp;3'>" + "<broken"
    let source = SourceFile(path: "a.xml", bytes: Array(text.utf8))
    let root = try #require(XMLReader.root(of: source))
    #expect(root.name == XMLName(namespace: "urn:1", local: "a"))
    #expect(root.attributes == [XMLName(local: "v"): "2&3"])
    #expect(XMLReader.rootName(of: SourceFile(path: "a", bytes: Array("plain".utf8))) == nil)
    #expect(XMLReader.rootName(of: SourceFile(path: "a", bytes: [])) == nil)
  }

  @Test func aRootBehindALongPrologIsFound() {
    let text = "<!--" + String(repeating: "x", count: 100_000) + "--><a/>"
    let source = SourceFile(path: "a.xml", bytes: Array(text.utf8))
    #expect(XMLReader.rootName(of: source)?.local == "a")
  }

  @Test func anUndeclaredPrefixIsAFinding() {
    let document = parse("<a><p:b/></a>")
    #expect(document.rules == ["AK0101"])
    #expect(document.findings.first?.severity == .warning)
    #expect(document.isWellFormed)
  }
}
