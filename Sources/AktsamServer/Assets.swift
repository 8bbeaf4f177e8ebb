internal import Aktsam
internal import AktsamReports
internal import AktsamResources
internal import HTTPTypes
internal import Hummingbird

/// Style sheets, scripts and pictures, each under a name that changes with its content, so that a browser
/// may keep it for ever.
struct Assets: Sendable {
  /// A file.
  struct Asset: Sendable {
    var bytes: [UInt8]
    var type: String
  }

  private var byName: [String: Asset] = [:]
  private var names: [String: String] = [:]

  /// Names the files that the binary holds, and the style sheet and script of reports, which pages share.
  init() {
    for file in embeddedFiles where file.path.description.hasPrefix("Assets/") {
      add(String(file.path.description.dropFirst(7)), file.bytes)
    }
    add("base.css", Array(HTMLReport.style.utf8))
    add("reveal.js", Array(HTMLReport.script.utf8))
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let hashed = "\(name[..<dot]).\(sha256(bytes).prefix(16))\(name[dot...])"
    byName[hashed] = Asset(bytes: bytes, type: Self.type(of: name))
    names[name] = "/assets/\(hashed)"
  }

  /// The address of a file by its plain name, such as `style.css`; empty when there is none.
  func path(_ name: String) -> String { names[name] ?? "" }

  /// The plain names.
  var all: [String] { names.keys.sorted() }

  /// Answers a request for a file.
  func response(_ name: String) throws(Problem) -> Response {
    guard let asset = byName[name] else { throw .notFound("there is no such file") }
    return Response(
      status: .ok,
      headers: [
        .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "text/plain; charset=utf-8"
    }
  }
}
