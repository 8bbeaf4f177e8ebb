import AktsamReports
import AktsamTestSupport
import Foundation
import Testing

/// The linter's reports read by others: the schemas, and readers from PyPI where they are at hand.
@Suite struct LintReaderTests {
  private static let schema = TestFiles.root.appending(path: "schemas/lint-report.schema.json")

  private static let reports = [LintFixture.report, LintFixture.clean]

  @Test(.enabled(if: Python.hasJSONSchema, "no python3 with jsonschema"), arguments: 0..<2)
  func jsonFollowsItsSchema(index: Int) throws {
    #expect(try Python.faults(Self.reports[index].bytes(.json), Self.schema) == "")
  }

  @Test(.enabled(if: Python.hasJSONSchema, "no python3 with jsonschema"))
  func linesFollowTheirSchema() throws {
    for line in LintFixture.report.bytes(.jsonl).split(separator: 0x0A) {
      #expect(try Python.faults(Array(line), Self.schema, definition: "line") == "")
    }
  }

  @Test(.enabled(if: Python.hasJSONSchema, "no python3 with jsonschema"))
  func theSchemaRefusesWhatItDoesNotKnow() throws {
    let text = LintFixture.text(.json, LintFixture.clean)
    let wrong = text.replacingOccurrences(of: "\"rules\"", with: "\"ruled\"")
    let faults = try Python.faults(Array(wrong.utf8), Self.schema)
    #expect(faults.contains("'rules' is a required property"))
    #expect(faults.contains("'ruled' was unexpected"))
  }

  @Test(
    .enabled(if: Python.hasJSONSchema, "no python3 with jsonschema"),
    .enabled(if: Python.sarifSchema != nil, "no SARIF schema at hand"), arguments: 0..<2)
  func sarifFollowsTheStandard(index: Int) throws {
    let schema = try #require(Python.sarifSchema)
    #expect(try Python.faults(Self.reports[index].bytes(.sarif), schema) == "")
  }

  @Test(.enabled(if: Python.hasSARIFTools, "no python3 with sarif-tools"))
  func sarifToolsReadEveryResult() throws {
    let script = """
      import sys
      from sarif import loader
      data = loader.load_sarif_file(sys.argv[1])
      print(data.get_distinct_tool_names(), data.get_result_count())
      counts = data.get_report().get_issue_type_histogram_for_severity
      for severity in ("error", "warning", "note"):
          print(severity, sum(counts(severity).values()))
      record = data.get_records()[0]
      print(record["Location"], record["Line"], record["Severity"], record["Code"])
      """
    let result = try Python.run(
      script, input: LintFixture.report.bytes(.sarif), name: "report.sarif")
    // Two results of the baseline have the level of their rules.
    #expect(
      result.text == """
        ['aktsam'] 11
        error 4
        warning 6
        note 1
        fr%C3%A5gor/a%20b%2Cc.xml 3 error AK1001

        """)
  }

  @Test(.enabled(if: Python.hasSARIFOM, "no python3 with sarif-om"))
  func theObjectModelOfSARIFTakesEveryResult() throws {
    let script = """
      import json, re, sys, sarif_om
      def snake(name):
          return re.sub("([A-Z])", lambda found: "_" + found.group(1).lower(), name)
      def build(kind, value):
          return kind(**{snake(name): item for name, item in value.items() if name != "$schema"})
      log = build(sarif_om.SarifLog, json.load(open(sys.argv[1], encoding="utf-8")))
      run = build(sarif_om.Run, log.runs[0])
      driver = build(sarif_om.ToolComponent, run.tool["driver"])
      rules = [build(sarif_om.ReportingDescriptor, rule) for rule in driver.rules]
      for value in run.artifacts: build(sarif_om.Artifact, value)
      for value in run.results:
          result = build(sarif_om.Result, value)
          assert rules[result.rule_index].id == result.rule_id
          for part in result.fixes or []:
              for change in build(sarif_om.Fix, part).artifact_changes:
                  for item in build(sarif_om.ArtifactChange, change).replacements:
                      build(sarif_om.Region, build(sarif_om.Replacement, item).deleted_region)
          for part in result.suppressions: build(sarif_om.Suppression, part)
          for part in result.locations + (result.related_locations or []):
              place = build(sarif_om.Location, part).physical_location
              place = build(sarif_om.PhysicalLocation, place)
              if place.region: build(sarif_om.Region, place.region)
      print(driver.name, driver.version, len(rules), len(run.results))
      """
    let result = try Python.run(script, input: LintFixture.report.bytes(.sarif))
    #expect(result.text == "aktsam 0.3.0 4 11\n")
  }

  @Test(.enabled(if: Python.hasJUnitParser, "no python3 with junitparser"))
  func junitParserCountsWhatWeCount() throws {
    let script = """
      import sys
      from junitparser import JUnitXml, Failure, Skipped, Error
      xml = JUnitXml.fromfile(sys.argv[1])
      for suite in xml:
          cases = list(suite)
          kinds = [type(result) for case in cases for result in case.result]
          assert suite.tests == len(cases)
          assert suite.failures == kinds.count(Failure)
          assert suite.errors == kinds.count(Error)
          assert suite.skipped == kinds.count(Skipped)
          print(suite.name, len(cases), suite.failures, suite.errors, suite.skipped)
      print(xml.tests, xml.failures, xml.errors, xml.skipped)
      """
    let result = try Python.run(script, input: LintFixture.report.bytes(.junit))
    #expect(
      result.text == """
        frågor/a b,c.xml 6 3 0 3
        ./ren.xml 1 0 0 0
        anbud.zip!/in/b.docx 1 1 0 0
        gammal.txt 2 2 0 0
        borta.xml 1 0 1 0
        11 6 1 3

        """)
  }
}
