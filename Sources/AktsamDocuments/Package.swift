package import AktsamArchive
internal import AktsamText
package import AktsamXML

/// Turns one format that is a zip of XML members (a word processor's file, a workbook) into a
/// document: one conforming type a file, registered in ``FormatTable``.
package protocol PackageFormatReader: Sendable {
  /// The format ids that the reader delivers, for `aktsam formats`.
  static var formats: [FormatInfo] { get }

  /// Returns whether the reader knows a package by its members.
  static func recognises(_ package: Package) -> Bool

  /// Returns the document. Never fails: what cannot be used is a finding.
  static func read(_ package: Package, options: ReadingOptions) -> Document
}

/// A zip file whose members together are one document.
package struct Package {
  /// The zip file.
  package var archive: Archive
  /// The path of the input as the user gave it.
  package var path: String
  /// The member that the package itself is, when it lies in another archive; else empty.
  package var part: String

  /// Creates a package.
  package init(archive: Archive, path: String, part: String = "") {
    self.archive = archive
    self.path = path
    self.part = part
  }

  /// Returns the part that a place in a member names: nested members are joined by `!/`.
  package func part(_ member: String) -> String {
    part.isEmpty ? member : "\(part)!/\(member)"
  }

  /// Returns the bytes of a member, or nil when there is none or it cannot be unpacked.
  package func bytes(of member: String) -> [UInt8]? {
    archive.entry(named: member).flatMap { try? archive.read($0) }
  }

  /// Parses a member as XML.
  ///
  /// - Parameters:
  ///   - member: its name.
  ///   - options: with the bounds on untrusted XML.
  ///   - separators: see ``XMLReader/read(_:limits:schema:separators:)``.
  /// - Returns: the parsed member; nil when there is none, or it cannot be unpacked or decoded.
  package func xml(
    _ member: String, options: ReadingOptions, separators: Set<String> = []
  ) -> XMLDocument? {
    guard let bytes = bytes(of: member) else { return nil }
    let (source, _) = TextDecoding.decode(bytes, path: path, part: part(member))
    return XMLReader.read(source, limits: options.limits, separators: separators)
  }
}
