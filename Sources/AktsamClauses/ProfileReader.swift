import AktsamText
import AktsamXML

/// A profile as its file says it, before what it extends is added.
struct ProfileDraft {
  var profile: Profile
  var base: String?
  var site: Site
  /// The `<require>` elements, in step with the profile's entries.
  var entrySites: [Site]
}

extension LibraryBuilder {
  /// Reads `<profile>`: one buyer's terms.
  func readProfile(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes(["id", "version", "extends"], of: root)
    let version = file.required("version", of: root)
    var texts = TextCollector()
    var parameters: [String: Int] = [:]
    var entries: [Profile.Entry] = []
    var sites: [Site] = []
    var seen: [String: Site] = [:]
    for node in file.elements(of: root) {
      switch file.name(node) {
      case "title", "description": texts.take(node, in: file)
      case "parameter": readParameter(file, node, into: &parameters)
      case "require":
        guard let entry = readEntry(file, node) else { continue }
        let site = Site(file: file, node: node)
        guard define("requirement", entry.requirement, site, in: &seen) else { continue }
        entries.append(entry)
        sites.append(site)
      default: file.unexpected(node, in: root)
      }
    }
    guard let id = file.required("id", of: root) else { return }
    if let first = profileDrafts.first(where: { $0.profile.id == id }) {
      log.add(
        ClauseMessage.duplicate("profile", id, first: first.site.place, file.place(root)))
      return
    }
    let base = file.optional("extends", of: root)
    if entries.isEmpty, base == nil {
      log.add(ClauseMessage.missingElement("require", in: id, file.place(root)))
    }
    let profile = Profile(
      id: id, version: version ?? "",
      title: texts.texts("title", of: root, called: id, in: file),
      description: texts.texts("description", of: root, called: id, in: file),
      parameters: parameters, entries: entries)
    profileDrafts.append(
      ProfileDraft(
        profile: profile, base: base, site: Site(file: file, node: root), entrySites: sites))
  }

  private func readParameter(
    _ file: ClauseFile, _ node: Int, into parameters: inout [String: Int]
  ) {
    file.expectAttributes(["name", "value"], of: node)
    let value = file.required("value", of: node).flatMap { _ in
      file.number("value", of: node, in: 1...36_600)
    }
    guard let name = file.required("name", of: node) else { return }
    guard ClauseVocabulary.parameters.contains(name) else {
      log.add(
        ClauseMessage.unknown(
          "parameter", name, rule: "AK0211",
          suggestion: Suggestion.nearest(to: name, among: ClauseVocabulary.parameters),
          file.place(ofAttribute: "name", node)))
      return
    }
    guard let value else { return }
    if parameters.updateValue(value, forKey: name) != nil {
      log.add(ClauseMessage.duplicate("parameter", name, first: nil, file.place(node)))
    }
  }

  private func readEntry(_ file: ClauseFile, _ node: Int) -> Profile.Entry? {
    file.expectAttributes(["ref", "level", "number", "breach-question"], of: node)
    let level: Profile.Level? = file.choice("level", of: node, missing: nil)
    let isBreachQuestion = file.flag("breach-question", of: node)
    guard let id = file.required("ref", of: node) else { return nil }
    if requirementSites[id] == nil {
      if !broken.contains("requirements") {
        log.add(
          ClauseMessage.unknown(
            "requirement", id, rule: "AK0210",
            suggestion: Suggestion.nearest(to: id, among: requirementSites.keys),
            file.place(ofAttribute: "ref", node)))
      }
      return nil
    }
    return Profile.Entry(
      requirement: id, level: level ?? .expected, number: file.optional("number", of: node) ?? "",
      isBreachQuestion: isBreachQuestion)
  }
}

/// Adds to each profile what it inherits.
struct ProfileResolver {
  let drafts: [ProfileDraft]
  let builder: LibraryBuilder

  /// Returns all profiles, sorted by id.
  ///
  /// A profile's own parameters and entries win over inherited ones. Its own entries come first, in
  /// their order; then those of its base that it does not name, in the base's order.
  func profiles() -> [Profile] {
    var index: [String: Int] = [:]
    for (position, draft) in drafts.enumerated() { index[draft.profile.id] = position }
    var resolved: [Int: Profile] = [:]
    var circular: Set<Int> = []
    for start in drafts.indices {
      // Down to a profile without a base (or one that is done), then back up.
      var chain: [Int] = []
      var next: Int? = start
      while let current = next, resolved[current] == nil, !circular.contains(current) {
        if let loop = chain.firstIndex(of: current) {
          report(circle: Array(chain[loop...]) + [current])
          circular.formUnion(chain[loop...])
          break
        }
        chain.append(current)
        next = base(of: current, index)
      }
      for current in chain.reversed() {
        var profile = drafts[current].profile
        if let base = base(of: current, index), let inherited = resolved[base] {
          profile.inherit(inherited)
        }
        resolved[current] = profile
      }
    }
    for draft in drafts {
      if let base = draft.base, index[base] == nil, !builder.broken.contains("profile") {
        builder.log.add(
          ClauseMessage.unknown(
            "profile", base, rule: "AK0212",
            suggestion: Suggestion.nearest(to: base, among: index.keys),
            draft.site.file.place(ofAttribute: "extends", draft.site.node)))
      }
    }
    return resolved.values.sorted { $0.id < $1.id }
  }

  private func base(of draft: Int, _ index: [String: Int]) -> Int? {
    drafts[draft].base.flatMap { index[$0] }
  }

  private func report(circle: [Int]) {
    guard let first = circle.first else { return }
    let site = drafts[first].site
    builder.log.add(
      ClauseMessage.circularProfile(
        circle.map { drafts[$0].profile.id }, site.file.place(ofAttribute: "extends", site.node)))
  }
}

extension Profile {
  /// Adds the parameters and entries of a base that the profile does not have itself.
  fileprivate mutating func inherit(_ base: Profile) {
    parameters.merge(base.parameters) { own, _ in own }
    let own = Set(entries.map(\.requirement))
    entries += base.entries.filter { !own.contains($0.requirement) }
  }
}
