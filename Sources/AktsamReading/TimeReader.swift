internal import AktsamLanguage

/// A time expression and the tokens it stands in.
struct FoundTime {
  var kind: TimeExpression.Kind
  /// Days; 0 when unknown.
  var days: Int
  var isWorkingDays: Bool
  /// A year named by a date, 0 for none.
  var year: Int
  /// Token indices.
  var tokens: Range<Int>
}

/// Parses deadlines, frequencies, dates and triggers of a sentence into numbers
/// (design, section 4, *time*).
struct TimeReader {
  let classes: ReadingClasses

  /// Returns the expressions of a sentence in order.
  func times(of sentence: Sentence, tokens: [Token], hits: [Hit]) -> [FoundTime] {
    var result: [FoundTime] = []
    let own = hits[sentence.hits]
    let classes = classes
    for (index, hit) in zip(own.indices, own) {
      let concept = Int(hit.concept)
      guard classes.times.contains(concept) else { continue }
      let near = neighbours(of: index, in: own)
      if isAge(hit, near) { continue }
      if let unit = days(ofUnit: concept) {
        result.append(
          contentsOf: quantity(hit, unit: unit, in: sentence, tokens: tokens, hits: near))
      } else if concept == classes.timeFrequency {
        result.append(found(.frequency, 365, hit))
      } else if concept == classes.timeVague {
        result.append(found(.vague, 0, hit))
      } else if concept == classes.timeChange || concept == classes.timeStart
        || concept == classes.timeBefore
      {
        result.append(found(.trigger, 0, hit))
      } else if concept == classes.timeMonthName {
        result.append(monthName(hit, in: sentence, tokens: tokens, hits: near))
      }
    }
    result.append(contentsOf: years(in: sentence, tokens: tokens))
    if result.count > 1 { result.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    return result
  }

  /// How many tokens back a term is looked for that covers another or stands right before it; no term is
  /// as long.
  private static let reach: Int32 = 32

  /// Returns the hits that may cover a hit or stand right before it; those of a sentence are in the order
  /// of their first tokens.
  private func neighbours(of index: Int, in hits: ArraySlice<Hit>) -> ArraySlice<Hit> {
    let start = hits[index].start
    var (first, last) = (index, index + 1)
    while first > hits.startIndex, hits[first - 1].start >= start - Self.reach { first -= 1 }
    while last < hits.endIndex, hits[last].start <= start { last += 1 }
    return hits[first..<last]
  }

  /// Whether a unit of time belongs to an age: "under 18 years" is no deadline.
  private func isAge(_ hit: Hit, _ hits: ArraySlice<Hit>) -> Bool {
    hits.contains {
      classes.ages.contains(Int($0.concept)) && $0.start <= hit.start && $0.end >= hit.end
    }
  }

  private func found(_ kind: TimeExpression.Kind, _ days: Int, _ hit: Hit) -> FoundTime {
    FoundTime(
      kind: kind, days: days, isWorkingDays: false, year: 0,
      tokens: Int(hit.start)..<Int(hit.end))
  }

  private func days(ofUnit concept: Int) -> Int? {
    switch concept {
    case classes.timeHour: 0
    case classes.timeDay, classes.timeWorkingDay: 1
    case classes.timeWeek: 7
    case classes.timeMonth: 30
    case classes.timeYear: 365
    default: nil
    }
  }

  /// `within 10 working days`, `every six months`, `twice a year`, `each year`.
  private func quantity(
    _ hit: Hit, unit: Int, in sentence: Sentence, tokens: [Token], hits: ArraySlice<Hit>
  ) -> [FoundTime] {
    let start = Int(hit.start)
    let isWorking = Int(hit.concept) == classes.timeWorkingDay
    // The number right before the unit, or the unit word's own (as in a compound).
    var number: Int?
    var first = start
    if start > sentence.tokens.lowerBound, tokens[start - 1].value >= 0 {
      number = Int(tokens[start - 1].value)
      first = start - 1
    }
    let every = hits.contains {
      Int($0.concept) == classes.timeEvery && Int($0.end) <= first && Int($0.end) >= first - 2
    }
    let range = first..<Int(hit.end)
    if every {
      return [
        FoundTime(
          kind: .frequency, days: max(1, unit) * (number ?? 1), isWorkingDays: isWorking,
          year: 0, tokens: range)
      ]
    }
    // "Within a week": the article counts one.
    if number == nil, start > sentence.tokens.lowerBound {
      let isArticle = tokens[start - 1].end - tokens[start - 1].start <= 2
      let isWithin = hits.contains {
        Int($0.concept) == classes.timeWithin
          && (Int($0.end) == start || isArticle && Int($0.end) == start - 1)
      }
      if isWithin { number = 1 }
    }
    guard let number else { return [] }
    // A number of years, months… is a deadline; `1930` before a unit is no count.
    guard number < 1_000 else { return [] }
    return [
      FoundTime(
        kind: .deadline, days: unit * number, isWorkingDays: isWorking, year: 0, tokens: range)
    ]
  }

  /// `on 4 February 2025`, `every March`, `by 30 June`.
  private func monthName(
    _ hit: Hit, in sentence: Sentence, tokens: [Token], hits: ArraySlice<Hit>
  ) -> FoundTime {
    var first = Int(hit.start)
    var last = Int(hit.end)
    if first > sentence.tokens.lowerBound, tokens[first - 1].value >= 1,
      tokens[first - 1].value <= 31
    {
      first -= 1
    }
    var year = 0
    if last < sentence.tokens.upperBound, (1_900...2_100).contains(tokens[last].value) {
      year = Int(tokens[last].value)
      last += 1
    }
    let every = hits.contains {
      Int($0.concept) == classes.timeEvery && Int($0.end) <= first && Int($0.end) >= first - 2
    }
    return FoundTime(
      kind: every ? .frequency : .date, days: every ? 365 : 0, isWorkingDays: false, year: year,
      tokens: first..<last)
  }

  /// Years that stand alone.
  private func years(in sentence: Sentence, tokens: [Token]) -> [FoundTime] {
    var result: [FoundTime] = []
    for index in sentence.tokens {
      let token = tokens[index]
      guard token.flags.contains(.digits), token.end - token.start == 4,
        (1_990...2_060).contains(token.value)
      else { continue }
      result.append(
        FoundTime(
          kind: .date, days: 0, isWorkingDays: false, year: Int(token.value),
          tokens: index..<index + 1))
    }
    return result
  }
}
