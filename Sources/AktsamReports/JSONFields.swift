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

  /// Adds the tool that wrote the JSON.
  mutating func addTool(_ version: String) {
    add("tool") {
      $0.add("name", "aktsam")
      $0.add("version", version)
    }
  }

  /// Adds the clause library.
  mutating func addLibrary(_ version: String, sha256: String) {
    add("library") {
      $0.add("version", version)
      $0.add("sha256", sha256)
    }
  }

  /// Adds the profile; its title where it is to be read by people.
  mutating func addProfile(_ id: String, _ version: String, title: String? = nil) {
    add("profile") {
      $0.add("id", id)
      $0.add("version", version)
      $0.add("title", title)
    }
  }

  /// Adds the procedure, if there is one.
  mutating func addProcedure(_ id: String, lot: String) {
    guard !id.isEmpty else { return }
    add("procedure") {
      $0.add("id", id)
      $0.add("lot", lot)
    }
  }

  /// Adds the quotations of a reading.
  mutating func add(_ quotations: [Reading.Quotation]) {
    add("quotations", quotations) { quotation, fields in
      fields.add(quotation.place)
      fields.add("label", quotation.label)
      fields.add("quote", .string(quotation.text))
      fields.add("language", quotation.language)
      fields.add("party", quotation.party)
    }
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
