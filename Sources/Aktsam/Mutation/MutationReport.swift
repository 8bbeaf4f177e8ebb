internal import AktsamReports

/// The report of `aktsam clauses mutate`: how many changes were noticed, per operator and language.
package struct MutationReport {
  private let mutants: [Mutant]
  private let leftOut: Int

  /// Creates a report.
  package init(_ mutants: [Mutant], leftOut: Int) {
    self.mutants = mutants
    self.leftOut = leftOut
  }

  /// The share of weakening mutants, or of rewrites, that was read as expected; 0 for none.
  package func share(rewrites: Bool) -> Double {
    share(mutants.filter { $0.mutation.isRewrite == rewrites })
  }

  private func share(_ items: [Mutant]) -> Double {
    items.isEmpty ? 0 : Double(items.count(where: \.isRight)) / Double(items.count)
  }

  private var languages: [String] { Array(Set(mutants.map(\.language))).sorted() }

  private func items(_ mutation: MutationOperator, _ language: String? = nil) -> [Mutant] {
    mutants.filter { $0.mutation == mutation && (language == nil || $0.language == language) }
  }

  /// Returns the report for a terminal.
  ///
  /// - Parameter errors: whether mutants that were read otherwise are listed.
  /// - Returns: the report.
  package func text(errors: Bool) -> String {
    var lines: [String] = []
    for rewrites in [false, true] {
      let chosen = mutants.filter { $0.mutation.isRewrite == rewrites }
      let name = rewrites ? "rewrites that keep their outcome" : "weakenings that are noticed"
      lines.append(
        "\(name): \(twoDecimals(share(chosen))) of \(chosen.count)"
          + languages.map { language in
            let own = chosen.filter { $0.language == language }
            return ", \(language) \(twoDecimals(share(own))) of \(own.count)"
          }.joined())
      for mutation in MutationOperator.allCases
      where mutation.isRewrite == rewrites && !items(mutation).isEmpty {
        lines.append(
          "  \(mutation.rawValue): \(twoDecimals(share(items(mutation)))) of \(items(mutation).count)"
            + languages.map { language in
              let own = items(mutation, language)
              return own.isEmpty ? "" : ", \(language) \(twoDecimals(share(own)))"
            }.joined())
      }
    }
    if leftOut > 0 {
      lines.append("\(leftOut) labels left out: not read as met as they stand")
    }
    if errors {
      for mutant in mutants where !mutant.isRight {
        lines.append(
          "\(mutant.id) \(mutant.language) [\(mutant.role)] \(mutant.requirement)"
            + " \(mutant.mutation.rawValue): \(mutant.outcome)"
            + " \(mutant.weaknesses.joined(separator: ","))")
        lines.append("  \(mutant.text)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the report as JSON.
  ///
  /// - Parameter errors: whether mutants that were read otherwise are listed.
  /// - Returns: the report.
  package func json(errors: Bool) -> [UInt8] {
    JSONValue.object([
      ("weakeningsNoticed", .double(share(rewrites: false))),
      ("rewritesStable", .double(share(rewrites: true))),
      ("leftOut", .int(leftOut)),
      (
        "operators",
        .object(
          MutationOperator.allCases.filter { !items($0).isEmpty }.map { mutation in
            (
              mutation.rawValue,
              .object([
                ("count", .int(items(mutation).count)),
                ("share", .double(share(items(mutation)))),
                (
                  "languages",
                  .object(
                    languages.filter { !items(mutation, $0).isEmpty }.map {
                      ($0, .double(share(items(mutation, $0))))
                    })
                ),
              ])
            )
          })
      ),
      (
        "errors",
        .array(
          (errors ? mutants.filter { !$0.isRight } : []).map { mutant in
            .object([
              ("id", .string(mutant.id)), ("language", .string(mutant.language)),
              ("requirement", .string(mutant.requirement)),
              ("operator", .string(mutant.mutation.rawValue)),
              ("outcome", .string(mutant.outcome)),
              ("weaknesses", .array(mutant.weaknesses.map { .string($0) })),
              ("text", .string(mutant.text)),
            ])
          })
      ),
    ]).serialized(pretty: true)
  }
}
