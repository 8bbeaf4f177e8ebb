import AktsamDocuments
import AktsamText

/// An ESPD belongs to another procedure, or answers another request, than the one that is there.
package struct ESPDOfOtherProcedure: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1308", name: "espd-of-other-procedure", group: .notices, severity: .error, since: "0.2",
    summary:
      "An ESPD belongs to another procedure, or answers another request, than the one there.",
    rationale: """
      A self-declaration that was made for another procedure declares nothing in this one, and its \
      criteria may differ. Ask for the ESPD that answers the request of this procedure.
      """,
    flagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer")),
          procedure: "«AB-2025-7»"),
        companions: [
          .init(
            "request.xml",
            NoticeExamples.espd(
              NoticeExamples.criterion(
                "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer")),
              isResponse: false))
        ]),
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer"))
              + """
                <cac:AdditionalDocumentReference>
                  <cbc:ID>«ESPD-7»</cbc:ID>
                  <cbc:DocumentTypeCode>ESPD_REQUEST</cbc:DocumentTypeCode>
                </cac:AdditionalDocumentReference>
              """, id: "ANSWER-1"),
        companions: [
          .init("request.xml", NoticeExamples.espd("", isResponse: false))
        ]),
    ],
    unflagged: [
      RuleExample(
        NoticeExamples.espd(
          NoticeExamples.criterion(
            "labour-law", NoticeExamples.property("p1", "INDICATOR", "Answer")),
          procedure: "ab-2026-1", id: "ANSWER-1"),
        companions: [
          .init("request.xml", NoticeExamples.espd("", isResponse: false)),
          .init(
            "other.xml",
            NoticeExamples.espd("", isResponse: false, procedure: "AB-2020-1", id: "E0")),
        ])
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let document = context.document
    guard document.role == .response, document.format.hasPrefix("espd-") else { return }
    let requests = context.others(.questionnaire).filter { $0.format.hasPrefix("espd-") }
    guard !requests.isEmpty else { return }
    let procedures = requests.flatMap(\.references).filter { $0.kind == .procedure }.map(\.target)
    let ids = requests.map(\.id).filter { !$0.isEmpty }
    for reference in document.references {
      let known: [String]
      switch reference.kind {
      case .procedure: known = procedures
      case .questionnaire: known = ids
      default: continue
      }
      guard !known.isEmpty,
        !known.contains(where: { $0.lowercased() == reference.target.lowercased() })
      else { continue }
      report(
        context.finding(
          NoticeMessages.otherProcedure(reference, known),
          at: context.place(ofSource: reference.source, element: reference.element)))
    }
  }
}
