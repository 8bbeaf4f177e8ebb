import AktsamClauses
import AktsamReading
import AktsamText

extension HTMLReportWriter {
  /// Writes a supplier: counts, chart, what was read, and the requirements beside the documents' text.
  mutating func writeSubject(_ index: Int) {
    let subject = report.subjects[index]
    let id = Self.id(index)
    markup.raw("<section class=\"subject\" aria-labelledby=\"\(id)\">\n")
    markup.element("h2", [("id", id), ("tabindex", "-1")], text: heading ?? name(subject))
    markup.newline()
    let path = clean(subject.name)
    if path != name(subject) {
      markup.element("p", [("class", "facts")]) { $0.element("code", text: path) }
      markup.newline()
    }
    if subject.assessments.isEmpty {
      markup.element("p", text: texts.word(.noAssessment))
      markup.newline()
      writeInputs(subject)
      writeRemarks(subject)
    } else {
      writeCounts(subject)
      writeChart(index)
      writeInputs(subject)
      writeRemarks(subject)
      writeReading(index)
    }
    markup.raw("</section>\n")
  }

  private mutating func writeCounts(_ subject: Report.Subject) {
    let demanded = subject.assessments.filter(\.isDemanded)
    var parts = SubjectTextWriter.order.compactMap { outcome in
      let count = demanded.count { $0.outcome == outcome }
      return count > 0 ? "\(count) \(texts.outcome(outcome))" : nil
    }
    let unsure = demanded.count { $0.certainty == .check }
    if unsure > 0 { parts.append("\(texts.word(.toCheck)): \(unsure)") }
    markup.element("p", [("class", "lead")], text: parts.joined(separator: " · "))
    markup.newline()
  }

  // MARK: - Chart

  /// A bar for each step, with its counts in words: the bar is for the eye, the words are for everybody.
  private mutating func writeChart(_ index: Int) {
    var counts: [Int: [Outcome: Int]] = [:]
    for assessment in report.subjects[index].assessments where assessment.isDemanded {
      let step = context.requirement(assessment.requirement)?.step ?? 0
      counts[step, default: [:]][assessment.outcome, default: 0] += 1
    }
    guard !counts.isEmpty else { return }
    let largest = counts.values.map { $0.values.reduce(0, +) }.max() ?? 1
    let id = "\(Self.id(index))-steps"
    markup.raw("<figure class=\"chart\" aria-labelledby=\"\(id)\">\n")
    markup.element("figcaption", [("id", id)], text: texts.gap(.summaryByStep))
    markup.raw("\n<ul>\n")
    for (step, outcomes) in counts.sorted(by: { $0.key < $1.key }) {
      let shown = SubjectTextWriter.order.filter { outcomes[$0] ?? 0 > 0 }
      let words = shown.map { "\(outcomes[$0] ?? 0) \(texts.outcome($0))" }
        .joined(separator: ", ")
      let name = step > 0 ? "\(step). \(texts.step(step))" : texts.step(step)
      markup.raw("<li>")
      markup.element("span", [("class", "step")], text: name)
      markup.raw(
        "\n<svg viewBox=\"0 0 \(largest * 10) 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\""
      )
      markup.attributeText(words)
      markup.raw("\">")
      var start = 0
      for outcome in shown {
        let width = (outcomes[outcome] ?? 0) * 10
        markup.raw(
          "<rect class=\"\(outcome.rawValue)\" x=\"\(start)\" y=\"0\" width=\"\(width)\" height=\"10\"/>"
        )
        start += width
      }
      markup.raw("</svg>\n<span class=\"counts\" aria-hidden=\"true\">")
      for outcome in shown {
        markup.raw("<span class=\"key \(outcome.rawValue)\"></span>")
        markup.text("\(outcomes[outcome] ?? 0) \(texts.outcome(outcome)) ")
      }
      markup.raw("</span></li>\n")
    }
    markup.raw("</ul>\n</figure>\n")
  }

  // MARK: - Inputs and remarks

  private mutating func writeInputs(_ subject: Report.Subject) {
    markup.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    markup.attributeText("\(texts.gap(.documentsRead)), \(name(subject))")
    markup.raw("\">\n<table class=\"inputs\">\n")
    markup.element("caption", text: texts.gap(.documentsRead))
    markup.raw("\n<thead><tr>")
    for title in [GapWord.document, .kind, .format, .language, .hash] {
      markup.element("th", [("scope", "col")], text: texts.gap(title))
    }
    markup.raw("</tr></thead>\n<tbody>\n")
    for input in subject.inputs {
      markup.raw("<tr>")
      markup.element("th", [("scope", "row")], text: path(of: input))
      for text in [
        input.format.isEmpty ? "" : texts.role(input.role), clean(input.format),
        clean(input.language),
      ] { markup.element("td", text: text) }
      let hash = clean(input.sha256)
      markup.element("td") { $0.element("code", text: hash) }
      markup.raw("</tr>\n")
    }
    markup.raw("</tbody>\n</table>\n</div>\n")
  }

  func path(of input: Report.Input) -> String {
    clean(input.part.isEmpty ? input.path : "\(input.path)!/\(input.part)")
  }

  private mutating func writeRemarks(_ subject: Report.Subject) {
    let findings = subject.findings.filter { $0.severity != .note }
    guard !findings.isEmpty else { return }
    markup.raw("<details class=\"remarks\" open>")
    markup.element("summary", text: "\(texts.word(.remarks)) (\(findings.count))")
    markup.raw("\n<ul>\n")
    for finding in findings {
      let place = finding.place.map { "\($0.pathWithPart), \(texts.line($0.line)): " } ?? ""
      let rule = FindingRules.rule(finding.rule, language: context.language).text
      let text = FindingRules.knows(finding.rule) ? "\(rule) (\(finding.message))" : finding.message
      let line = (clean(place + text) + " ", clean(finding.rule))
      markup.element("li") { markup in
        markup.text(line.0)
        markup.element("code", text: line.1)
      }
      markup.newline()
    }
    markup.raw("</ul>\n</details>\n")
  }

  // MARK: - Requirements and text

  private mutating func writeReading(_ index: Int) {
    let id = Self.id(index)
    let documents = documents[index]
    writeFilter(index)
    markup.raw(
      "<div class=\"reading\(documents.isEmpty ? "" : " beside")\">\n"
        + "<section class=\"findings\" aria-labelledby=\"\(id) \(id)-findings\">\n")
    markup.element("h3", [("id", "\(id)-findings"), ("tabindex", "-1")], text: word(.findings))
    markup.newline()
    writeFindings(index)
    markup.raw("</section>\n")
    if !documents.isEmpty {
      markup.raw("<section class=\"text\" aria-labelledby=\"\(id) \(id)-text\">\n")
      markup.element("h3", [("id", "\(id)-text"), ("tabindex", "-1")], text: word(.documentText))
      markup.newline()
      markup.element("p", [("class", "note")], text: word(.marksNote))
      markup.newline()
      for (position, document) in documents.enumerated() { write(document, position, of: index) }
      markup.raw("</section>\n")
    }
    markup.raw("</div>\n")
  }

  /// Hidden until the script, which it needs, shows it.
  private mutating func writeFilter(_ index: Int) {
    let assessments = report.subjects[index].assessments
    markup.raw("<fieldset class=\"filter\" hidden data-text=\"")
    markup.attributeText(word(.shown))
    markup.raw("\">")
    markup.element("legend", text: word(.show))
    markup.newline()
    for outcome in SubjectTextWriter.order {
      let count = assessments.count { $0.outcome == outcome }
      guard count > 0 else { continue }
      markup.raw("<label><input type=\"checkbox\" checked value=\"\(outcome.rawValue)\"> ")
      markup.raw("<span class=\"key \(outcome.rawValue)\"></span>")
      markup.text("\(texts.outcome(outcome)) (\(count))")
      markup.raw("</label>\n")
    }
    let unsure = assessments.count { $0.certainty == .check }
    if unsure > 0 {
      markup.raw("<label><input type=\"checkbox\" value=\"check\"> ")
      markup.text("\(word(.onlyCheck)) (\(unsure))")
      markup.raw("</label>\n")
    }
    markup.raw("<p class=\"status\" role=\"status\"></p>\n</fieldset>\n")
  }
}
