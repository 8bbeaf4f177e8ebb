import AktsamClauses
import AktsamReading
import AktsamText

/// The report as SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code
/// hosts and editors.
///
/// A requirement that is contradicted, not found, not read or weak is a result under the rule
/// `REQUIREMENT/OUTCOME`; a finding about an input is one under its `AK…` rule. What is met or
/// not applicable gives none.
package enum SARIFWriter {
  /// Returns the log, indented, with a final line feed.
  package static func report(_ report: Report) -> [UInt8] {
    var run = SARIFRun(ReportContext(report.header))
    for subject in report.subjects { run.add(subject) }
    return SARIFLog.bytes(run.value)
  }
}

/// The run of a log while subjects are added.
struct SARIFRun {
  private let context: ReportContext
  private var artifacts = SARIFArtifacts()
  private var rules = SARIFRules()
  private var results: [JSONValue] = []
  private var isComplete = true

  init(_ context: ReportContext) {
    self.context = context
  }

  /// Adds the results of a subject.
  mutating func add(_ subject: Report.Subject) {
    for input in subject.inputs {
      isComplete = isComplete && !input.sha256.isEmpty
      artifacts.add(input)
    }
    for assessment in subject.assessments {
      guard let level = Self.level(assessment, context) else { continue }
      results.append(result(assessment, level: level, of: subject))
    }
    for finding in subject.findings { results.append(result(finding, of: subject)) }
  }

  /// The run.
  var value: JSONValue {
    let header = context.header
    var fields = SARIFLog.run(
      tool: ("aktsam", header.toolVersion), language: header.language, isComplete: isComplete,
      rules: rules.descriptors, artifacts: artifacts.values, results: results)
    fields.add("properties") {
      $0.addLibrary(header.library.version, sha256: header.library.sha256)
      $0.addProfile(header.profile.id, header.profile.version)
      $0.add("asOf", header.asOf)
    }
    return fields.value
  }

  /// Returns the level of a result; nil when an outcome is none.
  static func level(_ assessment: Assessment, _ context: ReportContext) -> String? {
    switch assessment.outcome {
    case .contradicted: "error"
    case .missing:
      context.entry(assessment.requirement)?.level == .required ? "error" : "warning"
    case .weak: "warning"
    case .unread: "note"
    case .met, .notApplicable: nil
    }
  }

  // MARK: - Results

  private mutating func result(
    _ assessment: Assessment, level: String, of subject: Report.Subject
  ) -> JSONValue {
    let composed = AssessmentTexts(assessment, of: subject, in: context)
    let id = "\(assessment.requirement)/\(assessment.outcome.rawValue)"
    let main = assessment.contradiction?.between.first ?? 0
    let cites = assessment.outcome == .weak || assessment.outcome == .contradicted
    let evidence = cites ? assessment.evidence.at(main) : nil
    var fields = JSONFields()
    fields.add("ruleId", id)
    fields.add(
      "ruleIndex",
      rules.index(of: id) { SARIFRules.descriptor(id, assessment, level: level, context) })
    fields.add("level", level)
    fields.add("message") {
      $0.add("text", "\(context.title(assessment.requirement)). \(composed.reason)")
    }
    var related: [JSONValue] = []
    if let evidence {
      fields.add("locations", .array([artifacts.location(evidence)]))
      for (index, other) in assessment.evidence.enumerated()
      where index != main && !assessment.nearest.contains(index) {
        related.append(artifacts.location(other, id: related.count + 1))
      }
    } else if let first = subject.inputs.first {
      fields.add("locations", .array([artifacts.start(ofPath: first.path)]))
      for other in subject.inputs.dropFirst() {
        related.append(artifacts.start(ofPath: other.path, id: related.count + 1))
      }
    }
    if !related.isEmpty { fields.add("relatedLocations", .array(related)) }
    fields.add("partialFingerprints") {
      $0.add(
        "aktsam/v1",
        Fingerprint.of([id, evidence?.quote ?? "", evidence?.place.element ?? ""]))
    }
    fields.add("properties") {
      add(assessment, composed, subject, to: &$0)
    }
    return fields.value
  }

  private func add(
    _ assessment: Assessment, _ composed: AssessmentTexts, _ subject: Report.Subject,
    to fields: inout JSONFields
  ) {
    let requirement = context.requirement(assessment.requirement)
    let entry = context.entry(assessment.requirement)
    fields.add("subject", subject.name)
    fields.add("party", subject.party)
    fields.add("requirement", assessment.requirement)
    fields.add("number", entry?.number)
    fields.add("level", entry?.level.rawValue)
    fields.add("severity", requirement?.severity.rawValue)
    fields.add("outcome", assessment.outcome.rawValue)
    fields.add("certainty", assessment.certainty.rawValue)
    fields.add("weaknesses", distinct(assessment.weaknesses.map(\.code.rawValue)))
    fields.add("contradiction", assessment.contradiction?.kind.rawValue)
    fields.add("authorities", requirement?.authorities ?? [])
    fields.add("suggestion", composed.suggestion)
    fields.add("dialogueQuestion", composed.dialogueQuestion)
  }

  private mutating func result(_ finding: Finding, of subject: Report.Subject) -> JSONValue {
    var fields = JSONFields()
    fields.add("ruleId", .string(finding.rule))
    fields.add(
      "ruleIndex", rules.index(of: finding.rule) { SARIFRules.descriptor(finding, context) })
    fields.add("level", finding.severity.rawValue)
    fields.add("message") { $0.add("text", .string(finding.message)) }
    if let place = finding.place {
      fields.add("locations", .array([artifacts.location(place)]))
    }
    fields.add("partialFingerprints") {
      $0.add(
        "aktsam/v1",
        Fingerprint.of([finding.rule, finding.message, finding.place?.element ?? ""]))
    }
    fields.add("properties") {
      $0.add("subject", subject.name)
      $0.add("party", subject.party)
    }
    return fields.value
  }
}
