/// The way from files to gap list, with where on it a page stands.
struct PageTrail: Sendable, Hashable {
  /// A part of the way.
  enum Step: Int, Sendable, Hashable, CaseIterable {
    case files, matrix, supplier, gaps, download

    var word: PageWord {
      switch self {
      case .files: .trailFiles
      case .matrix: .trailMatrix
      case .supplier: .trailSupplier
      case .gaps: .trailGaps
      case .download: .trailDownload
      }
    }
  }

  /// Where the page stands.
  var step: Step
  /// The address of the procedure; empty = none yet.
  var procedure = ""
  /// The address of the supplier; empty = none yet.
  var supplier = ""

  /// The list for the layout: what can be reached is a link.
  func value(_ language: PageLanguage) -> PageValue {
    .list(Step.allCases) { other in
      [
        "text": .text(language.word(other.word)), "isCurrent": .flag(other == step),
        "href": .text(other == step ? "" : address(other)),
      ]
    }
  }

  private func address(_ step: Step) -> String {
    switch step {
    case .files: "/"
    case .matrix: procedure
    case .supplier: supplier
    case .gaps: supplier.isEmpty ? "" : "\(supplier)/gaps"
    case .download:
      supplier.isEmpty
        ? procedure.isEmpty ? "" : "\(procedure)#downloads-title"
        : "\(supplier)/gaps#downloads-title"
    }
  }
}
