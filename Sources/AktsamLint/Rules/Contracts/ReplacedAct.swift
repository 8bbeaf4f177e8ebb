/// An act that another has replaced. Facts of public law, each beyond doubt.
struct ReplacedAct {
  /// How it is cited: its numbers, as they stand in a text.
  var numbers: [String]
  /// What the numbers may be followed by and what then belongs to them, as `/EC`.
  var endings: [String] = []
  /// The act in force, with its name.
  var successor: String
  /// What tells that the text names the act in force itself.
  var successorNumber: String
  /// What is to stand in the place of the number.
  var replacement: String
  /// The day from which it no longer holds, `yyyy-mm-dd`.
  var since: String

  private static let community = ["/EC", "/EG", "/EF", "/EU"]

  /// All that are known.
  static let all: [ReplacedAct] = [
    // Repealed by Directive 2014/24/EU, article 91.
    ReplacedAct(
      numbers: ["2004/18"], endings: community, successor: "Directive 2014/24/EU",
      successorNumber: "2014/24", replacement: "2014/24/EU", since: "2016-04-18"),
    // Repealed by Directive 2014/25/EU, article 107.
    ReplacedAct(
      numbers: ["2004/17"], endings: community, successor: "Directive 2014/25/EU",
      successorNumber: "2014/25", replacement: "2014/25/EU", since: "2016-04-18"),
    // Repealed by Regulation (EU) 2016/679, article 94.
    ReplacedAct(
      numbers: ["95/46"], endings: community, successor: "Regulation (EU) 2016/679",
      successorNumber: "2016/679", replacement: "2016/679", since: "2018-05-25"),
    // Repealed by Directive 2011/65/EU, article 26.
    ReplacedAct(
      numbers: ["2002/95"], endings: community, successor: "Directive 2011/65/EU",
      successorNumber: "2011/65", replacement: "2011/65/EU", since: "2013-01-03"),
    // Repealed by Directive 2012/19/EU, article 25.
    ReplacedAct(
      numbers: ["2002/96"], endings: community, successor: "Directive 2012/19/EU",
      successorNumber: "2012/19", replacement: "2012/19/EU", since: "2014-02-15"),
    // Repealed by Regulation (EU) 2023/1542, article 95.
    ReplacedAct(
      numbers: ["2006/66"], endings: community, successor: "Regulation (EU) 2023/1542",
      successorNumber: "2023/1542", replacement: "2023/1542", since: "2025-08-18"),
    ReplacedAct(
      numbers: ["2007:1091"], successor: "lagen (2016:1145) om offentlig upphandling",
      successorNumber: "2016:1145", replacement: "2016:1145", since: "2017-01-01"),
    ReplacedAct(
      numbers: ["2007:1092"],
      successor: "lagen (2016:1146) om upphandling inom försörjningssektorerna",
      successorNumber: "2016:1146", replacement: "2016:1146", since: "2017-01-01"),
    ReplacedAct(
      numbers: ["1998:204"], successor: "Regulation (EU) 2016/679", successorNumber: "2016/679",
      replacement: "2016/679", since: "2018-05-25"),
    ReplacedAct(
      numbers: [
        "7. april 2006 nr. 402", "7. april 2006 nr 402", "2006-04-07-402", "2006-04-07 nr. 402",
        "2006-04-07 nr 402",
      ],
      successor: "anskaffelsesforskriften 2016-08-12 nr. 974", successorNumber: "974",
      replacement: "12. august 2016 nr. 974", since: "2017-01-01"),
    ReplacedAct(
      numbers: [
        "16. juli 1999 nr. 69", "16. juli 1999 nr 69", "1999-07-16-69", "1999-07-16 nr. 69",
        "1999-07-16 nr 69",
      ],
      successor: "anskaffelsesloven 2016-06-17 nr. 73", successorNumber: "2016",
      replacement: "17. juni 2016 nr. 73", since: "2017-01-01"),
    ReplacedAct(
      numbers: [
        "14. april 2000 nr. 31", "14. april 2000 nr 31", "2000-04-14-31", "2000-04-14 nr. 31",
        "2000-04-14 nr 31",
      ],
      successor: "personopplysningsloven 2018-06-15 nr. 38", successorNumber: "2018",
      replacement: "15. juni 2018 nr. 38", since: "2018-07-20"),
  ]

  /// Returns where a stretch of text cites the act, or nil.
  func range(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    for number in numbers {
      var start = range.lowerBound
      while let found = firstRange(of: Array(number.utf8), in: text[start..<range.upperBound]) {
        start = found.upperBound
        if let whole = whole(found, in: text, range) { return whole }
      }
    }
    return nil
  }

  /// The number with its ending, unless it is part of a longer one.
  private func whole(_ found: Range<Int>, in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    if found.lowerBound > range.lowerBound, Self.isPart(text[found.lowerBound - 1]) { return nil }
    var end = found.upperBound
    if !endings.isEmpty {
      let rest = text[end..<range.upperBound]
      guard let ending = endings.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
      end += ending.utf8.count
    }
    if end < range.upperBound, Self.isPart(text[end]) { return nil }
    return found.lowerBound..<end
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
