/// The codes of the official lists that ESPDs and notices use.
///
/// Facts from the authority tables `criterion`, `exclusion-ground`, `selection-criterion`,
/// `social-objective` and `strategic-procurement` of the Publications Office of the European Union
/// (https://op.europa.eu/en/web/eu-vocabularies/authority-tables), and from the ESPD exchange data
/// model 2 to 4 (https://docs.ted.europa.eu/ESPD-EDM/).
enum OfficialCodes {
  /// A ground or criterion by its names in the generations of codes.
  struct Criterion {
    /// In ESPD 1 and 2, without `CRITERION.`.
    var dotted: String
    /// In ESPD 3 and 4, and in notices before version 1.13 of the eForms kit.
    var short: String
    /// In notices since version 1.13 of the eForms kit.
    var prefixed: String

    init(_ dotted: String, _ short: String, _ prefixed: String) {
      (self.dotted, self.short, self.prefixed) = (dotted, short, prefixed)
    }
  }

  /// The criteria that have a name in each generation.
  static let criteria: [Criterion] = [
    Criterion(
      "EXCLUSION.CONVICTIONS.PARTICIPATION_IN_CRIMINAL_ORGANISATION", "crime-org", "exg-crim-part"),
    Criterion("EXCLUSION.CONVICTIONS.CORRUPTION", "corruption", "exg-crim-corrpt"),
    Criterion("EXCLUSION.CONVICTIONS.FRAUD", "fraud", "exg-crim-fraud"),
    Criterion("EXCLUSION.CONVICTIONS.TERRORIST_OFFENCES", "terr-offence", "exg-crim-terror"),
    Criterion("EXCLUSION.CONVICTIONS.MONEY_LAUNDERING", "finan-laund", "exg-crim-laund"),
    Criterion(
      "EXCLUSION.CONVICTIONS.CHILD_LABOUR-HUMAN_TRAFFICKING", "human-traffic", "exg-crim-traffick"),
    Criterion("EXCLUSION.CONTRIBUTIONS.PAYMENT_OF_TAXES", "tax-pay", "exg-pmt-bre-tax"),
    Criterion(
      "EXCLUSION.CONTRIBUTIONS.PAYMENT_OF_SOCIAL_SECURITY", "socsec-pay", "exg-pmt-bre-ssc"),
    Criterion("EXCLUSION.SOCIAL.ENVIRONMENTAL_LAW", "envir-law", "exg-mis-bre-env-law"),
    Criterion("EXCLUSION.SOCIAL.SOCIAL_LAW", "socsec-law", "exg-mis-bre-soc-law"),
    Criterion("EXCLUSION.SOCIAL.LABOUR_LAW", "labour-law", "exg-mis-bre-lab-law"),
    Criterion("EXCLUSION.BUSINESS.BANKRUPTCY", "bankruptcy", "exg-sitn-bankr"),
    Criterion("EXCLUSION.BUSINESS.INSOLVENCY", "insolvency", "exg-sitn-insolvency"),
    Criterion("EXCLUSION.BUSINESS.CREDITORS_ARRANGEMENT", "cred-arran", "exg-sitn-cred-arran"),
    Criterion("EXCLUSION.BUSINESS.BANKRUPTCY_ANALOGOUS", "bankr-nat", "exg-sitn-other"),
    Criterion("EXCLUSION.BUSINESS.LIQUIDATOR_ADMINISTERED", "liq-admin", "exg-sitn-liq-admin"),
    Criterion("EXCLUSION.BUSINESS.ACTIVITIES_SUSPENDED", "susp-act", "exg-sitn-as-susp"),
    Criterion("EXCLUSION.MISCONDUCT.MC_PROFESSIONAL", "prof-misconduct", "exg-mis-misconduct"),
    Criterion("EXCLUSION.MISCONDUCT.MARKET_DISTORTION", "distorsion", "exg-mis-distortion"),
    Criterion(
      "EXCLUSION.CONFLICT_OF_INTEREST.PROCEDURE_PARTICIPATION", "partic-confl",
      "exg-mis-partic-confl"),
    Criterion(
      "EXCLUSION.CONFLICT_OF_INTEREST.PROCEDURE_PREPARATION", "prep-confl", "exg-mis-prep-confl"),
    Criterion("EXCLUSION.CONFLICT_OF_INTEREST.EARLY_TERMINATION", "sanction", "exg-mis-sanction"),
    Criterion(
      "EXCLUSION.CONFLICT_OF_INTEREST.MISINTERPRETATION", "misrepresent", "exg-mis-misrepresent"),
    Criterion("EXCLUSION.NATIONAL.OTHER", "nati-ground", "exg-natl-bre-nat-law"),
    Criterion(
      "SELECTION.TECHNICAL_PROFESSIONAL_ABILITY.TECHNICAL.SUPPLY_CHAIN_MANAGEMENT", "chain-manage",
      "slc-abil-mgmt-supply"),
    Criterion(
      "SELECTION.TECHNICAL_PROFESSIONAL_ABILITY.TECHNICAL.ENVIRONMENTAL_MANAGEMENT_MEASURES",
      "envir-measure", "slc-abil-mgmt-env"),
  ]

  /// Further codes of ESPD 3 and 4, older spellings among them.
  private static let furtherShort: Set<String> = [
    "misinterpr", "distortion", "prof-regist", "trade-regist", "autorisation", "authorisation",
    "membership", "gen-year-to", "aver-year-to", "spec-aver-to", "spec-year-to", "finan-rat",
    "indem-insu", "finan-requ", "work-perform", "supply-perform", "service-perform",
    "qual-cont-tech", "work-tech", "qual-facil", "research-fac", "tech-equip", "qualification",
    "spec-req-check", "manage-staff", "year-manpower", "suncont-port", "wo-autent", "w-autent",
    "qa-certif-inst", "qu-certif-indep", "envir-certif-indep", "shelt-worksh", "registered",
    "eo-group", "relied", "subco-ent", "staff-red", "sme",
  ]

  /// The kinds of selection criterion of notices before version 1.13 of the eForms kit.
  static let selectionKinds: Set<String> = ["sui-act", "ef-stand", "tp-abil", "other"]

  /// Further exclusion grounds of notices since version 1.13, the headings of the list among them.
  private static let furtherGrounds: Set<String> = [
    "exg-crim", "exg-mis", "exg-natl", "exg-pmt", "exg-sitn", "exg-mis-off-cond",
    "exg-mis-unrel-sec",
  ]

  /// The selection criteria of notices since version 1.13.
  static let selectionCriteria: Set<String> = [
    "slc-abil-facil-res", "slc-abil-facil-tools", "slc-abil-mgmt-env", "slc-abil-mgmt-qual",
    "slc-abil-mgmt-supply", "slc-abil-qual-inst", "slc-abil-qual-smp-w-autent",
    "slc-abil-qual-smp-wo-autent", "slc-abil-ref-services", "slc-abil-ref-supply",
    "slc-abil-ref-work", "slc-abil-staff-qual", "slc-abil-staff-tech-ctrl",
    "slc-abil-staff-tech-work", "slc-abil-staff-yrly-avg-mp", "slc-abil-staff-yrly-no-mgmt",
    "slc-abil-subc", "slc-sche-env-cert-indep", "slc-sche-qu-cert-indep", "slc-sec-inf",
    "slc-sec-proc", "slc-sec-supply", "slc-stand-ins", "slc-stand-other", "slc-stand-ratio",
    "slc-stand-to-avg", "slc-stand-to-gen", "slc-stand-to-spec", "slc-stand-to-spec-avg",
    "slc-suit-auth-mbrshp", "slc-suit-reg-prof", "slc-suit-reg-trade",
  ]

  /// The exclusion grounds of notices since version 1.13.
  static let grounds: Set<String> = furtherGrounds.union(
    criteria.map(\.prefixed).filter { $0.hasPrefix("exg-") })

  /// The codes of ESPD 3 and 4.
  static let short: Set<String> = furtherShort.union(criteria.map(\.short))

  /// The social objectives, BT-775.
  static let socialObjectives: Set<String> = [
    "acc-all", "et-eq", "gen-eq", "hum-right", "opp", "other", "work-cond",
  ]

  /// The strategic aims, BT-06.
  static let strategicAims: Set<String> = ["env-imp", "inn-pur", "none", "soc-obj"]
}

/// The generations of codes for exclusion grounds and criteria.
enum CodeGeneration: CaseIterable {
  /// `CRITERION.EXCLUSION.SOCIAL.LABOUR_LAW`: ESPD 1 and 2.
  case dotted
  /// `labour-law`: ESPD 3 and 4, notices before version 1.13 of the eForms kit.
  case short
  /// `exg-mis-bre-lab-law`: notices since version 1.13.
  case prefixed

  /// Finds the generation of a code; nil for one that belongs to none.
  init?(_ code: String) {
    let code = code.lowercased()
    let starts = ["criterion.", "exclusion.", "selection."]
    if starts.contains(where: code.hasPrefix) {
      self = .dotted
    } else if code.hasPrefix("exg-") || code.hasPrefix("slc-") {
      self = .prefixed
    } else if OfficialCodes.short.contains(code) || OfficialCodes.selectionKinds.contains(code) {
      self = .short
    } else {
      return nil
    }
  }

  /// What uses it, for messages.
  var name: String {
    switch self {
    case .dotted: "ESPD 1 and 2"
    case .short: "ESPD 3 and 4"
    case .prefixed: "eForms since version 1.13"
    }
  }

  /// Returns what a code of another generation is called in this one; nil when that is not known.
  func name(of code: String) -> String? {
    let code = code.lowercased()
    let found = OfficialCodes.criteria.first {
      "criterion.\($0.dotted.lowercased())" == code || $0.short == code || $0.prefixed == code
    }
    guard let found else { return nil }
    return switch self {
    case .dotted: "CRITERION.\(found.dotted)"
    case .short: found.short
    case .prefixed: found.prefixed
    }
  }
}
