import AktsamDocuments
import AktsamText

/// A document given as evidence is a kind of file that the question does not accept.
package struct EvidenceFileType: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1115", name: "evidence-file-type", group: .responses, severity: .warning, since: "0.2",
    summary: "A document given as evidence is a kind of file that the question does not accept.",
    rationale: """
      The buyer may be unable to open or archive the file. Attach it in one of the kinds that the \
      question names.
      """,
    flagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="annexes/map.PAGES">«Map of our sites»</evidence>
              <evidence href="annexes/map.Pdf">Map, printed</evidence></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text>
                    <evidence types="pdf docx"/></question>
            """)
        ])
    ],
    unflagged: [
      RuleExample(
        ResponseExamples.response(
          """
            <answer question="q1"><value>yes</value>
              <evidence href="https://www.supplier.example/maps/2026">Map of our sites</evidence>
              <evidence>Policy of 1 May 2026</evidence>
              <evidence href="v2.1/map.pdf?page=3">Map</evidence></answer>
            <answer question="q2"><p>Yearly.</p><evidence href="map.odg">Map</evidence></answer>
          """),
        companions: [
          ResponseExamples.questionnaire(
            """
                  <question id="q1" type="yes-no"><text>Do you map your risks?</text>
                    <evidence types="pdf docx"/></question>
                  <question id="q2" type="text"><text>How often?</text><evidence/></question>
            """)
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    guard context.document.role == .response else { return }
    let asked = AskedQuestions(context)
    for answer in context.document.questions where !answer.evidence.isEmpty {
      guard let question = asked[answer.id], let demand = question.definition.demand,
        !demand.types.isEmpty
      else { continue }
      for evidence in answer.evidence {
        guard let type = fileType(evidence.location), !demand.types.contains(type) else { continue }
        report(
          context.finding(
            ResponseMessages.fileType(type, accepted: demand.types),
            at: context.place(of: evidence, in: answer), related: asked.related(question)))
      }
    }
  }

  /// The ending of a file's name in lower case; nil when it has none.
  private func fileType(_ location: String) -> String? {
    let path = location.prefix { $0 != "?" && $0 != "#" }
    guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last,
      let dot = name.lastIndex(of: "."), dot > name.startIndex
    else { return nil }
    // "https://supplier.example" names no file.
    if path.contains("://"), path.split(separator: "/").count <= 2 { return nil }
    let ending = name[name.index(after: dot)...]
    guard (2...5).contains(ending.count), ending.allSatisfy({ $0.isLetter || $0.isNumber }),
      ending.contains(where: \.isLetter)
    else { return nil }
    return ending.lowercased()
  }
}
