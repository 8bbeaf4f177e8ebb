import AktsamXML

/// A text of a form in one language.
struct SurveyText {
  /// Its lines, byte ranges of the document's text.
  var lines: [Range<Int>]
  /// The element that it stands in.
  var element: Int32
  /// The language as the form names it, such as `sv`, `English` or `default`; empty = the form's.
  var version: String

  /// Creates a text; nil when it is blank.
  init?(lines: [Range<Int>], element: Int32, version: String = "") {
    guard !lines.isEmpty else { return nil }
    self.lines = lines
    self.element = element
    self.version = version
  }

  /// Creates a text from what stands in an element; nil when it is blank.
  init?(_ node: Int, in part: SurveyPart, version: String = "", document: inout Document) {
    self.init(
      lines: SurveyMarkup.segments(of: part.range(of: node), in: &document),
      element: part.element(of: node), version: version)
  }

  /// Creates a text from an attribute of an element; nil when it is blank.
  init?(
    attribute: Int, of node: Int, in part: SurveyPart, version: String = "",
    document: inout Document
  ) {
    let range = trimmed(part.append(attribute: attribute, to: &document), in: document.text)
    self.init(
      lines: range.isEmpty ? [] : [range], element: part.element(of: node), version: version)
  }
}

/// A question of a form, as all survey tools have it.
struct SurveyQuestion {
  /// What answers refer to it by.
  var id: String
  /// The printed number; empty = it may stand at the start of the text.
  var number = ""
  /// Its text, the main language first.
  var texts: [SurveyText] = []
  /// What explains it.
  var help: [SurveyText] = []
  /// What it is called where it has no text.
  var name = ""
  /// What the text stands under, such as the question of which this is a row; empty = nothing.
  var context = ""
  /// What can be chosen.
  var options: [SurveyOption] = []
  /// Names a list of options that several questions share, whose texts are shown once; else empty.
  var optionList = ""
  /// The kind of answer that is asked for.
  var kind = Question.Kind.text
  /// Whether an answer is mandatory.
  var isMandatory = false
  /// When it is asked: all must hold.
  var conditions: [SurveyCondition] = []
}

/// One of the answers that can be chosen.
struct SurveyOption {
  /// What an answer stores.
  var code: String
  /// What people read.
  var texts: [SurveyText]
}

/// Options by their codes, in order.
struct SurveyOptions {
  /// The options.
  private(set) var list: [SurveyOption] = []
  private var positions: [String: Int] = [:]

  /// Adds an option, or more texts of one.
  mutating func add(_ code: String, _ texts: [SurveyText]) {
    if let position = positions[code] {
      list[position].texts += texts
    } else {
      positions[code] = list.count
      list.append(SurveyOption(code: code, texts: texts))
    }
  }

  /// Returns the option with a code, or nil.
  subscript(code: String) -> SurveyOption? { positions[code].map { list[$0] } }

  /// Returns the options with their texts changed.
  func mapTexts(_ change: ([SurveyText]) -> [SurveyText]) -> SurveyOptions {
    var result = self
    for position in list.indices { result.list[position].texts = change(list[position].texts) }
    return result
  }
}

/// A stretch of an answer.
struct SurveyAnswer {
  /// The byte range of the document's text.
  var range: Range<Int>
  /// The element that it stands in.
  var element: Int32
  /// What it says beside the question, such as the column of a table; empty = nothing.
  var detail = ""
  /// What conditions compare it with, beside its text.
  var codes: [String] = []
  /// What a yes or a no is meant, where the code says so.
  var value: Question.Value?
  /// The document given as evidence.
  var evidence: EvidenceReference?
}
