internal import Aktsam
internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports
internal import Hummingbird

extension APIRoute {
  /// Shows every passage of files with its reading.
  static let annotate: [APIRoute] = [
    APIRoute(
      .post, "/api/v1/annotate", query: Request.readingNames.union(["format"])
    ) { request, _, server in
      let options = try request.options(server)
      let isText = try request.choice("format", [("text", true), ("jsonl", false)]) ?? false
      let upload = try await server.receiveFiles(request)
      let profile = try server.checked(options)
      let passages = try await server.queue.run {
        try await server.checkers.run {
          Passages(of: upload, profile, options, asText: isText, server)
        }
      }
      return .bytes(
        passages.bytes, type: isText ? ReportForm.text.mediaType : ReportForm.jsonl.mediaType
      ).complete(passages.isComplete)
    }
  ]
}

/// The passages of files with their readings, as they are answered.
private struct Passages: Sendable {
  var bytes: [UInt8] = []
  var isComplete = true

  /// Reads files on the calling thread.
  init(
    of upload: Upload, _ profile: Profile, _ options: ProcedureOptions, asText: Bool,
    _ server: ServerContext
  ) {
    let checker = server.plainCheckers.checker(
      profile, server.checkOptions(options, annotating: true))
    let assessor = checker.makeAssessor()
    for file in upload.files {
      let checked = checker.read(FileAccess.read(file.path, below: upload.folder), with: assessor)
      isComplete = isComplete && checked.isComplete
      for passage in checked.reading?.passageReadings ?? [] {
        bytes +=
          asText
          ? Array(AnnotateWriter.text(for: passage, colour: false).utf8)
          : AnnotateWriter.line(for: passage)
      }
    }
  }
}
