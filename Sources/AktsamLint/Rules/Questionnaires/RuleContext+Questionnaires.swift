import AktsamDocuments
import AktsamText

extension RuleContext {
  /// The questions of a questionnaire whose format says how they are put; none in other documents.
  var definedQuestions: [Question] {
    guard document.role == .questionnaire else { return [] }
    return document.questions.filter { !$0.definition.source.isEmpty }
  }

  /// The place of what opens the document: the start tag of its root.
  var opening: Place {
    place(ofSource: document.opening, element: document.elements.count > 0 ? 0 : -1)
  }

  /// Returns the words of a text; none when it is blank.
  func words(of text: LocalBlock) -> BlockWords {
    guard let block = block(at: text.block) else { return BlockWords() }
    return blockWords(block)
  }
}

extension Question {
  /// How a message names it: by its printed number and id, as far as there are any.
  var name: String { id.isEmpty ? "this question" : "\"\(id)\"" }

  /// Whether the answer is one or several of the options.
  var isChosen: Bool { kind == .choice || kind == .multi }
}
