internal import Aktsam
internal import AktsamReports
internal import Hummingbird

extension APIRoute {
  /// Makes gap lists of files, or of a report that was saved as JSON.
  static let gaps: [APIRoute] = [
    APIRoute(
      .post, "/api/v1/gaps",
      query: Request.readingNames.union(["format", "redact", "decisions"])
    ) { request, _, server in
      let options = try request.options(server)
      let format =
        try request.choice("format", GapFormat.allCases.map { ($0.rawValue, $0) }) ?? .markdown
      let isRedacted = try request.flag("redact")
      let isDecided = try request.flag("decisions")
      if isDecided, server.register == nil { throw Problem.noRegister }
      let upload = try await server.receiveFiles(request)
      var (report, isComplete) = try await server.report(of: upload, options)
      if isDecided { report = try await server.known(report) }
      let read = report
      return try await server.blocking {
        try GapFiles.response(GapList.lists(read, redacted: isRedacted), format)
      }.complete(isComplete)
    }
  ]
}

extension ServerContext {
  /// The report that files are, or what is read in them.
  ///
  /// - Throws: ``Problem`` for a JSON file that is no report, and when nothing can be read.
  func report(
    of upload: Upload, _ options: ProcedureOptions
  ) async throws -> (report: Report, isComplete: Bool) {
    guard upload.files.count == 1, let file = upload.files.first,
      file.path.lowercased().hasSuffix(".json"), let bytes = upload.bytes(of: file.path)
    else {
      let read = try await Checking(self, upload, options).report(withDocuments: false)
      return (read.report, read.isComplete)
    }
    let library = library
    return try await blocking {
      do throws(ReportJSON.Failure) {
        let saved = try ReportJSON.read(bytes)
        return (saved.report(library: library, language: options.language.rawValue), true)
      } catch {
        throw Problem.invalid("this JSON file is no report of aktsam: \(error)")
      }
    }
  }
}

/// Gap lists as files.
enum GapFiles {
  /// Answers with a list, or with a zip file of several.
  static func response(_ lists: [GapList], _ format: GapFormat) throws -> Response {
    if lists.count == 1, let list = lists.first {
      return .bytes(
        try list.bytes(format, digest: { sha256Bytes($0) }), type: format.mediaType)
    }
    var names = FileNames()
    let files = try lists.map { list in
      (
        name: names.name(for: list.supplier, suffix: format.suffix),
        bytes: try list.bytes(format, digest: { sha256Bytes($0) })
      )
    }
    return .download(try FileBundle.zip(files), type: "application/zip", name: "gaps.zip")
  }
}
