import AktsamClauses
import AktsamDocuments
import AktsamReading
import AktsamText

extension RuleContext {
  /// Returns the place of words that the engine names.
  func place(of cue: Cue, in passage: PassageReading) -> Place {
    // Bytes of a member of a package count from its own start.
    guard passage.place.part.isEmpty, let first = cue.segments.first, let last = cue.segments.last
    else { return passage.place }
    var place = place(ofSource: first.lowerBound..<max(first.upperBound, last.upperBound))
    place.segments = cue.segments
    place.element = passage.place.element
    return place
  }

  /// Returns the place that stands for the document as a whole: its first text.
  var placeOfDocument: Place {
    document.blocks.first.map { place(of: $0) } ?? place(ofSource: 0..<0)
  }

  /// The groups that passages stand in, in step with ``passages``: sentences of one clause share one.
  var passageGroups: [Int32] {
    var starts: [(key: PassageKey, group: Int32)] = []
    for block in document.blocks {
      // A place with its lines and its path is made only where it tells members of a package apart.
      let place = document.furtherParts.isEmpty ? nil : place(of: block)
      guard
        let start = (place?.segments ?? document.segments(of: block.text)).first?.lowerBound
      else { continue }
      let part = place?.part ?? document.source.part
      starts.append((PassageKey(part: part, start: start), block.group))
    }
    starts.sort { $0.key < $1.key }
    return passages.map { passage in
      let start = passage.place.segments.first?.lowerBound ?? 0
      let key = PassageKey(part: passage.place.part, start: start)
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if key < starts[middle].key { high = middle } else { low = middle + 1 }
      }
      return low > 0 ? starts[low - 1].group : -1
    }
  }

  /// Returns the English name of a requirement with its id, as messages show it.
  func name(of requirement: String) -> String {
    guard let found = library.requirement(requirement) else { return "\"\(requirement)\"" }
    return "\"\(found.title["en"])\" (\(requirement))"
  }

  /// Returns the library's wording of a requirement in the language of the document, else in English.
  func wording(of requirement: String) -> String {
    let near = ["nn": "nb", "no": "nb", "da": "nb"]
    let language = document.language.map { near[$0] ?? $0 } ?? "en"
    return library.requirement(requirement)?.wording[language] ?? ""
  }

  /// Whether a rule that may be narrowed by ``RuleOption/requirements`` looks at a requirement.
  func looksAt(_ requirement: String) -> Bool {
    let only = options.list("requirements")
    return only.isEmpty || only.contains(requirement)
  }
}

extension RuleOption {
  /// Narrows a rule to some requirements.
  static let requirements = RuleOption(
    "requirements", "The ids of the requirements to look at; empty = all of the profile.",
    standard: .list([]))
}

private struct PassageKey: Comparable {
  var part: String
  var start: Int

  static func < (left: PassageKey, right: PassageKey) -> Bool {
    (left.part, left.start) < (right.part, right.start)
  }
}
