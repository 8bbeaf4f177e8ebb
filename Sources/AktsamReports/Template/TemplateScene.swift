internal import Mustache

/// Counts what is written while templates are filled.
final class TemplateMeter {
  private var left: Int

  /// Creates a meter.
  init(limit: Int) { left = limit }

  /// Whether more was asked for than may be written.
  private(set) var isExceeded = false

  /// Takes bytes; whether they may be written.
  func take(_ count: Int) -> Bool {
    guard !isExceeded, count + Self.lookUp < left else {
      isExceeded = true
      return false
    }
    left -= count + Self.lookUp
    return true
  }

  /// What looking up a value costs in bytes, since it takes time though it may write nothing.
  private static let lookUp = 64
}

/// Hands values to Mustache, which asks for one name after the other.
struct TemplateScene {
  let texts: [String]
  let form: TemplateForm
  let meter: TemplateMeter

  /// The values at the top.
  func root(_ value: TemplateValue) -> any MustacheParent {
    guard case .group(let values) = value else {
      return Node(scene: self, values: [:], isRoot: true)
    }
    return Node(scene: self, values: values, isRoot: true)
  }

  fileprivate func wrapped(_ value: TemplateValue, place: ItemPlace? = nil) -> Any {
    switch value {
    case .text(let text): return Shown(scene: self, text: text, place: place)
    case .flag(let flag): return flag
    case .group(let values): return Node(scene: self, values: values, place: place)
    case .list(let items): return Items(scene: self, items: items)
    }
  }
}

/// Where an item stands in its list.
private struct ItemPlace {
  var index: Int
  var count: Int

  func value(_ name: String) -> TemplateValue? {
    switch name {
    case "index": .text("\(index + 1)")
    case "first": .flag(index == 0)
    case "last": .flag(index == count - 1)
    default: nil
    }
  }
}

/// Values by their names.
private struct Node: MustacheParent {
  let scene: TemplateScene
  let values: [String: TemplateValue]
  var place: ItemPlace?
  var isRoot = false

  func child(named name: String) -> Any? {
    guard scene.meter.take(0) else { return nil }
    if name.hasPrefix(TemplateProgram.mark) {
      guard isRoot, let number = Int(name.dropFirst(TemplateProgram.mark.count)) else { return nil }
      return scene.texts.at(number).map { Shown(scene: scene, text: $0, isTemplate: true) }
    }
    return (values[name] ?? place?.value(name)).map { scene.wrapped($0) }
  }
}

/// A text; an empty one is nothing.
private struct Shown: MustacheParent, MustacheCustomRenderable {
  let scene: TemplateScene
  let text: String
  var place: ItemPlace?
  /// Whether it is the template's own text, which stands as it is.
  var isTemplate = false

  var renderText: String {
    let shown = isTemplate ? text : scene.form.escaped(text)
    return scene.meter.take(shown.utf8.count) ? shown : ""
  }

  var isNull: Bool { text.isEmpty }

  func child(named name: String) -> Any? {
    guard scene.meter.take(0) else { return nil }
    return place?.value(name).map { scene.wrapped($0) }
  }
}

/// A list, whose items are handed out while something may be written.
private struct Items: MustacheSequence, MustacheParent {
  let scene: TemplateScene
  let items: [TemplateValue]

  func child(named: String) -> Any? { nil }

  func makeIterator() -> AnyIterator<Any> {
    var index = 0
    return AnyIterator {
      guard index < items.count, scene.meter.take(0) else { return nil }
      defer { index += 1 }
      return scene.wrapped(items[index], place: ItemPlace(index: index, count: items.count))
    }
  }
}
