internal import AktsamReports
internal import Hummingbird

/// A supplier of a procedure.
struct SupplierView: Sendable {
  /// The procedure.
  let procedure: ProcedureView
  /// The supplier's index in the report.
  let index: Int

  /// Looks a supplier up.
  ///
  /// - Throws: ``Problem`` when there is no such procedure or supplier, or it is not read yet.
  static func find(
    _ server: ServerContext, _ context: ServerRequestContext
  ) async throws -> SupplierView {
    guard let view = try await ProcedureView.find(server, context).view,
      let number = Int(context.parameter("n")),
      view.report.subjects.indices.contains(number - 1)
    else { throw Problem.notFound("there is no such supplier, or it is not read yet") }
    return SupplierView(procedure: view, index: number - 1)
  }

  /// The supplier with what the register knows.
  var subject: Report.Subject { procedure.report.subjects[index] }

  /// The supplier as pages show it: with short names of places.
  var shown: Report.Subject { ShownPlaces(of: subject.name).subject(subject) }

  /// The supplier as it was read.
  var read: Report.Subject { procedure.read.subjects[index] }

  /// The head of the report.
  var header: Report.Header { procedure.report.header }

  /// The name.
  var name: String { procedure.names[index] }

  /// The address.
  var address: String { procedure.address(ofSupplier: index) }

  /// The language of the page.
  var language: PageLanguage { procedure.language }

  /// The documents.
  var documents: [ReportDocument] {
    let all = procedure.stored.documents
    return all.indices.contains(index) ? all[index] : []
  }

  /// A name for files: letters of ASCII, digits and hyphens.
  var fileName: String {
    let kept = name.lowercased().flatMap { letter -> String in
      switch letter {
      case "a"..."z", "0"..."9": String(letter)
      case "å", "ä", "á", "à", "â", "ã": "a"
      case "æ": "ae"
      case "ö", "ø", "ó", "ò", "ô": "o"
      case "é", "è", "ê", "ë": "e"
      case "ü", "ú", "ù": "u"
      case "ß": "ss"
      default: "-"
      }
    }
    let words = String(kept).split(separator: "-").suffix(6)
    return words.isEmpty ? "supplier-\(index + 1)" : words.joined(separator: "-")
  }
}
