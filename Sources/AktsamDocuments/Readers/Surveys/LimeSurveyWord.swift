/// What LimeSurvey's codes for yes and no are shown as: the tool's own words are in no export.
struct LimeSurveyWord {
  var text: String
  var value: Question.Value?

  init?(code: String, language: String?) {
    let words: [String] =
      switch language {
      case "sv": ["Ja", "Nej", "Osäker"]
      case "nb", "nn": ["Ja", "Nei", "Usikker"]
      case "da": ["Ja", "Nej", "Usikker"]
      default: ["Yes", "No", "Uncertain"]
      }
    switch code {
    case "Y": (text, value) = (words[0], .yes)
    case "N": (text, value) = (words[1], .no)
    case "U": (text, value) = (words[2], nil)
    default: return nil
    }
  }
}

/// The list of uploaded files that LimeSurvey stores as an answer, in JSON.
enum UploadedFiles {
  /// Returns where the names of the files stand.
  ///
  /// - Parameters:
  ///   - range: the byte range of the answer in the document's text.
  ///   - document: the document.
  /// - Returns: the byte range of each name, in order.
  static func names(in range: Range<Int>, of document: Document) -> [Range<Int>] {
    let text = document.text
    let key = Array("\"name\":\"".utf8)
    var result: [Range<Int>] = []
    var index = range.lowerBound
    while index + key.count < range.upperBound {
      guard text[index..<(index + key.count)].elementsEqual(key) else {
        index += 1
        continue
      }
      let start = index + key.count
      let end = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\"")) ?? start
      index = end
      if start < end { result.append(start..<end) }
    }
    return result
  }
}
