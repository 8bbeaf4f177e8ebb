import AktsamReading
import AktsamText

/// The fields of a JSON object while it is put together; an absent value is left out.
struct JSONFields {
  private var fields: [(String, JSONValue)] = []

  /// The object.
  var value: JSONValue { .object(fields) }

  /// Adds a field.
  mutating func add(_ name: String, _ value: JSONValue) {
    fields.append((name, value))
  }

  /// Adds a string; an empty one or nil is absent.
  mutating func add(_ name: String, _ text: String?) {
    if let text, !text.isEmpty { add(name, .string(text)) }
  }

  /// Adds a number.
  mutating func add(_ name: String, _ number: Int) { add(name, .int(number)) }

  /// Adds an array of strings, also an empty one.
  mutating func add(_ name: String, _ texts: [String]) {
    add(name, .array(texts.map { .string($0) }))
  }

  /// Adds an array of numbers, also an empty one.
  mutating func add(_ name: String, _ numbers: [Int]) {
    add(name, .array(numbers.map { .int($0) }))
  }

  /// Adds an array of objects, also an empty one.
  mutating func add<Item>(
    _ name: String, _ items: [Item], _ body: (Item, inout JSONFields) -> Void
  ) {
    add(
      name,
      .array(
        items.map { item in
          var fields = JSONFields()
          body(item, &fields)
          return fields.value
        }))
  }

  /// Adds an object.
  mutating func add(_ name: String, _ body: (inout JSONFields) -> Void) {
    var fields = JSONFields()
    body(&fields)
    add(name, fields.value)
  }

  /// Adds an array of half-open ranges, each as two numbers.
  mutating func add(_ name: String, _ ranges: [Range<Int>]) {
    add(name, .array(ranges.map { .array([.int($0.lowerBound), .int($0.upperBound)]) }))
  }

  /// Adds the fields of a place, as the report format fixes them.
  mutating func add(_ place: Place) {
    add("path", .string(place.path))
    add("part", place.part)
    add("segments", place.segments)
    add("line", place.line)
    add("column", place.column)
    add("endLine", place.endLine)
    add("endColumn", place.endColumn)
    add("element", place.element)
  }
}
