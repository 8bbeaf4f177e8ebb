import AktsamDocuments
import AktsamText
import Testing

/// Version 1 of the ESPD, where each answer stands in its question.
@Suite struct ESPD1ReaderTests {
  @Test func theHeadIsRead() {
    let document = NoticeFixture.read(response(criterion("")))
    #expect(document.format == "espd-1-response")
    #expect(document.role == .response)
    #expect(document.date == "2026-03-01")
    #expect(document.party == Party(name: "Nordlys AS", identifier: "999888777", kind: .supplier))
    #expect(document.otherParties == [Party(name: "Fjord kommune", kind: .buyer)])
    #expect(document.findings.isEmpty)
  }

  @Test func anAnswerStandsUnderItsCriterion() throws {
    let document = NoticeFixture.read(
      response(
        criterion(
          group(
            requirement("INDICATOR", "Your answer?", indicator("true"))
              + group(
                requirement(
                  "DESCRIPTION", "Please describe them",
                  "<cbc:Description>We map our suppliers.</cbc:Description>"),
                condition: "GROUP_FULFILLED.ON_TRUE")))))
    #expect(
      NoticeFixture.lines(document) == [
        "heading | CRITERION.SELECTION.OTHER: Tracking",
        "caption | Tracking: How do you track?",
        "question | Tracking › Your answer?: Your answer?",
        "answer | Tracking › Your answer?: true",
        "question | Tracking › Please describe them: Please describe them",
        "answer | Tracking › Please describe them: We map our suppliers.",
      ])
    #expect(NoticeFixture.standsInSource(document))
    #expect(document.questions.map(\.id) == ["uuid-1/G1/R1", "uuid-1/G1/G1/R1"])
    #expect(document.questions.map(\.state) == [.answered, .answered])
    #expect(document.questions[0].value == .yes)
    let answer = try #require(document.blocks.last)
    let place = document.place(of: answer.text, element: answer.element)
    #expect(place.element.hasSuffix("/Requirement[1]/Response[1]/Description[1]"))
  }

  /// No response, an empty one, and an empty value all mean that there is no answer.
  @Test(arguments: [
    "", "<ccv:Response/>", "<ccv:Response><cbc:Description> </cbc:Description></ccv:Response>",
  ])
  func threeShapesOfNoAnswer(response shape: String) {
    let text = requirement("DESCRIPTION", "Describe", nil)
      .replacing("<!--response-->", with: shape)
    let document = NoticeFixture.read(response(criterion(group(text))))
    #expect(document.questions.map(\.state) == [.unanswered])
    #expect(!document.blocks.contains { $0.kind == .answer })
  }

  @Test(arguments: [("true", false), ("false", true)])
  func conditionsSwitchGroupsOff(value: String, isTrueOff: Bool) {
    let document = NoticeFixture.read(
      response(
        criterion(
          group(
            requirement("INDICATOR", "Your answer?", indicator(value))
              + group(
                requirement("DATE", "When", nil), condition: "GROUP_FULFILLED.ON_TRUE")
              + group(
                requirement("DESCRIPTION", "Why not", nil), condition: "GROUP_FULFILLED.ON_FALSE")
              + group(requirement("DESCRIPTION", "Always", nil))))))
    let off = Question.State.switchedOff(by: 0)
    #expect(
      document.questions.map(\.state) == [
        .answered, isTrueOff ? off : .unanswered, isTrueOff ? .unanswered : off, .unanswered,
      ])
  }

  @Test func yesToAnExclusionGroundIsAdverse() {
    let document = NoticeFixture.read(
      response(
        criterion(
          group(requirement("INDICATOR", "Your answer?", indicator("true"))),
          id: "d789d01a-fe03-4ccd-9898-73f9cfa080d1", code: "CRITERION.EXCLUSION.CONVICTIONS.X")))
    #expect(document.questions[0].yesIsAdverse)
    #expect(document.findings.map(\.rule) == ["AK0331"])
  }

  @Test func evidenceAndOtherValuesAreAnswers() {
    let document = NoticeFixture.read(
      response(
        criterion(
          group(
            requirement("EVIDENCE_URL", "URL", evidence("https://example.org/cert.pdf"))
              + requirement("AMOUNT", "Turnover", "<cbc:Amount currencyID='NOK'>12</cbc:Amount>")
              + requirement("CODE_COUNTRY", "Country", "<ccv-cbc:Code>NO</ccv-cbc:Code>")
              + requirement(
                "PERIOD", "Length",
                "<cac:Period><cbc:Description>3 år</cbc:Description></cac:Period>")
              + requirement("DESCRIPTION", "Who", "<cbc:Description>[Name]</cbc:Description>")))))
    #expect(document.questions.map(\.kind) == [.evidence, .amount, .country, .period, .text])
    #expect(
      document.questions.map(\.written) == [
        "https://example.org/cert.pdf", "12 NOK", "NO", "3 år", "",
      ])
    #expect(document.questions[0].evidence.map(\.location) == ["https://example.org/cert.pdf"])
    #expect(document.questions[0].evidence.map(\.block) == [document.questions[0].valueBlock])
    #expect(document.findings.map(\.rule) == ["AK0332"])
  }

  @Test func aSecondCriterionWithTheSameIdKeepsItsOwnQuestions() {
    let one = criterion(group(requirement("INDICATOR", "Your answer?", indicator("false"))))
    let document = NoticeFixture.read(response(one + one))
    #expect(document.questions.map(\.id) == ["uuid-1/G1/R1", "uuid-1#2/G1/R1"])
    #expect(document.questions.map(\.state) == [.answered, .answered])
    #expect(document.findings.isEmpty)
  }

  @Test func aRequestAsksAndAnswersNothing() {
    let text = response(
      criterion(
        group(
          requirement("INDICATOR", "Your answer?", nil)
            + requirement("DESCRIPTION", "Demand", "<cbc:Description>Must.</cbc:Description>"))),
      root: "ESPDRequest")
    let document = NoticeFixture.read(text)
    #expect(document.format == "espd-1-request")
    #expect(document.role == .questionnaire)
    #expect(document.party?.kind == .buyer)
    #expect(document.questions.map(\.state) == [.unanswered, .unanswered])
    #expect(document.blocks.last?.kind == .requirement)
  }

  @Test func aTruncatedResponseGivesWhatCanBeRead() {
    let text = response(
      criterion(group(requirement("INDICATOR", "Your answer?", indicator("true")))))
    #expect(NoticeFixture.survivesCuts(text, step: 7))
  }

  struct Sample: Sendable {
    var name: String
    var questions: Int
    var answered: Int
    var off: Int
    var blocks: Int
  }

  @Test(
    .enabled(if: NoticeFixture.hasCorpus, "the corpus of third-party files is not here"),
    arguments: samples)
  func realFilesAreRead(sample: Sample) throws {
    let document = try #require(try NoticeFixture.read(corpus: "espd-v1/\(sample.name)"))
    let isRequest = sample.answered == 0
    #expect(document.format == (isRequest ? "espd-1-request" : "espd-1-response"))
    #expect(document.questions.count == sample.questions)
    #expect(document.questions.filter { $0.state == .answered }.count == sample.answered)
    let off = document.questions.filter { if case .switchedOff = $0.state { true } else { false } }
    #expect(off.count == sample.off)
    #expect(document.blocks.count == sample.blocks)
    #expect(Set(document.questions.map(\.id)).count == sample.questions)
    #expect(document.blocks.filter { $0.kind == .answer }.count == sample.answered)
    #expect(!document.findings.contains { $0.rule == "AK0302" })
  }

  static let samples = [
    Sample(
      name: "ESPDRequest_DA_Test-1.0.2-v1.0.xml", questions: 402, answered: 0, off: 0, blocks: 526),
    Sample(
      name: "ehf-espd-1.2-request-national.xml", questions: 204, answered: 0, off: 0, blocks: 266),
    Sample(
      name: "ehf-espd-1.2-response-national.xml", questions: 204, answered: 61, off: 143,
      blocks: 327),
    Sample(
      name: "Poyry-ESPDResponse_V1.0.2_MAX-DATA-SET_201809191120.xml", questions: 403,
      answered: 401, off: 2, blocks: 930),
    Sample(
      name: "espd-v1-response-20161101-full.xml", questions: 423, answered: 417, off: 1, blocks: 964
    ),
    Sample(
      name: "vefa-espd-response-SMART-2015-0065.xml", questions: 199, answered: 81, off: 0,
      blocks: 337),
    Sample(
      name: "breaching_of_obligations_labour_import.xml", questions: 4, answered: 4, off: 0,
      blocks: 10),
    Sample(
      name: "exclusion_criterion_no_answer_import.xml", questions: 4, answered: 3, off: 0, blocks: 9
    ),
  ]
}

// MARK: - Helpers

private func response(_ criteria: String, root: String = "ESPDResponse") -> String {
  let grow = "urn:grow:names:specification:ubl:schema:xsd:"
  let isa = "urn:isa:names:specification:ubl:schema:xsd:"
  let ubl = "urn:oasis:names:specification:ubl:schema:xsd:"
  return """
    <e:\(root) xmlns:e="\(grow)\(root)-1" xmlns:espd-cac="\(grow)ESPD-CommonAggregateComponents-1"
     xmlns:ccv="\(isa)CCV-CommonAggregateComponents-1"
     xmlns:ccv-cbc="\(isa)CCV-CommonBasicComponents-1"
     xmlns:cev="\(isa)CEV-CommonAggregateComponents-1"
     xmlns:cac="\(ubl)CommonAggregateComponents-2" xmlns:cbc="\(ubl)CommonBasicComponents-2">
    <cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:IssueDate>2026-03-01</cbc:IssueDate>
    <cac:ContractingParty><cac:Party><cac:PartyName><cbc:Name>Fjord kommune</cbc:Name>
    </cac:PartyName></cac:Party></cac:ContractingParty>
    <espd-cac:EconomicOperatorParty><cac:Party><cac:PartyIdentification><cbc:ID>999888777</cbc:ID>
    </cac:PartyIdentification><cac:PartyName><cbc:Name>Nordlys AS</cbc:Name></cac:PartyName>
    </cac:Party></espd-cac:EconomicOperatorParty>
    <cac:ProcurementProjectLot><cbc:ID>0</cbc:ID></cac:ProcurementProjectLot>
    \(criteria)</e:\(root)>
    """
}

private func criterion(
  _ groups: String, id: String = "uuid-1", code: String = "CRITERION.SELECTION.OTHER"
) -> String {
  """
  <ccv:Criterion><cbc:ID>\(id)</cbc:ID><cbc:TypeCode>\(code)</cbc:TypeCode>
  <cbc:Name>Tracking</cbc:Name><cbc:Description>How do you track?</cbc:Description>
  <ccv:LegislationReference><cbc:Description>Not read</cbc:Description></ccv:LegislationReference>
  \(groups)</ccv:Criterion>
  """
}

private func group(_ content: String, condition: String = "") -> String {
  let pi = condition.isEmpty ? "" : " pi='\(condition)'"
  return "<ccv:RequirementGroup\(pi)><cbc:ID>g</cbc:ID>\(content)</ccv:RequirementGroup>"
}

private func requirement(_ type: String, _ text: String, _ value: String?) -> String {
  let response = value.map { "<ccv:Response><cbc:ID>x</cbc:ID>\($0)</ccv:Response>" }
  return "<ccv:Requirement responseDataType='\(type)'><cbc:ID>974c8196</cbc:ID>"
    + "<cbc:Description>\(text)</cbc:Description>\(response ?? "<!--response-->")</ccv:Requirement>"
}

private func indicator(_ value: String) -> String {
  "<ccv-cbc:Indicator>\(value)</ccv-cbc:Indicator>"
}

private func evidence(_ uri: String) -> String {
  "<cev:Evidence><cev:EvidenceDocumentReference><cbc:ID>ev-1</cbc:ID><cac:Attachment>"
    + "<cac:ExternalReference><cbc:URI>\(uri)</cbc:URI></cac:ExternalReference></cac:Attachment>"
    + "</cev:EvidenceDocumentReference></cev:Evidence>"
}
