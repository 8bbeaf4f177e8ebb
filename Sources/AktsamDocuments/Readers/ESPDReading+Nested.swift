import AktsamXML

extension ESPDReading {
  /// Reads the answer that stands inside a requirement of version 1.
  ///
  /// No `Response`, an empty one and an empty value all mean that there is no answer. What a
  /// request states there is the buyer's own demand.
  mutating func readNestedAnswer(_ requirement: Int, question: Int) {
    var values: [Value] = []
    for response in tree.children(.response, of: requirement) {
      for child in tree.xml.childElements(of: response) {
        switch tree[child] {
        case .id: break
        case .evidence: values += evidence(child)
        default: values += tree.leaves(of: child).map { Value(node: $0) }
        }
      }
    }
    values.removeAll { tree.text($0.node).isEmpty }
    guard !values.isEmpty else { return }
    let label = document.questions[question].label
    if isResponse {
      addValues(values, question: question, label: label, evidence: [:])
    } else {
      add(
        .requirement, values.map(\.node), question: question,
        heading: criteria[properties[question].criterion].heading, label: label)
    }
  }

  /// Returns where a document given as evidence is, else what it is called; its id says nothing.
  private func evidence(_ node: Int) -> [Value] {
    let names: [ESPDName] = [.uri, .fileName, .description]
    let found = names.lazy.map { tree.descendants($0, of: node).filter { !tree.text($0).isEmpty } }
      .first { !$0.isEmpty }
    return (found ?? []).map { Value(node: $0, content: .evidenceFile) }
  }
}
