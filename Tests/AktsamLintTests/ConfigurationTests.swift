import AktsamLint
import AktsamText
import Testing

@Suite struct ConfigurationTests {
  private static let vocabulary = Configuration.Vocabulary(
    profiles: ["oecd-six-steps", "dfo-terms"])

  private static func read(_ text: String) -> (Configuration, [String]) {
    let result = Configuration.read(
      Array(text.utf8), path: ".aktsam.yml", vocabulary: vocabulary)
    return (result.configuration, result.problems.map(\.description))
  }

  private static func settings(
    _ text: String, for path: String = "a.xml", command: Settings = Settings()
  ) -> ResolvedSettings {
    ResolvedSettings(read(text).0, for: path, command: command)
  }

  private static func isOn(_ rule: String, _ text: String, for path: String = "a.xml") -> Bool? {
    settings(text, for: path).rules[rule]?.isOn.value
  }

  private static func severity(_ rule: String, _ text: String) -> Severity? {
    settings(text).rules[rule]?.severity.value
  }

  @Test func wholeFileIsRead() {
    let (configuration, problems) = Self.read(
      """
      profile: dfo-terms
      languages: [sv, nb]
      as-of: 2026-03-01
      select: [questionnaires, AK11]
      ignore: long-question
      severity:
        AK1101: note
      rules:
        long-question:
          max-words: 40
        AK1102: {words: [se ovan]}
      files: ["**/*.xml"]
      exclude: drafts
      overrides:
        - files: old/**
          ignore: [responses]
      suppressions:
        - files: old/a.xml
          rules: [AK1001]
          reason: agreed with the supplier
          until: 2027-01-31
      """)
    #expect(problems == [])
    let settings = ResolvedSettings(configuration, for: "new/a.xml")
    #expect(settings.profile.value == "dfo-terms")
    #expect(settings.languages.value == ["sv", "nb"])
    #expect(settings.asOf?.value == "2026-03-01")
    #expect(settings.rules["AK1001"]?.isOn.value == true)
    #expect(settings.rules["AK1002"]?.isOn.value == false)
    #expect(settings.rules["AK1401"]?.isOn.value == false)
    #expect(settings.rules["AK1101"]?.severity.value == .note)
    #expect(settings.rules["AK1002"]?.options["max-words"]?.value == .int(40))
    #expect(settings.rules["AK1102"]?.options["words"]?.value == .list(["se ovan"]))
    let old = ResolvedSettings(configuration, for: "old/x/a.xml")
    #expect(old.rules["AK1101"]?.isOn.value == false)
    #expect(configuration.includes("new/a.xml"))
    #expect(!configuration.includes("drafts/a.xml"))
    #expect(!configuration.includes("new/a.md"))
    #expect(configuration.suppressions.map(\.reason) == ["agreed with the supplier"])
    #expect(configuration.suppressions.map(\.until) == ["2027-01-31"])
  }

  /// Each slip: the text, and what is said about it.
  @Test(arguments: [
    ("profil: x", ".aktsam.yml:1:1: there is no key \"profil\"; did you mean \"profile\"?"),
    (
      "profile: dfo-term",
      ".aktsam.yml:1:10: \"profile\" has no value \"dfo-term\"; did you mean \"dfo-terms\"?"
    ),
    (
      "languages: [sv, zz]",
      ".aktsam.yml:1:17: \"languages\" has no value \"zz\"; known are \"en\", \"sv\", \"nb\", \"nn\", "
        + "\"da\""
    ),
    (
      "ignore:\n  - long-questions",
      ".aktsam.yml:2:5: there is no rule or group \"long-questions\"; did you mean "
        + "\"long-question\"?"
    ),
    ("ignore: AK99", ".aktsam.yml:1:9: there is no rule or group \"AK99\""),
    (
      "severity: {AK1001: eror}",
      ".aktsam.yml:1:20: \"severity\" has no value \"eror\"; did you mean \"error\"?"
    ),
    (
      "rules: {long-question: {max-word: 1}}",
      ".aktsam.yml:1:25: the rule \"long-question\" has no option \"max-word\"; did you mean "
        + "\"max-words\"?"
    ),
    (
      "rules: {long-question: {max-words: many}}",
      ".aktsam.yml:1:36: \"max-words\" takes a whole number, not \"many\""
    ),
    ("as-of: 2026-02-30", ".aktsam.yml:1:8: \"2026-02-30\" is no date: write it as 2027-01-31"),
    ("overrides: 3", ".aktsam.yml:1:12: \"overrides\" takes a list, not \"3\""),
    (
      "overrides: [{ignore: all}]",
      ".aktsam.yml:1:13: \"files\" is missing: name the paths that this is about"
    ),
    (
      "suppressions: [{files: a, rules: AK1001}]",
      ".aktsam.yml:1:16: a suppression needs a \"reason\": say why the finding may stand"
    ),
    (
      "suppressions: [{files: a, rules: AK1x, reason: r}]",
      ".aktsam.yml:1:34: there is no rule or group \"AK1x\""
    ),
    ("- a", ".aktsam.yml:1:1: \"the file\" takes keys with values, not a list"),
    ("a: [", ".aktsam.yml:2:1: this is no YAML: did not find expected node content"),
  ])
  func slipIsNamed(text: String, problem: String) {
    #expect(Self.read(text).1 == [problem])
  }

  @Test func allSlipsAreReportedInOrder() {
    let problems = Self.read("as-of: x\nprofil: y\nignore: [AK99, AK98]").1
    #expect(
      problems.map { $0.prefix(15) } == [
        ".aktsam.yml:1:8", ".aktsam.yml:2:1", ".aktsam.yml:3:1", ".aktsam.yml:3:1",
      ])
  }

  @Test func sameKeyTwiceIsASlip() {
    #expect(Self.read("profile: dfo-terms\nprofile: dfo-terms").1.count == 1)
  }

  @Test func bytesThatAreNoTextAreASlip() {
    let result = Configuration.read([0xFF, 0x41], path: "c", vocabulary: Self.vocabulary)
    #expect(result.problems.map(\.message) == ["the file is not UTF-8: save it in that encoding"])
  }

  /// Aliases of aliases must not take more than the limit.
  @Test func aliasesAreCounted() {
    var text = "a: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...7 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "b\(level): &a\(level) [\(items)]\n"
    }
    #expect(Self.read(text).1.contains { $0.contains("too many values") })
  }

  @Test func emptyFileSetsNothing() {
    #expect(Self.read("").1 == [])
    #expect(Self.read("# nothing\n").1 == [])
    #expect(Self.settings("").profile == Sited("oecd-six-steps"))
    #expect(Self.isOn("AK1001", "") == true)
  }

  @Test(arguments: [
    ("select: AK1001", "AK1001", true), ("select: AK1001", "AK1002", false),
    ("select: AK10", "AK1002", true), ("select: all", "AK1401", true),
    ("ignore: AK10", "AK1001", false), ("ignore: all", "AK1101", false),
    ("ignore: AK10\nextend-select: AK1001", "AK1001", true),
    ("ignore: AK1001\nextend-select: AK10", "AK1001", false),
    ("ignore: AK1001\nselect: AK1001", "AK1001", false),
    ("severity: {AK1001: off}", "AK1001", false),
    ("severity: {AK1001: off, AK1001: error}", "AK1002", true),
    ("select: AK11\noverrides: [{files: '*.xml', extend-select: AK1001}]", "AK1001", true),
    ("ignore: AK1001\noverrides: [{files: '*.xml', extend-select: AK10}]", "AK1001", true),
    ("overrides: [{files: '*.md', ignore: AK1001}]", "AK1001", true),
    ("overrides: [{files: a, ignore: AK10}, {files: a.xml, select: AK10}]", "AK1001", true),
    (
      "severity: {AK10: off}\noverrides: [{files: a.xml, severity: {AK1001: note}}]", "AK1001", true
    ),
  ])
  func selection(text: String, rule: String, isOn: Bool) {
    #expect(Self.isOn(rule, text) == isOn)
  }

  @Test func closerLevelWins() {
    let text = "severity: {AK1001: error, AK10: note, questionnaires: warning}"
    #expect(Self.severity("AK1001", text) == .error)
    #expect(Self.severity("AK1002", text) == .warning)
    #expect(Self.severity("AK1101", text) == .error)
  }

  /// A selection of the linter's rules does not silence a reader that could not read a file.
  @Test func readersAreKeptUnlessNamed() {
    #expect(Self.settings("select: AK10").rule("AK0101", severity: .error).isOn.value)
    #expect(!Self.settings("ignore: AK0305").rule("AK0305", severity: .error).isOn.value)
    #expect(
      Self.settings("severity: {AK03: note}").rule("AK0305", severity: .error).severity.value
        == .note)
  }

  @Test func commandGoesFirst() {
    var command = Settings()
    command.asOf = Sited("2026-05-01", .option("--as-of"))
    command.select = RuleSelector("AK1101").map { [Sited($0, .option("--select"))] }
    let settings = Self.settings("select: AK10\nas-of: 2026-01-01", command: command)
    #expect(settings.asOf == Sited("2026-05-01", .option("--as-of")))
    #expect(settings.rules["AK1001"]?.isOn.value == false)
    #expect(settings.rules["AK1101"]?.isOn == Sited(true, .option("--select")))
  }

  @Test func printsWhereEachValueComesFrom() {
    var command = Settings()
    command.asOf = Sited("2026-05-01", .option("--as-of"))
    let text = Self.settings(
      "profile: dfo-terms\nignore: AK1001\nrules: {long-question: {max-words: 9}}",
      command: command
    ).text
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("profile: dfo-terms # .aktsam.yml:1"))
    #expect(lines.contains("languages: [] # standard"))
    #expect(lines.contains("as-of: 2026-05-01 # --as-of"))
    #expect(lines.contains("dangling-question-reference: off # AK1001, .aktsam.yml:2"))
    #expect(lines.contains("long-question: warning # AK1002, standard"))
    #expect(lines.contains("max-words: 9 # .aktsam.yml:3"))
  }

  /// What is printed is itself a configuration that sets the same.
  @Test(arguments: [
    "", "profile: dfo-terms\nlanguages: [sv, nb]\nas-of: 2026-01-02", "select: [AK1001, AK1401]",
    "ignore: all", "rules: {AK1102: {words: ['se ovan', 'a: b', '\"', 'yes', 'å', '#']}}",
    "severity: {AK11: note, AK1002: off}",
  ])
  func printedFormIsAConfiguration(text: String) {
    let settings = Self.settings(text)
    #expect(Self.read(settings.text).1 == [])
    let again = Self.settings(settings.text)
    #expect(again.profile.value == settings.profile.value)
    #expect(again.languages.value == settings.languages.value)
    #expect(again.asOf?.value == settings.asOf?.value)
    for info in RuleTable.infos {
      let (old, new) = (settings.rules[info.id], again.rules[info.id])
      #expect(old?.isOn.value == new?.isOn.value)
      guard old?.isOn.value == true else { continue }
      #expect(old?.severity.value == new?.severity.value)
      #expect(
        RuleOptions(info.options, set: old?.options.mapValues(\.value) ?? [:])
          == RuleOptions(info.options, set: new?.options.mapValues(\.value) ?? [:]))
    }
  }
}
