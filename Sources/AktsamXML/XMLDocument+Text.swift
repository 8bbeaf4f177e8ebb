package import AktsamText

extension XMLDocument {
  /// Returns the byte range of ``text`` that a node covers.
  package func textRange(of node: Int) -> Range<Int> {
    Int(nodes[node].text.lowerBound)..<Int(nodes[node].text.upperBound)
  }

  /// Returns the byte range of the source that a node covers.
  package func sourceRange(of node: Int) -> Range<Int> {
    Int(nodes[node].source.lowerBound)..<Int(nodes[node].source.upperBound)
  }

  /// Returns the text inside a node: white space at the ends dropped, runs of it made one space.
  package func string(of node: Int) -> String {
    string(ofText: textRange(of: node))
  }

  /// Returns a byte range of ``text``: white space at the ends dropped, runs of it made one space.
  package func string(ofText range: Range<Int>) -> String {
    var collapsed: [UInt8] = []
    collapsed.reserveCapacity(range.count)
    var pendingSpace = false
    for byte in text[range.clamped(to: 0..<text.count)] {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingSpace = !collapsed.isEmpty
      } else {
        if pendingSpace { collapsed.append(0x20) }
        pendingSpace = false
        collapsed.append(byte)
      }
    }
    return String(decoding: collapsed, as: UTF8.self)
  }

  /// Returns the index of the text node that holds the byte at `offset` of ``text``, or nil.
  ///
  /// - Complexity: O(log n) in the number of nodes.
  package func textNode(at offset: Int) -> Int? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(nodes[middle].text.lowerBound) <= offset { low = middle + 1 } else { high = middle }
    }
    // Text nodes are never empty, so the last node that starts at or before the byte is its own.
    guard low > 0, nodes[low - 1].kind == .text, textRange(of: low - 1).contains(offset) else {
      return nil
    }
    return low - 1
  }

  /// Returns the index of the innermost element that a byte range of ``text`` lies in, or nil.
  package func element(ofText range: Range<Int>) -> Int? {
    guard var node = textNode(at: range.lowerBound) ?? root else { return nil }
    while nodes[node].kind != .element || Int(nodes[node].text.upperBound) < range.upperBound {
      guard let parent = parent(of: node) else { break }
      node = parent
    }
    return nodes[node].kind == .element ? node : nil
  }

  /// Returns the place of a byte range of ``text``.
  ///
  /// The element is the innermost one that holds the whole range. Text that a separator put in has
  /// no source; a range of nothing else gives the empty range where it was put in.
  package func place(ofText range: Range<Int>) -> Place {
    let range = range.clamped(to: 0..<text.count)
    var segments = sourceRanges(of: range, in: runs)
    if segments.isEmpty {
      let at = sourceOffset(ofText: range.lowerBound)
      segments = [at..<at]
    }
    let element = element(ofText: range).map { elements.path(of: nodes[$0].element) } ?? ""
    return Place(in: source, segments: segments, lines: lines, element: element)
  }

  /// Returns the place of a node: an element from its start tag to its end tag.
  package func place(ofNode node: Int) -> Place {
    Place(
      in: source, segments: [sourceRange(of: node)], lines: lines,
      element: elements.path(of: nodes[node].element))
  }

  /// Returns the place of an element's start tag.
  package func place(ofStartTag node: Int) -> Place {
    Place(
      in: source, segments: [startTag(in: source.bytes, from: sourceRange(of: node).lowerBound)],
      lines: lines, element: elements.path(of: nodes[node].element))
  }

  /// Returns the byte range of an attribute's value in the source, between the quotes.
  ///
  /// - Parameter index: an index into ``attributes``.
  /// - Returns: the range, empty for a value that the document type supplies.
  package func sourceRange(ofAttribute index: Int) -> Range<Int> {
    Int(attributes[index].source.lowerBound)..<Int(attributes[index].source.upperBound)
  }

  /// Returns the place of an attribute's value.
  ///
  /// - Parameters:
  ///   - index: an index into ``attributes``.
  ///   - node: the element it belongs to.
  /// - Returns: the place of what stands between the quotes.
  package func place(ofAttribute index: Int, of node: Int) -> Place {
    let range = attributes[index].source
    return Place(
      in: source, segments: [Int(range.lowerBound)..<Int(range.upperBound)], lines: lines,
      element: elements.path(of: nodes[node].element))
  }

  /// Returns the place of the value of an attribute by its index alone, finding its element by
  /// binary search.
  package func place(ofAttribute index: Int) -> Place {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(nodes[middle].attributes.upperBound) <= index {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return place(ofAttribute: index, of: min(low, max(nodes.count - 1, 0)))
  }

  private func sourceOffset(ofText offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? Int(runs[low - 1].source) : 0
  }
}

/// Returns the byte range of the tag that starts at `start`: up to the first `>` outside quotes.
func startTag(in bytes: [UInt8], from start: Int) -> Range<Int> {
  var quote: UInt8 = 0
  var index = start
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if quote != 0 {
      if byte == quote { quote = 0 }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: ">") {
      break
    }
  }
  return min(start, bytes.count)..<index
}
