import AktsamDocuments
import AktsamText
import AktsamXML

/// The questionnaires on disk that documents are checked against: those in the folder of a document and in
/// the one above it.
struct Neighbours {
  /// A questionnaire.
  struct Questionnaire {
    /// The absolute path.
    var file: String
    /// The bytes that it was read from.
    var bytes: [UInt8]
    /// The questionnaire.
    var document: Document
  }

  /// How many files of a folder are looked at, and how large they may be.
  private static let mostFiles = 64
  private static let mostBytes = 4 << 20

  private var byFolder: [String: [Questionnaire]] = [:]

  /// Returns the folders whose questionnaires a document is checked against.
  static func folders(of file: String) -> [String] {
    guard let own = FileURI.folder(of: file) else { return [] }
    return [own] + (FileURI.folder(of: own).map { [$0] } ?? [])
  }

  /// Returns the questionnaires of a folder; they are read once.
  ///
  /// - Parameters:
  ///   - folder: the absolute path.
  ///   - environment: what opens files.
  ///   - path: returns the path of a file as reports name it.
  /// - Returns: the questionnaires, by their names.
  mutating func questionnaires(
    in folder: String, _ environment: LanguageServer.Environment, path: (String) -> String
  ) -> [Questionnaire] {
    if let known = byFolder[folder] { return known }
    let names = environment.names(folder).filter { $0.lowercased().hasSuffix(".xml") }
    let found = names.prefix(Self.mostFiles).compactMap { name -> Questionnaire? in
      let file = FileURI.path(name, in: folder)
      guard let bytes = environment.read(file), bytes.count <= Self.mostBytes else { return nil }
      let document = DocumentReader.read(
        bytes, path: path(file), options: ReadingOptions(schema: environment.schema))
      guard document.role == .questionnaire else { return nil }
      return Questionnaire(file: file, bytes: document.source.bytes, document: document)
    }
    byFolder[folder] = found
    return found
  }

  /// Forgets what was read of a folder.
  mutating func forget(_ folder: String) { byFolder[folder] = nil }

  /// Forgets everything.
  mutating func forgetAll() { byFolder.removeAll() }
}
