package import AktsamText

/// A file that a document names as lying beside it, with the hash that it declares.
///
/// Tenders and calls for tenders in UBL carry no contract text of their own: they list files. What
/// lies beside the document under ``name`` can be compared with ``hash``.
package struct Attachment: Sendable, Hashable {
  /// What the hash was computed with.
  package enum Algorithm: Sendable, Hashable {
    /// SHA-2 with 256 bits.
    case sha256
    /// Another one, as written; empty = none is named.
    case other(String)
  }

  /// The file name without folders; empty = not given.
  package var name: String
  /// The media type; empty = not given.
  package var mediaType: String
  /// What the file is said to be; empty = not said.
  package var description: String
  /// The declared hash in lower-case hexadecimal; empty = none, or not readable.
  package var hash: String
  /// What the hash was computed with.
  package var algorithm: Algorithm
  /// Where the file is, as written; empty = beside the document.
  package var location: String
  /// Whether it is, or by its type code may be, the supplier's ESPD.
  package var isSelfDeclaration: Bool
  /// Where the document names it.
  package var place: Place

  /// Creates an attachment.
  package init(
    name: String, mediaType: String = "", description: String = "", hash: String = "",
    algorithm: Algorithm = .other(""), location: String = "", isSelfDeclaration: Bool = false,
    place: Place
  ) {
    self.name = name
    self.mediaType = mediaType
    self.description = description
    self.hash = hash
    self.algorithm = algorithm
    self.location = location
    self.isSelfDeclaration = isSelfDeclaration
    self.place = place
  }
}

extension Attachment.Algorithm {
  /// Finds the algorithm that a name or an XML Signature URI means.
  init(_ written: String) {
    let letters = written.lowercased().filter { $0.isLetter || $0.isNumber }
    self = letters.hasSuffix("sha256") ? .sha256 : .other(written)
  }

  /// The name in findings.
  var name: String {
    switch self {
    case .sha256: "SHA-256"
    case .other(let written): written.isEmpty ? "hash" : written
    }
  }
}
