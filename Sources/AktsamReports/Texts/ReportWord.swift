/// The fixed words of reports and listings: headings and labels.
///
/// Every language answers for every case, or the module doesn't compile.
enum ReportWord: Sendable, CaseIterable {
  // The head of a report.
  case library, profile, asOf, encoding, party

  // An assessment.
  case whyWeak, whatElseIsWeak, restsOn, makesStrong, askSupplier, elements, nearest
  case core, supporting, searched, demandedBy

  // After the assessments.
  case remarks, noAssessment, toCheck, decided, caveat

  // A procedure.
  case requirement, dialogueOnly, forDialogue

  // A page of the library.
  case step, weight, roles, rationale, question, dialogue, wording
  case evidenceToAsk, examples, nearMiss, meaning, mend, code, parameter, mapped
  case profiles, requirements
}

/// What a weakness is called, why it makes a statement weak, and how to mend it.
struct WeaknessText: Sendable, Hashable {
  /// A short noun phrase.
  var name: String
  /// A clause that finishes "an officer has to ask again: …"; lower case, no full stop.
  var reason: String
  /// A full sentence that says what to write instead.
  var mend: String
}
