internal import AktsamReading
package import AktsamRegister
package import AktsamReports

extension Report {
  /// Returns the report with what the register knows: decisions of people go before what was read, which
  /// stays beside them, and what was agreed stands at its gap.
  ///
  /// A decision holds as long as aktsam reads what was overruled.
  ///
  /// - Parameter register: the register.
  /// - Returns: the report.
  /// - Throws: `RegisterError` when it cannot be asked.
  package func with(_ register: Register) throws(RegisterError) -> Report {
    var report = self
    for index in report.subjects.indices { try register.add(to: &report.subjects[index], header) }
    return report
  }
}

extension Report.Subject {
  /// Returns the subject with what the register knows: see ``Report/with(_:)``.
  package func with(
    _ register: Register, _ header: Report.Header
  ) throws(RegisterError) -> Report.Subject {
    var subject = self
    try register.add(to: &subject, header)
    return subject
  }
}

extension Register {
  /// Adds to a subject what is known of it.
  fileprivate func add(
    to subject: inout Report.Subject, _ header: Report.Header
  ) throws(RegisterError) {
    let supplier = subject.party.isEmpty ? subject.name : subject.party
    for gap in try gaps(of: supplier, procedure: header.procedure, lot: header.lot) {
      if let action = gap.action, !action.isSettled {
        subject.agreements[gap.requirement] = Report.Agreement(
          action: action.text, owner: action.owner, due: action.due)
      }
      guard let override = gap.override, override.holds,
        let outcome = Outcome(rawValue: override.outcome.rawValue),
        let index = subject.assessments.firstIndex(where: { $0.requirement == gap.requirement }),
        subject.assessments[index].outcome.rawValue == override.machineOutcome.rawValue
      else { continue }
      subject.assessments[index].decide(
        outcome,
        Decision(
          machineOutcome: subject.assessments[index].outcome, reason: override.reason,
          by: override.by, on: override.on))
    }
  }
}
