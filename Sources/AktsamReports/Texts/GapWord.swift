/// The fixed words of a gap list.
enum GapWord: Sendable, CaseIterable {
  // The front page.
  case title, subtitle, supplier, procedure, lot, profile, library, tool, agesMeasured
  case summary, summaryByStep, step, total, gaps, masked, unverified
  case documentsRead, document, kind, format, language, hash
  case notRead, everythingRead, remarks, contents

  // The gaps.
  case overview, noGaps, requirement, severity, level, outcome, theme, gapID
  case supplierSays, saysNothing, nearest, lacks, notFound, unsure
  case number, noNumber, demandedAt, provisions, matters
  case strongAnswer, wording, ask, evidence, deadline, noDeadline

  // To fill in.
  case agreement, owner, action, date, status, enterOwner, enterAction, enterDate, enterStatus
  case open, agreed, underWay, done, notAgreed

  // After the gaps.
  case strengths, noStrengths, strengthsNote, dialogueOnly, dialogueOnlyNote, switchedOff
  case quotation, source, certainty

  // In place of what was masked.
  case maskedName, maskedAddress, maskedPhone, maskedNumber
}
