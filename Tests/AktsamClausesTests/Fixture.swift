import AktsamClauses
import AktsamText

/// A small library that loads without a finding, to be broken one line at a time.
enum Fixture {
  typealias Files = [(path: String, bytes: [UInt8])]

  static let library = """
    <library xmlns="urn:aktsam:clauses:1" version="1.2.3">
      <title xml:lang="en">A</title><title xml:lang="sv">B</title><title xml:lang="nb">C</title>
    </library>
    """

  static let concepts = """
    <concepts xmlns="urn:aktsam:clauses:1">
      <concept id="force-obligation" class="reading">binding words</concept>
      <concept id="risk" class="topic">risk of harm</concept>
      <concept id="assess" class="topic">to assess</concept>
      <concept id="norm-ungp" class="norm">the UN principles</concept>
      <concept id="context-price" class="context">prices</concept>
    </concepts>
    """

  static let english = """
    <lexicon xmlns="urn:aktsam:clauses:1" language="en">
      <numbers>one=1; twelve=12</numbers>
      <abbreviations>e.g.; no.</abbreviations>
      <terms concept="force-obligation">shall; =is obliged to</terms>
      <terms concept="risk">risk; danger to
        people</terms>
      <terms concept="assess" with="risk norm-ungp">take ... into account; review;</terms>
      <terms concept="norm-ungp">guiding principles</terms>
      <terms concept="context-price">price</terms>
    </lexicon>
    """

  static let requirements = """
    <requirements xmlns="urn:aktsam:clauses:1" theme="risk">
      <requirement id="dd-risk" step="2" severity="high" roles="contract response">
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
        <topic>
          <match within="clause" near="8"><any>risk norm-ungp</any><all>assess risk</all></match>
          <match><object of="assess">risk</object><by>own supplier</by><role>contract</role></match>
          <unless><any>context-price</any></unless>
        </topic>
        <denial><match><any>risk</any><none>assess</none></match></denial>
        <element id="when" kind="time" core="contract" parameter="assessment-days">
          <label xml:lang="en">L</label><label xml:lang="sv">L</label><label xml:lang="nb">L</label>
        </element>
        <element id="people" core="contract response" code="generic">
          <label xml:lang="en">L</label><label xml:lang="sv">L</label><label xml:lang="nb">L</label>
          <match><heading>risk</heading></match>
        </element>
        <element id="norm" kind="standard">
          <label xml:lang="en">L</label><label xml:lang="sv">L</label><label xml:lang="nb">L</label>
        </element>
        <example xml:lang="en" role="response" outcome="weak" weaknesses="generic no-deadline"
          mapped="yes">We  review
          risk.</example>
        <example xml:lang="sv" role="contract" outcome="met">X</example>
        <example xml:lang="nb" role="contract" outcome="none">X</example>
      </requirement>
    </requirements>
    """

  static let sources = """
    <sources xmlns="urn:aktsam:clauses:1">
      <source id="UNGP" status="soft-law" jurisdiction="global" year="2011" url="https://a.example">
        <title xml:lang="en">G</title><title xml:lang="sv">G</title><title xml:lang="nb">G</title>
        <provision id="UNGP-17" number="Principle 17" verified="no">
          <statement xml:lang="en">S</statement><statement xml:lang="sv">S</statement>
          <statement xml:lang="nb">S</statement>
        </provision>
      </source>
    </sources>
    """

  static let profile = """
    <profile xmlns="urn:aktsam:clauses:1" id="base" version="1.0.0">
      <title xml:lang="en">P</title><title xml:lang="sv">P</title><title xml:lang="nb">P</title>
      <description xml:lang="en">P</description><description xml:lang="sv">P</description>
      <description xml:lang="nb">P</description>
      <parameter name="incident-days" value="14"/>
      <require ref="dd-risk" level="required" number="2.2" breach-question="yes"/>
    </profile>
    """

  static let paths = [
    "clauses/library.xml", "clauses/concepts/concepts.xml", "clauses/concepts/en.xml",
    "clauses/requirements/risk.xml", "clauses/sources.xml", "clauses/profiles/base.xml",
  ]

  static let texts = [library, concepts, english, requirements, sources, profile]

  static var files: Files {
    zip(paths, texts).map { ($0, Array($1.utf8)) }
  }

  /// Returns the files with `old` replaced by `new`, and the one with `old` in it must exist.
  static func files(replacing old: String, by new: String) -> Files {
    zip(paths, texts).map { path, text in
      (path, Array(replace(old, by: new, in: text).utf8))
    }
  }

  /// Returns the files and one more.
  static func files(adding path: String, _ text: String) -> Files {
    files + [(path, Array(text.utf8))]
  }

  static func load(_ files: Files) -> (library: Library?, findings: [Finding]) {
    LibraryLoader.load(files, sha256: "")
  }

  /// Returns a finding as `rule file:line:column message`.
  static func line(_ finding: Finding) -> String {
    guard let place = finding.place else { return "\(finding.rule) \(finding.message)" }
    let file = place.path.split(separator: "/").last ?? ""
    return "\(finding.rule) \(file):\(place.line):\(place.column) \(finding.message)"
  }

  private static func replace(_ old: String, by new: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(old) {
        result += new
        rest = rest.dropFirst(old.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
