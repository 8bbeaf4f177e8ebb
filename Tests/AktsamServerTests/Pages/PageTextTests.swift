import AktsamTestSupport
import Foundation
import Testing

@testable import AktsamServer

@Suite struct PageTextTests {
  @Test(arguments: PageLanguage.allCases)
  func everyWordIsThere(language: PageLanguage) {
    for word in PageWord.allCases {
      #expect(!language.word(word).isEmpty, "\(word)")
      #expect(!language.word(word).contains("—"), "\(word)")
    }
  }

  /// A translation that forgets a number, or invents one, would show braces.
  @Test func translationsFillInTheSame() {
    func names(_ text: String) -> Set<Substring> {
      Set(
        text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).map {
          $0.prefix { $0 != "}" }
        })
    }
    for word in PageWord.allCases {
      let english = names(PageLanguage.en.word(word))
      for language in PageLanguage.allCases {
        #expect(names(language.word(word)) == english, "\(word) in \(language)")
      }
    }
  }

  @Test func whatIsFilledInIsNotLookedAtAgain() {
    let text = PageLanguage.en.word(.matrixShown, ["shown": "{total}", "total": "7"])
    #expect(text == "{total} of 7 requirements are shown.")
  }

  /// Whether a person complies is never ours to say.
  @Test(arguments: PageLanguage.allCases)
  func noWordJudges(language: PageLanguage) {
    for word in PageWord.allCases {
      let text = language.word(word).lowercased()
      #expect(!text.contains("non-compliant") && !text.contains("violat"), "\(word)")
    }
  }

  /// The words and values that templates name exist: a slip would show nothing.
  @Test func templatesNameWhatThereIs() throws {
    let root = TestFiles.root.appending(path: "Sources/AktsamServer")
    let pages = try Self.text(below: root.appending(path: "Pages"), suffix: ".swift")
    let templates = try Self.text(below: root.appending(path: "Templates"), suffix: ".mustache")
    var count = 0
    for tag in templates.components(separatedBy: "{{").dropFirst() {
      let inner = String(tag.prefix { $0 != "}" })
      let name = inner.drop { "#^/".contains($0) }
      guard !"><$!.".contains(name.first ?? "."), inner.first != "/" else { continue }
      count += 1
      for (index, part) in name.split(separator: ".").enumerated() {
        if index == 1, name.hasPrefix("t.") {
          #expect(PageWord(rawValue: String(part)) != nil, "\(name)")
        } else if !(index == 0 && name == "main") {
          #expect(pages.contains("\"\(part)\":"), "\(name)")
        }
      }
    }
    #expect(count > 300)
  }

  private static func text(below folder: URL, suffix: String) throws -> String {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(suffix) }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
  }
}
