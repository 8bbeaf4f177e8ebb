internal import AktsamText
package import AktsamXML

/// Reads the Spanish notices in CODICE: the Atom feeds of the state's procurement platform
/// (PLACSP), and single documents.
///
/// Each entry of a feed is one procedure in its present state; entries that were taken back stand in
/// it as tombstones (RFC 6721).
package enum CodiceReader: XMLFormatReader {
  package static let formats = [
    FormatInfo(
      id: "codice", summary: "Spanish notices in CODICE, as in the feeds of PLACSP",
      root: "{http://www.w3.org/2005/Atom}feed with ContractFolderStatus")
  ]

  private static let atom = "http://www.w3.org/2005/Atom"
  private static let tombstones = "http://purl.org/atompub/tombstones/1.0"

  package static func recognises(_ root: XMLName, in xml: XMLDocument) -> Bool {
    if root.namespace.hasPrefix(UBLName.codice) { return true }
    guard root.namespace == atom, root.local == "feed" || root.local == "entry" else {
      return false
    }
    return xml.names.contains { $0.namespace.hasPrefix(UBLName.codice) }
  }

  package static func read(_ xml: XMLDocument, options: ReadingOptions) -> Document {
    let tree = UBLNoticeTree(xml, lookup: UBLName.init)
    var document = OwnFormat.document(
      xml, format: "codice", role: .notice, origin: .format, options: options)
    guard let root = xml.root else { return document }
    var reading = CodiceReading(tree: tree, document: document)
    if xml.namespace(of: root) == atom, xml.local(of: root) == "feed" {
      reading.readDate(root)
      for child in xml.childElements(of: root) {
        if xml.isElement(child, atom, "entry") {
          reading.readEntry(child)
        } else if xml.isElement(child, tombstones, "deleted-entry") {
          reading.readTombstone(child)
        }
      }
    } else {
      reading.readDate(root)
      reading.readEntry(root)
    }
    document = reading.finish()
    if document.findings.isEmpty { OwnFormat.noteEmpty(&document) }
    return document
  }
}

/// One feed being read, entry by entry.
struct CodiceReading {
  private let tree: UBLNoticeTree
  private var reading: UBLTextReading

  init(tree: UBLNoticeTree, document: Document) {
    self.tree = tree
    reading = UBLTextReading(tree: tree, original: nil, document: document)
  }

  /// Returns the document.
  consuming func finish() -> Document {
    reading.document
  }

  /// Takes the day on which a feed or an entry was last changed.
  mutating func readDate(_ node: Int) {
    guard reading.document.date == nil else { return }
    reading.document.date =
      tree.xml.firstChild(of: node, named: "updated").flatMap { day(tree.string($0)) }
      ?? day(tree.string(.issueDate, of: node))
  }

  /// Reads an entry: its title, its state, its files.
  mutating func readEntry(_ node: Int) {
    readDate(node)
    let folder = tree.child(.contractFolderStatus, of: node) ?? node
    let declared = tree.descendants(.additionalNoticeLanguage, of: folder)
      .compactMap { LanguageTag.normalise(tree.string(.id, of: $0)) }.first
    reading.original = declared
    if reading.document.language == nil { reading.document.language = declared }
    readBuyer(folder)
    reading.heading = -1
    reading.number = tree.string(.contractFolderID, of: folder)
    if let title = tree.xml.firstChild(of: node, named: "title"),
      let block = reading.add([title], "Entry", kind: .heading)
    {
      reading.heading = Int32(block)
    }
    reading.read(folder)
    let entries = UBLAttachments(tree: tree).entries(below: folder)
    guard !entries.isEmpty else { return }
    reading.document.attachments += entries.map(\.attachment)
    reading.document.findings.append(
      NoticeMessages.attachments(
        entries.map(\.attachment.name), place: tree.xml.place(ofStartTag: node)))
  }

  /// Notes an entry that was taken back.
  mutating func readTombstone(_ node: Int) {
    let id = tree.xml.attribute("ref", of: node) ?? ""
    let date = day(tree.xml.attribute("when", of: node)) ?? ""
    reading.document.findings.append(
      NoticeMessages.deletedEntry(id, date: date, place: tree.xml.place(ofStartTag: node)))
  }

  /// Takes the buyer of an entry; the first one's is the document's, others stand beside it.
  private mutating func readBuyer(_ folder: Int) {
    let node =
      tree.child(.locatedContractingParty, of: folder)
      ?? tree.child(.contractingParty, of: folder)
    reading.party = -1
    guard let buyer = node.flatMap({ UBLParties.party(tree, $0, kind: .buyer) }) else { return }
    if reading.document.party == nil {
      reading.document.party = buyer
    } else if reading.document.party != buyer {
      if let index = reading.document.otherParties.firstIndex(of: buyer) {
        reading.party = Int32(index)
      } else {
        reading.document.otherParties.append(buyer)
        reading.party = Int32(reading.document.otherParties.count - 1)
      }
    }
  }
}
