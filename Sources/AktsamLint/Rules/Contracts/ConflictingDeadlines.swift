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
      the first cannot be claimed. State the deadline once and refer to it. Compared are sentences with one \
      deadline that speak about the same requirement, and sentences that say the same in the same words. \
      Those of one clause are not compared.
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
        """),
      RuleExample(
        """
        1.1 Leverandøren skal bekrefte hver bestilling innen fem virkedager og levere varene innen 20 \
        dager etter bekreftelsen.

        1.2 Hver faktura skal betales av oppdragsgiver innen 30 dager.

        7.1 «Leverandøren skal bekrefte bestillingene innen fem virkedager, og levere varene innen 45 \
        dager etter bekreftelsen.»

        7.2 «Hver faktura skal innen 60 dager betales av oppdragsgiver.»
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        1.1 Leverantören ska rätta allvarliga brister i leveransen inom 30 dagar.

        1.2 Leverantören ska rätta mindre brister i leveransen inom 90 dagar.

        1.3 Varje faktura ska betalas av köparen inom 30 dagar.

        7.1 Varje faktura ska betalas av köparen inom en månad.
        """, file: "document.txt", role: .contract),
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
        """),
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
    var first: [Subject: (days: Int, words: String, group: Int32, place: Place)] = [:]
    var same: [[String]: (times: [TimeExpression], group: Int32, place: Place)] = [:]
    for (passage, group) in zip(context.passages, context.passageGroups) {
      let deadlines = passage.time.filter { $0.kind == .deadline && $0.days > 0 }
      guard let deadline = deadlines.first,
        passage.cues.contains(where: { $0.concept == "time-within" })
      else { continue }
      // "Each order within five days" may be read as how often; the same words are read the same.
      let times = passage.time.filter {
        ($0.kind == .deadline || $0.kind == .frequency) && $0.days > 0
      }
      if let duty = Self.duty(passage.text, without: times) {
        if let known = same[duty] {
          let pairs = zip(times, known.times)
          let other = pairs.first { !Self.agree(Self.days($0), Self.days($1)) }
          if known.times.count == times.count, known.group != group, let other {
            report(
              context.finding(
                ContractMessages.sameDutyOtherDeadline(other.0.words, other.1.words),
                at: passage.place,
                related: [RelatedPlace("here it is \"\(other.1.words)\"", known.place)]))
            continue
          }
        } else {
          same[duty] = (times, group, passage.place)
        }
      }
      guard deadlines.count == 1 else { continue }
      let days = Self.days(deadline)
      let isLesser = Self.isLesser(passage.text)
      for assessment in passage.assessments where timed.contains(assessment.requirement) {
        let subject = Subject(requirement: assessment.requirement, isLesser: isLesser)
        guard let known = first[subject] else {
          first[subject] = (days, deadline.words, group, passage.place)
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

  /// The days of a deadline, working days counted in weeks of five.
  private static func days(_ deadline: TimeExpression) -> Int {
    deadline.isWorkingDays ? min(deadline.days, 1_000_000) * 7 / 5 : deadline.days
  }

  /// Whether two deadlines are the same in other units: a month has 28 to 31 days.
  private static func agree(_ days: Int, _ others: Int) -> Bool {
    days == others || ((28...31).contains(days) && (28...31).contains(others))
  }

  /// What deadlines are compared for.
  private struct Subject: Hashable {
    var requirement: String
    /// Whether it is about what is less serious, which may well have a deadline of its own.
    var isLesser: Bool
  }

  private static func isLesser(_ text: String) -> Bool {
    AnswerWords.words(text).contains { word in lesser.contains { word.hasPrefix($0) } }
  }

  private static let lesser = ["minor", "lesser", "mindre", "ringa", "ringe"]

  /// How many words a duty must be said with to be told from others.
  private static let fewestWords = 3

  /// Returns what a sentence says beside its deadlines, so that two that say the same are equal: the
  /// starts of its words, sorted; nil when there are too few of them.
  private static func duty(_ text: String, without deadlines: [TimeExpression]) -> [String]? {
    guard text.utf8.count <= 2_000 else { return nil }
    let times = Set(deadlines.flatMap { AnswerWords.words($0.words) })
    let starts = Set(
      AnswerWords.words(text).filter { !times.contains($0) && !Self.fillers.contains($0) }
        .map { String($0.prefix(6)) })
    return starts.count >= fewestWords ? starts.sorted() : nil
  }

  /// Words that may differ where the same is said.
  private static let fillers: Set<String> = [
    "within", "shall", "must", "will", "the", "a", "an", "and", "of", "to", "in", "on", "for", "by",
    "with", "it", "its", "is", "are", "be", "this", "that", "these", "each", "every", "any", "all",
    "inom", "ska", "skall", "måste", "den", "det", "de", "en", "ett", "och", "av", "till", "i",
    "på",
    "för", "med", "är", "att", "som", "denna", "detta", "dessa", "varje", "alla", "sin", "sina",
    "innen", "skal", "må", "et", "og", "til", "er", "å", "at", "denne", "dette", "disse", "hver",
    "hvert", "alle", "sine",
  ]
}
