import AktsamDocuments

/// Makes ids for what has none: the same ones on every run, and none that is in use.
struct ProposedIds {
  /// The values that conditions ask for, by the question that they ask about.
  private(set) var values: [String: [String]] = [:]

  private var taken: Set<String>
  /// What stands before the number in the ids of questions: `q` in `q2.1`.
  private var prefix = "q"
  /// The number to try next behind an id that is taken.
  private var next: [String: Int] = [:]

  /// Creates a maker of ids beside some that are in use.
  init(taken: [String]) { self.taken = Set(taken) }

  /// Creates a maker of ids for the questions of a questionnaire. What its conditions name counts as in
  /// use even where nothing has that id: a slip must not come to mean something else.
  init(questionsOf document: Document) {
    taken = []
    for question in document.questions {
      taken.insert(question.id)
      for condition in question.definition.conditions {
        taken.insert(condition.question)
        if let value = condition.value { values[condition.question, default: []].append(value) }
      }
    }
    let prefixes = document.questions.lazy.compactMap { Self.prefix(of: $0.id) }
    if let first = prefixes.first { prefix = first }
  }

  /// Takes an id for a question: by its printed number, else by its position.
  ///
  /// - Parameters:
  ///   - number: the printed number; empty = none.
  ///   - position: the position among all questions, from 1.
  /// - Returns: an id that is free, and in use from now on.
  mutating func take(question number: String, position: Int) -> String {
    let numbered = prefix + number
    let isName = !number.isEmpty && number.utf8.allSatisfy(Self.isPart)
    return take(isName && !taken.contains(numbered) ? numbered : "\(prefix)\(position)")
  }

  /// Takes an id, or with a number behind it the first one that is free.
  mutating func take(_ id: String) -> String {
    if taken.insert(id).inserted { return id }
    var number = next[id] ?? 2
    while !taken.insert("\(id)-\(number)").inserted { number += 1 }
    next[id] = number + 1
    return "\(id)-\(number)"
  }

  /// Returns the first words of a text as an id: `every-year`; nil when it has no letters that an id is
  /// written with.
  static func words(of text: String) -> String? {
    var words = [""]
    for scalar in text.unicodeScalars.prefix(200) {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case "A"..."Z":
        words[words.count - 1] += String(scalar).lowercased()
      default:
        if let plain = plain[scalar] {
          words[words.count - 1] += plain
        } else if words.last != "" {
          words.append("")
        }
      }
    }
    var id = ""
    for word in words.prefix(5) where !word.isEmpty && id.utf8.count + word.utf8.count < 40 {
      id += id.isEmpty ? word : "-" + word
    }
    return id.isEmpty ? nil : id
  }

  /// Letters of our languages as an id writes them.
  private static let plain: [Unicode.Scalar: String] = [
    "å": "a", "ä": "a", "æ": "ae", "ö": "o", "ø": "o", "é": "e", "è": "e", "ü": "u", "ô": "o",
    "Å": "a", "Ä": "a", "Æ": "ae", "Ö": "o", "Ø": "o", "É": "e", "Ü": "u",
  ]

  /// What stands before the number of an id, when that is all it is made of.
  private static func prefix(of id: String) -> String? {
    let prefix = id.prefix { !$0.isNumber }
    let rest = id[prefix.endIndex...]
    guard !prefix.isEmpty, prefix.utf8.allSatisfy(isPart), !rest.isEmpty,
      rest.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return String(prefix)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
