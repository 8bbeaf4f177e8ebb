import Foundation
import Testing

/// As much of JSON Schema as the report's schema uses: what must be there, what may be, of which
/// type, from which list.
struct Schema {
  private let root: [String: Any]

  init(_ file: URL) throws {
    root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  /// What is wrong with a value, as `path: what`.
  func faults(in value: Any, definition: String? = nil) -> [String] {
    let schema = definition.map { self.definition($0) } ?? root
    return faults(value, schema, "")
  }

  private func definition(_ name: String) -> [String: Any] {
    (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? ["not": true]
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var result: [String] = []
    if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last {
      result += faults(value, definition(String(name)), path)
    }
    if schema["not"] != nil { result.append("\(path): a definition that is not there") }
    if let type = schema["type"] as? String, !isOf(type, value) {
      return result + ["\(path): no \(type)"]
    }
    if let constant = schema["const"] as? String, value as? String != constant {
      result.append("\(path): not '\(constant)'")
    }
    if let list = schema["enum"] as? [String], !list.contains(value as? String ?? "") {
      result.append("\(path): '\(value)' is none of \(list)")
    }
    if let least = schema["minLength"] as? Int, let text = value as? String, text.count < least {
      result.append("\(path): too short")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      result.append("\(path): '\(text)' is not of the form \(pattern)")
    }
    if let object = value as? [String: Any] { result += self.object(object, schema, path) }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in array.enumerated() { result += faults(item, items, "\(path)[\(index)]") }
    }
    return result
  }

  private func object(
    _ object: [String: Any], _ schema: [String: Any], _ path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    let required = schema["required"] as? [String] ?? []
    var result = required.filter { object[$0] == nil }.map { "\(path): no '\($0)'" }
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      if let property = properties[name] as? [String: Any] {
        result += faults(value, property, "\(path)/\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        result.append("\(path): unknown '\(name)'")
      }
    }
    return result
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer", "number": value is NSNumber
    case "boolean": value is Bool
    default: true
    }
  }
}
