internal import Aktsam
internal import AktsamReports

/// The links to files in every form.
enum DownloadList {
  /// The forms of a report, those for people first.
  static let reportForms: [ReportForm] = [.html, .csv, .json, .markdown, .text, .sarif, .jsonl]
  /// The forms of a gap list, those for people first.
  static let gapForms: [GapFormat] = [.docx, .html, .xlsx, .csv, .markdown, .json, .oscal]
  /// The forms of a comparison, those for people first.
  static let comparisonForms: [ComparisonFormat] = [.html, .docx, .markdown, .text, .json]

  /// The links to a report.
  ///
  /// - Parameters:
  ///   - address: the address of the procedure.
  ///   - language: the language of the page.
  /// - Returns: a link a form.
  static func reports(_ address: String, _ language: PageLanguage) -> PageValue {
    .list(reportForms) { form in
      entry(form.rawValue, "\(address)/report.\(form.suffix)", language)
    }
  }

  /// The links to a gap list, also with names masked.
  ///
  /// - Parameters:
  ///   - address: the address of the supplier.
  ///   - language: the language of the page.
  /// - Returns: a link a form.
  static func gaps(_ address: String, _ language: PageLanguage) -> PageValue {
    .list(gapForms) { form in
      let path = "\(address)/gaps.\(form.suffix)"
      return entry(form.rawValue, path, masked: "\(path)?masked=1", language)
    }
  }

  /// A link.
  static func entry(
    _ id: String, _ href: String, masked: String = "", _ language: PageLanguage
  ) -> PageValue {
    let (name, use) = words(id)
    return [
      "id": .text(id), "href": .text(href), "masked": .text(masked),
      "name": .text(language.word(name)), "use": .text(language.word(use)),
    ]
  }

  /// What a form is called, and what it is good for.
  static func words(_ id: String) -> (name: PageWord, use: PageWord) {
    switch id {
    case "html": (.formatHTML, .useHTML)
    case "docx": (.formatDocx, .useDocx)
    case "xlsx": (.formatXLSX, .useXLSX)
    case "csv": (.formatCSV, .useCSV)
    case "markdown": (.formatMarkdown, .useMarkdown)
    case "json": (.formatJSON, .useJSON)
    case "jsonl": (.formatJSONL, .useJSONL)
    case "sarif": (.formatSARIF, .useSARIF)
    case "oscal": (.formatOSCAL, .useOSCAL)
    default: (.formatText, .useText)
    }
  }
}
