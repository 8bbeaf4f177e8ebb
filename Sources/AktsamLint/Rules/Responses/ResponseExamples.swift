/// Builds the documents that rules about responses show as examples.
enum ResponseExamples {
  /// Returns a response with the given answers.
  static func response(
    _ answers: String, language: String = "en", version: String = "1",
    date: String? = "2026-10-01", questionnaire: String = "a", head: String = ""
  ) -> String {
    """
    <response xmlns="urn:aktsam:response:1" xml:lang="\(language)" questionnaire="\(questionnaire)"
      questionnaire-version="\(version)"\(date.map { " date=\"\($0)\"" } ?? "")>
      <supplier><name>Example Ltd</name></supplier>\(head)
    \(answers)
    </response>
    """
  }

  /// Returns a questionnaire with the given questions, to stand beside the response.
  static func questionnaire(
    _ questions: String, language: String = "en", version: String = "1", id: String = "a"
  ) -> RuleExample.Companion {
    RuleExample.Companion(
      "questionnaire.xml",
      """
      <questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="\(language)" id="\(id)"
        version="\(version)">
        <title>Self-assessment</title>
        <section>
          <heading>Risk</heading>
      \(questions)
        </section>
      </questionnaire>
      """)
  }
}
