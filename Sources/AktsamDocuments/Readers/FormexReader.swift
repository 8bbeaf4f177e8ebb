internal import AktsamText
package import AktsamXML

/// Reads Formex 4 to 6, in which the Official Journal of the European Union is published: acts,
/// their annexes, consolidated acts, judgments.
package enum FormexReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "formex", summary: "an act of the EU in Formex", root: "ACT, ANNEX, CONS.ACT, CJT, …")
  ]

  /// Roots that are taken as Formex without a schema, when an element of Formex's own is there.
  private static let roots: Set<String> = [
    "ACT", "AGR", "ANNEX", "CJT", "CONS.ACT", "CONS.ANNEX", "CORR", "GENERAL", "JUDGMENT",
    "LETTER", "OPINION", "ORDER", "PROPOSAL", "RULING", "TREATY",
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    guard root.namespace.isEmpty, let node = xml.root else { return false }
    let schema =
      xml.attribute("noNamespaceSchemaLocation", of: node)
      ?? xml.attribute("schemaLocation", of: node) ?? ""
    if schema.lowercased().contains("formex") { return true }
    return roots.contains(root.local)
      && xml.names.contains {
        ["BIB.INSTANCE", "INFO.CONSLEG", "ENACTING.TERMS", "NO.P", "NO.PARAG", "TI"]
          .contains($0.local)
      }
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let document = OwnFormat.document(
      xml, format: "formex", role: .contract, origin: .format, options: options)
    guard let root = xml.root else { return document }
    var walker = ClauseWalker(xml, document, dialect: dialect)
    if let facts = xml.childElements(of: root).first(where: { isFacts($0, in: xml) }) {
      let language =
        xml.descendants(of: facts, named: "LG.DOC").first
        ?? xml.descendants(of: facts, named: "LG.OJ").first
      walker.mainLanguage = language.flatMap { LanguageTag.normalise(xml.string(of: $0)) }
      walker.flow.document.date = xml.firstChild(of: facts, named: "DATE")
        .flatMap { xml.attribute("ISO", of: $0) }.flatMap { compactDay($0) }
    }
    walker.readRoot(root)
    return walker.finish()
  }

  private static func isFacts(_ node: Int, in xml: XMLDocument) -> Bool {
    ["BIB.INSTANCE", "BIB.DATA", "INFO.CONSLEG"].contains(xml.local(of: node))
  }

  /// Returns `yyyy-mm-dd` for a day written `yyyymmdd`.
  private static func compactDay(_ value: String) -> String? {
    let digits = Array(value.utf8.filter { (0x30...0x39).contains($0) }.prefix(9))
    guard digits.count == 8 else { return nil }
    let parts = [digits[..<4], digits[4..<6], digits[6...]]
    return day(parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-"))
  }

  private static let dialect = ClauseDialect(
    elements: ClauseElement.table([
      (
        .inline,
        """
        DATE FT HT IE KEYWORD LINK QUOT.T REF.CASE REF.CONS REF.DOC REF.DOC.ECR REF.DOC.OJ REF.DOC.SE
        """
      ),
      (.note, "NOTE"),
      (.insertion, "QUOT.START QUOT.END"),
      (
        .skipped,
        """
        BIB.DATA BIB.INSTANCE CURR.TITLE FORMULA.S IMG INCL.ELEMENT INFO.CONSLEG INFO.PROD MARGIN
        PAGE.HEADER TOC
        """
      ),
      (
        .paragraph,
        """
        DEFINITION GR.CONSID.INIT GR.VISA.INIT INTRO P PREAMBLE.FINAL PREAMBLE.INIT TXT VISA
        """
      ),
      (.heading, "TI STI STI.ART SUBTITLE"),
      (.term, "TERM"),
      (.number, "NO.P NO.PARAG TI.ART"),
      (
        .container,
        """
        ALINEA CONTENTS CORPUS ENACTING.TERMS FINAL GR.CONSID GR.NOTES GR.VISA PL.DATE
        PREAMBLE SIGNATORY SIGNATURE TITLE
        """
      ),
      (.document, "ACT CONS.DOC"),
      (.quote, "QUOT.S"),
      (.division, "ANNEX CONS.ANNEX DIVISION GR.SEQ"),
      (.provision, "ARTICLE"),
      (.unit, "NP NP.ECR PARAG"),
      (.recital, "CONSID"),
      (.definition, "DLIST.ITEM"),
      (.list, "DLIST LIST"),
      (.item, "ITEM"),
      (.table, "TBL"),
      (.row, "ROW"),
      (.cell, "CELL"),
    ]),
    numberNode: numberNode,
    identifier: { xml, node in
      guard !xml.nodes[node].attributes.isEmpty else { return "" }
      return xml.attribute("IDENTIFIER", of: node) ?? ""
    },
    language: { _, _ in nil },
    insertion: { xml, node, _ in quotationMark(node, in: xml) })

  /// A division is numbered by its title when a subtitle names it: "Chapter 1", "Scope".
  private static func numberNode(_ xml: XMLDocument, _ node: Int) -> Int? {
    switch xml.local(of: node) {
    case "ARTICLE": return xml.firstChild(of: node, named: "TI.ART")
    case "PARAG": return xml.firstChild(of: node, named: "NO.PARAG")
    case "NP", "NP.ECR", "CONSID": return xml.firstChild(of: node, named: "NO.P")
    case "ANNEX", "CONS.ANNEX", "DIVISION", "GR.SEQ":
      guard let title = xml.firstChild(of: node, named: "TITLE"),
        let subtitle = xml.firstChild(of: title, named: "STI"),
        !trimmed(xml.textRange(of: subtitle), in: xml.text).isEmpty
      else { return nil }
      return xml.firstChild(of: title, named: "TI")
    default: return nil
    }
  }

  /// Quotation marks are empty elements that name their character: `CODE="2018"`.
  private static func quotationMark(_ node: Int, in xml: XMLDocument) -> String {
    guard let code = xml.attribute("CODE", of: node), let value = UInt32(code, radix: 16),
      let scalar = Unicode.Scalar(value), value > 0x20
    else { return "\"" }
    return String(Character(scalar))
  }
}
