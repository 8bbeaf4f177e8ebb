import AktsamDocuments
import AktsamText

extension Fuzzing {
  /// Stops the process when a document breaks a promise of ``Document``: a range outside what it
  /// counts in, an index to nothing, an order that is none.
  static func check(_ document: Document) {
    checkRuns(of: document)
    var group: Int32 = 0
    for (index, block) in document.blocks.enumerated() {
      precondition(
        block.text.lowerBound >= 0 && block.text.upperBound <= document.text.count,
        "a block lies outside the text")
      precondition(block.group >= group, "groups do not ascend")
      group = block.group
      precondition(
        block.question >= -1 && Int(block.question) < document.questions.count,
        "a block refers to a question that is not there")
      precondition(
        block.heading >= -1 && Int(block.heading) < index,
        "a block refers to a heading that is not above it")
      if block.heading >= 0 {
        precondition(document.blocks[Int(block.heading)].kind == .heading, "no heading")
      }
      precondition(
        block.party >= -1 && Int(block.party) < document.otherParties.count,
        "a block refers to a party that is not there")
      precondition(
        block.element >= -1 && Int(block.element) < document.elements.count,
        "a block refers to an element that is not there")
      check(document.place(of: block.text, element: block.element), in: document)
      precondition(
        String(validating: document.text[block.text], as: UTF8.self) != nil,
        "a block cuts a character in two")
    }
    for question in document.questions {
      precondition(
        question.valueBlock >= -1 && Int(question.valueBlock) < document.blocks.count,
        "a question's value is in a block that is not there")
    }
    for finding in document.findings {
      precondition(!finding.rule.isEmpty && !finding.message.isEmpty, "a finding says nothing")
      if let place = finding.place { check(place, in: document) }
    }
  }

  private static func checkRuns(of document: Document) {
    var end = 0
    for run in document.runs {
      precondition(Int(run.text) >= end && run.textLength >= 0, "runs do not ascend")
      end = Int(run.text) + Int(run.textLength)
      precondition(run.source >= 0 && run.sourceLength >= 0, "a run starts before its source")
    }
    precondition(end <= document.text.count, "a run ends after the text")
  }

  /// The findings of a package may be about a member that no text was read from, whose bytes are
  /// gone: of their places only the order is checked.
  private static func check(_ place: Place, in document: Document) {
    precondition(place.line >= 1 && place.column >= 1, "a place before the first line")
    precondition(
      (place.line, place.column) <= (place.endLine, place.endColumn),
      "a place ends before it starts")
    let sources = [document.source] + document.furtherParts.map(\.source)
    let size = sources.first { $0.part == place.part }?.bytes.count
    for segment in place.segments {
      precondition(segment.lowerBound >= 0, "a place starts before its source")
      if let size { precondition(segment.upperBound <= size, "a place ends after its source") }
    }
  }
}
