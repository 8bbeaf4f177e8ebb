internal import AktsamReports
internal import HTTPTypes
internal import Hummingbird

extension Response {
  /// Sends the browser elsewhere, to be asked for with GET.
  ///
  /// - Parameter path: a path of this server, percent-encoded.
  /// - Returns: the answer.
  static func seeOther(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path])
  }

  /// Answers with bytes.
  static func bytes(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Answers with a JSON value.
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    .bytes(value.serialized(pretty: true), type: "application/json", status: status)
  }

  /// Answers with a file to be saved.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - type: its media type.
  ///   - name: the name to save it under; only letters, digits, hyphens and dots of ASCII are kept.
  /// - Returns: the answer.
  static func download(_ bytes: [UInt8], type: String, name: String) -> Response {
    let kept = name.map { letter -> Character in
      letter.isASCII && (letter.isLetter || letter.isNumber || letter == "." || letter == "-")
        ? letter : "-"
    }
    var response = Response.bytes(bytes, type: type)
    response.headers[.contentDisposition] = "attachment; filename=\"\(String(kept.suffix(100)))\""
    return response
  }
}

extension GapFormat {
  /// The media type of a file in this form.
  var mediaType: String {
    switch self {
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .html: "text/html; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .json, .oscal: "application/json"
    }
  }
}
