extension XMLDocument {
  /// The children of a node, without allocation.
  package struct Children: Sequence, IteratorProtocol {
    private let nodes: [XMLNode]
    private var next_: Int
    private let end: Int

    init(nodes: [XMLNode], from start: Int, to end: Int) {
      self.nodes = nodes
      next_ = start
      self.end = end
    }

    /// Returns the next child's node index.
    package mutating func next() -> Int? {
      guard next_ < end else { return nil }
      let node = next_
      // A node always ends after itself; the maximum only guards against an endless loop.
      next_ = Swift.max(Int(nodes[node].end), node + 1)
      return node
    }
  }

  /// Returns the node indices of all children of a node, of every kind.
  package func children(of node: Int) -> Children {
    Children(nodes: nodes, from: node + 1, to: Int(nodes[node].end))
  }

  /// Returns the node indices of the child elements of a node.
  package func childElements(of node: Int) -> [Int] {
    children(of: node).filter { nodes[$0].kind == .element }
  }

  /// Returns the child elements of a node that have a local name, whatever their namespace.
  package func childElements(of node: Int, named local: String) -> [Int] {
    children(of: node).filter { nodes[$0].kind == .element && self.local(of: $0) == local }
  }

  /// Returns the first child element with a local name, whatever its namespace.
  package func firstChild(of node: Int, named local: String) -> Int? {
    children(of: node).first { nodes[$0].kind == .element && self.local(of: $0) == local }
  }

  /// Returns the first child element with a name id; see ``nameID(namespace:local:)``.
  package func firstChild(of node: Int, nameID: Int32) -> Int? {
    children(of: node).first { nodes[$0].kind == .element && nodes[$0].name == nameID }
  }

  /// Returns all elements below a node that have a local name, in document order.
  ///
  /// - Complexity: O(n) in the number of descendants.
  package func descendants(of node: Int, named local: String) -> [Int] {
    let ids = Set(names.indices.filter { names[$0].local == local }.map { Int32($0) })
    guard !ids.isEmpty else { return [] }
    return ((node + 1)..<Swift.max(Int(nodes[node].end), node + 1)).filter {
      nodes[$0].kind == .element && ids.contains(nodes[$0].name)
    }
  }

  /// Returns the node index of the parent, or nil.
  package func parent(of node: Int) -> Int? {
    nodes[node].parent >= 0 ? Int(nodes[node].parent) : nil
  }

  /// Returns the nearest ancestor element with a local name, or nil.
  package func ancestor(of node: Int, named local: String) -> Int? {
    var index = parent(of: node)
    while let ancestor = index {
      if self.local(of: ancestor) == local { return ancestor }
      index = parent(of: ancestor)
    }
    return nil
  }

  /// Returns the expanded name of an element or processing instruction; an empty one for text.
  package func name(of node: Int) -> XMLName {
    let id = Int(nodes[node].name)
    return names.indices.contains(id) ? names[id] : XMLName(local: "")
  }

  /// Returns the local name of an element, the target of a processing instruction, "" for text.
  package func local(of node: Int) -> String {
    let id = Int(nodes[node].name)
    return names.indices.contains(id) ? names[id].local : ""
  }

  /// Returns the namespace of an element; empty when it has none.
  package func namespace(of node: Int) -> String {
    name(of: node).namespace
  }

  /// Whether a node is an element with this expanded name.
  package func isElement(_ node: Int, _ namespace: String, _ local: String) -> Bool {
    guard nodes[node].kind == .element else { return false }
    let name = name(of: node)
    return name.local == local && name.namespace == namespace
  }

  /// Returns the id of a name, an index into ``names``; -1 when the document doesn't use it.
  ///
  /// Compare it with ``XMLNode/name`` where many nodes are looked at.
  package func nameID(namespace: String, local: String) -> Int32 {
    nameIDs[XMLName(namespace: namespace, local: local)] ?? -1
  }
}

extension XMLDocument {
  /// Returns the index in ``attributes`` of an element's attribute with a local name, or nil.
  ///
  /// - Parameters:
  ///   - local: the local name.
  ///   - namespace: the namespace; nil takes the attribute without one first, then any.
  ///   - node: a node index.
  /// - Returns: the index, or nil when the element has no such attribute.
  package func attributeIndex(
    _ local: String, namespace: String? = nil, of node: Int
  ) -> Int? {
    var other: Int?
    for index in nodes[node].attributes {
      let name = names[Int(attributes[Int(index)].name)]
      guard name.local == local else { continue }
      if name.namespace == namespace ?? "" { return Int(index) }
      if namespace == nil, other == nil { other = Int(index) }
    }
    return other
  }

  /// Returns the decoded value of an attribute by local name, or nil; see
  /// ``attributeIndex(_:namespace:of:)``.
  package func attribute(
    _ local: String, namespace: String? = nil, of node: Int
  ) -> String? {
    attributeIndex(local, namespace: namespace, of: node).map { value(ofAttribute: $0) }
  }

  /// Returns the byte range of an attribute's value in the source, or nil.
  package func attributeRange(
    _ local: String, namespace: String? = nil, of node: Int
  ) -> Range<Int>? {
    attributeIndex(local, namespace: namespace, of: node).map {
      Int(attributes[$0].source.lowerBound)..<Int(attributes[$0].source.upperBound)
    }
  }

  /// Returns the decoded value of the attribute at an index of ``attributes``.
  package func value(ofAttribute index: Int) -> String {
    let range = attributes[index].value
    return String(
      decoding: attributeText[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}
