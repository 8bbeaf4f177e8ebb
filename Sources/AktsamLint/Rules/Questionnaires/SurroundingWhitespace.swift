import AktsamDocuments
import AktsamText

/// An id, or a text on one line, has blanks at an end.
package struct SurroundingWhitespace: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1023", name: "surrounding-whitespace", group: .questionnaires, severity: .note,
    since: "0.2", summary: "An id, or a text on one line, has blanks at an end.",
    rationale: """
      Blanks at the ends of ids are kept by some tools and dropped by others, so that "q1 " and "q1" \
      are the same question here and two there; in texts they mostly come from copying and shift what \
      is shown. The fix takes them out. A text that begins on a line of its own is no fault.
      """,
    flagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1« »" type="yes-no"><text>«  »Do you map your risks?</text></question>
            <question id="q2" type="text">
              <text>How do you map them?« »</text>
              <show-when question="q1« »" value="« »yes"/>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section id="« »s1">
            <heading>Risker</heading>
            <question id="q1" type="choice">
              <text>Vem bedömer risker?</text>
              <option id="« »a«  »"><text>«\u{A0}»Alla</text></option>
              <option id="b"><text>Ingen</text></option>
            </question>
          </section>
        </questionnaire>
        """),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>
            Egenrapportering
          </title>
          <section>
            <heading>Risiko</heading>
            <question id="q1" type="text" requirement=" dd-risk-assessment ">
              <text>
                Hvordan vurderer dere risiko?
              </text>
              <help><![CDATA[ Kort. ]]></help>
            </question>
          </section>
        </questionnaire>
        """),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text">
              <text>Hur bedömer ni risker
                i leveranskedjan?</text>
              <help>Beskriv  vem som gör det.</help>
            </question>
          </section>
        </questionnaire>
        """),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .questionnaire, !document.opening.isEmpty else { return }
    let bytes = document.source.bytes
    func check(_ value: Range<Int>, element: Int32) {
      for blank in Self.blanks(in: value, of: bytes) {
        report(finding(blank, QuestionnaireMessages.blankInID, element, context))
      }
    }
    for anchor in document.anchors { check(anchor.source, element: anchor.element) }
    for question in context.definedQuestions {
      for condition in question.definition.conditions {
        check(condition.source, element: condition.element)
        check(condition.valueSource, element: condition.element)
      }
    }
    for block in document.blocks {
      guard let segments = Self.segments(of: block, context), let first = segments.first,
        let last = segments.last
      else { continue }
      for blank in [
        Self.blank(before: first.lowerBound, in: bytes),
        Self.blank(after: last.upperBound, in: bytes),
      ] {
        guard let blank else { continue }
        report(finding(blank, QuestionnaireMessages.blankInText, block.element, context))
      }
    }
  }

  /// Returns where a block stands; nil for one in a member of a package.
  private static func segments(of block: Block, _ context: RuleContext) -> [Range<Int>]? {
    // A place with its lines and its path costs more, and nearly no block needs it.
    if context.document.furtherParts.isEmpty { return context.document.segments(of: block.text) }
    let place = context.place(of: block)
    return place.part.isEmpty ? place.segments : nil
  }

  private func finding(
    _ blank: Range<Int>, _ message: String, _ element: Int32, _ context: RuleContext
  ) -> LintFinding {
    context.finding(
      message, at: context.place(ofSource: blank, element: element),
      fix: Fix("remove the blanks", [.init(blank, "")], isSafe: true))
  }

  /// Returns the blanks at the ends of a value; none when it is nothing else.
  private static func blanks(in value: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    let value = value.clamped(to: 0..<bytes.count)
    guard let first = value.first(where: { bytes[$0] > 0x20 }),
      let last = value.last(where: { bytes[$0] > 0x20 })
    else { return [] }
    return [value.lowerBound..<first, last + 1..<value.upperBound].filter { !$0.isEmpty }
  }

  /// Returns the blanks between the tag before a text and the text, when they stand on one line.
  private static func blank(before end: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard end <= bytes.count else { return nil }
    var start = end
    while start > 0 {
      if bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
        start -= 1
      } else if start > 1, bytes[start - 1] == 0xA0, bytes[start - 2] == 0xC2 {
        start -= 2
      } else {
        break
      }
    }
    guard start < end, start > 0, bytes[start - 1] == UInt8(ascii: ">") else { return nil }
    return start..<end
  }

  /// Returns the blanks between a text and the tag after it, when they stand on one line.
  private static func blank(after start: Int, in bytes: [UInt8]) -> Range<Int>? {
    var end = start
    while end < bytes.count {
      if bytes[end] == 0x20 || bytes[end] == 0x09 {
        end += 1
      } else if end + 1 < bytes.count, bytes[end] == 0xC2, bytes[end + 1] == 0xA0 {
        end += 2
      } else {
        break
      }
    }
    guard start < end, end < bytes.count, bytes[end] == UInt8(ascii: "<") else { return nil }
    return start..<end
  }
}
