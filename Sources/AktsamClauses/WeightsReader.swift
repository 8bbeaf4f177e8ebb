extension LibraryBuilder {
  /// Reads `<weights>`: regressions over the features of findings.
  func readWeights(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes([], of: root)
    for node in file.elements(of: root) {
      guard file.name(node) == "model" else {
        file.unexpected(node, in: root)
        continue
      }
      file.expectAttributes(["id", "threshold"], of: node)
      guard let id = file.required("id", of: node) else { continue }
      weights.thresholds[id] = number("threshold", of: node, in: file)
      for child in file.elements(of: node) {
        guard file.name(child) == "weight" else {
          file.unexpected(child, in: node)
          continue
        }
        file.expectAttributes(["of", "value"], of: child)
        guard let feature = file.required("of", of: child),
          let value = number("value", of: child, in: file)
        else { continue }
        weights.models[id, default: [:]][feature] = value
      }
    }
  }

  private func number(_ attribute: String, of node: Int, in file: ClauseFile) -> Double? {
    guard let text = file.required(attribute, of: node) else { return nil }
    guard let value = Double(text), value.isFinite else {
      log.add(
        ClauseMessage.badValue(
          text, of: attribute, expected: "a number", file.place(ofAttribute: attribute, node)))
      return nil
    }
    return value
  }
}
