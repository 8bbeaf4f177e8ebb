import AktsamDocuments
import AktsamText

/// A site is listed without its place and its region.
package struct SiteWithoutPlace: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1129", name: "site-without-place", group: .responses, severity: .warning, since: "0.2",
    summary: "A site is listed without its place and its region.",
    rationale: """
      Risks differ within a country: of forced labour imposed by a state in one region, of a dam in \
      another. A site that is only said to be in a country can neither be found nor visited. Give its \
      town or its region.
      """,
    references: ["UNGP-17"],
    supersedes: ["AK0313"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <site><name>«Sample Works»</name><country>CN</country><tier>1</tier></site>
              <site><name>Sample Mill</name><country>CN</country><region>Anhui</region></site>
            </answer>
          """))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <site><name>Sample Works</name><place>Hefei</place><country>CN</country></site>
            </answer>
            <answer question="q2">
              <table><column id="name">Policy</column>
                <row><cell column="name">Code of conduct</cell></row></table>
            </answer>
          """))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    for answer in context.document.questions {
      for site in answer.sites where site.place.isEmpty && site.region.isEmpty {
        guard let block = context.block(at: site.block) else { continue }
        report(
          context.finding(
            ResponseMessages.siteWithoutPlace(site.name.isEmpty ? site.country : site.name),
            at: context.place(of: block)))
      }
    }
  }
}
