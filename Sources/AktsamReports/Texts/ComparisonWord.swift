/// The fixed words of a comparison of two rounds.
enum ComparisonWord: Sendable, CaseIterable {
  // The front page.
  case title, subtitle, earlier, later, round, change

  // How something stands.
  case worse, new, improved, closed, unchanged, newGap, closedGap, worseNote, newNote, improvedNote,
    closedNote
  case unchangedNote, nothingCompared

  // A requirement.
  case bothRounds, whatChanged, mended, added, weak, found, lost, otherWords, marksNote, notAssessed
  case switchedOff, unsure

  // What stands beside the comparison.
  case notCompared, notComparedNote, twoSuppliers, sameDocuments, remarks
}
