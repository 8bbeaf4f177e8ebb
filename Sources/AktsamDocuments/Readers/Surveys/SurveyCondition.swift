/// When a question is asked, as far as simple comparisons say so.
indirect enum SurveyCondition: Hashable {
  /// Whether an answer to a question has a value.
  case equals(question: String, value: String)
  /// Whether a question has an answer.
  case isAnswered(String)
  case not(SurveyCondition)
  case all([SurveyCondition])
  case any([SurveyCondition])
  /// The same for every answer.
  case constant(Bool)
  /// Depends on something that is not decided here.
  case unknown

  /// What a condition comes to.
  struct Outcome {
    /// Whether it holds; nil where that cannot be told.
    var holds: Bool?
    /// The question that decided it, if one did.
    var by: String?
  }

  /// Decides the condition.
  ///
  /// - Parameter values: returns the values given to a question; nil when there is no such.
  /// - Returns: whether it holds, and which question decided that.
  func outcome(_ values: (String) -> Set<String>?) -> Outcome {
    switch self {
    case .equals(let question, let value):
      Outcome(holds: values(question).map { $0.contains(value) }, by: question)
    case .isAnswered(let question):
      Outcome(holds: values(question).map { !$0.isEmpty }, by: question)
    case .not(let condition):
      {
        let outcome = condition.outcome(values)
        return Outcome(holds: outcome.holds.map { !$0 }, by: outcome.by)
      }()
    case .all(let conditions): Self.unite(conditions, stopsAt: false, values)
    case .any(let conditions): Self.unite(conditions, stopsAt: true, values)
    case .constant(let holds): Outcome(holds: holds)
    case .unknown: Outcome()
    }
  }

  private static func unite(
    _ conditions: [SurveyCondition], stopsAt stop: Bool, _ values: (String) -> Set<String>?
  ) -> Outcome {
    var result = Outcome(holds: !stop)
    for condition in conditions {
      let outcome = condition.outcome(values)
      if outcome.holds == stop { return outcome }
      if outcome.holds == nil { result.holds = nil }
      result.by = result.by ?? outcome.by
    }
    return result
  }

  /// Returns the condition with every question's name replaced; nil makes that part undecided.
  func renamed(_ name: (String) -> String?) -> SurveyCondition {
    switch self {
    case .equals(let question, let value):
      name(question).map { .equals(question: $0, value: value) } ?? .unknown
    case .isAnswered(let question): name(question).map { .isAnswered($0) } ?? .unknown
    case .not(let condition): .not(condition.renamed(name))
    case .all(let conditions): .all(conditions.map { $0.renamed(name) })
    case .any(let conditions): .any(conditions.map { $0.renamed(name) })
    case .constant, .unknown: self
    }
  }
}
