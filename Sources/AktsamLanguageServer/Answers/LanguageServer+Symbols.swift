import AktsamReports

/// The parts of a document, for the editor's outline.
extension LanguageServer {
  /// Answers `textDocument/documentSymbol`.
  func symbols(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params["textDocument"]?["uri"]?.string else { throw .lacks("textDocument") }
    guard let open = documents[uri] else { return .array([]) }
    let symbols = SymbolOutline(open.document).symbols
    if client.nestsSymbols { return .array(symbols.map { nested($0, open.text) }) }
    var flat: [JSONValue] = []
    for symbol in symbols { add(symbol, in: "", open, to: &flat) }
    return .array(flat)
  }

  private func nested(_ symbol: SymbolOutline.Symbol, _ text: EditedText) -> JSONValue {
    var fields: [(String, JSONValue)] = [("name", .string(symbol.name))]
    if !symbol.detail.isEmpty { fields.append(("detail", .string(symbol.detail))) }
    fields += [
      ("kind", .int(Self.number(of: symbol.kind))), ("range", Self.range(symbol.range, in: text)),
      ("selectionRange", Self.range(symbol.selection, in: text)),
    ]
    if !symbol.children.isEmpty {
      fields.append(("children", .array(symbol.children.map { nested($0, text) })))
    }
    return .object(fields)
  }

  private func add(
    _ symbol: SymbolOutline.Symbol, in container: String, _ open: OpenDocument,
    to flat: inout [JSONValue]
  ) {
    let location = JSONValue.object([
      ("uri", .string(open.uri)), ("range", Self.range(symbol.range, in: open.text)),
    ])
    var fields: [(String, JSONValue)] = [
      ("name", .string(symbol.name)), ("kind", .int(Self.number(of: symbol.kind))),
      ("location", location),
    ]
    if !container.isEmpty { fields.append(("containerName", .string(container))) }
    flat.append(.object(fields))
    for child in symbol.children { add(child, in: symbol.name, open, to: &flat) }
  }

  /// The protocol's kinds are those of programs: a namespace, a property, a field come nearest.
  private static func number(of kind: SymbolOutline.Kind) -> Int {
    switch kind {
    case .heading: 3
    case .clause: 7
    case .question: 8
    }
  }
}
