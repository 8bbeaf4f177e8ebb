// swift-tools-version: 6.2
import PackageDescription

/// Language settings that every target shares: Swift 6 mode with the upcoming features that keep
/// imports honest (an import is internal unless it says otherwise, and a member needs its import).
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The arrows of the design point downwards only: a target lists what stands below it.
/// `Tests/AktsamArchitectureTests` reads the import lines and fails on a forbidden one.
let package = Package(
  name: "aktsam",
  products: [
    .executable(name: "aktsam", targets: ["AktsamCommand"]),
    .library(name: "Aktsam", targets: ["Aktsam"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
  ],
  targets: [
    // System C libraries: module maps and `static inline` wrappers only.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    // clauses/ and schemas/, and the server's templates and assets, as bytes inside the binary.
    .executableTarget(name: "embed-resources", swiftSettings: settings),
    .plugin(
      name: "EmbedResources", capability: .buildTool(), dependencies: ["embed-resources"]),
    .target(
      name: "AktsamResources", swiftSettings: settings, plugins: ["EmbedResources"]),

    // From bytes to documents.
    .target(name: "AktsamText", swiftSettings: settings),
    .target(
      name: "AktsamXML", dependencies: ["AktsamText", "CLibXML2"], swiftSettings: settings),
    .target(
      name: "AktsamArchive", dependencies: ["CLibZip"], swiftSettings: settings),
    .target(
      name: "AktsamLanguage", dependencies: ["AktsamText", "CStemmer"], swiftSettings: settings),
    .target(
      name: "AktsamDocuments", dependencies: ["AktsamText", "AktsamXML", "AktsamArchive"],
      swiftSettings: settings),

    // From documents to assessments.
    .target(
      name: "AktsamClauses", dependencies: ["AktsamText", "AktsamXML"], swiftSettings: settings),
    .target(
      name: "AktsamReading",
      dependencies: ["AktsamText", "AktsamLanguage", "AktsamDocuments", "AktsamClauses"],
      swiftSettings: settings),

    // From assessments to reports and commands.
    .target(
      name: "AktsamReports",
      dependencies: [
        "AktsamText", "AktsamArchive", "AktsamClauses", "AktsamReading",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "AktsamLint",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamLanguage", "AktsamDocuments", "AktsamClauses",
        "AktsamReading", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "AktsamLanguageServer",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamDocuments", "AktsamClauses", "AktsamReports",
        "AktsamLint",
      ],
      swiftSettings: settings),
    .target(
      name: "AktsamRegister",
      dependencies: ["AktsamText", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(
      name: "Aktsam",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamArchive", "AktsamLanguage", "AktsamDocuments",
        "AktsamClauses", "AktsamReading", "AktsamReports", "AktsamLint", "AktsamLanguageServer",
        "AktsamRegister",
        "AktsamResources",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "AktsamServer",
      dependencies: [
        "AktsamText", "AktsamDocuments", "AktsamClauses", "AktsamReading", "AktsamReports",
        "AktsamLint", "AktsamRegister", "AktsamResources", "Aktsam",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      exclude: ["Assets", "Templates"], swiftSettings: settings, plugins: ["EmbedResources"]),
    .executableTarget(
      name: "AktsamCommand",
      dependencies: [
        "Aktsam", "AktsamServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests, a target a module; the command's run the built binary.
    .testTarget(
      name: "AktsamArchitectureTests", dependencies: ["AktsamTestSupport"], swiftSettings: settings),
    .target(
      name: "AktsamTestSupport", path: "Tests/AktsamTestSupport", swiftSettings: settings),
    .testTarget(
      name: "AktsamTextTests", dependencies: ["AktsamText", "AktsamTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamXMLTests", dependencies: ["AktsamText", "AktsamXML", "AktsamTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamLanguageTests",
      dependencies: ["AktsamText", "AktsamLanguage", "AktsamTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamDocumentsTests",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamArchive", "AktsamDocuments", "AktsamTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamClausesTests",
      dependencies: ["AktsamText", "AktsamXML", "AktsamClauses", "AktsamTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamReadingTests",
      dependencies: [
        "AktsamText", "AktsamLanguage", "AktsamDocuments", "AktsamClauses", "AktsamReading",
      ], swiftSettings: settings),
    .testTarget(
      name: "AktsamReportsTests",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamArchive", "AktsamDocuments", "AktsamClauses",
        "AktsamReading", "AktsamReports", "AktsamTestSupport",
      ], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "AktsamLintTests",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamDocuments", "AktsamClauses", "AktsamReading",
        "AktsamLint", "AktsamTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamLanguageServerTests",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamDocuments", "AktsamClauses", "AktsamReports",
        "AktsamLint", "AktsamLanguageServer", "AktsamTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamRegisterTests",
      dependencies: [
        "AktsamRegister", "AktsamTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamTests",
      dependencies: [
        "AktsamText", "AktsamXML", "AktsamLanguage", "AktsamDocuments", "AktsamClauses",
        "AktsamReading", "AktsamReports", "Aktsam", "AktsamTestSupport",
      ], exclude: ["Corpus", "Gold", "Conflicts", "Training"], swiftSettings: settings),
    .testTarget(
      name: "AktsamServerTests",
      dependencies: [
        "AktsamText", "AktsamDocuments", "AktsamClauses", "AktsamReading", "AktsamReports",
        "AktsamRegister", "Aktsam", "AktsamServer", "AktsamTestSupport",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AktsamCommandTests", dependencies: ["AktsamCommand", "AktsamTestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
