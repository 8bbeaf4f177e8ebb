import AktsamClauses
import AktsamText

/// A term names something of the field and, without a companion, another subject.
package struct AmbiguousTerm: LibraryRule {
  package static let info = RuleInfo(
    id: "AK1405", name: "ambiguous-term", group: .clauses, severity: .note, since: "0.2",
    summary: "A term names something of the field and, without a companion, another subject.",
    rationale: """
      Concepts of another subject take a sentence out of the field. A term that stands under one of them \
      and under a concept of the field says both at once, so that a requirement is passed over wherever \
      the term is used. Give one of the two entries a companion ("with"), or a longer term. Off by \
      default, since a pattern may tell the two apart.
      """,
    isDefault: false,
    flagged: [
      RuleExample(
        """
        <lexicon xmlns="urn:aktsam:clauses:1" language="en">
          <terms concept="force-obligation">shall</terms>
          <terms concept="risk">risk</terms>
          <terms concept="assess">assess</terms>
          <terms concept="map">map</terms>
          <terms concept="norm-ungp">guiding principles</terms>
          <terms concept="context-price">price; market place</terms>
          <terms concept="site">site; «market place»</terms>
        </lexicon>
        """, file: "clauses/concepts/en.xml")
    ],
    unflagged: [
      RuleExample(
        """
        <lexicon xmlns="urn:aktsam:clauses:1" language="en">
          <terms concept="force-obligation">shall</terms>
          <terms concept="risk">risk</terms>
          <terms concept="assess">assess</terms>
          <terms concept="map">map</terms>
          <terms concept="norm-ungp">guiding principles</terms>
          <terms concept="context-price">price; market place</terms>
          <terms concept="site">site</terms>
          <terms concept="site" with="map">market place</terms>
        </lexicon>
        """, file: "clauses/concepts/en.xml")
    ])

  private static let field: Set<ConceptClass> = [.topic, .harm, .norm]

  package init() {}

  package func check(_ context: LibraryContext, report: (LintFinding) -> Void) {
    let concepts = context.library.concepts
    for (language, lexicon) in context.library.lexicons.sorted(by: { $0.key < $1.key }) {
      var others: [String: Int] = [:]
      for entry in lexicon.entries
      where concepts[entry.concept].kind == .context && entry.companions.isEmpty {
        for term in entry.terms where others[term] == nil { others[term] = entry.concept }
      }
      for (index, entry) in lexicon.entries.enumerated()
      where entry.companions.isEmpty && Self.field.contains(concepts[entry.concept].kind) {
        // What is taken over from a close language is reported there.
        guard context.holds(.entryOfTerms(index, language: language)) else { break }
        for term in entry.terms {
          guard let other = others[term] else { continue }
          report(
            context.finding(
              ClauseMessages.ambiguousTerm(
                term, language, concepts[entry.concept].id, concepts[other].id),
              at: context.place(of: term, in: .entryOfTerms(index, language: language))))
        }
      }
    }
  }
}
