import AktsamText
import AktsamXML
import Testing

@Suite struct EntityTests {
  private func document(_ declarations: String, _ content: String) -> XMLDocument {
    parse("<!DOCTYPE a [\(declarations)]><a>\(content)</a>")
  }

  @Test func entitiesExpandInsideEachOther() {
    let document = document(
      "<!ENTITY e 'Exempel &#38;amp; &f;'><!ENTITY f \"AB\">", "x&e;y")
    #expect(document.wholeText == "xExempel & ABy")
    #expect(document.sourceOfText(document.root ?? -1) == "x&e;y")
    #expect(document.rules == ["AK0103"])
    #expect(document.isWellFormed)
  }

  @Test func textAsLongAsItsReferenceIsStillTracedAsAWhole() {
    let document = document("<!ENTITY abc 'vwxyz'>", "&abc;")
    #expect(document.wholeText == "vwxyz")
    #expect(sourceRanges(of: 1..<2, in: document.runs).map { document.source($0) } == ["&abc;"])
    #expect(sourceRanges(of: 0..<1, in: document.runs).map { document.source($0) } == ["&abc;"])
  }

  @Test func theFirstDeclarationCounts() {
    #expect(document("<!ENTITY e '1'><!ENTITY e '2'>", "&e;").wholeText == "1")
  }

  @Test func aBareAmpersandInsideAnEntityIsAnError() {
    let document = document("<!ENTITY e 'x &#38; y'>", "&e;")
    #expect(document.findings.last?.rule == "AK0101")
    #expect(!document.isWellFormed)
  }

  @Test func markupInsideAnEntityIsDropped() {
    let document = document(
      "<!ENTITY e 'x<b k=\"&gt;>\">y</b><!-- z --><![CDATA[<w>]]>'>", "&e;&e;")
    #expect(document.wholeText == "xy<w>xy<w>")
    #expect(document.rules == ["AK0103", "AK0105"])
    #expect(document.nodes.filter { $0.kind == .element }.count == 1)
  }

  @Test func anEntityOutsideTheDocumentIsNotRead() {
    let document = document("<!ENTITY e SYSTEM 'file:///etc/hostname'>", "x&e;y&e;")
    #expect(document.wholeText == "xy")
    #expect(document.rules == ["AK0103", "AK0104"])
    #expect(document.isWellFormed)
  }

  @Test func aParameterEntityIsNotRead() {
    let document = document("<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;", "x&unknown;y")
    #expect(document.wholeText == "xy")
    #expect(document.sourceOfText(document.root ?? -1) == "x|y")
    #expect(document.rules == ["AK0103", "AK0104", "AK0104"])
    #expect(document.isWellFormed)
  }

  @Test func namesOfHTMLAreKnownWithoutADeclaration() {
    let document = parse("<a>r&aring;d&nbsp;&ndash; &euro;&aring;</a>")
    #expect(document.wholeText == "råd\u{A0}– €å")
    #expect(document.rules == ["AK0105", "AK0105", "AK0105", "AK0105"])
    #expect(document.findings.allSatisfy { $0.severity == .note })
    #expect(document.findings.first?.place?.column == 5)
  }

  @Test func anUndeclaredEntityIsAnError() throws {
    let document = parse("<a>\n x &nonsense; y</a>")
    #expect(document.rules == ["AK0101"])
    let finding = try #require(document.findings.first)
    #expect(finding.message == "not well-formed: the entity \"nonsense\" is not declared")
    #expect(finding.place?.segments.map { document.source($0) } == ["&nonsense;"])
    #expect(!document.isWellFormed)
  }

  @Test func aDocumentTypeOutsideMakesUndeclaredEntitiesAWarning() {
    let document = parse("<!DOCTYPE a SYSTEM 'a.dtd'><a>x&unknown;y</a>")
    #expect(document.wholeText == "xy")
    #expect(document.rules == ["AK0103", "AK0104"])
    #expect(document.isWellFormed)
  }

  @Test(arguments: ["<!ENTITY e '&e;'>", "<!ENTITY e '&f;'><!ENTITY f '&e;'>"])
  func anEntityThatRefersToItselfIsAnError(declarations: String) {
    let document = document(declarations, "x&e;y")
    #expect(document.findings.last?.message.hasSuffix("refers to itself") == true)
    #expect(!document.isWellFormed)
  }

  @Test func aBillionLaughsStopAtALimit() {
    var declarations = "<!ENTITY l0 'lol'>"
    for level in 1...12 {
      let inner = String(repeating: "&l\(level - 1);", count: 10)
      declarations += "<!ENTITY l\(level) '\(inner)'>"
    }
    for content in ["&l12;", "<b k='&l12;'/>"] {
      let document = document(declarations, content)
      #expect(document.findings.last?.rule == "AK0102")
      #expect(document.findings.last?.message.contains("maxExpansion") == true)
      #expect(!document.isWellFormed)
    }
  }

  @Test func manySmallReferencesStopAtTheSameLimit() {
    let references = String(repeating: "&e;", count: 100)
    let source = "<!DOCTYPE a [<!ENTITY e '1234567890'>]><a>\(references)</a>"
    #expect(parse(source, limits: XMLLimits(maxExpansion: 1000)).isWellFormed)
    let document = parse(source, limits: XMLLimits(maxExpansion: 999))
    #expect(document.findings.last?.rule == "AK0102")
    #expect(document.text.count == 990)
  }

  @Test func entitiesInsideEachOtherStopAtALimit() {
    let chain = (1...5).map { "<!ENTITY e\($0) '&e\($0 - 1);'>" }.joined()
    let source = "<!DOCTYPE a [<!ENTITY e0 'x'>\(chain)]><a>&e5;</a>"
    #expect(parse(source, limits: XMLLimits(maxEntityDepth: 6)).wholeText == "x")
    let document = parse(source, limits: XMLLimits(maxEntityDepth: 5))
    #expect(document.findings.last?.message.contains("maxEntityDepth") == true)
  }
}
