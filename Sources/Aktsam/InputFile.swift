package import AktsamArchive
internal import AktsamDocuments

/// One input as bytes: the command opens files, the core never does.
package struct InputFile: Sendable {
  /// The path as the user gave it, `-` for standard input.
  package var path: String
  /// The member of a zip file that it is, nested members joined by `!/`; empty for a plain file.
  package var part: String
  /// The bytes as stored; nil when the file could not be opened.
  package var bytes: [UInt8]?
  /// Why it could not be opened.
  package var failure: String?

  /// Creates an input.
  package init(path: String, part: String = "", bytes: [UInt8]?, failure: String? = nil) {
    self.path = path
    self.part = part
    self.bytes = bytes
    self.failure = failure
  }

  /// Returns the files that a zip file holds, hidden ones and folders left out; for any other input, the
  /// input itself. Zip files inside are opened, too, as deep as the limits allow.
  ///
  /// A zip file may hold several members of one name: from the second on they are named with a number,
  /// `policy (2).xml`, so that each citation leads to one of them.
  ///
  /// A member that cannot be unpacked is an input with the reason: the others go on.
  package func members(limits: ArchiveLimits = .standard, depth: Int = 0) -> [InputFile] {
    guard let bytes, DocumentReader.isCollection(bytes, limits: limits) else { return [self] }
    guard depth < limits.maxNesting else {
      return [failed("zip files lie deeper in each other than maxNesting (\(limits.maxNesting))")]
    }
    do throws(ArchiveError) {
      let archive = try Archive(bytes, limits: limits)
      // Members of one name stay in the order of the directory.
      let entries = archive.entries.filter { !$0.isFolder && !Self.isHidden($0.name) }
        .enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        .map(\.element)
      guard !entries.isEmpty else { return [failed("the zip file is empty")] }
      return zip(entries, Self.apart(entries.map(\.name))).flatMap { entry, name -> [InputFile] in
        let part = part.isEmpty ? name : "\(part)!/\(name)"
        do throws(ArchiveError) {
          return InputFile(path: path, part: part, bytes: try archive.read(entry))
            .members(limits: limits, depth: depth + 1)
        } catch {
          return [InputFile(path: path, part: part, bytes: nil, failure: error.description)]
        }
      }
    } catch {
      return [failed(error.description)]
    }
  }

  /// The path for people: the file, and the member inside it.
  package var pathWithPart: String { part.isEmpty ? path : "\(path)!/\(part)" }

  private func failed(_ reason: String) -> InputFile {
    InputFile(path: path, part: part, bytes: nil, failure: reason)
  }

  /// Returns the names with a number before the extension where one was there before.
  private static func apart(_ names: [String]) -> [String] {
    var taken = Set(names)
    guard taken.count < names.count else { return names }
    var seen: Set<String> = []
    var next: [String: Int] = [:]
    return names.map { name in
      guard !seen.insert(name).inserted else { return name }
      let file = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
      let dot = name[file...].lastIndex(of: ".") ?? name.endIndex
      var number = next[name] ?? 2
      func numbered() -> String { "\(name[..<dot]) (\(number))\(name[dot...])" }
      while !taken.insert(numbered()).inserted { number += 1 }
      defer { next[name] = number + 1 }
      return numbered()
    }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}
