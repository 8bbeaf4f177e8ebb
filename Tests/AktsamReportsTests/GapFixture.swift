import AktsamArchive
import AktsamClauses
import AktsamReading
import AktsamReports
import AktsamText

/// Gap lists of the fixture's report.
enum GapFixture {
  /// A stand-in for SHA-256: two rounds of FNV-1a, which is enough to tell contents apart.
  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    let halves = [UInt64(0xCBF2_9CE4_8422_2325), 0x8422_2325_CBF2_9CE4].map { start in
      bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    return halves.flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> (8 * UInt64($0))) }
    }
  }

  /// A list for each subject of the report: a weak and a missing one beside a met one; a conflict and an
  /// unread one beside one that a condition switched off; a file that could not be opened.
  static func lists(_ language: String, redacted: Bool = false) -> [GapList] {
    GapList.lists(report(language), redacted: redacted)
  }

  static func report(_ language: String) -> Report {
    var report = Fixture.report(language)
    report.header.profile.parameters = ["information-days": 21, "plan-days": 28]
    report.header.procedure = "UPP 2026-17"
    report.header.lot = "1"
    return report
  }

  /// The list of a supplier with these assessments.
  static func list(
    _ assessments: [Assessment], language: String = "en", redacted: Bool = false
  ) -> GapList {
    GapList(
      Fixture.subject(assessments), header: report(language).header, redacted: redacted)
  }

  /// The weak assessment with other words.
  static func weak(_ quote: String, label: String = "2.6") -> Assessment {
    var assessment = Fixture.weak
    assessment.evidence[0].quote = quote
    assessment.evidence[0].label = label
    return assessment
  }

  static func bytes(_ list: GapList, _ format: GapFormat) throws -> [UInt8] {
    try list.bytes(format, digest: digest)
  }

  static func text(_ list: GapList, _ format: GapFormat) throws -> String {
    String(decoding: try bytes(list, format), as: UTF8.self)
  }

  /// All members of a zip file, one below the other.
  static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    let archive = try Archive(bytes)
    var result: [UInt8] = []
    for entry in archive.entries {
      result += Array("=== \(entry.name)\n".utf8)
      result += try archive.read(entry)
    }
    return result
  }

  static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try Archive(bytes)
    guard let entry = archive.entry(named: name) else { return "" }
    return String(decoding: try archive.read(entry), as: UTF8.self)
  }
}
