import AktsamClauses
import AktsamDocuments
import AktsamText

/// The profile requires something that the questionnaire does not ask about.
package struct RequirementNotAsked: DocumentRule {
  package static let info = RuleInfo(
    id: "AK1006", name: "requirement-not-asked", group: .questionnaires, severity: .warning,
    since: "0.2",
    summary: "The profile requires something that no question is mapped to.",
    rationale: """
      What is not asked is seldom answered: suppliers are then marked down for a gap in the \
      questionnaire. Add a question, or map one that is there with the attribute "requirement". The \
      message proposes the question of the clause library. Requirements that are only checked in \
      contracts, and those that the profile merely expects, need no question.
      """,
    flagged: [
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">»
          <title>Self-assessment</title>
          <section>
            <heading>Rights</heading>
            <question id="q1" type="text" requirement="scope-rights-catalogue
                scope-highest-standard fl-prohibition foa-right dis-equal-treatment
                wag-legal-and-living-wage wag-working-hours ohs-safe-workplace flow-down-written">
              <text>Which rights do your terms for suppliers protect?</text>
            </question>
            <question id="q2" type="text" requirement="mon-cooperation rep-self-assessment
                mon-audit-rights san-penalties san-termination">
              <text>How do you take part in follow-up?</text>
            </question>
          </section>
        </questionnaire>
        """, profile: "uhm-supply-chains"),
      RuleExample(
        """
        «<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="sv" id="a" version="1">»
          <title>Självskattning</title>
          <section>
            <heading>Risker</heading>
            <question id="q1" type="text"><text>Hur kartlägger ni era risker?</text></question>
          </section>
        </questionnaire>
        """, profile: "uhm-supply-chains"),
    ],
    unflagged: [
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="nb" id="a" version="1">
          <title>Egenrapportering</title>
          <section>
            <heading>Rettigheter</heading>
            <question id="q1" type="text" requirement="scope-rights-catalogue
                scope-highest-standard fl-prohibition cl-prohibition foa-right dis-equal-treatment
                wag-legal-and-living-wage wag-working-hours ohs-safe-workplace flow-down-written">
              <text>Hvilke rettigheter beskytter vilkårene for leverandørene?</text>
            </question>
            <question id="q2" type="text" requirement="mon-cooperation rep-self-assessment
                mon-audit-rights san-penalties san-termination">
              <text>Hvordan medvirker dere til oppfølging?</text>
            </question>
          </section>
        </questionnaire>
        """, profile: "uhm-supply-chains"),
      RuleExample(
        """
        <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">
          <title>Self-assessment</title>
          <section>
            <heading>Risk</heading>
            <question id="q1" type="yes-no" mandatory="true" requirement="scope-rights-catalogue
                scope-highest-standard fl-prohibition cl-prohibition foa-right dis-equal-treatment">
              <text>Do your terms for suppliers protect these rights? Attach them.</text>
            </question>
            <question id="q2" type="text" requirement="wag-legal-and-living-wage wag-working-hours
                ohs-safe-workplace flow-down-written mon-cooperation rep-self-assessment mon-audit-rights
                san-penalties san-termination">
              <text>How do you follow them up?</text>
              <show-when question="q1" value="yes"/>
            </question>
          </section>
        </questionnaire>
        """, profile: "uhm-supply-chains"),
    ])

  package init() {}

  package func check(_ context: RuleContext, report: (LintFinding) -> Void) {
    let questions = context.definedQuestions
    guard !questions.isEmpty else { return }
    let asked = Set(questions.flatMap(\.requirements))
    let missing = context.profile.entries.filter { entry in
      entry.level == .required && !asked.contains(entry.requirement)
    }.compactMap { context.library.requirement($0.requirement) }
      .filter { $0.roles.contains(.response) }
    guard !missing.isEmpty else { return }
    if asked.isEmpty {
      report(
        context.finding(
          QuestionnaireMessages.nothingMapped(missing.count, context.profile.id),
          at: context.opening))
      return
    }
    let language = context.document.language ?? "en"
    for requirement in missing {
      report(
        context.finding(
          QuestionnaireMessages.requirementNotAsked(
            requirement.id, context.profile.id, question: requirement.question[language]),
          at: context.opening))
    }
  }
}
