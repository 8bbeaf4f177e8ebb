import AktsamDocuments
import AktsamText
import Testing

@Suite struct CodiceReaderTests {
  @Test func anEntryIsReadWithItsConditions() {
    let document = NoticeFixture.read(
      feed(
        entry(
          "2026/1", "Ayuntamiento A",
          """
          <cac:TenderingTerms><cac:ContractExecutionRequirement>
          <cbc:Name>Condición social</cbc:Name>
          <cbc:ExecutionRequirementCode>2</cbc:ExecutionRequirementCode>
          <cbc:Description>Cumplir los convenios de la OIT.</cbc:Description>
          </cac:ContractExecutionRequirement>
          <cac:AwardingTerms><cac:AwardingCriteria><cbc:Description>Precio</cbc:Description>
          <cbc:WeightNumeric>60</cbc:WeightNumeric></cac:AwardingCriteria></cac:AwardingTerms>
          </cac:TenderingTerms>
          <cac:ProcurementProjectLot><cbc:ID>1</cbc:ID><cac:ProcurementProject>
          <cbc:Name>Lote uno</cbc:Name></cac:ProcurementProject></cac:ProcurementProjectLot>
          <cac:LegalDocumentReference><cbc:ID>pliego.pdf</cbc:ID><cac:Attachment>
          <cac:ExternalReference><cbc:URI>https://x.es/doc?id=1</cbc:URI></cac:ExternalReference>
          </cac:Attachment></cac:LegalDocumentReference>
          """)))
    #expect(document.format == "codice")
    #expect(document.role == .notice)
    #expect(document.language == "es")
    #expect(document.date == "2026-03-02")
    #expect(document.party == Party(name: "Ayuntamiento A", kind: .buyer))
    #expect(
      NoticeFixture.lines(document) == [
        "heading | 2026/1 | Entry: Anuncio 2026/1", "heading | 2026/1 | Title: Sillas",
        "caption | 2026/1 | Contract execution requirement '2' › Condición social: Condición social",
        "paragraph | 2026/1 | Contract execution requirement '2' › Condición social: Cumplir los "
          + "convenios de la OIT.",
        "paragraph | 2026/1 | Awarding criteria, 60: Precio",
        "heading | 2026/1 lot 1 | Title, lot 1: Lote uno",
      ])
    #expect(NoticeFixture.standsInSource(document))
    #expect(document.blocks[2].group == document.blocks[3].group - 1)
    #expect(document.attachments.map(\.name) == ["doc"])
    #expect(document.attachments.map(\.location) == ["https://x.es/doc?id=1"])
    #expect(document.findings.map(\.rule) == ["AK0360"])
  }

  @Test func eachEntryHasItsBuyerAndDeletedOnesAreNoted() throws {
    let document = NoticeFixture.read(
      feed(
        "<at:deleted-entry ref='https://x.es/9' when='2026-02-28T10:00:00Z'/>"
          + entry("1", "A") + entry("2", "B") + entry("3", "A") + entry("4", "B")))
    #expect(document.party?.name == "A")
    #expect(document.otherParties.map(\.name) == ["B"])
    let parties = document.blocks.filter { $0.label == "Entry" }.map(\.party)
    #expect(parties == [-1, 0, -1, 0])
    #expect(document.findings.map(\.rule) == ["AK0365"])
    let finding = try #require(document.findings.first)
    #expect(
      finding.message == "the entry \"https://x.es/9\" was deleted from the feed on 2026-02-28; do "
        + "not rely on an older copy of it")
    #expect(finding.place?.line == 6)
  }

  @Test func aFeedOfSomethingElseIsNotRead() {
    let text =
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>News</title></entry></feed>"
    #expect(NoticeFixture.read(text).format == "prose")
  }

  @Test func aTruncatedFeedGivesWhatCanBeRead() {
    #expect(NoticeFixture.survivesCuts(feed(entry("1", "A")), step: 5))
  }

  @Test(
    .enabled(if: NoticeFixture.hasCorpus, "the corpus of third-party files is not here"),
    arguments: [("minimal_entry.xml", 2, 0), ("full_entry.xml", 23, 5)])
  func realFeedsAreRead(name: String, blocks: Int, attachments: Int) throws {
    let document = try #require(try NoticeFixture.read(corpus: "codice/\(name)"))
    #expect(document.format == "codice")
    #expect(document.party?.kind == .buyer)
    #expect(document.blocks.count == blocks)
    #expect(document.attachments.count == attachments)
    let conditions = document.blocks.filter {
      $0.label.hasPrefix("Contract execution requirement '3'") && $0.kind == .paragraph
    }
    #expect(conditions.count == (attachments == 0 ? 0 : 1))
    #expect(document.questions.isEmpty)
  }
}

// MARK: - Helpers

private func feed(_ content: String) -> String {
  let codice = "urn:dgpe:names:draft:codice"
  return """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
     xmlns:cac="\(codice):schema:xsd:CommonAggregateComponents-2"
     xmlns:p="\(codice)-place-ext:schema:xsd:CommonAggregateComponents-2"
     xmlns:cbc="\(codice):schema:xsd:CommonBasicComponents-2">
    <title>Feed</title><updated>2026-03-02T08:00:00.000+01:00</updated>
    \(content)</feed>
    """
}

private func entry(_ folder: String, _ buyer: String, _ content: String = "") -> String {
  """
  <entry><id>https://x.es/\(folder)</id><title>Anuncio \(folder)</title>
  <updated>2026-03-01T08:00:00.000+01:00</updated><p:ContractFolderStatus>
  <cbc:ContractFolderID>\(folder)</cbc:ContractFolderID>
  <p:LocatedContractingParty><cac:Party><cac:PartyName><cbc:Name>\(buyer)</cbc:Name>
  </cac:PartyName></cac:Party></p:LocatedContractingParty>
  <cac:ProcurementProject><cbc:Name>Sillas</cbc:Name></cac:ProcurementProject>
  \(content)
  <cac:ValidNoticeInfo><cac:AdditionalNoticeLanguage><cbc:ID>es</cbc:ID>
  </cac:AdditionalNoticeLanguage></cac:ValidNoticeInfo>
  </p:ContractFolderStatus></entry>
  """
}
