import AktsamClauses
import AktsamReading
import AktsamText

/// The report in English.
enum EnglishTexts: LanguageTexts {
  static let code = "en"

  static func word(_ word: ReportWord) -> String {
    switch word {
    case .library: "library"
    case .profile: "profile"
    case .asOf: "ages measured at"
    case .encoding: "stored in"
    case .party: "party"
    case .whyWeak: "Why it is weak"
    case .whatElseIsWeak: "Other passages are weaker"
    case .restsOn: "Rests on"
    case .makesStrong: "What would make it strong"
    case .askSupplier: "Ask the supplier"
    case .elements: "Elements"
    case .nearest: "Nearest passages, which support nothing"
    case .core: "needed"
    case .supporting: "helpful"
    case .searched: "Searched"
    case .demandedBy: "Demanded by"
    case .requirement: "Requirement"
    case .dialogueOnly: "not demanded"
    case .forDialogue:
      "For dialogue: not demanded by the buyer's documents, and not counted"
    case .remarks: "Remarks on the documents"
    case .noAssessment: "Nothing could be read, so nothing was assessed."
    case .toCheck: "check"
    case .decided: "decided by a person"
    case .caveat:
      "\"Not found in this document\" does not mean absent from the bid. "
        + "aktsam reads; a person decides."
    case .step: "OECD step"
    case .weight: "weight"
    case .roles: "checked in"
    case .rationale: "Why it matters"
    case .question: "Question that elicits it"
    case .dialogue: "To ask in a dialogue"
    case .wording: "Proposed wording"
    case .evidenceToAsk: "Evidence to ask for"
    case .examples: "Examples"
    case .nearMiss: "near miss"
    case .meaning: "What it means"
    case .mend: "How to mend it"
    case .code: "if absent"
    case .parameter: "limit"
    case .mapped: "as an answer to its question"
    case .profiles: "In profiles"
    case .requirements: "requirements"
    }
  }

  static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "met"
    case .weak: "weak"
    case .contradicted: "contradicted"
    case .missing: "not found"
    case .notApplicable: "not applicable"
    case .unread: "not read"
    }
  }

  static func heading(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "Met"
    case .weak: "Weak"
    case .contradicted: "Contradicted"
    case .missing: "Not found in this document"
    case .notApplicable: "Not applicable"
    case .unread: "Could not be read"
    }
  }

  static func decided(_ decision: Decision) -> String {
    "Decided by \(decision.by) on \(decision.on): \(decision.reason) (read as: "
      + "\(outcome(decision.machineOutcome)))"
  }

  static func certainty(_ certainty: Certainty) -> String {
    switch certainty {
    case .sure: "sure"
    case .check: "check"
    }
  }

  static func level(_ level: Profile.Level) -> String {
    switch level {
    case .required: "required"
    case .expected: "expected"
    case .optional: "optional"
    }
  }

  static func weight(_ weight: Requirement.Weight) -> String {
    switch weight {
    case .critical: "critical"
    case .high: "high"
    case .medium: "medium"
    }
  }

  static func kind(_ kind: Requirement.Kind) -> String {
    switch kind {
    case .duty: "duty"
    case .prohibition: "prohibition"
    }
  }

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  static func role(_ role: DocumentRole) -> String {
    switch role {
    case .response: "self-assessment"
    case .tender: "supplier's document"
    case .contract: "contract terms"
    case .questionnaire: "questionnaire"
    case .notice: "notice"
    }
  }

  static func roleOrigin(_ origin: String) -> String {
    switch origin {
    case "declared": "as declared"
    case "format": "known from the format"
    case "inferred": "inferred"
    default: origin
    }
  }

  static func force(_ force: Force) -> String {
    switch force {
    case .obligation: "obligation"
    case .practice: "practice"
    case .intention: "intention"
    case .aspiration: "aspiration"
    case .permission: "permission"
    case .expectation: "expectation of others"
    case .bare: "bare statement"
    }
  }

  static func state(_ state: ElementState.State) -> String {
    switch state {
    case .met: "found"
    case .weak: "weak"
    case .denied: "denied"
    case .absent: "not found"
    }
  }

  static func contradiction(_ kind: Contradiction.Kind) -> String {
    switch kind {
    case .denied: "denial"
    case .conflict: "conflict"
    }
  }

  static func verified(_ mark: String) -> String {
    switch mark {
    case "yes": "checked against the published text"
    case "partly": "checked in part against the published text"
    default: "not yet checked against the published text"
    }
  }

  static func status(_ status: String) -> String {
    switch status {
    case "in-force": "in force"
    case "not-yet-applicable": "not yet applicable"
    case "soft-law": "soft law"
    case "model": "model terms"
    case "standard": "standard"
    case "scheme": "scheme"
    default: status
    }
  }
}

// MARK: - Phrases

extension EnglishTexts {
  static func quoted(_ text: String) -> String { "“\(text)”" }

  static func metReason(force: Force?, role: DocumentRole, elements: [String]) -> String {
    let lead: String
    if role == .questionnaire {
      lead = "Asked for openly"
    } else {
      switch force {
      case .obligation: lead = "Stated as a binding duty"
      case .practice: lead = "Stated as something that is done"
      case .intention: lead = "Stated as a firm intention"
      default: lead = "Stated"
      }
    }
    return elements.isEmpty ? "\(lead)." : "\(lead), with \(elements.joined(separator: "; "))."
  }

  static func weakReason(_ reasons: [String]) -> String {
    reasons.isEmpty
      ? "Addressed, but not firmly enough to be accepted without asking again."
      : "Addressed, but not firmly enough: \(reasons.joined(separator: "; "))."
  }

  static func otherParty(_ party: String) -> String {
    "the words are those of \(party), not the supplier's own"
  }

  static func deniedReason(at place: String) -> String {
    place.isEmpty
      ? "The document says that this is not done or does not hold."
      : "The document says that this is not done or does not hold (\(place))."
  }

  static func conflictReason(_ first: String, _ second: String) -> String {
    first.isEmpty || second.isEmpty
      ? "Two statements exclude each other."
      : "Two statements exclude each other: one at \(first), the other at \(second)."
  }

  static func missingReason(passages: Int, unread: Int, inputs: Int) -> String {
    let one = inputs <= 1
    let lead = "Not found in \(one ? "this document" : "these documents")"
    guard passages > 0 else {
      return "\(lead): \(one ? "it holds" : "they hold") no passage that could support it."
    }
    let none =
      passages == 1
      ? "the one passage does not speak to it"
      : "none of the \(passages) passages speaks to it"
    return "\(lead): \(none)" + (unread > 0 ? "; \(unread) could not be read." : ".")
  }

  static func notApplicableReason(at place: String) -> String {
    "Does not apply: a condition in the document switches it off"
      + (place.isEmpty ? "." : " (\(place)).")
  }

  static func unreadReason(passages: Int, unread: Int) -> String {
    "Could not be read: \(unread) of \(passages) passages are in a language or an encoding "
      + "that aktsam does not read."
  }

  static func add(_ labels: [String]) -> String { "Add: \(labels.joined(separator: "; "))." }

  static var readableSuggestion: String {
    "Hand in the text in English, Swedish or Norwegian, or have a person read it."
  }

  static func searched(passages: Int, unread: Int) -> String {
    (passages == 1 ? "1 passage" : "\(passages) passages")
      + (unread > 0 ? ", of which \(unread) could not be read" : "")
  }
}
