internal import AktsamText
package import AktsamXML

/// Reads Akoma Ntoso (OASIS LegalDocML): laws, bills and what goes with them, of any version and
/// national profile.
///
/// A block's number is the chain of `num`s above it, its label the `eId` of its clause.
package enum AkomaNtosoReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "akoma-ntoso", summary: "a law or a bill in Akoma Ntoso (LegalDocML)", root: "akomaNtoso")
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    root.local.lowercased() == "akomantoso"
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let document = OwnFormat.document(
      xml, format: "akoma-ntoso", role: .contract, origin: .format, options: options)
    guard let root = xml.root else { return document }
    var walker = ClauseWalker(xml, document, dialect: dialect)
    let main = xml.childElements(of: root).first { xml.firstChild(of: $0, named: "meta") != nil }
    if let main {
      walker.mainLanguage = language(of: main, in: xml)
      walker.flow.document.date = date(of: main, in: xml)
    }
    walker.readRoot(root)
    return walker.finish()
  }

  private static let dialect = ClauseDialect(
    elements: ClauseElement.table([
      (
        .inline,
        """
        a abbr affectedDocument b courtType date def docAuthority docCommittee docDate docketNumber
        docNumber docProponent docPurpose docStage docStatus docType em entity fillIn i inline ins
        judge lawyer legislature location mmod mod mref neutralCitation object omissis opinion
        organization outcome party person placeholder process quantity quotedText ref relatedDocument
        remark rmod role rref session signature span strong sub sup term time u
        """
      ),
      (.title, "docTitle shortTitle"),
      (.note, "authorialNote popup"),
      (.lineBreak, "br eol"),
      (.skipped, "meta toc img marker documentRef componentRef noteRef del eop pagebreak"),
      (.paragraph, "p block interstitial listIntroduction listWrapUp"),
      (.heading, "heading subheading crossHeading longTitle"),
      (.caption, "caption"),
      (.number, "num"),
      (
        .container,
        """
        attachments body blockContainer citation citations collectionBody component components
        conclusions container content debateBody div formula judgmentBody mainBody preamble recitals
        wrapUp alinea
        """
      ),
      (.front, "coverPage preface"),
      (.intro, "intro"),
      (
        .document,
        """
        act amendment amendmentList bill debate debateReport doc documentCollection judgment
        officialGazette portion statement
        """
      ),
      (.quote, "quotedStructure embeddedStructure"),
      (
        .division,
        """
        attachment book chapter division hcontainer level part subchapter subdivision subpart
        subtitle tblock title tome
        """
      ),
      (.provision, "article section rule"),
      (
        .unit,
        """
        clause indent paragraph point proviso subclause subparagraph subrule subsection
        transitional
        """
      ),
      (.recital, "recital"),
      (.list, "blockList list sublist ul"),
      (.orderedList, "ol"),
      (.item, "item li"),
      (.table, "table"),
      (.row, "tr"),
      (.cell, "td"),
      (.headerCell, "th"),
    ]),
    numberNode: { xml, node in xml.firstChild(of: node, named: "num") },
    identifier: { xml, node in
      guard !xml.nodes[node].attributes.isEmpty else { return "" }
      // Drafts of the standard wrote `id`.
      return xml.attribute("eId", of: node) ?? xml.attribute("id", of: node) ?? ""
    },
    language: { xml, node in
      if !xml.nodes[node].attributes.isEmpty,
        let tag = xml.attribute("lang", namespace: OwnFormat.xmlNamespace, of: node)
      {
        return LanguageTag.normalise(tag)
      }
      return language(of: node, in: xml)
    })

  /// The language that a document inside the file declares among its facts.
  private static func language(of document: Int, in xml: XMLDocument) -> String? {
    guard xml.nodes[document].kind == .element,
      let expression = identification("FRBRExpression", of: document, in: xml),
      let language = xml.firstChild(of: expression, named: "FRBRlanguage")
    else { return nil }
    return xml.attribute("language", of: language).flatMap(LanguageTag.normalise)
  }

  /// The date of this version, else of the work.
  private static func date(of document: Int, in xml: XMLDocument) -> String? {
    for level in ["FRBRExpression", "FRBRWork"] {
      if let facts = identification(level, of: document, in: xml),
        let date = xml.firstChild(of: facts, named: "FRBRdate"),
        let day = day(xml.attribute("date", of: date))
      {
        return day
      }
    }
    return nil
  }

  private static func identification(
    _ level: String, of document: Int, in xml: XMLDocument
  ) -> Int? {
    xml.children(of: document).first { xml.nodes[$0].kind == .element }
      .flatMap { xml.local(of: $0) == "meta" ? $0 : nil }
      .flatMap { xml.firstChild(of: $0, named: "identification") }
      .flatMap { xml.firstChild(of: $0, named: level) }
  }
}
