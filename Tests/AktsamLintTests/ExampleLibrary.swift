import AktsamClauses
import AktsamLint
import AktsamText

/// The small clause library that the examples of rules about libraries are put into: a file of the
/// example, or of its companions, takes the place of the one with the same path.
enum ExampleLibrary {
  private static let files: [String: String] = [
    "clauses/library.xml": """
    <library xmlns="urn:aktsam:clauses:1" version="1.2.3" date="2026-01-15">
      <title xml:lang="en">A</title><title xml:lang="sv">B</title><title xml:lang="nb">C</title>
    </library>
    """,
    "clauses/concepts/concepts.xml": """
    <concepts xmlns="urn:aktsam:clauses:1">
      <concept id="force-obligation" class="reading">binding words</concept>
      <concept id="risk" class="topic">risk of harm</concept>
      <concept id="assess" class="topic">to assess</concept>
      <concept id="map" class="topic">to map</concept>
      <concept id="site" class="topic">a place of work</concept>
      <concept id="norm-ungp" class="norm">the UN principles</concept>
      <concept id="context-price" class="context">prices</concept>
    </concepts>
    """,
    "clauses/concepts/en.xml": lexicon(
      "en", ["shall", "risk", "assess", "map", "site", "guiding principles", "price"]),
    "clauses/concepts/sv.xml": lexicon(
      "sv", ["ska", "risk", "bedöma", "kartlägga", "anläggning", "vägledande principer", "pris"]),
    "clauses/concepts/nb.xml": lexicon(
      "nb", ["skal", "risiko", "vurdere", "kartlegge", "anlegg", "veiledende prinsipper", "pris"]),
    "clauses/requirements/risk.xml": """
    <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
      <requirement id="map-sites" step="2" severity="high" roles="contract response">
        <title xml:lang="en">T</title><title xml:lang="sv">T</title><title xml:lang="nb">T</title>
        <rationale xml:lang="en">R</rationale><rationale xml:lang="sv">R</rationale>
        <rationale xml:lang="nb">R</rationale>
        <authority provision="UNGP-17"/>
        <question xml:lang="en">Q</question><question xml:lang="sv">Q</question>
        <question xml:lang="nb">Q</question>
        <dialogue xml:lang="en">D</dialogue><dialogue xml:lang="sv">D</dialogue>
        <dialogue xml:lang="nb">D</dialogue>
        <wording xml:lang="en">W</wording><wording xml:lang="sv">W</wording>
        <wording xml:lang="nb">W</wording>
        <evidence xml:lang="en">E</evidence><evidence xml:lang="sv">E</evidence>
        <evidence xml:lang="nb">E</evidence>
        <topic><match><any>map</any><any>site</any></match></topic>
      </requirement>
    </requirements>
    """,
    "clauses/sources.xml": """
    <sources xmlns="urn:aktsam:clauses:1">
      <source id="UNGP" status="soft-law" jurisdiction="global" year="2011"
        url="https://norm.example">
        <title xml:lang="en">G</title><title xml:lang="sv">G</title><title xml:lang="nb">G</title>
        <provision id="UNGP-17" number="Principle 17" verified="no">
          <statement xml:lang="en">S</statement><statement xml:lang="sv">S</statement>
          <statement xml:lang="nb">S</statement>
        </provision>
      </source>
    </sources>
    """,
    "clauses/profiles/base.xml": """
    <profile xmlns="urn:aktsam:clauses:1" id="base" version="1.0.0">
      <title xml:lang="en">P</title><title xml:lang="sv">P</title><title xml:lang="nb">P</title>
      <description xml:lang="en">P</description><description xml:lang="sv">P</description>
      <description xml:lang="nb">P</description>
      <require ref="map-sites" level="required" number="2.2"/>
    </profile>
    """,
  ]

  private static func lexicon(_ language: String, _ words: [String]) -> String {
    let concepts = [
      "force-obligation", "risk", "assess", "map", "site", "norm-ungp", "context-price",
    ]
    let terms = zip(concepts, words).map { "  <terms concept=\"\($0)\">\($1)</terms>\n" }.joined()
    return "<lexicon xmlns=\"urn:aktsam:clauses:1\" language=\"\(language)\">\n\(terms)</lexicon>\n"
  }

  static func load(
    _ example: RuleExample, _ bytes: [UInt8]
  ) -> (library: Library?, findings: [Finding], files: [SourceFile]) {
    var all = files.mapValues { Array($0.utf8) }
    for companion in example.companions { all[companion.file] = Array(companion.text.utf8) }
    all[example.file] = bytes
    let sorted = all.sorted { $0.key < $1.key }
    let (library, findings) = LibraryLoader.load(
      sorted.map { (path: $0.key, bytes: $0.value) }, sha256: "")
    return (library, findings, sorted.map { SourceFile(path: $0.key, bytes: $0.value) })
  }
}
