/// What was found for one requirement (design, section 4, *Outcomes*).
package enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// A careful procurement officer accepts it without asking again.
  case met
  /// It speaks to the requirement, but the officer must ask.
  case weak
  /// It denies the requirement, or two statements exclude each other.
  case contradicted
  /// Not found in this document.
  case missing
  /// Switched off by a condition, which is cited.
  case notApplicable = "not-applicable"
  /// A language or part that cannot be read.
  case unread

  /// The order of reports and of `--fail-on`: contradicted > missing = unread > weak > met.
  package var rank: Int {
    switch self {
    case .contradicted: 4
    case .missing, .unread: 3
    case .weak: 2
    case .met: 1
    case .notApplicable: 0
    }
  }
}

/// A reason why a statement is weak; the codes are stable.
package enum Weakness: String, Sendable, Hashable, CaseIterable {
  case aspirational
  case conditional
  case permissive
  case plannedOnly = "planned-only"
  case ownOperationsOnly = "own-operations-only"
  case firstTierOnly = "first-tier-only"
  case policyOnly = "policy-only"
  case bareAssertion = "bare-assertion"
  case bareGuarantee = "bare-guarantee"
  case bareDenial = "bare-denial"
  case delegated
  case reactiveOnly = "reactive-only"
  case noDeadline = "no-deadline"
  case lateDeadline = "late-deadline"
  case localLawOnly = "local-law-only"
  case incompleteList = "incomplete-list"
  case noStandard = "no-standard"
  case generic
  case certificateOnly = "certificate-only"
  case auditOnly = "audit-only"
  case noEvidence = "no-evidence"
  case outdatedEvidence = "outdated-evidence"
  case referenceElsewhere = "reference-elsewhere"
  case placeholder
  case copiedAnswer = "copied-answer"
}

/// Whether an assessment may be relied on without a second look.
package enum Certainty: String, Sendable, Hashable, CaseIterable {
  case sure, check
}

/// How firmly a sentence speaks (design, section 4).
package enum Force: String, Sendable, Hashable, CaseIterable {
  case obligation, practice, intention, aspiration, permission, expectation, bare
}

/// Whether a sentence affirms or denies.
package enum Polarity: String, Sendable, Hashable, CaseIterable {
  case affirmed, denied
}

/// Who is bound.
package enum Bearer: String, Sendable, Hashable, CaseIterable {
  /// The supplier, or "we" in its own text.
  case supplier
  case subSupplier = "sub-supplier"
  case buyer
  case nobody
}

/// How far down the supply chain a sentence reaches.
package enum ChainScope: String, Sendable, Hashable, CaseIterable {
  case ownOperations = "own-operations"
  case firstTier = "first-tier"
  case namedTiers = "named-tiers"
  case wholeChain = "whole-chain"
}
