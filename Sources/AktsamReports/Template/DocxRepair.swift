/// Mends what repeating and leaving out does to a part of a Word document: cells and headers need a
/// paragraph, tables need a row, and ids must differ.
enum DocxRepair {
  /// Returns a part that word processors open without complaint.
  ///
  /// - Throws: ``TemplateFault`` when the part is no well-formed XML.
  static func repaired(_ bytes: [UInt8]) throws(TemplateFault) -> [UInt8] {
    let markup = try DocxMarkup(bytes)
    var children: [Int: [Int]] = [:]
    for (index, element) in markup.elements.enumerated() {
      children[element.parent, default: []].append(index)
    }
    var edits: [(range: Range<Int>, text: String)] = []
    func names(_ index: Int) -> [String] {
      (children[index] ?? []).map { markup.elements[$0].name }
    }
    var ids = Identifiers()
    for (index, element) in markup.elements.enumerated() {
      switch element.name {
      case "w:tbl":
        if !names(index).contains(where: ["w:tr", "w:sdt", "w:customXml", "w:ins"].contains) {
          edits.append((element.range, ""))
        }
      case "w:tc":
        // A cell ends with a paragraph, or with a content control that holds one.
        if !["w:p", "w:sdt"].contains(names(index).last(where: { !isMark($0) }) ?? "") {
          edits.append((element.end.lowerBound..<element.end.lowerBound, "<w:p/>"))
        }
      case "w:hdr", "w:ftr", "w:txbxContent":
        if !names(index).contains(where: ["w:p", "w:tbl", "w:sdt"].contains) {
          edits.append((element.end.lowerBound..<element.end.lowerBound, "<w:p/>"))
        }
      default: ids.mend(index, in: markup, edits: &edits)
      }
    }
    return apply(edits, to: bytes)
  }

  /// Elements that mark a stretch and are no content.
  private static func isMark(_ name: String) -> Bool {
    name.hasPrefix("w:bookmark") || name.hasPrefix("w:comment") || name.hasPrefix("w:perm")
      || name == "w:proofErr"
  }

  private static func apply(
    _ edits: [(range: Range<Int>, text: String)], to bytes: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    // Inside a table that goes nothing is mended.
    for (_, edit) in sorted where edit.range.lowerBound >= position {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.text.utf8
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}

/// Ids that were met.
private struct Identifiers {
  private var seen: [String: Set<String>] = [:]
  private var next = 1

  /// Takes an id that was met before away, or gives another where there must be one.
  mutating func mend(
    _ index: Int, in markup: DocxMarkup, edits: inout [(range: Range<Int>, text: String)]
  ) {
    let element = markup.elements[index]
    switch element.name {
    case "w:p", "w:tr":
      // The ids of paragraphs serve comments and merging only.
      for name in ["w14:paraId", "w14:textId"] {
        guard let value = markup.attribute(name, of: index), !isNew(name, value, markup) else {
          continue
        }
        edits.append(((value.lowerBound - name.utf8.count - 3)..<(value.upperBound + 1), ""))
      }
    case "w:bookmarkStart", "w:bookmarkEnd":
      if let value = markup.attribute("w:id", of: index), !isNew(element.name, value, markup) {
        edits.append((element.range, ""))
      }
    case "w:id":
      // The id of a content control; without one the word processor gives it one.
      guard element.parent >= 0, markup.elements[element.parent].name == "w:sdtPr" else { return }
      if let value = markup.attribute("w:val", of: index), !isNew(element.name, value, markup) {
        edits.append((element.range, ""))
      }
    case "wp:docPr":
      guard let value = markup.attribute("id", of: index), !isNew(element.name, value, markup)
      else { return }
      while !(seen[element.name, default: []].insert("\(next)").inserted) { next += 1 }
      edits.append((value, "\(next)"))
    default: break
    }
  }

  private mutating func isNew(_ kind: String, _ value: Range<Int>, _ markup: DocxMarkup) -> Bool {
    seen[kind, default: []].insert(String(decoding: markup.bytes[value], as: UTF8.self)).inserted
  }
}
