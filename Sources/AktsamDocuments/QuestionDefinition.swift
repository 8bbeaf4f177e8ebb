/// How a question is put, beside its text: when it is shown, what may be chosen, what is to be
/// attached, and where each of these stands. Empty where a format does not say.
package struct QuestionDefinition: Sendable, Hashable {
  /// The bytes of the source that open the question: its start tag. Empty = not known.
  package var source: Range<Int> = 0..<0
  /// The index of the question's element in ``Document/elements``, -1 for none.
  package var element: Int32 = -1
  /// The question's text, once a language, in the order of the document.
  package var texts: [LocalBlock] = []
  /// What helps to answer, once a language.
  package var help: [LocalBlock] = []
  /// When the question is shown; empty = always.
  package var conditions: [QuestionCondition] = []
  /// Whether all conditions must hold; otherwise any of them suffices.
  package var needsAllConditions = true
  /// The answers to choose from.
  package var options: [AnswerOption] = []
  /// The columns of a table question.
  package var columns: [AnswerColumn] = []
  /// The least number, date or count that is accepted, as written; nil = not said.
  package var minimum: String?
  /// The greatest number, date or count that is accepted, as written; nil = not said.
  package var maximum: String?
  /// The documents to attach or name; nil = none asked for.
  package var demand: EvidenceDemand?

  /// Creates a definition that says nothing.
  package init() {}
}

/// A text that stands in one language, as a block of the document.
package struct LocalBlock: Sendable, Hashable {
  /// The language code; nil when neither the text nor the document says.
  package var language: String?
  /// The index in ``Document/blocks``, -1 when the text is blank.
  package var block: Int32

  /// Creates a text.
  package init(language: String?, block: Int32) {
    self.language = language
    self.block = block
  }
}

/// A condition on the answer to another question.
package struct QuestionCondition: Sendable, Hashable {
  /// The id of the other question.
  package var question: String
  /// The value that the other answer must have: `yes`, `no`, `partly`, `not-applicable`, or the id
  /// of an option; nil = any answer.
  package var value: String?
  /// The bytes of the source that name the other question.
  package var source: Range<Int>
  /// The bytes of the source that name the value; empty for none.
  package var valueSource: Range<Int>
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32

  /// Creates a condition.
  package init(
    question: String, value: String? = nil, source: Range<Int>, valueSource: Range<Int> = 0..<0,
    element: Int32
  ) {
    self.question = question
    self.value = value
    self.source = source
    self.valueSource = valueSource
    self.element = element
  }
}

/// An answer to choose.
package struct AnswerOption: Sendable, Hashable {
  /// The id.
  package var id: String
  /// The bytes of the source that declare the id.
  package var source: Range<Int>
  /// The bytes of the source that open the option: its start tag. Empty = not known.
  package var opening: Range<Int> = 0..<0
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32
  /// The option's text, once a language.
  package var texts: [LocalBlock]

  /// Creates an option.
  package init(id: String, source: Range<Int>, element: Int32, texts: [LocalBlock] = []) {
    self.id = id
    self.source = source
    self.element = element
    self.texts = texts
  }
}

/// A column of a table question.
package struct AnswerColumn: Sendable, Hashable {
  /// The id.
  package var id: String
  /// What stands in it.
  package var kind: Question.Kind
  /// Whether every row must fill it.
  package var isMandatory: Bool
  /// The bytes of the source that declare the id.
  package var source: Range<Int>
  /// The bytes of the source that open the column: its start tag. Empty = not known.
  package var opening: Range<Int> = 0..<0
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32
  /// The column's heading, once a language.
  package var texts: [LocalBlock]

  /// Creates a column.
  package init(
    id: String, kind: Question.Kind = .text, isMandatory: Bool = false, source: Range<Int>,
    element: Int32, texts: [LocalBlock] = []
  ) {
    self.id = id
    self.kind = kind
    self.isMandatory = isMandatory
    self.source = source
    self.element = element
    self.texts = texts
  }
}

/// The documents that an answer is to name or attach.
package struct EvidenceDemand: Sendable, Hashable {
  /// Whether the answer is incomplete without them.
  package var isRequired: Bool
  /// How old they may be; nil = not said.
  package var maxAgeMonths: Int?
  /// The file name extensions that are accepted, lower case; empty = any.
  package var types: [String]
  /// The bytes of the source that open the demand: its start tag.
  package var source: Range<Int>
  /// The index of the element in ``Document/elements``, -1 for none.
  package var element: Int32
  /// What is asked for, once a language.
  package var texts: [LocalBlock]

  /// Creates a demand.
  package init(
    isRequired: Bool, maxAgeMonths: Int? = nil, types: [String] = [], source: Range<Int>,
    element: Int32, texts: [LocalBlock] = []
  ) {
    self.isRequired = isRequired
    self.maxAgeMonths = maxAgeMonths
    self.types = types
    self.source = source
    self.element = element
    self.texts = texts
  }
}
