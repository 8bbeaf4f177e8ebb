/// The fixed words of clause files: what attributes and elements may say besides ids.
package enum ClauseVocabulary {
  /// The namespace of all clause files.
  package static let namespace = "urn:aktsam:clauses:1"

  /// The languages that texts for people are written in; each text needs all of them.
  package static let writtenLanguages = ["en", "sv", "nb"]

  /// The languages that documents are read in; a lexicon and an example may be in one of these.
  package static let readLanguages = ["en", "sv", "nb", "nn", "da"]

  /// The weakness codes: the reasons that an officer would give for asking again.
  package static let weaknesses = [
    "aspirational", "conditional", "permissive", "planned-only", "own-operations-only",
    "first-tier-only", "policy-only", "bare-assertion", "bare-guarantee", "bare-denial",
    "delegated", "reactive-only", "no-deadline", "late-deadline", "local-law-only",
    "incomplete-list", "no-standard", "generic", "certificate-only", "audit-only",
    "no-evidence", "outdated-evidence", "reference-elsewhere", "placeholder", "copied-answer",
  ]

  /// The numbers that buyers vary in a profile, all in days.
  package static let parameters = [
    "incident-days", "audit-access-days", "self-assessment-days", "information-days",
    "plan-days", "exit-days", "assessment-days", "mapping-days", "evidence-age-days",
    "training-days", "account-days",
  ]

  /// The named facts that are compared between statements.
  package static let facts = ["subcontractors", "sites", "tiers", "adoption"]

  /// The largest number of concepts: what fits the sets that sentences are matched with.
  package static let mostConcepts = 512
  /// What `<by>` may name: who a sentence binds.
  package static let bearers = ["own", "supplier", "other", "buyer", "nobody"]

  /// The outcomes of an example; `none` is a near miss.
  package static let outcomes = ["met", "weak", "contradicted", "none"]

  /// How a norm holds.
  package static let statuses = [
    "in-force", "not-yet-applicable", "soft-law", "model", "standard", "scheme",
  ]

  /// How far a statement about a norm was checked against a public page.
  package static let verifications = ["yes", "partly", "no"]
}
