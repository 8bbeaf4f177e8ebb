import Aktsam
import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamReports
import AktsamTestSupport
import AktsamText
import Foundation
import Testing

/// A folder, a zip file or a manifest is one supplier; a folder of folders is a procedure
/// (design, sections 2 and 6).
@Suite struct SubmissionTests {
  private func checker(_ options: CheckOptions = CheckOptions()) throws -> Checker {
    let library = try #require(Shared.library)
    let profile = try #require(library.profile("regions-due-diligence"))
    return Checker(library, profile: profile, options: options)
  }

  /// Writes files below a fresh folder and hands over the folder.
  private func withFiles<Value>(
    _ files: [String: String], _ body: (String) throws -> Value
  ) throws -> Value {
    try TestFiles.withFolder { folder in
      for (path, text) in files {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      return try body(folder.path)
    }
  }

  private func check(_ files: [String: String], _ options: CheckOptions = CheckOptions()) throws
    -> Report.Subject
  {
    let checker = try checker(options)
    return try withFiles(files) { folder in
      let plan = CheckPlan([folder], grouping: .folders)
      let subject = try #require(plan.subjects.first)
      #expect(plan.subjects.count == 1)
      return checker.check(subject, with: checker.makeAssessor()).subject
    }
  }

  private func response(_ text: String, party: String = "Example AB", head: String = "") -> String {
    """
    <response xmlns="urn:aktsam:response:1" questionnaire="q" questionnaire-version="1"
      date="2026-06-01" xml:lang="en"><title>T</title><supplier><name>\(party)</name></supplier>\(head)
    <section id="s1"><answer question="q1" requirement="rep-incident-notification"><question>\
    How do you report?</question><p>\(text)</p></answer></section></response>
    """
  }

  private let prompt = """
    Our compliance manager notifies the contract manager of each affected customer in writing within \
    seven days of any severe deviation that we find in our own operations or in any tier of the supply \
    chain, with the facts known and the measures taken. In 2025 we sent two such notices.
    """

  private func contract(_ text: String) -> String {
    """
    <tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en"><title>Terms</title>
    <section number="5"><clause number="5.1"><p>\(text)</p></clause></section></tender>
    """
  }

  private func outcome(_ requirement: String, _ subject: Report.Subject) -> Outcome? {
    subject.assessments.first { $0.requirement == requirement }?.outcome
  }

  private func rules(_ subject: Report.Subject) -> [String] {
    subject.findings.map(\.rule).filter { $0.hasPrefix("AK04") }
  }

  private let incident = "rep-incident-notification"

  @Test func theBuyersTermsAreNoEvidenceForAnEmptyResponse() throws {
    let duty = "The Supplier shall report severe deviations to the Buyer within 14 days."
    let subject = try check([
      "answers.xml": response("n/a"), "terms.xml": contract(duty),
    ])
    #expect(subject.inputs.count == 2)
    #expect(subject.assessments.allSatisfy { $0.outcome == .missing || $0.outcome == .weak })
    #expect(outcome(incident, subject) != .met)
    #expect(
      subject.assessments.flatMap(\.evidence).allSatisfy { !$0.place.path.hasSuffix("terms.xml") })
  }

  @Test func evidenceMayStandInAnyDocumentOfTheTenderer() throws {
    let subject = try check([
      "a.xml": response("See our policy."), "policy.txt": prompt,
    ])
    let assessment = try #require(subject.assessments.first { $0.requirement == incident })
    #expect(assessment.evidence.contains { $0.place.path.hasSuffix("policy.txt") })
  }

  @Test func anotherPartysWordsGiveAtMostWeak() throws {
    let own = try check(["a.xml": response(prompt)])
    try #require(outcome(incident, own) == .met)
    let foreign = try check([
      "a.xml": response("We buy finished laptops."),
      "b.xml": response(prompt, party: "Factory Ltd"),
    ])
    #expect(outcome(incident, foreign) == .weak)
    #expect(rules(foreign) == ["AK0404"])
    #expect(foreign.party == "Example AB")
    let relied = try check([
      "a.xml": response(
        "We buy finished laptops.",
        head: "<relied-on id=\"f\"><name>FACTORY LTD.</name></relied-on>"),
      "b.xml": response(prompt, party: "Factory Ltd"),
    ])
    #expect(outcome(incident, relied) == .met)
    #expect(rules(relied) == [])
  }

  @Test func aManifestSaysWhatTheDocumentsDoNot() throws {
    let manifest = """
      <submission xmlns="urn:aktsam:submission:1" date="2026-05-04">
      <supplier><name>Example AB</name></supplier>
      <subcontractor id="f"><name>Factory Ltd</name></subcontractor>
      <document href="notes.txt" role="response" party="f"/>
      <document href="gone.txt"/></submission>
      """
    let subject = try check([
      "submission.xml": manifest, "notes.txt": prompt, "own.txt": "We sell laptops.",
    ])
    #expect(subject.party == "Example AB")
    #expect(subject.inputs.map(\.role) == [.response, .tender])
    #expect(subject.inputs.map(\.roleFrom) == ["declared", "inferred"])
    #expect(outcome(incident, subject) != .met)
    #expect(rules(subject).sorted() == ["AK0404", "AK0405"])
  }

  @Test func theSameFileTwiceIsReadOnce() throws {
    let text = response(prompt)
    let subject = try check(["a.xml": text, "copies/a.xml": text])
    let assessment = try #require(subject.assessments.first { $0.requirement == incident })
    #expect(assessment.outcome == .met)
    #expect(rules(subject) == ["AK0402"])
    #expect(Set(assessment.evidence.map(\.place.path)).count == 1)
  }

  @Test func aZipFileIsReadAsItsFolder() throws {
    let files = ["a.xml": response(prompt), "annex/policy.txt": "We sell laptops."]
    let folder = try check(files)
    let checker = try checker()
    let zipped = try TestFiles.withFolder { folder -> Report.Subject in
      var inner = ZipFixture()
      inner.add("policy.txt", Array("We sell laptops.".utf8))
      var zip = ZipFixture()
      zip.add("a.xml", Array(response(prompt).utf8))
      zip.add("annex/", [])
      zip.add("annex/more.zip", inner.bytes)
      zip.add("__MACOSX/a.xml", [1])
      let path = folder.appending(path: "bid.zip").path
      try Data(zip.bytes).write(to: URL(filePath: path))
      let plan = CheckPlan([path], grouping: .folders)
      return checker.check(plan.subjects[0], with: checker.makeAssessor()).subject
    }
    #expect(zipped.assessments.map(\.outcome) == folder.assessments.map(\.outcome))
    #expect(zipped.inputs.map(\.part) == ["a.xml", "annex/more.zip!/policy.txt"])
    let evidence = try #require(zipped.assessments.flatMap(\.evidence).first)
    #expect(evidence.place.part == "a.xml")
  }

  @Test func enclosuresAreHeldAgainstTheFiles() throws {
    let ubl = { (hash: String) in
      """
      <Tender xmlns="urn:oasis:names:specification:ubl:schema:xsd:Tender-2"
       xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
       xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cac:DocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cac:ExternalReference>
      <cbc:DocumentHash>\(hash)</cbc:DocumentHash>
      <cbc:HashAlgorithmMethod>http://www.w3.org/2001/04/xmlenc#sha256</cbc:HashAlgorithmMethod>
      <cbc:FileName>Policy.txt</cbc:FileName></cac:ExternalReference></cac:Attachment>
      </cac:DocumentReference></Tender>
      """
    }
    let text = "Our routine is in Annex 7, the plan in Bilaga 2."
    let right = sha256(Array(text.utf8))
    func rules(_ hash: String, _ files: [String: String]) throws -> [String] {
      let files = files.merging(["tender.xml": ubl(hash)]) { $1 }
      return try check(files).findings.filter { $0.rule == "AK0407" || $0.rule == "AK0408" }
        .map {
          "\($0.rule) \($0.message.split(separator: "'", omittingEmptySubsequences: false)[1])"
        }
    }
    let files = ["policy.txt": text, "bilaga-2.txt": "The plan is dated 2026-03-01."]
    let annexes = "AK0408 Annex 7"
    let wrong = String(repeating: "0", count: 64)
    #expect(try rules(right, files) == [annexes])
    #expect(try rules(wrong, files) == [annexes, "AK0407 Policy.txt"])
    #expect(
      try rules(right, ["other.txt": "We sell laptops."]) == ["AK0408 Policy.txt"])
  }

  @Test func membersOfOneNameAreToldApart() {
    var zip = ZipFixture()
    zip.add("b/text.txt", Array("one".utf8))
    zip.add("a.txt", Array("two".utf8))
    zip.add("b/text.txt", Array("three".utf8))
    zip.add("b/text (2).txt", Array("four".utf8))
    zip.add("b/text.txt", Array("five".utf8))
    let members = InputFile(path: "x.zip", bytes: zip.bytes).members()
    let texts = members.map { "\($0.part): \(String(decoding: $0.bytes ?? [], as: UTF8.self))" }
    #expect(
      texts == [
        "a.txt: two", "b/text (2).txt: four", "b/text.txt: one", "b/text (3).txt: three",
        "b/text (4).txt: five",
      ])
  }

  @Test func zipFilesInEachOtherEnd() {
    var zip = ZipFixture()
    zip.add("text.txt", Array("We sell laptops.".utf8))
    for _ in 0..<5 {
      let inner = zip.bytes
      zip = ZipFixture()
      zip.add("in.zip", inner)
    }
    let members = InputFile(path: "x.zip", bytes: zip.bytes).members()
    #expect(members.count == 1)
    #expect(members.first?.bytes == nil)
    #expect(members.first?.failure?.contains("maxNesting") == true)
  }

  @Test func whatTheTermsDoNotDemandIsForDialogue() throws {
    let duty =
      "The Supplier shall notify the Buyer in writing of severe deviations in its own operations or "
      + "in any tier of the supply chain within 60 days, with the facts known and the measures taken."
    let terms = InputFile(path: "terms.xml", bytes: Array(contract(duty).utf8))
    let subject = try check(
      ["a.xml": response(prompt.replacing("seven days", with: "50 days"))],
      CheckOptions(terms: [terms]))
    let assessment = try #require(subject.assessments.first { $0.requirement == incident })
    #expect(assessment.demandedBy?.map(\.path) == ["terms.xml"])
    // The profile would have it within two weeks; these terms allow 60 days.
    #expect(!assessment.weaknesses.contains { $0.code == .lateDeadline })
    let late = try check(["a.xml": response(prompt.replacing("seven days", with: "50 days"))])
    #expect(
      late.assessments.first { $0.requirement == incident }?.weaknesses
        .contains { $0.code == .lateDeadline } == true)
    let other = try #require(subject.assessments.first { $0.requirement == "gov-training" })
    #expect(other.demandedBy == [])
    #expect(!other.isDemanded)
    #expect(late.assessments.allSatisfy { $0.demandedBy == nil && $0.isDemanded })
  }

  @Test func termsThatDemandNothingJudgeNothing() throws {
    let checker = try checker(
      CheckOptions(terms: [InputFile(path: "t.txt", bytes: Array("The price is fixed.".utf8))]))
    #expect(checker.terms == nil)
    #expect(checker.termsFindings.map(\.rule) == ["AK0403"])
  }

  @Test func aFolderOfFoldersIsAProcedure() throws {
    try withFiles([
      "terms.xml": contract("The Supplier shall report severe deviations within 14 days."),
      "b/answers.xml": response(prompt), "a/answers.xml": response("n/a"),
      "a/annex/more.txt": "We sell laptops.",
    ]) { folder in
      let plan = CheckPlan([folder + "/"], grouping: .folders)
      #expect(plan.subjects.map(\.name) == [folder + "/a", folder + "/b"])
      #expect(plan.subjects.map(\.files.count) == [2, 1])
      #expect(plan.terms == [folder + "/terms.xml"])
      #expect(CheckPlan([folder], grouping: .each).subjects.count == 4)
      #expect(CheckPlan([folder], grouping: .together).subjects.map(\.files.count) == [4])
    }
  }

  @Test func aSuppliersFilesBesideFoldersMakeOneSubmission() throws {
    try withFiles(["answers.xml": response(prompt), "annex/more.txt": "We sell laptops."]) {
      let plan = CheckPlan([$0], grouping: .folders)
      #expect(plan.subjects.map(\.files.count) == [2])
      #expect(plan.terms == [])
    }
  }

  @Test func aProcedureManifestOpensNothingOutsideItsFolder() throws {
    let manifest = """
      <procedure xmlns="urn:aktsam:submission:1" id="2026-17" lot="1" deadline="2026-05-04">
      <terms href="terms.xml"/><submission href="a"/><submission href="../b"/>
      <submission href="/etc"/></procedure>
      """
    try withFiles([
      "p/procedure.xml": manifest, "p/a/x.txt": "We sell laptops.", "b/x.txt": "x",
      "p/terms.xml": contract("The Supplier shall report severe deviations within 14 days."),
    ]) { folder in
      let plan = CheckPlan([folder + "/p"], grouping: .folders)
      #expect(plan.subjects.map(\.name) == [folder + "/p/a"])
      #expect(plan.terms == [folder + "/p/terms.xml"])
      #expect([plan.procedure, plan.lot, plan.deadline] == ["2026-17", "1", "2026-05-04"])
      #expect(plan.findings.map(\.rule) == ["AK0405", "AK0405"])
      #expect(plan.findings.map(\.place?.line) == [2, 3])
    }
  }

  @Test func noSubcontractorsInTheESPDAndTwoInTheTenderIsAConflict() throws {
    let espd = """
      <QualificationApplicationResponse
       xmlns="urn:oasis:names:specification:ubl:schema:xsd:QualificationApplicationResponse-2"
       xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
       xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ProfileExecutionID>ESPD-EDMv4.1.0</cbc:ProfileExecutionID>
      <cac:TenderingCriterion><cbc:ID>C61_OT_subco-ent</cbc:ID>
      <cbc:CriterionTypeCode>subco-ent</cbc:CriterionTypeCode><cbc:Name>Subcontractors</cbc:Name>
      <cac:TenderingCriterionPropertyGroup><cbc:ID>g</cbc:ID>
      <cbc:PropertyGroupTypeCode>ON*</cbc:PropertyGroupTypeCode>
      <cac:TenderingCriterionProperty><cbc:ID>q1</cbc:ID>
      <cbc:Description>Do you use subcontractors?</cbc:Description>
      <cbc:TypeCode>QUESTION</cbc:TypeCode>
      <cbc:ValueDataTypeCode>INDICATOR</cbc:ValueDataTypeCode></cac:TenderingCriterionProperty>
      </cac:TenderingCriterionPropertyGroup></cac:TenderingCriterion>
      <cac:TenderingCriterionResponse><cbc:ID>a1</cbc:ID>
      <cbc:ValidatedCriterionPropertyID>q1</cbc:ValidatedCriterionPropertyID>
      <cac:ResponseValue><cbc:ResponseIndicator>false</cbc:ResponseIndicator></cac:ResponseValue>
      </cac:TenderingCriterionResponse></QualificationApplicationResponse>
      """
    let subject = try check([
      "espd.xml": espd,
      "tender.txt":
        "The assembly is done by our two subcontractors in Poland, who accept our code.",
    ])
    let conflict = try #require(
      subject.assessments.first { $0.contradiction?.kind == .conflict })
    #expect(conflict.requirement == "flow-down-written")
    #expect(
      Set(conflict.evidence.prefix(2).map { ($0.place.path as NSString).lastPathComponent })
        == ["espd.xml", "tender.txt"])
  }

  /// Equal text gets equal outcome for every bidder, whatever its name and place in the order.
  @Test func equalTextGetsEqualOutcome() throws {
    let bodies = [prompt, "n/a", "We will report serious deviations promptly."]
    let checker = try checker()
    var outcomes: [Set<[String]>] = [[], [], []]
    for (round, names) in [["a", "b", "c"], ["c", "a", "b"], ["b", "c", "a"]].enumerated() {
      var files: [String: String] = [:]
      for (index, body) in bodies.enumerated() {
        files["\(names[index])/answers.xml"] = response(
          body, party: "Bidder \(names[index]) \(round)")
      }
      try withFiles(files) { folder in
        let assessor = checker.makeAssessor()
        for plan in CheckPlan([folder], grouping: .folders).subjects {
          let subject = checker.check(plan, with: assessor).subject
          let index = try #require(names.firstIndex { plan.name.hasSuffix("/" + $0) })
          outcomes[index].insert(
            subject.assessments.map { "\($0.requirement) \($0.outcome) \($0.certainty)" })
        }
      }
    }
    #expect(outcomes.map(\.count) == [1, 1, 1])
    #expect(Set(outcomes.flatMap { $0 }).count == 3)
  }
}
