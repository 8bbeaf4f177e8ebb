import AktsamText
import AktsamXML

extension LibraryBuilder {
  /// Reads `<sources>`: the norms and their provisions.
  func readSources(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes([], of: root)
    for node in file.elements(of: root) {
      guard file.name(node) == "source" else {
        file.unexpected(node, in: root)
        continue
      }
      if let source = readSource(file, node) { sources.append(source) }
    }
  }

  private func readSource(_ file: ClauseFile, _ node: Int) -> NormSource? {
    file.expectAttributes(["id", "status", "jurisdiction", "year", "url"], of: node)
    let status = file.required("status", of: node, in: ClauseVocabulary.statuses)
    let url = file.required("url", of: node)
    if let url, !url.hasPrefix("https://") {
      log.add(
        ClauseMessage.badValue(
          url, of: "url", expected: "an address that begins https://",
          file.place(ofAttribute: "url", node)))
    }
    var texts = TextCollector()
    var provisions: [Provision] = []
    for child in file.elements(of: node) {
      switch file.name(child) {
      case "title": texts.take(child, in: file)
      case "provision":
        if let provision = readProvision(file, child) { provisions.append(provision) }
      default: file.unexpected(child, in: node)
      }
    }
    let jurisdiction = file.required("jurisdiction", of: node)
    let year = file.number("year", of: node, in: 1900...2100)
    guard let id = file.required("id", of: node),
      define("source", id, Site(file: file, node: node), in: &sourceSites)
    else { return nil }
    return NormSource(
      id: id, status: status ?? "", jurisdiction: jurisdiction ?? "", year: year, url: url ?? "",
      title: texts.texts("title", of: node, called: id, in: file), provisions: provisions)
  }

  private func readProvision(_ file: ClauseFile, _ node: Int) -> Provision? {
    file.expectAttributes(["id", "number", "verified"], of: node)
    let number = file.required("number", of: node)
    let verified = file.required("verified", of: node, in: ClauseVocabulary.verifications)
    var texts = TextCollector()
    for child in file.elements(of: node) {
      if file.name(child) == "statement" {
        texts.take(child, in: file)
      } else {
        file.unexpected(child, in: node)
      }
    }
    guard let id = file.required("id", of: node),
      define("provision", id, Site(file: file, node: node), in: &provisionSites)
    else { return nil }
    return Provision(
      id: id, number: number ?? "",
      statement: texts.texts("statement", of: node, called: id, in: file),
      verified: verified ?? "no")
  }
}
