import AktsamDocuments
import AktsamReading
import AktsamText

/// A notice claims a social objective, and no condition or criterion takes it up.
package struct SocialObjectiveWithoutCondition: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1301", name: "social-objective-without-condition", group: .notices, severity: .warning,
    since: "0.2",
    summary: "A notice claims a social objective, and no condition or criterion takes it up.",
    rationale: """
      By its code the notice counts as procurement for human rights or fair work, while nothing binds \
      the supplier to either. State a contract performance condition (BT-70), or a selection or award \
      criterion, about the objective, or do not claim it. Notices that only announce or conclude a \
      procedure are left out.
      """,
    references: [
      "https://docs.ted.europa.eu/eforms/latest/schema/procedure-lot-part-information.html"
    ],
    supersedes: ["AK0342"],
    flagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition("See the procurement documents."),
            codes: ["strategic-procurement:soc-obj", "social-objective:«hum-right»"])
            + NoticeExamples.lot(
              "", codes: ["social-objective:«gen-eq»"], id: "LOT-0002"))),
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition(
              "Leverantören ska leverera varorna inom tio dagar från beställning.",
              language: "SWE"),
            codes: ["social-objective:«hum-right»"]), language: "SWE")),
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot(
            NoticeExamples.condition(
              "The supplier shall carry out human-rights due diligence in its supply chain and map it "
                + "down to raw materials."),
            codes: ["strategic-procurement:soc-obj", "social-objective:hum-right"])
            + NoticeExamples.lot(
              "", codes: ["strategic-procurement:env-imp"], id: "LOT-0002"))),
      RuleExample(
        NoticeExamples.notice(
          NoticeExamples.lot("", codes: ["social-objective:hum-right"]),
          root: "PriorInformationNotice")),
    ])

  /// The objectives that the clause library is about: for these the words themselves are read.
  private static let read: Set<String> = ["hum-right", "work-cond"]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.format == "eforms",
      document.elements.path(of: 0).hasPrefix("/ContractNotice[")
    else { return }
    let claims = document.codes.filter {
      $0.kind == .socialObjective && OfficialCodes.socialObjectives.contains($0.code)
    }
    guard !claims.isEmpty else { return }
    let terms = NoticeTerms(context)
    let topics = claims.contains { Self.read.contains($0.code) } ? topics(context) : ([], [])
    var decided: [Claim: (hasTerms: Bool, isTakenUp: Bool)] = [:]
    for claim in claims {
      let key = Claim(lot: claim.lot, isRead: Self.read.contains(claim.code))
      let answer = decided[key] ?? decide(key, terms, topics)
      decided[key] = answer
      guard !answer.isTakenUp else { continue }
      report(
        context.finding(
          NoticeMessages.objectiveWithoutCondition(claim, hasTerms: answer.hasTerms),
          at: context.place(ofText: claim.text, element: claim.element)))
    }
  }

  /// What is the same for all claims of a lot.
  private struct Claim: Hashable {
    var lot: String
    /// Whether the words of the terms are read.
    var isRead: Bool
  }

  /// Whether the terms for a lot take a claim up. What is in a language that is not read may well speak
  /// about it.
  private func decide(
    _ claim: Claim, _ terms: NoticeTerms, _ topics: (read: Set<Int>, speaking: Set<Int>)
  ) -> (hasTerms: Bool, isTakenUp: Bool) {
    let blocks = terms.blocks(for: claim.lot)
    let isTakenUp = blocks.contains {
      !claim.isRead || topics.speaking.contains($0) || !topics.read.contains($0)
    }
    return (!blocks.isEmpty, isTakenUp)
  }

  /// The blocks that the engine reads, and those of them that speak about a requirement.
  private func topics(_ context: RuleContext) -> (read: Set<Int>, speaking: Set<Int>) {
    let starts = BlockStarts(context.document)
    var read: Set<Int> = []
    var speaking: Set<Int> = []
    for passage in context.passages {
      guard let index = starts.index(at: passage.place) else { continue }
      read.insert(index)
      if !passage.assessments.isEmpty { speaking.insert(index) }
    }
    return (read, speaking)
  }
}
