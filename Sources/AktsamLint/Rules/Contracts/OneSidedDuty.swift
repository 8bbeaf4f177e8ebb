import AktsamDocuments
import AktsamReading
import AktsamText

/// The contract binds the supplier to due diligence and the buyer to nothing.
package struct OneSidedDuty: DocumentRule {
  /// What the model clauses ask of the buyer itself.
  private static let shared = "pur-shared-responsibility"

  package static let info = RuleInfo(
    id: "AK1219", name: "one-sided-duty", group: .contracts, severity: .note, since: "0.2",
    summary: "The contract binds the supplier to due diligence and the buyer to nothing.",
    rationale: """
      Short lead times, late changes and prices below cost come from the buyer, and end as overtime at \
      the factory. The model clauses on responsible purchasing share the duty: realistic lead times, \
      dialogue before sanctions, audits of other buyers accepted. Add what the buyer itself will do.
      """,
    references: ["ABA-MCC-1.3", "SE-REG-2.3c"],
    options: [
      RuleOption(
        "least-duties",
        "How many requirements a contract must bind the supplier to, to be looked at.",
        standard: .int(3))
    ],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>«Terms on human rights»</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall map the supply chain of the goods every six \
        months.</p></clause>
            <clause number="1.2"><p>The Supplier shall once a year assess the risks of adverse impacts \
        on human rights in the supply chain.</p></clause>
            <clause number="1.3"><p>The Supplier shall draw up action plans for its most significant \
        risks, with an owner for each action.</p></clause>
          </section>
        </tender>
        """)
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms on human rights</title>
          <section number="1">
            <heading>Duties</heading>
            <clause number="1.1"><p>The Supplier shall map the supply chain of the goods every six \
        months.</p></clause>
            <clause number="1.2"><p>The Supplier shall once a year assess the risks of adverse impacts \
        on human rights in the supply chain.</p></clause>
            <clause number="1.3"><p>The Supplier shall draw up action plans for its most significant \
        risks, with an owner for each action.</p></clause>
            <clause number="1.4"><p>The Buyer shall give realistic lead times for call-offs and hear \
        the Supplier before any sanction.</p></clause>
          </section>
        </tender>
        """)
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .contract,
      context.assessment(Self.shared)?.outcome == .missing
    else { return }
    let duties = context.passages.filter { $0.force == .obligation && !$0.assessments.isEmpty }
    let ofSupplier = Set(
      duties.filter { $0.bearer == .supplier }.flatMap(\.assessments).map(\.requirement)
    ).count
    guard ofSupplier >= max(1, context.options.int("least-duties")),
      !duties.contains(where: { $0.bearer == .buyer })
    else { return }
    report(
      context.finding(
        ContractMessages.oneSided(ofSupplier, wording: context.wording(of: Self.shared)),
        at: context.placeOfDocument))
  }
}
