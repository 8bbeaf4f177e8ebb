import AktsamDocuments
import AktsamText

/// libFuzzer's driver, for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What all fuzz targets share.
package enum Fuzzing {
  /// The arguments of `main` in C.
  package typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Runs libFuzzer until it finds something or its time is up; returns the exit code.
  package static func run(
    _ count: Int32, _ arguments: Arguments?,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32 {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, test)
  }

  /// Copies what libFuzzer hands over.
  package static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Reads an input in the role that it has itself, and checks what comes out.
  package static func read(_ bytes: [UInt8]) {
    check(DocumentReader.read(bytes, path: "input"))
  }

  /// Reads an input in a role, and checks what comes out.
  ///
  /// - Parameters:
  ///   - bytes: the input.
  ///   - selector: which role; those beyond the last leave it to the input.
  package static func read(_ bytes: [UInt8], selector: UInt8) {
    let roles = DocumentRole.allCases
    let role = Int(selector) < roles.count ? roles[Int(selector)] : nil
    check(DocumentReader.read(bytes, path: "input", options: ReadingOptions(role: role)))
  }
}
