internal import AktsamText

/// The questions of the buyer's questionnaires by their words, so that answers which come in another
/// form are read under the same requirements.
///
/// A questionnaire says which requirements a question is about; the bidder's workbook, web page or text
/// document repeats only the question. The words must be the same, but for case, spacing, punctuation
/// and the printed number.
package struct QuestionIndex: Sendable {
  private var requirements: [String: [String]] = [:]

  /// Whether no question is known.
  package var isEmpty: Bool { requirements.isEmpty }

  /// Creates an index without questions.
  package init() {}

  /// Takes in the mapped questions of a questionnaire, in all its languages.
  package mutating func add(_ document: Document) {
    guard document.role == .questionnaire else { return }
    for block in document.blocks where block.kind == .question {
      guard document.questions.indices.contains(Int(block.question)) else { continue }
      let mapped = document.questions[Int(block.question)].requirements
      guard !mapped.isEmpty, let key = Self.key(document.string(block.text)) else { continue }
      if requirements[key] == nil { requirements[key] = mapped }
    }
  }

  /// Maps the questions of a document that say themselves what they are about by no requirement.
  package func map(_ document: inout Document) {
    guard !isEmpty, document.role == .response else { return }
    for index in document.questions.indices where document.questions[index].requirements.isEmpty {
      guard let key = Self.key(document.questions[index].label), let mapped = requirements[key]
      else { continue }
      document.questions[index].requirements = mapped
    }
  }

  /// A question of fewer letters could be any.
  private static let shortest = 12

  /// The letters and digits of a question behind its number, in lower case.
  private static func key(_ text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let isNumber = { (word: Substring) in word.allSatisfy(\.isNumber) || word.count == 1 }
    let key = words.drop(while: isNumber).joined(separator: " ")
    return key.count < shortest ? nil : key
  }
}
