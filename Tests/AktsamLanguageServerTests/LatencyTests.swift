import AktsamTestSupport
import Foundation
import Testing

/// How long an editor waits; measured in a release build, with `AKTSAM_BENCH=1`.
@Suite struct LatencyTests {
  private static let isWanted = ProcessInfo.processInfo.environment["AKTSAM_BENCH"] != nil

  /// A questionnaire of 200 kB whose sentences vary.
  private static let questionnaire: String = {
    let subjects = ["your company", "your suppliers", "the factory", "each subcontractor"]
    let verbs = ["assess", "map", "mend", "follow up", "report on", "prevent"]
    let objects = [
      "the risk of forced labour", "child labour", "wages below a living wage",
      "harm to the right to organise", "unsafe working conditions", "recruitment fees",
    ]
    let places = ["in Malaysia", "at the first tier", "in the whole chain", "at each site"]
    var text = """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
        <title>Self-assessment</title>

      """
    var number = 0
    while text.utf8.count < 200_000 {
      if number % 10 == 0 {
        text +=
          "\(number == 0 ? "" : "  </section>\n")  <section>\n    <heading>Part \(number / 10)"
        text += "</heading>\n"
      }
      let question =
        "How does \(subjects[number % 4]) \(verbs[number / 4 % 6]) \(objects[number / 2 % 6]) "
        + "\(places[number / 3 % 4]), and when was that last done for part \(number)?"
      text += """
            <question id="q\(number)" type="text" mandatory="true">
              <text>\(question)</text>
              <help>Name who is responsible, how often, and what came of it – åäö.</help>
            </question>

        """
      number += 1
    }
    return text + "  </section>\n</questionnaire>\n"
  }()

  @Test(.enabled(if: isWanted))
  func aCharacterInAQuestionnaire() throws {
    let session = try Session(ignoring: [])
    let path = "/w/a.xml"
    let clock = ContinuousClock()
    let first = clock.measure { session.open(path, Self.questionnaire) }
    let lines = Self.questionnaire.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(
      lines.indices.filter { lines[$0].contains("How does") }.dropFirst(50).first)
    let column = try #require(lines[line].range(of: "How")).lowerBound.utf16Offset(in: lines[line])
    var times: [Duration] = []
    for round in 0..<40 {
      // A letter goes in, and out again.
      let end = round.isMultiple(of: 2) ? column : column + 1
      let edit = """
        [{"range": {"start": {"line": \(line), "character": \(column)},
          "end": {"line": \(line), "character": \(end)}}, "text": "\(end == column ? "x" : "")"}]
        """
      times.append(clock.measure { session.change(path, edits: edit, version: round + 2) })
    }
    let found = session.published()[path]?.count ?? 0
    times.sort()
    // A measurement is what this test is for.
    FileHandle.standardError.write(
      Data(
        """
        questionnaire of \(Self.questionnaire.utf8.count) bytes, \(found) findings: first \(first), \
        then median \(times[times.count / 2]), slowest \(times[times.count - 1])

        """.utf8))
    #expect(times[times.count / 2] < .milliseconds(50))
  }
}
