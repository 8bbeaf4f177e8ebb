internal import AktsamClauses
internal import AktsamLanguage
internal import AktsamText

/// What a pattern is matched against besides the hits.
struct MatchContext {
  /// The role of the document.
  var role: DocumentRole
  /// The concepts of the headings above.
  var heading: ConceptSet
  /// The bearer of the sentence.
  var bearer: Bearer
}

extension CompiledPattern {
  /// Returns the hits that make the pattern match one sentence, or nil.
  func match(
    _ sentence: Sentence, hits: [Hit], context: MatchContext
  ) -> [Hit]? {
    guard mayMatch(sentence.concepts), allows(context) else { return nil }
    let range = sentence.hits
    if source.scope == .clause {
      var seen: Int16 = -1
      for index in range where hits[index].clause != seen {
        seen = hits[index].clause
        if let found = match(hits[range], clause: seen) { return found }
      }
      return nil
    }
    return match(hits[range], clause: nil)
  }

  /// Returns the hits that make the pattern match a whole unit, or nil.
  func match(unit hits: [Hit], concepts: ConceptSet, context: MatchContext) -> [Hit]? {
    guard mayMatch(concepts), allows(context) else { return nil }
    return match(hits[...], clause: nil)
  }

  private func allows(_ context: MatchContext) -> Bool {
    if !source.roles.isEmpty, !source.roles.contains(context.role) { return false }
    if !source.heading.isEmpty, !context.heading.intersects(heading) {
      return false
    }
    guard !source.bearers.isEmpty else { return true }
    let name =
      switch context.bearer {
      case .supplier: "supplier"
      case .subSupplier: "other"
      case .buyer: "buyer"
      case .nobody: "nobody"
      }
    return source.bearers.contains(name)
      || (name == "supplier" && source.bearers.contains("own"))
  }

  private func match(_ hits: ArraySlice<Hit>, clause: Int16?) -> [Hit]? {
    var found: [Hit] = []
    for group in groups {
      guard
        let hit = hits.first(where: {
          (clause == nil || $0.clause == clause) && group.contains(Int($0.concept))
        })
      else { return nil }
      found.append(hit)
    }
    for index in verbs.indices {
      guard let pair = object(hits, clause: clause, verbs[index], targets[index]) else {
        return nil
      }
      found.append(pair.0)
      found.append(pair.1)
    }
    if source.near > 0, groups.count > 1 {
      guard let near = window(hits, clause: clause) else { return nil }
      found = near
    }
    return isSpoilt(found, hits, clause: clause) ? nil : found
  }

  /// How far, in words, something that may not be there spoils a match.
  private static let spoiling: Int32 = 8

  /// Whether one of the concepts that may not be there stands among or near the hits: what another
  /// part of a long sentence speaks about does not count.
  private func isSpoilt(_ found: [Hit], _ hits: ArraySlice<Hit>, clause: Int16?) -> Bool {
    guard !source.none.isEmpty else { return false }
    var start = Int32.max
    var end = Int32.min
    for hit in found {
      start = min(start, hit.start)
      end = max(end, hit.end)
    }
    for hit in hits where clause == nil || hit.clause == clause {
      guard none.contains(Int(hit.concept)) else { continue }
      if found.isEmpty || (hit.end >= start - Self.spoiling && hit.start <= end + Self.spoiling) {
        return true
      }
    }
    return false
  }

  /// The first verb and object that stand in one clause, at most eight words apart.
  private func object(
    _ hits: ArraySlice<Hit>, clause: Int16?, _ verbs: ConceptSet, _ targets: ConceptSet
  ) -> (Hit, Hit)? {
    for verb in hits where verbs.contains(Int(verb.concept)) {
      if let clause, verb.clause != clause { continue }
      for target in hits where targets.contains(Int(target.concept)) {
        // A compound names both: its parts are no verb with an object.
        guard target.clause == verb.clause, target.start != verb.start else { continue }
        let distance = max(target.start - verb.end, verb.start - target.end)
        if distance <= 8 { return (verb, target) }
      }
    }
    return nil
  }

  /// Hits of all groups inside a window of `near` words, or nil.
  private func window(_ hits: ArraySlice<Hit>, clause: Int16?) -> [Hit]? {
    for anchor in hits where groups[0].contains(Int(anchor.concept)) {
      if let clause, anchor.clause != clause { continue }
      var chosen = [anchor]
      var low = anchor.start
      var high = anchor.end
      var isComplete = true
      for group in groups.dropFirst() {
        var best: Hit?
        var bestSpan = Int32.max
        for hit in hits where group.contains(Int(hit.concept)) {
          if let clause, hit.clause != clause { continue }
          let span = max(high, hit.end) - min(low, hit.start)
          if span < bestSpan {
            bestSpan = span
            best = hit
          }
        }
        guard let best, Int(bestSpan) <= source.near else {
          isComplete = false
          break
        }
        low = min(low, best.start)
        high = max(high, best.end)
        chosen.append(best)
      }
      if isComplete { return chosen }
    }
    return nil
  }
}
