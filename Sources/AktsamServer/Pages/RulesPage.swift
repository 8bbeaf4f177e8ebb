internal import Aktsam
internal import AktsamLint
internal import AktsamReports

/// The rules of the linter, by group.
struct RulesPage: Sendable {
  let language: PageLanguage

  /// What each rule is.
  static var all: [LintRuleDescription] { RuleTable.infos.map { LintRuleDescription($0) } }

  var frame: PageFrame { PageFrame(language.word(.rulesTitle), .rules) }

  var values: [String: PageValue] {
    var groups: [(id: String, rules: [LintRuleDescription])] = []
    for rule in Self.all {
      if let index = groups.firstIndex(where: { $0.id == rule.group }) {
        groups[index].rules.append(rule)
      } else {
        groups.append((rule.group, [rule]))
      }
    }
    return [
      "groups": .list(groups) { group in
        [
          "id": .text(group.id), "title": .text(group.rules.first?.groupTitle ?? ""),
          "rules": .list(group.rules) {
            [
              "id": .text($0.id), "name": .text($0.name), "summary": .text($0.summary),
              "severity": .text(Self.severity($0, language)),
            ]
          },
        ]
      }
    ]
  }

  /// How serious a finding is.
  static func severity(_ rule: LintRuleDescription, _ language: PageLanguage) -> String {
    let severity = language.vocabulary.severity(rule.severity)
    return rule.isDefault ? severity : "\(severity) (\(language.word(.offByDefault)))"
  }
}

/// One rule: what it finds, why that matters, its settings and examples.
struct RulePage: Sendable {
  let rule: LintRuleDescription
  let language: PageLanguage

  var frame: PageFrame { PageFrame("\(rule.id) \(rule.name)", .rules) }

  var values: [String: PageValue] {
    [
      "id": .text(rule.id), "name": .text(rule.name), "summary": .text(rule.summary),
      "severity": .text(RulesPage.severity(rule, language)),
      "paragraphs": .list(paragraphs) { .text($0) },
      "hasOptions": .flag(!rule.options.isEmpty),
      "options": .list(rule.options) {
        [
          "name": .text($0.name), "standard": .text($0.standard), "summary": .text($0.summary),
        ]
      },
      "hasReferences": .flag(!rule.references.isEmpty),
      "references": .list(rule.references) { reference in
        [
          "text": .text(reference),
          "address": .text(reference.hasPrefix("https://") ? reference : ""),
        ]
      },
      "exampleGroups": .list(
        [
          ("reported", PageWord.exampleReported, rule.flagged),
          ("unreported", .exampleUnreported, rule.unflagged),
        ].filter { !$0.2.isEmpty }
      ) { id, word, examples in
        [
          "id": .text(id), "title": .text(language.word(word)),
          "examples": .list(examples) {
            ["text": .text($0.text), "options": .text($0.options.joined(separator: ", "))]
          },
        ]
      },
    ]
  }

  /// The paragraphs of the rationale, each in one line.
  private var paragraphs: [String] {
    var result = [""]
    for line in rule.rationale.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        result.append("")
      } else {
        result[result.count - 1] += result[result.count - 1].isEmpty ? "\(line)" : " \(line)"
      }
    }
    return result.filter { !$0.isEmpty }
  }
}
