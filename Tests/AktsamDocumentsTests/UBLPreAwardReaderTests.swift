import AktsamDocuments
import AktsamText
import Testing

@Suite struct UBLPreAwardReaderTests {
  @Test func aTenderListsItsFiles() throws {
    let hash = String(repeating: "AB", count: 32)
    let document = NoticeFixture.read(
      ubl(
        "Tender",
        party("TendererParty", "Nordlys AS") + contractingParty
          + reference("311", "The call")
          + reference(
            "310", "Offer",
            file("offer.pdf", hash: hash, algorithm: "http://www.w3.org/2001/04/xmlenc#sha256"))
          + reference("916", "ESPD Response", file("response.xml"))
          + reference("916", "Brochure", file("brochure.pdf"))))
    #expect(document.format == "ubl-preaward")
    #expect(document.role == .tender)
    #expect(document.date == "2026-02-01")
    #expect(document.party == Party(name: "Nordlys AS", kind: .supplier))
    #expect(document.otherParties == [Party(name: "Fjord kommune", kind: .buyer)])
    #expect(document.blocks.isEmpty)
    #expect(document.attachments.map(\.name) == ["offer.pdf", "response.xml", "brochure.pdf"])
    let offer = try #require(document.attachments.first)
    #expect(offer.description == "Offer")
    #expect(offer.mediaType == "application/pdf")
    #expect(offer.hash == hash.lowercased())
    #expect(offer.algorithm == .sha256)
    #expect(offer.place.element == "/Tender[1]/DocumentReference[2]")
    #expect(document.attachments.map(\.isSelfDeclaration) == [false, true, true])
    #expect(document.findings.map(\.rule) == ["AK0360", "AK0360", "AK0361", "AK0360", "AK0361"])
    #expect(
      document.findings[0].message
        == "the document names the file \"offer.pdf\" (application/pdf, SHA-256 "
        + "\(hash.lowercased())), which is not part of it; check that, too")
    #expect(document.findings[2].message.contains("is the ESPD"))
    #expect(document.findings[4].message.contains("may be the ESPD"))
  }

  @Test(arguments: [
    // SHA-256 of nothing, in Base64 and broken over lines.
    (
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "SHA-256",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ),
    (
      "e3b0c44298fc1c149afbf4c8996fb924\n 27ae41e4649b934ca495991b7852b855 ", "sha256",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ),
    (
      "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709", "SHA-1",
      "da39a3ee5e6b4b0d3255bfef95601890afd80709"
    ),
    ("da39a3ee5e6b4b0d3255bfef95601890afd80709", "SHA-256", ""),
    ("not a hash", "SHA-256", ""), ("abc", "", ""),
  ])
  func hashesComeIntoOneForm(written: String, algorithm: String, expected: String) {
    let document = NoticeFixture.read(
      ubl("Tender", reference("310", "Offer", file("a.pdf", hash: written, algorithm: algorithm))))
    #expect(document.attachments.map(\.hash) == [expected])
    #expect(document.findings.contains { $0.rule == "AK0362" } == expected.isEmpty)
  }

  @Test func filesAreNamedInOtherWays() {
    let embedded =
      "<cbc:EmbeddedDocumentBinaryObject mimeCode='text/plain' filename='a.txt'>QUJD"
      + "</cbc:EmbeddedDocumentBinaryObject>"
    let document = NoticeFixture.read(
      ubl(
        "CallForTenders",
        reference("1", "", "<cac:Attachment>\(embedded)</cac:Attachment>")
          + reference("1", "", uri("cid:key.cer"))
          + reference("1", "", uri("https://x.no/d/b.pdf?v=1"))
          + reference("1", "", uri("243A177F"))))
    #expect(document.attachments.map(\.name) == ["a.txt", "key.cer", "b.pdf", "243A177F"])
    #expect(document.attachments.map(\.location) == ["", "", "https://x.no/d/b.pdf?v=1", ""])
    #expect(document.blocks.isEmpty)
  }

  @Test func aCallForTendersHasItsConditions() {
    let document = NoticeFixture.read(
      ubl(
        "CallForTenders",
        contractingParty + """
          <cac:TenderingTerms><cbc:AdditionalConditions>The supplier shall map risks.
          </cbc:AdditionalConditions>
          <cac:ContractExecutionRequirement><cbc:Name>Human rights</cbc:Name>
          <cbc:ExecutionRequirementCode>HR</cbc:ExecutionRequirementCode>
          <cbc:Description>Remedy harm. Clause 9: Audit.</cbc:Description>
          </cac:ContractExecutionRequirement>
          <cac:TendererQualificationRequest><cac:SpecificTendererRequirement>
          <cbc:TendererRequirementTypeCode>exg</cbc:TendererRequirementTypeCode>
          </cac:SpecificTendererRequirement></cac:TendererQualificationRequest>
          <cac:TenderRecipientParty><cbc:Note>Not read</cbc:Note></cac:TenderRecipientParty>
          </cac:TenderingTerms>
          <cac:ProcurementProject><cbc:Name>Laptops</cbc:Name>
          <cbc:Description>&lt;p&gt;Laptops for schools.&lt;/p&gt;</cbc:Description>
          </cac:ProcurementProject>
          <cac:ProcurementProjectLot><cbc:ID>LOT-0001</cbc:ID><cac:ProcurementProject>
          <cbc:Name>North</cbc:Name></cac:ProcurementProject>
          <cac:TenderingTerms><cac:ContractExecutionRequirement>
          <cbc:Description>N/A</cbc:Description></cac:ContractExecutionRequirement>
          </cac:TenderingTerms></cac:ProcurementProjectLot>
          """))
    #expect(
      NoticeFixture.lines(document) == [
        "heading | Title: Laptops", "paragraph | Procurement project: Laptops for schools.",
        "paragraph | Tendering terms, additional conditions: The supplier shall map risks.",
        "caption | Contract execution requirement 'HR' › Human rights: Human rights",
        "paragraph | Contract execution requirement 'HR' › Human rights: Remedy harm.",
        "paragraph | Contract execution requirement 'HR' › Human rights › Clause 9: Clause 9: Audit.",
        "caption | Specific tenderer requirement 'exg': exg",
        "heading | LOT-0001 | Title, LOT-0001: North",
        "paragraph | LOT-0001 | Contract execution requirement, LOT-0001: N/A",
      ])
    #expect(NoticeFixture.standsInSource(document))
    #expect(document.blocks.map(\.heading) == [-1, 0, 0, 0, 0, 0, 0, -1, 7])
    #expect(document.findings.map(\.rule) == ["AK0343"])
    #expect(document.party?.kind == .buyer)
  }

  @Test func anEnquiryAsksAboutItsLots() {
    let document = NoticeFixture.read(
      ubl(
        "Enquiry",
        party("RequestorParty", "Nordlys AS") + party("ResponderParty", "Fjord kommune")
          + path("ContractFolderID", "x", "/Enquiry/cac:Attachment[1]")
          + path("Lot", "LOT-0001", "/Enquiry/cac:Attachment[2]")
          + path("Lot", "LOT-0007", "/Enquiry/cac:Attachment[2]", "/Enquiry/cac:Attachment[9]")
          + attachment("May mills be named later?") + attachment("Are audits shared?", "plan.ods")))
    #expect(document.role == .questionnaire)
    #expect(document.party == Party(name: "Nordlys AS", kind: .supplier))
    #expect(document.otherParties == [Party(name: "Fjord kommune", kind: .buyer)])
    #expect(
      NoticeFixture.lines(document) == [
        "question: May mills be named later?",
        "question | LOT-0001, LOT-0007 | LOT-0001, LOT-0007: Are audits shared?",
      ])
    #expect(document.questions.map(\.id) == ["Attachment[1]", "Attachment[2]"])
    #expect(document.questions.map(\.state) == [.unanswered, .unanswered])
    #expect(document.attachments.map(\.name) == ["plan.ods"])
    #expect(document.findings.map(\.rule) == ["AK0360", "AK0305"])
  }

  @Test func anAnswerIsTakenFromItsQuestion() throws {
    let document = NoticeFixture.read(
      ubl(
        "EnquiryResponse",
        party("RequestorParty", "Fjord kommune") + party("ResponderParty", "Nordlys AS")
          + attachment("\n  Do you map mills?\n  Which?\n  We map all of them.\n  Yearly.\n")
          + attachment("Any audits\nSvar: Vi reviderer årligen.") + attachment("We comply.")
          + attachment("Anything else?"),
        transaction: "urn:fdc:peppol.eu:prac:trns:t010:1.1"))
    #expect(document.role == .response)
    #expect(document.party == Party(name: "Nordlys AS", kind: .supplier))
    #expect(
      NoticeFixture.lines(document) == [
        "question: Do you map mills? Which?",
        "answer | Do you map mills? Which?: We map all of them. Yearly.", "question: Any audits",
        "answer | Any audits: Svar: Vi reviderer årligen.", "answer: We comply.",
        "question: Anything else?",
      ])
    #expect(NoticeFixture.standsInSource(document))
    #expect(document.blocks.map(\.question) == [0, 0, 1, 1, 2, 3])
    #expect(document.blocks.map(\.group) == [0, 0, 1, 1, 2, 3])
    #expect(document.questions.map(\.state) == [.answered, .answered, .answered, .unanswered])
    #expect(document.questions.map(\.valueBlock) == [1, 3, 4, -1])
    #expect(document.findings.map(\.rule) == ["AK0363"])
  }

  @Test(arguments: [
    ("Enquiry", ":t007:", Party.Kind.supplier, DocumentRole.questionnaire),
    ("Enquiry", ":t009:", .buyer, .questionnaire), ("EnquiryResponse", ":t008:", .buyer, .notice),
    ("EnquiryResponse", ":t010:", .supplier, .response),
  ])
  func whoSpeaksFollowsFromTheTransaction(
    root: String, transaction: String, kind: Party.Kind, role: DocumentRole
  ) {
    let document = NoticeFixture.read(
      ubl(
        root, party("RequestorParty", "Asker") + party("ResponderParty", "Responder"),
        transaction: "urn:x\(transaction)1.1"))
    #expect(document.party?.kind == kind)
    #expect(document.party?.name == (root == "Enquiry" ? "Asker" : "Responder"))
    #expect(document.role == role)
  }

  @Test func aNoticeThatIsNoEFormsIsRead() {
    let text = ubl(
      "ContractNotice",
      "<cbc:NoticeLanguageCode>SWE</cbc:NoticeLanguageCode>" + contractingParty
        + "<cac:ProcurementProject><cbc:Name languageID='ENG'>Chairs</cbc:Name>"
        + "<cbc:Name languageID='SWE'>Stolar</cbc:Name></cac:ProcurementProject>")
    let document = NoticeFixture.read(text)
    #expect(document.format == "ubl-preaward")
    #expect(document.language == "sv")
    #expect(
      NoticeFixture.lines(document) == ["heading | Title: Stolar", "heading | Title: Chairs"])
    #expect(document.blocks.map(\.language) == ["sv", "en"])
    #expect(document.blocks.map(\.group) == [0, 1])
  }

  @Test func aTruncatedTenderGivesWhatCanBeRead() {
    let text = ubl(
      "EnquiryResponse",
      path("Lot", "LOT-0001", "/Enquiry/cac:Attachment[999999999999999999999]", "x]", "[")
        + attachment("A?\nB"))
    #expect(NoticeFixture.survivesCuts(text, step: 7))
  }

  struct Sample: Sendable {
    var name: String
    var role: DocumentRole
    var blocks: Int
    var questions: Int
    var answers: Int
    var attachments: Int
  }

  @Test(
    .enabled(if: NoticeFixture.hasCorpus, "the corpus of third-party files is not here"),
    arguments: samples)
  func realFilesAreRead(sample: Sample) throws {
    let document = try #require(try NoticeFixture.read(corpus: "peppol-preaward/\(sample.name)"))
    #expect(document.format == "ubl-preaward")
    #expect(document.role == sample.role)
    #expect(document.blocks.count == sample.blocks)
    #expect(document.questions.count == sample.questions)
    #expect(document.blocks.filter { $0.kind == .answer }.count == sample.answers)
    #expect(document.attachments.count == sample.attachments)
    #expect(document.party != nil)
    #expect(document.date != nil)
  }

  static let samples = [
    Sample(
      name: "T004-call-for-tenders.xml", role: .notice, blocks: 3, questions: 0, answers: 0,
      attachments: 2),
    Sample(
      name: "T005-tender.xml", role: .tender, blocks: 0, questions: 0, answers: 0, attachments: 3),
    Sample(
      name: "T007-enquiry.xml", role: .questionnaire, blocks: 5, questions: 5, answers: 0,
      attachments: 1),
    Sample(
      name: "T008-enquiry-response.xml", role: .notice, blocks: 10, questions: 5, answers: 5,
      attachments: 1),
    Sample(
      name: "T009-tender-clarification-request.xml", role: .questionnaire, blocks: 2, questions: 2,
      answers: 0, attachments: 1),
    Sample(
      name: "T012-eforms-pin.xml", role: .notice, blocks: 3, questions: 0, answers: 0,
      attachments: 0),
    Sample(
      name: "T019-tenderer-qualification.xml", role: .tender, blocks: 0, questions: 0, answers: 0,
      attachments: 1),
    Sample(
      name: "ehf-qualification-example.xml", role: .tender, blocks: 0, questions: 0, answers: 0,
      attachments: 1),
    Sample(
      name: "vefa-trdm083-usecase1.xml", role: .notice, blocks: 2, questions: 0, answers: 0,
      attachments: 1),
    Sample(
      name: "vefa-trdm090-usecase1.xml", role: .tender, blocks: 0, questions: 0, answers: 0,
      attachments: 2),
  ]
}

// MARK: - Helpers

private let contractingParty = party("ContractingParty", "Fjord kommune")

private func ubl(
  _ root: String, _ content: String, transaction: String = "urn:fdc:peppol.eu:prac:trns:t000:1.2"
) -> String {
  let base = "urn:oasis:names:specification:ubl:schema:xsd:"
  return """
    <\(root) xmlns="\(base)\(root)-2" xmlns:cac="\(base)CommonAggregateComponents-2"
     xmlns:cbc="\(base)CommonBasicComponents-2">
    <cbc:CustomizationID>\(transaction)</cbc:CustomizationID><cbc:ID>1</cbc:ID>
    <cbc:IssueDate>2026-02-01+01:00</cbc:IssueDate>
    \(content)</\(root)>
    """
}

private func party(_ element: String, _ name: String) -> String {
  let party = "<cac:PartyName><cbc:Name>\(name)</cbc:Name></cac:PartyName>"
  let inner = element == "ContractingParty" ? "<cac:Party>\(party)</cac:Party>" : party
  return "<cac:\(element)>\(inner)</cac:\(element)>"
}

private func reference(_ code: String, _ description: String, _ content: String = "") -> String {
  "<cac:DocumentReference><cbc:ID>243A177F</cbc:ID>"
    + "<cbc:DocumentTypeCode listID='UNCL1001'>\(code)</cbc:DocumentTypeCode>"
    + "<cbc:DocumentDescription>\(description)</cbc:DocumentDescription>\(content)"
    + "</cac:DocumentReference>"
}

private func file(_ name: String, hash: String = "", algorithm: String = "") -> String {
  "<cac:Attachment><cac:ExternalReference><cbc:DocumentHash>\(hash)</cbc:DocumentHash>"
    + "<cbc:HashAlgorithmMethod>\(algorithm)</cbc:HashAlgorithmMethod>"
    + "<cbc:MimeCode>application/pdf</cbc:MimeCode><cbc:FileName>\(name)</cbc:FileName>"
    + "</cac:ExternalReference></cac:Attachment>"
}

private func uri(_ uri: String) -> String {
  "<cac:Attachment><cac:ExternalReference><cbc:URI>\(uri)</cbc:URI></cac:ExternalReference>"
    + "</cac:Attachment>"
}

private func path(_ scheme: String, _ id: String, _ paths: String...) -> String {
  "<cac:AdditionalDocumentReference><cbc:ID schemeName='\(scheme)'>\(id)</cbc:ID>"
    + paths.map { "<cbc:XPath>\($0)</cbc:XPath>" }.joined()
    + "</cac:AdditionalDocumentReference>"
}

private func attachment(_ text: String, _ file: String = "") -> String {
  let name = file.isEmpty ? "" : "<cbc:FileName>\(file)</cbc:FileName>"
  return "<cac:Attachment><cac:ExternalReference>\(name)<cbc:Description>\(text)</cbc:Description>"
    + "</cac:ExternalReference></cac:Attachment>"
}
