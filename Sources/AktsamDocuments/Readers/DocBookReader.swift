internal import AktsamText
package import AktsamXML

/// Reads DocBook 4 and 5: manuals, policies and codes of conduct in sections.
///
/// Sections are numbered by their `label` or by a number typed into the title; items of ordered
/// lists and steps are counted, since their numbers are made when the document is shown.
package enum DocBookReader: XMLFormatReader {
  static let namespace = "http://docbook.org/ns/docbook"

  package static let formats = [
    FormatInfo(
      id: "docbook", summary: "a document in DocBook 4 or 5",
      root: "{\(namespace)}article, book, section, …")
  ]

  private static let roots: Set<String> = [
    "appendix", "article", "book", "chapter", "glossary", "part", "preface", "qandaset",
    "refentry", "sect1", "section", "set", "topic",
  ]

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    if root.namespace == namespace { return true }
    guard root.namespace.isEmpty, roots.contains(root.local), let node = xml.root else {
      return false
    }
    // DocBook 4 has no namespace: its document type tells it from other articles.
    let prolog = xml.source.bytes.prefix(min(xml.sourceRange(of: node).lowerBound, 65_536))
    return String(decoding: prolog, as: UTF8.self).contains("DocBook")
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    var document = OwnFormat.document(
      xml, format: "docbook", role: .tender, origin: .inferred, options: options)
    if options.role == nil { document.role = RoleInference.role(of: xml.text) }
    guard let root = xml.root else { return document }
    var walker = ClauseWalker(xml, document, dialect: dialect)
    walker.flow.document.date = date(of: root, in: xml)
    walker.readRoot(root)
    return walker.finish()
  }

  private static let dialect = ClauseDialect(
    elements: ClauseElement.table([
      (
        .inline,
        """
        abbrev acronym anchor application citation citetitle code command computeroutput email
        emphasis filename firstterm foreignphrase function glossterm hardware link literal markup
        olink option org orgname person personname phrase productname productnumber quote
        replaceable subscript superscript systemitem tag trademark ulink uri userinput varname
        wordasword xref year
        """
      ),
      (.note, "footnote"),
      (
        .skipped,
        """
        alt areaspec audioobject beginpage co colspec footnoteref imageobject imageobjectco
        indexterm index inlinegraphic graphic inlinemediaobject itermset math mathphrase remark
        spanspec textobject titleabbrev toc videoobject
        """
      ),
      (
        .paragraph,
        """
        para simpara literallayout programlisting screen synopsis address attribution
        """
      ),
      (.heading, "title subtitle bridgehead"),
      (.caption, "caption"),
      (.term, "term segtitle"),
      (
        .container,
        """
        blockquote epigraph glossdef tgroup thead tbody tfoot mediaobject seglistitem
        """
      ),
      (
        .captioned,
        """
        figure informalfigure example informalexample equation informalequation note tip warning
        caution important sidebar formalpara
        """
      ),
      (
        .info,
        """
        info articleinfo bookinfo chapterinfo appendixinfo prefaceinfo partinfo setinfo
        sectioninfo sect1info sect2info sect3info sect4info sect5info refentryinfo
        """
      ),
      (
        .division,
        """
        abstract appendix article bibliography book chapter colophon dedication glossary glossdiv
        legalnotice part partintro preface qandadiv qandaset refentry refsect1 refsect2 refsect3 refsection sect1
        sect2 sect3 sect4 sect5 section set simplesect topic
        """
      ),
      (.definition, "glossentry varlistentry"),
      (.list, "calloutlist glosslist itemizedlist segmentedlist simplelist variablelist"),
      (.orderedList, "orderedlist procedure substeps"),
      (.item, "callout listitem member step"),
      (.table, "table informaltable"),
      (.row, "row tr"),
      (.cell, "entry td"),
      (.headerCell, "th"),
      (.exchange, "qandaentry"),
      (.question, "question"),
      (.answer, "answer"),
    ]),
    typesNumbers: true,
    numberNode: { _, _ in nil },
    number: { xml, node in
      guard !xml.nodes[node].attributes.isEmpty else { return "" }
      return xml.attribute("label", of: node) ?? ""
    },
    identifier: { xml, node in
      guard !xml.nodes[node].attributes.isEmpty else { return "" }
      return xml.attribute("id", of: node) ?? ""
    })

  /// The day that the facts about the document give, when it is written as one.
  private static func date(of root: Int, in xml: XMLDocument) -> String? {
    for facts in xml.childElements(of: root) where xml.local(of: facts).hasSuffix("info") {
      for name in ["date", "pubdate"] {
        if let node = xml.firstChild(of: facts, named: name), let day = day(xml.string(of: node)) {
          return day
        }
      }
    }
    return nil
  }
}
