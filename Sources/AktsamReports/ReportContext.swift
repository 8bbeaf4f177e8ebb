import AktsamClauses
import AktsamReading

/// A report's header with what its writers look up again and again.
struct ReportContext {
  /// The header.
  let header: Report.Header
  /// The texts of the report's language.
  let texts: any LanguageTexts.Type
  private let requirements: [String: Int]
  private let entries: [String: Profile.Entry]

  init(_ header: Report.Header) {
    self.header = header
    texts = ReportTexts.texts(header.language)
    entries = Dictionary(
      header.profile.entries.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
    requirements = Dictionary(
      header.library.requirements.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The language code.
  var language: String { header.language }

  /// Returns the requirement of an assessment, or nil when the library doesn't know it.
  func requirement(_ id: String) -> Requirement? {
    requirements[id].map { header.library.requirements[$0] }
  }

  /// Returns the profile's entry for a requirement, or nil.
  func entry(_ id: String) -> Profile.Entry? { entries[id] }

  /// Returns the title of a requirement, its id when the library doesn't know it.
  func title(_ id: String) -> String {
    let title = requirement(id)?.title[language] ?? ""
    return title.isEmpty ? id : title
  }

  /// Returns a provision as it is cited: `UNGP Principle 17`; the id when it isn't known.
  func citation(_ provision: String) -> String {
    guard let found = header.library.provision(provision) else { return provision }
    return found.provision.number.isEmpty
      ? provision : "\(found.source.id) \(found.provision.number)"
  }
}

extension Array {
  /// Returns the element at an index, or nil when there is none.
  func at(_ index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
