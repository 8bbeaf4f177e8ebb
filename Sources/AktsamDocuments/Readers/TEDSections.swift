/// The numbers and names that the printed standard forms give to the fields of a notice.
enum TEDSections {
  /// A field as a citation shows it.
  struct Field: Equatable {
    /// The number in the standard form, such as `III.2.2`.
    var number: String
    var label: String
  }

  /// Returns the field that an element is.
  ///
  /// - Parameters:
  ///   - local: the name of the element that holds the paragraphs.
  ///   - area: the number of the part of the form that it stands in, such as `II.2`.
  /// - Returns: the field; one with the number of the part and the element's name for others.
  static func field(_ local: String, in area: String) -> Field {
    if let entry = table["\(area) \(local)"] { return Field(number: entry.0, label: entry.1) }
    let words = local.split(separator: "_").joined(separator: " ").lowercased()
    return Field(number: area, label: words.prefix(1).uppercased() + words.dropFirst())
  }

  /// Returns the number of the part of the form that an element opens, nil for others.
  static func area(_ name: TEDName?) -> String? {
    switch name {
    case .contractingBody: "I"
    case .objectContract: "II.1"
    case .objectDescription: "II.2"
    case .lefti: "III"
    case .procedure: "IV"
    case .awardContract: "V"
    case .complementaryInfo: "VI"
    case .descriptionProcurement: "VII.1"
    case .infoModifications: "VII.2"
    case .changes: "VII"
    default: nil
    }
  }

  private static let table: [String: (String, String)] = [
    "I PROCUREMENT_LAW": ("I.2", "Joint procurement"),
    "II.1 TITLE": ("II.1.1", "Title"),
    "II.1 SHORT_DESCR": ("II.1.4", "Short description"),
    "II.1 LOT_COMBINING_CONTRACT_RIGHT": ("II.1.6", "Combining lots"),
    "II.2 TITLE": ("II.2.1", "Title"),
    "II.2 MAIN_SITE": ("II.2.3", "Place of performance"),
    "II.2 SHORT_DESCR": ("II.2.4", "Description of the procurement"),
    "II.2 AC_CRITERION": ("II.2.5", "Award criteria"),
    "II.2 RENEWAL_DESCR": ("II.2.7", "Renewal"),
    "II.2 CRITERIA_CANDIDATE": ("II.2.9", "Choice of candidates"),
    "II.2 OPTIONS_DESCR": ("II.2.11", "Options"),
    "II.2 EU_PROGR_RELATED": ("II.2.13", "European Union funds"),
    "II.2 INFO_ADD": ("II.2.14", "Additional information"),
    "III SUITABILITY": ("III.1.1", "Suitability to pursue the professional activity"),
    "III ECONOMIC_FINANCIAL_INFO": ("III.1.2", "Economic and financial standing"),
    "III ECONOMIC_FINANCIAL_MIN_LEVEL":
      ("III.1.2", "Economic and financial standing, minimum level"),
    "III TECHNICAL_PROFESSIONAL_INFO": ("III.1.3", "Technical and professional ability"),
    "III TECHNICAL_PROFESSIONAL_MIN_LEVEL":
      ("III.1.3", "Technical and professional ability, minimum level"),
    "III RULES_CRITERIA": ("III.1.4", "Rules and criteria for participation"),
    "III DEPOSIT_GUARANTEE_REQUIRED": ("III.1.6", "Deposits and guarantees"),
    "III MAIN_FINANCING_CONDITION": ("III.1.7", "Financing and payment"),
    "III LEGAL_FORM": ("III.1.8", "Legal form of a group"),
    "III REFERENCE_TO_LAW": ("III.2.1", "Particular profession"),
    "III PERFORMANCE_CONDITIONS": ("III.2.2", "Contract performance conditions"),
    "IV ACCELERATED_PROC": ("IV.1.1", "Accelerated procedure"),
    "IV INFO_ADD_EAUCTION": ("IV.1.6", "Electronic auction"),
    "IV INFO_ADD": ("IV.2.7", "Opening of tenders, additional information"),
    "IV PLACE": ("IV.2.7", "Opening of tenders, place"),
    "V TITLE": ("V", "Title"),
    "V INFO_ADD_SUBCONTRACTING": ("V.2.5", "Subcontracting"),
    "VI ESTIMATED_TIMING": ("VI.1", "Recurrence"),
    "VI INFO_ADD": ("VI.3", "Additional information"),
    "VI REVIEW_PROCEDURE": ("VI.4.3", "Review procedure"),
    "VII.1 SHORT_DESCR": ("VII.1.4", "Description of the procurement after the modifications"),
    "VII.2 SHORT_DESCR": ("VII.2.1", "Description of the modifications"),
    "VII.2 ADDITIONAL_NEED": ("VII.2.2", "Reasons for the modification"),
    "VII.2 UNFORESEEN_CIRCUMSTANCE": ("VII.2.2", "Reasons for the modification"),
    "VII INFO_ADD": ("VII.2", "Additional information"),
  ]
}
