import AktsamText
import AktsamXML

/// Reads the questions of an `Enquiry` and the answers of an `EnquiryResponse`.
///
/// Each text is the description of an attachment; references say by XPath which attachment belongs
/// to which lot. A response repeats the question in front of its answer.
struct UBLEnquiry {
  private let tree: UBLNoticeTree
  private let isResponse: Bool
  private var reading: UBLTextReading

  init(_ reading: UBLTextReading, isResponse: Bool) {
    tree = reading.tree
    self.isResponse = isResponse
    self.reading = reading
  }

  /// Reads the attachments below the root and returns what was read.
  consuming func read(_ root: Int) -> UBLTextReading {
    let attachments = tree.children(.attachment, of: root)
    let lots = lots(root, count: attachments.count)
    for (index, attachment) in attachments.enumerated() {
      for external in tree.children(.externalReference, of: attachment) {
        for text in tree.children(.description, of: external) {
          add(text, number: index + 1, lots: lots[index + 1] ?? [])
        }
      }
    }
    return reading
  }

  /// Returns the lots that each attachment, counted from 1, is about.
  private mutating func lots(_ root: Int, count: Int) -> [Int: [String]] {
    var lots: [Int: [String]] = [:]
    for reference in tree.children(.documentReference, of: root) {
      for path in tree.children(.xpath, of: reference) {
        let written = tree.string(path)
        guard let number = Self.number(in: written), (1...max(count, 1)).contains(number) else {
          reading.document.findings.append(
            Finding(
              rule: Messages.unknownReferenceRule, severity: .warning,
              message: Messages.unknownReference("attachment", written),
              place: tree.xml.place(ofNode: path)))
          continue
        }
        guard let id = tree.child(.id, of: reference),
          tree.xml.attribute("schemeName", of: id)?.hasPrefix("Lot") ?? false
        else { continue }
        lots[number, default: []].append(tree.string(id))
      }
    }
    return lots
  }

  /// Returns `n` of a path that ends in `Attachment[n]`.
  private static func number(in path: String) -> Int? {
    guard let open = path.lastIndex(of: "["), path.hasSuffix("]"),
      path[..<open].hasSuffix("Attachment")
    else { return nil }
    return Int(path[path.index(after: open)...].dropLast())
  }

  private mutating func add(_ node: Int, number: Int, lots: [String]) {
    let range = tree.text(node)
    guard !range.isEmpty else { return }
    let parts = isResponse ? Self.divide(tree.xml.text, range) : (question: range, answer: nil)
    let about = lots.joined(separator: ", ")
    let asked = parts.question.map { tree.xml.string(ofText: $0) } ?? ""
    let label = [asked, about.isEmpty ? "" : "(\(about))"].filter { !$0.isEmpty }
      .joined(separator: " ")
    let question = Int32(reading.document.questions.count)
    reading.document.questions.append(
      Question(
        id: "Attachment[\(number)]", label: label, kind: .text,
        state: parts.answer == nil ? .unanswered : .answered))
    reading.number = about
    defer { reading.number = "" }
    reading.startGroup()
    if let text = parts.question {
      reading.add(.question, text, node: node, label: about, question: question)
    }
    guard let text = parts.answer else { return }
    reading.document.questions[Int(question)].valueBlock = Int32(reading.document.blocks.count)
    reading.add(.answer, text, node: node, label: label, question: question)
    if parts.question == nil {
      reading.document.findings.append(
        NoticeMessages.undivided(
          reading.document.place(of: text, element: tree.xml.nodes[node].element)))
    }
  }

  /// Divides a text into the question and its answer.
  ///
  /// The question ends with the first lines that end in a question mark, or before a line that
  /// begins with "Answer:"; without either, all of it is the answer.
  ///
  /// - Returns: the stretches, nil for what is absent.
  static func divide(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (question: Range<Int>?, answer: Range<Int>?) {
    var end: Int?
    var start = range.lowerBound
    while start < range.upperBound {
      let newline = text[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let line = trimmed(start..<newline, in: text)
      if !line.isEmpty {
        if startsAnswer(text[line]) {
          end = line.lowerBound
          break
        }
        if text[line.upperBound - 1] == UInt8(ascii: "?") {
          end = line.upperBound
        } else if end != nil {
          break
        }
      }
      start = newline + 1
    }
    guard let end else { return (nil, range) }
    let question = trimmed(range.lowerBound..<end, in: text)
    let answer = trimmed(end..<range.upperBound, in: text)
    return (question.isEmpty ? nil : question, answer.isEmpty ? nil : answer)
  }

  private static func startsAnswer(_ line: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: line.prefix(8), as: UTF8.self).lowercased()
    return ["answer:", "svar:", "a:"].contains { start.hasPrefix($0) }
  }
}
