import AktsamDocuments
import AktsamText

/// A site is listed twice in the same answer.
package struct RepeatedSite: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1130", name: "repeated-site", group: .responses, severity: .note, since: "0.2",
    summary: "A site is listed twice in the same answer.",
    rationale: """
      A list that counts a site twice says that more of the chain is known than is. Remove one of the \
      two; where it makes several products, name them in one row.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <site><name>Sample Works</name><place>Hefei</place><country>CN</country></site>
              <site><name>Sample Mill</name><place>Hefei</place><country>CN</country></site>
              <site><name>«SAMPLE  works»</name><place>Hefei</place><country>CN</country></site>
            </answer>
          """))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <site><name>Sample Works</name><place>Hefei</place><country>CN</country>
                <tier>1</tier></site>
              <site><name>Sample Works</name><place>Penang</place><country>MY</country></site>
              <site><name>Sample Works</name><place>Hefei</place><country>CN</country>
                <tier>2</tier></site>
            </answer>
          """))
    ])

  /// What makes a site the same as another.
  private struct Key: Hashable {
    var name: [String]
    var place: [String]
    var country: String
    var tier: Int?
  }

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    for answer in context.document.questions where answer.sites.count > 1 {
      var first: [Key: Block] = [:]
      for site in answer.sites {
        guard let block = context.block(at: site.block), !site.name.isEmpty else { continue }
        let key = Key(
          name: AnswerWords.words(site.name),
          place: AnswerWords.words(site.place + " " + site.region),
          country: site.country.lowercased(), tier: site.tier)
        if let earlier = first[key] {
          report(
            context.finding(
              ResponseMessages.repeatedSite(site.name), at: context.place(of: block),
              related: [RelatedPlace("first listed here", context.place(of: earlier))]))
        } else {
          first[key] = block
        }
      }
    }
  }
}
