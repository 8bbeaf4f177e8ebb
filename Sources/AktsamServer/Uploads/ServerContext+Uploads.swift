internal import HTTPTypes
internal import Hummingbird

extension ServerContext {
  /// Receives the files and fields of a form; its token must come before the files.
  ///
  /// - Throws: ``Problem`` when it is no such form, its token is wrong, or it is more than is taken.
  func receive(_ request: Request, _ context: ServerRequestContext) async throws -> Upload {
    guard let boundary = Self.boundary(of: request) else {
      throw Problem(.unsupportedMediaType, "media-type", "files are sent as multipart/form-data")
    }
    return try await receive(request) { (receiver: inout UploadReceiver) in
      try await receiver.receive(request.body, boundary: boundary)
    } admit: { fields throws(Problem) in
      do throws(Problem) {
        try checkFormToken(fields["csrf"] ?? "", context)
      } catch {
        var problem = error
        problem.closesConnection = true
        throw problem
      }
    }
  }

  /// Receives the files of a call of the API: a form, or one file as it is.
  ///
  /// - Throws: ``Problem`` when it is more than is taken.
  func receiveFiles(_ request: Request) async throws -> Upload {
    let upload: Upload
    if let boundary = Self.boundary(of: request) {
      upload = try await receive(request) { (receiver: inout UploadReceiver) in
        try await receiver.receive(request.body, boundary: boundary)
      }
    } else {
      let type = request.headers[.contentType]?.lowercased() ?? ""
      guard !type.hasPrefix("multipart/"), !type.hasPrefix("application/x-www-form-urlencoded")
      else {
        throw Problem(
          .unsupportedMediaType, "media-type",
          "send files as multipart/form-data, or one file as the body with its name in the query")
      }
      let name = request.query("name") ?? "document"
      upload = try await receive(request) { (receiver: inout UploadReceiver) in
        try await receiver.receive(request.body, name: name)
      }
      guard upload.size > 0 else { throw Problem.invalid("the body is empty") }
    }
    guard !upload.files.isEmpty else { throw Problem.invalid("there is no file in the form") }
    return upload
  }

  private func receive(
    _ request: Request, _ body: (inout UploadReceiver) async throws -> Void,
    admit: @escaping @Sendable ([String: String]) throws(Problem) -> Void = { _ in }
  ) async throws -> Upload {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }),
      length > settings.maxUpload
    {
      throw Problem.tooLarge("a request may hold \(settings.maxUpload >> 20) MiB at most")
    }
    let storage = try UploadFolder(in: folder, budget: budget)
    defer { storage.settle() }
    var receiver = UploadReceiver(storage, settings: settings, pool: pool, admit: admit)
    try await body(&receiver)
    metrics.count(received: receiver.upload.size)
    return receiver.upload
  }

  /// The boundary of a form with files; nil for anything else.
  static func boundary(of request: Request) -> String? {
    let type = HeaderValue(request.headers[.contentType] ?? "")
    guard type.value == "multipart/form-data", let boundary = type.parameters["boundary"],
      (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else { return nil }
    return boundary
  }
}
