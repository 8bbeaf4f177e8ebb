import AktsamReading
import AktsamReports
import AktsamTestSupport
import Foundation
import Testing

/// Templates in HTML and other text.
@Suite struct TemplateTests {
  /// The supplier with a weak, a missing and a met requirement.
  static var list: GapList { GapFixture.lists("en")[0] }

  static func fill(
    _ template: String, _ path: String = "form.txt", with list: GapList = Self.list
  ) throws -> String {
    String(
      decoding: try GapTemplate(bytes: Array(template.utf8), path: path).render(list), as: UTF8.self
    )
  }

  /// Returns what is wrong with a template; empty when it can be used.
  static func fault(_ template: String, _ path: String = "form.txt") -> String {
    do {
      _ = try GapTemplate(bytes: Array(template.utf8), path: path)
      return ""
    } catch {
      return error.description
    }
  }

  // MARK: - Values

  @Test func valuesAndSections() throws {
    #expect(try Self.fill("For {{supplier}}.") == "For Granskog Data AB.")
    #expect(try Self.fill("{{ lot }}/{{procedure}}") == "1/UPP 2026-17")
    #expect(
      try Self.fill("{{#gaps}}{{index}} {{title}}{{^last}}; {{/last}}{{/gaps}}")
        == "1 Mapping; 2 Grievance mechanism")
    #expect(try Self.fill("{{#strengths}}{{title}}{{/strengths}}") == "Policy")
  }

  @Test func listsInsideListsKnowTheNamesAround() throws {
    let template = "{{#themes}}[{{title}}{{#gaps}} {{title}} of {{supplier}}{{/gaps}}]{{/themes}}"
    #expect(
      try Self.fill(template)
        == "[Grievances and remedy Mapping of Granskog Data AB Grievance mechanism of Granskog Data AB]"
    )
  }

  @Test func everythingOfAGap() throws {
    let template = """
      {{#gaps}}{{#last}}
      {{severity}} {{severityCode}} {{number}} {{outcome}} {{step}}
      {{#quotations}}{{quote}} ({{citation}}){{/quotations}}
      {{#weaknesses}}{{code}} {{/weaknesses}}
      {{#lacks}}{{index}}. {{.}}
      {{/lacks}}
      {{#provisions}}{{id}} {{url}} {{/provisions}}
      {{#strongAnswer}}{{.}}|{{/strongAnswer}}
      {{wording}}
      {{dialogueQuestion}}
      {{evidence}}
      {{deadline}} {{deadlineDays}} {{deadlineDate}}
      {{/last}}{{/gaps}}
      """
    let text = try Self.fill(template)
    for part in [
      "High high 2.6 Weak 6",
      "Vi besvarar klagomål skyndsamt & utan \"krångel\". (svar/granskog.xml",
      "no-deadline own-operations-only", "1. ", "UNGP-29 https://norm.example/ungp X-1",
      "|", "The supplier shall keep a channel for complaints.",
      "How many complaints came in last year?", "The log of complaints.", " 21 2026-11-22",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test func nothingIsShownOfWhatIsEmpty() throws {
    let list = GapFixture.list([Fixture.met])
    let template = "{{#gaps}}gap{{/gaps}}{{^gaps}}none{{/gaps}}{{#procedure}}P{{/procedure}}"
    #expect(try Self.fill(template, with: list) == "noneP")
    #expect(try Self.fill("{{#asOf}}at {{asOf}}{{/asOf}}{{^asOf}}-{{/asOf}}") == "at 2026-11-01")
    #expect(
      try Self.fill(
        "{{#themes}}{{#gaps}}{{#wording}}{{.}}{{/wording}}{{/gaps}}{{/themes}}", with: list)
        == "")
    #expect(
      try Self.fill("{{#redacted}}masked{{/redacted}}{{^redacted}}plain{{/redacted}}") == "plain")
  }

  @Test(arguments: [("en", "Severity"), ("sv", "Allvar"), ("nb", "Alvor")])
  func labelsAreInTheLanguageOfTheList(language: String, start: String) throws {
    let list = GapFixture.lists(language)[0]
    let text = try Self.fill(
      "{{labels.severity}} {{#labels}}{{severity}}{{/labels}} {{lang}}", with: list)
    #expect(text.hasPrefix(start), "\(text)")
    let words = text.split(separator: " ")
    #expect(words.count == 3 && words[0] == words[1] && words[2] == language)
  }

  @Test func aTagAloneOnItsLineTakesTheLineAway() throws {
    let template = "a\r\n  {{#gaps}}  \r\n{{title}}\r\n\t{{/gaps}}\r\n{{! a note }}\nz {{! b }} y\n"
    #expect(
      try Self.fill(template) == "a\r\nMapping\r\nGrievance mechanism\r\nz  y\n")
    #expect(try Self.fill("{{#gaps}}\nx\n{{/gaps}}") == "x\nx\n")
  }

  @Test func bracesThatAreNoTagsStay() throws {
    #expect(try Self.fill("{ a } }} {\"x\": {}} {") == "{ a } }} {\"x\": {}} {")
  }

  // MARK: - Hostile values

  static let nasty =
    "<script>alert(1)</script> \"' & {{supplier}} {{{heading}}} {{#gaps}} \u{0} \u{1B}[2J \u{202E}x\u{FFFE}"

  static var nastyList: GapList {
    var list = GapFixture.list([GapFixture.weak(nasty, label: nasty)])
    list.supplier = nasty
    list.source.procedure = nasty
    return list
  }

  @Test func valuesAreNoMarkupAndNoTags() throws {
    let template = "<p title=\"{{supplier}}\" lang='{{procedure}}'>{{supplier}}</p>"
    let html = try Self.fill(template, "form.html", with: Self.nastyList)
    #expect(html.components(separatedBy: "<").count == 3)
    #expect(
      html.components(separatedBy: "\"").count == 3 && html.components(separatedBy: "'").count == 3)
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39; &amp; {{supplier}}"))
    for scalar in ["\u{0}", "\u{1B}", "\u{202E}", "\u{FFFE}"] { #expect(!html.contains(scalar)) }
  }

  @Test func plainTextIsNotEscapedAndMarkdownIs() throws {
    var list = Self.list
    list.supplier = "A & B *C* <d>"
    #expect(
      try Self.fill("{{supplier}} {{{supplier}}} {{&supplier}}", with: list).hasPrefix(
        "A & B *C* <d> A"))
    #expect(try Self.fill("{{supplier}}", "form.md", with: list) == "A & B \\*C\\* \\<d\\>")
    // What begins like HTML is taken for it.
    #expect(
      try Self.fill("\n<b>{{supplier}}", "form", with: list) == "\n<b>A &amp; B *C* &lt;d&gt;")
  }

  @Test func onlyAddressesOnTheWebAreAddresses() throws {
    var list = Self.list
    for address in [
      "javascript:alert(1)", "https://a.example/\" onclick=\"x", "data:text/html,x", "//b",
    ] {
      list.themes[0].gaps[0].provisions[0].address = address
      let text = try Self.fill(
        "{{#gaps}}{{#provisions}}<a href=\"{{url}}\">{{/provisions}}{{/gaps}}", "form.html",
        with: list)
      #expect(text.hasPrefix("<a href=\"\">"), "\(text)")
    }
  }

  @Test(arguments: [
    ("<a href=\"{{supplier}}\">", "attribute href"), ("<a href=' {{supplier}}'>", "attribute href"),
    ("<a onclick=\"x('{{supplier}}')\">", "onclick"), ("<p style=\"color:{{supplier}}\">", "style"),
    ("<p class={{supplier}}>", "quotation marks"), ("<p {{supplier}}>", "inside a tag"),
    ("<{{supplier}}>", "inside a tag"), ("<script>var a = \"{{supplier}}\"</script>", "<script>"),
    ("<STYLE>{{supplier}}</style>", "<style>"), ("<p title=a{{supplier}}>", "quotation marks"),
    ("<p>{{{supplier}}}</p>", "always escaped"), ("<p>{{& supplier}}</p>", "always escaped"),
  ])
  func valuesStandWhereTheyAreSafe(template: String, words: String) {
    let fault = Self.fault("<!DOCTYPE html>\n" + template, "form.html")
    #expect(fault.hasPrefix("form.html: line 2: ") && fault.contains(words), "\(fault)")
  }

  @Test(arguments: [
    "<a href=\"#{{supplier}}\">", "<!-- {{supplier}} -->", "<script>1 < 2</script>{{supplier}}",
    "<p title = '{{supplier}}'/>{{supplier}}", "<!DOCTYPE html><p>1 < 2 {{supplier}}",
    "<?x y?>{{supplier}}",
    "<br/>{{supplier}}", "<p hidden>{{supplier}}</p >{{supplier}}",
  ])
  func safePlacesAreTaken(template: String) {
    #expect(Self.fault(template, "form.html") == "")
  }

  // MARK: - Errors

  @Test(arguments: [
    (
      "a\nb {{suplier}}",
      "form.txt: line 2: \"suplier\" is not known here: did you mean \"supplier\"?"
    ),
    (
      "{{wording}}",
      "form.txt: line 1: \"wording\" is not known here: it belongs between {{#dialogueOnly}} and {{/dialogueOnly}}"
    ),
    ("{{#strengths}}{{wording}}{{/strengths}}", "belongs between"),
    ("{{labels.severty}}", "did you mean \"labels.severity\"?"),
    ("{{supplier.name}}", "supplier has no names below it"),
    ("{{gaps}}", "gaps is a list: write {{#gaps}}"),
    ("{{statuses}}", "{{#statuses}}{{.}}{{/statuses}}"),
    ("{{redacted}}", "redacted is yes or no"), ("{{labels}}", "labels is a group of names"),
    ("{{.}}", "{{.}} stands for an item"), ("{{#gaps}}{{.}}{{/gaps}}", "{{.}} stands for an item"),
    ("x\n{{#gaps}}\n", "form.txt: line 2: {{#gaps}} has no end: write {{/gaps}}"),
    ("{{/gaps}}", "ends a section that nothing begins"),
    (
      "{{#gaps}}\n{{#lacks}}\n{{/gaps}}",
      "line 3: {{/gaps}} stands where {{#lacks}} (line 2) must end first"
    ),
    ("{{ supplier", "begins with {{ and has no }}"), ("{{}}", "a tag is empty"),
    ("{{{supplier}}", "begins with {{{"), ("{{a b}}", "is no name"), ("{{_0}}", "is no name"),
    ("{{uppercased(supplier)}}", "is no name"), ("{{> /etc/passwd}}", "another template"),
    ("{{>*supplier}}", "another template"), ("{{<a}}{{/a}}", "another template"),
    ("{{$a}}{{/a}}", "another template"), ("{{=<% %>=}}", "cannot be changed"),
    ("{{% CONTENT_TYPE: TEXT}}", "no tag of Mustache"), ("a\u{0}b", "save it as one of them"),
  ])
  func errorsSayWhatToDo(template: String, words: String) {
    let fault = Self.fault(template)
    #expect(fault.contains(words), "\(fault)")
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    #expect(throws: TemplateError.self) {
      try GapTemplate(bytes: [0xFF, 0xFE, 0x41, 0], path: "a")
    }
    #expect(throws: TemplateError.self) {
      try GapTemplate(bytes: [0x50, 0x4B, 3, 4, 1], path: "a")
    }
    #expect(try GapTemplate(bytes: [], path: "a").render(Self.list) == [])
  }

  @Test func messagesCannotSteerATerminal() {
    let fault = Self.fault("{{\u{1B}[2Jx}}", "a\u{1B}b")
    #expect(!fault.contains("\u{1B}"))
  }

  // MARK: - Bounds

  @Test func deepTemplatesAreRefused() {
    let deep = String(repeating: "{{#gaps}}", count: 30) + String(repeating: "{{/gaps}}", count: 30)
    #expect(Self.fault(deep).contains("inside each other"))
    #expect(Self.fault(String(repeating: "{{lot}}", count: 4001)).contains("tags"))
    #expect(Self.fault(String(repeating: "x", count: 9 << 20)).contains("MiB"))
    #expect(Self.fault("{{" + String(repeating: "x", count: 2000) + "}}").contains("no }}"))
  }

  /// A list inside itself multiplies; what comes of it is bounded, and so is the time.
  @Test func outputIsBounded() throws {
    var list = Self.list
    list.themes[0].gaps = Array(repeating: list.themes[0].gaps[0], count: 60)
    for text in ["x", ""] {
      let open = "{{#themes}}" + String(repeating: "{{#gaps}}", count: 12)
      let end = String(repeating: "{{/gaps}}", count: 12) + "{{/themes}}"
      let template = try GapTemplate(bytes: Array((open + text + end).utf8), path: "form.txt")
      let error = #expect(throws: TemplateError.self) { try template.render(list) }
      #expect(error?.message.contains("larger than 64 MiB") == true)
    }
  }

  // MARK: - Examples

  @Test func endings() throws {
    func suffix(_ path: String) throws -> String { try GapTemplate(bytes: [], path: path).suffix }
    #expect(try suffix("a/form.HTML") == "html")
    #expect(try suffix("a.b/form") == "txt")
    #expect(try suffix("form.a b") == "txt")
    #expect(try suffix(".html") == "txt")
  }

  static func example(_ name: String) throws -> GapTemplate {
    let file = TestFiles.root.appending(path: "examples/templates").appending(path: name)
    return try GapTemplate(bytes: Array(try Data(contentsOf: file)), path: name)
  }

  @Test(arguments: ["en", "sv", "nb"])
  func theExampleInHTML(language: String) throws {
    let bytes = try Self.example("gaps.html").render(GapFixture.lists(language)[0])
    try Golden.expect(bytes, "template.\(language).html")
  }

  /// The README of the examples names all there is.
  @Test func theReadmeHasAllNames() throws {
    let file = TestFiles.root.appending(path: "examples/templates/README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(GapTemplate.names.count > 100)
    for name in GapTemplate.names { #expect(text.contains("`\(name)`"), "\(name)") }
  }
}
