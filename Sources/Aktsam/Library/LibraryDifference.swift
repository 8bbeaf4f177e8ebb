package import AktsamClauses
internal import AktsamReading
internal import AktsamReports

/// What changes from one state of the library to another: in its entries, and in how a set of documents
/// is read.
package struct LibraryDifference {
  private let old: Library
  private let new: Library

  /// Compares two libraries.
  package init(old: Library, new: Library) {
    self.old = old
    self.new = new
  }

  /// Returns the differences in the entries, a line each.
  package func entries() -> [String] {
    var lines: [String] = []
    lines += changes("requirement", old.requirements.map(\.id), new.requirements.map(\.id))
    for requirement in new.requirements {
      guard let before = old.requirement(requirement.id) else { continue }
      let parts = changedParts(before, requirement)
      if !parts.isEmpty {
        lines.append("~ requirement \(requirement.id): \(parts.joined(separator: ", "))")
      }
    }
    lines += changes("concept", old.concepts.map(\.id), new.concepts.map(\.id))
    for (language, lexicon) in new.lexicons.sorted(by: { $0.key < $1.key }) {
      let (added, removed) = terms(language, lexicon)
      if added + removed > 0 {
        lines.append("~ lexicon \(language): \(added) terms added, \(removed) removed")
      }
    }
    lines += changes("profile", old.profiles.map(\.id), new.profiles.map(\.id))
    for profile in new.profiles {
      guard let before = old.profile(profile.id) else { continue }
      lines += changes(
        "profile \(profile.id): requirement", before.entries.map(\.requirement),
        profile.entries.map(\.requirement))
      if before.parameters != profile.parameters {
        lines.append("~ profile \(profile.id): parameters")
      }
    }
    return lines
  }

  private func changes(_ what: String, _ before: [String], _ after: [String]) -> [String] {
    let (before, after) = (Set(before), Set(after))
    return after.subtracting(before).sorted().map { "+ \(what) \($0)" }
      + before.subtracting(after).sorted().map { "- \(what) \($0)" }
  }

  private func changedParts(_ before: Requirement, _ after: Requirement) -> [String] {
    var parts: [String] = []
    if before.topic.count != after.topic.count { parts.append("topic") }
    if before.elements.map(\.id) != after.elements.map(\.id) { parts.append("elements") }
    if before.wording != after.wording { parts.append("wording") }
    if before.question != after.question || before.dialogue != after.dialogue {
      parts.append("questions")
    }
    if before.authorities != after.authorities { parts.append("authorities") }
    if before.examples != after.examples { parts.append("examples") }
    return parts
  }

  private func terms(_ language: String, _ lexicon: Lexicon) -> (added: Int, removed: Int) {
    func named(_ lexicon: Lexicon?, _ library: Library) -> Set<String> {
      Set(
        (lexicon?.entries ?? []).flatMap { entry in
          entry.terms.map { library.concepts[entry.concept].id + ": " + $0 }
        })
    }
    let before = named(old.lexicons[language], old)
    let after = named(lexicon, new)
    return (after.subtracting(before).count, before.subtracting(after).count)
  }

  /// Returns what is read otherwise in documents, a line for each outcome that changes.
  ///
  /// - Parameters:
  ///   - files: the documents.
  ///   - profile: the id of a profile that both libraries hold.
  /// - Returns: the lines, or nil when one of the libraries has no such profile.
  package func outcomes(_ files: [InputFile], profile: String) -> [String]? {
    guard let before = old.profile(profile), let after = new.profile(profile) else { return nil }
    let checkers = [
      Checker(old, profile: before, options: CheckOptions()),
      Checker(new, profile: after, options: CheckOptions()),
    ]
    return files.flatMap { file -> [String] in
      let read = checkers.map { checker in
        checker.subject(
          name: file.path, [checker.read(file, with: checker.makeAssessor())]
        ).assessments
      }
      let known = Dictionary(
        read[0].map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
      return read[1].compactMap { now in
        guard let then = known[now.requirement] else {
          return now.outcome == .missing
            ? nil : "\(file.path): \(now.requirement): new, \(describe(now))"
        }
        guard describe(then) != describe(now) else { return nil }
        return "\(file.path): \(now.requirement): \(describe(then)) -> \(describe(now))"
      }
    }
  }

  private func describe(_ assessment: Assessment) -> String {
    let codes = assessment.weaknesses.map(\.code.rawValue).sorted()
    return assessment.outcome.rawValue
      + (codes.isEmpty ? "" : " (" + codes.joined(separator: ", ") + ")")
  }
}
