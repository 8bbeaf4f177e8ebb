internal import Aktsam
internal import AktsamRegister
internal import AktsamReports

/// The register, asked on threads that may wait for the disk.
struct RegisterAccess: Sendable {
  private let register: Register
  private let pool: WorkerPool

  /// Opens the register; it is made when it is not there.
  ///
  /// - Throws: `RegisterError` when it cannot be opened.
  init(path: String, pool: WorkerPool) throws(RegisterError) {
    register = try Register(path: path, mode: .create)
    self.pool = pool
  }

  /// The path as it was given.
  var path: String { register.path }

  /// Does something with the register. What was entered is on the disk when this returns.
  ///
  /// - Throws: `RegisterError` when it cannot be done.
  func with<Value: Sendable>(
    _ body: @escaping @Sendable (Register) throws(RegisterError) -> Value
  ) async throws -> Value {
    let register = register
    // A write that has begun is finished, whoever waits for it.
    return try await Task.detached { [pool] in
      try await pool.run { () throws -> Value in try body(register) }
    }.value
  }

  /// Enters what was read as a round; the same one twice adds nothing.
  ///
  /// - Parameters:
  ///   - subject: the supplier, as it was read.
  ///   - header: the head of the report.
  ///   - date: the day on which the files were handed in.
  /// - Throws: `RegisterError` when it cannot be done.
  func enter(_ subject: Report.Subject, header: Report.Header, on date: String) async throws {
    let round = RegisterRound(subject, header: header, date: date)
    try await with { (register) throws(RegisterError) in
      do throws(RegisterError) {
        _ = try register.add(round)
      } catch {
        guard case .alreadyAdded = error else { throw error }
      }
    }
  }

  /// The id of the gap that a requirement makes with a supplier; nil before the supplier was entered.
  func gapID(
    _ requirement: String, of subject: Report.Subject, header: Report.Header
  ) async throws -> String? {
    let supplier = subject.party.isEmpty ? subject.name : subject.party
    return try await with { (register) throws(RegisterError) in
      try register.gapID(
        requirement, of: supplier, procedure: header.procedure, lot: header.lot)
    }
  }

  /// The gaps of a supplier, closed ones included; empty before the supplier was entered.
  func gaps(of subject: Report.Subject, header: Report.Header) async throws -> [RegisterGap] {
    let supplier = subject.party.isEmpty ? subject.name : subject.party
    return try await with { (register) throws(RegisterError) in
      try register.gaps(of: supplier, procedure: header.procedure, lot: header.lot)
    }
  }
}
