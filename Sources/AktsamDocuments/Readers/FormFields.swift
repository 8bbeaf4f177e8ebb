internal import AktsamText
internal import AktsamXML

/// The fields of a page's forms, and which text asks for each: its label, else the text before it.
///
/// What steers the page is no field: buttons, searches, and what stands in its navigation, header
/// or footer.
struct FormFields {
  /// A question of the form: one control, or the boxes that are ticked for one question.
  struct Field {
    var id: String
    var kind: Question.Kind
    /// What the page says about it outside its text, such as a placeholder; empty = nothing.
    var label: String
    /// The legend around it; empty = none.
    var legend: String
    /// The text that asks; nil when none is found.
    var asks: Int?
    var isMandatory = false
    var hasValue = false
    /// Whether it is chosen from a list.
    var isList: Bool
    /// The first control.
    var control: Int
  }

  /// What a text says about a field.
  enum Use: Equatable {
    case asks(Int)
    case option(Int, isChosen: Bool)
  }

  private(set) var fields: [Field] = []
  /// The parts of the page in which all text that is no answer is the form's.
  private(set) var filledForms: [Range<Int>] = []
  private var fieldOfControl: [Int: Int] = [:]
  private var uses: [(node: Int, use: Use)] = []
  private var optionTexts: Set<Int> = []

  /// Finds the fields of a page.
  init(_ xml: XMLDocument) {
    var search = FormSearch(xml)
    guard search.hasControls else { return }
    search.run()
    fields = search.fields
    fieldOfControl = search.fieldOfControl
    uses = search.uses.sorted { $0.node < $1.node }
    filledForms = search.filledForms()
    optionTexts = search.optionTexts
  }

  /// Returns the field of a control, or nil.
  func field(of node: Int) -> Int? { fieldOfControl[node] }

  /// Whether the page holds answers. One or two choices from lists don't make it so: pages choose
  /// their language and their order that way.
  var isAnswered: Bool {
    let filled = fields.filter { $0.hasValue }
    return filled.count > 2 || filled.contains { !$0.isList }
  }

  /// Returns what the first text in a range of nodes says about a field, or nil.
  func use(in nodes: Range<Int>) -> Use? {
    var low = 0
    var high = uses.count
    while low < high {
      let middle = (low + high) / 2
      if uses[middle].node < nodes.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < uses.count, nodes.contains(uses[low].node) else { return nil }
    return uses[low].use
  }

  /// Whether an option's own text is known, so that the control itself says nothing more.
  func hasOptionText(_ control: Int) -> Bool { optionTexts.contains(control) }
}

extension FormFields {
  /// Returns the options of a list that are chosen. One that stands for none ("Choose …") has an
  /// empty value or is disabled.
  static func chosenOptions(of select: Int, in xml: XMLDocument) -> [Int] {
    ((select + 1)..<max(Int(xml.nodes[select].end), select + 1)).filter { node in
      xml.nodes[node].kind == .element && xml.local(of: node).lowercased() == "option"
        && xml.attribute("selected", of: node) != nil && xml.attribute("disabled", of: node) == nil
        && xml.attribute("value", of: node) != ""
        && (xml.attribute("value", of: node) != nil || !xml.string(of: node).isEmpty)
    }
  }
}
