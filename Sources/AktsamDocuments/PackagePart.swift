import AktsamText
import AktsamXML

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
