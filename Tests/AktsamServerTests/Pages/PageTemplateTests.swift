import Testing

@testable import AktsamServer

@Suite struct PageTemplateTests {
  private func shown(_ template: String, _ value: PageValue) throws -> String {
    try #require(try PageTemplates([(name: "page", text: template)]).render(value, "page"))
  }

  @Test func textIsEscapedAndMarkupIsNot() throws {
    let value: PageValue = ["text": "<b>&\"'", "markup": .markup("<b>yes</b>")]
    #expect(
      try shown("{{text}} {{markup}}", value) == "&lt;b&gt;&amp;&quot;&#39; <b>yes</b>")
  }

  /// A quotation mark with an accent behind it is one character to Swift, and ends an attribute.
  @Test(arguments: ["\"", "<", ">", "&", "'"])
  func marksWithAnAccentAreEscaped(mark: String) throws {
    let html = try shown("<i title=\"{{text}}\">", ["text": .text("\(mark)\u{301} onclick=x")])
    #expect(html.unicodeScalars.count { $0 == "\"" } == 2)
    #expect(html.unicodeScalars.count { $0 == "<" } == 1)
    #expect(html.contains("&"))
  }

  /// Inside a section over a text the names are those around it, never the text's own parts.
  @Test func aTextHasNoNames() throws {
    let value: PageValue = ["question": "<i>", "text": "<b>"]
    #expect(try shown("{{#question}}{{text}}{{/question}}", value) == "&lt;b&gt;")
    #expect(try shown("{{#question}}{{isMarkup}}{{/question}}", value) == "")
  }

  @Test func controlsAndTurnedTextAreReplaced() {
    #expect(PageEscape.escaped("a\u{0}b\u{202E}c\u{9F}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect(PageEscape.escaped("a\r\n\tb") == "a\r\n\tb")
  }

  @Test(arguments: ["{{{text}}}", "{{&text}}", "{{=<% %>=}}", "{{% CONTENT_TYPE:TEXT}}"])
  func templatesCannotAskForRawText(template: String) {
    #expect(throws: PageTemplates.Fault.self) {
      try PageTemplates([(name: "page", text: template)])
    }
  }

  @Test func theTemplatesInsideTheBinaryCompile() throws { _ = try PageTemplates() }
}
