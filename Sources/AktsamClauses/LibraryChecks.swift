package import AktsamText

/// What `clauses validate` says beyond loading: gaps in a library that loads.
///
/// Rule ids: AK0221 concept without words · AK0222 concept not used · AK0223 requirement in no
/// profile · AK0224 provision not cited · AK0225 no example in a language · AK0226 example and
/// weaknesses do not fit · AK0227 outside the requirement's roles · AK0228 term given twice.
package enum LibraryChecks {
  /// Returns the findings of loading and, when there is no error among them, the gaps.
  ///
  /// - Parameter files: as for ``LibraryLoader/load(_:languages:withExamples:sha256:)``.
  /// - Returns: the findings, sorted by path and position.
  package static func findings(in files: [(path: String, bytes: [UInt8])]) -> [Finding] {
    let builder = LibraryBuilder(languages: nil, withExamples: true)
    builder.read(files)
    let library = builder.library(sha256: "")
    var findings = builder.log.findings
    if !findings.contains(where: { $0.severity == .error }) {
      findings += concepts(library, builder)
      findings += terms(library, builder)
      findings += references(library, builder)
      for requirement in library.requirements {
        findings += examples(of: requirement, builder)
        findings += roles(of: requirement, builder)
      }
    }
    return LibraryLoader.sorted(findings)
  }

  private static func concepts(_ library: Library, _ builder: LibraryBuilder) -> [Finding] {
    var findings: [Finding] = []
    for (language, lexicon) in library.lexicons {
      let named = Set(lexicon.entries.filter { !$0.terms.isEmpty }.map(\.concept))
      let place = builder.lexiconSites[language]?.place
      for (index, concept) in library.concepts.enumerated() where !named.contains(index) {
        findings.append(CheckMessage.noWords(concept.id, language, place))
      }
    }
    for concept in unusedConcepts(library) {
      findings.append(
        CheckMessage.unusedConcept(concept.id, builder.conceptSites[concept.id]?.place))
    }
    return findings
  }

  /// Returns the concepts that nothing reads. Those of reading and of other subjects are read by the
  /// engine itself.
  package static func unusedConcepts(_ library: Library) -> [Concept] {
    let used = usedConcepts(library)
    return library.concepts.indices.filter { index in
      let kind = library.concepts[index].kind
      return kind != .reading && kind != .context && !used.contains(index)
    }.map { library.concepts[$0] }
  }

  /// Concepts that a pattern names, that make another term count, or that an element's kind reads.
  private static func usedConcepts(_ library: Library) -> Set<Int> {
    var used: Set<Int> = []
    func use(_ pattern: Pattern) {
      for group in pattern.any { used.formUnion(group) }
      used.formUnion(pattern.none)
      used.formUnion(pattern.heading)
      for object in pattern.objects {
        used.formUnion(object.verbs)
        used.formUnion(object.targets)
      }
    }
    for requirement in library.requirements {
      for pattern in requirement.topic + requirement.unless + requirement.denial { use(pattern) }
      for element in requirement.elements {
        for pattern in element.patterns { use(pattern) }
        if element.kind == .standard {
          used.formUnion(library.concepts.indices.filter { library.concepts[$0].kind == .norm })
        }
      }
    }
    for lexicon in library.lexicons.values {
      for entry in lexicon.entries { used.formUnion(entry.companions) }
    }
    return used
  }

  private static func terms(_ library: Library, _ builder: LibraryBuilder) -> [Finding] {
    var findings: [Finding] = []
    for (language, lexicon) in library.lexicons {
      let sites = builder.termSites[language] ?? []
      // With other companions a term says something else; without any it holds for all of them.
      var seen: [[Int]: Set<String>] = [:]
      for (entry, site) in zip(lexicon.entries, sites) {
        let key = [entry.concept] + entry.companions.sorted()
        for term in entry.terms
        where !seen[key, default: []].insert(term).inserted
          || (key.count > 1 && seen[[entry.concept]]?.contains(term) == true)
        {
          findings.append(
            CheckMessage.repeatedTerm(term, library.concepts[entry.concept].id, site.place))
        }
      }
    }
    return findings
  }

  private static func references(_ library: Library, _ builder: LibraryBuilder) -> [Finding] {
    var findings: [Finding] = []
    for requirement in requirementsWithoutProfile(library) {
      findings.append(
        CheckMessage.requirementWithoutProfile(
          requirement.id, builder.requirementSites[requirement.id]?.place))
    }
    for provision in uncitedProvisions(library) {
      findings.append(
        CheckMessage.uncitedProvision(
          provision.id, builder.provisionSites[provision.id]?.place))
    }
    return findings
  }

  /// Returns the requirements that no profile asks for.
  package static func requirementsWithoutProfile(_ library: Library) -> [Requirement] {
    let asked = Set(library.profiles.flatMap { $0.entries.map(\.requirement) })
    return library.requirements.filter { !asked.contains($0.id) }
  }

  /// Returns the provisions that no requirement rests on.
  package static func uncitedProvisions(_ library: Library) -> [Provision] {
    let cited = Set(library.requirements.flatMap(\.authorities))
    return library.sources.flatMap(\.provisions).filter { !cited.contains($0.id) }
  }

  private static func examples(
    of requirement: Requirement, _ builder: LibraryBuilder
  ) -> [Finding] {
    var findings: [Finding] = []
    let place = builder.requirementSites[requirement.id]?.place
    for language in ClauseVocabulary.writtenLanguages
    where !requirement.examples.contains(where: { $0.language == language }) {
      findings.append(CheckMessage.noExamples(requirement.id, language, place))
    }
    let sites = builder.exampleSites[requirement.id] ?? []
    for (example, site) in zip(requirement.examples, sites) {
      if example.outcome == "weak", example.weaknesses.isEmpty {
        findings.append(CheckMessage.exampleWithoutCodes(requirement.id, site.place))
      }
      if example.outcome == "met" || example.outcome == "none", !example.weaknesses.isEmpty {
        findings.append(
          CheckMessage.exampleWithCodes(requirement.id, example.outcome, site.place))
      }
      if !requirement.roles.contains(example.role) {
        findings.append(
          CheckMessage.exampleOutsideRoles(
            requirement.id, example.role.rawValue, site.place))
      }
    }
    return findings
  }

  private static func roles(of requirement: Requirement, _ builder: LibraryBuilder) -> [Finding] {
    let place = builder.requirementSites[requirement.id]?.place
    return requirement.elements.flatMap { element in
      element.core.subtracting(requirement.roles).map(\.rawValue).sorted().map { role in
        CheckMessage.coreOutsideRoles(element.id, requirement.id, role, place)
      }
    }
  }
}
