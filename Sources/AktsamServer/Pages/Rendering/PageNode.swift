internal import Mustache

/// Hands a ``PageValue`` to Mustache, which asks for one name after the other.
enum PageNode {
  /// Returns a value as Mustache takes it.
  static func wrapped(_ value: PageValue) -> Any {
    switch value {
    case .text(let text): Shown(text: text, isMarkup: false)
    case .markup(let markup): Shown(text: markup, isMarkup: true)
    case .flag(let flag): flag
    case .group(let values): Group(values: values)
    case .list(let items): items.map(wrapped)
    case .words(let language): Words(language: language)
    }
  }

  /// Text or markup; an empty one is nothing. It has no names, so that Mustache looks for none in it:
  /// it would find the text unescaped.
  private struct Shown: MustacheCustomRenderable, MustacheParent {
    let text: String
    let isMarkup: Bool

    func child(named name: String) -> Any? { nil }

    var renderText: String { isMarkup ? text : PageEscape.escaped(text) }
    var isNull: Bool { text.isEmpty }
  }

  /// Values by their names.
  private struct Group: MustacheParent {
    let values: [String: PageValue]

    func child(named name: String) -> Any? { values[name].map(wrapped) }
  }

  /// Words by their names.
  private struct Words: MustacheParent {
    let language: PageLanguage

    func child(named name: String) -> Any? {
      PageWord(rawValue: name).map { Shown(text: language.word($0), isMarkup: false) }
    }
  }
}
