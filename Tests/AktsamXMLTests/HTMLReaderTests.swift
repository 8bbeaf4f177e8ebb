import AktsamTestSupport
import AktsamText
import AktsamXML
import Foundation
import Testing

@Suite struct HTMLReaderTests {
  @Test(arguments: [
    ("<p>One<p>Two", "html(p(One)p(Two))"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>d", "html(ul(li(a ul(li(b)))li(c))d)"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "html(dl(dt(a)dd(b)dt(c)))"),
    (
      "<table><tr><td>1<td>2<tr><th>3</table>4",
      "html(table(tr(td(1)td(2))tr(th(3)))4)"
    ),
    ("<table><td>1<tbody><tr><td>2</table>", "html(table(tr(td(1))tbody(tr(td(2)))))"),
    (
      "<table><tr><td><table><tr><td>in</table>out</table>",
      "html(table(tr(td(table(tr(td(in)))out))))"
    ),
    ("<select><option>a<option selected>b</select>c", "html(select(option(a)option(b))c)"),
    ("<b><p>x</b>y</p>z", "html(b(p(x y))z)"),
    ("<b><i>x</b>y</i>", "html(b(i(x))y)"),
    ("a</p>b<br>c</br>d", "html(a p()b br()c br()d)"),
    ("<h1>a<h2>b</h1>c", "html(h1(a)h2(b)c)"),
    ("<div>a</span></div></div>b", "html(div(a)b)"),
    ("<p>a<table><tr><td>b</p>c</table>", "html(p(a)table(tr(td(b p()c))))"),
    ("<html><head><title>T<b></title><p>x", "html(head(title(T<b>))p(x))"),
    ("<script>if (a<b) '</p>'</script>x", "html(script()x)"),
    ("<textarea>a <b> &amp; c</textarea>d", "html(textarea(a <b> & c)d)"),
    ("<textarea>a<p>b", "html(textarea()a p(b))"),
    ("<title/>a<p>b", "html(title()a p(b))"),
    ("<svg><path/><g><p>x</p>", "html(svg(path()g())p(x))"),
    ("<form><p>a</form>b<form>c</form>", "html(form(p(a b))form(c))"),
    ("<table><form><tr><td>a</form><td>b</table>", "html(table(form()tr(td(a)td(b))))"),
    ("x<!-- <p> --->y<!--z>q<?php a ?>r<!x>s", "html(xyqrs)"),
    (
      "1 < 2 <3 && &amp; &amp &#229; &#xE5 &eacute&copy; &nosuch; &#128;",
      "html(1 < 2 <3 && & & å å é© &nosuch; €)"
    ),
    ("<a href=x>a<a href=y>b</a>", "html(a(a)a(b))"),
    ("<p title='open>x</p><p title=\"a>b\">y", "html(p(x)p(y))"),
    ("<P CLASS=a>x</P><DIV/>y", "html(p(x)div()y)"),
    ("<html><body>a</body></html>b", "html(body(a b))"),
    ("<p>a<", "html(p(a<))"), ("<p>a</", "html(p(a</))"), ("<p>a<b", "html(p(a<b))"),
  ])
  func elementsEndWhereABrowserEndsThem(page: String, tree: String) {
    let document = read(page)
    #expect(outline(document) == tree)
    #expect(document.isWellFormed)
    expectTraced(document)
  }

  @Test func attributesAreDecodedWhereTheyStand() throws {
    let document = read("<INPUT checked Value='a &amp; b' data-x=1&copy=2 value=other LANG=sv>")
    let input = try #require(document.descendants(of: 0, named: "input").first)
    #expect(document.attribute("value", of: input) == "a & b")
    #expect(document.attributeRange("value", of: input).map { document.source($0) } == "a &amp; b")
    #expect(document.attribute("checked", of: input) == "")
    #expect(document.attribute("data-x", of: input) == "1&copy=2")
    #expect(document.attribute("lang", of: input) == "sv")
  }

  @Test func placesAndPathsAreThoseOfTheFile() throws {
    let document = read("<!doctype html>\n<p>Ett\n<p>Två &ouml; <b>å</b>", path: "a.html")
    let paragraph = try #require(document.descendants(of: 0, named: "p").last)
    let place = document.place(ofText: document.textRange(of: paragraph))
    #expect(document.sourceOfText(paragraph) == "Två &ouml; |å")
    #expect(place.element == "/html[1]/p[2]")
    #expect(place.line == 3 && place.column == 4)
    #expect(document.source(document.sourceRange(of: paragraph)) == "<p>Två &ouml; <b>å</b>")
  }

  @Test func guessesAreCountedOnce() {
    #expect(read("<ul><li>a<li>b</ul><p>c").rules.isEmpty)
    let document = read("<p><b>a</p></i>")
    #expect(document.rules == ["AK0340"])
    #expect(document.findings.first?.message.hasPrefix("2 tags") == true)
    #expect(document.findings.first?.place?.column == 8)
  }

  @Test func limitsHaveTheirNames() {
    let deep = String(repeating: "<div>", count: 300)
    #expect(read(deep + "x").findings.first?.message.contains("maxDepth") == true)
    let inline = read(String(repeating: "<font>", count: 5000) + "<p>x")
    #expect(inline.isWellFormed && inline.wholeText == "x")
    var limits = XMLLimits(maxElements: 3)
    #expect(!read("<p>a<p>b<p>c", limits: limits).isWellFormed)
    limits = XMLLimits(maxTextBytes: 3)
    #expect(read("<p>abcdef", limits: limits).rules == ["AK0102"])
    limits = XMLLimits(maxAttributes: 2)
    #expect(read("<p a b c>x", limits: limits).rules == ["AK0102"])
    limits = XMLLimits(maxAttributeBytes: 2)
    #expect(read("<p a=bcd>x", limits: limits).rules == ["AK0102"])
  }

  @Test(arguments: [
    ("<!DOCTYPE html><x>", true), ("\u{FEFF} <!-- a --><!doctype HTML>", true), ("<HTML>", true),
    ("<?xml version='1.0'?><html", false), ("<article><p>", false), ("<p>", true), ("x <p>", false),
    ("<x:html>", false), ("", false), ("<", false),
  ])
  func pagesAreKnownByTheirStart(text: String, isPage: Bool) {
    #expect(HTMLReader.recognises(SourceFile(path: "a", bytes: Array(text.utf8))) == isPage)
  }

  @Test(arguments: 0..<40)
  func everyRunReadsAsItsSource(seed: Int) {
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>",
      "</ul>", "<select>", "<option selected>", "</select>", "<textarea>", "</textarea>", "<form>",
      "</form>", "<script>", "</script>", "<svg>", "</svg>", "<br/>", "<input value='&lt", "'>",
      "&amp;", "&amp", "&#229;", "&#x1F600;", "&#0", "&eacute", "&unknown;", "&", "<", ">", "\"",
      "åäö", "\u{1F642}", "\r\n", "\r", " ", "text", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "</",
      "<head>", "<body>", "</body>", "<title>", "</title>", "<h1>", "</h2>", "<a href=x>", "\u{0}",
      "<template>", "</template>", "<dd>", "<dt>", "<button>", "<math>", "<td/>",
    ]
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<50 {
      var page = ""
      for _ in 0..<(1 + random.below(40)) { page += pieces[random.below(pieces.count)] }
      let document = read(page)
      expectTraced(document)
      expectNested(document)
    }
  }

  @Test(.enabled(if: TestFiles.shared("corpus") != nil, "the corpus is not here"))
  func realFilesAreTracedWhateverTheyHold() throws {
    let folder = try #require(TestFiles.shared("corpus"))
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let kinds: Set<String> = ["html", "htm", "xhtml", "xml"]
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard kinds.contains(file.pathExtension.lowercased()),
        let data = try? Data(contentsOf: file), data.count < 400_000
      else { continue }
      let (source, _) = TextDecoding.decode(Array(data), path: file.lastPathComponent)
      expectTraced(HTMLReader.read(source))
      count += 1
    }
    #expect(count > 20)
  }

  @Test func timeGrowsWithTheLength() {
    for piece in [
      "<", "<a \"", "</", "<!--", "<![CDATA[", "<b>", "<p><b>", "<script>", "&", "<a b",
    ] {
      let page = String(repeating: piece, count: 100_000 / piece.utf8.count)
      let clock = ContinuousClock()
      #expect(clock.measure { _ = read(page) } < .seconds(10), "\(piece)")
    }
  }
}

// MARK: - Helpers

private func read(
  _ page: String, path: String = "a.html", limits: XMLLimits = .standard
) -> XMLDocument {
  HTMLReader.read(SourceFile(path: path, bytes: Array(page.utf8)), limits: limits)
}

/// The tree in one line: `name(children)`, a space between text and the element after it.
private func outline(_ document: XMLDocument) -> String {
  func outline(_ node: Int) -> String {
    guard document.nodes[node].kind == .element else {
      return document.string(ofText: document.textRange(of: node))
    }
    var result = ""
    var isText = false
    for child in document.children(of: node) {
      let isElement = document.nodes[child].kind == .element
      if isText { result += " " }
      result += outline(child)
      isText = !isElement
    }
    if isText, result.last == " " { result.removeLast() }
    return "\(document.local(of: node))(\(result))"
  }
  return document.root.map(outline) ?? ""
}

/// Expects that every run's text is what its source bytes say, by a decoder of the test's own.
private func expectTraced(_ document: XMLDocument) {
  let known = [
    "&amp": "&", "&lt": "<", "&gt": ">", "&quot": "\"", "&eacute": "é", "&copy": "©", "&ouml": "ö",
    "&nbsp": "\u{A0}", "&#128": "€", "&#0": "\u{FFFD}", "&apos": "'",
  ]
  func decode(_ source: ArraySlice<UInt8>) -> String {
    var written = String(decoding: source, as: UTF8.self)
    if written.last == ";" { written.removeLast() }
    if let text = known[written] { return text }
    let digits = written.dropFirst(2)
    let value =
      digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? "?" + written
  }
  var textEnd = 0
  var sourceEnd = 0
  var index = 0
  while index < document.runs.count {
    var run = document.runs[index]
    index += 1
    if index < document.runs.count, document.runs[index].source == run.source {
      run.textLength += document.runs[index].textLength
      index += 1
    }
    #expect(Int(run.text) == textEnd && Int(run.source) >= sourceEnd)
    textEnd = Int(run.text + run.textLength)
    sourceEnd = Int(run.source + run.sourceLength)
    let text = document.text[Int(run.text)..<textEnd]
    let source = document.source.bytes[Int(run.source)..<sourceEnd]
    if Array(text) != Array(source) {
      #expect(
        source.first == UInt8(ascii: "&") && decode(source) == String(decoding: text, as: UTF8.self)
      )
    }
  }
  #expect(textEnd == document.text.count)
}

/// Expects that nodes lie inside their parents, in text and source.
private func expectNested(_ document: XMLDocument) {
  for node in document.nodes.indices {
    guard let parent = document.parent(of: node) else { continue }
    #expect(document.nodes[parent].end >= document.nodes[node].end)
    #expect(
      document.sourceRange(of: parent).lowerBound <= document.sourceRange(of: node).lowerBound)
    #expect(
      document.sourceRange(of: parent).upperBound >= document.sourceRange(of: node).upperBound)
    #expect(document.textRange(of: parent).upperBound >= document.textRange(of: node).upperBound)
  }
}
