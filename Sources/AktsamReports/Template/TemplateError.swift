/// Why a template cannot be used, or a list not be written with it: where, what, and what to do.
package struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The template's path.
  package var path: String
  /// Where in it: `line 12`, or a part of a document with the paragraph; empty = all of it.
  package var place: String
  /// What is wrong and what to do; begins in lower case and has no full stop.
  package var message: String

  /// One line for a person.
  package var description: String {
    let line = TextPage(colour: false)
      .clean([path, place, message].filter { !$0.isEmpty }.joined(separator: ": "))
    return line
  }
}

/// What is wrong with a tag or with a stretch of a template, before its path is known.
struct TemplateFault: Error, Sendable, Hashable {
  /// Where; empty = all of it.
  var place: String
  /// What is wrong and what to do.
  var message: String

  init(_ place: String = "", _ message: String) {
    self.place = place
    self.message = message
  }
}

/// What a template may at most hold and make.
enum TemplateLimits {
  /// Bytes of a text template, and of a part of a document.
  static let partBytes = 8 << 20
  /// Tags of a template, many times what a form needs: Mustache looks at what is left of a template with
  /// each tag that it reads, so its time grows with the square.
  static let tags = 4000
  /// Sections inside each other.
  static let depth = 16
  /// Bytes of a tag.
  static let tagBytes = 1024
  /// Bytes that a list may become, all parts together.
  static let outputBytes = 64 << 20
}
