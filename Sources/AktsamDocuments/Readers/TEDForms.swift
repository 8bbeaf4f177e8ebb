import AktsamXML

/// The forms of a notice that are read: one a language, originals before translations.
struct TEDForms {
  /// One form: the whole notice in one language.
  struct Form {
    var node: Int
    /// The normalised language; nil = not said.
    var language: String?
    var isOriginal: Bool
  }

  /// The forms to read, in order.
  private(set) var read: [Form] = []
  /// The translation among ``read``, nil when an original is in a language that is checked.
  private(set) var translation: Form?
  /// The languages of the originals.
  private(set) var originals: [String] = []

  /// The languages that are checked, in the order in which a translation is looked for.
  private static let checked = ["en", "sv", "nb", "nn", "da"]

  /// Chooses the forms: every original, those in a language that is checked first; where there is
  /// none of these, one translation, too.
  init(_ tree: TEDTree, root: Int) {
    var forms: [Form] = []
    var seen: Set<String> = []
    for section in tree.children(.formSection, of: root) {
      for node in tree.xml.childElements(of: section) {
        guard let tag = tree.xml.attribute("LG", of: node) else { continue }
        let isOriginal =
          tree.xml.attribute("CATEGORY", of: node)?.trimmedSpaces.uppercased() != "TRANSLATION"
        let language = LanguageTag.normalise(tag)
        guard seen.insert("\(isOriginal) \(language ?? tag)").inserted else { continue }
        forms.append(Form(node: node, language: language, isOriginal: isOriginal))
      }
    }
    let isChecked = { (form: Form) in form.language.map { Self.checked.contains($0) } ?? false }
    let originals = forms.filter(\.isOriginal)
    read = originals.filter(isChecked) + originals.filter { !isChecked($0) }
    self.originals = originals.compactMap(\.language)
    guard !originals.contains(where: isChecked) else { return }
    translation =
      Self.checked.lazy.compactMap { language in
        forms.first { !$0.isOriginal && $0.language == language }
      }.first
    if let translation { read.append(translation) }
  }
}

extension TEDForms.Form {
  /// Returns the day on which the notice was sent.
  func date(in tree: TEDTree) -> String? {
    tree.descend(.complementaryInfo, .dateDispatchNotice, from: node)
      .flatMap { day(tree.string($0)) }
  }

  /// Returns the buyers in the order of the form.
  func buyers(in tree: TEDTree) -> [Party] {
    tree.children(.contractingBody, of: node).flatMap { tree.xml.childElements(of: $0) }
      .filter { tree[$0] == .contractingAddress || tree[$0] == .additionalAddress }
      .compactMap { address in
        let name = tree.string(.officialName, of: address)
        guard !name.isEmpty else { return nil }
        return Party(
          name: name, identifier: tree.string(.nationalID, of: address), kind: .buyer)
      }
  }
}

/// The elements of a TED notice.
typealias TEDTree = UBLTree<TEDName>

/// Local names of `TED_EXPORT` that the reader treats in a way of their own.
enum TEDName: String, Sendable {
  case additionalAddress = "ADDRESS_CONTRACTING_BODY_ADDITIONAL"
  case awardContract = "AWARD_CONTRACT"
  case change = "CHANGE"
  case changes = "CHANGES"
  case complementaryInfo = "COMPLEMENTARY_INFO"
  case contractingAddress = "ADDRESS_CONTRACTING_BODY"
  case contractingBody = "CONTRACTING_BODY"
  case criterion = "AC_CRITERION"
  case dateDispatchNotice = "DATE_DISPATCH_NOTICE"
  case descriptionProcurement = "DESCRIPTION_PROCUREMENT"
  case formSection = "FORM_SECTION"
  case infoModifications = "INFO_MODIFICATIONS"
  case lefti = "LEFTI"
  case lotNumber = "LOT_NO"
  case nationalID = "NATIONALID"
  case objectContract = "OBJECT_CONTRACT"
  case objectDescription = "OBJECT_DESCR"
  case officialName = "OFFICIALNAME"
  case oldValue = "OLD_VALUE"
  case paragraph = "P"
  case performanceConditions = "PERFORMANCE_CONDITIONS"
  case procedure = "PROCEDURE"
  case section = "SECTION"
  case title = "TITLE"
  case weighting = "AC_WEIGHTING"
  case place = "WHERE"

  /// Finds the element that a name means.
  init?(_ name: XMLName) {
    guard Self.accepts(name.namespace) else { return nil }
    self.init(rawValue: name.local)
  }

  /// Whether a namespace is one of R2.0.9: written out, or as the bare path of the schema.
  static func accepts(_ namespace: String) -> Bool {
    namespace.hasPrefix("http://publications.europa.eu/resource/schema/ted/R2.0.9")
      || namespace.hasPrefix("ted/R2.0.9")
  }
}
