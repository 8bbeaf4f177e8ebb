import AktsamDocuments
import AktsamText
import Testing

@Suite struct TEDReaderTests {
  @Test(arguments: [
    "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication",
    "ted/R2.0.9.S02/publication",
  ])
  func theHeadIsRead(namespace: String) {
    let document = NoticeFixture.read(export(form(""), namespace: namespace))
    #expect(document.format == "ted")
    #expect(document.role == .notice)
    #expect(document.language == "sv")
    #expect(document.date == "2021-03-04")
    #expect(
      document.party == Party(name: "Sjöstads kommun", identifier: "212000-0001", kind: .buyer))
    #expect(document.otherParties == [Party(name: "Ängs kommun", kind: .buyer)])
  }

  @Test func fieldsCarryTheNumbersOfTheStandardForm() {
    let document = NoticeFixture.read(
      export(
        form(
          """
          <OBJECT_CONTRACT><TITLE><P>Möbler</P></TITLE><SHORT_DESCR><P>Stolar.</P></SHORT_DESCR>
          <OBJECT_DESCR ITEM="1"><TITLE><P>Norr</P></TITLE><LOT_NO>1</LOT_NO>
          <SHORT_DESCR><P>Stolar i norr.</P></SHORT_DESCR>
          <AC><AC_QUALITY><AC_CRITERION>Spårbarhet</AC_CRITERION><AC_WEIGHTING>40</AC_WEIGHTING>
          </AC_QUALITY></AC></OBJECT_DESCR></OBJECT_CONTRACT>
          <LEFTI><PERFORMANCE_CONDITIONS><P>Leverantören ska kartlägga sin leveranskedja.</P>
          </PERFORMANCE_CONDITIONS></LEFTI>
          <COMPLEMENTARY_INFO><INFO_ADD><P>Se avtalet.</P></INFO_ADD><STRANGE_FIELD><P>Kvar.</P>
          </STRANGE_FIELD><ADDRESS_REVIEW_BODY><OFFICIALNAME>Rätten</OFFICIALNAME>
          </ADDRESS_REVIEW_BODY></COMPLEMENTARY_INFO>
          """)))
    #expect(
      NoticeFixture.lines(document) == [
        "heading | II.1.1: Möbler", "paragraph | II.1.4 | Short description: Stolar.",
        "heading | II.2.1: Norr",
        "paragraph | II.2.4 | Description of the procurement, lot 1: Stolar i norr.",
        "paragraph | II.2.5 | Award criteria, 40, lot 1: Spårbarhet",
        "paragraph | III.2.2 | Contract performance conditions: Leverantören ska kartlägga sin "
          + "leveranskedja.",
        "paragraph | VI.3 | Additional information: Se avtalet.",
        "paragraph | VI | Strange field: Kvar.",
      ])
    #expect(NoticeFixture.standsInSource(document))
    #expect(document.blocks.map(\.heading) == [-1, 0, 0, 2, 2, 0, 0, 0])
    #expect(document.blocks.allSatisfy { $0.language == "sv" })
  }

  @Test func clausesAndListsAreGroups() {
    let document = NoticeFixture.read(
      export(
        form(
          conditions(
            "Avtalets punkt 7.3 – Miljö: Mindre plast.", "Avtalets punkt 22 – Ansvar: Följ ILO.",
            "Leverantören ska:", "- kartlägga risker", "- åtgärda dem", "Det gäller alltid.",
            "1) Revision en gång per år.", "23. Sanktioner tas ut."))))
    #expect(
      NoticeFixture.lines(document).map {
        $0.replacing("Contract performance conditions", with: "…")
      }
        == [
          "paragraph | III.2.2 | … › Avtalets punkt 7.3: Avtalets punkt 7.3 – Miljö: Mindre plast.",
          "paragraph | III.2.2 | … › Avtalets punkt 22: Avtalets punkt 22 – Ansvar: Följ ILO.",
          "paragraph | III.2.2 | …: Leverantören ska:", "list-item | III.2.2 | …: kartlägga risker",
          "list-item | III.2.2 | …: åtgärda dem", "paragraph | III.2.2 | …: Det gäller alltid.",
          "list-item | III.2.2 1 | …: Revision en gång per år.",
          "paragraph | III.2.2 23 | …: Sanktioner tas ut.",
        ])
    #expect(document.blocks.map(\.group) == [0, 1, 2, 2, 2, 3, 4, 5])
    #expect(NoticeFixture.standsInSource(document))
  }

  @Test func clausesThatGotJoinedAreTakenApart() {
    let joined = "Avtalets punkt 7 – Miljö: Mindre plast. Avtalets punkt 22 - Ansvar: Följ ILO."
    let document = NoticeFixture.read(export(form(conditions(joined))))
    #expect(
      document.blocks.map { document.string($0.text) } == [
        "Avtalets punkt 7 – Miljö: Mindre plast.", "Avtalets punkt 22 - Ansvar: Följ ILO.",
      ])
    let prose = NoticeFixture.read(
      export(form(conditions("Enligt punkt 5 gäller avtalet. I punkt 6 - om miljö - står mer."))))
    #expect(prose.blocks.count == 1)
  }

  @Test func everyOriginalIsReadAndNoTranslation() {
    let document = NoticeFixture.read(
      export(
        form(conditions("Auf Deutsch."), language: "DE")
          + form(conditions("In English."), language: "EN")
          + form(conditions("På svenska."), language: "SV", category: "TRANSLATION")))
    #expect(document.blocks.map { document.string($0.text) } == ["In English.", "Auf Deutsch."])
    #expect(document.blocks.map(\.language) == ["en", "de"])
    #expect(document.language == "en")
    #expect(document.findings.isEmpty)
  }

  @Test func aTranslationIsReadWhenNoOriginalIsChecked() throws {
    let document = NoticeFixture.read(
      export(
        form(conditions("Suomeksi."), language: "FI")
          + form(conditions("På svenska."), language: "SV", category: "TRANSLATION")
          + form(conditions("In English."), language: "EN", category: "TRANSLATION")))
    #expect(document.blocks.map { document.string($0.text) } == ["Suomeksi.", "In English."])
    #expect(document.findings.map(\.rule) == ["AK0364"])
    #expect(try #require(document.findings.first).message.contains("(fi)"))
  }

  @Test(arguments: ["Se upphandlingsdokumenten.", "-"])
  func anEmptyConditionIsCited(text: String) {
    let document = NoticeFixture.read(export(form(conditions(text))))
    #expect(document.findings.map(\.rule) == ["AK0343"])
    #expect(document.findings.first?.place?.element.hasSuffix("/P[1]") == true)
  }

  @Test func aCorrigendumReplacesText() {
    let document = NoticeFixture.read(
      export(
        form(
          """
          <CHANGES><CHANGE><WHERE><SECTION>III.2.2</SECTION></WHERE>
          <OLD_VALUE><TEXT><P>Inget krav.</P></TEXT></OLD_VALUE>
          <NEW_VALUE><TEXT><P>Leverantören ska följa upp.</P></TEXT></NEW_VALUE></CHANGE></CHANGES>
          """)))
    #expect(
      NoticeFixture.lines(document) == [
        "caption | III.2.2 | Text to be replaced: Inget krav.",
        "paragraph | III.2.2 | New text: Leverantören ska följa upp.",
      ])
  }

  @Test func aTruncatedNoticeGivesWhatCanBeRead() {
    #expect(NoticeFixture.survivesCuts(export(form(conditions("- Punkt 1 - a", "2. b"))), step: 7))
    #expect(NoticeFixture.read(export("")).findings.map(\.rule) == ["AK0307"])
  }

  struct Sample: Sendable {
    var name: String
    var languages: Set<String>
    var blocks: Int
    var conditions: Int
  }

  @Test(
    .enabled(if: NoticeFixture.hasCorpus, "the corpus of third-party files is not here"),
    arguments: samples)
  func realNoticesAreRead(sample: Sample) throws {
    let document = try #require(try NoticeFixture.read(corpus: "ted-r209/\(sample.name)"))
    #expect(document.format == "ted")
    #expect(document.party?.kind == .buyer)
    #expect(document.date != nil)
    #expect(Set(document.blocks.compactMap(\.language)) == sample.languages)
    #expect(document.blocks.count == sample.blocks)
    #expect(document.blocks.filter { $0.number == "III.2.2" }.count == sample.conditions)
    #expect(document.questions.isEmpty)
  }

  static let samples = [
    Sample(name: "ted-18-168448-fi-multilingual.xml", languages: ["en"], blocks: 12, conditions: 1),
    Sample(name: "ted-20-587026-dk.xml", languages: ["da"], blocks: 53, conditions: 2),
    Sample(name: "ted-21-120407-no.xml", languages: ["en"], blocks: 8, conditions: 0),
    Sample(name: "ted-21-364236-se.xml", languages: ["sv"], blocks: 4, conditions: 0),
    Sample(
      name: "ted-22-011421-lu-multilingual-large.xml", languages: ["en"], blocks: 115, conditions: 0
    ),
    Sample(
      name: "ted-22-104446-ch-fr-de-en.xml", languages: ["en", "fr", "de"], blocks: 112,
      conditions: 0
    ),
  ]

  /// A notice and its conversion to eForms, which joins the paragraphs, give the same clause.
  @Test(.enabled(if: NoticeFixture.hasCorpus, "the corpus of third-party files is not here"))
  func aNoticeAndItsConversionGiveTheSameClause() throws {
    func clause(_ name: String) throws -> [String] {
      let document = try #require(try NoticeFixture.read(corpus: name))
      return document.blocks.filter { $0.label.contains("onditions") || $0.label.contains("BT-70") }
        .map { NoticeFixture.collapsed(document.string($0.text)) }
        .filter { $0.contains("FN’s deklaration") && $0.contains("ILO’s deklaration") }
    }
    let ted = try clause("ted-r209/ted-20-587026-dk.xml")
    let eforms = try clause("eforms/converted-from-ted-20-587026-dk.xml")
    #expect(ted.count == 1)
    #expect(ted == eforms)
    #expect(ted.first?.hasPrefix("Kontrakt punkt 22 - Socialt ansvar:") == true)
  }
}

// MARK: - Helpers

private func export(
  _ forms: String,
  namespace: String = "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"
) -> String {
  """
  <TED_EXPORT xmlns="\(namespace)" VERSION="R2.0.9.S03.E01" DOC_ID="1-2021">
  <TRANSLATION_SECTION><ML_TITLES><ML_TI_DOC LG="SV"><TI_TEXT><P>Inte läst</P></TI_TEXT>
  </ML_TI_DOC></ML_TITLES></TRANSLATION_SECTION>
  <FORM_SECTION><NOTICE_UUID>u</NOTICE_UUID>\(forms)</FORM_SECTION></TED_EXPORT>
  """
}

private func form(
  _ content: String, language: String = "SV", category: String = "ORIGINAL"
) -> String {
  """
  <F02_2014 CATEGORY="\(category)" FORM="F02" LG="\(language)"><CONTRACTING_BODY>
  <ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Sjöstads kommun</OFFICIALNAME>
  <NATIONALID>212000-0001</NATIONALID></ADDRESS_CONTRACTING_BODY>
  <ADDRESS_CONTRACTING_BODY_ADDITIONAL><OFFICIALNAME>Ängs kommun</OFFICIALNAME>
  </ADDRESS_CONTRACTING_BODY_ADDITIONAL></CONTRACTING_BODY>
  \(content)
  <COMPLEMENTARY_INFO><DATE_DISPATCH_NOTICE>2021-03-04</DATE_DISPATCH_NOTICE></COMPLEMENTARY_INFO>
  </F02_2014>
  """
}

private func conditions(_ paragraphs: String...) -> String {
  let texts = paragraphs.map { "<P>\($0)</P>" }.joined()
  return "<LEFTI><PERFORMANCE_CONDITIONS>\(texts)</PERFORMANCE_CONDITIONS></LEFTI>"
}
