extension EnglishTexts {
  static func gap(_ word: GapWord) -> String {
    switch word {
    case .title: "Gap list"
    case .subtitle: "For the dialogue with the supplier on human rights due diligence"
    case .supplier: "Supplier"
    case .procedure: "Procedure"
    case .lot: "Lot"
    case .profile: "Terms applied"
    case .library: "Clause library"
    case .tool: "Made with"
    case .agesMeasured: "Ages measured at"
    case .summary: "Summary"
    case .summaryByStep: "Summary by step of due diligence"
    case .step: "Step"
    case .total: "Total"
    case .gaps: "Gaps"
    case .masked: "Names and contact details in quotations have been masked."
    case .unverified:
      "A statement of a provision marked * has not yet been checked in full against the published text."
    case .documentsRead: "Documents read"
    case .document: "Document"
    case .kind: "Kind"
    case .format: "Format"
    case .language: "Language"
    case .hash: "SHA-256"
    case .notRead: "What could not be read"
    case .everythingRead: "All documents could be read in full."
    case .remarks: "Remarks on the documents"
    case .contents: "Contents"
    case .overview: "The gaps at a glance"
    case .noGaps: "No gap was found against the terms applied."
    case .requirement: "Requirement"
    case .severity: "Severity"
    case .level: "Level"
    case .outcome: "Reading"
    case .theme: "Theme"
    case .gapID: "Id"
    case .supplierSays: "The supplier's own words"
    case .saysNothing: "Nothing that speaks to this was found in the documents read."
    case .nearest: "Nothing that speaks to this was found. These passages come nearest:"
    case .lacks: "What is missing or weak"
    case .notFound: "Not found"
    case .unsure:
      "The reading is not certain here. Check the passage in the document before the meeting."
    case .number: "Number in the buyer's terms"
    case .noNumber: "None"
    case .demandedAt: "demanded in"
    case .provisions: "Provision behind it"
    case .matters: "Why it matters"
    case .strongAnswer: "What a strong answer would contain"
    case .wording: "Proposed wording"
    case .ask: "Question for the dialogue"
    case .evidence: "Evidence to ask for"
    case .deadline: "Proposed deadline"
    case .noDeadline: "To be agreed: the terms set no time limit."
    case .agreement: "Agreed in the dialogue"
    case .owner: "Owner"
    case .action: "Agreed action"
    case .date: "Date"
    case .status: "Status"
    case .enterOwner: "Who is responsible"
    case .enterAction: "What will be done, and how it will be shown"
    case .enterDate: "Choose a date"
    case .enterStatus: "Choose a status"
    case .open: "Open"
    case .agreed: "Agreed"
    case .underWay: "Under way"
    case .done: "Done"
    case .notAgreed: "Not agreed"
    case .strengths: "Strengths"
    case .noStrengths: "No requirement was found to be met in full."
    case .strengthsNote: "What the supplier states firmly enough to be built on."
    case .dialogueOnly: "For dialogue only"
    case .dialogueOnlyNote:
      "The buyer's documents do not demand this. It is worth talking about and is not counted as a gap."
    case .switchedOff: "Not applicable"
    case .quotation: "Quotation"
    case .source: "Source"
    case .certainty: "Certainty"
    case .maskedName: "[name]"
    case .maskedAddress: "[e-mail]"
    case .maskedPhone: "[telephone]"
    case .maskedNumber: "[personal number]"
    }
  }

  static func gapCounts(gaps: Int, critical: Int, high: Int, strengths: Int) -> String {
    let lead = gaps == 1 ? "1 gap" : "\(gaps) gaps"
    var weights: [String] = []
    if critical > 0 { weights.append("\(critical) critical") }
    if high > 0 { weights.append("\(high) of high severity") }
    let tail = strengths == 1 ? "1 strength" : "\(strengths) strengths"
    return lead + (weights.isEmpty ? "" : " (\(weights.joined(separator: ", ")))")
      + " and \(tail) were found."
  }

  static func proposedDeadline(plan: Bool, days: Int, date: String?) -> String {
    let time = days == 1 ? "1 day" : "\(days) days"
    let end = date.map { " (\($0))" } ?? ""
    return plan
      ? "A plan to put it right within \(time) of the meeting\(end)."
      : "A fuller answer with evidence within \(time) of the request\(end)."
  }

  static func line(_ line: Int) -> String { "line \(line)" }

  static func furtherPassages(_ count: Int) -> String {
    count == 1 ? "One further passage was read." : "\(count) further passages were read."
  }

  static func step(_ step: Int) -> String {
    switch step {
    case 1: "Embed responsible business conduct in policies and management systems"
    case 2: "Identify and assess adverse impacts"
    case 3: "Cease, prevent or mitigate adverse impacts"
    case 4: "Track implementation and results"
    case 5: "Communicate how impacts are addressed"
    case 6: "Provide for or cooperate in remediation"
    default: "Other"
    }
  }
}
