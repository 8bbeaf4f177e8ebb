import AktsamClauses
import AktsamReading
import AktsamText

extension HTMLReportWriter {
  /// Writes the requirements, the worst first; last what the buyer's documents do not demand.
  mutating func writeFindings(_ index: Int) {
    let assessments = report.subjects[index].assessments
    let targets = passageTargets(index)
    func group(_ isIncluded: (Assessment) -> Bool) -> [Int] {
      assessments.indices.filter { isIncluded(assessments[$0]) }
    }
    for outcome in SubjectTextWriter.order {
      writeGroup(
        texts.heading(outcome), group { $0.outcome == outcome && $0.isDemanded }, of: index,
        targets)
    }
    writeGroup(texts.word(.forDialogue), group { !$0.isDemanded }, of: index, targets)
  }

  /// The id of the passage that each quotation stands in, by assessment and quotation.
  private func passageTargets(_ index: Int) -> [[Int]: String] {
    var targets: [[Int]: String] = [:]
    for (position, document) in documents[index].enumerated() {
      for (number, block) in document.blocks.enumerated() where !block.highlights.isEmpty {
        for (passage, item) in block.passages.enumerated() {
          let id = Self.id(index, document: position, block: number, passage: passage)
          for highlight in item.highlights {
            let key = [highlight.assessment, highlight.evidence]
            if targets[key] == nil { targets[key] = id }
          }
        }
      }
    }
    return targets
  }

  private mutating func writeGroup(
    _ heading: String, _ positions: [Int], of index: Int, _ targets: [[Int]: String]
  ) {
    guard !positions.isEmpty else { return }
    markup.raw("<div class=\"group\">\n")
    markup.element("h4", text: "\(heading) (\(positions.count))")
    markup.raw("\n<ul>\n")
    for position in positions { writeFinding(position, of: index, targets) }
    markup.raw("</ul>\n</div>\n")
  }

  private mutating func writeFinding(
    _ position: Int, of index: Int, _ targets: [[Int]: String]
  ) {
    let subject = report.subjects[index]
    let assessment = subject.assessments[position]
    let composed = AssessmentTexts(assessment, of: subject, in: context)
    let outcome = assessment.outcome
    markup.raw(
      "<li class=\"finding \(outcome.rawValue)\" data-outcome=\"\(outcome.rawValue)\""
        + " data-certainty=\"\(assessment.certainty.rawValue)\""
        + " id=\"\(Self.id(index, finding: position))\" tabindex=\"-1\">\n")
    markup.raw("<h5><span class=\"index\">\(position + 1)</span> ")
    markup.text(clean(context.title(assessment.requirement)))
    markup.raw("</h5>\n")
    writeFacts(assessment)
    if let decision = assessment.decision {
      markup.element("p", [("class", "note decided")], text: clean(texts.decided(decision)))
      markup.newline()
    }
    let listsReasons = outcome == .weak && !assessment.weaknesses.isEmpty
    if listsReasons {
      markup.raw("<ul class=\"reasons\">\n")
      for weakness in assessment.weaknesses {
        markup.element("li", text: RequirementPage.sentence(clean(texts.reason(weakness))))
        markup.newline()
      }
      markup.raw("</ul>\n")
    } else {
      markup.element("p", text: clean(composed.reason))
      markup.newline()
    }
    writeEvidence(assessment) { targets[[position, $0]] }
    writeAdvice(assessment, composed)
    if let link = action?(assessment) {
      markup.element("p", [("class", "action")]) {
        $0.element("a", [("href", link.address)], text: link.text)
      }
      markup.newline()
    }
    markup.raw("</li>\n")
  }

  private mutating func writeFacts(_ assessment: Assessment) {
    let requirement = context.requirement(assessment.requirement)
    let entry = context.entry(assessment.requirement)
    markup.raw("<p class=\"facts\">")
    markup.element(
      "span", [("class", "mark \(assessment.outcome.rawValue)")],
      text: "\(SubjectTextWriter.sign(assessment.outcome)) \(texts.outcome(assessment.outcome))")
    if assessment.certainty == .check {
      markup.raw(" ")
      markup.element("span", [("class", "mark doubtful")], text: texts.certainty(.check))
    }
    var parts: [String] = []
    if let number = entry?.number, !number.isEmpty { parts.append(number) }
    if let level = entry?.level { parts.append(texts.level(level)) }
    if let weight = requirement?.severity {
      parts.append("\(texts.gap(.severity).lowercased()) \(texts.weight(weight))")
    }
    markup.text(" \(parts.map(clean).joined(separator: ", ")) ")
    markup.element("code", text: clean(assessment.requirement))
    markup.raw("</p>\n")
  }

  private mutating func writeEvidence(_ assessment: Assessment, target: (Int) -> String?) {
    let nearest = Set(assessment.nearest)
    let quoted = assessment.evidence.indices.filter { !nearest.contains($0) }
    for index in quoted { write(assessment.evidence[index], target(index)) }
    let near = assessment.evidence.indices.filter { nearest.contains($0) }
    guard !near.isEmpty, assessment.outcome == .missing else { return }
    markup.raw("<details>")
    markup.element("summary", text: texts.word(.nearest))
    markup.newline()
    for index in near { write(assessment.evidence[index], target(index)) }
    markup.raw("</details>\n")
  }

  /// The words and their place; the place leads to the passage.
  private mutating func write(_ evidence: Evidence, _ target: String?) {
    markup.raw("<figure><blockquote")
    writeLanguage(evidence.language)
    markup.raw(" dir=\"auto\"><p>")
    markup.text(clean(evidence.quote))
    markup.raw("</p></blockquote>\n<figcaption>")
    let place = "\(evidence.place.pathWithPart), \(texts.line(evidence.place.line))"
    let label = evidence.label.isEmpty ? "" : ", \(shortened(evidence.label, to: 120))"
    let party =
      evidence.party.isEmpty ? "" : ", \(texts.word(.party)) \(evidence.party)"
    markup.text(clean(place + label + party))
    if let target {
      markup.raw(" ")
      markup.element("a", [("href", "#\(target)"), ("class", "jump")], text: word(.toPassage))
    }
    markup.raw("</figcaption></figure>\n")
  }

  private mutating func writeAdvice(_ assessment: Assessment, _ composed: AssessmentTexts) {
    let demands = (assessment.demandedBy ?? []).map {
      "\($0.pathWithPart), \(texts.line($0.line))"
    }
    let authorities =
      assessment.outcome == .notApplicable ? [] : composed.requirement?.authorities ?? []
    var advice =
      composed.additions + composed.wordings.map { texts.labelled($0.word, $0.text) }
    let asks = composed.role == .response || composed.role == .tender
    if asks, assessment.outcome.rank > Outcome.met.rank, !composed.dialogueQuestion.isEmpty {
      advice.append(texts.labelled(.askSupplier, composed.dialogueQuestion))
    }
    if !demands.isEmpty {
      markup.element(
        "p", [("class", "facts")],
        text: clean(texts.labelled(.demandedBy, demands.prefix(3).joined(separator: "; "))))
      markup.newline()
    }
    if !authorities.isEmpty {
      markup.element(
        "p", [("class", "facts")],
        text: clean(
          texts.labelled(.restsOn, authorities.map(context.citation).joined(separator: "; "))))
      markup.newline()
    }
    guard !advice.isEmpty else { return }
    markup.raw("<details>")
    markup.element("summary", text: texts.word(.makesStrong))
    markup.raw("\n<ul>\n")
    for sentence in advice {
      markup.element("li", text: clean(sentence))
      markup.newline()
    }
    markup.raw("</ul>\n</details>\n")
  }
}
