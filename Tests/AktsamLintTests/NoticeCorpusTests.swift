import AktsamDocuments
import AktsamLint
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// The rules about responses and notices on real ESPDs and notices.
@Suite(
  .enabled(
    if: TestFiles.shared("corpus") != nil, "the corpus of third-party files is not here"))
struct NoticeCorpusTests {
  private static let folders = [
    "eforms", "eforms-norway", "espd-v1", "espd-v2", "espd-v3", "espd-v4",
  ]

  /// Each file is a run of its own: the samples belong to different procedures.
  private static func findings() throws -> [LintFinding] {
    var found: [LintFinding] = []
    for name in folders {
      guard let folder = TestFiles.shared("corpus/\(name)") else { continue }
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil
      ).filter { $0.pathExtension == "xml" }.sorted { $0.path < $1.path }
      for file in files {
        found += try LintedFiles.findings(
          ["\(name)/\(file.lastPathComponent)": file], groups: [.responses, .notices])
      }
    }
    return found
  }

  /// The requests are templates whose demands are to be filled in; the responses fill in all that can
  /// be, with a yes to each exclusion ground, and leave the main questions on taxes and social security
  /// open.
  @Test func everyFindingIsReallyThere() throws {
    let counts = LintedFiles.counts(try Self.findings())
    #expect(
      counts == [
        "eforms-norway/VALID-national-e3-nor-env.xml AK1302 1",
        "eforms-norway/sdk-nor-eu-cn_24.xml AK1302 2",
        "espd-v1/Poyry-ESPDResponse_V1.0.2_MAX-DATA-SET_201809191120.xml AK1311 23",
        "espd-v1/breaching_of_obligations_labour_import.xml AK1311 1",
        "espd-v1/ehf-espd-1.2-response-national.xml AK1311 1",
        "espd-v1/espd-v1-response-20161101-full.xml AK1311 23",
        "espd-v1/exclusion_criterion_no_answer_import.xml AK1101 1",
        "espd-v1/vefa-espd-response-SMART-2015-0065.xml AK1311 2",
        "espd-v2/espd-v2-response-60.xml AK1311 23",
        "espd-v2/espd-v2.1.0-bilingual-en-it-request.xml AK1302 25",
        "espd-v2/espd-v2.1.0-da-test-response.xml AK1311 23",
        "espd-v2/espd-v2.1.0-lots-response.xml AK1101 2",
        "espd-v2/espd-v2.1.0-lots-response.xml AK1313 3",
        "espd-v2/espd-v2.1.1-basic-response.xml AK1311 23",
        "espd-v3/espd-v3.0.0-response.xml AK1311 23",
        "espd-v3/espd-v3.3.0-request.xml AK1302 15",
        "espd-v3/espd-v3.3.0-response.xml AK1311 23",
        "espd-v4/espd-v4.1.0-request.xml AK1302 18",
        "espd-v4/espd-v4.1.0-response.xml AK1101 2",
        "espd-v4/espd-v4.1.0-response.xml AK1311 22",
      ])
  }
}
