import AktsamDocuments
import AktsamText

/// The numbered clauses of a document, in the order that they stand in.
struct ClauseOutline {
  /// A clause with a printed number.
  struct Clause {
    /// The number without marks: `4.7`, `7`.
    var number: String
    /// Its parts: `4`, `7`.
    var parts: [String]
    /// The indices of its own blocks, those of clauses below it left out.
    var blocks: [Int]
    /// Counts the times that numbering starts anew, as it does in an annex.
    var scope: Int

    /// The number of the clause around; empty at the top.
    var parent: String { parts.dropLast().joined(separator: ".") }
  }

  /// The clauses.
  private(set) var clauses: [Clause] = []
  /// All numbers in print: of clauses, of what they stand in, of items.
  private(set) var numbers: Set<String> = []

  /// How many clauses are looked through for the one that goes on below them.
  private static let mostBelow = 500

  private var holders: [String: Int] = [:]
  private var sawPlainHeading = false

  /// Finds the clauses of a document.
  init(_ document: Document) {
    for (index, block) in document.blocks.enumerated() where block.question < 0 {
      guard !block.number.isEmpty else {
        if block.kind == .heading { sawPlainHeading = true }
        continue
      }
      let number = Self.bare(block.number)
      note(number)
      guard Self.isClause(block, number) else { continue }
      add(index, number, in: document)
    }
  }

  /// Returns whether a clause with a number is printed, or one that stands in it.
  func holds(_ number: String) -> Bool {
    if numbers.contains(number) { return true }
    guard let last = number.last, last.isLetter else { return false }
    return numbers.contains(String(number.dropLast()))
  }

  /// A number without the signs around it.
  private static func bare(_ written: String) -> String {
    var rest = Substring(written)
    while let first = rest.first, !first.isLetter, !first.isNumber { rest.removeFirst() }
    while let last = rest.last, !last.isLetter, !last.isNumber { rest.removeLast() }
    return String(rest)
  }

  private static func isClause(_ block: Block, _ number: String) -> Bool {
    switch block.kind {
    case .heading, .paragraph: !number.isEmpty && !number.contains(" ") && block.label.isEmpty
    default: false
    }
  }

  private mutating func note(_ number: String) {
    numbers.insert(number)
    guard let own = number.split(separator: " ").first else { return }
    var rest = own
    numbers.insert(String(rest))
    while let dot = rest.lastIndex(of: ".") {
      rest = rest[..<dot]
      numbers.insert(String(rest))
    }
  }

  /// Adds a block to its clause, or the clause that it opens.
  private mutating func add(_ index: Int, _ number: String, in document: Document) {
    let block = document.blocks[index]
    let holder = Self.holder(of: block, number, in: document)
    if let known = holders[holder] {
      clauses[known].blocks.append(index)
      return
    }
    // Text behind the clauses below it belongs to the clause that was open all along.
    let below = number + "."
    if block.element >= 0, block.kind == .paragraph,
      let open = clauses.suffix(Self.mostBelow).lastIndex(where: {
        !$0.number.hasPrefix(below)
      }),
      open < clauses.count - 1, clauses[open].number == number
    {
      clauses[open].blocks.append(index)
      holders[holder] = open
      return
    }
    let parts = number.split(separator: ".").map(String.init)
    holders[holder] = clauses.count
    clauses.append(
      Clause(number: number, parts: parts, blocks: [index], scope: scope(of: parts)))
    sawPlainHeading = false
  }

  private func scope(of parts: [String]) -> Int {
    guard let last = clauses.last else { return 0 }
    let isFirst = parts.allSatisfy { $0 == "1" || $0 == "A" || $0 == "a" || $0 == "i" }
    let isFarther = last.parts.first.flatMap { Int($0) }.map { $0 >= 3 } ?? false
    let restarts = isFirst && (sawPlainHeading || (parts.count == 1 && isFarther))
    return last.scope + (restarts ? 1 : 0)
  }

  /// What tells two clauses with one number apart: the element that holds it in our own format, else
  /// the group of blocks.
  private static func holder(
    of block: Block, _ number: String, in document: Document
  ) -> String {
    guard document.format == "aktsam-tender" else { return "\(block.group) \(number)" }
    let holder = document.elements.nearest(of: block.element, named: ["clause", "section"])
    return "\(holder)"
  }
}
