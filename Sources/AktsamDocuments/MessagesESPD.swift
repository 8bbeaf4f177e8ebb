import AktsamText

/// What is said of ESPD documents.
enum ESPDMessages {
  static func unknownProperty(_ id: String, place: Place) -> Finding {
    Finding(
      rule: "AK0330", severity: .warning,
      message: "the answer refers to the question \"\(id)\", which this document does not contain; "
        + "check that the response was made from the buyer's request",
      place: place)
  }

  static func adverse(_ criterion: String, selfCleaning: SelfCleaning, place: Place) -> Finding {
    let measures =
      switch selfCleaning {
      case .described(let line):
        "self-cleaning measures are described on line \(line); assess whether they are enough"
      case .placeholder(let line):
        "the description of self-cleaning measures on line \(line) is only a placeholder; "
          + "ask the supplier for it"
      case .missing:
        "a description of self-cleaning measures was not found in this document; "
          + "ask the supplier for it"
      }
    return Finding(
      rule: "AK0331", severity: .warning,
      message: "adverse answer: yes to the exclusion ground \"\(criterion)\"; \(measures)",
      place: place)
  }

  /// What an adverse answer says of self-cleaning measures; lines are 1-based.
  enum SelfCleaning {
    case described(line: Int)
    case placeholder(line: Int)
    case missing
  }

  static func placeholder(_ text: String, label: String, place: Place) -> Finding {
    Finding(
      rule: "AK0332", severity: .note,
      message:
        "the answer \"\(text)\" to \"\(label)\" is a placeholder; ask the supplier for the answer",
      place: place)
  }

  static func unknownEvidence(_ id: String, place: Place) -> Finding {
    Finding(
      rule: "AK0333", severity: .warning,
      message: "the answer refers to the evidence \"\(id)\", which was not found in this document; "
        + "ask the supplier for it",
      place: place)
  }

  static func repeatedProperty(_ id: String, place: Place) -> Finding {
    Finding(
      rule: "AK0334", severity: .warning,
      message:
        "the question id \"\(id)\" occurs more than once; answers are read as answers to the "
        + "first question with it",
      place: place)
  }

  static func indicator(_ value: String, place: Place) -> Finding {
    Finding(
      rule: "AK0335", severity: .warning,
      message:
        "the answer \"\(value)\" is neither \"true\" nor \"false\"; it is not read as yes or no",
      place: place)
  }

  static func version(_ version: Int, stated: String?, place: Place?) -> Finding {
    let reason = stated.map { "the version \"\($0)\" is not known" } ?? "no version is stated"
    return Finding(
      rule: "AK0336", severity: .note,
      message: "\(reason); the document is read as ESPD version \(version)",
      place: place)
  }
}

/// What is said of eForms notices.
enum EFormsMessages {
  static func socialObjective(_ code: String, lot: String, place: Place) -> Finding {
    Finding(
      rule: "AK0341", severity: .note,
      message: "the notice claims the social objective \"\(code)\"\(forLot(lot))",
      place: place)
  }

  static func noCondition(_ code: String, lot: String, place: Place) -> Finding {
    Finding(
      rule: "AK0342", severity: .warning,
      message: "the notice claims the social objective \"\(code)\"\(forLot(lot)), but a contract "
        + "condition (BT-70) with content was not found in this document; state the condition, or "
        + "check that the contract does",
      place: place)
  }

  static func emptyCondition(_ text: String, lot: String, place: Place) -> Finding {
    Finding(
      rule: "AK0343", severity: .note,
      message: "the contract condition (BT-70)\(forLot(lot)) says only \"\(text)\"; look for the "
        + "condition in the procurement documents",
      place: place)
  }

  private static func forLot(_ lot: String) -> String {
    lot.isEmpty ? "" : " for \"\(lot)\""
  }
}
