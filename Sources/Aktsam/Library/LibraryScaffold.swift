package import AktsamClauses

/// First drafts of clause files, to be filled in.
package enum LibraryScaffold {
  /// Returns the files of a lexicon for a language that has none: paths below the clause folder, and a
  /// comment for every concept in the place of its words.
  ///
  /// - Parameters:
  ///   - language: the language code.
  ///   - library: the library whose concepts need words.
  /// - Returns: the files.
  package static func lexicon(
    _ language: String, for library: Library
  ) -> [(path: String, text: String)] {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <lexicon xmlns="urn:aktsam:clauses:1" language="\(language)">

      """
    let words = """
        <!-- Number words: <numbers>one=1; two=2</numbers> -->
        <!-- Abbreviations whose full stop ends no sentence: <abbreviations>e.g.; no.</abbreviations> -->

      """
    var files = [(path: "concepts/\(language)/words.xml", text: head + words + "</lexicon>\n")]
    for kind in ConceptClass.allCases {
      let entries = library.concepts.filter { $0.kind == kind }.map { concept in
        """
          <!-- \(comment(concept.gloss)) -->
          <!-- <terms concept="\(concept.id)">word; two words; =exact</terms> -->

        """
      }
      files.append(
        (
          path: "concepts/\(language)/\(kind.rawValue).xml",
          text: head + entries.joined() + "</lexicon>\n"
        ))
    }
    return files
  }

  /// Returns a profile that asks for what another one asks for, to be changed.
  ///
  /// - Parameters:
  ///   - id: the id of the new profile.
  ///   - base: the profile that it extends.
  /// - Returns: the text of the profile.
  package static func profile(_ id: String, extending base: Profile) -> String {
    let parameters = base.parameters.sorted { $0.key < $1.key }.map {
      "  <!-- <parameter name=\"\($0.key)\" value=\"\($0.value)\"/> -->"
    }
    let entries = base.entries.map { entry in
      "  <!-- <require ref=\"\(entry.requirement)\" level=\"\(entry.level.rawValue)\""
        + (entry.number.isEmpty ? "" : " number=\"\(entry.number)\"") + "/> -->"
    }
    let texts = ["title", "description"].flatMap { name in
      ClauseVocabulary.writtenLanguages.map { "  <\(name) xml:lang=\"\($0)\">\(id)</\(name)>" }
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- What is commented out holds as "\(base.id)" says it; a line that is not changes that. -->
      <profile xmlns="urn:aktsam:clauses:1" id="\(id)" version="0.1.0" extends="\(base.id)">
      \((texts + parameters + entries).joined(separator: "\n"))
      </profile>

      """
  }

  /// A text as it may stand in a comment.
  private static func comment(_ text: String) -> String {
    text.replacing("--", with: "- -").replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
