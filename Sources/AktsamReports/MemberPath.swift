/// The path of a member inside an archive, taken apart: `in/b.docx!/word/document.xml` is the member
/// `word/document.xml` of the member `in/b.docx`.
struct MemberPath {
  /// The member that it stands in; empty when it stands in the file itself.
  let outer: String
  /// The path inside of ``outer``.
  let inner: String

  init(_ part: String) {
    var steps = part.split(separator: "/", omittingEmptySubsequences: false)
    var inner: [Substring] = []
    while let step = steps.popLast() {
      if step.hasSuffix("!"), !inner.isEmpty {
        steps.append(step.dropLast())
        break
      }
      inner.insert(step, at: 0)
    }
    outer = steps.joined(separator: "/")
    self.inner = inner.joined(separator: "/")
  }
}
