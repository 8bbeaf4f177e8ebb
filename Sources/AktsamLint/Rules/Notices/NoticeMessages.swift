import AktsamDocuments
import AktsamText

/// The wording of the findings about ESPD and eForms.
enum NoticeMessages {
  static func objectiveWithoutCondition(_ claim: CodedValue, hasTerms: Bool) -> String {
    "the notice claims the social objective \"\(claim.code)\""
      + (claim.lot.isEmpty ? "" : " for \"\(claim.lot)\"") + ", and "
      + (hasTerms
        ? "none of its conditions and criteria speaks about it"
        : "has no condition or criterion with content")
      + ": state a contract condition about it (BT-70), or do not claim it"
  }

  static func placeholder(_ text: String) -> String {
    "\"\(collapsed(text))\" is left to be filled in: write it out, or remove the condition"
  }

  static func elsewhere(_ text: String) -> String {
    "the condition says only \"\(collapsed(text))\": state it in a sentence, and where its full text stands"
  }

  static func otherGeneration(
    _ code: String, _ generation: CodeGeneration, among most: CodeGeneration
  ) -> String {
    "\"\(code)\" is a code of \(generation.name) among codes of \(most.name)"
      + (most.name(of: code).map { ": write \"\($0)\"" } ?? ": use the codes of one version")
  }

  static func unknownCode(_ code: String, near: String?) -> String {
    "\"\(code)\" is in no official list of criteria" + Messages.suggestion(near)
  }

  static func unknownObjective(_ code: String, _ list: [String], near: String?) -> String {
    "\"\(code)\" is not in the list"
      + (near == nil ? ", which has \(Messages.list(list))" : Messages.suggestion(near))
  }

  static let unnamedObjective =
    "a social objective is claimed and not named: give its code in BT-775"

  static func otherProcedure(_ reference: Reference, _ known: [String]) -> String {
    let what = reference.kind == .procedure ? "belongs to the procedure" : "answers the request"
    return "the ESPD \(what) \"\(reference.target)\", the request of this run is "
      + "\(Messages.list(Set(known).sorted().prefix(5))): ask for the ESPD that answers it"
  }

  static func missingEvidence(_ question: Question) -> String {
    "evidence is said to be available for \"\(question.label)\" and is not given: name it, or say where "
      + "it is"
  }
}
