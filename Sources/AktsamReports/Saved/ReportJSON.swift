/// Reads the JSON report that ``JSONWriter`` writes.
///
/// The module uses no Foundation: the façade hands in the decoder.
package enum ReportJSON {
  /// Why a file is no report.
  package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the JSON, as `subjects[0].assessments[3].outcome`; empty = the file as a whole.
    package var path: String
    /// What is wrong: lower case, no full stop.
    package var message: String

    /// The path and what is wrong there.
    package var description: String { path.isEmpty ? message : "\(path): \(message)" }
  }

  /// Returns the report in a file.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds.
  ///   - decode: makes a value of JSON, as `JSONDecoder` does.
  /// - Returns: the report.
  /// - Throws: ``Failure`` when it is no report of this form.
  package static func read(
    _ bytes: [UInt8], decode: (SavedReport.Type, [UInt8]) throws -> SavedReport
  ) throws(Failure) -> SavedReport {
    do {
      return try decode(SavedReport.self, bytes)
    } catch let error as DecodingError {
      throw failure(error)
    } catch {
      throw Failure(path: "", message: notJSON)
    }
  }

  private static func failure(_ error: DecodingError) -> Failure {
    switch error {
    case .keyNotFound(let key, let context):
      // A report holds fields that another form of aktsam's hasn't, so say what is looked for.
      let isRoot = context.codingPath.isEmpty && key.stringValue == "schema"
      return Failure(
        path: path(context.codingPath),
        message: isRoot ? otherSchema("") : "\"\(key.stringValue)\" is missing")
    case .typeMismatch(let type, let context):
      return Failure(path: path(context.codingPath), message: "expected \(name(of: type))")
    case .valueNotFound(let type, let context):
      return Failure(
        path: path(context.codingPath), message: "expected \(name(of: type)), found null")
    case .dataCorrupted(let context):
      return Failure(
        path: path(context.codingPath),
        message: context.codingPath.isEmpty ? notJSON : context.debugDescription)
    @unknown default:
      return Failure(path: "", message: notJSON)
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type: "a whole number"
    case is Bool.Type: "true or false"
    case is [Any].Type: "an array"
    default: "an object"
    }
  }

  // MARK: - Messages

  /// The message for what is no JSON.
  static let notJSON = "this is no JSON"
  /// The message for a segment.
  static let noRange = "a segment is two numbers, the start and the end"

  /// Returns the message for another form.
  static func otherSchema(_ schema: String) -> String {
    "expected a report of \"aktsam check --format json\" (\(JSONWriter.schema))"
      + (schema.isEmpty ? "" : ", found \"\(shortened(schema, to: 60))\"")
  }

  /// Returns the message for a word that is none of those expected.
  static func otherWord(_ word: String, of words: [String]) -> String {
    let known = words.count > 8 ? "" : "; expected \(words.joined(separator: ", "))"
    return "\"\(shortened(word, to: 60))\" is not known\(known)"
  }
}
