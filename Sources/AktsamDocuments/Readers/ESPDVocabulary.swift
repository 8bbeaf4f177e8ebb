/// What is known of a criterion by its UUID, or else by its code.
///
/// The UUIDs of exclusion grounds and selection criteria are the same from version 1 to 4; codes
/// changed in version 3, names change with the language.
struct ESPDCriterionKind: Sendable {
  /// What a criterion is about, where the reader treats it in a way of its own.
  enum Subject: Sendable {
    case exclusion, misrepresentation, supplyChain, checks, group, reliedOn, subcontractors, other
  }

  var subject: Subject

  /// Whether "yes" to the main question is adverse in this version of the model.
  ///
  /// Up to version 3 the misrepresentation ground asks the supplier to confirm that it has *not*
  /// been guilty; version 4 asks whether it has.
  func yesIsAdverse(version: Int) -> Bool {
    switch subject {
    case .exclusion: true
    case .misrepresentation: version >= 4
    default: false
    }
  }

  /// Ids of the requirements that an answer speaks to.
  var requirements: [String] {
    switch subject {
    case .supplyChain: ["dd-supply-chain-mapping"]
    case .checks: ["mon-audit-rights"]
    default: []
    }
  }

  /// Looks a criterion up.
  ///
  /// - Parameters:
  ///   - id: its UUID, in any letter case.
  ///   - code: its code, of either generation.
  init(id: String, code: String) {
    let id = id.lowercased()
    let code = code.lowercased()
    if let subject = Self.subjects[id] ?? Self.subjects[code] {
      self.subject = subject
    } else if Self.exclusions.contains(id) || Self.exclusions.contains(code)
      || code.hasPrefix("criterion.exclusion.") || code.hasPrefix("exclusion.")
      || code.hasPrefix("exg-")
    {
      subject = .exclusion
    } else {
      subject = .other
    }
  }

  private static let technical =
    "criterion.selection.technical_professional_ability.technical."
  private static let operatorData = "criterion.other.eo_data."

  private static let subjects: [String: Subject] = [
    "696a75b2-6107-428f-8b74-82affb67e184": .misrepresentation,
    "criterion.exclusion.conflict_of_interest.misinterpretation": .misrepresentation,
    "misinterpr": .misrepresentation,
    "misrepresent": .misrepresentation,
    "exg-mis-misrepresent": .misrepresentation,
    "dc12a151-7fdf-4733-a8f0-30f667292e66": .supplyChain,
    technical + "supply_chain_management": .supplyChain,
    "chain-manage": .supplyChain,
    "slc-abil-mgmt-supply": .supplyChain,
    "c8809aa1-29b6-4f27-ae2f-27e612e394db": .checks,
    technical + "checks.allowance_of_checks": .checks,
    "spec-req-check": .checks,
    "ee51100f-8e3e-40c9-8f8b-57d5a15be1f2": .group,
    operatorData + "together_with_others": .group,
    "eo-group": .group,
    "0d62c6ed-f074-4fcf-8e9f-f691351d52ad": .reliedOn,
    operatorData + "relies_on_other_capacities": .reliedOn,
    "relied": .reliedOn,
    "72c0c4b1-ca50-4667-9487-461f3eed4ed7": .subcontractors,
    operatorData + "subcontracts_with_third_parties": .subcontractors,
    "subco-ent": .subcontractors,
  ]

  private static let exclusions: Set<String> = [
    "005eb9ed-1347-4ca3-bb29-9bc0db64e1ab", "crime-org",
    "c27b7c4e-c837-4529-b867-ed55ce639db5", "corruption",
    "297d2323-3ede-424e-94bc-a91561e6f320", "fraud",
    "d486fb70-86b3-4e75-97f2-0d71b5697c7d", "terr-offence",
    "47112079-6fec-47a3-988f-e561668c3aef", "finan-laund",
    "d789d01a-fe03-4ccd-9898-73f9cfa080d1", "human-traffic",
    "b61bbeb7-690e-4a40-bc68-d6d4ecfaa3d4", "tax-pay",
    "7d85e333-bbab-49c0-be8d-c36d71a72f5e", "socsec-pay",
    "a80ddb62-d25b-4e4e-ae22-3968460dc0a9", "envir-law",
    "a261a395-ed17-4939-9c75-b9ff1109ca6e", "socsec-law",
    "a34b70d6-c43d-4726-9a88-8e2b438424bf", "labour-law",
    "d3732c09-7d62-4edc-a172-241da6636e7c", "bankruptcy",
    "396f288a-e267-4c20-851a-ed4f7498f137", "insolvency",
    "68918c7a-f5bc-4a1a-a62f-ad8983600d48", "cred-arran",
    "daffa2a9-9f8f-4568-8be8-7b8bf306d096", "bankr-nat",
    "8fda202a-0c37-41bb-9d7d-de3f49edbfcb", "liq-admin",
    "166536e2-77f7-455c-b018-70582474e4f6", "susp-act",
    "514d3fde-1e3e-4dcd-b02a-9f984d5bbda3", "prof-misconduct",
    "56d13e3d-76e8-4f23-8af6-13e60a2ee356", "distorsion", "distortion",
    "b1b5ac18-f393-4280-9659-1367943c1a2e", "partic-confl",
    "61874050-5130-4f1c-a174-720939c7b483", "prep-confl",
    "3293e92b-7f3e-42f1-bee6-a7641bb04251", "sanction",
    "63adb07d-db1b-4ef0-a14e-a99785cf8cf6", "nati-ground",
  ]
}

/// What a property of a criterion is (code list `criterion-element-type`).
enum ESPDPropertyType: Sendable {
  case question, requirement, caption

  init(code: String) {
    switch code.uppercased() {
    case "REQUIREMENT": self = .requirement
    case "CAPTION": self = .caption
    // An unknown type may hold an answer; a question never loses one.
    default: self = .question
    }
  }
}

extension Question.Kind {
  /// The kind of answer that a code of the list `response-data-type` asks for.
  init(espdDataType code: String) {
    var code = code.uppercased()
    for prefix in ["MINIMUM_", "MAXIMUM_"] where code.hasPrefix(prefix) {
      code.removeFirst(prefix.count)
    }
    switch code {
    case "INDICATOR": self = .yesNo
    case "DESCRIPTION", "TEXT": self = .text
    case "DATE": self = .date
    case "PERIOD", "PERIOD_DESCRIPTION": self = .period
    case "AMOUNT": self = .amount
    case "QUANTITY", "QUANTITY_INTEGER", "QUANTITY_YEAR", "PERCENTAGE", "PERCENT", "NUMERIC":
      self = .number
    case "CODE_COUNTRY", "COUNTRY_CODE", "COUNTRY": self = .country
    case "URL", "URI": self = .url
    case "EVIDENCE_IDENTIFIER", "EVIDENCE_URL": self = .evidence
    case "EVIDENCE_CODE": self = .code
    case "NONE": self = .none
    default:
      self = code.hasSuffix("IDENTIFIER") ? .identifier : code.hasPrefix("CODE") ? .code : .text
    }
  }
}
