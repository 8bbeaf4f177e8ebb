/// An expanded name: a namespace and a local part (Namespaces in XML 1.0, section 2.1).
package struct XMLName: Hashable, Sendable {
  /// The namespace name; empty when there is none.
  package var namespace: String
  /// The local part; the target of a processing instruction.
  package var local: String

  /// Creates a name.
  package init(namespace: String = "", local: String) {
    self.namespace = namespace
    self.local = local
  }
}

extension XMLName: CustomStringConvertible {
  /// The name as `{namespace}local`, or the local part alone.
  package var description: String {
    namespace.isEmpty ? local : "{\(namespace)}\(local)"
  }
}
