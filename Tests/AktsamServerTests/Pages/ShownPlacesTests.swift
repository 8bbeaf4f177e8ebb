import AktsamText
import Testing

@testable import AktsamServer

@Suite struct ShownPlacesTests {
  @Test(arguments: [
    ("round/acme", "round/acme/policy.docx", "policy.docx"),
    ("round/acme", "round/terms.docx", "terms.docx"),
    ("round/acme", "other/acme/x.txt", "other/acme/x.txt"),
    ("acme", "acme/annex/x.txt", "annex/x.txt"), ("a.txt", "a.txt", "a.txt"),
    ("round/a.zip", "round/a.zip", "a.zip"),
  ])
  func pathsBeginBelowTheSupplier(name: String, path: String, shown: String) {
    #expect(ShownPlaces(of: name).path(path) == shown)
  }

  @Test(arguments: [
    ("word/document.xml", ""), ("xl/sharedStrings.xml", ""), ("content.xml", ""),
    ("annex/a.docx!/word/document.xml", "annex/a.docx"), ("annex/a.txt", "annex/a.txt"),
    ("inner.zip!/a.txt", "inner.zip!/a.txt"), ("", ""), ("my-word/a.xml", "my-word/a.xml"),
  ])
  func officePartsAreLeftOut(part: String, shown: String) {
    #expect(ShownPlaces.part(part) == shown)
  }
}
