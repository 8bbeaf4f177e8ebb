// swift-tools-version: 6.2
import PackageDescription

/// Coverage for libFuzzer and AddressSanitizer in all modules that are fuzzed. Unsafe flags would
/// keep others from depending on a package, so this is one of its own.
let fuzzed: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

/// A fuzz target. The package manager looks for an entry point named after it, libFuzzer for the
/// function that takes an input: each target has both. The gold linker cannot place their tables.
func fuzzTarget(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["Checks"], path: name, swiftSettings: fuzzed,
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
}

/// `Modules` and `Fixtures` are links to the sources themselves: only what is built here is
/// instrumented, and only within one package can it be reached.
let package = Package(
  name: "fuzz",
  targets: [
    .systemLibrary(name: "CLibXML2", path: "Modules/CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibZip", path: "Modules/CLibZip", pkgConfig: "libzip"),
    .target(name: "AktsamText", path: "Modules/AktsamText", swiftSettings: fuzzed),
    .target(
      name: "AktsamXML", dependencies: ["AktsamText", "CLibXML2"], path: "Modules/AktsamXML",
      swiftSettings: fuzzed),
    .target(
      name: "AktsamArchive", dependencies: ["AktsamText", "CLibZip"],
      path: "Modules/AktsamArchive", swiftSettings: fuzzed),
    .target(
      name: "AktsamDocuments", dependencies: ["AktsamText", "AktsamXML", "AktsamArchive"],
      path: "Modules/AktsamDocuments", swiftSettings: fuzzed),
    .target(name: "AktsamTestSupport", path: "Fixtures", swiftSettings: fuzzed),
    .target(
      name: "Checks", dependencies: ["AktsamText", "AktsamDocuments", "AktsamTestSupport"],
      path: "Checks", swiftSettings: fuzzed),
    fuzzTarget("FuzzOwn"),
    fuzzTarget("FuzzNotices"),
    fuzzTarget("FuzzProse"),
    fuzzTarget("FuzzPackages"),
  ],
  swiftLanguageModes: [.v6]
)
