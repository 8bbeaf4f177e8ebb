extension Analyzer {
  mutating func findTerms(in range: Range<Int>) {
    found.removeAll(keepingCapacity: true)
    for index in range {
      let word = Int(tokens[index].word)
      let entry = table.entries[word]
      if entry.stem >= 0 {
        let node = lexicon.rootChildren[Int(entry.stem)]
        if node != 0 {
          walk(node, from: index, at: index + 1, end: range.upperBound, isGapped: false)
        }
      }
      if entry.exact >= 0 {
        let node = lexicon.rootChildren[Int(entry.exact)]
        if node != 0 {
          walk(node, from: index, at: index + 1, end: range.upperBound, isGapped: false)
        }
      }
      if entry.firstPart >= 0 { part(entry.firstPart, at: index) }
      if entry.lastPart >= 0 { part(entry.lastPart, at: index) }
    }
  }

  /// A compound's part names the concepts of its one-word terms, reading classes left out.
  mutating func part(_ id: Int32, at index: Int) {
    let node = Int(lexicon.rootChildren[Int(id)])
    guard node != 0 else { return }
    for output in lexicon.outputRanges[node] where !lexicon.outputs[Int(output)].isReading {
      emit(lexicon.outputs[Int(output)], index..<index + 1, isGapped: false)
    }
  }

  mutating func emit(_ output: CompiledLexicon.Output, _ range: Range<Int>, isGapped: Bool) {
    found.append(
      FoundTerm(
        hit: Hit(
          concept: output.concept, clause: tokens[range.lowerBound].clause,
          start: Int32(range.lowerBound), end: Int32(range.upperBound), isGapped: isGapped),
        isReading: output.isReading, isName: output.isName, companions: output.companions))
  }

  mutating func walk(
    _ node: Int32, from start: Int, at next: Int, end: Int, isGapped: Bool
  ) {
    for output in lexicon.outputRanges[Int(node)] {
      emit(lexicon.outputs[Int(output)], start..<next, isGapped: isGapped)
    }
    step(node, from: start, at: next, end: end, isGapped: isGapped)
    let gap = lexicon.gapChildren[Int(node)]
    if gap != 0 {
      for skipped in 0...CompiledLexicon.gap where next + skipped < end {
        step(
          gap, from: start, at: next + skipped, end: end, isGapped: isGapped || skipped > 0)
      }
    }
  }

  mutating func step(
    _ node: Int32, from start: Int, at next: Int, end: Int, isGapped: Bool
  ) {
    guard next < end else { return }
    let entry = table.entries[Int(tokens[next].word)]
    if entry.stem >= 0 {
      let target = lexicon.edges.target(node, entry.stem)
      if target != 0 { walk(target, from: start, at: next + 1, end: end, isGapped: isGapped) }
    }
    if entry.exact >= 0 {
      let target = lexicon.edges.target(node, entry.exact)
      if target != 0 { walk(target, from: start, at: next + 1, end: end, isGapped: isGapped) }
    }
  }

  /// Drops reading-class terms inside longer ones and terms without a companion; keeps the rest.
  mutating func settle(_ concepts: inout ConceptSet) {
    guard !found.isEmpty else { return }
    var all = ConceptSet()
    var needsCompanions = false
    hiding.removeAll(keepingCapacity: true)
    for term in found {
      if term.companions < 0 {
        all.insert(Int(term.hit.concept))
      } else {
        needsCompanions = true
      }
    }
    func counts(_ term: FoundTerm) -> Bool {
      !needsCompanions || term.companions < 0
        || all.intersects(lexicon.companions[Int(term.companions)])
    }
    var longest: Int32 = 0
    for (index, term) in found.enumerated()
    where (term.isName || term.isReading) && term.hit.end - term.hit.start > 1 && counts(term) {
      hiding.append(index)
      longest = max(longest, term.hit.end - term.hit.start)
    }
    // Terms are found in the order of their first tokens: those that end too early are passed once.
    var first = 0
    for index in found.indices {
      let term = found[index]
      while first < hiding.count, found[hiding[first]].hit.start + longest <= term.hit.start {
        first += 1
      }
      guard counts(term) else { continue }
      if first < hiding.count, !term.isName, isHidden(index, from: first) { continue }
      if let last = hits.last, last == term.hit { continue }
      hits.append(term.hit)
      concepts.insert(Int(term.hit.concept))
    }
  }

  /// Whether a longer term covers this one: a reading term another reading term, a name anything.
  ///
  /// - Parameters:
  ///   - index: the term's index in `found`.
  ///   - first: where to begin in `hiding`.
  /// - Returns: whether it is left out.
  func isHidden(_ index: Int, from first: Int) -> Bool {
    let hit = found[index].hit
    let isReading = found[index].isReading
    let length = hit.end - hit.start
    for position in hiding[first...] {
      let other = found[position]
      if other.hit.start > hit.start { return false }
      guard other.hit.end - other.hit.start > length else { continue }
      guard other.isName || (isReading && other.isReading) else { continue }
      guard other.hit.end >= hit.end else { continue }
      // What merely stands in the gap of a term is no part of it: "have … policy" hides no "not".
      if other.hit.isGapped, other.hit.start != hit.start, other.hit.end != hit.end { continue }
      return true
    }
    return false
  }
}
