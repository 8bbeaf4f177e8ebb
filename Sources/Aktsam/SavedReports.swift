package import AktsamReports
internal import FoundationEssentials

extension ReportJSON {
  /// Returns the report in a file that `aktsam check --format json` wrote.
  ///
  /// - Parameter bytes: what the file holds.
  /// - Returns: the report.
  /// - Throws: ``Failure`` when it is no such report.
  package static func read(_ bytes: [UInt8]) throws(Failure) -> SavedReport {
    try read(bytes) { try JSONDecoder().decode($0, from: Data($1)) }
  }
}
