import AktsamDocuments
import AktsamText

/// The text cites an act that another has replaced.
package struct SupersededAct: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1210", name: "superseded-act", group: .contracts, severity: .warning, since: "0.2",
    summary: "The text cites an act that another has replaced.",
    rationale: """
      A duty under an act that is no longer in force is open to dispute, and the number shows that the \
      template is old. Cite the act in force, and check that the article still fits. Only acts whose \
      repeal is beyond doubt are known here.
      """,
    references: [
      "https://eur-lex.europa.eu/eli/dir/2014/24/oj",
      "https://eur-lex.europa.eu/eli/dir/2014/25/oj",
      "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
      "https://eur-lex.europa.eu/eli/dir/2011/65/oj",
      "https://eur-lex.europa.eu/eli/dir/2012/19/oj",
      "https://eur-lex.europa.eu/eli/reg/2023/1542/oj",
      "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/lag-20161145-om-offentlig-upphandling_sfs-2016-1145/",
      "https://lovdata.no/forskrift/2016-08-12-974",
      "https://lovdata.no/lov/2016-06-17-73",
    ],
    flagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="sv" date="2026-02-01">
          <title>Villkor</title>
          <section number="1">
            <heading>Grund</heading>
            <clause number="1.1"><p>Villkoren följer direktiv «2004/18/EG» och lagen («2007:1091») \
        om offentlig upphandling.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        1.1 Avtalen bygger på forskrift av «7. april 2006 nr. 402» og direktiv «95/46/EF».
        """, file: "document.txt", role: .contract),
    ],
    unflagged: [
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en" date="2026-02-01">
          <title>Terms</title>
          <section number="1">
            <heading>Basis</heading>
            <clause number="1.1"><p>The terms follow Directive 2014/24/EU, which replaced Directive \
        2004/18/EC, and the Swedish act (2016:1145). Order no. 12004/18/ECX.</p></clause>
          </section>
        </tender>
        """),
      RuleExample(
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en" date="2015-03-01">
          <title>Terms</title>
          <section number="1">
            <heading>Basis</heading>
            <clause number="1.1"><p>The terms follow Directive 2004/18/EC.</p></clause>
          </section>
        </tender>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard [.contract, .tender, .questionnaire, .notice].contains(document.role) else { return }
    for block in document.blocks {
      let range = block.text.clamped(to: 0..<document.text.count)
      // Acts are cited by numbers, and most texts hold none.
      guard document.text[range].contains(where: { (0x30...0x39).contains($0) }) else { continue }
      for act in ReplacedAct.all where context.date.map({ $0 >= act.since }) ?? true {
        guard let found = act.range(in: document.text, range),
          firstRange(of: Array(act.successorNumber.utf8), in: document.text[range]) == nil
        else { continue }
        let place = context.place(of: found, in: block)
        let written = document.string(found)
        report(
          context.finding(
            ContractMessages.supersededAct(written, act.successor, since: act.since), at: place,
            fix: place.part.isEmpty && place.segments.count == 1
              ? Fix(
                "cite \"\(act.replacement)\"", [.init(place.segments[0], act.replacement)],
                isSafe: false) : nil))
      }
    }
  }
}
