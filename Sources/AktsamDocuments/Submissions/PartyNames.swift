extension Party {
  /// Whether two mentions mean the same organisation: the same number, or the same name whatever its
  /// case, spaces and marks.
  package func isSame(as other: Party) -> Bool {
    let numbers = (Self.folded(identifier), Self.folded(other.identifier))
    if !numbers.0.isEmpty, !numbers.1.isEmpty { return numbers.0 == numbers.1 }
    let names = (Self.folded(name), Self.folded(other.name))
    return !names.0.isEmpty && names.0 == names.1
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Document {
  /// Makes all of the document the words of another party, which give at most weak evidence for the
  /// tenderer (design, section 2).
  package mutating func attribute(to other: Party) {
    let index = Int32(otherParties.count)
    otherParties.append(Party(name: other.name, identifier: other.identifier, kind: other.kind))
    for block in blocks.indices where blocks[block].party < 0 { blocks[block].party = index }
  }
}
