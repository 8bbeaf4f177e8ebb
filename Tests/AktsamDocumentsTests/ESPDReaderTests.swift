import AktsamDocuments
import AktsamText
import AktsamXML
import Testing

@Suite struct ESPDReaderTests {
  @Test func aResponseIsRecognisedWithItsVersion() {
    let document = read(response(criteria: "", answers: ""))
    #expect(document.format == "espd-4-response")
    #expect(document.role == .response)
    #expect(document.roleOrigin == .format)
    #expect(document.date == "2026-03-01")
    #expect(document.party == Party(name: "Nordlys AS", identifier: "999888777", kind: .supplier))
    #expect(document.otherParties == [Party(name: "Fjord kommune", kind: .buyer)])
  }

  @Test(arguments: [
    ("ESPD-EDMv3.3.0", "3.3.0", "espd-3-response"),
    ("ESPD-EDMv2.1.0-REGULATED", "2.0.2", "espd-2-response"),
    ("", "2.1.1", "espd-2-response"), ("other", "4.0.0", "espd-4-response"),
  ])
  func theVersionComesFromTheProfileFirst(text: String, scheme: String, format: String) {
    let profile =
      "<cbc:ProfileExecutionID schemeVersionID='\(scheme)'>\(text)</cbc:ProfileExecutionID>"
    #expect(read(response(criteria: "", answers: "", profile: profile)).format == format)
  }

  @Test func aMissingVersionIsSaid() {
    let document = read(response(criteria: "", answers: "", profile: ""))
    #expect(document.format == "espd-3-response")
    #expect(document.findings.map(\.rule) == ["AK0336"])
  }

  @Test func theTestNamespacesOfVersion20AreRead() {
    let text = """
      <QualificationApplicationRequest
       xmlns="urn:X-test:UBL:Pre-award:QualificationApplicationRequest"
       xmlns:a="urn:X-test:UBL:Pre-award:CommonAggregate"
       xmlns:b="urn:X-test:UBL:Pre-award:CommonBasic">
      <b:ProfileExecutionID>ESPD-EDMv2.0.2-REGULATED</b:ProfileExecutionID>
      <a:TenderingCriterion><b:ID>x</b:ID><b:Name>Labour law</b:Name></a:TenderingCriterion>
      </QualificationApplicationRequest>
      """
    let document = read(text)
    #expect(document.format == "espd-2-request")
    #expect(document.role == .questionnaire)
    #expect(texts(document, .heading) == ["Labour law"])
  }

  @Test func anAnswerStandsAtItsValue() throws {
    let document = read(
      response(
        criteria: criterion(property("q1", "DESCRIPTION", "Please describe them")),
        answers: answer("q1", "<cbc:Description>\n  Vi følger &amp; sporer.\n </cbc:Description>")))
    let block = try #require(document.blocks.last)
    #expect(block.kind == .answer)
    #expect(document.string(block.text) == "Vi følger & sporer.")
    #expect(block.label == "Labour law › Please describe them")
    #expect(document.questions[0].state == .answered)
    #expect(document.questions[0].valueBlock == Int32(document.blocks.count - 1))
    let place = document.place(of: block.text, element: block.element)
    #expect(
      place.element.hasSuffix("TenderingCriterionResponse[1]/ResponseValue[1]/Description[1]"))
    let source = document.source.bytes
    #expect(
      place.segments.map { String(decoding: source[$0], as: UTF8.self) } == [
        "Vi følger &amp; sporer."
      ])
  }

  @Test func onlyQuestionsThatAreLiveAreUnanswered() {
    let inner =
      property("q1", "INDICATOR", "Your answer")
      + group(
        "ONTRUE",
        property("q2", "DATE", "Date") + group("ON*", property("q3", "DESCRIPTION", "Reason")))
      + group("ONFALSE", property("q4", "DESCRIPTION", "Why not"))
      + group("Rating", property("q5", "DESCRIPTION", "Rating"))
      + property("r1", "DESCRIPTION", "Demand", type: "REQUIREMENT")
      + property("c1", "NONE", "Caption", type: "CAPTION")
    let no = read(response(criteria: criterion(inner), answers: indicator("q1", "false")))
    #expect(
      states(no) == [
        "q1": .answered, "q2": .switchedOff(by: 0), "q3": .switchedOff(by: 0), "q4": .unanswered,
        "q5": .unanswered, "r1": .notAsked, "c1": .notAsked,
      ])
    let yes = read(response(criteria: criterion(inner), answers: indicator("q1", "true")))
    #expect(states(yes)["q2"] == .unanswered)
    #expect(states(yes)["q3"] == .unanswered)
    #expect(states(yes)["q4"] == .switchedOff(by: 0))
    let open = read(response(criteria: criterion(inner), answers: ""))
    #expect(states(open)["q1"] == .unanswered)
    #expect(states(open)["q2"] == .switchedOff(by: 0))
  }

  @Test func theNearestIndicatorMayStandInTheParentGroup() {
    let inner =
      property("q1", "INDICATOR", "Your answer")
      + group(
        "ON*",
        property("q2", "DESCRIPTION", "Text") + group("ONTRUE", property("q3", "DATE", "Date")))
    let document = read(response(criteria: criterion(inner), answers: indicator("q1", "false")))
    #expect(states(document)["q3"] == .switchedOff(by: 0))
  }

  @Test func aSwitchedOffIndicatorPassesOnWhatSwitchedItOff() {
    let inner =
      property("q1", "INDICATOR", "Your answer")
      + group(
        "ONTRUE",
        property("q2", "INDICATOR", "Second") + group("ONTRUE", property("q3", "DATE", "Date")))
    let document = read(response(criteria: criterion(inner), answers: indicator("q1", "false")))
    #expect(states(document)["q3"] == .switchedOff(by: 0))
  }

  @Test func anEmptyValueIsNoAnswer() {
    let document = read(
      response(
        criteria: criterion(
          property("q1", "DESCRIPTION", "Describe") + property("q2", "NONE", "Nothing")),
        answers: answer("q1", "<cbc:Description> </cbc:Description>") + answer("q2", "")))
    #expect(states(document) == ["q1": .unanswered, "q2": .notAsked])
    #expect(texts(document, .answer).isEmpty)
  }

  @Test func yesToAnExclusionGroundIsAdverse() throws {
    let inner =
      property("q1", "INDICATOR", "Your answer")
      + group(
        "ONTRUE",
        property("q2", "INDICATOR", "Self-cleaning?")
          + group("ONTRUE", property("q3", "DESCRIPTION", "Please describe them")))
    let second = group("ON*", property("q9", "INDICATOR", "Available?"), element: outer)
    let criteria = criterion(
      inner, id: "D789D01A-fe03-4ccd-9898-73f9cfa080d1", code: "", name: "Child labour",
      more: second)
    let bare = read(
      response(criteria: criteria, answers: indicator("q1", "true") + indicator("q9", "true")))
    #expect(bare.questions.map(\.yesIsAdverse) == [true, false, false, false])
    #expect(bare.questions[0].value == .yes)
    #expect(bare.questions.allSatisfy { $0.requirements.isEmpty })
    let finding = try #require(bare.findings.first)
    #expect(bare.findings.count == 1)
    #expect(finding.rule == "AK0331")
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("was not found in this document"))
    let cleaned = read(
      response(
        criteria: criteria,
        answers: indicator("q1", "true") + indicator("q2", "true")
          + answer("q3", "<cbc:Description>We ended the contract.</cbc:Description>")))
    #expect(cleaned.findings.first?.message.contains("measures are described on line") == true)
    let no = read(response(criteria: criteria, answers: indicator("q1", "false")))
    #expect(no.findings.isEmpty)
    #expect(no.questions[0].value == .no)
  }

  @Test func misrepresentationIsAdverseFromVersion4() {
    let criteria = criterion(property("q1", "INDICATOR", "Your answer"), code: "misrepresent")
    let four = read(response(criteria: criteria, answers: ""))
    #expect(four.questions[0].yesIsAdverse)
    let profile = "<cbc:ProfileExecutionID>ESPD-EDMv3.3.0</cbc:ProfileExecutionID>"
    #expect(
      !read(response(criteria: criteria, answers: "", profile: profile)).questions[0].yesIsAdverse)
  }

  @Test func supplyChainAndChecksAreMapped() {
    let who =
      property("q1", "INDICATOR", "Fulfils by itself?")
      + group("ONFALSE", property("q2", "DESCRIPTION", "Name of the entity"))
      + group("ON*", property("q3", "DESCRIPTION", "Please describe them"))
      + group("ON*", property("q4", "INDICATOR", "Do you allow checks?"))
      + group(
        "ON*",
        property("q5", "INDICATOR", "Available?")
          + group("ONTRUE", property("q6", "EVIDENCE_IDENTIFIER", "Evidence")))
    let chain = read(response(criteria: criterion(who, code: "chain-manage"), answers: ""))
    #expect(mapping(chain) == ["q3": ["dd-supply-chain-mapping"]])
    let checks = read(response(criteria: criterion(who, code: "spec-req-check"), answers: ""))
    #expect(mapping(checks) == ["q3": ["mon-audit-rights"], "q4": ["mon-audit-rights"]])
  }

  @Test func placeholdersAreNoted() {
    for text in ["DV", "dummy-value", "[Name]", "__Name__", "N/A", "DUMMY_DESCRIPTION", "---"] {
      let document = read(
        response(
          criteria: criterion(property("q1", "DESCRIPTION", "Name")),
          answers: answer("q1", "<cbc:Description>\(text)</cbc:Description>")))
      #expect(document.findings.map(\.rule) == ["AK0332"], "\(text)")
      #expect(document.questions[0].state == .answered)
    }
    let real = read(
      response(
        criteria: criterion(property("q1", "DESCRIPTION", "Name")),
        answers: answer("q1", "<cbc:Description>[a] and [b]</cbc:Description>")))
    #expect(real.findings.isEmpty)
  }

  @Test func anAnswerToNothingIsReported() {
    let document = read(response(criteria: "", answers: indicator("q7", "true")))
    #expect(document.findings.map(\.rule) == ["AK0330"])
    #expect(texts(document, .answer) == ["true"])
    #expect(document.blocks.last?.question == -1)
  }

  @Test func severalValuesShareAGroup() {
    let period =
      "<cac:ApplicablePeriod><cbc:StartDate>2024-01-01</cbc:StartDate>"
      + "<cbc:EndDate>2024-12-31</cbc:EndDate></cac:ApplicablePeriod>"
    let document = read(
      response(
        criteria: criterion(
          property("q1", "PERIOD", "Period") + property("q2", "AMOUNT", "Amount")),
        answers: bareAnswer("q1", period)
          + answer("q2", "<cbc:ResponseAmount currencyID='NOK'>100</cbc:ResponseAmount>")))
    let answers = document.blocks.filter { $0.kind == .answer }
    #expect(answers.count == 3)
    #expect(answers[0].group == answers[1].group)
    #expect(answers[1].group + 1 == answers[2].group)
    #expect(document.questions.map(\.written) == ["2024-01-01 – 2024-12-31", "100 NOK"])
  }

  @Test func answersPerLotKeepTheirLot() {
    let lot =
      "<cac:ProcurementProjectLotReference><cbc:ID>LOT-0002</cbc:ID>"
      + "</cac:ProcurementProjectLotReference>"
    let document = read(
      response(
        criteria: criterion(property("q1", "DESCRIPTION", "Text")),
        answers: answer("q1", "<cbc:Description>One.</cbc:Description>")
          + answer("q1", "<cbc:Description>Two.</cbc:Description>", more: lot)))
    let answers = document.blocks.filter { $0.kind == .answer }
    #expect(answers.map(\.label) == ["Labour law › Text", "Labour law › Text (LOT-0002)"])
    #expect(answers[0].group != answers[1].group)
  }

  @Test func translationsOfAnAnswerHaveTheirOwnGroup() {
    let values =
      "<cbc:Description languageID='NOB'>Vi sporer.</cbc:Description>"
      + "<cbc:Description languageID='EN'>We track.</cbc:Description>"
    let document = read(
      response(
        criteria: criterion(property("q1", "DESCRIPTION", "Text")), answers: answer("q1", values)))
    let answers = document.blocks.filter { $0.kind == .answer }
    #expect(answers.map(\.language) == ["nb", "en"])
    #expect(answers[0].group != answers[1].group)
    #expect(document.language == "nb")
  }

  @Test func evidenceIsFollowed() {
    let evidence = """
      <cac:Evidence><cbc:ID>E1</cbc:ID><cac:DocumentReference><cbc:ID>Certificate 7</cbc:ID>
      <cbc:IssueDate>2025-02-03+01:00</cbc:IssueDate>
      <cac:Attachment><cac:ExternalReference><cbc:URI>https://certs.example/7</cbc:URI>
      </cac:ExternalReference></cac:Attachment>
      <cac:IssuerParty><cac:PartyName><cbc:Name>Register of Examples</cbc:Name></cac:PartyName>
      </cac:IssuerParty></cac:DocumentReference></cac:Evidence>
      """
    let supplied = { (id: String) in
      "<cac:EvidenceSupplied><cbc:ID>\(id)</cbc:ID></cac:EvidenceSupplied>"
    }
    let document = read(
      response(
        criteria: criterion(
          property("q1", "EVIDENCE_IDENTIFIER", "Evidence")
            + property("q2", "EVIDENCE_IDENTIFIER", "Evidence")),
        answers: bareAnswer("q1", supplied("E1")) + bareAnswer("q2", supplied("E2")) + evidence))
    let block = Int32(document.blocks.count - 2)
    #expect(
      document.questions[0].evidence == [
        EvidenceReference(
          title: "Certificate 7, Register of Examples", location: "https://certs.example/7",
          date: "2025-02-03", block: block)
      ])
    #expect(document.findings.map(\.rule) == ["AK0333"])
  }

  @Test func theBuyersDemandIsARequirement() {
    let demand =
      "<cbc:ExpectedDescription>The supplier shall map its chain.</cbc:ExpectedDescription>"
    let document = read(
      response(
        criteria: criterion(
          property("r1", "DESCRIPTION", "Requirement", type: "REQUIREMENT", more: demand)),
        answers: ""))
    #expect(texts(document, .requirement) == ["The supplier shall map its chain."])
    #expect(document.blocks.filter { $0.kind.canBeEvidence }.isEmpty)
    let group = document.blocks.first { $0.kind == .requirement }?.group
    #expect(document.blocks.filter { $0.group == group }.map(\.kind) == [.caption, .requirement])
  }

  @Test func nationalCriteriaInsideACriterionAreRead() {
    let inner = """
      <cac:SubTenderingCriterion><cbc:ID>n</cbc:ID><cbc:Name>National ground</cbc:Name>
      <cac:TenderingCriterionPropertyGroup>\(property("q1", "INDICATOR", "Applies?"))
      </cac:TenderingCriterionPropertyGroup></cac:SubTenderingCriterion>
      """
    let document = read(
      response(
        criteria:
          "<cac:TenderingCriterion><cbc:Name>National</cbc:Name>\(inner)</cac:TenderingCriterion>",
        answers: indicator("q1", "true")))
    #expect(document.questions.map(\.label) == ["National › National ground › Applies?"])
    #expect(document.questions[0].state == .answered)
  }

  @Test func bodiesReliedOnAreNamed() {
    let inner =
      property("q1", "INDICATOR", "Your answer")
      + group(
        "ONTRUE",
        property("q2", "DESCRIPTION", "Name of the entity")
          + property("q3", "ECONOMIC_OPERATOR_IDENTIFIER", "ID of the entity"))
    let document = read(
      response(
        criteria: criterion(inner, code: "relied"),
        answers: indicator("q1", "true")
          + answer("q2", "<cbc:Description>Havn AB</cbc:Description>")
          + answer("q3", "<cbc:ResponseID>5566</cbc:ResponseID>")))
    #expect(
      document.otherParties.last == Party(name: "Havn AB", identifier: "5566", kind: .reliedOn))
  }

  @Test func aRequestInTwoLanguagesPutsTheOriginalFirst() {
    let text = """
      <cac:TenderingCriterion>
      <cbc:Name languageID="SV">Arbetsrätt</cbc:Name><cbc:Name languageID="EN">Labour law</cbc:Name>
      <cbc:Description languageID="SV">Har ni brutit?</cbc:Description>
      <cbc:Description languageID="EN">Have you breached?</cbc:Description>
      </cac:TenderingCriterion>
      """
    let document = read(
      response(criteria: text, answers: "", root: "QualificationApplicationRequest"))
    #expect(document.language == "sv")
    #expect(texts(document, .caption) == ["Har ni brutit?", "Have you breached?"])
    #expect(document.blocks.map(\.language) == ["sv", "en", "sv", "en"])
    #expect(Set(document.blocks.map(\.group)).count == 4)
    #expect(document.blocks.last?.label == "Arbetsrätt")
  }

  @Test func aTruncatedDocumentGivesWhatCanBeRead() {
    let whole = response(
      criteria: criterion(property("q1", "DESCRIPTION", "Text")),
      answers: answer("q1", "<cbc:Description>Text.</cbc:Description>"))
    let bytes = Array(whole.utf8)
    for count in stride(from: 0, through: bytes.count, by: 7) {
      let text = String(decoding: bytes.prefix(count), as: UTF8.self)
      let document = read(text)
      for block in document.blocks {
        #expect(block.text.upperBound <= document.text.count)
      }
    }
  }
}

// MARK: - Helpers

private func read(_ text: String) -> Document {
  let xml = XMLReader.read(SourceFile(path: "a.xml", bytes: Array(text.utf8)))
  return ESPDReader.read(xml, options: ReadingOptions())
}

private func texts(_ document: Document, _ kind: BlockKind) -> [String] {
  document.blocks.filter { $0.kind == kind }.map { document.string($0.text) }
}

private func states(_ document: Document) -> [String: Question.State] {
  Dictionary(document.questions.map { ($0.id, $0.state) }, uniquingKeysWith: { first, _ in first })
}

private func mapping(_ document: Document) -> [String: [String]] {
  Dictionary(
    document.questions.filter { !$0.requirements.isEmpty }.map { ($0.id, $0.requirements) },
    uniquingKeysWith: { first, _ in first })
}

private let outer = "TenderingCriterionPropertyGroup"

private func response(
  criteria: String, answers: String,
  profile: String = "<cbc:ProfileExecutionID>ESPD-EDMv4.1.0</cbc:ProfileExecutionID>",
  root: String = "QualificationApplicationResponse"
) -> String {
  let base = "urn:oasis:names:specification:ubl:schema:xsd:"
  return """
    <\(root) xmlns="\(base)\(root)-2"
     xmlns:cac="\(base)CommonAggregateComponents-2" xmlns:cbc="\(base)CommonBasicComponents-2">
    <cbc:UBLVersionID>2.3</cbc:UBLVersionID>\(profile)
    <cbc:IssueDate>2026-03-01+01:00</cbc:IssueDate>
    <cac:ContractingParty><cac:Party><cac:PartyName><cbc:Name>Fjord kommune</cbc:Name>
    </cac:PartyName></cac:Party></cac:ContractingParty>
    <cac:EconomicOperatorParty><cac:Party><cac:PartyIdentification><cbc:ID>999888777</cbc:ID>
    </cac:PartyIdentification><cac:PartyName><cbc:Name>Nordlys AS</cbc:Name></cac:PartyName>
    </cac:Party></cac:EconomicOperatorParty>
    \(criteria)
    \(answers)
    </\(root)>
    """
}

private func criterion(
  _ content: String, id: String = "x", code: String = "", name: String = "Labour law",
  more: String = ""
) -> String {
  "<cac:TenderingCriterion><cbc:ID>\(id)</cbc:ID>"
    + "<cbc:CriterionTypeCode>\(code)</cbc:CriterionTypeCode>"
    + "<cbc:Name>\(name)</cbc:Name>\(group("ON*", content, element: outer))\(more)"
    + "</cac:TenderingCriterion>"
}

private func group(
  _ code: String, _ content: String, element: String = "SubsidiaryTenderingCriterionPropertyGroup"
) -> String {
  "<cac:\(element)><cbc:PropertyGroupTypeCode>\(code)</cbc:PropertyGroupTypeCode>"
    + "\(content)</cac:\(element)>"
}

private func property(
  _ id: String, _ dataType: String, _ text: String, type: String = "QUESTION", more: String = ""
) -> String {
  "<cac:TenderingCriterionProperty><cbc:ID>\(id)</cbc:ID><cbc:Description>\(text)</cbc:Description>"
    + "<cbc:TypeCode>\(type)</cbc:TypeCode>"
    + "<cbc:ValueDataTypeCode>\(dataType)</cbc:ValueDataTypeCode>"
    + "\(more)</cac:TenderingCriterionProperty>"
}

private func answer(_ id: String, _ value: String, more: String = "") -> String {
  bareAnswer(id, "<cac:ResponseValue><cbc:ID>v</cbc:ID>\(value)</cac:ResponseValue>\(more)")
}

private func bareAnswer(_ id: String, _ content: String) -> String {
  "<cac:TenderingCriterionResponse><cbc:ID>a</cbc:ID>"
    + "<cbc:ValidatedCriterionPropertyID>\(id)</cbc:ValidatedCriterionPropertyID>\(content)"
    + "</cac:TenderingCriterionResponse>\n"
}

private func indicator(_ id: String, _ value: String) -> String {
  answer(id, "<cbc:ResponseIndicator>\(value)</cbc:ResponseIndicator>")
}
