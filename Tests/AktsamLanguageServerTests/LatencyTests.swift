import AktsamTestSupport
import Foundation
import Testing

/// How long an editor waits, in a release build, with `AKTSAM_BENCH=1`, or with the name of one kind of
/// document. `scripts/benchmark_lsp.py` measures the same from outside, with the binary as it is.
@Suite(.serialized) struct LatencyTests {
  private static let wanted = ProcessInfo.processInfo.environment["AKTSAM_BENCH"] ?? ""

  /// Documents of 200 kB whose sentences vary.
  private enum Kind: String, CaseIterable {
    case questionnaire, contract, response, policy

    var path: String { self == .policy ? "/w/a.md" : "/w/a.xml" }

    var text: String {
      var random = SeededRandom(seed: 17)
      var text = opening
      var number = 0
      while text.utf8.count < 200_000 {
        text += part(number, &random)
        number += 1
      }
      return text + closing
    }

    private var opening: String {
      switch self {
      case .questionnaire:
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>All parts</heading>

        """
      case .contract:
        """
        <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">
          <title>Terms</title>

        """
      case .response:
        """
        <response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"
          questionnaire-version="1">
          <supplier><name>Example Ltd</name></supplier>

        """
      case .policy: "# Policy\n\n"
      }
    }

    private var closing: String {
      switch self {
      case .questionnaire: "  </section>\n</questionnaire>\n"
      case .contract: "</tender>\n"
      case .response: "</response>\n"
      case .policy: ""
      }
    }

    private func part(_ number: Int, _ random: inout SeededRandom) -> String {
      switch self {
      case .questionnaire:
        """
            <question id="q\(number)" type="text" mandatory="true">
              <text>How does \(Self.sentence("your company", "", &random)), and when last?</text>
              <help>Name who is responsible, and what came of part \(number) – åäö.</help>
            </question>

        """
      case .contract:
        """
          <section number="\(number + 1)">
            <heading>Part \(number + 1)</heading>
            <clause number="\(number + 1).1">
              <p>The Supplier \(Self.sentence("shall", "", &random)).</p>
            </clause>
            <clause number="\(number + 1).2">
              <p>It \(Self.sentence("must", "within 30 days", &random)).</p>
            </clause>
          </section>

        """
      case .response:
        """
          <answer question="q\(number)">
            <p>We \(Self.sentence("have", "since 2021", &random)). \
        Our board \(Self.sentence("will", "every year", &random)).</p>
          </answer>

        """
      case .policy:
        """
        ## Part \(number + 1)

        We \(Self.sentence("always", "at least once a year", &random)). Each manager \
        \(Self.sentence("must", "", &random)).


        """
      }
    }

    private static func sentence(
      _ start: String, _ end: String, _ random: inout SeededRandom
    ) -> String {
      let verbs = ["assess", "map", "mend", "follow up", "report on", "prevent", "publish"]
      let objects = [
        "the risk of forced labour", "child labour", "wages below a living wage",
        "harm to the right to organise", "unsafe working conditions", "recruitment fees",
        "complaints from workers and their unions", "the traceability of cobalt and tin",
      ]
      let places = [
        "in Malaysia", "at the first tier", "in the whole supply chain", "at each site",
        "with subcontractors", "together with those concerned",
      ]
      let manners = [
        "through audits by third parties", "as far as possible", "with named deadlines",
        "following the OECD guidelines", "without delay", "by its own staff",
      ]
      func one(_ words: [String]) -> String { words[random.below(words.count)] }
      return [start, one(verbs), one(objects), one(places), one(manners), end]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test(
    .enabled(if: wanted != ""),
    arguments: Kind.allCases.filter { wanted == "1" || wanted == $0.rawValue })
  private func aCharacter(kind: Kind) throws {
    let session = try Session(ignoring: [])
    let text = kind.text
    let clock = ContinuousClock()
    let first = clock.measure { session.open(kind.path, text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(
      lines.indices.filter { lines[$0].contains("assess") }.dropFirst(50).first)
    let column = try #require(lines[line].range(of: "assess")).lowerBound
      .utf16Offset(in: lines[line])
    var times: [Duration] = []
    for round in 0..<40 {
      // A letter goes in, and out again.
      let end = round.isMultiple(of: 2) ? column : column + 1
      let edit = """
        [{"range": {"start": {"line": \(line), "character": \(column)},
          "end": {"line": \(line), "character": \(end)}}, "text": "\(end == column ? "x" : "")"}]
        """
      times.append(clock.measure { session.change(kind.path, edits: edit, version: round + 2) })
    }
    let found = session.published()[kind.path]?.count ?? 0
    times.sort()
    // The measurement is what this test is for.
    FileHandle.standardError.write(
      Data(
        """
        \(kind.rawValue) of \(text.utf8.count) bytes, \(found) findings: first \(first), \
        then fastest \(times[0]), median \(times[times.count / 2]), slowest \(times[times.count - 1])

        """.utf8))
    #expect(times[times.count / 2] < .milliseconds(50))
  }
}
