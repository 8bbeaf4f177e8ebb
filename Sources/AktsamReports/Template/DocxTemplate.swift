import AktsamArchive

/// A Word document with Mustache tags in its text, headers and footers.
struct DocxTemplate: Sendable {
  private let members: [Member]

  private struct Member: Sendable {
    var name: String
    var content: Content
  }

  private enum Content: Sendable {
    case bytes([UInt8])
    case program(TemplateProgram)
  }

  /// What the zip file may hold.
  private static let limits = ArchiveLimits(
    maxEntries: 2000, maxEntryBytes: 32 << 20, maxTotalBytes: 64 << 20)

  /// Reads and checks a document.
  ///
  /// - Parameters:
  ///   - bytes: the zip file.
  ///   - names: the names that it may use.
  /// - Throws: ``TemplateFault`` with the part and the paragraph of what is wrong.
  init(_ bytes: [UInt8], names: TemplateScope) throws(TemplateFault) {
    var members: [Member] = []
    do throws(ArchiveError) {
      let archive = try Archive(bytes, limits: Self.limits)
      for entry in archive.entries where !entry.isFolder {
        members.append(Member(name: entry.name, content: .bytes(try archive.read(entry))))
      }
    } catch {
      throw TemplateFault("", error.description)
    }
    guard members.contains(where: { $0.name == Self.main }) else {
      throw TemplateFault("", "it is no Word document (no \(Self.main)): save it as .docx")
    }
    if let macros = members.first(where: { $0.name.lowercased().hasSuffix("vbaproject.bin") }) {
      throw TemplateFault(macros.name, "it holds macros: save it as .docx, which has none")
    }
    var tags = 0
    for index in members.indices {
      guard case .bytes(let bytes) = members[index].content else { continue }
      let name = members[index].name
      if Self.isFilled(name) {
        let part = try DocxPart(bytes, name: name)
        tags += part.tagCount
        guard tags <= TemplateLimits.tags else {
          throw TemplateFault(name, "there are more than \(TemplateLimits.tags) tags")
        }
        members[index].content = .program(
          try TemplateProgram(part.pieces, form: .document, names: names))
      } else if name == "[Content_Types].xml" {
        members[index].content = .bytes(Self.asDocument(bytes))
      }
    }
    self.members = members
  }

  private static let main = "word/document.xml"

  /// Whether a part is filled: the text, headers and footers.
  private static func isFilled(_ name: String) -> Bool {
    name == main
      || name.hasSuffix(".xml") && ["word/header", "word/footer"].contains { name.hasPrefix($0) }
  }

  /// A template of Word (.dotx) becomes a document.
  private static func asDocument(_ bytes: [UInt8]) -> [UInt8] {
    let wanted = Array("wordprocessingml.template.main+xml".utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == wanted[0], bytes[position...].starts(with: wanted) {
        result += Array("wordprocessingml.document.main+xml".utf8)
        position += wanted.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  /// Returns the filled document.
  ///
  /// - Throws: ``TemplateFault`` when it would become too large.
  func render(
    _ value: TemplateValue, meter: TemplateMeter
  ) throws(TemplateFault) -> [UInt8] {
    var archive = ArchiveWriter()
    for member in members {
      switch member.content {
      case .bytes(let bytes): archive.add(member.name, bytes)
      case .program(let program):
        let text = program.render(value, meter: meter)
        guard !meter.isExceeded else { throw .tooLarge }
        do {
          archive.add(member.name, try DocxRepair.repaired(Array(text.utf8)))
        } catch {
          throw TemplateFault(member.name, error.message)
        }
      }
    }
    do {
      return try archive.bytes()
    } catch {
      throw TemplateFault("", error.description)
    }
  }
}
