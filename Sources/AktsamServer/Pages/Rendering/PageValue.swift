/// A value that a template shows.
///
/// Whether something is text or markup is said where it is made, never in a template: text is escaped
/// wherever it is shown, and only our own writers make markup.
indirect enum PageValue: Sendable, Hashable {
  /// Text, which may come from anywhere. An empty one is nothing to a section.
  case text(String)
  /// Markup of our own writers, which have escaped what they were given.
  case markup(String)
  /// Yes or no, for sections.
  case flag(Bool)
  /// Values by their names.
  case group([String: PageValue])
  /// A list, for sections.
  case list([PageValue])
  /// The words of a language, by the names of ``PageWord``.
  case words(PageLanguage)

  /// A number as text.
  static func number(_ number: Int) -> PageValue { .text(String(number)) }

  /// A list with an entry for each element.
  static func list<Element>(_ elements: [Element], _ entry: (Element) -> PageValue) -> PageValue {
    .list(elements.map(entry))
  }

  /// Returns the group with more names; those given go before those that are there.
  func with(_ more: [String: PageValue]) -> PageValue {
    guard case .group(let values) = self else { return .group(more) }
    return .group(values.merging(more) { _, new in new })
  }
}

extension PageValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }

  init(booleanLiteral value: Bool) { self = .flag(value) }

  init(arrayLiteral elements: PageValue...) { self = .list(elements) }

  init(dictionaryLiteral elements: (String, PageValue)...) {
    self = .group(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}
