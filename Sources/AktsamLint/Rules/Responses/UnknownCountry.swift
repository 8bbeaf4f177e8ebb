import AktsamDocuments
import AktsamText

/// Two letters stand for a country that no list has.
package struct UnknownCountry: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1128", name: "unknown-country", group: .responses, severity: .warning, since: "0.2",
    summary: "Two letters stand for a country that the list of countries does not have.",
    rationale: """
      Where a site is decides which risks it has; a code that no list has is compared with none. Write \
      the two letters of ISO 3166-1: "GB" for the United Kingdom, "GR" for Greece.
      """,
    references: ["https://www.iso.org/iso-3166-country-codes.html"],
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <site><name>Sample Works</name><place>Leeds</place><country>«UK»</country></site>
              <site><name>Sample Mill</name><place>Hai Phong</place><country>VN</country></site>
            </answer>
            <answer question="q2"><country>«ZZ»</country><country>SE</country></answer>
          """))
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1">
              <site><name>Sample Works</name><place>Leeds</place><country>GB</country></site>
              <site><name>Sample Plant</name><place>Pristina</place><country>XK</country></site>
            </answer>
            <answer question="q2"><country>CD</country></answer>
            <answer question="q3"><p>UK</p></answer>
          """))
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.format == "aktsam-response" else { return }
    for block in document.blocks {
      guard document.questions.indices.contains(Int(block.question)) else { continue }
      let answer = document.questions[Int(block.question)]
      let isSite = block.kind == .tableCell && block.label.lowercased() == "country"
      let isValue = block.kind == .answer && answer.kind == .country
      guard isSite || isValue else { continue }
      let code = context.string(of: block)
      guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
        !CountryCodes.isKnown(code)
      else { continue }
      report(
        context.finding(
          ResponseMessages.unknownCountry(code, known: CountryCodes.others[code]),
          at: context.place(of: block)))
    }
  }
}
