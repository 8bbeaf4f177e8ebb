import AktsamRegister
import AktsamTestSupport
import Foundation

/// Rounds to enter, and registers in a folder of their own.
enum RegisterFixture {
  /// A round with the outcomes given.
  static func round(
    _ date: String, supplier: String = "Nordlys Data AS", identifier: String = "",
    procedure: String = "2026-17", lot: String = "",
    _ outcomes: KeyValuePairs<String, RegisterOutcome>
  ) -> RegisterRound {
    RegisterRound(
      supplier: supplier, supplierIdentifier: identifier, procedure: procedure, lot: lot,
      date: date, toolVersion: "0.2.0", libraryVersion: "3", librarySHA256: "ab12",
      profile: "oecd-six-steps", profileVersion: "1",
      inputs: [
        RegisterRound.Input(
          path: "answers/\(date).xml", sha256: "hash of \(date)", format: "aktsam-response",
          role: "response")
      ],
      assessments: outcomes.map { requirement, outcome in
        RegisterRound.Assessment(
          requirement: requirement, number: "2.1", severity: "high", level: "required",
          outcome: outcome, certainty: "sure", quote: outcome == .missing ? "" : "We try to.",
          place: outcome == .missing ? "" : "answers/\(date).xml:12")
      })
  }

  /// Runs a body with the path of a register that is not there yet.
  static func withPath<Value>(_ body: (String) throws -> Value) throws -> Value {
    try TestFiles.withFolder { try body($0.appending(path: "register.db").path) }
  }

  /// Runs a body with an empty register.
  static func withRegister<Value>(_ body: (Register) throws -> Value) throws -> Value {
    try withPath { try body(Register(path: $0, mode: .create)) }
  }

  /// Returns what is known of a gap.
  static func gap(_ id: String, in register: Register) throws -> RegisterGap {
    try record(id, in: register).gap
  }

  /// Returns all that is known of a gap.
  static func record(_ id: String, in register: Register) throws -> RegisterGapRecord {
    guard case .gap(let record) = try register.show(id) else {
      throw RegisterError.unknown(name: id)
    }
    return record
  }
}
