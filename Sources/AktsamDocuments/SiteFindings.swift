package import AktsamText

/// What a table of sites shows at a glance: how far down it goes, what it leaves blank, and which sites
/// stand on the buyer's list.
package enum SiteFindings {
  /// Returns the findings about the sites of a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - watch: the buyer's list; nil = none.
  /// - Returns: the findings, table by table.
  package static func findings(in document: Document, watch: WatchList?) -> [Finding] {
    var findings: [Finding] = []
    for question in document.questions where !question.sites.isEmpty {
      findings.append(coverage(question, document))
      for site in question.sites {
        if site.region.isEmpty, site.place.isEmpty {
          findings.append(
            finding(
              Messages.blankRegionRule, .warning, Messages.blankRegion(named(site)), site, document)
          )
        }
        if let entry = watch?.entry(for: site) {
          findings.append(
            finding(
              Messages.watchedRule, .warning, Messages.watched(named(site), where: entry), site,
              document))
        }
      }
    }
    return findings
  }

  private static func named(_ site: Site) -> String {
    [site.name, site.place, site.country].first { !$0.isEmpty } ?? ""
  }

  private static func coverage(_ question: Question, _ document: Document) -> Finding {
    var tiers: [Int: Int] = [:]
    for site in question.sites { tiers[site.tier ?? -1, default: 0] += 1 }
    return finding(
      Messages.siteCoverageRule, .note,
      Messages.siteCoverage(
        question.sites.count, tiers: tiers.filter { $0.key >= 0 }.sorted { $0.key < $1.key },
        without: tiers[-1] ?? 0),
      question.sites[0], document)
  }

  private static func finding(
    _ rule: String, _ severity: Severity, _ message: String, _ site: Site, _ document: Document
  ) -> Finding {
    let block = Int(site.block)
    let place =
      document.blocks.indices.contains(block)
      ? document.place(of: document.blocks[block].text, element: document.blocks[block].element)
      : nil
    return Finding(rule: rule, severity: severity, message: message, place: place)
  }
}
