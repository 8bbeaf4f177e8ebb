import AktsamClauses
import AktsamReading
import AktsamText

/// The two texts that are composed for an assessment: why it is so, and what would make it strong.
struct AssessmentTexts {
  let context: ReportContext
  let assessment: Assessment
  /// The role of the document that the outcome rests on.
  let role: DocumentRole
  private let inputCount: Int
  /// The requirement; nil when the library doesn't know it.
  let requirement: Requirement?

  init(_ assessment: Assessment, of subject: Report.Subject, in context: ReportContext) {
    self.context = context
    self.assessment = assessment
    let path = assessment.evidence.first?.place.path
    let input = subject.inputs.first { $0.path == path } ?? subject.inputs.first
    role = input?.role ?? .tender
    inputCount = subject.inputs.count
    requirement = context.requirement(assessment.requirement)
  }

  private var texts: any LanguageTexts.Type { context.texts }

  // MARK: - Reason

  /// The sentence that says why the outcome is what it is.
  var reason: String {
    switch assessment.outcome {
    case .met:
      return texts.metReason(
        force: assessment.evidence.first?.force, role: role,
        elements: labels { $0.isCore && $0.state == .met })
    case .weak:
      var reasons = assessment.weaknesses.map { texts.reason($0) }
      if let party = assessment.evidence.first?.party, !party.isEmpty {
        reasons.append(texts.otherParty(party))
      }
      return texts.weakReason(reasons)
    case .contradicted:
      let places = (assessment.contradiction?.between ?? []).map { place(ofEvidence: $0) }
      if assessment.contradiction?.kind == .conflict {
        return texts.conflictReason(places.at(0) ?? "", places.at(1) ?? "")
      }
      return texts.deniedReason(at: places.at(0) ?? place(ofEvidence: 0))
    case .missing:
      return texts.missingReason(
        passages: assessment.searchedPassages, unread: assessment.unreadPassages,
        inputs: inputCount)
    case .notApplicable:
      return texts.notApplicableReason(at: place(ofEvidence: 0))
    case .unread:
      return texts.unreadReason(
        passages: assessment.searchedPassages, unread: assessment.unreadPassages)
    }
  }

  /// Returns the path and line of a quotation, or nothing when there is none.
  private func place(ofEvidence index: Int) -> String {
    assessment.evidence.at(index).map { "\($0.place.pathWithPart):\($0.place.line)" } ?? ""
  }

  // MARK: - Suggestion

  /// What would make the statement strong, as sentences; nil when nothing is left to wish.
  var suggestion: String? {
    let sentences = additions + wordings.map { texts.labelled($0.word, $0.text) }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What to add or to change: elements that were not found, and how to mend each weakness.
  var additions: [String] {
    switch assessment.outcome {
    case .notApplicable: return []
    case .unread: return [texts.readableSuggestion]
    case .met:
      let helpful = labels { !$0.isCore && $0.state == .absent }
      return helpful.isEmpty ? [] : [texts.add(helpful)]
    case .weak, .contradicted, .missing:
      break
    }
    let wanted = labels { $0.isCore && $0.state == .absent }
    return distinct((wanted.isEmpty ? [] : [texts.add(wanted)]) + mends)
  }

  /// How to mend each weakness.
  var mends: [String] {
    // The label of an absent element says more than the general advice for its weakness.
    let absent = assessment.elements.filter { $0.isCore && $0.state == .absent }
    let named = Set(absent.compactMap { element($0.id)?.code })
    return distinct(
      assessment.weaknesses
        .filter { !($0.words.isEmpty && named.contains($0.code.rawValue)) }
        .map { texts.weakness($0.code).mend })
  }

  /// The library's proposals that fit the role of the document.
  var wordings: [(word: ReportWord, text: String)] {
    guard let requirement else { return [] }
    switch assessment.outcome {
    case .met, .notApplicable, .unread: return []
    case .weak, .contradicted, .missing: break
    }
    var wordings: [(word: ReportWord, text: String)] = []
    switch role {
    case .questionnaire:
      wordings = [(.question, requirement.question[context.language])]
    case .response, .tender:
      wordings = [
        (.wording, requirement.wording[context.language]),
        (.evidenceToAsk, requirement.evidence[context.language]),
      ]
    case .contract, .notice:
      wordings = [(.wording, requirement.wording[context.language])]
    }
    return wordings.filter { !$0.text.isEmpty }
  }

  /// The question for a dialogue; empty when the library has none.
  var dialogueQuestion: String { requirement?.dialogue[context.language] ?? "" }

  // MARK: - Elements

  /// Returns the label of an element, its id when the library doesn't know it.
  func label(_ id: String) -> String {
    let label = element(id)?.label[context.language] ?? ""
    return label.isEmpty ? id : label
  }

  private func element(_ id: String) -> Element? {
    requirement?.elements.first { $0.id == id }
  }

  private func labels(where isIncluded: (ElementState) -> Bool) -> [String] {
    distinct(assessment.elements.filter(isIncluded).map { label($0.id) })
  }
}

extension Place {
  /// The path, followed by the member inside an archive.
  var pathWithPart: String { part.isEmpty ? path : "\(path)!/\(part)" }
}
