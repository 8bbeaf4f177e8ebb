import AktsamText
import AktsamXML
import Testing

@Suite struct AttributeTests {
  @Test(arguments: [
    ("<a k='v'/>", "v", "v"), ("<a k = \"v>w\"/>", "v>w", "v>w"), ("<a k=''/>", "", ""),
    ("<a k='å €'/>", "å €", "å €"),
    ("<a k='&lt;&amp;&#229;&#xE4;&quot;'/>", "<&åä\"", "&lt;&amp;&#229;&#xE4;&quot;"),
    ("<a k='a\tb\nc\r\nd\re'/>", "a b c d e", "a\tb\nc\r\nd\re"), ("<a k='&#10;'/>", "\n", "&#10;"),
    ("<a xmlns='u' xmlns:p='å' k='é' />", "é", "é"), ("<a l='&amp;'\n k='&gt;'></a>", ">", "&gt;"),
    ("<!DOCTYPE a [<!ENTITY e 'x &#38;#38; y'>]><a k='1&e;2'/>", "1x & y2", "1&e;2"),
    ("<a k='&nbsp;'/>", "\u{A0}", "&nbsp;"),
  ])
  func valuesAreDecodedAndTraced(text: String, value: String, written: String) throws {
    let document = parse(text)
    let root = try #require(document.root)
    #expect(document.attribute("k", of: root) == value)
    let range = try #require(document.attributeRange("k", of: root))
    #expect(document.source(range) == written)
    let index = try #require(document.attributeIndex("k", of: root))
    #expect(document.place(ofAttribute: index) == document.place(ofAttribute: index, of: root))
    #expect(document.isWellFormed)
  }

  @Test func valuesOfTheDocumentTypeHaveNoSource() throws {
    let document = parse("<!DOCTYPE a [<!ATTLIST a k CDATA 'x&#38;y'>]><a/>")
    let root = try #require(document.root)
    #expect(document.attribute("k", of: root) == "x&y")
    #expect(document.attributeRange("k", of: root)?.isEmpty == true)
  }

  @Test func anEntityOutsideInAnAttributeIsAnError() {
    let document = parse("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///nowhere'>]><a k='&e;'/>")
    #expect(!document.isWellFormed)
    #expect(document.findings.last?.rule == "AK0101")
  }
}
