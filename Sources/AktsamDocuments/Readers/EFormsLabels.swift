/// What fields of a notice are called in citations: the business term and a few words.
enum EFormsLabels {
  /// The label of a code in `ProcurementAdditionalType`, by the name of its list.
  static func procurementType(_ list: String) -> String {
    switch list {
    case "strategic-procurement": "BT-06 Strategic procurement"
    case "social-objective", "social-procurement": "BT-775 Social objective"
    case "environmental-impact": "BT-774 Environmental impact"
    case "innovative-acquisition": "BT-776 Innovation"
    case "accessibility": "BT-754 Accessibility"
    case "gpp-criteria": "BT-805 Green procurement criteria"
    default: list.isEmpty ? "Procurement type" : "Procurement type '\(list)'"
    }
  }

  /// The label of a `ContractExecutionRequirement` that is no contract condition.
  static func execution(_ list: String) -> String {
    switch list {
    case "reserved-execution": "BT-736 Reserved execution"
    case "einvoicing": "BT-743 Electronic invoicing"
    case "ecatalog-submission": "BT-764 Electronic catalogue"
    case "esignature-submission": "BT-744 Electronic signature"
    case "nda": "BT-802 Non-disclosure agreement"
    default: list.isEmpty ? "Contract terms" : "Contract terms '\(list)'"
    }
  }

  /// The label of a `SpecificTendererRequirement`.
  static func tendererRequirement(list: String, code: String) -> String {
    switch list {
    case "exclusion-ground":
      code.isEmpty ? "BT-67 Exclusion ground" : "BT-67 Exclusion ground '\(code)'"
    case "exclusion-grounds-source": "BT-806 Source of the exclusion grounds"
    case "selection-criteria-source": "BT-821 Source of the selection criteria"
    case "reserved-procurement": "BT-71 Reserved participation"
    case "missing-info-submission": "BT-772 Late information from tenderers"
    default: list.isEmpty ? "Tenderer requirement" : "Tenderer requirement '\(list)'"
    }
  }
}
