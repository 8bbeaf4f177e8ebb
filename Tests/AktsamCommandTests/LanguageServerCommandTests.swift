import Foundation
import Testing

/// A scripted editor on the other end of standard input and output.
@Suite struct LanguageServerCommandTests {
  private func frame(_ json: String) -> String {
    "Content-Length: \(json.utf8.count)\r\n\r\n\(json)"
  }

  private func messages(_ output: [UInt8]) throws -> [[String: Any]] {
    var messages: [[String: Any]] = []
    var rest = output[...]
    let mark = Array("\r\n\r\n".utf8)
    while !rest.isEmpty {
      let end = try #require(
        rest.indices.first { rest[$0...].starts(with: mark) }, "a message without a header")
      let header = String(decoding: rest[..<end], as: UTF8.self)
      let length = try #require(
        header.split(separator: " ").last.flatMap { Int($0) }, "no length in \(header)")
      let body = rest[(end + 4)...].prefix(length)
      messages.append(
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]))
      rest = rest[(end + 4 + length)...]
    }
    return messages
  }

  @Test func aSessionOverStandardInputAndOutput() throws {
    let text =
      #"<questionnaire xmlns=\"urn:aktsam:questionnaire:1\" id=\"a\" version=\"1\" xml:lang=\"en\"><title>T</title>"#
      + #"<section><question id=\"q1\" type=\"text\"><text>Why?</text><show-when question=\"q9\" value=\"x\"/>"#
      + #"</question></section></questionnaire>"#
    let script = [
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},"rootUri":null}}"#,
      #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///nowhere/a.xml","#
        + #""languageId":"xml","version":1,"text":""# + text + #""}}}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#,
    ].map { frame($0) }.joined()
    let result = try Tool.run(["lsp"], input: script)
    #expect(result.status == 0, "\(result.errors)")
    let messages = try messages(result.output)
    let answer = try #require(messages.first { $0["id"] as? Int == 1 }?["result"] as? [String: Any])
    #expect(answer["capabilities"] is [String: Any])
    let published = try #require(
      messages.first { $0["method"] as? String == "textDocument/publishDiagnostics" })
    let params = try #require(published["params"] as? [String: Any])
    let diagnostics = try #require(params["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.contains { $0["code"] as? String == "AK1001" })
    #expect(messages.contains { $0["id"] as? Int == 2 })
  }

  @Test func aStreamThatEndsEarlyEndsWithAnError() throws {
    #expect(try Tool.run(["lsp"], input: "").status == 1)
  }
}
