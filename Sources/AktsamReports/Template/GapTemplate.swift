import AktsamArchive

/// A buyer's own form for gap lists: a Word document, HTML or any text with Mustache tags.
///
/// The names that it may use stand in ``GapList/templateNames``, for its authors in
/// `examples/templates/README.md`.
package struct GapTemplate: Sendable {
  private let path: String
  private let content: Content

  private enum Content: Sendable {
    case text(TemplateProgram)
    case document(DocxTemplate)
  }

  /// Reads and checks a template.
  ///
  /// - Parameters:
  ///   - bytes: the file as stored; a zip file is taken for a Word document, anything else for text.
  ///   - path: its path, for messages; its ending tells HTML and Markdown.
  /// - Throws: ``TemplateError`` with what is wrong, where, and what to do.
  package init(bytes: [UInt8], path: String) throws(TemplateError) {
    self.path = path
    do throws(TemplateFault) {
      let names = GapList.templateNames
      if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      {
        content = .document(try DocxTemplate(bytes, names: names))
      } else {
        let form = TemplateForm(path: path, bytes: bytes)
        let pieces = try TextTemplate.pieces(bytes, form: form)
        content = .text(try TemplateProgram(pieces, form: form, names: names))
      }
    } catch {
      throw TemplateError(path: path, place: error.place, message: error.message)
    }
  }

  /// The names that templates may use, each once, sorted; those below another with it, as
  /// `labels.severity`.
  package static var names: [String] { GapList.templateNames.names.sorted() }

  /// Whether lists are documents, which no terminal shows.
  package var isBinary: Bool {
    if case .document = content { true } else { false }
  }

  /// What the name of a list made with it ends with.
  package var suffix: String {
    if isBinary { return "docx" }
    let suffix = TemplateForm.suffix(of: path)
    return suffix.isEmpty ? "txt" : suffix
  }

  /// Returns a list in this form.
  ///
  /// - Throws: ``TemplateError`` when the list would become larger than is allowed.
  package func render(_ list: GapList) throws(TemplateError) -> [UInt8] {
    let meter = TemplateMeter(limit: TemplateLimits.outputBytes)
    let value = list.templateValue
    do throws(TemplateFault) {
      let bytes: [UInt8]
      switch content {
      case .text(let program): bytes = Array(program.render(value, meter: meter).utf8)
      case .document(let document): bytes = try document.render(value, meter: meter)
      }
      guard !meter.isExceeded else { throw TemplateFault.tooLarge }
      return bytes
    } catch {
      throw TemplateError(path: path, place: error.place, message: error.message)
    }
  }
}

extension TemplateFault {
  /// The list would become too large.
  static let tooLarge = TemplateFault(
    "",
    "the list would become larger than \(TemplateLimits.outputBytes >> 20) MiB: repeat less, "
      + "sections inside the same section above all")
}
