import AktsamDocuments

/// Which questions are shown depending on which others.
struct ConditionGraph {
  /// A condition that must hold for a question to be shown.
  struct Edge {
    /// The condition.
    var condition: QuestionCondition
    /// The index of the question that it is about.
    var gate: Int
    /// The value that the gate must have; nil = any, or one of several.
    var value: String?
  }

  /// The questions.
  let questions: [Question]
  /// The first question of each id.
  let indices: [String: Int]
  /// What must hold for each question to be shown, as far as the gates are there: all its conditions,
  /// or those on its only gate.
  let needs: [[Edge]]

  /// Creates the graph of questions.
  init(_ questions: [Question]) {
    let indices = Dictionary(
      questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.questions = questions
    self.indices = indices
    needs = questions.map { question in
      let conditions = question.definition.conditions
      let isAll = question.definition.needsAllConditions || conditions.count == 1
      guard isAll || Set(conditions.map(\.question)).count == 1 else { return [] }
      return conditions.compactMap { condition in
        indices[condition.question].map {
          Edge(condition: condition, gate: $0, value: isAll ? condition.value : nil)
        }
      }
    }
  }

  /// The circles of questions each of which needs the next and the last the first: the first in the
  /// document stands first. Of circles that are closed by the same question one is enough: the others
  /// are seen when it is mended.
  ///
  /// - Complexity: O(n) in questions and conditions.
  var circles: [[Int]] {
    var circles: [[Int]] = []
    var isDone = [Bool](repeating: false, count: questions.count)
    var isInCircle = isDone
    // The position on the path, -1 for none, and the next gate to follow.
    var position = [Int](repeating: -1, count: questions.count)
    var cursor = [Int](repeating: 0, count: questions.count)
    for start in questions.indices where !isDone[start] {
      var path = [start]
      position[start] = 0
      while let node = path.last {
        guard cursor[node] < needs[node].count else {
          isDone[node] = true
          position[node] = -1
          path.removeLast()
          continue
        }
        let gate = needs[node][cursor[node]].gate
        cursor[node] += 1
        if position[gate] >= 0 {
          guard !isInCircle[gate], !isInCircle[node] else { continue }
          let circle = path[position[gate]...]
          for index in circle { isInCircle[index] = true }
          let first = circle.indices.min { circle[$0] < circle[$1] } ?? circle.startIndex
          circles.append(Array(circle[first...] + circle[..<first]))
        } else if !isDone[gate] {
          position[gate] = path.count
          path.append(gate)
        }
      }
    }
    return circles
  }

  /// How many conditions are followed.
  private static let reach = 64

  /// Returns the values that other questions must have for a condition to hold, by index: the gate's
  /// own, and those that the gate needs in turn. Of several options any number may be chosen, so that
  /// they are left out.
  func valuesNeeded(for edge: Edge) -> [Int: String] {
    var values: [Int: String] = [:]
    var visited: Set<Int> = []
    var waiting = [edge]
    var count = 0
    while let next = waiting.popLast(), count < Self.reach {
      count += 1
      if let value = next.value, questions[next.gate].kind != .multi, values[next.gate] == nil {
        values[next.gate] = value
      }
      if visited.insert(next.gate).inserted { waiting += needs[next.gate].prefix(Self.reach) }
    }
    return values
  }
}
