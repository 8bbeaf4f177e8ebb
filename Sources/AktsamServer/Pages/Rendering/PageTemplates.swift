internal import AktsamResources
internal import Mustache

/// The templates of the pages, compiled once from the files inside the binary.
///
/// Templates name values as `{{name}}` only. Mustache's own escaping is not used, since it looks at
/// characters and misses a quotation mark with an accent behind it: values escape themselves
/// (``PageValue``), and a template cannot ask for text as it is.
struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  /// Why a template cannot be used.
  struct Fault: Error, CustomStringConvertible {
    /// The template's name.
    var template: String
    /// What is wrong.
    var reason: String

    var description: String { "the template '\(template)' \(reason)" }
  }

  /// Compiles the templates inside the binary.
  ///
  /// - Throws: ``Fault`` for a template that is wrong, which a test keeps from happening.
  init() throws {
    try self.init(
      embeddedFiles.compactMap { file in
        let path = file.path.description
        guard path.hasPrefix("Templates/"), path.hasSuffix(".mustache") else { return nil }
        return (
          String(path.dropFirst("Templates/".count).dropLast(".mustache".count)),
          String(decoding: file.bytes, as: UTF8.self)
        )
      })
  }

  /// Compiles templates.
  init(_ sources: [(name: String, text: String)]) throws {
    var templates: [String: MustacheTemplate] = [:]
    for (name, text) in sources {
      do {
        templates[name] = try MustacheTemplate(string: try Self.prepared(text, name))
      } catch let fault as Fault {
        throw fault
      } catch {
        throw Fault(template: name, reason: "cannot be read: \(error)")
      }
    }
    library = MustacheLibrary(templates: templates)
  }

  /// Returns a filled template; nil when there is none of the name.
  func render(_ value: PageValue, _ name: String) -> String? {
    library.render(PageNode.wrapped(value), withTemplate: name)
  }

  /// Returns a template in which every value is asked for as it is, since values escape themselves.
  private static func prepared(_ text: String, _ name: String) throws -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.range(of: "{{") {
      result += rest[..<open.upperBound]
      rest = rest[open.upperBound...]
      switch rest.first {
      case "{", "&", "=", "%": throw Fault(template: name, reason: "uses a tag other than {{name}}")
      case "#", "/", "^", ">", "<", "$", "!": break
      default: result += "&"
      }
    }
    return result + rest
  }
}

extension Substring {
  /// Returns where a text first stands, nil when it does not.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      formIndex(after: &start)
    }
    return nil
  }
}
