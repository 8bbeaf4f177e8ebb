import Foundation
import Testing

@testable import AktsamServer

/// What holds for every page.
enum PageChecks {
  /// Expects a page that a browser, a keyboard and a screen reader find their way in, and that runs and
  /// fetches nothing but our own files.
  static func expectSound(_ html: String, language: PageLanguage, _ path: String) {
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"), "\(path)")
    #expect(!html.contains("{{") && !html.contains("}}"), "\(path)")
    for name in ["<main ", "<header class=\"top\"", "<footer>", "<h1"] {
      #expect(html.components(separatedBy: name).count == 2, "\(path): \(name)")
    }
    #expect(!html.contains(" style=\"") && !html.contains("<style"), "\(path)")
    expectOwnScripts(html, path)
    expectHeadingsInOrder(html, path)
    expectLabels(html, path)
    let ids = PageBrowser.values("id", in: html)
    #expect(Set(ids).count == ids.count, "\(path): \(repeated(ids))")
    for name in ["aria-labelledby", "aria-describedby", "for"] {
      for id in PageBrowser.values(name, in: html).flatMap({ $0.split(separator: " ") }) {
        #expect(ids.contains(String(id)), "\(path): \(name) \(id)")
      }
    }
    for link in PageBrowser.values("href", in: html) where link.hasPrefix("#") && link != "#" {
      #expect(ids.contains(String(link.dropFirst())), "\(path): \(link)")
    }
    for part in html.components(separatedBy: "<form ").dropFirst() {
      guard part.prefix(while: { $0 != ">" }).contains("method=\"post\"") else { continue }
      let first = part.range(of: "<input ").map { part[$0.upperBound...].prefix(60) } ?? ""
      #expect(first.contains("name=\"csrf\""), "\(path): a form begins with its token")
    }
  }

  private static func expectOwnScripts(_ html: String, _ path: String) {
    for script in html.components(separatedBy: "<script").dropFirst() {
      #expect(script.hasPrefix(" src=\"/assets/"), "\(path)")
    }
    for attribute in [" onclick=", " onload=", " onerror=", " onfocus="] {
      #expect(!html.contains(attribute), "\(path): \(attribute)")
    }
    for sheet in html.components(separatedBy: "rel=\"stylesheet\" href=\"").dropFirst() {
      #expect(sheet.hasPrefix("/assets/"), "\(path)")
    }
  }

  private static func expectHeadingsInOrder(_ html: String, _ path: String) {
    var level = 0
    for part in html.components(separatedBy: "<h").dropFirst() {
      guard let next = part.first?.wholeNumberValue else { continue }
      #expect(next <= level + 1, "\(path): h\(level) is followed by h\(next)")
      level = next
    }
  }

  /// Every field has a label, by its id or around it.
  private static func expectLabels(_ html: String, _ path: String) {
    let labelled = Set(PageBrowser.values("for", in: html))
    for name in ["<input ", "<select ", "<textarea "] {
      var rest = html[...]
      while let start = rest.range(of: name) {
        let before = rest[..<start.lowerBound]
        let tag = " " + rest[start.upperBound...].prefix { $0 != ">" }
        rest = rest[start.upperBound...]
        if tag.contains("type=\"hidden\"") { continue }
        let id = PageBrowser.values("id", in: String(tag)).first ?? ""
        let open = before.range(of: "<label", options: .backwards)
        let close = before.range(of: "</label", options: .backwards)
        let isInside =
          open.map { open in close.map { $0.lowerBound < open.lowerBound } ?? true } ?? false
        #expect(labelled.contains(id) || isInside, "\(path): no label for \(tag)")
      }
    }
  }

  private static func repeated(_ ids: [String]) -> [String] {
    Dictionary(grouping: ids, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
  }
}
