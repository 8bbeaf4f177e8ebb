/// Why a zip file, or a member of one, cannot be read or written.
package struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of fault it is.
  package enum Code: Sendable, Hashable {
    /// The bytes are no zip file, or a damaged one.
    case damaged
    /// A password is needed.
    case encrypted
    /// A bound of ``ArchiveLimits`` is exceeded.
    case limit
    /// The zip file cannot be put together.
    case unwritable
  }

  /// What kind of fault it is.
  package var code: Code
  /// The member it is about; empty for the archive itself.
  package var member: String
  /// What is wrong, for a person; begins in lower case and has no full stop.
  package var description: String

  static func damaged(_ member: String, _ detail: String) -> ArchiveError {
    ArchiveError(
      code: .damaged, member: member,
      description: member.isEmpty
        ? "the zip file is damaged (\(detail)): unpack it, or save it anew"
        : "\"\(member)\" cannot be unpacked (\(detail)): save the file anew")
  }

  static func unwritable(_ member: String, _ detail: String) -> ArchiveError {
    ArchiveError(
      code: .unwritable, member: member,
      description: member.isEmpty
        ? "the zip file cannot be put together (\(detail))"
        : "\"\(member)\" cannot be packed (\(detail))")
  }

  static func encrypted(_ member: String) -> ArchiveError {
    ArchiveError(
      code: .encrypted, member: member,
      description: "\"\(member)\" is protected by a password: save it without one")
  }

  static func limit(_ name: String, _ value: Int, _ member: String) -> ArchiveError {
    ArchiveError(
      code: .limit, member: member,
      description: "the limit \(name) (\(value)) is exceeded: "
        + (member.isEmpty ? "the zip file is not read" : "\"\(member)\" is not read"))
  }
}
