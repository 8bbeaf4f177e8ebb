internal import Aktsam
internal import AktsamReports
internal import Hummingbird

/// Two rounds side by side: chosen from the list, or saved reports.
struct ComparePage: Sendable {
  /// A procedure that can be chosen.
  struct Choice: Sendable, Hashable {
    var id: String
    var name: String
  }

  let language: PageLanguage
  /// The procedures that were read, the newest first.
  let choices: [Choice]
  /// The id of the earlier procedure that is chosen; empty = none.
  var earlier = ""
  /// The id of the later one.
  var later = ""
  /// The form that is chosen; nil = this page.
  var form: ComparisonFormat?
  /// What came of it; nil = nothing was compared.
  var comparison: Comparison?

  /// Collects what the page shows.
  init(_ server: ServerContext, _ language: PageLanguage) async {
    self.language = language
    choices = await server.workspace.all.sorted { $0.createdAt > $1.createdAt }
      .filter { $0.report != nil }.map {
        let id = $0.header?.procedure ?? ""
        let name = id.isEmpty ? $0.title : id
        return Choice(id: $0.id, name: "\(name) (\($0.createdOn))")
      }
  }

  var frame: PageFrame {
    var frame = PageFrame(language.word(.compareTitle), .compare)
    frame.address = comparison == nil ? nil : "/compare"
    return frame
  }

  var values: [String: PageValue] {
    let page = comparison.map { Self.documentsLast($0.page()) }
    return [
      "sides": [
        side("earlier", .compareEarlier, earlier), side("later", .compareLater, later),
      ],
      "formats": .list([format(nil)] + DownloadList.comparisonForms.map(format)),
      "hasResult": .flag(page != nil),
      "resultTitle": .text(page?.title ?? ""),
      "result": .markup(page.map { HTMLRenderer.sections($0) } ?? ""),
      "downloads": downloads,
    ]
  }

  /// The page with the list of documents at its end: what has changed comes first.
  private static func documentsLast(_ page: Page) -> Page {
    var page = page
    let start = page.blocks.firstIndex { block in
      guard case .heading(let heading) = block else { return false }
      return heading.id == "read"
    }
    guard let start, start + 1 < page.blocks.count, case .table = page.blocks[start + 1] else {
      return page
    }
    let documents = page.blocks[start...(start + 1)]
    page.blocks.removeSubrange(start...(start + 1))
    page.blocks += documents
    return page
  }

  private func side(_ id: String, _ legend: PageWord, _ chosen: String) -> PageValue {
    [
      "id": .text(id), "legend": .text(language.word(legend)),
      "hasProcedures": .flag(!choices.isEmpty),
      "procedures": .list(choices) {
        ["id": .text($0.id), "name": .text($0.name), "isChosen": .flag($0.id == chosen)]
      },
    ]
  }

  private func format(_ form: ComparisonFormat?) -> PageValue {
    let name = form.map {
      language.word(
        .compareAs, ["format": language.word(DownloadList.words($0.rawValue).name)])
    }
    return [
      "id": .text(form?.rawValue ?? ""), "name": .text(name ?? language.word(.compareHere)),
      "isChosen": .flag(form == self.form),
    ]
  }

  /// Links to the comparison of two procedures of the list; of uploaded reports nothing is kept.
  private var downloads: PageValue {
    guard comparison != nil, !earlier.isEmpty, !later.isEmpty else { return [] }
    return [
      [
        "downloads": .list(DownloadList.comparisonForms) { form in
          DownloadList.entry(
            form.rawValue,
            "/compare?earlier=\(URLText.encoded(earlier))&later=\(URLText.encoded(later))"
              + "&format=\(form.rawValue)", language)
        }
      ]
    ]
  }
}

extension ServerContext {
  /// Returns a procedure of the workspace as a report that can be compared.
  ///
  /// - Throws: ``Problem`` when it is not there, or not read yet.
  func savedReport(_ id: String) async throws -> SavedReport {
    guard let report = await workspace.procedure(id)?.report else {
      throw Problem.notFound("there is no such procedure, or it is not read yet")
    }
    return SavedReport(try await known(report))
  }

  /// Compares two reports in the language of a page.
  func comparison(
    _ earlier: SavedReport, _ later: SavedReport, _ language: PageLanguage
  ) async throws -> Comparison {
    let library = library
    return try await blocking {
      Comparison(
        from: earlier, to: later, library: library, language: language.rawValue,
        toolVersion: toolVersion)
    }
  }
}

extension ComparisonFormat {
  /// The media type of a file in this form.
  var mediaType: String {
    switch self {
    case .text: "text/plain; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .docx: GapFormat.docx.mediaType
    case .markdown: GapFormat.markdown.mediaType
    case .json: "application/json"
    }
  }
}
