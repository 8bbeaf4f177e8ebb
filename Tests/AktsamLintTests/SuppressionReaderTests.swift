import AktsamDocuments
import AktsamText
import Testing

@testable import AktsamLint

/// What a suppression is about, by the form of its file.
@Suite struct SuppressionReaderTests {
  private static let comment = "<!-- aktsam ignore AK1201 reason=\"r\" -->"

  /// What the suppressions of a text are about, as the text itself.
  private static func scopes(_ text: String, _ path: String) -> [String] {
    let document = LintFixture.document(text, path: path)
    return SuppressionReader.suppressions(in: document).map { suppression in
      switch suppression.scope {
      case .file: "file"
      case .nothing: "nothing"
      case .range(let range): String(decoding: document.source.bytes[range], as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    ("\(comment)\nOne,\ntwo.\n\nThree.", "One,\ntwo.\n"),
    ("Zero.\n\n\(comment)\n\n- one\n- two\n \t\nThree.", "- one\n- two\n \t"),
    ("One \(comment) two.\n\nThree.", "two.\n"),
    ("\(comment)\r\n\r\nOne.\r\n\r\nTwo.", "One.\r\n\r"),
    ("One.\n\(comment)", "nothing"), ("\(comment)\n \n", "nothing"),
    ("<!-- aktsam ignore-file AK12 reason='r' -->\nOne.", "file"),
    ("<?aktsam ignore AK12 reason='r'?>\nOne.", "One."),
  ])
  func textUpToTheNextBlankLine(text: String, scope: String) {
    #expect(Self.scopes("# T\n\n" + text, "a.md") == [scope])
    #expect(Self.scopes("T\n\n" + text, "a.txt") == [scope])
  }

  @Test(arguments: [
    ("<p>a</p>\(comment)<p>b <b>c</b></p><p>d</p>", "<p>b <b>c</b></p>"),
    ("<div><p>a</p>\(comment)</div><p>b</p>", "nothing"), ("<p>a</p>\(comment)", "nothing"),
  ])
  func pageUpToTheEndOfTheElement(body: String, scope: String) {
    let head = "<head><meta charset=\"utf-8\"><title>t</title></head>"
    let page = "<!DOCTYPE html><html>\(head)<body>\(body)</body></html>"
    #expect(Self.scopes(page, "a.html").first?.hasPrefix(scope) == true)
  }

  @Test func namesReasonAndDayAreRead() throws {
    let document = LintFixture.document(
      "<a>\n  <?aktsam ignore AK1001, long-question reason='so  it\n is' until=\"2027-01-31\"?>\n<b/></a>"
    )
    let found = try #require(SuppressionReader.suppressions(in: document).first)
    #expect(found.rules.map(\.text) == ["AK1001", "long-question"])
    #expect(
      found.rules.map { name in
        name.place.segments.map { String(decoding: document.source.bytes[$0], as: UTF8.self) }
      } == [["AK1001"], ["long-question"]])
    #expect(found.reason == "so it is")
    #expect(found.until == "2027-01-31")
    #expect(found.place.line == 2 && found.place.column == 3)
    #expect(found.fault == nil)
    // The line goes with it, since nothing else stands there.
    #expect(found.removal == 4..<document.source.bytes.count - "<b/></a>".utf8.count)
  }

  /// Of very many only the first are read, so that a file cannot make a run last for ever.
  @Test(arguments: ["a.md", "a.txt", "a.xml", "a.html"])
  func veryManyEnd(path: String) {
    let many = String(repeating: "<?aktsam ignore AK1?><!-- aktsam ignore AK1 -->", count: 4_000)
    let open = String(repeating: "<!-- aktsam <?aktsam ", count: 20_000)
    for text in ["<a>" + many + "</a>", "T\n\n" + many, open, "<!DOCTYPE html><p>" + many] {
      let document = LintFixture.document(text, path: path)
      #expect(SuppressionReader.suppressions(in: document).count <= SuppressionReader.most)
    }
  }
}
