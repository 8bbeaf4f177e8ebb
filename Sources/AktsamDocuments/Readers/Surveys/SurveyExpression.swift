/// Reads the conditions that LimeSurvey and XForms write as expressions.
///
/// Comparisons of one question with one value are understood, joined by `and`, `or` and `not`, and
/// `selected(question, 'value')`. Everything else is undecided, and so is the whole expression when
/// it cannot be followed.
struct SurveyExpression {
  private enum Token: Equatable {
    case name(String)
    case string(String)
    case number(String)
    case sign(String)
  }

  private enum Operand {
    case name(String)
    case literal(String)
    case condition(SurveyCondition)
    case unknown
  }

  /// A longer expression is not followed.
  private static let maxLength = 8192
  /// Nor is one that nests deeper.
  private static let maxDepth = 40

  private var tokens: [Token] = []
  private var position = 0
  private var depth = 0

  /// Returns the condition that an expression states.
  static func condition(_ text: String) -> SurveyCondition {
    guard text.utf8.count <= maxLength else { return .unknown }
    var parser = SurveyExpression()
    guard parser.tokenise(Array(text.utf8)) else { return .unknown }
    guard !parser.tokens.isEmpty else { return .constant(true) }
    guard let condition = parser.disjunction(), parser.position == parser.tokens.count else {
      return .unknown
    }
    return condition
  }

  // MARK: - Tokens

  private mutating func tokenise(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        index += 1
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        guard let close = bytes[(index + 1)...].firstIndex(of: byte) else { return false }
        tokens.append(.string(String(decoding: bytes[(index + 1)..<close], as: UTF8.self)))
        index = close + 1
      } else if isNamePart(byte) || byte == UInt8(ascii: "/") {
        let start = index
        while index < bytes.count, continuesName(bytes, index, from: start) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let isNumber =
          text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
          && text.utf8.contains { (0x30...0x39).contains($0) }
        tokens.append(isNumber ? .number(text) : .name(text))
      } else {
        let pair = String(decoding: bytes[index..<min(index + 2, bytes.count)], as: UTF8.self)
        if ["==", "!=", "<=", ">=", "&&", "||"].contains(pair) {
          tokens.append(.sign(pair))
          index += 2
        } else if "=<>!(),+-*".utf8.contains(byte) {
          tokens.append(.sign(String(decoding: [byte], as: UTF8.self)))
          index += 1
        } else {
          return false
        }
      }
    }
    return true
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// Names may be paths, and hold a colon or, between two letters, a hyphen.
  private func continuesName(_ bytes: [UInt8], _ index: Int, from start: Int) -> Bool {
    let byte = bytes[index]
    if isNamePart(byte) || byte == UInt8(ascii: "/") { return true }
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":"), index > start,
      index + 1 < bytes.count
    else { return false }
    return isNamePart(bytes[index + 1]) && isNamePart(bytes[index - 1])
  }

  // MARK: - Grammar

  private mutating func take(_ words: String...) -> Bool {
    guard position < tokens.count else { return false }
    switch tokens[position] {
    case .sign(let text) where words.contains(text): break
    case .name(let text) where words.contains(text.lowercased()): break
    default: return false
    }
    position += 1
    return true
  }

  /// Reads a whole condition, of which the first operand may have been read before.
  private mutating func disjunction(after left: Operand? = nil) -> SurveyCondition? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth, let first = conjunction(after: left) else { return nil }
    var parts = [first]
    while take("or", "||") {
      guard let next = conjunction() else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : .any(parts)
  }

  private mutating func conjunction(after left: Operand? = nil) -> SurveyCondition? {
    guard let first = negation(after: left) else { return nil }
    var parts = [first]
    while take("and", "&&") {
      guard let next = negation() else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : .all(parts)
  }

  private mutating func negation(after left: Operand? = nil) -> SurveyCondition? {
    if let left { return comparison(left) }
    var isNegated = false
    while take("!") { isNegated.toggle() }
    guard let left = operand(), let condition = comparison(left) else { return nil }
    return isNegated ? .not(condition) : condition
  }

  private mutating func comparison(_ left: Operand) -> SurveyCondition? {
    if take("=", "==", "eq") {
      guard let right = operand() else { return nil }
      return Self.equality(left, right)
    }
    if take("!=", "ne") {
      guard let right = operand() else { return nil }
      return .not(Self.equality(left, right))
    }
    if take("<", ">", "<=", ">=", "lt", "gt", "le", "ge") {
      return operand() == nil ? nil : .unknown
    }
    switch left {
    case .condition(let condition): return condition
    case .literal("0"), .literal(""): return .constant(false)
    case .literal: return .constant(true)
    case .name, .unknown: return .unknown
    }
  }

  private static func equality(_ left: Operand, _ right: Operand) -> SurveyCondition {
    switch (left, right) {
    case (.name(let name), .literal("")), (.literal(""), .name(let name)):
      .not(.isAnswered(name))
    case (.name(let name), .literal(let value)), (.literal(let value), .name(let name)):
      .equals(question: name, value: value)
    default: .unknown
    }
  }

  private mutating func operand() -> Operand? {
    guard var operand = primary() else { return nil }
    while take("+", "-", "*", "div", "mod") {
      guard primary() != nil else { return nil }
      operand = .unknown
    }
    return operand
  }

  private mutating func primary() -> Operand? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else { return nil }
    if take("(") {
      guard let inner = disjunction(), take(")") else { return nil }
      return .condition(inner)
    }
    if take("-") { return primary() == nil ? nil : .unknown }
    guard position < tokens.count else { return nil }
    let token = tokens[position]
    position += 1
    switch token {
    case .string(let text), .number(let text): return .literal(text)
    case .sign: return nil
    case .name(let name):
      return take("(") ? call(name.lowercased()) : .name(name)
    }
  }

  /// Reads the arguments of a function and what it says.
  private mutating func call(_ function: String) -> Operand? {
    if function == "not" {
      guard let inner = disjunction(), take(")") else { return nil }
      return .condition(.not(inner))
    }
    var arguments: [Operand] = []
    while !take(")") {
      if !arguments.isEmpty { guard take(",") else { return nil } }
      guard let argument = argument() else { return nil }
      arguments.append(argument)
    }
    switch (function, arguments.first, arguments.last) {
    case ("selected", .name(let name)?, .literal(let value)?) where arguments.count == 2:
      return .condition(.equals(question: name, value: value))
    case ("is_empty", .name(let name)?, _) where arguments.count == 1:
      return .condition(.not(.isAnswered(name)))
    case ("true", nil, _): return .condition(.constant(true))
    case ("false", nil, _): return .condition(.constant(false))
    default: return .unknown
    }
  }

  /// A name or a value alone stays what it is; anything more is a condition.
  private mutating func argument() -> Operand? {
    if position < tokens.count, tokens[position] == .sign("!") {
      return disjunction().map { .condition($0) }
    }
    guard let left = operand(), position < tokens.count else { return nil }
    if tokens[position] == .sign(",") || tokens[position] == .sign(")") { return left }
    return disjunction(after: left).map { .condition($0) }
  }
}
