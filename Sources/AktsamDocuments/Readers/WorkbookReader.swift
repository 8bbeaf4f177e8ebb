internal import AktsamArchive
internal import AktsamText
internal import AktsamXML

/// Reads workbooks of Office Open XML (ECMA-376 part 1, SpreadsheetML), transitional and strict.
///
/// The document's own source is the workbook part, which names the sheets; the shared strings and
/// the sheets are further parts, so that a place names the member that a text really stands in.
package enum WorkbookReader: PackageFormatReader {
  package static let formats = [
    FormatInfo(
      id: "xlsx", summary: "a workbook, as of Excel: questionnaires and tables", root: "workbook")
  ]

  package static func recognises(_ package: Package) -> Bool {
    workbook(of: package) != nil
  }

  package static func read(_ package: Package, options: ReadingOptions) -> Document {
    guard let member = workbook(of: package),
      let xml = package.xml(member, options: options)
    else {
      let source = SourceFile(path: package.path, part: package.part, bytes: [])
      var document = Document(
        source: source, lines: LineTable([]), format: "xlsx", role: options.role ?? .tender,
        roleOrigin: options.role == nil ? .inferred : .declared, text: [], runs: [],
        elements: ElementTable(), isComplete: false)
      PackagePart.report("the workbook", in: &document)
      return document
    }
    let document = OwnFormat.document(
      xml, format: "xlsx", role: .tender, origin: .inferred, options: options)
    var reading = WorkbookReading(package, member, xml, document, options: options)
    reading.readSheets()
    return SheetReading(reading.document, mapping: options.columns).read(reading.grids)
  }

  /// The member that the package's relations name as the workbook: nearly always this one.
  private static func workbook(of package: Package) -> String? {
    let usual = "xl/workbook.xml"
    if package.archive.entry(named: usual) != nil { return usual }
    // Strict or unusual writers may name it otherwise.
    return package.archive.entries.lazy.map(\.name).first { name in
      name.hasSuffix("/workbook.xml") && name.utf8.filter { $0 == UInt8(ascii: "/") }.count == 1
    }
  }
}

/// What the readers of packages share.
enum PackagePart {
  /// Adds an error that a member cannot be read; the document is then not complete.
  static func report(_ what: String, in document: inout Document) {
    document.isComplete = false
    document.findings.append(
      Finding(
        rule: SheetMessages.partRule, severity: .error, message: SheetMessages.missingPart(what),
        place: Place(in: document.source, segments: [], lines: document.lines)))
  }

  /// Returns the targets of a member's relations by their ids, as names of members.
  ///
  /// - Parameters:
  ///   - member: the member that relates to others.
  ///   - package: the package.
  ///   - options: with the bounds on untrusted XML.
  /// - Returns: the targets, and the last step of the address of each type.
  static func relations(
    of member: String, in package: Package, options: ReadingOptions
  ) -> [String: (target: String, type: String)] {
    let steps = member.split(separator: "/").map { String($0) }
    let folder = steps.dropLast()
    let name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    guard let xml = package.xml(name, options: options), let root = xml.root else { return [:] }
    var relations: [String: (target: String, type: String)] = [:]
    for child in xml.childElements(of: root, named: "Relationship") {
      guard let id = xml.attribute("Id", of: child),
        let target = xml.attribute("Target", of: child),
        xml.attribute("TargetMode", of: child) != "External"
      else { continue }
      let type = xml.attribute("Type", of: child)?.split(separator: "/").last
      relations[id] = (resolve(target, from: Array(folder)), type.map { String($0) } ?? "")
    }
    return relations
  }

  /// Returns the member that a relative address leads to from a folder.
  static func resolve(_ target: String, from folder: [String]) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}
