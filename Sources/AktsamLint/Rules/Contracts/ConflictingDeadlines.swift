import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

/// Two clauses set different deadlines for the same duty.
package struct ConflictingDeadlines: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1212", name: "conflicting-deadlines", group: .contracts, severity: .warning,
    since: "0.2", summary: "Two clauses set different deadlines for the same duty.",
    rationale: """
      A supplier that is given 14 days in one clause and 30 in another will take 30, and a penalty for \
      the first cannot be claimed. State the deadline once and refer to it. Sentences with several \
      deadlines, and those of one clause, are not compared.
      """,
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>Where the Supplier has reasonable grounds to assume forced labour \
        or child labour in any tier of the supply chain, it shall notify the Buyer's contract manager \
        within 14 days.</p></clause>
            <clause number="1.2"><p>«Where the Supplier has reasonable grounds to assume forced labour \
        or danger to life in its own operations or in any tier of the supply chain, it shall notify \
        the Buyer's contract manager within 30 days.»</p></clause>
          </section>
        </tender>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>Where the Supplier has reasonable grounds to assume forced labour \
        or child labour in any tier of the supply chain, it shall notify the Buyer's contract manager \
        within 14 days.</p></clause>
            <clause number="1.2"><p>Within six weeks of each risk assessment the Supplier shall draw \
        up an action plan for the most severe risks that states action, responsible person, final \
        date and indicator.</p></clause>
            <clause number="1.3"><p>Where the Supplier has reasonable grounds to assume danger to life \
        in any tier of the supply chain, it shall notify the Buyer's contract manager within ten \
        working days.</p></clause>
          </section>
        </tender>
        """)
    ])

  /// What a deadline is compared for: a frequency may well differ from another.
  private static let parameters: Set<String> = [
    "incident-days", "audit-access-days", "self-assessment-days", "information-days", "plan-days",
    "exit-days",
  ]

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract else { return }
    let timed = Set(
      context.library.requirements.filter { requirement in
        requirement.elements.contains { Self.parameters.contains($0.parameter) }
      }.map(\.id))
    var first: [String: (days: Int, words: String, group: Int32, place: Place)] = [:]
    for (passage, group) in zip(context.passages, context.passageGroups) {
      let deadlines = passage.time.filter { $0.kind == .deadline && $0.days > 0 }
      guard deadlines.count == 1, let deadline = deadlines.first,
        passage.cues.contains(where: { $0.concept == "time-within" })
      else { continue }
      let days = deadline.isWorkingDays ? deadline.days * 7 / 5 : deadline.days
      for assessment in passage.assessments where timed.contains(assessment.requirement) {
        guard let known = first[assessment.requirement] else {
          first[assessment.requirement] = (days, deadline.words, group, passage.place)
          continue
        }
        guard known.days != days, known.group != group else { continue }
        report(
          context.finding(
            ContractMessages.conflictingDeadlines(
              context.name(of: assessment.requirement), deadline.words, known.words),
            at: passage.place,
            related: [RelatedPlace("here it is \"\(known.words)\"", known.place)]))
        break
      }
    }
  }
}
