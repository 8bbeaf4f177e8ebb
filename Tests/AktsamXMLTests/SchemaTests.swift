import AktsamText
import AktsamXML
import Testing

@Suite struct SchemaTests {
  private static let text = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="a">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="b" maxOccurs="unbounded">
              <xs:complexType><xs:simpleContent><xs:extension base="xs:string">
                <xs:attribute name="k" type="xs:integer"/>
              </xs:extension></xs:simpleContent></xs:complexType>
            </xs:element>
            <xs:element name="n" type="xs:integer" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  private func schema() throws -> XMLSchema {
    try XMLSchema(name: "a.xsd", bytes: Array(Self.text.utf8))
  }

  @Test func aValidDocumentHasNoFindings() throws {
    let document = parse("<a><b k='1'>x &amp; å</b><n>\n5</n></a>", schema: try schema())
    #expect(document.findings.isEmpty)
    #expect(document.isWellFormed)
    #expect(document.string(of: 0) == "x & å 5")
  }

  @Test func violationsPastLine65535AreExact() throws {
    let lines = 70_000
    let text = "<a>" + String(repeating: "\n<b/>", count: lines) + "\n <b k='x'/></a>"
    let document = parse(text, schema: try schema())
    #expect(document.rules == ["AK0110"])
    let finding = try #require(document.findings.first)
    #expect([finding.place?.line, finding.place?.column] == [lines + 2, 2])
    #expect(finding.place?.element == "/a[1]/b[\(lines + 1)]")
    #expect(finding.place?.segments.map { document.source($0) } == ["<b k='x'/>"])
    #expect(finding.message.hasPrefix("schema \"a.xsd\": "))
    #expect(document.isWellFormed)
  }

  @Test func theValueOfAnElementIsReportedAtItsStartTag() throws {
    let document = parse("<a>\n<b/>\n<n>five</n>\n</a>", schema: try schema())
    #expect(document.findings.map { $0.place?.line } == [3])
    #expect(document.findings.first?.place?.element == "/a[1]/n[1]")
  }

  @Test func aMissingChildIsReportedAtTheParent() throws {
    let document = parse("\n<a></a>", schema: try schema())
    #expect(document.findings.map { $0.place?.line } == [2])
    #expect(document.findings.first?.place?.element == "/a[1]")
  }

  @Test func violationsAreBounded() throws {
    let text = "<a>" + String(repeating: "<b k='x'/>", count: 500) + "</a>"
    let document = parse(text, limits: XMLLimits(maxSchemaFindings: 10), schema: try schema())
    #expect(document.findings.count == 11)
    #expect(document.findings.last?.message.contains("maxSchemaFindings (10)") == true)
  }

  @Test func malformedDocumentsCanBeValidated() throws {
    let document = parse("<a><b>", schema: try schema())
    #expect(document.rules.contains("AK0101"))
    #expect(!document.isWellFormed)
  }

  @Test func limitsHoldWhileValidating() throws {
    let document = parse("<a><b/><b/></a>", limits: XMLLimits(maxElements: 2), schema: try schema())
    #expect(document.rules.contains("AK0102"))
  }

  @Test func aBrokenSchemaIsAnError() {
    #expect(throws: XMLSchemaError.self) { try XMLSchema(name: "x", bytes: Array("<a/>".utf8)) }
    #expect(throws: XMLSchemaError.self) { try XMLSchema(name: "x", bytes: []) }
    #expect(throws: XMLSchemaError.self) { try XMLSchema(name: "x", bytes: Array("<a".utf8)) }
  }

  @Test func schemasNamedByADocumentAreNotLoaded() throws {
    let text = """
      <a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
        xsi:noNamespaceSchemaLocation='file:///etc/hostname'><b/></a>
      """
    #expect(parse(text, schema: try schema()).findings.isEmpty)
  }

  @Test func severalThreadsValidateAtOnce() async throws {
    let schema = try schema()
    let counts = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<64 {
        group.addTask {
          let text = "<a><b/><n>5</n></a>"
          let broken = "<a><b/>\n<n>x\(index)</n></a>"
          let document = parse(index % 2 == 0 ? text : broken, schema: schema)
          return document.findings.count == index % 2
            && document.findings.allSatisfy { $0.message.contains("'x\(index)'") }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(counts.allSatisfy { $0 })
  }
}
