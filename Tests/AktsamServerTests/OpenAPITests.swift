import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AktsamServer

/// The description of the API says what there is, and nothing else.
@Suite struct OpenAPITests {
  private static var description: [String: Any] {
    let bytes = OpenAPI.bytes ?? []
    return (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:]
  }

  private static var paths: [String: [String: Any]] {
    description["paths"] as? [String: [String: Any]] ?? [:]
  }

  /// What a reference stands for.
  private static func resolve(_ value: [String: Any]) -> [String: Any] {
    guard let reference = value["$ref"] as? String else { return value }
    return reference.split(separator: "/").dropFirst().reduce(description) { found, name in
      found[String(name)] as? [String: Any] ?? [:]
    }
  }

  @Test func everyRouteIsDescribedAndTheReverse() {
    let described = Self.paths.flatMap { path, operations in
      operations.keys.map { "\($0.uppercased()) \(path)" }
    }
    #expect(described.sorted() == APIRoute.all.map { "\($0.method.rawValue) \($0.path)" }.sorted())
    #expect(Self.description["openapi"] as? String == "3.1.0")
  }

  @Test(arguments: APIRoute.all.map { "\($0.method.rawValue) \($0.path)" })
  func everyParameterIsDescribedAndTheReverse(name: String) throws {
    let route = try #require(APIRoute.all.first { "\($0.method.rawValue) \($0.path)" == name })
    let operation = try #require(
      Self.paths[route.path]?[route.method.rawValue.lowercased()] as? [String: Any])
    let parameters = (operation["parameters"] as? [[String: Any]] ?? []).map { Self.resolve($0) }
    func names(_ place: String) -> [String] {
      parameters.filter { $0["in"] as? String == place }.compactMap { $0["name"] as? String }
    }
    #expect(Set(names("query")) == route.query)
    #expect(names("path") == (route.path.contains("{id}") ? ["id"] : []))
    #expect(parameters.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
  }

  @Test func everyReferenceLeadsSomewhere() {
    func references(_ value: Any) -> [String] {
      if let object = value as? [String: Any] {
        return object.flatMap { key, value in
          key == "$ref" ? [value as? String ?? ""] : references(value)
        }
      }
      return (value as? [Any])?.flatMap { references($0) } ?? []
    }
    let lost = Set(references(Self.description)).filter { Self.resolve(["$ref": $0]).isEmpty }
    #expect(lost == [])
  }

  @Test func operationsHaveNamesOfTheirOwn() {
    let ids = Self.paths.values.flatMap { operations in
      operations.values.compactMap { ($0 as? [String: Any])?["operationId"] as? String }
    }
    #expect(ids.count == APIRoute.all.count)
    #expect(Set(ids).count == ids.count)
  }

  @Test func itIsServed() async throws {
    try await ServerFixture.run { client, _ in
      let answer = try await client.execute(uri: "/api/v1/openapi.json", method: .get)
      #expect(Array(answer.body.readableBytesView) == OpenAPI.bytes)
      #expect(answer.headers[.contentType] == "application/json")
    }
  }
}
