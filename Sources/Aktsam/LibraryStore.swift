package import AktsamClauses
package import AktsamLint
internal import AktsamResources
package import AktsamText
internal import AktsamXML
internal import Crypto
internal import FoundationEssentials

/// Finds the clause library: embedded in the binary, or in a folder of the user's.
package enum LibraryStore {
  /// Loads the library.
  ///
  /// - Parameters:
  ///   - folder: a folder laid out as `clauses/`; nil = the embedded library.
  ///   - withExamples: whether the requirements' examples are read, too.
  ///   - withLexicons: whether the lexicons are read, too; ``lexicon(_:)`` reads an embedded one
  ///     when it is needed. Those of a folder are always read, so that their errors show.
  /// - Returns: the library, nil when it has errors, and the findings.
  package static func load(
    folder: String?, withExamples: Bool = false, withLexicons: Bool = true
  ) -> (library: Library?, findings: [Finding]) {
    switch files(in: folder) {
    case .failure(let failure): (nil, [failure.finding])
    case .success(let files):
      LibraryLoader.load(
        files, languages: withLexicons || folder != nil ? nil : [], withExamples: withExamples,
        sha256: digest(files))
    }
  }

  /// Returns the embedded lexicon of a language, or nil when there is none.
  package static func lexicon(_ language: String) -> Lexicon? {
    let files = EmbeddedFile.files(below: "clauses").filter {
      let path = $0.path.description
      return path == "clauses/library.xml" || path.hasPrefix("clauses/concepts/")
    }
    return LibraryLoader.load(
      files.map { ($0.path.description, $0.bytes) }, languages: [language], withExamples: false,
      sha256: ""
    ).library?.lexicons[language]
  }

  /// Loads the library and looks for everything that is wrong or unused in it: errors, violations of
  /// `clauses.xsd`, concepts without words, provisions that nothing cites.
  package static func validate(folder: String?) -> (library: Library?, findings: [Finding]) {
    switch files(in: folder) {
    case .failure(let failure): return (nil, [failure.finding])
    case .success(let files):
      var findings = LibraryChecks.findings(in: files)
      if let schema = SchemaStore.schema("clauses.xsd") {
        for file in files where file.path.hasSuffix(".xml") {
          let source = SourceFile(path: file.path, bytes: file.bytes)
          findings += XMLReader.read(source, schema: schema).findings.filter {
            $0.rule == "AK0110"
          }
        }
      }
      let library = LibraryLoader.load(files, sha256: digest(files)).library
      return (library, findings)
    }
  }

  /// Returns a library as the linter takes it: with examples and all lexicons, its files, and all that
  /// is wrong or unused in it. Paths begin with that of the folder.
  package static func underTest(folder: String) -> LintInput.Clauses {
    func moved(_ path: String) -> String {
      guard path.hasPrefix("clauses/") else { return path }
      return folder == "." ? String(path.dropFirst(8)) : folder + path.dropFirst(7)
    }
    func moved(_ finding: Finding) -> Finding {
      var finding = finding
      if let path = finding.place?.path { finding.place?.path = moved(path) }
      return finding
    }
    switch files(in: folder) {
    case .failure(let failure):
      return LintInput.Clauses(path: folder, library: nil, files: [], findings: [failure.finding])
    case .success(let files):
      let loaded = LibraryLoader.load(files, withExamples: true, sha256: digest(files))
      return LintInput.Clauses(
        path: folder, library: loaded.library,
        files: files.map { SourceFile(path: moved($0.path), bytes: $0.bytes) },
        findings: loaded.findings.map { moved($0) })
    }
  }

  private struct Unreadable: Error {
    let finding: Finding
  }

  private static func files(
    in folder: String?
  ) -> Result<[(path: String, bytes: [UInt8])], Unreadable> {
    guard let folder else {
      return .success(
        EmbeddedFile.files(below: "clauses").map { ($0.path.description, $0.bytes) })
    }
    do {
      return .success(try read(folder))
    } catch {
      return .failure(
        Unreadable(
          finding: Finding(
            rule: "AK0200", severity: .error,
            message: "cannot read the clause folder '\(folder)': \(describe(error))", place: nil)))
    }
  }

  private static func read(_ folder: String) throws -> [(path: String, bytes: [UInt8])] {
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".xml") || $0 == "languages.txt" }.sorted()
      .map { path in
        let data = try Data(contentsOf: URL(filePath: folder + "/" + path))
        return ("clauses/" + path, [UInt8](data))
      }
  }

  /// SHA-256 over paths and bytes, in the order of the paths.
  private static func digest(_ files: [(path: String, bytes: [UInt8])]) -> String {
    var hash = SHA256()
    for file in files.sorted(by: { $0.path < $1.path }) {
      hash.update(data: Array(file.path.utf8) + [0])
      hash.update(data: file.bytes)
    }
    return hexadecimal(hash.finalize())
  }
}

/// Returns the SHA-256 of bytes in lower-case hexadecimal.
package func sha256(_ bytes: [UInt8]) -> String {
  hexadecimal(SHA256.hash(data: bytes))
}

/// Returns the SHA-256 of bytes, 32 bytes.
package func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var result: [UInt8] = []
  for byte in bytes {
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
  return String(decoding: result, as: UTF8.self)
}

/// Says what went wrong in words a user understands.
package func describe(_ error: any Error) -> String {
  if let error = error as? CocoaError {
    switch error.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: return "no such file or folder"
    case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "no space left"
    default: return "not possible here (is it a folder?)"
    }
  }
  return "\(error)"
}

/// Returns the HMAC-SHA-256 of bytes in lower-case hexadecimal.
package func authenticationCode(of bytes: [UInt8], key: [UInt8]) -> String {
  hexadecimal(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
}
