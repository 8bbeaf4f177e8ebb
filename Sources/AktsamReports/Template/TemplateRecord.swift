/// What a name of a template stands for.
indirect enum TemplateShape: Sendable {
  /// Text to show.
  case text
  /// An address on the web; empty where it is none.
  case address
  /// Yes or no, for sections.
  case flag
  /// Names below a name: `labels.severity`.
  case group(TemplateScope)
  /// A list, for sections; the names of an item.
  case list(TemplateScope)
  /// A list of texts; an item is `{{.}}`.
  case words
}

/// The names that can be used at a place.
struct TemplateScope: Sendable {
  /// What each name stands for.
  var shapes: [String: TemplateShape]

  /// The names here and inside all lists; those of groups behind the group's.
  var names: Set<String> {
    shapes.reduce(into: []) { names, entry in
      names.insert(entry.key)
      switch entry.value {
      case .group(let scope): names.formUnion(scope.names.map { "\(entry.key).\($0)" })
      case .list(let scope): names.formUnion(scope.names)
      default: break
      }
    }
  }

  /// What each item of a list knows about its place in it.
  static let item: [String: TemplateShape] = ["index": .text, "first": .flag, "last": .flag]
}

/// The value of a name.
indirect enum TemplateValue: Sendable {
  /// Text to show.
  case text(String)
  /// Yes or no.
  case flag(Bool)
  /// Values by their names.
  case group([String: TemplateValue])
  /// A list.
  case list([TemplateValue])
}

/// The names of something with where their values come from, in one table, so that what a template may
/// say and what it gets cannot differ.
struct TemplateRecord<Item> {
  private(set) var shapes: [String: TemplateShape] = [:]
  private var values: [(name: String, value: (Item) -> TemplateValue)] = []

  /// The names, for checking a template.
  var scope: TemplateScope { TemplateScope(shapes: shapes) }

  /// Returns the values of an item.
  func value(_ item: Item) -> TemplateValue {
    .group(
      Dictionary(values.map { ($0.name, $0.value(item)) }, uniquingKeysWith: { first, _ in first }))
  }

  private mutating func add(
    _ name: String, _ shape: TemplateShape, _ value: @escaping (Item) -> TemplateValue
  ) {
    shapes[name] = shape
    values.append((name, value))
  }

  /// Adds a text; line breaks in it are kept.
  mutating func text(_ name: String, _ value: @escaping (Item) -> String) {
    add(name, .text) { .text(TemplateText.lines(value($0))) }
  }

  /// Adds a text in one line.
  mutating func line(_ name: String, _ value: @escaping (Item) -> String) {
    add(name, .text) { .text(TemplateText.line(value($0))) }
  }

  /// Adds a number.
  mutating func number(_ name: String, _ value: @escaping (Item) -> Int) {
    add(name, .text) { .text("\(value($0))") }
  }

  /// Adds an address.
  mutating func address(_ name: String, _ value: @escaping (Item) -> String) {
    add(name, .address) { .text(TemplateText.address(value($0))) }
  }

  /// Adds yes or no.
  mutating func flag(_ name: String, _ value: @escaping (Item) -> Bool) {
    add(name, .flag) { .flag(value($0)) }
  }

  /// Adds a list of texts.
  mutating func words(_ name: String, _ value: @escaping (Item) -> [String]) {
    add(name, .words) { .list(value($0).map { .text(TemplateText.lines($0)) }) }
  }

  /// Adds names below a name.
  mutating func group(_ name: String, _ record: TemplateRecord<Item>) {
    add(name, .group(record.scope)) { record.value($0) }
  }

  /// Adds a list.
  mutating func list<Part>(
    _ name: String, of record: TemplateRecord<Part>, _ parts: @escaping (Item) -> [Part]
  ) {
    add(name, .list(record.scope)) { .list(parts($0).map(record.value)) }
  }

  /// Adds all names of a part.
  mutating func merge<Part>(_ record: TemplateRecord<Part>, _ part: @escaping (Item) -> Part) {
    for entry in record.values {
      guard let shape = record.shapes[entry.name] else { continue }
      add(entry.name, shape) { entry.value(part($0)) }
    }
  }
}

/// Text of inputs and libraries as a template gets it: without controls and turns of direction.
enum TemplateText {
  private static let cleaner = TextPage(colour: false)

  /// Returns a text in one line.
  static func line(_ text: String) -> String { cleaner.clean(text) }

  /// Returns a text with its line breaks, each as one line feed.
  static func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { cleaner.clean(String($0)) }.joined(separator: "\n")
  }

  /// Returns an address on the web as it is safe in a link and in a field of a word processor; empty
  /// for any other text.
  static func address(_ text: String) -> String {
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    let isSafe = text.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"\"'\\<>`{}|^".utf8.contains(byte)
    }
    return isWeb && isSafe ? text : ""
  }
}
