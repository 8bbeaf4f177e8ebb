package import AktsamReading
import AktsamText

/// What each passage says, free of any requirement: the output of `aktsam annotate`.
package enum AnnotateWriter {
  /// Returns a passage as a line of JSON Lines.
  package static func line(for passage: PassageReading) -> [UInt8] {
    var fields = JSONFields()
    fields.add(passage.place)
    fields.add("language", passage.language)
    fields.add("text", .string(passage.text))
    fields.add("concepts", passage.concepts)
    fields.add("cues", passage.cues) { cue, fields in
      fields.add("concept", .string(cue.concept))
      fields.add("words", .string(cue.words))
      fields.add("segments", cue.segments)
    }
    fields.add("force", passage.force.rawValue)
    fields.add("polarity", passage.polarity.rawValue)
    fields.add("bearer", passage.bearer.rawValue)
    fields.add("hedges", passage.hedges)
    fields.add("scope", passage.scope?.rawValue)
    fields.add("time", passage.time) { time, fields in
      fields.add("kind", time.kind.rawValue)
      if time.days > 0 { fields.add("days", time.days) }
      if time.isWorkingDays { fields.add("workingDays", .bool(true)) }
      fields.add("words", .string(time.words))
    }
    fields.add("specifics", passage.specifics)
    fields.add("assessments", passage.assessments) { assessment, fields in
      fields.add("requirement", .string(assessment.requirement))
      fields.add("outcome", assessment.outcome.rawValue)
      fields.add("weaknesses", assessment.weaknesses.map(\.rawValue))
    }
    return fields.value.serialized(pretty: false) + [0x0A]
  }

  /// Returns a passage as a paragraph for people, followed by an empty line.
  ///
  /// The words are those of the JSON: who annotates compares the two.
  package static func text(for passage: PassageReading, colour: Bool) -> String {
    var page = TextPage(colour: colour)
    let place = passage.place
    var head = page.styled(
      page.clean("\(place.pathWithPart):\(place.line):\(place.column)"), .strong)
    if !passage.language.isEmpty { head += "  \(page.clean(passage.language))" }
    page.line(head)
    page.wrapped(EnglishTexts.quoted(passage.text), indent: 2)
    var words = [passage.force.rawValue, passage.polarity.rawValue]
    words.append("bearer \(passage.bearer.rawValue)")
    if let scope = passage.scope { words.append("scope \(scope.rawValue)") }
    page.wrapped(words.joined(separator: ", "), indent: 2)
    let times = passage.time.map { time in
      time.kind.rawValue + (time.days > 0 ? " \(time.days)" : "")
        + (time.isWorkingDays ? " working" : "") + (time.days > 0 ? " days" : "")
        + " \(EnglishTexts.quoted(time.words))"
    }
    for (label, values) in [
      ("concepts", passage.concepts), ("hedges", passage.hedges.map(EnglishTexts.quoted)),
      ("time", times), ("specifics", passage.specifics.map(EnglishTexts.quoted)),
    ] where !values.isEmpty {
      page.wrapped("\(label): \(values.joined(separator: ", "))", indent: 2, hanging: 2)
    }
    for assessment in passage.assessments {
      let codes = assessment.weaknesses.map(\.rawValue).joined(separator: ", ")
      page.line(
        "  > \(page.clean(assessment.requirement)) "
          + page.styled(assessment.outcome.rawValue, .outcome(assessment.outcome))
          + (codes.isEmpty ? "" : ": \(codes)"))
    }
    page.blank()
    return page.text
  }
}
