import AktsamLint
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.xml", "a.xml"), ("*.xml", "deep/er/a.xml"), ("drafts", "drafts/a.xml"),
    ("drafts", "x/drafts/y/a.xml"), ("drafts/**", "drafts/x/a.xml"), ("a/*/c.xml", "a/b/c.xml"),
    ("**/c.xml", "c.xml"), ("**/c.xml", "a/b/c.xml"), ("a/**/c.xml", "a/c.xml"),
    ("a/**/c.xml", "a/b/b/c.xml"), ("svar-?.xml", "svar-å.xml"), ("./a.xml", "a.xml"),
    ("a*b*c", "aXbYbZc"), ("**", "a/b"), ("/a.xml", "a.xml"), ("a/", "a/b.xml"), ("*", "a/b"),
  ])
  func matches(pattern: String, path: String) {
    #expect(Glob(pattern).matches(path))
  }

  @Test(arguments: [
    ("*.xml", "a.xml.txt"), ("drafts", "drafts2/a.xml"), ("a/*/c.xml", "a/b/b/c.xml"),
    ("a/*.xml", "a/b/c.xml"), ("/a.xml", "b/a.xml"), ("svar-?.xml", "svar-.xml"),
    ("a/**/c.xml", "b/a/c.xml"), ("A.xml", "a.xml"), ("", "a"), ("a", ""),
  ])
  func doesNotMatch(pattern: String, path: String) {
    #expect(!Glob(pattern).matches(path))
  }

  /// A pattern of many wildcards must not take exponential time.
  @Test func manyWildcardsEnd() {
    let path = Array(repeating: "aaaaaaaaaaaaaaaaaaaa", count: 60).joined(separator: "/")
    #expect(!Glob("**/*a*a*a*a*a*b/**/*a*a*a*b/**/x").matches(path))
  }
}
