import AktsamLint
import AktsamReports

/// What mends findings, and what says that they may stand.
extension LanguageServer {
  /// Answers `textDocument/codeAction`: the fixes of the findings in the range, safe ones first, then what
  /// suppresses each of them.
  func codeActions(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params["textDocument"]?["uri"]?.string else { throw .lacks("textDocument") }
    guard documents[uri] != nil else { return .array([]) }
    let all = findings(of: uri)
    guard let open = documents[uri] else { return .array([]) }
    guard let range = byteRange(params["range"], in: open.text) else { throw .lacks("range") }
    guard client.takesCodeActions, Self.isAsked(params["context"]?["only"]) else {
      return .array([])
    }
    let findings = all.filter { finding in
      let bytes = Self.bytes(of: finding) ?? open.text.line(at: 0)
      return bytes.lowerBound <= range.upperBound && range.lowerBound <= bytes.upperBound
    }
    let fixable = findings.filter { $0.fix != nil }
    let ordered =
      fixable.filter { $0.fix?.isSafe == true } + fixable.filter { $0.fix?.isSafe == false }
    var actions = ordered.compactMap { finding in
      finding.fix.map { fix in
        action(
          Self.title(fix.message), finding, open,
          edits: fix.edits.map { ($0.range, $0.replacement) },
          isPreferred: fix.isSafe)
      }
    }
    let suppressing = SuppressionInsertion(open.document, open.text)
    for finding in findings {
      guard let insertion = suppressing.insertion(for: finding) else { continue }
      actions.append(
        action(
          ServerMessages.suppress(finding.rule, inFile: insertion.isAboutFile), finding, open,
          edits: [(insertion.offset..<insertion.offset, insertion.text)], isPreferred: false))
    }
    // Two findings of a rule may be mended by the same change.
    var known: Set<JSONValue> = []
    return .array(actions.filter { known.insert($0).inserted })
  }

  /// Whether the kinds that the client asks for include quick fixes.
  private static func isAsked(_ only: JSONValue?) -> Bool {
    guard let kinds = only?.array?.compactMap(\.string) else { return true }
    return kinds.contains { $0.isEmpty || $0 == "quickfix" }
  }

  private static func title(_ message: String) -> String {
    message.prefix(1).uppercased() + message.dropFirst()
  }

  private func action(
    _ title: String, _ finding: LintFinding, _ open: OpenDocument,
    edits: [(range: Range<Int>, text: String)], isPreferred: Bool
  ) -> JSONValue {
    let changes = JSONValue.array(
      edits.map { edit in
        .object([
          ("range", Self.range(edit.range, in: open.text)), ("newText", .string(edit.text)),
        ])
      })
    let edit: JSONValue
    if client.versionsEdits {
      let document = JSONValue.object([
        ("uri", .string(open.uri)), ("version", open.version.map { .int($0) } ?? .null),
      ])
      edit = .object([
        ("documentChanges", .array([.object([("textDocument", document), ("edits", changes)])]))
      ])
    } else {
      edit = .object([("changes", .object([(open.uri, changes)]))])
    }
    var fields: [(String, JSONValue)] = [
      ("title", .string(title)), ("kind", .string("quickfix")),
      ("diagnostics", .array([diagnostic(finding, in: open)])),
    ]
    if client.marksPreferred, isPreferred { fields.append(("isPreferred", .bool(true))) }
    fields.append(("edit", edit))
    return .object(fields)
  }
}
