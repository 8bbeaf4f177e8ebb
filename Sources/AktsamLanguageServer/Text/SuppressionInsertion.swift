import AktsamDocuments
import AktsamLint
import AktsamText
import AktsamXML

/// Finds where a remark that a finding may stand is to be put in, as the linter reads such remarks: in XML
/// an instruction before an element, elsewhere a comment before an element or a paragraph.
struct SuppressionInsertion {
  /// What is put in.
  struct Insertion {
    /// The byte offset.
    var offset: Int
    /// The remark; its reason is left to whoever puts it in.
    var text: String
    /// Whether it is about the whole file.
    var isAboutFile: Bool
  }

  private enum Form {
    case xml(XMLDocument)
    case html(XMLDocument)
    case text
  }

  private let text: EditedText
  private let form: Form

  /// Looks at a document.
  init(_ document: Document, _ text: EditedText) {
    self.text = text
    switch document.format {
    case "markdown", "text": form = .text
    case "html": form = .html(HTMLReader.read(document.source))
    default: form = .xml(XMLReader.read(document.source))
    }
  }

  /// Returns what suppresses a finding; nil where nothing can: what is wrong with a remark, or with the XML
  /// that it would have to stand in.
  func insertion(for finding: LintFinding) -> Insertion? {
    guard !finding.rule.hasPrefix("AK19"), !finding.rule.hasPrefix("AK01") else { return nil }
    guard let start = finding.place.segments.first?.lowerBound, start <= text.bytes.count else {
      return whole(finding.rule)
    }
    switch form {
    case .xml(let xml), .html(let xml):
      guard let element = Self.element(around: start, in: xml, text) else {
        return whole(finding.rule)
      }
      return insertion(finding.rule, before: element)
    case .text:
      return insertion(finding.rule, before: paragraph(around: start))
    }
  }

  /// Returns a remark about the whole file, before its first element or paragraph.
  private func whole(_ rule: String) -> Insertion? {
    switch form {
    case .xml(let xml), .html(let xml):
      return xml.root.map {
        insertion(rule, before: xml.sourceRange(of: $0).lowerBound, isAboutFile: true)
      }
    case .text:
      let mark = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return insertion(rule, before: mark, isAboutFile: true)
    }
  }

  /// Returns a remark on a line of its own, indented as what comes after it; where that does not open its
  /// line, a remark in the line.
  private func insertion(
    _ rule: String, before offset: Int, isAboutFile: Bool = false
  ) -> Insertion {
    let verb = isAboutFile ? "ignore-file" : "ignore"
    let remark = "aktsam \(verb) \(rule) reason=\"…\""
    var written = "<!-- \(remark) -->"
    if case .xml = form { written = "<?\(remark)?>" }
    let line = text.line(at: offset)
    let indent = text.bytes[min(line.lowerBound, offset)..<offset]
    let opensLine = indent.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if opensLine { written += text.lineEnd + String(decoding: indent, as: UTF8.self) }
    return Insertion(offset: offset, text: written, isAboutFile: isAboutFile)
  }

  /// Returns the start of the smallest element around an offset that opens its line and is not the whole
  /// document; where there is none, of the smallest.
  private static func element(around offset: Int, in xml: XMLDocument, _ text: EditedText) -> Int? {
    let around = xml.nodes.indices.filter {
      xml.nodes[$0].kind == .element && xml.sourceRange(of: $0).contains(offset)
    }.map { xml.sourceRange(of: $0).lowerBound }
    return around.dropFirst().last { start in
      text.bytes[text.line(at: start).lowerBound..<start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    } ?? around.last
  }

  /// Returns the start of the lines around an offset that no blank line parts.
  private func paragraph(around offset: Int) -> Int {
    var line = text.line(at: offset)
    while line.lowerBound > 0 {
      let before = text.line(at: line.lowerBound - 1)
      guard before.lowerBound < line.lowerBound,
        text.bytes[before].contains(where: { $0 > 0x20 })
      else { break }
      line = before
    }
    return line.lowerBound
  }
}
