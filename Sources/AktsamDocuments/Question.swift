/// A question of a questionnaire or an ESPD criterion, with what was answered.
package struct Question: Sendable {
  /// The four states that a report tells apart (formats, section 11, rule 7).
  package enum State: Sendable, Hashable {
    /// An answer with content.
    case answered
    /// No answer where one was expected.
    case unanswered
    /// Switched off by the answer to another question (its index in ``Document/questions``).
    case switchedOff(by: Int)
    /// No answer is expected: a caption, or the buyer's own demand.
    case notAsked
  }

  /// The kind of answer that is asked for.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case yesNo = "yes-no"
    case choice, multi, text, number, date, country, evidence, table, period, amount, code
    case identifier, url, none
  }

  /// A yes-or-no value as given.
  package enum Value: String, Sendable, Hashable {
    case yes, no, partly
    case notApplicable = "not-applicable"
  }

  /// The id in the document.
  package var id: String
  /// The question text as the reader knows it (criterion chain included); empty = not known.
  package var label: String
  /// Ids of the requirements it is mapped to.
  package var requirements: [String]
  /// The kind of answer.
  package var kind: Kind
  /// Whether an answer is mandatory.
  package var isMandatory: Bool
  /// Whether "yes" is adverse, as for an ESPD exclusion ground.
  package var yesIsAdverse: Bool
  /// The state.
  package var state: State
  /// The structured yes-or-no value, when there is one.
  package var value: Value?
  /// The value as written, for values that are not prose; empty = none.
  package var written: String
  /// The block of the value, else -1.
  package var valueBlock: Int32
  /// The dated evidence given with the answer.
  package var evidence: [EvidenceReference]
  /// The sites that the answer lists.
  package var sites: [Site]
  /// The options that were chosen by their ids; empty where a format does not say.
  package var chosen: [AnswerOption] = []
  /// The named fact that a "no" puts at nought, such as `subcontractors`; empty = none.
  package var fact = ""
  /// How it is put: conditions, choices, translations, demands.
  package var definition = QuestionDefinition()

  /// Creates a question.
  package init(
    id: String, label: String = "", requirements: [String] = [], kind: Kind,
    isMandatory: Bool = false, yesIsAdverse: Bool = false, state: State,
    value: Value? = nil, written: String = "", valueBlock: Int32 = -1,
    evidence: [EvidenceReference] = [], sites: [Site] = []
  ) {
    self.id = id
    self.label = label
    self.requirements = requirements
    self.kind = kind
    self.isMandatory = isMandatory
    self.yesIsAdverse = yesIsAdverse
    self.state = state
    self.value = value
    self.written = written
    self.valueBlock = valueBlock
    self.evidence = evidence
    self.sites = sites
  }
}

/// A document given as evidence.
package struct EvidenceReference: Sendable, Hashable {
  /// The title or file name.
  package var title: String
  /// Where it is; empty = not said.
  package var location: String
  /// Its date, `yyyy-mm-dd`, else nil.
  package var date: String?
  /// The block that names it, else -1.
  package var block: Int32

  /// Creates a reference.
  package init(title: String, location: String = "", date: String? = nil, block: Int32 = -1) {
    self.title = title
    self.location = location
    self.date = date
    self.block = block
  }
}
