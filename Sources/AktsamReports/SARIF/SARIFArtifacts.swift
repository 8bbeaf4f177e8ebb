import AktsamReading
import AktsamText

/// The artifacts of a run (SARIF 2.1.0, 3.24) and locations in them.
struct SARIFArtifacts {
  private struct Artifact {
    var uri: String
    var parent: Int?
    var input: Report.Input?
  }

  private var artifacts: [Artifact] = []
  private var indices: [String: Int] = [:]

  /// Adds an input.
  mutating func add(_ input: Report.Input) {
    let index = index(path: input.path, part: "")
    if artifacts[index].input == nil { artifacts[index].input = input }
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
      fields.add("properties") {
        $0.add("format", input.format)
        $0.add("language", input.language)
        $0.add("role", input.role.rawValue)
        $0.add("roleFrom", input.roleFrom)
        $0.add("party", input.party)
      }
      return fields.value
    }
  }

  /// Returns the index of an input, or of a member inside it, which is a nested artifact.
  private mutating func index(path: String, part: String) -> Int {
    let key = part.isEmpty ? path : "\(path)!/\(part)"
    if let known = indices[key] { return known }
    var artifact = Artifact(uri: Self.uri(ofPath: path))
    if !part.isEmpty {
      var members = part.split(separator: "/", omittingEmptySubsequences: false)[...]
      var last: [Substring] = []
      while let step = members.popLast() {
        if step.hasSuffix("!"), !last.isEmpty {
          members.append(step.dropLast())
          break
        }
        last.insert(step, at: 0)
      }
      artifact.uri = Self.encoded(last.joined(separator: "/"))
      artifact.parent = index(path: path, part: members.joined(separator: "/"))
    }
    artifacts.append(artifact)
    indices[key] = artifacts.count - 1
    return artifacts.count - 1
  }

  // MARK: - Locations

  /// Returns the location of a quotation.
  mutating func location(_ evidence: Evidence, id: Int? = nil) -> JSONValue {
    location(evidence.place, id: id, quote: evidence.quote, label: evidence.label)
  }

  /// Returns the location of the start of an input.
  mutating func start(of input: Report.Input, id: Int? = nil) -> JSONValue {
    location(
      Place(path: input.path, segments: [], line: 1, column: 1, endLine: 1, endColumn: 1),
      id: id)
  }

  /// Returns a location (SARIF 2.1.0, 3.28).
  mutating func location(
    _ place: Place, id: Int? = nil, quote: String? = nil, label: String = ""
  ) -> JSONValue {
    let index = index(path: place.path, part: place.part)
    let root = indices[place.path].flatMap { artifacts.at($0)?.input }
    var fields = JSONFields()
    if let id { fields.add("id", id) }
    fields.add("physicalLocation") {
      $0.add("artifactLocation") {
        $0.add("uri", artifacts[index].uri)
        $0.add("index", index)
      }
      $0.add("region") {
        Self.add(
          place, quote: quote, countsStoredBytes: (root?.encoding ?? "utf-8") == "utf-8", to: &$0)
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

  /// Adds the region (SARIF 2.1.0, 3.30). Byte offsets count in the artifact as stored, so that
  /// there are none where the text had to be decoded from another encoding first.
  private static func add(
    _ place: Place, quote: String?, countsStoredBytes: Bool, to fields: inout JSONFields
  ) {
    let line = max(1, place.line)
    let column = max(1, place.column)
    let endLine = max(line, place.endLine)
    fields.add("startLine", line)
    fields.add("startColumn", column)
    fields.add("endLine", endLine)
    fields.add("endColumn", max(endLine == line ? column : 1, place.endColumn))
    if countsStoredBytes, let first = place.segments.first, let last = place.segments.last,
      first.lowerBound >= 0, last.upperBound >= first.lowerBound
    {
      fields.add("byteOffset", first.lowerBound)
      fields.add("byteLength", last.upperBound - first.lowerBound)
    }
    if let quote { fields.add("snippet") { $0.add("text", .string(quote)) } }
    if place.segments.count > 1 {
      fields.add("properties") {
        $0.add(
          "segments",
          .array(place.segments.map { .array([.int($0.lowerBound), .int($0.upperBound)]) }))
      }
    }
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
