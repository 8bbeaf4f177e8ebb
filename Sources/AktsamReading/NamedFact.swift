/// A fact that a sentence names, to be compared with what another sentence of the same supplier says
/// (design, section 4, *Outcomes*: the same named fact with different values is a conflict).
package struct NamedFact: Sendable, Hashable {
  /// What is counted or dated: `subcontractors`, `sites`, `tiers`, `adoption`.
  package var kind: String
  /// The number, or the date as written, in lower case.
  package var value: String
  /// Whether the number is said to be all there are.
  package var isTotal: Bool
  /// The goods that the sentence names, in lower case.
  package var goods: Set<String>
  /// The longer words of the sentence, in lower case: what it is about.
  package var words: Set<String>
  /// Other numbers in the sentence: lots, versions.
  package var numbers: Set<Int>
  /// The years that it names.
  package var years: Set<Int>
  /// The language of the words; empty for a structured answer, which is about all there is.
  package var language: String
  /// The sentence.
  package var quote: StatementRecord.Quote

  /// Whether both are about the same thing and say different things about it.
  func conflicts(with other: NamedFact) -> Bool {
    guard kind == other.kind, value != other.value else { return false }
    if language.isEmpty || other.language.isEmpty { return true }
    guard language == other.language else { return false }
    if !goods.isEmpty, !other.goods.isEmpty, goods.isDisjoint(with: other.goods) { return false }
    if !numbers.isEmpty, !other.numbers.isEmpty, numbers.isDisjoint(with: other.numbers) {
      return false
    }
    if kind != "adoption", !years.isEmpty, !other.years.isEmpty, years.isDisjoint(with: other.years)
    {
      return false
    }
    // A count of some of them excludes no other count.
    if kind == "sites" || kind == "subcontractors", !isTotal, !other.isTotal { return false }
    return !words.isDisjoint(with: other.words)
  }
}
