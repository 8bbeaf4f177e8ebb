import Testing

/// The arrows between modules point downwards only.
@Suite struct LayerTests {
  /// The modules of the package that each module may import.
  private static let allowed: [String: Set<String>] = [
    "AktsamText": [],
    "AktsamResources": [],
    "embed-resources": [],
    "AktsamXML": ["AktsamText"],
    "AktsamLanguage": ["AktsamText"],
    "AktsamArchive": [],
    "AktsamDocuments": ["AktsamText", "AktsamXML", "AktsamArchive"],
    "AktsamClauses": ["AktsamText", "AktsamXML"],
    "AktsamReading": ["AktsamText", "AktsamLanguage", "AktsamDocuments", "AktsamClauses"],
    "AktsamReports": ["AktsamText", "AktsamArchive", "AktsamClauses", "AktsamReading"],
    "AktsamLint": [
      "AktsamText", "AktsamXML", "AktsamLanguage", "AktsamDocuments", "AktsamClauses",
      "AktsamReading",
    ],
    "AktsamLanguageServer": [
      "AktsamText", "AktsamXML", "AktsamDocuments", "AktsamClauses", "AktsamReports", "AktsamLint",
    ],
    "AktsamRegister": ["AktsamText"],
    "Aktsam": [
      "AktsamText", "AktsamXML", "AktsamArchive", "AktsamLanguage", "AktsamDocuments",
      "AktsamClauses", "AktsamReading", "AktsamReports", "AktsamLint", "AktsamRegister",
      "AktsamLanguageServer", "AktsamResources",
    ],
    // The server and the command see the façade and the values it hands out, no parser.
    "AktsamServer": [
      "Aktsam", "AktsamText", "AktsamDocuments", "AktsamClauses", "AktsamReading", "AktsamLint",
      "AktsamReports", "AktsamRegister", "AktsamResources",
    ],
    "AktsamCommand": [
      "Aktsam", "AktsamServer", "AktsamText", "AktsamDocuments", "AktsamClauses", "AktsamReading",
      "AktsamLint", "AktsamReports", "AktsamRegister", "AktsamLanguageServer",
    ],
  ]

  /// What is not ours, and where it may be imported. Everything else is forbidden.
  private static let foreign: [String: Set<String>] = [
    "CLibXML2": ["AktsamXML"],
    "CStemmer": ["AktsamLanguage"],
    "CLibZip": ["AktsamArchive"],
    "Crypto": ["Aktsam"],
    "Yams": ["AktsamLint"],
    "GRDB": ["AktsamRegister"],
    "Mustache": ["AktsamReports", "AktsamServer"],
    "HTTPTypes": server, "Hummingbird": server, "HummingbirdCore": server, "Logging": server,
    "NIOCore": server, "NIOHTTP1": server, "NIOHTTPTypes": server, "NIOPosix": server,
    "ServiceLifecycle": server, "UnixSignals": server,
    "ArgumentParser": ["AktsamCommand"],
    "Foundation": ["Aktsam", "AktsamCommand", "embed-resources"],
    "FoundationEssentials": ["Aktsam", "AktsamCommand"],
    "Synchronization": [
      "AktsamReading", "AktsamLint", "Aktsam", "AktsamServer", "AktsamCommand",
    ],
    "Glibc": platform, "Musl": platform, "Darwin": platform,
  ]

  /// What answers requests.
  private static let server: Set<String> = ["AktsamServer"]

  /// Modules that call the C library itself: bytes of memory below, files and terminals above.
  private static let platform: Set<String> = [
    "AktsamText", "AktsamXML", "AktsamRegister", "Aktsam", "AktsamServer", "AktsamCommand",
  ]

  /// C modules and third-party packages must not show in signatures.
  private static let hidden: Set<String> = [
    "CLibXML2", "CStemmer", "CLibZip", "Crypto", "Yams", "GRDB", "Mustache",
    "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTP1", "NIOHTTPTypes",
    "NIOPosix", "ServiceLifecycle", "UnixSignals",
  ]

  @Test func sourcesAreFound() {
    #expect(SourceTree.files.count > 50)
    #expect(SourceTree.files.flatMap(Import.lines).count > 100)
  }

  @Test func everyModuleHasItsPlace() {
    #expect(SourceTree.modules.filter { Self.allowed[$0] == nil } == [])
  }

  @Test(arguments: SourceTree.modules)
  func importsPointDownwards(module: String) {
    let allowed = Self.allowed[module] ?? []
    let forbidden = SourceTree.files.filter { $0.module == module }.flatMap(Import.lines).filter {
      if Self.allowed[$0.module] != nil { return !allowed.contains($0.module) }
      return !(Self.foreign[$0.module] ?? []).contains(module)
    }
    #expect(forbidden.map(\.description) == [])
  }

  @Test func thirdPartyModulesStayInside() {
    let shown = SourceTree.files.flatMap(Import.lines).filter {
      Self.hidden.contains($0.module) && !$0.isPrivate
    }
    #expect(shown.map(\.description) == [])
  }

  @Test func theTableItselfHasNoCircle() {
    func reaches(_ start: String, _ goal: String, _ seen: inout Set<String>) -> Bool {
      (Self.allowed[start] ?? []).contains {
        $0 == goal || (seen.insert($0).inserted && reaches($0, goal, &seen))
      }
    }
    for module in Self.allowed.keys {
      var seen: Set<String> = []
      #expect(!reaches(module, module, &seen), "\(module) reaches itself")
    }
  }
}
