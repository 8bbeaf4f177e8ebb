import AktsamText

/// The artifacts of a run (SARIF 2.1.0, 3.24) and locations in them.
struct SARIFArtifacts {
  /// What is known about an input.
  struct Description {
    /// The encoding that it is stored in.
    var encoding: String
    /// SHA-256 of the bytes as stored; empty when it could not be read.
    var sha256: String
    /// What else is to be said, an object; nil = nothing.
    var properties: JSONValue?
  }

  private struct Artifact {
    var uri: String
    var parent: Int?
    var input: Description?
  }

  private var artifacts: [Artifact] = []
  private var indices: [String: Int] = [:]

  /// Adds an input; one that was added before stays as it is.
  mutating func add(path: String, part: String = "", _ description: Description) {
    let index = index(path: path, part: part)
    if artifacts[index].input == nil { artifacts[index].input = description }
  }

  /// The artifacts in the order they were met.
  var values: [JSONValue] {
    artifacts.map { artifact in
      var fields = JSONFields()
      fields.add("location") { $0.add("uri", artifact.uri) }
      if let parent = artifact.parent { fields.add("parentIndex", parent) }
      guard let input = artifact.input else { return fields.value }
      fields.add("roles", ["analysisTarget"])
      fields.add("encoding", input.encoding)
      if !input.sha256.isEmpty {
        fields.add("hashes") { $0.add("sha-256", input.sha256) }
      }
      if let properties = input.properties { fields.add("properties", properties) }
      return fields.value
    }
  }

  /// Returns the index of an input, or of a member inside it, which is a nested artifact.
  private mutating func index(path: String, part: String) -> Int {
    let key = part.isEmpty ? path : "\(path)!/\(part)"
    if let known = indices[key] { return known }
    var artifact = Artifact(uri: Self.uri(ofPath: path))
    if !part.isEmpty {
      let member = MemberPath(part)
      artifact.uri = Self.encoded(member.inner)
      artifact.parent = index(path: path, part: member.outer)
    }
    artifacts.append(artifact)
    indices[key] = artifacts.count - 1
    return artifacts.count - 1
  }

  /// Whether byte ranges in an artifact count in it as stored: not when the text had to be decoded
  /// from another encoding first.
  private func countsStoredBytes(_ index: Int) -> Bool {
    var artifact = artifacts.at(index)
    while let found = artifact, found.input == nil {
      artifact = found.parent.flatMap { artifacts.at($0) }
    }
    return (artifact?.input?.encoding ?? "utf-8") == "utf-8"
  }

  // MARK: - Locations

  /// Returns the location of the start of an input.
  mutating func start(ofPath path: String, id: Int? = nil) -> JSONValue {
    location(
      Place(path: path, segments: [], line: 1, column: 1, endLine: 1, endColumn: 1), id: id)
  }

  /// Returns a location (SARIF 2.1.0, 3.28).
  ///
  /// - Parameters:
  ///   - place: where.
  ///   - id: the number that others refer to it by.
  ///   - quote: the text of the region.
  ///   - line: the text of the whole line, where the region is a part of it.
  ///   - label: what stands there.
  /// - Returns: the location.
  mutating func location(
    _ place: Place, id: Int? = nil, quote: String? = nil, line: String? = nil, label: String = ""
  ) -> JSONValue {
    let index = index(path: place.path, part: place.part)
    var fields = JSONFields()
    if let id { fields.add("id", id) }
    fields.add("physicalLocation") {
      $0.add("artifactLocation") { add(index, to: &$0) }
      $0.add("region", region(place, in: index, quote: quote))
      if let line {
        $0.add("contextRegion") {
          $0.add("startLine", max(1, place.line))
          $0.add("snippet") { $0.add("text", .string(line)) }
        }
      }
    }
    if !place.element.isEmpty {
      fields.add("logicalLocations", [place.element]) {
        $1.add("fullyQualifiedName", $0)
        $1.add("kind", "element")
      }
    }
    if !label.isEmpty { fields.add("message") { $0.add("text", label) } }
    return fields.value
  }

  /// Returns the location of an artifact as a whole, by its path.
  mutating func location(ofPath path: String) -> JSONValue {
    let index = index(path: path, part: "")
    var fields = JSONFields()
    fields.add("physicalLocation") {
      $0.add("artifactLocation") { add(index, to: &$0) }
    }
    return fields.value
  }

  /// Returns what is to stand at places of an artifact (SARIF 2.1.0, 3.56).
  mutating func change(
    path: String, part: String, _ replacements: [(place: Place, text: String)]
  ) -> JSONValue {
    let index = index(path: path, part: part)
    var fields = JSONFields()
    fields.add("artifactLocation") { add(index, to: &$0) }
    fields.add("replacements", replacements) { replacement, fields in
      fields.add("deletedRegion", region(replacement.place, in: index))
      if !replacement.text.isEmpty {
        fields.add("insertedContent") { $0.add("text", .string(replacement.text)) }
      }
    }
    return fields.value
  }

  private func add(_ index: Int, to fields: inout JSONFields) {
    fields.add("uri", artifacts[index].uri)
    fields.add("index", index)
  }

  /// Returns a region (SARIF 2.1.0, 3.30).
  private func region(_ place: Place, in index: Int, quote: String? = nil) -> JSONValue {
    var fields = JSONFields()
    let line = max(1, place.line)
    let column = max(1, place.column)
    let endLine = max(line, place.endLine)
    fields.add("startLine", line)
    fields.add("startColumn", column)
    fields.add("endLine", endLine)
    fields.add("endColumn", max(endLine == line ? column : 1, place.endColumn))
    if let first = place.segments.first, let last = place.segments.last,
      first.lowerBound >= 0, last.upperBound >= first.lowerBound, countsStoredBytes(index)
    {
      fields.add("byteOffset", first.lowerBound)
      fields.add("byteLength", last.upperBound - first.lowerBound)
    }
    if let quote { fields.add("snippet") { $0.add("text", .string(quote)) } }
    if place.segments.count > 1 {
      fields.add("properties") { $0.add("segments", place.segments) }
    }
    return fields.value
  }

  // MARK: - Addresses

  /// Returns the URI reference of a path (RFC 3986): relative as given, or a `file` URI.
  static func uri(ofPath path: String) -> String {
    if path == "-" { return "stdin" }
    if path.hasPrefix("/") { return "file://" + encoded(path) }
    return encoded(path.hasPrefix("./") && path.count > 2 ? String(path.dropFirst(2)) : path)
  }

  /// Returns a path with every byte but unreserved ones and `/` percent-encoded.
  private static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        bytes.append(byte)
      default:
        bytes.append(0x25)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
