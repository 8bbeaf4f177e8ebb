import AktsamClauses
package import AktsamReading

/// The report as one HTML file that needs nothing else: the requirements beside the documents' own
/// text, in which the quoted passages are marked.
///
/// It reads without a script; the script only filters. Nothing is fetched, and nothing but that script
/// runs, whatever a document holds.
package enum HTMLReport {
  /// Returns the report.
  ///
  /// - Parameters:
  ///   - report: what to show.
  ///   - documents: the documents of each subject; without them quotations stand by themselves.
  /// - Returns: the page as UTF-8.
  package static func bytes(_ report: Report, documents: [[ReportDocument]]) -> [UInt8] {
    var writer = HTMLReportWriter(report: report, documents: documents)
    return writer.bytes()
  }

  /// Returns the section of one subject for a page that has the style sheet and the script: its counts,
  /// what was read, and its requirements beside the documents' own text.
  ///
  /// Headings go from `h2` downwards. A requirement's id is ``anchor(finding:)``.
  ///
  /// - Parameters:
  ///   - subject: the subject.
  ///   - header: the head of the report that it stands in.
  ///   - documents: its documents; without them quotations stand by themselves.
  ///   - heading: what stands over the section.
  ///   - action: a link that stands below a requirement, such as one that leads to a form; nil = none.
  /// - Returns: the section as HTML, escaped.
  package static func section(
    _ subject: Report.Subject, header: Report.Header, documents: [ReportDocument], heading: String,
    action: ((Assessment) -> (text: String, address: String)?)? = nil
  ) -> String {
    var writer = HTMLReportWriter(
      report: Report(header: header, subjects: [subject]), documents: [documents])
    writer.heading = heading
    writer.action = action
    writer.writeSubject(0)
    return String(decoding: writer.markup.bytes, as: UTF8.self)
  }

  /// Returns the id of a requirement in ``section(_:header:documents:heading:action:)``.
  ///
  /// - Parameter finding: the index of the assessment in the subject.
  /// - Returns: the id.
  package static func anchor(finding: Int) -> String { HTMLReportWriter.id(0, finding: finding) }

  /// Returns the sentence that says why an outcome is what it is.
  package static func reason(
    _ assessment: Assessment, of subject: Report.Subject, header: Report.Header
  ) -> String {
    AssessmentTexts(assessment, of: subject, in: ReportContext(header)).reason
  }

  /// The style sheet.
  package static let style = "\n" + HTMLStyle.sheet + HTMLReportStyle.sheet
  /// The script.
  package static let script = HTMLReportScript.text
  /// SHA-256 of ``style`` and ``script`` in base 64, by which the page allows them and nothing else; a
  /// test holds them together.
  package static let hashes = (
    style: "bhUanJ25YQ926xiEtUaGSbklJlsBKIcWnObkKf6JKOc=",
    script: "R3dRSSD+Y7gaMH1kQAZiYZTZfUy+yX0euuKXa/VUsp8="
  )
}

/// Writes the page.
struct HTMLReportWriter {
  let report: Report
  /// The documents of each subject that are shown.
  let documents: [[ReportDocument]]
  let context: ReportContext
  var markup = Markup()
  /// What stands over a subject instead of its name; nil = its name.
  var heading: String?
  /// The link below a requirement; nil = none.
  var action: ((Assessment) -> (text: String, address: String)?)?
  private let pageWords: PageWords

  init(report: Report, documents: [[ReportDocument]]) {
    self.report = report
    self.documents = report.subjects.enumerated().map { index, subject in
      Self.shown(documents.at(index) ?? [], of: subject)
    }
    context = ReportContext(report.header)
    pageWords = PageWords(context.texts.code)
  }

  var texts: any LanguageTexts.Type { context.texts }

  func word(_ word: HTMLReportWord) -> String { texts.html(word) }

  private let cleaner = TextPage(colour: false)

  /// Returns a text in one line, without control characters.
  func clean(_ text: String) -> String { cleaner.clean(text) }

  mutating func bytes() -> [UInt8] {
    writeHead()
    markup.raw("<body>\n<a class=\"skip\" href=\"#main\">")
    markup.text(pageWords.skip)
    markup.raw("</a>\n<header>\n")
    markup.element("h1", text: title)
    markup.newline()
    markup.element("p", [("class", "subtitle")], text: word(.subtitle))
    markup.newline()
    writeAbout()
    markup.raw("</header>\n")
    writeNavigation()
    markup.raw("<main id=\"main\" tabindex=\"-1\">\n")
    markup.element("p", [("class", "note")], text: texts.word(.caveat))
    markup.newline()
    if report.subjects.count > 1 { writeMatrix() }
    for index in report.subjects.indices { writeSubject(index) }
    markup.raw("</main>\n<footer>")
    markup.element("p", text: "\(title) · aktsam \(clean(report.header.toolVersion))")
    markup.raw("</footer>\n<script>\(HTMLReport.script)</script>\n</body>\n</html>\n")
    return markup.bytes
  }

  private var title: String {
    let procedure = clean(report.header.procedure)
    if report.subjects.count == 1, let subject = report.subjects.first {
      return "\(word(.title)): \(name(subject))"
    }
    return procedure.isEmpty ? word(.title) : "\(word(.title)): \(procedure)"
  }

  /// The party, or the name of the input where none is known; both where two have the same party.
  func name(_ subject: Report.Subject) -> String {
    guard !subject.party.isEmpty else { return clean(subject.name) }
    let isAlone = report.subjects.count { $0.party == subject.party } == 1
    return clean(isAlone ? subject.party : "\(subject.party) (\(subject.name))")
  }

  private mutating func writeHead() {
    markup.raw("<!DOCTYPE html>\n<html lang=\"")
    markup.attributeText(texts.code)
    markup.raw(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'sha256-\(HTMLReport.hashes.style)'; \
      script-src 'sha256-\(HTMLReport.hashes.script)'; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="
      """)
    markup.attributeText("aktsam \(clean(report.header.toolVersion))")
    markup.raw("\">\n")
    markup.element("title", text: title)
    markup.raw("\n<style>\(HTMLReport.style)</style>\n</head>\n")
  }

  private mutating func writeAbout() {
    let header = report.header
    markup.raw("<dl class=\"about\">\n")
    define(texts.gap(.procedure), clean(header.procedure))
    define(texts.gap(.lot), clean(header.lot))
    let profile = clean(header.profile.title[context.language])
    define(
      texts.gap(.profile),
      "\(profile) (\(clean(header.profile.id)) \(clean(header.profile.version)))")
    define(texts.gap(.agesMeasured), clean(header.asOf ?? ""))
    define(
      texts.gap(.library),
      "\(clean(header.library.version)), SHA-256 \(clean(header.library.sha256))")
    define(texts.gap(.tool), "aktsam \(clean(header.toolVersion))")
    markup.raw("</dl>\n")
  }

  private mutating func define(_ term: String, _ text: String) {
    guard !text.isEmpty else { return }
    markup.raw("<div>")
    markup.element("dt", text: term)
    markup.element("dd", text: text)
    markup.raw("</div>\n")
  }

  /// The suppliers of a procedure, each with the parts of its section.
  private mutating func writeNavigation() {
    markup.raw("<nav aria-label=\"")
    markup.attributeText(texts.gap(.contents))
    markup.raw("\">\n<ul>\n")
    if report.subjects.count > 1 {
      markup.raw("<li>")
      link(word(.matrix), to: "matrix")
      markup.raw("</li>\n")
    }
    for (index, subject) in report.subjects.enumerated() {
      let id = Self.id(index)
      markup.raw("<li>")
      link(name(subject), to: id)
      if report.subjects.count == 1 {
        markup.raw("</li>\n")
        for (suffix, text) in parts(index) {
          markup.raw("<li>")
          link(text, to: "\(id)-\(suffix)")
          markup.raw("</li>\n")
        }
      } else {
        markup.raw("</li>\n")
      }
    }
    markup.raw("</ul>\n</nav>\n")
  }

  private func parts(_ index: Int) -> [(String, String)] {
    guard !report.subjects[index].assessments.isEmpty else { return [] }
    return [("findings", word(.findings))]
      + (documents[index].isEmpty ? [] : [("text", word(.documentText))])
  }

  /// The documents of a subject that have a text, with the highlights of quotations that there are.
  private static func shown(
    _ documents: [ReportDocument], of subject: Report.Subject
  ) -> [ReportDocument] {
    documents.filter { document in
      !document.blocks.isEmpty && subject.inputs.indices.contains(document.input)
    }.map { document in
      var document = document
      for index in document.blocks.indices where !document.blocks[index].highlights.isEmpty {
        document.blocks[index].highlights.removeAll {
          subject.assessments.at($0.assessment)?.evidence.at($0.evidence) == nil
        }
      }
      return document
    }
  }

  // MARK: - Matrix

  private mutating func writeMatrix() {
    let matrix = Matrix(report)
    markup.raw("<section aria-labelledby=\"matrix\">\n")
    markup.element("h2", [("id", "matrix")], text: word(.matrix))
    markup.raw(
      "\n<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"matrix\">\n")
    markup.raw("<table class=\"matrix\">\n<thead><tr>")
    markup.element("th", [("scope", "col")], text: texts.gap(.requirement))
    for (index, subject) in report.subjects.enumerated() {
      markup.raw("<th scope=\"col\">")
      link(name(subject), to: Self.id(index))
      markup.raw("</th>")
    }
    markup.raw("</tr></thead>\n<tbody>\n")
    for row in matrix.rows {
      markup.raw("<tr>")
      let number = row.number.isEmpty ? "" : "\(clean(row.number)) "
      let note = row.isDemanded == false ? " (\(texts.word(.dialogueOnly)))" : ""
      markup.element(
        "th", [("scope", "row")], text: number + clean(context.title(row.requirement)) + note)
      for (index, cell) in row.cells.enumerated() {
        markup.raw("<td>")
        if let cell,
          let position = report.subjects[index].assessments.firstIndex(where: {
            $0.requirement == row.requirement
          })
        {
          markup.element(
            "a",
            [
              ("class", "mark \(cell.outcome.rawValue)"),
              ("href", "#\(Self.id(index, finding: position))"),
            ], text: label(cell))
        } else {
          markup.text("–")
        }
        markup.raw("</td>")
      }
      markup.raw("</tr>\n")
    }
    markup.raw("</tbody>\n</table>\n</div>\n</section>\n")
  }

  /// The sign and the name of an outcome, so that nothing is told by colour alone.
  func label(_ assessment: Assessment) -> String {
    let check = assessment.certainty == .check ? " (\(texts.certainty(.check)))" : ""
    return
      "\(SubjectTextWriter.sign(assessment.outcome)) \(texts.outcome(assessment.outcome))\(check)"
  }

  // MARK: - Ids

  /// The id of a subject's section.
  static func id(_ subject: Int) -> String { "s\(subject + 1)" }

  /// The id of a finding, by the index of its assessment.
  static func id(_ subject: Int, finding: Int) -> String { "s\(subject + 1)-r\(finding + 1)" }

  /// The id of a passage.
  static func id(_ subject: Int, document: Int, block: Int, passage: Int) -> String {
    "s\(subject + 1)-d\(document + 1)-b\(block + 1)-p\(passage + 1)"
  }

  mutating func link(_ text: String, to id: String) {
    markup.element("a", [("href", "#\(id)")], text: text)
  }
}
