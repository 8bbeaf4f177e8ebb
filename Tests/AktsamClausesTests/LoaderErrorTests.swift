import AktsamClauses
import AktsamText
import Testing

/// One slip in the good library, and what is said about it, where.
struct Slip: Sendable, CustomTestStringConvertible {
  var old: String
  var new: String
  var expected: [String]

  init(_ old: String, _ new: String, _ expected: String...) {
    self.old = old
    self.new = new
    self.expected = expected
  }

  var testDescription: String { new.isEmpty ? "without \(old)" : new }
}

@Suite struct LoaderErrorTests {
  static let slips = [
    // What a file is, what an element holds.
    Slip(
      "<library xmlns=\"urn:aktsam:clauses:1\"", "<library xmlns=\"urn:other\"",
      "AK0201 no clause file begins with \"library\"",
      "AK0201 library.xml:1:1 \"{urn:other}library\" begins no clause file; expected library, "
        + "concepts, lexicon, requirements, sources or profile in the namespace "
        + "\"urn:aktsam:clauses:1\""),
    Slip(
      "<denial>", "<denail/><denial>",
      "AK0202 risk.xml:20:5 element \"denail\" is not expected in \"requirement\""),
    Slip(
      "<topic>", "<topic>risk",
      "AK0202 risk.xml:15:12 text is not expected directly in \"topic\""),
    Slip(
      "<numbers>", "<numbers><b/>",
      "AK0202 en.xml:2:12 element \"b\" is not expected in \"numbers\""),
    // Missing and empty.
    Slip(
      " step=\"2\"", "",
      "AK0203 risk.xml:2:3 attribute \"step\" of \"requirement\" is missing or empty"),
    Slip(
      "<wording xml:lang=\"en\">W</wording>", "<wording xml:lang=\"en\"> </wording>",
      "AK0203 risk.xml:11:5 \"wording\" is empty",
      "AK0206 risk.xml:11:5 \"wording\" of \"dd-risk\" is missing in \"en\""),
    Slip(
      "code=\"generic\"", "",
      "AK0203 risk.xml:24:5 attribute \"code\" of \"element\" is missing or empty"),
    Slip(
      "<match><heading>risk</heading></match>", "",
      "AK0203 risk.xml:24:5 \"people\" holds no \"match\""),
    Slip(
      "<authority provision=\"UNGP-17\"/>", "",
      "AK0203 risk.xml:2:3 \"dd-risk\" holds no \"authority\""),
    // Values.
    Slip(
      "severity=\"high\"", "severity=\"hihg\"",
      "AK0204 risk.xml:2:48 \"hihg\" is no value of \"severity\"; expected critical, high, medium; "
        + "did you mean \"high\""),
    Slip(
      "near=\"8\"", "near=\"99999999999999999999\"",
      "AK0204 risk.xml:16:36 \"99999999999999999999\" is no value of \"near\"; "
        + "expected 1 to 100"),
    Slip(
      "<by>own supplier</by>", "<by>own suplier</by>",
      "AK0204 risk.xml:17:55 \"suplier\" is no value of \"by\"; expected own, supplier, other, "
        + "buyer, nobody; did you mean \"supplier\""),
    Slip(
      "id=\"norm\" kind=\"standard\"", "id=\"norm\" kind=\"standard\" parameter=\"plan-days\"",
      "AK0204 risk.xml:28:51 attribute \"parameter\" has no meaning here: only a time has one"),
    Slip(
      "twelve=12", "twelve",
      "AK0204 en.xml:2:19 \"twelve\" is no value of \"numbers\"; expected a word and a number, "
        + "as one=1"),
    Slip(
      "language=\"en\"", "language=\"sv\"",
      "AK0204 en.xml:1:49 \"sv\" is no value of \"language\"; expected \"en\", as the file or its folder is named"
    ),
    Slip(
      "value=\"14\"", "value=\"0\"",
      "AK0204 base.xml:5:42 \"0\" is no value of \"value\"; expected 1 to 36600"),
    // Twice, or not in all languages.
    Slip(
      "<concept id=\"assess\"",
      "<concept id=\"risk\" class=\"topic\">x</concept><concept id=\"assess\"",
      "AK0205 concepts.xml:4:3 concept \"risk\" is given twice; first in "
        + "clauses/concepts/concepts.xml, line 3"),
    Slip(
      "id=\"people\"", "id=\"when\"",
      "AK0205 risk.xml:24:5 element \"when\" is given twice"),
    Slip(
      "<rationale xml:lang=\"sv\">R</rationale>", "",
      "AK0206 risk.xml:4:5 \"rationale\" of \"dd-risk\" is missing in \"sv\""),
    // References.
    Slip(
      "<any>risk norm-ungp</any>", "<any>risk norm-ugnp</any>",
      "AK0207 risk.xml:16:49 unknown concept \"norm-ugnp\"; did you mean \"norm-ungp\""),
    Slip(
      "<object of=\"assess\">", "<object of=\"asses\">",
      "AK0207 risk.xml:17:26 unknown concept \"asses\"; did you mean \"assess\""),
    Slip(
      "<terms concept=\"context-price\">", "<terms concept=\"zzz\">",
      "AK0207 en.xml:9:19 unknown concept \"zzz\""),
    Slip(
      "provision=\"UNGP-17\"", "provision=\"UNGP-71\"",
      "AK0209 risk.xml:6:27 unknown provision \"UNGP-71\"; did you mean \"UNGP-17\""),
    Slip(
      "ref=\"dd-risk\"", "ref=\"dd-risks\"",
      "AK0203 base.xml:1:1 \"base\" holds no \"require\"",
      "AK0210 base.xml:6:17 unknown requirement \"dd-risks\"; did you mean \"dd-risk\""),
    Slip(
      "parameter=\"assessment-days\"", "parameter=\"assesment-days\"",
      "AK0211 risk.xml:21:63 unknown parameter \"assesment-days\"; did you mean "
        + "\"assessment-days\""),
    Slip(
      "id=\"base\" version=\"1.0.0\"", "id=\"base\" version=\"1.0.0\" extends=\"bse\"",
      "AK0212 base.xml:1:74 unknown profile \"bse\"; did you mean \"base\""),
    Slip(
      "id=\"base\" version=\"1.0.0\"", "id=\"base\" version=\"1.0.0\" extends=\"base\"",
      "AK0213 base.xml:1:74 profiles extend each other in a circle: base > base"),
    // Patterns and attributes.
    Slip(
      "<unless><any>context-price</any></unless>", "<unless><none>risk</none></unless>",
      "AK0214 risk.xml:18:7 \"unless\" looks for nothing; expected any, all, object or heading"),
    Slip(
      "roles=\"contract response\"", "roles=\"contract response\" sevrity=\"x\"",
      "AK0215 risk.xml:2:89 attribute \"sevrity\" is not expected at \"requirement\"; did you mean "
        + "\"severity\""),
  ]

  @Test(arguments: slips)
  func slipIsFoundWhereItStands(_ slip: Slip) {
    let (library, findings) = Fixture.load(Fixture.files(replacing: slip.old, by: slip.new))
    #expect(findings.map(Fixture.line) == slip.expected)
    #expect(library == nil)
  }

  @Test func allSlipsAreFoundInOneRun() {
    var files = Fixture.files(replacing: "<any>risk", by: "<any>rsik")
    files.removeAll { $0.path.hasSuffix("sources.xml") }
    let rules = Fixture.load(files).findings.map(\.rule)
    #expect(rules == ["AK0209", "AK0207", "AK0207"])
  }

  @Test func fileThatIsNotWellFormedBlamesNobodyElse() throws {
    for index in Fixture.files.indices {
      var files = Fixture.files
      files[index].bytes.removeLast(20)
      let (library, findings) = Fixture.load(files)
      #expect(library == nil)
      let others = findings.filter { $0.severity == .error && $0.place?.path != files[index].path }
      #expect(others.map(Fixture.line) == [])
      #expect(findings.contains { $0.rule == "AK0101" })
    }
  }

  @Test func circleOfTwoIsReportedOnce() {
    func profile(_ id: String, _ base: String) -> [UInt8] {
      let text = Fixture.profile.split(separator: "\n").dropFirst().joined(separator: "\n")
      return Array(
        ("<profile xmlns=\"urn:aktsam:clauses:1\" id=\"\(id)\" version=\"1.0.0\" "
          + "extends=\"\(base)\">\n" + text).utf8)
    }
    let files =
      Fixture.files + [("clauses/profiles/x.xml", profile("x", "y"))]
      + [
        ("clauses/profiles/y.xml", profile("y", "x")),
        ("clauses/profiles/z.xml", profile("z", "x")),
      ]
    #expect(Fixture.load(files).findings.map(\.rule) == ["AK0213"])
  }

  @Test func cutFilesNeverTrap() {
    for index in Fixture.files.indices {
      let whole = Fixture.files[index].bytes
      for length in stride(from: 0, to: whole.count, by: 7) {
        var files = Fixture.files
        files[index].bytes = Array(whole.prefix(length))
        #expect(Fixture.load(files).library == nil)
      }
    }
  }

  @Test func brokenBytesNeverTrap() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let replacements = Array("<>\"=& ;.-\u{0}x".utf8)
    for _ in 0..<400 {
      var files = Fixture.files
      let index = next(files.count)
      for _ in 0..<(1 + next(4)) {
        files[index].bytes[next(files[index].bytes.count)] =
          replacements[next(replacements.count)]
      }
      _ = Fixture.load(files)
      _ = LibraryChecks.findings(in: files)
    }
  }
}
