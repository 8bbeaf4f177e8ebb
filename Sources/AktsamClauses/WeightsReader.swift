import AktsamXML

extension LibraryBuilder {
  /// Reads `<weights>`: regressions over the features of findings.
  func readWeights(_ file: ClauseFile, _ root: Int) {
    file.expectAttributes([], of: root)
    for node in file.elements(of: root) {
      if file.name(node) == "concepts" {
        readConceptWeights(file, node)
        continue
      }
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

  /// Reads `<concepts requirement="ID">risk=1.2; map=0.8</concepts>`.
  private func readConceptWeights(_ file: ClauseFile, _ node: Int) {
    file.expectAttributes(["requirement"], of: node)
    guard let requirement = file.required("requirement", of: node) else { return }
    var values: [String: Double] = [:]
    for item in file.document.text[file.document.textRange(of: node)].split(separator: 0x3B) {
      // Bytes: a start reads some thousand of them.
      let parts = item.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
        .map { String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self) }
      if parts == [""] { continue }
      guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
        log.add(
          ClauseMessage.badValue(
            String(decoding: item, as: UTF8.self), of: "concepts",
            expected: "a concept and a number, as risk=1.2", file.place(node)))
        return
      }
      values[parts[0]] = value
    }
    weights.concepts[requirement] = values
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
