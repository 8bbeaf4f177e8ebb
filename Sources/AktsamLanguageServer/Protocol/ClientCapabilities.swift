import AktsamReports

/// What the editor can do, as far as it changes what is sent.
struct ClientCapabilities {
  /// How positions are counted.
  var encoding = PositionEncoding.utf16
  /// Whether it asks for diagnostics itself.
  var pullsDiagnostics = false
  /// Whether it can be told to ask again.
  var refreshesDiagnostics = false
  /// Whether diagnostics may name further places.
  var showsRelated = false
  /// Whether diagnostics may name the page of their rule.
  var showsCodeDescription = false
  /// Whether symbols may hold others.
  var nestsSymbols = false
  /// Whether code actions may be more than commands.
  var takesCodeActions = false
  /// Whether code actions may be marked as the best.
  var marksPreferred = false
  /// Whether edits may say which version of the text they are about.
  var versionsEdits = false
  /// Whether texts may be Markdown.
  var showsMarkdown = true
  /// Whether it can be asked to watch files.
  var watchesFiles = false

  /// Creates the capabilities of a client that says nothing.
  init() {}

  /// Reads the field `capabilities` of `initialize`.
  init(_ value: JSONValue?) {
    let text = value?["textDocument"]
    let workspace = value?["workspace"]
    let offered = value?["general"]?["positionEncodings"]?.array?.compactMap(\.string) ?? []
    // The order is the client's preference; UTF-16 is what every client can do.
    encoding = offered.lazy.compactMap(PositionEncoding.init).first ?? .utf16
    pullsDiagnostics = text?["diagnostic"] != nil
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.bool ?? false
    let published = text?["publishDiagnostics"]
    let pulled = text?["diagnostic"]
    func shows(_ name: String) -> Bool {
      published?[name]?.bool ?? false || pulled?[name]?.bool ?? false
    }
    showsRelated = shows("relatedInformation")
    showsCodeDescription = shows("codeDescriptionSupport")
    nestsSymbols =
      text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
    takesCodeActions = text?["codeAction"]?["codeActionLiteralSupport"] != nil
    marksPreferred = text?["codeAction"]?["isPreferredSupport"]?.bool ?? false
    versionsEdits = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
    let formats = text?["hover"]?["contentFormat"]?.array?.compactMap(\.string)
    showsMarkdown = formats?.contains("markdown") ?? true
    watchesFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
  }
}
